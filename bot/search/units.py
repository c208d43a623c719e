"""Where each word stands in each passage, in flat arrays, many passages at a time.

Units never reach over white space, so a text's units are those of its pieces between spaces, and a piece
that was seen before is looked up instead of analysed. What two neighbouring pieces make together ("4.3
billion") is seen to here. That this finds what `analyse` finds is a law of the tests.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from bot.search.analysis import analyse
from bot.search.numbers import times
from bot.search.pieces import BESIDE, ENDS_IN_NUMBER, IS_MAGNITUDE, Forms, Pieces, Text
from bot.sentences import sentences
from bot.shelf import Columns, offsets, ranges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.sources.catalogue import Catalogue

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

    def read(self, catalogue: Catalogue) -> Units:
        """The units of passages."""
        return _Batch(self._pieces, list(catalogue.texts)).units(catalogue)


class _Batch:
    """Texts behind each other, a line end between any two, with their pieces and units."""

    def __init__(self, pieces: Pieces, texts: list[str]) -> None:
        self._all_forms = pieces.forms
        self._text = "\n".join(texts)
        self._begins = offsets([len(text) + 1 for text in texts])
        cut = Text.of(self._text)
        self._ids = pieces.numbers(cut)
        self._table = table = pieces.table()
        self._piece_starts = cut.starts
        first, last = table.offsets[self._ids], table.offsets[self._ids + 1]
        at = ranges(first, last)
        self._before = offsets(last - first)  # units before each piece
        self._forms, self._is_number = table.forms[at], table.is_number[at]
        self._starts = np.repeat(self._piece_starts, last - first) + table.starts[at]
        self._offsets = np.searchsorted(self._starts, self._begins)

    def units(self, catalogue: Catalogue) -> Units:
        starts, ends, owners, sentence_offsets = self._sentences()
        places = np.searchsorted(self._starts, starts)
        begins = np.repeat(self._begins[:-1], np.diff(catalogue.mention_offsets))
        mentions, mention_ends = catalogue.mention_starts + begins, catalogue.mention_ends + begins
        mention = np.append(mentions, len(self._text) + 1)[np.searchsorted(mentions, starts)]
        counts = self._is_number.copy()
        counts[
            ranges(np.searchsorted(self._starts, mentions), np.searchsorted(self._starts, mention_ends))
        ] = 0
        return Units(
            forms=self._forms,
            offsets=self._offsets,
            beside=self._beside(),
            sentences=(places - self._offsets[owners]).astype(np.int32),
            sentence_offsets=sentence_offsets,
            is_dated=mention < ends,
            has_number=_has_one(counts, np.append(places, len(self._forms))),
        )

    def _sentences(self) -> tuple[Whole, Whole, Whole, Whole]:
        """Starts, ends and passages of all sentences, and how many there are before each passage."""
        spans = np.array(sentences(self._text), np.int64).reshape(-1, 2)
        owners = np.searchsorted(self._begins, spans[:, 0], "right") - 1
        many = np.bincount(owners, minlength=len(self._begins) - 1)
        empty = np.flatnonzero(many == 0)  # a passage of white space is one empty sentence
        at = np.searchsorted(spans[:, 0], self._begins[empty])
        spans = np.insert(spans, at, np.repeat(self._begins[empty], 2).reshape(-1, 2), axis=0)
        return spans[:, 0], spans[:, 1], np.insert(owners, at, empty), offsets(np.maximum(many, 1))

    def _beside(self) -> Beside:
        """What stands beside units, within pieces and between neighbours."""
        table, ids = self._table, self._ids
        many = table.beside_offsets[ids + 1] - table.beside_offsets[ids]
        some = np.flatnonzero(many)
        at = ranges(table.beside_offsets[ids[some]], table.beside_offsets[ids[some] + 1])
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
        flags, starts = self._table.flags[self._ids], self._piece_starts
        near = np.flatnonzero((flags[:-1] & ENDS_IN_NUMBER > 0) & (flags[1:] & IS_MAGNITUDE > 0))
        near = near[starts[near + 1] - starts[near] - self._table.lengths[self._ids[near]] == 1]
        near = near[~np.isin(starts[near + 1], self._begins)]  # not across two passages
        return [row for piece in near.tolist() if (row := self._sum(piece))]

    def _sum(self, piece: int) -> tuple[int, int] | None:
        start = int(self._piece_starts[piece + 1])
        word = self._text[start : start + int(self._table.lengths[self._ids[piece + 1]])]
        magnitude = word[: analyse(word).ends[0]].lower()
        place = int(self._before[piece + 1]) - 1
        value = times(self._all_forms.rows[self._forms[place]].term, magnitude)
        return (place, self._all_forms.number(BESIDE, value)) if value else None


def _has_one(flags: NDArray[np.int32], bounds: Whole) -> NDArray[np.bool_]:
    """Whether a flag is set between neighbouring bounds."""
    before = offsets(flags)
    return np.not_equal(before[bounds[1:]], before[bounds[:-1]])
