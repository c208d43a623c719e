"""What the bot says, in one language of its interface: texts by their key, filled in and made into lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.cards.card import Span, TextLine
from bot.dates import HistoricalDate, say, say_basis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from bot.dates import Basis

    Part = Span | str | int

PIECE = re.compile(r"<(?P<closing>/?)(?P<tag>b|i|code)>|\{(?P<part>\w+)\}|(?P<plain>[^<{]+|[<{])")


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The texts of a language.

    A text may hold `{parts}` to be filled in, `<b>`, `<i>` and `<code>`, and line breaks where it is shown
    by `lines`. One that depends on a number stands in as many forms as the language has; the part `n` is
    that number.
    """

    language: str  # ISO 639-1
    name: str  # of the language, in itself
    texts: Mapping[str, str | tuple[str, ...]]
    form_of: Callable[[int], int]  # which of its forms, counted from 0, goes with a number
    thousands: str  # between groups of three digits

    def text(self, key: str, **parts: Part) -> str:
        """A text without styles."""
        return "".join(span.text for span in self._spans(self._template(key, parts), parts))

    def line(self, key: str, *, quoted: bool = False, **parts: Part) -> TextLine:
        """A text as a line; parts that are spans keep their style."""
        return TextLine(tuple(self._spans(self._template(key, parts), parts)), quoted)

    def lines(self, key: str, **parts: Part) -> tuple[TextLine, ...]:
        """A text of several lines; empty ones keep a distance."""
        rows = self._template(key, parts).split("\n")
        return tuple(TextLine(tuple(self._spans(row, parts))) for row in rows)

    def number(self, number: int) -> str:
        """A number in digits, as the language groups them."""
        return f"{number:,}".replace(",", self.thousands)

    def date(self, date: HistoricalDate) -> str:
        """A date in words."""
        return say(date, self.language)

    def day(self, when: datetime) -> str:
        """The day of a moment in words."""
        return self.date(HistoricalDate.parse(f"{when:%Y-%m-%d}"))

    def basis(self, basis: Basis) -> str:
        """Where a date comes from, in a few words; nothing for one that stands in the text."""
        return say_basis(basis, self.language)

    def _template(self, key: str, parts: Mapping[str, Part]) -> str:
        text = self.texts[key]
        if isinstance(text, str):
            return text
        number = parts["n"]
        assert isinstance(number, int)
        return text[self.form_of(number)]

    def _spans(self, template: str, parts: Mapping[str, Part]) -> Iterator[Span]:
        """The spans of one line of a text; empty ones are left out."""
        open_tags: set[str] = set()
        for piece in PIECE.finditer(template):
            if piece["tag"]:
                (open_tags.discard if piece["closing"] else open_tags.add)(piece["tag"])
                continue
            part = parts[piece["part"]] if piece["part"] else piece["plain"]
            if isinstance(part, int):
                part = self.number(part)
            span = (
                part
                if isinstance(part, Span)
                else Span(part, bold="b" in open_tags, italic="i" in open_tags, code="code" in open_tags)
            )
            if span.text:
                yield span
