"""Inline: what is offered while somebody types in any chat, and what is posted there when it is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.cards.answers import answer_card
from bot.cards.card import Card, Span, clipped, line
from bot.cards.formatting import GAP, LONGEST_NAME, card, italic
from bot.cards.languages import ENGLISH
from bot.cards.quotations import quotation_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.answers import Answer, Quotation
    from bot.cards.card import TextLine
    from bot.cards.phrasebook import Phrasebook
    from bot.sources.source import Passage

    LinkTo = Callable[[Passage], str | None]

LONGEST_QUESTION = 300  # characters
LONGEST_SENTENCE = 120
LONGEST_SOURCE = 60


def no_link(_: Passage) -> str | None:
    """Where there is no way to the bot."""
    return None


@dataclass(frozen=True, slots=True)
class InlineOffer:
    """One of the results: two lines that are seen while one types, and the card that is posted."""

    title: str
    description: str
    card: Card


def answer_offers(
    answer: Answer, others: Iterator[Quotation], book: Phrasebook = ENGLISH, link_to: LinkTo = no_link
) -> Iterator[InlineOffer]:
    """The answer to what was typed, and other passages that may be meant; `link_to` opens one in the bot."""
    shown = answer.quotation
    yield InlineOffer(_title(shown, book), _description(shown), _posted(answer, book, link_to))
    for quotation in others:
        posted = card(
            _question_line(answer),
            GAP,
            *quotation_lines(quotation, book, cited=True),
            *_way_to(quotation.passage, book, link_to),
        )
        yield InlineOffer(_title(quotation, book), _description(quotation), posted)


def example_offer(answer: Answer, book: Phrasebook = ENGLISH, link_to: LinkTo = no_link) -> InlineOffer:
    """A question that has an answer, for whoever has typed nothing yet."""
    question = clipped(answer.question.text, LONGEST_NAME)
    title, description = _title(answer.quotation, book), _description(answer.quotation)
    return InlineOffer(question, f"{title}: {description}", _posted(answer, book, link_to))


def _posted(answer: Answer, book: Phrasebook, link_to: LinkTo) -> Card:
    """An answer that a member posts: with the question, which nobody else has seen."""
    lines = answer_card(answer, book, cited=True).lines
    return card(_question_line(answer), GAP, *lines, *_way_to(answer.passage, book, link_to))


def _way_to(passage: Passage, book: Phrasebook, link_to: LinkTo) -> Iterator[TextLine]:
    """What opens a passage in the chat with the bot, where its paragraphs around stand and one can ask on."""
    if link := link_to(passage):
        yield line(Span(book.text("inline_open"), link=link))


def invitation(book: Phrasebook = ENGLISH, *, has_typed: bool) -> str:
    """What stands over a query without results, and leads to the private chat; up to 64 characters."""
    return book.text("inline_nothing" if has_typed else "inline_empty")


def _question_line(answer: Answer) -> TextLine:
    return line(italic(clipped(answer.question.text, LONGEST_QUESTION)))


def _title(quotation: Quotation, book: Phrasebook) -> str:
    """The date, or the source if there is none."""
    if quotation.date:
        return book.date(quotation.date.date)
    return clipped(quotation.passage.source.title, LONGEST_NAME)


def _description(quotation: Quotation) -> str:
    """The sentence that answers, and its source."""
    text = quotation.passage.text
    start, end = quotation.sentence or (0, len(text))
    sentence = clipped(Span(text[start:end]).text, LONGEST_SENTENCE)
    return f"{sentence} — {clipped(quotation.passage.source.title, LONGEST_SOURCE)}"
