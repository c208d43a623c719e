"""Where each word stands in each passage, in flat arrays, many passages at a time.

Units never reach over white space, so a text's units are those of its pieces between spaces, and a piece
that was seen before is looked up instead of analysed. What two neighbouring pieces make together ("4.3
billion") is seen to here. That this finds what `analyse` finds is a law of the tests.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from bot.arrays import Columns, offsets, ranges
from bot.search.cutting.forms import BESIDE
from bot.search.cutting.pieces import ENDS_IN_NUMBER, IS_MAGNITUDE, Pieces
from bot.search.cutting.sentence_ends import sentence_ends
from bot.search.words.analysis import analyse
from bot.search.words.numbers import times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.search.cutting.forms import Forms
    from bot.search.cutting.texts import Joined
    from bot.sources.passage_table import PassageTable

    Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Beside(Columns):
    """Forms that stand beside a unit: pairs of characters, compounds, sums, names."""

    forms: NDArray[np.int32]
    places: NDArray[np.int32]  # of the unit, counted from its passage's first one
    offsets: NDArray[np.int64]  # by passage

    def part(self, first: int, last: int) -> Beside:
        """Those of some passages."""
        begin, end = int(self.offsets[first]), int(self.offsets[last])
        return Beside(self.forms[begin:end], self.places[begin:end], self.offsets[first : last + 1] - begin)

    @classmethod
    def joined(cls, parts: Sequence[Beside]) -> Beside:
        """Those of all parts behind each other."""
        return cls(
            np.concatenate([part.forms for part in parts]),
            np.concatenate([part.places for part in parts]),
            offsets(np.concatenate([np.diff(part.offsets) for part in parts])),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Units(Columns):
    """The forms of all passages behind each other, what stands beside them, and their sentences."""

    forms: NDArray[np.int32]
    offsets: NDArray[np.int64]  # by passage
    beside: Beside
    sentences: NDArray[np.int32]  # each one's first unit, counted from its passage's first one
    sentence_offsets: NDArray[np.int64]  # by passage; each has one sentence at least
    is_dated: NDArray[np.bool_]  # by sentence
    has_number: NDArray[np.bool_]  # one that is no date

    def part(self, first: int, last: int) -> Units:
        """Those of some passages."""
        begin, end = int(self.offsets[first]), int(self.offsets[last])
        inside = slice(int(self.sentence_offsets[first]), int(self.sentence_offsets[last]))
        return Units(
            forms=self.forms[begin:end],
            offsets=self.offsets[first : last + 1] - begin,
            beside=self.beside.part(first, last),
            sentences=self.sentences[inside],
            sentence_offsets=self.sentence_offsets[first : last + 1] - inside.start,
            is_dated=self.is_dated[inside],
            has_number=self.has_number[inside],
        )

    def renumbered(self, numbers: NDArray[np.int32]) -> Units:
        """The same with other numbers for the forms."""
        beside = replace(self.beside, forms=numbers[self.beside.forms])
        return replace(self, forms=numbers[self.forms], beside=beside)

    @classmethod
    def joined(cls, parts: Sequence[Units]) -> Units:
        """Those of all parts behind each other; they must number their forms alike."""
        return cls(
            forms=np.concatenate([part.forms for part in parts]),
            offsets=offsets(np.concatenate([np.diff(part.offsets) for part in parts])),
            beside=Beside.joined([part.beside for part in parts]),
            sentences=np.concatenate([part.sentences for part in parts]),
            sentence_offsets=offsets(np.concatenate([np.diff(part.sentence_offsets) for part in parts])),
            is_dated=np.concatenate([part.is_dated for part in parts]),
            has_number=np.concatenate([part.has_number for part in parts]),
        )


class UnitReader:
    """Reads passages, some thousands at a time, and numbers their forms."""

    def __init__(self, forms: Forms) -> None:
        self.forms = forms
        self._pieces = Pieces(forms)

    def read(self, texts: Joined, catalogue: PassageTable) -> Units:
        """The units of passages with these texts."""
        return _Batch(self._pieces, texts).units(catalogue)


class _Batch:
    """Texts with their pieces and units."""

    def __init__(self, pieces: Pieces, texts: Joined) -> None:
        self._all_forms = pieces.forms
        self._texts = texts
        self._ids = pieces.numbers(texts)
        self._table = table = pieces.table()
        self._first, self._last = table.ends[self._ids], table.ends[self._ids + 1]  # units in the table
        self._before = offsets(self._last - self._first)  # units before each piece
        self._forms = table.forms[ranges(self._first, self._last)]
        self._offsets = self._before[np.searchsorted(texts.starts, texts.begins)]

    def units(self, catalogue: PassageTable) -> Units:
        starts, ends, owners = self._sentences()
        begins = np.repeat(
            self._texts.characters(self._texts.begins[:-1]), np.diff(catalogue.mention_offsets)
        )
        mentions = self._texts.places(begins + catalogue.mention_starts)
        mention_ends = self._texts.places(begins + catalogue.mention_ends)
        mention = np.append(mentions, len(self._texts.raw) + 1)[np.searchsorted(mentions, starts)]
        numbers = _outside(self._numbers(), mentions, mention_ends)
        return Units(
            forms=self._forms,
            offsets=self._offsets,
            beside=self._beside(),
            sentences=(self._units_before(starts) - self._offsets[owners]).astype(np.int32),
            sentence_offsets=offsets(np.bincount(owners, minlength=len(self._offsets) - 1)),
            is_dated=mention < ends,
            has_number=np.diff(np.searchsorted(numbers, starts), append=len(numbers)) > 0,
        )

    def _sentences(self) -> tuple[Whole, Whole, Whole]:
        """Starts, ends and passages of all sentences; a passage of white space is one empty sentence."""
        texts = self._texts
        bounds = np.concatenate(([0], sentence_ends(texts)))
        first = np.searchsorted(texts.ends, bounds[:-1], "right")  # piece that is not over
        last = np.searchsorted(texts.starts, bounds[1:]) - 1  # piece that has begun
        some = np.flatnonzero(first <= last)
        starts = np.maximum(bounds[:-1][some], texts.starts[first[some]])
        ends = np.minimum(bounds[1:][some], texts.ends[last[some]])
        owners = np.searchsorted(texts.begins, starts, "right") - 1
        empty = np.flatnonzero(np.bincount(owners, minlength=len(texts.begins) - 1) == 0)
        at = np.searchsorted(starts, texts.begins[empty])
        empties = texts.begins[empty]
        return np.insert(starts, at, empties), np.insert(ends, at, empties), np.insert(owners, at, empty)

    def _units_before(self, places: Whole) -> Whole:
        """How many units begin before each place."""
        pieces = np.searchsorted(self._texts.ends, places, "right")
        units = self._before[pieces]
        starts = np.append(self._texts.starts, len(self._texts.raw) + 1)
        inside = np.flatnonzero(starts[pieces] < places)
        cut, which = np.unique(pieces[inside], return_inverse=True)
        begins = offsets(self._last[cut] - self._first[cut])[which]
        units[inside] += np.searchsorted(self._starts(cut), places[inside]) - begins
        return units

    def _starts(self, pieces: Whole) -> Whole:
        """Where the units of some pieces begin."""
        first, last = self._first[pieces], self._last[pieces]
        starts: Whole = np.repeat(self._texts.starts[pieces], last - first)
        return starts + self._table.starts[ranges(first, last)]

    def _numbers(self) -> Whole:
        """Where units begin that are numbers."""
        some = np.flatnonzero(self._table.numbers[self._ids])
        is_number = self._table.is_number[ranges(self._first[some], self._last[some])]
        return self._starts(some)[is_number > 0]

    def _beside(self) -> Beside:
        """What stands beside units, within pieces and between neighbours."""
        table, ids = self._table, self._ids
        many = table.beside_ends[ids + 1] - table.beside_ends[ids]
        some = np.flatnonzero(many)
        at = ranges(table.beside_ends[ids[some]], table.beside_ends[ids[some] + 1])
        places = np.repeat(self._before[some], many[some]) + table.beside_places[at]
        sums = self._sums()
        places = np.concatenate((places, np.array([place for place, _ in sums], np.int64)))
        forms = np.concatenate((table.beside_forms[at], np.array([form for _, form in sums], np.int32)))
        order = np.argsort(places, kind="stable")
        places = places[order]
        owners = np.searchsorted(self._offsets, places, "right") - 1
        return Beside(
            forms[order],
            (places - self._offsets[owners]).astype(np.int32),
            np.searchsorted(places, self._offsets),
        )

    def _sums(self) -> list[tuple[int, int]]:
        """Numbers with a word such as "million" behind the space: the number's place, the form of both."""
        flags, texts = self._table.flags[self._ids], self._texts
        near = np.flatnonzero((flags[:-1] & ENDS_IN_NUMBER > 0) & (flags[1:] & IS_MAGNITUDE > 0))
        near = near[texts.characters(texts.starts[near + 1]) - texts.characters(texts.ends[near]) == 1]
        near = near[~np.isin(texts.starts[near + 1], texts.begins)]  # not across two passages
        return [row for piece in near.tolist() if (row := self._sum(piece))]

    def _sum(self, piece: int) -> tuple[int, int] | None:
        word = self._texts.piece(piece + 1)
        magnitude = word[: analyse(word).ends[0]].lower()
        place = int(self._before[piece + 1]) - 1
        value = times(self._all_forms.terms[self._forms[place]], magnitude)
        return (place, self._all_forms.number(BESIDE, value)) if value else None


def _outside(places: Whole, starts: Whole, ends: Whole) -> Whole:
    """The places that are in no span; spans begin in order."""
    reach = np.maximum.accumulate(np.append(0, ends))  # of the first spans
    return places[places >= reach[np.searchsorted(starts, places, "right")]]
