"""To newcomers: who the bot is, how to ask in this chat, what it has read, what it cannot do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.cards.card import Card, Span, TextLine, clipped, line
from bot.cards.formatting import GAP, and_more, card, origin_of, title_of
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.cards.phrasebook import Phrasebook
    from bot.sources.source import Source

MOST_SOURCES = 25
LONGEST_EXAMPLE = 200  # characters


@dataclass(frozen=True, slots=True)
class Ways:
    """What works in a chat, and for whoever asks there."""

    username: str  # of the bot
    is_private: bool = False
    hears_mentions: bool = False  # Telegram's privacy mode is off
    answers_unasked: bool = False  # what it is sure of
    is_inline: bool = False  # @BotFather's inline mode is on
    examples: tuple[str, ...] = ()  # questions that are answered
    links: Mapping[str, str] = field(default_factory=dict)  # that ask some of them, by question
    commands: tuple[tuple[str, str], ...] = ()  # for everybody, each with the key of what it does
    for_managers: tuple[tuple[str, str], ...] = ()  # of the chat, or of the bot


def start_card(
    examples: Sequence[str],
    book: Phrasebook = ENGLISH,
    links: Mapping[str, str] | None = None,
) -> Card:
    """Who the bot is, with a question that it can answer; `links` ask questions, by question."""
    shown = [_example(text, links or {}) for text in examples[:1]]
    return card(
        book.line("start_title"),
        book.line("start_what"),
        GAP,
        *(book.line("for_example", example=example) for example in shown),
        GAP,
        book.line("start_more"),
    )


def help_card(ways: Ways, book: Phrasebook = ENGLISH) -> Card:
    """All ways of asking that work in a chat, and its commands."""
    return card(
        book.line("help_title"),
        *(line("• ", *way.spans) for way in _ways(ways, book)),
        GAP,
        *([book.line("help_examples")] if ways.examples else []),
        *(line("• ", _example(text, ways.links)) for text in ways.examples),
        GAP,
        *_command_lines(ways.commands, book),
        GAP,
        *([book.line("help_for_managers")] if ways.for_managers else []),
        *_command_lines(ways.for_managers, book),
        GAP,
        book.line("help_only_quotes"),
    )


def added_card(ways: Ways, chat: int, book: Phrasebook = ENGLISH) -> Card:
    """To a group that the bot was added to: what it does, how to ask there, what admins need."""
    return card(
        book.line("added_what"), _how_in_group(ways, book), book.line("added_admins", number=str(chat))
    )


def _example(text: str, links: Mapping[str, str]) -> Span:
    """A question that is asked when it is tapped, where a link can hold it."""
    return Span(clipped(text, LONGEST_EXAMPLE), italic=True, link=links.get(text))


def _ways(ways: Ways, book: Phrasebook) -> Iterable[TextLine]:
    if ways.is_private:
        yield book.line("help_private")
    else:
        yield _how_in_group(ways, book)
        yield book.line("help_reply")
    if ways.answers_unasked:
        yield book.line("help_unasked")
    yield book.line("help_go_on")
    yield book.line("help_edit")
    if ways.is_inline:
        yield book.line("help_inline", username=ways.username)


def _how_in_group(ways: Ways, book: Phrasebook) -> TextLine:
    if ways.hears_mentions:
        return book.line("help_group_mention", username=ways.username)
    return book.line("help_group")


def _command_lines(commands: Iterable[tuple[str, str]], book: Phrasebook) -> Iterable[TextLine]:
    return (line(f"/{command} – ", *book.line(key).spans) for command, key in commands)


def terminal_help_card(book: Phrasebook = ENGLISH) -> Card:
    """All there is to do in a terminal."""
    return card(*book.lines("help_in_terminal"))


def sources_card(sources: Sequence[Source], book: Phrasebook = ENGLISH) -> Card:
    """What has been read; where it comes from is said once for all that have it in common."""
    together: dict[tuple[str, ...], list[Source]] = {}
    for source in sources[:MOST_SOURCES]:
        together.setdefault(origin_of(source, book), []).append(source)
    return card(
        book.line("what_i_have_read"),
        *(shown for citation, group in together.items() for shown in _cited_together(citation, group)),
        *and_more(len(sources) - MOST_SOURCES, book),
    )


def _cited_together(citation: Sequence[str], sources: Sequence[Source]) -> Iterable[TextLine]:
    if len(sources) == 1:
        yield line("• ", title_of(sources[0]), *(f", {part}" for part in citation))
        return
    yield from (line("• ", title_of(source)) for source in sources)
    if citation:
        yield line("— ", ", ".join(citation))


def forwarded_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("forwarded"))


def unknown_command_card(command: str, book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("unknown_command", command=clipped(command, 40)))


def text_only_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("text_only"))
