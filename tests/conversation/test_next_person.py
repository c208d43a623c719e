"""Who came next in an office, and what "he" and "she" mean then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot import cards
from bot.browsing.chronology import Chronology
from bot.building.build import build
from bot.conversation.conversation import Conversation
from bot.conversation.response import Lack, Lacking

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 26)
HISTORIES = {
    "en": """# The heath runners

In March 1971 Ida Brook was the first president of the heath runners. She came from Aberdeen.

In May 1972 the runners met Tom Hale and his dog.

In June 1978 Oskar Lund became president, and Ida Brook moved to Malta.

In 1983 the heath runners built a hut.

In January 1985 Vera Stone took over from Oskar Lund. She gave the office up because her knee hurt.

In October 1990 a storm took the roof of the hut. In May 1995 it got a new one. Kai Moe took over then.

On 9 June 1999 the club fell silent. Committee work ended. Daniel quickly became the new president.
""",
    "de": """# Chronik der Heideläufer

1971 - Ida Brook wird erste Vorsitzende.

1974 - Sommerfest am See mit Anna Berg.

1978 - Oskar Lund übernimmt die Leitung.

1985 - Oskar Lund legt sein Amt nieder, weil er nach Malta zieht.

1986 - Vera Stein neue Vorsitzende.

1990 - Das Lauftraining im Stadtwald hat angefangen.
""",
    "ru": """# История клуба

В 1971 году Ида Брук стала первым председателем клуба.

В 1974 году клуб построил дом.

В 1978 году председателем избрали Оскара Лунда.

В 1985 году Вера Стоун сменила его на посту.
""",
}
DIALOGUES = [  # language, messages, what the last card holds
    ("en", ("who was the first president?", "who was next?"), "Oskar Lund became president"),
    ("en", ("who was the first president?", "who took over?", "and after him?"), "Vera Stone took over"),
    ("en", ("who was the first president?", "who was next?", "when was that?"), "June 1978"),
    ("en", ("who became president in 1978?", "who was her predecessor?"), "Ida Brook was the first"),
    ("en", ("who became president in 1978?", "who succeeded him?", "why did she give up?"), "her knee hurt"),
    ("en", ("who was the first president?", "who was next?", "and what happened then?"), "1983"),
    ("en", ("who took over from Oskar Lund?", "who was next?"), "Kai Moe took over then"),
    ("en", ("who took over from Oskar Lund?", "who was next?", "when was that?"), "May 1995"),
    ("en", ("who took over in May 1995?", "who was next?"), "Daniel quickly became"),
    ("en", ("who took over in May 1995?", "who was next?", "when was that?"), "9 June 1999"),
    ("de", ("wer wurde 1971 vorsitzende?", "und wer kam danach?"), "Oskar Lund übernimmt"),
    ("de", ("wer wurde 1971 vorsitzende?", "wer war ihr nachfolger?", "warum hörte er auf?"), "nach Malta"),
    ("de", ("wann legte oskar lund sein amt nieder?", "wer löste ihn ab?"), "Vera Stein"),
    ("de", ("wann fing das lauftraining an?",), "1990"),
    ("ru", ("кто был первым председателем клуба?", "а кто был потом?"), "избрали Оскара Лунда"),
    ("ru", ("кто был первым председателем клуба?", "кто её сменил?", "а после него?"), "Вера Стоун"),
]


@pytest.fixture(scope="module")
def conversations(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Conversation]:
    return {language: conversation_of(tmp_path_factory.mktemp(language), language) for language in HISTORIES}


def conversation_of(folder: Path, language: str) -> Conversation:
    (folder / "club.md").write_text(HISTORIES[language], encoding="utf-8")
    library = build(folder)
    chronology = Chronology.of(library)
    return Conversation(library, lambda: chronology)


@pytest.mark.parametrize(
    ("language", "messages", "held"), DIALOGUES, ids=[f"{row[0]}-{row[1][-1]}" for row in DIALOGUES]
)
def test_who_came_next_is_the_next_in_time_that_is_named_in_the_office(
    conversations: dict[str, Conversation], language: str, messages: tuple[str, ...], held: str
) -> None:
    subject, text = None, ""
    for message in messages:
        response = conversations[language].respond(message, subject, today=TODAY)
        subject, text = response.subject, cards.plain(cards.response_card(response), width=10_000)

    assert held in text


def test_nobody_came_next_where_nobody_is_named(conversations: dict[str, Conversation]) -> None:
    conversation = conversations["en"]
    before = conversation.respond("who took over in May 1995?", today=TODAY).subject
    before = conversation.respond("who was next?", before, today=TODAY).subject
    response = conversation.respond("who was next?", before, today=TODAY)

    assert response.result == Lacking(Lack.MORE)
    assert response.subject == before


def test_what_is_no_office_is_not_held_by_the_next_who_is_named_beside_it(tmp_path: Path) -> None:
    paragraphs = (
        "In 1870 Ida Brook built the church.",
        "In 1880 Tom Hale saw the church.",
        "In 1890 Bo Falk took over.",
    )
    (tmp_path / "church.txt").write_text("\n\n".join(("The church", *paragraphs)) + "\n", encoding="utf-8")
    library = build(tmp_path)
    conversation = Conversation(library, lambda: Chronology.of(library))
    before = conversation.respond("who built the church?", today=TODAY).subject

    response = conversation.respond("and after her?", before, today=TODAY)
    assert "Bo Falk took over" in cards.plain(cards.response_card(response), width=10_000)


@pytest.mark.parametrize(
    ("asked", "then", "held"),
    [
        ("who was the first president?", "where did she move?", "Malta"),
        ("who is Tom Hale?", "when did they meet him?", "May 1972"),
        ("who took over from Oskar Lund?", "why did she give up?", "her knee"),
    ],
)
def test_he_and_she_are_who_was_named_or_was_asked_about(
    conversations: dict[str, Conversation], asked: str, then: str, held: str
) -> None:
    first = conversations["en"].respond(asked, today=TODAY)
    assert first.subject

    second = conversations["en"].respond(then, first.subject, today=TODAY)
    assert held in cards.plain(cards.response_card(second), width=10_000)
