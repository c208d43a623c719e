"""Reading passages: here, and side by side in other processes when there are many and cores to use.

Whoever reads numbers the forms that he meets by himself and says with each part which ones are new to him;
they then get the numbers that hold for all, part by part, so that these do not hang on who read what.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from array import array
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.arrays import Strings
from bot.search.cutting.definitions import Explained
from bot.search.cutting.forms import Forms
from bot.search.cutting.texts import Joined
from bot.search.cutting.units import UnitReader
from bot.sources.passage_table import PassageTable
from bot.sources.passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.dates import HistoricalDate
    from bot.search.cutting.units import Units
    from bot.sources.source import Document

ALONE = 8  # parts that are read here before others are called, which take half a second to come
WAITING = 2  # parts for each other process: one in its hands, one that lies ready


class Part(NamedTuple):
    """Some passages that are read; their forms have numbers that hold for all."""

    catalogue: PassageTable
    units: Units
    explained: Explained


@dataclass(frozen=True, slots=True)
class Documents:
    """Documents that are yet to be cut into passages; `events` are nicknames of dated events."""

    rows: Sequence[Document]
    events: Mapping[str, HistoricalDate]

    def catalogue(self) -> PassageTable:
        """Their passages, dated."""
        return PassageTable.of(passage for one in self.rows for passage in passages(one, self.events))


class _Told(NamedTuple):
    """What a reader makes of his work, in his own numbers of forms."""

    made: PassageTable | None  # of documents; a catalogue need not be sent back
    units: Units
    explained: Explained
    words: list[str]  # of the forms that he had not told before
    terms: list[str]
    reader: int


class _Reader:
    """Reads parts and numbers their forms by himself."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        self._units = UnitReader(forms)
        self._told = len(forms)

    def read(self, work: PassageTable | Documents) -> _Told:
        """What he makes of some work."""
        if isinstance(work, PassageTable):
            return self._read(work, None)
        made = work.catalogue()
        return self._read(made, made)

    def _read(self, catalogue: PassageTable, made: PassageTable | None) -> _Told:
        texts = Joined.of(catalogue.texts)
        units, told = self._units.read(texts, catalogue), self._told
        self._told = len(self._forms)
        words, terms = self._forms.words[told:], self._forms.terms[told:]
        return _Told(made, units, Explained.of(texts), words, terms, os.getpid())


class Crew:
    """Reads parts, and gives them back in the order in which they came; uses so many cores at the most."""

    def __init__(self, forms: Forms, cores: int = 1) -> None:
        self.forms = forms
        self._others = cores - 1
        self._reader = _Reader(Forms() if self._others else forms)  # alone he numbers for all
        self._alone = ALONE if self._others else sys.maxsize
        self._pool: ProcessPoolExecutor | None = None
        self._works: deque[tuple[PassageTable | Documents, Future[_Told]]] = deque()  # not given back yet
        self._numbers: dict[int, array[int]] = {}  # by reader: the forms he numbered, here

    def read(self, work: PassageTable | Documents) -> Iterator[Part]:
        """Takes a part, and gives back those before it that are ready."""
        away = sum(not told.done() for _, told in self._works)
        if self._alone <= 0 and away < WAITING * self._others:
            self._works.append((work, self._hand_over(work)))
        else:
            self._alone -= 1 if isinstance(work, PassageTable) else 4  # documents are yet to be dated
            self._works.append((work, _done(self._reader.read(work))))
        while self._works and self._works[0][1].done():
            yield self._next()

    def _hand_over(self, work: PassageTable | Documents) -> Future[_Told]:
        self._pool = self._pool or ProcessPoolExecutor(
            self._others, multiprocessing.get_context("spawn"), initializer=_begin
        )
        return self._pool.submit(_read, _light(work) if isinstance(work, PassageTable) else work)

    def rest(self) -> Iterator[Part]:
        """All parts that were not given back yet."""
        while self._works:
            yield self._next()
        self.close()

    def close(self) -> None:
        """Lets the processes go."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _next(self) -> Part:
        work, future = self._works.popleft()
        told = future.result()
        catalogue = told.made or work
        assert isinstance(catalogue, PassageTable)
        return Part(catalogue, self._renumbered(told) if self._others else told.units, told.explained)

    def _renumbered(self, told: _Told) -> Units:
        numbers = self._numbers.setdefault(told.reader, array("i"))
        numbers.extend(map(self.forms.number, told.words, told.terms))
        return told.units.renumbered(np.array(numbers, np.int32))


def _done(told: _Told) -> Future[_Told]:
    future: Future[_Told] = Future()
    future.set_result(told)
    return future


def _light(catalogue: PassageTable) -> PassageTable:
    """A catalogue without the tables that whoever reads it has no use for."""
    none = Strings.of(())
    return replace(catalogue, sources=none, headings=none, contexts=none, places=none, dates=none)


class _Place:
    """Where another process keeps what it knows."""

    reader: _Reader


def _begin() -> None:
    _Place.reader = _Reader(Forms())


def _read(work: PassageTable | Documents) -> _Told:
    return _Place.reader.read(work)
