"""To newcomers: who the bot is, how to ask, what it has read, what it cannot do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import Card, TextLine, clipped, line
from bot.cards.formatting import EXAMPLE, GAP, and_more, bold, card, code, italic, origin_of, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.library import Library
    from bot.sources.source import Source

MOST_SOURCES = 25


def start_card(library: Library) -> Card:
    """Who the bot is, with a question that it can answer."""
    example = next((question.question for question in library.golden if not question.refuse), EXAMPLE)
    return card(
        line(bold("Hello! Ask me about our history.")),
        line("I answer with the passage that says it, word for word, and when it happened."),
        GAP,
        line("For example: ", italic(clipped(example, 200))),
        GAP,
        line("/sources shows what I have read, /help how to ask."),
    )


def help_card(username: str) -> Card:
    """All ways of asking."""
    return card(
        line(bold("How to ask")),
        line("• In a private chat: just write your question."),
        line("• In a group: ", code("/ask your question"), f", or mention @{username}, or reply to me."),
        line("• In any chat: type ", code(f"@{username} your question"), " and choose the answer."),
        line("• Made a typo? Edit your question: I correct my answer."),
        GAP,
        line("I only quote; what my sources do not say, I do not know. /sources shows them."),
        line("What I store of you is little: /privacy"),
    )


def terminal_help_card() -> Card:
    """All there is to do in a terminal."""
    return card(
        line(bold("How to ask")),
        line("Type a question and press Enter; the arrow keys bring back earlier ones."),
        line("• ", bold("/sources"), " shows what I have read"),
        line(
            "• ",
            bold("/reload"),
            " reads the documents again, ",
            bold("/reload anyway"),
            " without faulty ones",
        ),
        line("• ", bold("/quit"), " ends the chat, as do Ctrl-D and Ctrl-C"),
    )


def sources_card(sources: Sequence[Source]) -> Card:
    """What has been read; where it comes from is said once for all that have it in common."""
    together: dict[tuple[str, ...], list[Source]] = {}
    for source in sources[:MOST_SOURCES]:
        together.setdefault(origin_of(source), []).append(source)
    return card(
        line(bold("What I have read")),
        *(shown for citation, group in together.items() for shown in _cited_together(citation, group)),
        *and_more(len(sources) - MOST_SOURCES),
    )


def _cited_together(citation: Sequence[str], sources: Sequence[Source]) -> Iterable[TextLine]:
    if len(sources) == 1:
        yield line("• ", title_of(sources[0]), *(f", {part}" for part in citation))
        return
    yield from (line("• ", title_of(source)) for source in sources)
    if citation:
        yield line("— ", ", ".join(citation))


def forwarded_card() -> Card:
    return card(line("I do not answer what was forwarded to me. Write me the question yourself, please."))


def unknown_command_card(command: str) -> Card:
    return card(line("I do not know ", bold(clipped(command, 40)), ". /help shows what I can do."))


def text_only_card() -> Card:
    return card(line("I can only read text. Write me a question, and I look it up."))
