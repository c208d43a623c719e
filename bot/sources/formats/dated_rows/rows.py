"""Rows with dates as the parts of a text: an item each, or a heading over what a row lists."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.dates import BlockKind, find_dates
from bot.sources.cleaning import clean
from bot.sources.dated_lines import is_date_alone
from bot.sources.draft import Part
from bot.sources.formats.dated_rows.keys import (
    DATES,
    DAYS,
    ENDS,
    MONTHS,
    STARTS,
    TEXTS,
    TITLES,
    bare,
    is_for_programs,
    readable,
)  # fmt: skip
from bot.sources.formats.markdown import read as read_markdown
from bot.sources.strict_yaml import List, Map, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sources.strict_yaml import Value

FEWEST = 2  # rows with dates that make a file a document; keys that are dates
LONG = 200  # characters of a text in a list that is a paragraph of its own
DEEPEST = 6  # level of a heading
STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*")  # 2018-03-04T10:00:00Z
YEAR = re.compile(r"[12]\d{3}")
NUMBER = re.compile(r"\d{1,2}")
MONTH_DAY = re.compile(r"(1[0-2]|0?[1-9])[/.](1[3-9]|2\d|3[01])")
LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?")
MARKUP = re.compile(r"[<*_`\[\]&\\]|\n")


@dataclass(slots=True)
class DatedRow:
    """What a row says to a reader."""

    line: int
    date: str = ""
    titles: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)  # "runner up: Bo Holm"
    texts: list[str] = field(default_factory=list)
    lists: list[Value] = field(default_factory=list)

    @property
    def has_date(self) -> bool:
        """Whether its date is one."""
        return bool(self.date) and bool(find_dates(self.date))


class RowReader:
    """Collects the parts of a file's values, and counts the rows with dates."""

    def __init__(self) -> None:
        self.dated = 0

    def parts(self, value: Value | None, level: int = 2) -> Iterator[Part]:
        """The parts of a value; headings in it begin at a level."""
        if isinstance(value, List):
            for item in value.items:
                yield from self._item(item, level)
        elif isinstance(value, Map):
            yield from self._map(value, level)

    def _map(self, value: Map, level: int) -> Iterator[Part]:
        """A row, or a map of rows by their dates, or of several lists."""
        if sum(map(is_date_alone, value.entries)) >= max(FEWEST, len(value.entries) / 2):
            for key, content in value.entries.items():
                yield from self._of_date(key, content, level)
        elif any(bare(key) in DATES | STARTS for key in value.entries):
            yield from self._row(value, level)
        else:
            inner = {key: each for key, each in value.entries.items() if isinstance(each, (List, Map))}
            for key, content in inner.items():
                if len(inner) > 1 and isinstance(content, List):
                    yield Part(readable(key).capitalize(), content.line, BlockKind.HEADING, level)
                yield from self.parts(content, min(level + 1, DEEPEST))

    def _of_date(self, date: str, content: Value, level: int) -> Iterator[Part]:
        """What stands under a date that is a key."""
        self.dated += 1
        if isinstance(content, Text):
            if words := plain(content.text):
                yield Part(f"{date}: {words}", content.line, BlockKind.ITEM)
            return
        yield Part(date, content.line, BlockKind.HEADING, level)
        yield from self.parts(content, min(level + 1, DEEPEST))

    def _item(self, value: Value, level: int) -> Iterator[Part]:
        if isinstance(value, Map):
            yield from self._row(value, level)
        elif isinstance(value, Text) and (words := plain(value.text)):
            kind = BlockKind.PARAGRAPH if len(words) >= LONG else BlockKind.ITEM
            yield Part(words, value.line, kind)

    def _row(self, value: Map, level: int) -> Iterator[Part]:
        row = row_of(value)
        self.dated += row.has_date
        said = [*row.titles, *([", ".join(row.named)] if row.named else []), *row.texts]
        if row.lists:
            heading = " · ".join(filter(None, [*row.titles[:1], row.date])) or "".join(said[:1])
            if heading:
                yield Part(heading, row.line, BlockKind.HEADING, level)
            yield from (
                Part(words, row.line) for words in said if words != heading and words not in row.titles[:1]
            )
            for content in row.lists:
                yield from self.parts(content, min(level + 1, DEEPEST))
        elif said:
            head = f"{row.date}: {said[0]}" if row.date else said[0]
            yield Part("\n".join([head, *said[1:]]), row.line, BlockKind.ITEM)


def row_of(value: Map) -> DatedRow:
    """A map as what it says to a reader."""
    row = DatedRow(value.line)
    row.date = _date_of(value)
    _collect(row, value)
    return row


def _collect(row: DatedRow, value: Map) -> None:
    """All that a map says but for its date; what it says in several languages once."""
    for key, content in value.entries.items():
        name = bare(key)
        if isinstance(content, Map):
            if chosen := _of_one_language(content):
                content = chosen  # noqa: PLW2901 - read as if the others were not there
            elif not is_for_programs(key, "x y"):
                _collect(row, content) if name not in DATES | STARTS | ENDS else None
                continue
        if isinstance(content, List):
            if not is_for_programs(key, "x y"):
                row.lists.append(content)
        elif isinstance(content, Text) and not (name in DATES | STARTS | ENDS | MONTHS and row.date):
            _collect_text(row, key, content.text)


def _collect_text(row: DatedRow, key: str, text: str) -> None:
    words = "" if is_for_programs(key, text.strip()) else plain(text)
    if not words or words in row.titles:
        return
    if bare(key) in TITLES:
        row.titles.append(words)
    elif bare(key) in TEXTS or len(words) >= LONG:
        row.texts.append(words)
    else:
        row.named.append(f"{readable(key)}: {words}")


def _date_of(value: Map) -> str:
    """The date of a row: of one key, of year, month and day, or from a start to an end."""
    entries = {bare(key): content for key, content in value.entries.items()}
    whole = _whole_date(entries)
    if whole:
        return whole
    start, end = (
        next((date for name in names if (date := _date_text(entries.get(name)))), "")
        for names in (STARTS, ENDS)
    )
    if start and not end:
        end = _date_text(entries.get("end"))
    return f"{start} – {end}" if start and end and start != end else start


def _whole_date(entries: dict[str, Value]) -> str:
    texts = {name: content.text.strip() for name, content in entries.items() if isinstance(content, Text)}
    year = next((texts[name] for name in ("year", "jahr", "año", "год", "年") if texts.get(name)), "")
    month = next((texts[name] for name in sorted(MONTHS) if texts.get(name)), "")
    day = next((texts[name] for name in sorted(DAYS) if texts.get(name)), "")
    if YEAR.fullmatch(year) and NUMBER.fullmatch(month):
        is_day = NUMBER.fullmatch(day) is not None
        return f"{year}-{int(month):02}" + (f"-{int(day):02}" if is_day else "")
    if year and month:
        return f"{day} {month} {year}".strip()
    dates = [_date_text(content) for name, content in entries.items() if name in DATES]
    known = [date for date in dates if date]
    other = next((date for date in known if date != year), "")
    if year and other and not YEAR.search(other):
        return _joined(year, other)
    return next((date for date in known if YEAR.search(date)), "") or "".join(known[:1])


def _joined(year: str, rest: str) -> str:
    """A year and a date without one, in the order that cannot be misread: "7/31" of 2015."""
    month_day = MONTH_DAY.fullmatch(rest)
    return f"{year}/{month_day[1]}/{month_day[2]}" if month_day else f"{year}, {rest}"


def _date_text(value: Value | None) -> str:
    if isinstance(value, Map):
        return _whole_date({bare(key): content for key, content in value.entries.items()})
    text = value.text.strip() if isinstance(value, Text) else ""
    return STAMP.sub(r"\1", text)


def _of_one_language(value: Map) -> Text | None:
    """The text of a map of languages, the English one if it is there."""
    if not value.entries or not all(LANGUAGE.fullmatch(key) for key in value.entries):
        return None
    texts = [content for content in value.entries.values() if isinstance(content, Text)]
    english = value.entries.get("en")
    chosen = english if isinstance(english, Text) else next(iter(texts), None)
    return chosen if len(texts) == len(value.entries) else None


def plain(text: str) -> str:
    """A text as a reader sees it: values hold addresses, Markdown and HTML."""
    words = clean(text, Counter())
    if not MARKUP.search(words):
        return words
    return "\n".join(part.text for part in read_markdown(words).parts)
