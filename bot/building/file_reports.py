"""What the bot made of each file of a library, and what in it is worth a look."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import quantiles
from typing import TYPE_CHECKING

import numpy as np

from bot.dates import HistoricalDate, say
from bot.sources.passage_table import NONE
from bot.sources.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bot.library import Library
    from bot.sources.file_record import FileRecord
    from bot.sources.passage_table import PassageTable

FEW = 8  # dated passages, of which none stands apart
APART = 3  # times the span of the middle half of all dates, beyond which a date stands apart
YEARS_APART = 60  # at the least
MOST_APART = 3  # of one file that are named
LOOKED_AT = 2_000  # passages of a file whose words are looked at
SOME, SHARE = 3, 0.2  # passages that name years without a date being understood
YEAR = re.compile(r"(?<![\d.,#$€£/-])(?:1[5-9]|20)\d\d(?![\d%]|[.,/-]\d)")
GARBLED = re.compile(  # another encoding's letters
    "\ufffd|Ã[\u0080-\u00bf]|â€[\u0080-\u02ff™œ]|Р[\u00a0-\u00bf°±]С"
)


@dataclass(frozen=True, slots=True)
class FileReport:
    """A file as it was read, how much of it is dated, and what is worth a look."""

    record: FileRecord
    passages: int
    dated_share: float  # 0 to 1
    span: HistoricalDate | None  # from the first date to the last
    remarks: tuple[Problem, ...] = ()


def report_on(library: Library, number: int, today: date) -> FileReport:
    """The report on one of a library's files, by its number."""
    record = library.documents[number]
    first, last = library.documents.passages(number)
    table = library.index.passages.part(first, last)
    dates = _dates(table)
    own = int(np.count_nonzero(table.own_dates != NONE))
    remarks = [*_without_date(own, len(table)), *_apart(table, dates, today), *_not_understood(table)]
    remarks += [*_garbled(table), *_mostly_left_out(table, record)]
    return FileReport(
        record=record,
        passages=len(table),
        dated_share=own / max(len(table), 1),
        span=_span(list(dates.values())),
        remarks=tuple(Problem(record.file, line, message) for line, message in remarks),
    )


def _dates(table: PassageTable) -> dict[int, HistoricalDate]:
    """The different dates of passages, by their numbers in the table."""
    numbers = np.unique(table.own_dates[table.own_dates != NONE]).tolist()
    return {number: HistoricalDate.parse(table.dates[number]) for number in numbers}


def _span(dates: Sequence[HistoricalDate]) -> HistoricalDate | None:
    closed = [date for date in dates if not date.is_open]
    if not closed:
        return None
    first, last = min(closed, key=lambda date: date.first), max(closed, key=lambda date: date.last)
    return first if first == last else HistoricalDate(first.begin, last.finish)


def _without_date(own: int, passages: int) -> Iterator[tuple[int, str]]:
    if passages and not own:
        yield 0, "no date was found in it; a line `date: 2018-03` in its head would date what it says"


def _apart(table: PassageTable, dates: dict[int, HistoricalDate], today: date) -> Iterator[tuple[int, str]]:
    """Passages whose date lies far from all the others, or has not come yet."""
    now = (today.year, today.month, today.day)
    far = {number for number, date in dates.items() if not date.is_open and _key(date) > now}
    years = {number: date.first.year for number, date in dates.items() if not date.is_open}
    of_passages = [years[number] for number in table.own_dates.tolist() if number in years]
    if len(of_passages) >= FEW:
        low, _, high = quantiles(of_passages, n=4)
        reach = max(APART * (high - low), YEARS_APART)
        far |= {number for number, year in years.items() if not low - reach <= year <= high + reach}
    rows = [row for row, number in enumerate(table.own_dates.tolist()) if number in far]
    for row in rows[:MOST_APART]:
        date = dates[int(table.own_dates[row])]
        is_future = _key(date) > now
        why = "which has not come yet" if is_future else "far from the other dates"
        yield int(table.lines[row]), f"is dated {say(date)}, {why}: is it a date?"


def _key(date: HistoricalDate) -> tuple[int, int, int]:
    return date.first.year, date.first.month, date.first.day


def _not_understood(table: PassageTable) -> Iterator[tuple[int, str]]:
    """Whether passages name years in which no date was found: a language or a way of writing unknown here."""
    looked_at = min(len(table), LOOKED_AT)
    mentions = np.diff(table.mention_offsets[: looked_at + 1]).tolist()
    named = [row for row in range(looked_at) if YEAR.search(table.texts[row])]
    missed = [row for row in named if not mentions[row]]
    if len(missed) >= SOME and len(missed) >= SHARE * len(named):
        yield (
            int(table.lines[missed[0]]),
            f"{len(missed)} passages, this one first, name years that were not understood as dates",
        )


def _garbled(table: PassageTable) -> Iterator[tuple[int, str]]:
    for row in range(min(len(table), LOOKED_AT)):
        if match := GARBLED.search(table.texts[row]):
            yield (
                int(table.lines[row]),
                f'holds "{match[0]}", as if it had been saved in another encoding than its own',
            )
            return


def _mostly_left_out(table: PassageTable, record: FileRecord) -> Iterator[tuple[int, str]]:
    kinds = Counter(dict(record.reading.left_out))
    shown = int(table.texts.rows.sizes.sum())
    if kinds.total() > shown:
        yield 0, f"more was left out than is read: {left_out_of(record)}"


def left_out_of(record: FileRecord) -> str:
    """What was not read of a file, in characters by kind: "code 1,037, comments 95"."""
    return ", ".join(f"{kind} {many:,}" for kind, many in record.reading.left_out)
