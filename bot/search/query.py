"""What the index is asked: a question's words in the forms that may answer to them, and what it wants."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates import HistoricalDate, Precision
    from bot.search.amounts import Amount


@dataclass(frozen=True, slots=True)
class Form:
    """A term that answers to a word of the question, 1.0 for the word itself and less for a likeness."""

    term: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of the question that says what it is about, as typed, and its forms, the best one first."""

    typed: str
    forms: tuple[Form, ...]
    place: int  # of its first unit in the question
    size: int = 1  # units
    weight: float = 1.0  # less for words that are common in any text, 0 to 1
    is_beside: bool = False  # said by other words too, so that lacking it tells nothing

    def with_forms(self, forms: Sequence[Form]) -> QueryWord:
        """The word with more forms that may answer to it, behind those that it has."""
        return replace(self, forms=(*self.forms, *forms)) if forms else self


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the index sees it; `units` are all its terms in order, stop words too."""

    text: str
    words: tuple[QueryWord, ...]
    units: tuple[str, ...] = ()
    dates: tuple[HistoricalDate, ...] = ()
    corrected: int = 0  # words that were read as others
    wants_date: bool = False
    wants_number: bool = False
    amount: Amount | None = None  # of what kind
    wants_event: bool = False  # what happened on the dates named
    precision: Precision | None = None  # "what year": YEAR
    wants_start: bool = False  # born, began
    wants_end: bool = False  # died, until
    language: str | None = None  # "de", "es"; None: told by the script of each word
