"""Posts of a forum's thread, whose headings name who wrote them and when."""

from __future__ import annotations

import pytest

from bot.dates import BlockKind, HistoricalDate
from bot.sources.composition import compose
from bot.sources.draft import Draft
from bot.sources.formats import markdown
from bot.sources.part_rules.forum_posts import with_posts_as_messages
from bot.sources.passages import passages
from tests.sources.parts import parts_of

HEADINGS = [  # of two posts, their senders, and the day of the first
    ("### Post by Ann Reed on 2007-06-15", "### Post by Bo on 2007-06-16", "Ann Reed, Bo", "2007-06-15"),
    ("## Reply #3 by ann-r, 15 June 2007, 14:02", "## Re by Bo - 3 July 2007", "ann-r, Bo", "2007-06-15"),
    ("## ann commented on Jun 15, 2007", "## bo commented on Jun 16, 2007", "ann, bo", "2007-06-15"),
    ("# Beitrag von Ann am 15. Juni 2007", "# Bo schrieb am 16.6.2007:", "Ann, Bo", "2007-06-15"),
    (
        "# Mensaje de Ana el 15 de junio de 2007",
        "# Bo escribió el 3 de julio de 2007",
        "Ana, Bo",
        "2007-06-15",
    ),
    ("# 安娜 发表于 2007-06-15 14:02", "# 小波 回复于 2007年6月16日", "安娜, 小波", "2007-06-15"),
    ("# Сообщение от Анна, 15 июня 2007", "# Бо написал 16 июня 2007", "Анна, Бо", "2007-06-15"),
]
KEPT = [
    "### Post by Ann on 2007-06-15 | It sank.",  # one only
    "### Post by Ann on 2007 | It sank. | ### Post by Bo on June 2008 | It rose.",  # no days
    "### Post by Ann on 15 June | It sank. | ### Post by Bo on 16 June | It rose.",  # of no year
    "### Posts by the river on 2007-06-15 | It sank. | ### Raid on 2007-06-16 | It rose.",
    "## What Ann said on 2007-06-15 of the bridge and its toll | No. | ## Bo said on 2007-06-16: | Yes.",
]


@pytest.mark.parametrize(("first", "second", "senders", "day"), HEADINGS)
def test_posts_are_messages_of_their_senders_and_days(
    first: str, second: str, senders: str, day: str
) -> None:
    parts = with_posts_as_messages(
        parts_of(f"{first} | The ferry sank. | {second} | It was raised."), Draft()
    )

    assert [part.text for part in parts] == ["The ferry sank.", "It was raised."]
    assert [part.kind for part in parts] == [BlockKind.MESSAGE] * 2
    assert ", ".join(part.place.label for part in parts if part.place) == senders
    assert parts[0].stamp == HistoricalDate.parse(day)


@pytest.mark.parametrize("blocks", KEPT)
def test_other_headings_stay(blocks: str) -> None:
    assert with_posts_as_messages(parts_of(blocks), Draft()) == parts_of(blocks)


def test_a_post_is_whole_and_carries_the_words_that_it_answers() -> None:
    thread = (
        "# The ferry | Kept by the club. | ## Post by Ann on 2007-06-15 | It runs: | - at noon | - at six"
        " | ## Post by Bo on 2007-06-16 | > **Ann said:** It runs at noon | Not in winter."
        " | # Rules | Be kind."
    )
    parts = with_posts_as_messages(parts_of(thread), Draft())

    assert [(part.text, part.context) for part in parts] == [
        ("The ferry", ""),
        ("Kept by the club.", ""),
        ("It runs:\nat noon\nat six", "Ann"),
        ("Not in winter.", "Bo\nIt runs at noon"),
        ("Rules", ""),
        ("Be kind.", ""),
    ]


@pytest.mark.parametrize(
    ("length", "messages"),
    [(200, 1), (201, 2)],  # characters of a second paragraph beside one of 200
)
def test_long_paragraphs_of_a_post_stand_alone(length: int, messages: int) -> None:
    post = f"## Post by Ann on 2007-06-15 | {'a' * 200} | {'b' * length} | ## Post by Bo on 2007-06-16 | No."

    assert len(with_posts_as_messages(parts_of(post), Draft())) == messages + 1


def test_a_post_speaks_of_its_own_yesterday() -> None:
    thread = (
        "The ferry | ## Post by Ann on 2007-06-15 | It sank yesterday."
        " | ## Post by Bo on 2007-07-02 | They raised it last night. | It floats."
    )
    document = compose(markdown.read(thread.replace(" | ", "\n\n")), "thread.md", "Markdown")

    rows = [(passage.text, str(passage.date and passage.date.date)) for passage in passages(document, {})]
    assert rows == [
        ("It sank yesterday.", "2007-06-14"),
        ("They raised it last night.\nIt floats.", "2007-07-01"),
    ]
