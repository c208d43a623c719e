"""What cards are put together from: spans, gaps, counts, sources; and how much of a thing they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import Card, Span, TextLine, clipped
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.cards.phrasebook import Phrasebook
    from bot.sources.source import Source

GAP = TextLine()
LONGEST_NAME = 120  # characters of a title, an author, a file name
LONGEST_PROBLEM = 200
MOST_PROBLEMS = 12


def bold(text: str) -> Span:
    return Span(text, bold=True)


def italic(text: str) -> Span:
    return Span(text, italic=True)


def code(text: str) -> Span:
    return Span(text, code=True)


def card(*lines: TextLine) -> Card:
    """Lines as a card; of several gaps in a row one is kept, none at either end."""
    kept: list[TextLine] = []
    for text_line in lines:
        if text_line.spans or (kept and kept[-1].spans):
            kept.append(text_line)
    while kept and not kept[-1].spans:
        kept.pop()
    return Card(tuple(kept))


def count(number: int, noun: str) -> str:
    """A number of things in words: "1 vote", "2,000 votes"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def duration(seconds: float, book: Phrasebook = ENGLISH) -> str:
    """A length of time with its two largest units.

    >>> duration(93784)
    '1 d 2 h'
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    amounts = (("days", days), ("hours", hours), ("minutes", minutes), ("seconds", rest))
    first = next((n for n, (_, amount) in enumerate(amounts) if amount), len(amounts) - 1)
    shown = [book.text(unit, n=amount) for unit, amount in amounts[first : first + 2] if amount]
    return " ".join(shown) or book.text("seconds", n=0)


def and_more(number: int, book: Phrasebook = ENGLISH) -> Iterable[TextLine]:
    """Under a list that was cut: how many it leaves out, if any."""
    if number > 0:
        yield book.line("and_more", n=number)


def title_of(source: Source) -> Span:
    """A source's title, with a link if it has an address."""
    return Span(clipped(source.title, LONGEST_NAME), link=source.url)


def origin_of(source: Source, book: Phrasebook = ENGLISH) -> tuple[str, ...]:
    """Author, publisher and date, as far as they are known."""
    published = book.date(source.published) if source.published else None
    return tuple(clipped(part, LONGEST_NAME) for part in (source.author, source.publisher, published) if part)
