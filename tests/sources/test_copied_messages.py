"""Messages that were copied out of Telegram into a document."""

from __future__ import annotations

import pytest

from bot.dates import BlockKind
from bot.sources.draft import Draft
from bot.sources.formats import markdown, plain
from bot.sources.part_rules.forum_posts import with_posts_as_messages

CHATS = [  # a text, its messages as "sender day: words"
    (
        "Ann Reed, [22.11.17 08:21]\nWe signed the lease.\n\nBo, [23.11.2017 08:25:12]\nGreat!\n\nAt last.",
        ["Ann Reed 2017-11-22: We signed the lease.", "Bo 2017-11-23: Great! / At last."],
    ),
    (
        "Ann, [22.11.17 08:21]\nIt is.\nBo, [22.11.17 08:25]\n[In reply to A]\nGo\nAnn, [23.11.17 09:00]\nNo",
        ["Ann 2017-11-22: It is.", "Bo 2017-11-22: Go", "Ann 2017-11-23: No"],
    ),
    (
        "Ann, [11/22/17 8:21 AM]\nWe signed it.\n\nBo, [11/2/17, 8:25 PM]\nGreat!",
        ["Ann 2017-11-22: We signed it.", "Bo 2017-11-02: Great!"],
    ),
    (
        "Анна, [22.11.2017 08:21]\nПодписали.\n\n小波, [22/11/2017 08:25]\n好的。",
        ["Анна 2017-11-22: Подписали.", "小波 2017-11-22: 好的。"],
    ),
]
KEPT = [
    "Ann, [22.11.17 08:21]\nWe signed it.",  # one only
    "Ann, [31.02.17 08:21]\nWe signed it.\n\nBo, [31.02.17 08:22]\nGreat!",  # of no day
    "See Ann, [22.11.17] and Bo, [23.11.17].",
]


@pytest.mark.parametrize("read", [markdown.read, plain.read])
@pytest.mark.parametrize(("text", "messages"), CHATS)
def test_copied_messages_are_messages_of_their_day(read: type, text: str, messages: list[str]) -> None:
    parts = with_posts_as_messages(read(text).parts, Draft())

    assert [
        f"{part.place.label} {part.stamp}: {' / '.join(part.text.split(chr(10)))}"
        for part in parts
        if part.place
    ] == messages
    assert {part.kind for part in parts} == {BlockKind.MESSAGE}


@pytest.mark.parametrize("text", KEPT)
def test_other_texts_stay(text: str) -> None:
    parts = markdown.read(text).parts

    assert with_posts_as_messages(parts, Draft()) == parts


def test_a_heading_ends_what_was_copied() -> None:
    text = "Ann, [22.11.17 08:21]\nYes.\n\nBo, [22.11.17 08:25]\nNo.\n\n###### Result\n\nIt failed."
    parts = with_posts_as_messages(markdown.read(text).parts, Draft())

    assert [part.kind for part in parts[2:]] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
