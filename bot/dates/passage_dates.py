"""The one date of a passage as a whole: of its own words, its heading, or the passages before it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.dates.block import Block, BlockKind, title_number
from bot.dates.finder import plain_text
from bot.dates.languages import main_language
from bot.dates.layout import is_behind_label, is_of_unknown_date
from bot.dates.mention import Basis, Mention, PassageDate
from bot.dates.sections import Section
from bot.dates.statement_dates import date_of_statements, from_first_to_last, latest_date
from bot.dates.statement_words import StatementWords, statement_words
from bot.dates.surroundings import Occurrence, occurrences_of
from bot.dates.value import HistoricalDate, Point, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NEAR = 1  # years between a text's writing and all that a report of its own time names
INTRODUCTION = -1  # depth, above that of all items
BESIDE = frozenset({Basis.ALIAS, Basis.PUBLICATION})  # what dates no statement
ITEMS = frozenset({BlockKind.ITEM, BlockKind.ROW})
QUOTATION = re.compile(r"„[^„“”]*[“”]|“[^“”]*”|\"[^\"\n]*\"|«[^«»]*»|「[^「」]*」")
NUMBER = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s")
WORD = re.compile(r"[^\W\d_]")
OPEN_END = re.compile(  # behind a date of a heading: "1921 –", "1921 to today"
    r"\s?(?:[-–—]|to|bis|по|至|到)\s?(?:(?:the[ ])?present|today|now|date|heute|сегодня|今)?\s*$"
)
CLOSES = re.compile(  # behind a bracket that ends its passage: "by Ann Reed (1985)."
    r"[)\]）][.!?。！？]?\s*$"
)
QUARTER = re.compile(r"Q[1-4](?: [12]\d{3})?")
IN_TIME = re.compile(
    r"\b(?:in|by|during|since|until|till|from|im|bis|seit|en|desde|hasta|в|с)\s$", re.IGNORECASE
)
ENDS = re.compile(r"[.!?]\s|[。！？]")  # of a sentence
IN_THE = re.compile(r"\b(?:in|during|by|from|throughout|around)\sthe\s$", re.IGNORECASE)
GOES_ON = re.compile(r"[ -]\w")


@dataclass(frozen=True, slots=True)
class DatedPassages:
    """What is known of the passages of a document."""

    dates: list[PassageDate | None]  # of each
    mentions: list[Mention]  # of the whole document, in order


def date_passages(  # noqa: PLR0913 - each names one thing that is known of a document
    text: str,
    blocks: Sequence[Block],
    mentions: Sequence[Mention],
    *,
    written: HistoricalDate | None = None,
    language: str | None = None,
    document_date: PassageDate | None = None,
) -> DatedPassages:
    """A date or None for each block that is no heading, in their order; and which mentions are statements.

    Dates are inherited from passage to passage within a section only: up to the next heading of the
    outermost level that divides the document. `document_date` dates what nothing else does.
    """
    plain = plain_text(text)
    words = statement_words(main_language(plain, language))
    reader = PassageDates(plain, words, written, Section(document_date))
    by_block: dict[int, list[Occurrence[Mention]]] = {}
    introductions: dict[int, list[Occurrence[Mention]]] = {}
    occurrences = list(occurrences_of(plain, blocks, mentions))
    for occurrence in occurrences:
        rows = introductions if occurrence.is_between else by_block
        rows.setdefault(occurrence.block, []).append(occurrence)
    dividing, title = _dividing_level(blocks), title_number(blocks)
    dates: list[PassageDate | None] = []
    for number, block in enumerate(blocks):
        inside = by_block.get(number, [])
        if block.level:
            reader.pass_heading(block, inside, divides=block.level <= dividing, is_title=number == title)
        else:
            reader.introduce(introductions.get(number - 1, []))
            dates.append(reader.date_of(block, inside))
    if written and _is_of_its_time(written, mentions):
        dates = [date or PassageDate(written, Basis.PUBLICATION) for date in dates]
    return DatedPassages(dates, _with_statements(reader, occurrences))


def _is_of_its_time(written: HistoricalDate, mentions: Sequence[Mention]) -> bool:
    """Whether a text tells of the days around its writing, as a report or a post does: it names no others."""
    if not mentions or written.precision > Precision.MONTH or written.is_interval:
        return False
    years = (year for mention in mentions for year in (mention.date.first.year, mention.date.last.year))
    return all(abs(year - written.first.year) <= NEAR for year in years)


def date_of_sentence(
    text: str, mentions: Sequence[Mention], own: PassageDate | None, start: int, language: str | None = None
) -> PassageDate | None:
    """The date of a sentence that names none, which begins at `start` of a passage.

    That of the nearest statement before it in the passage, else the passage's own date.
    """
    plain = plain_text(text)
    reader = PassageDates(plain, statement_words(main_language(plain, language)), None, Section())
    before = [mention for mention in mentions if mention.start < start]
    candidates = reader.candidates(occurrences_of(plain, [Block(0, len(plain))], before))
    return PassageDate.of(candidates[-1].expression) if candidates else own


def _with_statements(reader: PassageDates, occurrences: Sequence[Occurrence[Mention]]) -> list[Mention]:
    """The mentions; of each sentence the one that says when it took place is marked as its statement.

    That is the first that is neither quoted nor an aside ("born in 1977"), or a more exact one within it:
    "In 2017 ... that day, 4 September". Dates from the time of writing and nicknames of events are none.
    """
    by_sentence: dict[tuple[int, int], Mention] = {}
    for occurrence in filter(reader.is_statement, occurrences):
        sentence, mention = (occurrence.block, occurrence.sentence), occurrence.expression
        before = by_sentence.get(sentence)
        if before is None or (mention.date != before.date and before.date.covers(mention.date)):
            by_sentence[sentence] = mention
    starts = {mention.start for mention in by_sentence.values()}
    mentions = (occurrence.expression for occurrence in occurrences)
    return [replace(row, is_statement=True) if row.start in starts else row for row in mentions]


def _year_of(written: HistoricalDate) -> HistoricalDate | None:
    """The year in which something was written, as exact as that is known."""
    begin, finish = written.begin, written.finish
    if not begin or not finish or begin.span or begin.year != finish.year:
        return None if written.is_open else written
    return HistoricalDate.of(Point(begin.year, is_approximate=written.is_approximate))


@dataclass(frozen=True, slots=True)
class PassageDates:
    """Reads the passages of one document in order."""

    text: str
    words: StatementWords
    written: HistoricalDate | None
    section: Section

    def pass_heading(
        self, block: Block, inside: Sequence[Occurrence[Mention]], *, divides: bool, is_title: bool
    ) -> None:
        """What stands under a heading that names a date has it from there."""
        mentions = [
            occurrence.expression
            for occurrence in inside
            if occurrence.expression.basis not in BESIDE
            and not self.words.reference.search(occurrence.before)
            and not self._is_other_time(block, occurrence.expression)
        ]
        whole = from_first_to_last(_most_exact([mention.date for mention in mentions])) if mentions else None
        if whole and not whole.is_interval and OPEN_END.match(self.text, mentions[-1].end, block.end):
            whole = HistoricalDate(whole.begin, None)
        words = self.text[block.start : block.end].strip()
        self.section.pass_heading(block.level, words, whole, divides=divides, is_title=is_title)

    def _is_other_time(self, block: Block, mention: Mention) -> bool:
        """Whether in what is all of one day a heading speaks of other times: "Minutes of the 2004 AGM"."""
        day, date = self.section.day, mention.date
        if not day or date.precision is Precision.DAY or date.covers(day):
            return False
        before = NUMBER.sub("", self.text[block.start : mention.start])
        return bool(WORD.search(before) and WORD.search(self.text, mention.end, block.end))

    def introduce(self, before: Sequence[Occurrence[Mention]]) -> None:
        """A line before a list, which is shown with its items only, dates these."""
        if candidates := self.candidates(before):
            self.section.enter_item(INTRODUCTION, date_of_statements(candidates))

    def date_of(self, block: Block, inside: Sequence[Occurrence[Mention]]) -> PassageDate | None:
        """Of its own words, of its message's stamp, or inherited."""
        quiet = QUOTATION.sub(lambda quote: " " * len(quote[0]), self.text[block.start : block.end])
        statements = self._under_heading(block, self._statements(inside))
        dateline = next((here.expression.date for here in inside if here.is_dateline), None)
        if dateline and dateline.precision < Precision.YEAR:
            self.section.take_dateline(dateline)
        own = self._of_words(block, quiet, inside, statements)
        if block.kind in ITEMS:
            return self._item(block, quiet, inside, own)
        if own and statements and own.basis != Basis.PUBLICATION and not own.date.is_open:
            self.section.come_to(latest_date(statements, own.date))
        if own:
            return own
        if block.kind == BlockKind.MESSAGE and block.stamp:
            return PassageDate(block.stamp, Basis.STAMP)
        return self.section.inherited(tells=self._tells(quiet)) or self._only_date(block, inside)

    def _tells(self, quiet: str) -> bool:
        """Whether it tells of what was, not how things are in general."""
        return bool(self.words.past_verb.search(quiet))

    def _item(
        self, block: Block, quiet: str, inside: Sequence[Occurrence[Mention]], own: PassageDate | None
    ) -> PassageDate | None:
        """An item's own date is that of the items below it, and of no other, unless it is "Date: ..."."""
        tells = bool(block.context) or self._tells(quiet)
        is_unknown = is_of_unknown_date(self.text, block)
        above = None if own or is_unknown else self.section.above_item(block.depth, tells=tells)
        date = own or above or self._only_date(block, inside)
        is_of_all = block.kind is BlockKind.ITEM and any(
            is_behind_label(self.text, block, here.expression.start) and not here.is_dateline
            for here in inside
        )
        self.section.enter_item(INTRODUCTION if is_of_all else block.depth, date)
        return date

    def _of_words(
        self,
        block: Block,
        quiet: str,
        inside: Sequence[Occurrence[Mention]],
        statements: Sequence[Occurrence[Mention]],
    ) -> PassageDate | None:
        """Of the statement or the present that comes first."""
        present = self._present(block, quiet, inside)
        if present and (not statements or present[0] < statements[0].expression.start):
            return present[1]
        return date_of_statements(statements) if statements else None

    def _only_date(self, block: Block, inside: Sequence[Occurrence[Mention]]) -> PassageDate | None:
        """Of a passage in the general present: "The dream born in 2017 lives"; else of a nickname."""
        named = [
            occurrence.expression
            for occurrence in inside
            if occurrence.expression.basis == Basis.EXPLICIT
            and not (occurrence.is_quoted or self._is_label(occurrence))
            and (not occurrence.is_bracketed or CLOSES.match(self.text, occurrence.expression.end, block.end))
        ]
        if len(named) == 1:
            return PassageDate.of(named[0])
        nickname = next((here.expression for here in inside if here.expression.basis == Basis.ALIAS), None)
        return PassageDate.of(nickname) if nickname and not self.section.date else None

    def _statements(self, inside: Sequence[Occurrence[Mention]]) -> list[Occurrence[Mention]]:
        """The dates that say when the passage is; those of a past that it only looks back to are none."""
        candidates = self.candidates(inside) or list(filter(self.is_statement, inside))
        statements: list[Occurrence[Mention]] = []
        for occurrence in candidates:
            first = statements[0].expression.date if statements else None
            if not self._looks_back(occurrence, first):
                statements.append(occurrence)
        return statements or (candidates if len(candidates) > 1 else [])

    def _under_heading(
        self, block: Block, statements: list[Occurrence[Mention]]
    ) -> list[Occurrence[Mention]]:
        """Statements from the first that lies in the time of the heading above, if one does.

        Under "1957": It was forbidden until the vote of [1955]. On [2 May 1957] it was founded again.
        What is of a year before is only looked back to behind the first sentence.
        """
        heading = self.section.headings[-1].date if self.section.headings else None
        if not heading or heading.basis != Basis.HEADING:
            return statements
        inside = [n for n, row in enumerate(statements) if heading.date.covers(row.expression.date)]
        if inside or heading.date.precision > Precision.YEAR or block.kind in ITEMS:
            return statements[inside[0] if inside else 0 :]
        return [row for row in statements if not self._only_adds(block, row, heading.date)]

    def _only_adds(self, block: Block, row: Occurrence[Mention], date: HistoricalDate) -> bool:
        """Whether behind a sentence of the heading's own time it tells of a year before."""
        is_before = row.expression.date.last.year < date.first.year
        return is_before and bool(ENDS.search(self.text, block.start, row.expression.start))

    def candidates(self, inside: Iterable[Occurrence[Mention]]) -> list[Occurrence[Mention]]:
        """The dates of statements, not of what these refer to."""
        return [occurrence for occurrence in inside if self._may_be_statement(occurrence)]

    def _may_be_statement(self, occurrence: Occurrence[Mention]) -> bool:
        is_sure = occurrence.is_opening or not occurrence.expression.date.is_approximate
        return is_sure and self.is_statement(occurrence)

    def is_statement(self, occurrence: Occurrence[Mention]) -> bool:
        """Whether it says when something took place, be it only about."""
        mention = occurrence.expression
        if occurrence.is_aside or occurrence.is_quoted or mention.basis in BESIDE:
            return False
        is_whole = mention.date.is_interval and not mention.date.is_open  # с 1987 по 1996
        is_reference = not (is_whole or occurrence.is_entry) and self.words.reference.search(
            occurrence.before
        )
        return not (is_reference or self._is_label(occurrence))

    def _looks_back(self, occurrence: Occurrence[Mention], first: HistoricalDate | None) -> bool:
        """In 2023 ... I recalled the talk in [2014]; not "It was dug in [1801]".

        A passage whose first statement lies before all that is told from there.
        """
        before = self.section.date
        before = first if before and first and first.first < before.first else before
        if (
            occurrence.leads
            or occurrence.is_entry
            or not before
            or occurrence.expression.date.last.year >= before.first.year
        ):
            return False
        return not self.words.dated_verb.search(occurrence.before)

    def _is_label(self, occurrence: Occurrence[Mention]) -> bool:
        """Whether a year or quarter only names a thing: "its 2023 guilty plea", "the Q3 report"."""
        mention = occurrence.expression
        if QUARTER.fullmatch(mention.text) and not IN_TIME.search(occurrence.before):
            return occurrence.is_followed
        if mention.date.precision < Precision.YEAR or mention.date.is_interval:
            return False
        is_long = mention.date.precision > Precision.YEAR
        if is_long and IN_THE.search(occurrence.before) and "-" not in mention.text:
            return False  # in the 1850s they moved; not the fifteenth-century hall
        is_followed = GOES_ON.match(self.text, mention.end)
        return bool(is_followed and self.words.label.search(occurrence.before))

    def _present(
        self, block: Block, quiet: str, inside: Sequence[Occurrence[Mention]]
    ) -> tuple[int, PassageDate] | None:
        """Where the passage speaks of the time of writing, and that time: its year, or what it names."""
        for occurrence in inside:
            if occurrence.expression.basis == Basis.PUBLICATION and not occurrence.is_quoted:
                return occurrence.expression.start, PassageDate.of(occurrence.expression)
        year = self.written and _year_of(self.written)
        today = self.words.present.search(quiet) if year and block.kind != BlockKind.MESSAGE else None
        if not today or not year:
            return None
        return block.start + today.start(), PassageDate(year, Basis.PUBLICATION)


def _dividing_level(blocks: Sequence[Block]) -> int:
    """The outermost level that has more than one heading; a title alone divides nothing."""
    levels = Counter(block.level for block in blocks if block.level)
    return min((level for level, count in levels.items() if count > 1), default=1)


def _most_exact(dates: Sequence[HistoricalDate]) -> list[HistoricalDate]:
    """Of the dates of a heading the most exact ones: "Minutes of the AGM 2020 - 25 January 2021"."""
    precision = min(date.precision for date in dates)
    return [date for date in dates if date.precision == precision]
