"""To admins: what becomes of the files that they sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import Card, TextLine, clipped
from bot.cards.formatting import LONGEST_NAME, LONGEST_PROBLEM, card
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from bot.cards.phrasebook import Phrasebook
    from bot.publishing.additions import Addition, RefusedFile, TakenFile


def addition_lines(addition: Addition, book: Phrasebook = ENGLISH) -> tuple[TextLine, ...]:
    """A line for each file that is a version of a known one, or is not taken; new ones are listed anyway."""
    return (
        *(_taken(row, book) for row in addition.taken if row.known),
        *(_refused(row, book) for row in addition.refused),
    )


def _taken(row: TakenFile, book: Phrasebook) -> TextLine:
    known = _name(row.known or "")
    if row.share is None:
        return book.line("upload_version", file=known)
    return book.line("upload_alike", file=_name(row.sent), known=known, share=f"{row.share:.0%}")


def _refused(row: RefusedFile, book: Phrasebook) -> TextLine:
    detail = clipped(row.detail, LONGEST_PROBLEM)
    why = book.text(row.key, detail=detail) if row.key else detail
    return book.line("upload_refused", file=_name(row.name), why=why)


def _name(name: str) -> str:
    return clipped(name, LONGEST_NAME // 2)


def receiving_card(book: Phrasebook = ENGLISH) -> Card:
    """While files arrive and are read."""
    return card(book.line("upload_receiving"))


def nothing_taken_card(addition: Addition, book: Phrasebook = ENGLISH) -> Card:
    """When none of the files is taken."""
    return card(book.line("upload_nothing"), *addition_lines(addition, book))


def adding_help_card(*, fetches_links: bool, book: Phrasebook = ENGLISH) -> Card:
    """How an admin adds a document."""
    links = book.line("upload_help_links" if fetches_links else "upload_help_no_links")
    return card(*book.lines("upload_help"), links)


def documents_by_admins_card(book: Phrasebook = ENGLISH) -> Card:
    """To a member who sends a file."""
    return card(book.line("upload_for_admins"))
