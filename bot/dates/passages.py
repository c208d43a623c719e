"""The one date of a passage as a whole: of its main statement, its present, or the passages before it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.dates.languages import lexicon_of, main_language
from bot.dates.mention import Basis, Mention, PassageDate
from bot.dates.surroundings import Occurrence, occurrences_of
from bot.dates.value import HistoricalDate, Point, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates.block import Block

BESIDE = frozenset({Basis.ALIAS, Basis.PUBLICATION})  # what dates no statement
SCENE = 3  # passages that a day holds for without being said again
QUOTATION = re.compile(r"“[^“”]*”|\"[^\"\n]*\"|«[^«»]*»|「[^「」]*」")


@dataclass(frozen=True, slots=True)
class _Words:
    """What a language says around the date of a statement, compiled."""

    reference: re.Pattern[str]  # before a date that only serves to date something else
    label: re.Pattern[str]  # before a year that names a thing: "its 2023 guilty plea"
    present: re.Pattern[str]  # the time of writing: "Today, Shanghai ..."
    past_verb: re.Pattern[str]  # a finite verb in the past: without one nothing is inherited


@dataclass(slots=True)
class _Section:
    """What a reader remembers while reading a section."""

    date: HistoricalDate | None = None
    handed: int = 0  # passages that inherited it

    def inherited(self) -> HistoricalDate | None:
        """The date for one more passage; a day is sure for a scene, later only its month is."""
        self.handed += 1
        if self.date and self.handed > SCENE:
            return _month_of(self.date)
        return self.date

    def pass_heading(self, *, divides: bool) -> None:
        """A heading ends a scene; one that divides the document ends the section."""
        self.handed = SCENE
        if divides:
            self.date = None

    def come_to(self, date: HistoricalDate) -> None:
        """A statement moves the section on."""
        self.date, self.handed = date, 0


def _month_of(date: HistoricalDate) -> HistoricalDate:
    point = date.begin
    if not point or date.is_interval or not point.day:
        return date
    return HistoricalDate.of(Point(point.year, point.month, is_approximate=point.is_approximate))


def _year_of(written: HistoricalDate) -> HistoricalDate | None:
    """The year in which something was written, as exact as that is known."""
    begin, finish = written.begin, written.finish
    if not begin or not finish or begin.span or begin.year != finish.year:
        return None if written.is_open else written
    return HistoricalDate.of(Point(begin.year, is_approximate=written.is_approximate))


@dataclass(frozen=True, slots=True)
class PassageReader:
    """Reads the passages of one document in order."""

    text: str
    words: _Words
    written: HistoricalDate | None
    section: _Section

    def own(self, block: Block, inside: Sequence[Occurrence[Mention]]) -> PassageDate | None:
        """Of the statement or the present that comes first, else inherited, else of a nickname."""
        quiet = QUOTATION.sub(lambda quote: " " * len(quote[0]), self.text[block.start : block.end])
        statements = [occurrence for occurrence in inside if self._is_statement(occurrence)]
        present = self._present(block, quiet, inside)
        if present and (not statements or present[0] < statements[0].expression.start):
            return present[1]
        if statements:
            own = _of_statements(statements)
            self.section.come_to(_latest(statements, own.date))
            return own
        if self.words.past_verb.search(quiet) and (date := self.section.inherited()):
            return PassageDate(date, Basis.INHERITED)
        return self._only_date(inside)

    def _only_date(self, inside: Sequence[Occurrence[Mention]]) -> PassageDate | None:
        """Of a passage in the general present: "The dream born in 2017 lives"; else of a nickname."""
        named = [
            occurrence.expression
            for occurrence in inside
            if occurrence.expression.basis == Basis.EXPLICIT
            and not (occurrence.is_bracketed or occurrence.is_quoted or self._is_label(occurrence))
        ]
        if len(named) == 1:
            return _plain(named[0])
        nickname = next(
            (occurrence.expression for occurrence in inside if occurrence.expression.basis == Basis.ALIAS),
            None,
        )
        return _plain(nickname) if nickname and not self.section.date else None

    def _is_statement(self, occurrence: Occurrence[Mention]) -> bool:
        """Whether a date says when the passage is, not when something was that it refers to."""
        mention, before = occurrence.expression, self.section.date
        if occurrence.is_bracketed or occurrence.is_quoted or mention.basis in BESIDE:
            return False
        is_reference = self.words.reference.search(occurrence.before)
        if mention.date.is_approximate or is_reference or self._is_label(occurrence):
            return False
        return occurrence.leads or not before or mention.date.last.year >= before.first.year

    def _is_label(self, occurrence: Occurrence[Mention]) -> bool:
        """Whether a year only names a thing: "its 2023 guilty plea"."""
        mention = occurrence.expression
        if mention.date.precision < Precision.YEAR or mention.date.is_interval:
            return False
        is_followed = re.compile(r"[ -]\w").match(self.text, mention.end)
        return bool(is_followed and self.words.label.search(occurrence.before))

    def _present(
        self, block: Block, quiet: str, inside: Sequence[Occurrence[Mention]]
    ) -> tuple[int, PassageDate] | None:
        """Where the passage speaks of the time of writing, and that time: its year, or what it names."""
        for occurrence in inside:
            if occurrence.expression.basis == Basis.PUBLICATION and not occurrence.is_quoted:
                return occurrence.expression.start, _plain(occurrence.expression)
        dates = self.words.present.search(quiet)
        year = self.written and _year_of(self.written)
        if not dates or not year:
            return None
        return block.start + dates.start(), PassageDate(year, Basis.PUBLICATION)


def date_passages(
    text: str,
    blocks: Sequence[Block],
    mentions: Sequence[Mention],
    *,
    written: HistoricalDate | None = None,
    language: str | None = None,
) -> list[PassageDate | None]:
    """A date or None for each paragraph among the blocks (level 0), in their order.

    Dates are inherited from passage to passage within a section only: up to the next heading of the
    outermost level that divides the document.
    """
    reader = PassageReader(text, _words(main_language(text, language)), written, _Section())
    dividing = _dividing_level(blocks)
    by_block: dict[int, list[Occurrence[Mention]]] = {}
    for occurrence in occurrences_of(text, blocks, mentions):
        by_block.setdefault(occurrence.block, []).append(occurrence)
    dates: list[PassageDate | None] = []
    for number, block in enumerate(blocks):
        if block.level:
            reader.section.pass_heading(divides=block.level <= dividing)
        else:
            dates.append(reader.own(block, by_block.get(number, [])))
    return dates


def _dividing_level(blocks: Sequence[Block]) -> int:
    """The outermost level that has more than one heading; a title alone divides nothing."""
    levels = Counter(block.level for block in blocks if block.level)
    return min((level for level, count in levels.items() if count > 1), default=1)


def _of_statements(statements: Sequence[Occurrence[Mention]]) -> PassageDate:
    """The first one's date, or the years from the first to the last that its sentence runs through."""
    first = statements[0].expression
    sentence = statements[0].sentence
    years = [statement.expression.date for statement in statements if statement.sentence == sentence]
    ascending = all(a.first < b.first for a, b in pairwise(years))
    if len(years) > 1 and ascending and all(map(_is_year, years)):
        return PassageDate(HistoricalDate(years[0].begin, years[-1].finish), Basis.EXPLICIT)
    for occurrence in statements[1:]:  # "In 2017, ... That day, ...": the narrative comes to the day it means
        mention = occurrence.expression
        if mention.date.precision == Precision.DAY and not re.search(r"\d", mention.text):
            return _plain(mention if first.date.covers(mention.date) else first)
    return _plain(first)


def _plain(mention: Mention) -> PassageDate:
    return PassageDate(mention.date, mention.basis)


def _is_year(date: HistoricalDate) -> bool:
    return date.precision == Precision.YEAR and not date.is_interval


def _latest(statements: Sequence[Occurrence[Mention]], own: HistoricalDate) -> HistoricalDate:
    """What the next passages inherit: the last date that the narrative came to."""
    last = statements[-1].expression.date
    return own if last.covers(own) else last


@cache
def _words(language: str) -> _Words:
    lexicon = lexicon_of(language)
    patterns = (lexicon.reference, lexicon.label, lexicon.present, lexicon.past_verb)
    return _Words(*(re.compile(pattern, re.VERBOSE) for pattern in patterns))
