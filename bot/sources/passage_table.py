"""Passages in flat arrays: a million of them cost what their text does, and each is made when it is shown."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, overload

import numpy as np

from bot.arrays import Columns, Strings, StringsWriter, joined_offsets, offsets
from bot.dates import Basis, HistoricalDate, Mention, PassageDate
from bot.sources.passage_references import key_of, parsed
from bot.sources.source import Passage, Place, Source
from bot.sources.source_json import json_of_source, source_of_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

BASES = tuple(Basis)
NONE = -1


@dataclass(frozen=True, slots=True, eq=False)
class PassageTable(Columns, Sequence[Passage]):
    """All passages in reading order; what many of them share stands in tables of different values."""

    texts: Strings
    lines: NDArray[np.int32]
    keys: NDArray[np.uint64]  # see references.py
    sources: Strings  # table, JSON
    source_of: NDArray[np.int32]
    headings: Strings  # table, JSON
    headings_of: NDArray[np.int32]
    contexts: Strings  # table of what introduces passages
    contexts_of: NDArray[np.int32]
    places: Strings  # table, JSON
    places_of: NDArray[np.int32]  # NONE where the source is one place
    dates: Strings  # table, EDTF
    own_dates: NDArray[np.int32]  # by passage; NONE where there is none
    own_bases: NDArray[np.uint8]
    mention_offsets: NDArray[np.int64]
    mention_starts: NDArray[np.int32]
    mention_ends: NDArray[np.int32]
    mention_dates: NDArray[np.int32]
    mention_bases: NDArray[np.uint8]
    are_statements: NDArray[np.bool_]  # by mention

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> PassageTable:
        """The table of passages."""
        writer = TableWriter()
        for passage in passages:
            writer.add(passage)
        return writer.table()

    def at_address(self, url: str) -> int | None:
        """The number of the first passage whose place has an address, None where none has.

        What stands behind a question mark in a place's address, as a topic's number, is left out of account.
        """
        wanted = json.dumps(url, ensure_ascii=False)
        with_more = f" {wanted[:-1]}?"
        for place, row in enumerate(self.places):
            if row.endswith(f" {wanted}]") or with_more in row:
                return int(np.argmax(self.places_of == place))
        return None

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, number: int) -> Passage: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Passage, ...]: ...
    def __getitem__(self, number: int | slice) -> Passage | tuple[Passage, ...]:
        if isinstance(number, slice):
            return tuple(self[i] for i in range(*number.indices(len(self))))
        text = self.texts[number]
        own, place = int(self.own_dates[number]), int(self.places_of[number])
        return Passage(
            source=source_of_json(self.sources[int(self.source_of[number])]),
            text=text,
            line=int(self.lines[number]),
            headings=_headings(self.headings[int(self.headings_of[number])]),
            mentions=self._mentions(number, text),
            date=None if own == NONE else PassageDate(self.date(own), BASES[self.own_bases[number]]),
            context=self.contexts[int(self.contexts_of[number])],
            place=None if place == NONE else Place(*json.loads(self.places[place])),
        )

    def _mentions(self, number: int, text: str) -> tuple[Mention, ...]:
        rows = slice(*self.mention_offsets[number : number + 2].tolist())
        columns = (
            self.mention_starts,
            self.mention_ends,
            self.mention_dates,
            self.mention_bases,
            self.are_statements,
        )
        return tuple(
            [
                Mention(start, end, text[start:end], self.date(date), BASES[basis], is_statement)
                for start, end, date, basis, is_statement in zip(
                    *[column[rows].tolist() for column in columns], strict=True
                )
            ]
        )

    def date(self, number: int) -> HistoricalDate:
        """One of the different dates, by its number."""
        return HistoricalDate.parse(self.dates[number])

    def find(self, reference: str) -> int | None:
        """The number of the passage that a reference names, None when it is not here any more."""
        named = parsed(reference)
        if named is None:
            return None
        key, line = named
        numbers = np.flatnonzero(self.keys == np.uint64(key)).tolist()
        return min(numbers, key=lambda number: abs(int(self.lines[number]) - line), default=None)

    def all_dates(self) -> Iterator[HistoricalDate]:
        """The table of dates."""
        return map(HistoricalDate.parse, self.dates)

    def source_of_passage(self, number: int) -> Source:
        """The source of a passage, by the number of the passage."""
        return self.source(int(self.source_of[number]))

    def source(self, number: int) -> Source:
        """One of the different sources, by its number."""
        return source_of_json(self.sources[number])

    def all_sources(self) -> Iterator[Source]:
        """The table of sources."""
        return map(source_of_json, self.sources)

    def titles(self, source: int, headings: int) -> tuple[str, ...]:
        """The title of a source, its other names, and headings."""
        cited = self.source(source)
        return (cited.title, *cited.aliases, *json.loads(self.headings[headings]))

    @property
    def dated_share(self) -> float:
        """Share of the passages that have a date, 0 to 1."""
        return float(np.count_nonzero(self.own_dates != NONE) / max(len(self), 1))

    def part(self, first: int, last: int) -> PassageTable:
        """The passages from one up to another, with the same tables."""
        passages = slice(first, last)
        begin, end = int(self.mention_offsets[first]), int(self.mention_offsets[last])
        mentions = slice(begin, end)
        return PassageTable(
            texts=self.texts[passages],
            lines=self.lines[passages],
            keys=self.keys[passages],
            sources=self.sources,
            source_of=self.source_of[passages],
            headings=self.headings,
            headings_of=self.headings_of[passages],
            contexts=self.contexts,
            contexts_of=self.contexts_of[passages],
            places=self.places,
            places_of=self.places_of[passages],
            dates=self.dates,
            own_dates=self.own_dates[passages],
            own_bases=self.own_bases[passages],
            mention_offsets=self.mention_offsets[first : last + 1] - begin,
            mention_starts=self.mention_starts[mentions],
            mention_ends=self.mention_ends[mentions],
            mention_dates=self.mention_dates[mentions],
            mention_bases=self.mention_bases[mentions],
            are_statements=self.are_statements[mentions],
        )

    @classmethod
    def joined(cls, parts: Sequence[PassageTable]) -> PassageTable:
        """The passages of all parts behind each other, with tables of their own."""
        sources, source_of = _joined_table([(part.sources, part.source_of) for part in parts])
        headings, headings_of = _joined_table([(part.headings, part.headings_of) for part in parts])
        contexts, contexts_of = _joined_table([(part.contexts, part.contexts_of) for part in parts])
        places, places_of = _joined_table([(part.places, part.places_of) for part in parts])
        own = [(part.dates, part.own_dates) for part in parts]
        dates, of_all = _joined_table([*own, *((part.dates, part.mention_dates) for part in parts)])
        size = sum(map(len, parts))
        return cls(
            texts=Strings.joined([part.texts for part in parts]),
            lines=np.concatenate([part.lines for part in parts]),
            keys=np.concatenate([part.keys for part in parts]),
            sources=sources,
            source_of=source_of,
            headings=headings,
            headings_of=headings_of,
            contexts=contexts,
            contexts_of=contexts_of,
            places=places,
            places_of=places_of,
            dates=dates,
            own_dates=of_all[:size],
            own_bases=np.concatenate([part.own_bases for part in parts]),
            mention_offsets=joined_offsets([part.mention_offsets for part in parts]),
            mention_starts=np.concatenate([part.mention_starts for part in parts]),
            mention_ends=np.concatenate([part.mention_ends for part in parts]),
            mention_dates=of_all[size:],
            mention_bases=np.concatenate([part.mention_bases for part in parts]),
            are_statements=np.concatenate([part.are_statements for part in parts]),
        )


def _joined_table(
    parts: Sequence[tuple[Strings, NDArray[np.int32]]],
) -> tuple[Strings, NDArray[np.int32]]:
    """One table of different values from several, those that are used, and all columns into it; NONE stays.

    A table that alone has values, all of them used, stays as it is: of a large chat each message is a place.
    """
    used: dict[int, tuple[Strings, NDArray[np.bool_]]] = {}  # by table, which several parts may share
    for table, column in parts:
        _, is_used = used.setdefault(id(table), (table, np.zeros(len(table) + 1, np.bool_)))
        is_used[column] = True  # the last one stands for NONE
    tables = [(table, is_used[:-1]) for table, is_used in used.values() if is_used[:-1].any()]
    if len(tables) == 1 and tables[0][1].all():
        return tables[0][0], np.concatenate([column for _, column in parts])
    numbers: dict[str, int] = {}
    moved = {key: np.full(len(table) + 1, NONE, np.int32) for key, (table, _) in used.items()}
    for table, is_used in tables:
        to = moved[id(table)]
        for number, value in enumerate(table):
            if is_used[number]:
                to[number] = numbers.setdefault(value, len(numbers))
    return Strings.of(numbers), np.concatenate([moved[id(table)][column] for table, column in parts])


class TableWriter:
    """Grows a table of passages."""

    def __init__(self) -> None:
        self._texts = StringsWriter()
        self._keys = array("Q")
        self._rows = array("i")  # eight values a passage
        self._mentions = array("i")  # five values a mention
        self._sources: dict[Source, int] = {}
        self._source: Source | None = None
        self._source_number = 0
        self._headings: dict[tuple[str, ...], int] = {}
        self._contexts: dict[str, int] = {}
        self._places = StringsWriter()  # JSON
        self._place: Place | None = None  # the last one
        self._known_places: dict[Place, int] = {}  # without an address: those with one hardly come again
        self._dates: dict[HistoricalDate, int] = {}

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, passage: Passage) -> None:
        """One more passage."""
        own, dates = passage.date, self._dates
        for mention in passage.mentions:
            date = dates.setdefault(mention.date, len(dates))
            basis = BASES.index(mention.basis)
            self._mentions.extend((mention.start, mention.end, date, basis, mention.is_statement))
        if passage.source is not self._source:  # hashing one takes longer than all else here
            self._source = passage.source
            self._source_number = self._sources.setdefault(passage.source, len(self._sources))
        self._texts.add(passage.text)
        self._keys.append(key_of(passage))
        self._rows.extend(
            (
                passage.line,
                self._source_number,
                self._headings.setdefault(passage.headings, len(self._headings)),
                NONE if own is None else dates.setdefault(own.date, len(dates)),
                0 if own is None else BASES.index(own.basis),
                len(passage.mentions),
                self._contexts.setdefault(passage.context, len(self._contexts)),
                NONE if passage.place is None else self._place_number(passage.place),
            )
        )

    def _place_number(self, place: Place) -> int:
        known = self._known_places.get(place)
        if known is None and place != self._place:
            known = len(self._places)
            self._places.add(json.dumps([place.label, place.url], ensure_ascii=False))
            if place.url is None:
                self._known_places[place] = known
        self._place = place
        return len(self._places) - 1 if known is None else known

    def table(self) -> PassageTable:
        """All that was added."""
        rows = np.array(self._rows).reshape(-1, 8)
        mentions = np.array(self._mentions).reshape(-1, 5)
        return PassageTable(
            texts=self._texts.strings(),
            lines=rows[:, 0].copy(),
            keys=np.array(self._keys),
            sources=Strings.of(map(json_of_source, self._sources)),
            source_of=rows[:, 1].copy(),
            headings=Strings.of(json.dumps(headings, ensure_ascii=False) for headings in self._headings),
            headings_of=rows[:, 2].copy(),
            contexts=Strings.of(self._contexts),
            contexts_of=rows[:, 6].copy(),
            places=self._places.strings(),
            places_of=rows[:, 7].copy(),
            dates=Strings.of(map(str, self._dates)),
            own_dates=rows[:, 3].copy(),
            own_bases=rows[:, 4].astype(np.uint8),
            mention_offsets=offsets(rows[:, 5]),
            mention_starts=mentions[:, 0].copy(),
            mention_ends=mentions[:, 1].copy(),
            mention_dates=mentions[:, 2].copy(),
            mention_bases=mentions[:, 3].astype(np.uint8),
            are_statements=mentions[:, 4].astype(np.bool_),
        )


@lru_cache(maxsize=1024)
def _headings(line: str) -> tuple[str, ...]:
    return tuple(json.loads(line))
