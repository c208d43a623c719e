"""To whoever asked or went on: the answer, the passage that is looked at, or what there is nothing of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import Quotation
from bot.cards.answers import answer_card
from bot.cards.formatting import bold, card
from bot.cards.languages import ENGLISH
from bot.cards.quotations import citation_card, context_card, date_card, quotation_card
from bot.conversation.response import Citation, DateAlone, Lacking, Surroundings

if TYPE_CHECKING:
    from bot.cards.card import Card
    from bot.cards.phrasebook import Phrasebook
    from bot.conversation.response import Response


def response_card(response: Response, book: Phrasebook = ENGLISH) -> Card:
    """What is said to a message."""
    result = response.result
    if isinstance(result, Lacking):
        return lacking_card(result, book)
    if isinstance(result, Citation):
        return citation_card(result.passage, book, is_doubted=result.is_doubted)
    if isinstance(result, DateAlone):
        return date_card(result.quotation, book)
    if isinstance(result, Surroundings):
        return context_card(result.before, result.quotation, result.after, book)
    if isinstance(result, Quotation):
        return quotation_card(result, book)
    return answer_card(result, book)


def lacking_card(lacking: Lacking, book: Phrasebook = ENGLISH) -> Card:
    """That there is nothing where somebody wanted to go."""
    date = bold(book.date(lacking.date)) if lacking.date else ""
    return card(book.line(lacking.lack, date=date))


def lacking_text(lacking: Lacking, book: Phrasebook = ENGLISH) -> str:
    """The same in a line without styles."""
    return book.text(lacking.lack, date=book.date(lacking.date) if lacking.date else "")


def removed_card(book: Phrasebook = ENGLISH) -> Card:
    """In place of an answer that was removed, where Telegram removes it no more."""
    return card(book.line("answer_removed"))
