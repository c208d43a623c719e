"""Reading passages: here, or side by side in processes of their own when there are many and cores to use.

A process numbers the forms that it meets by itself and says with each part which ones are new to it; here
they get the numbers that hold for all.
"""

from __future__ import annotations

import multiprocessing
import os
from array import array
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.search.forms import Forms
from bot.search.units import UnitReader
from bot.sources.catalogue import Catalogue
from bot.sources.passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from bot.dates import HistoricalDate
    from bot.search.units import Units
    from bot.sources.source import Document

ALONE = (
    8  # parts that are read here before others are called; documents, which are yet to be dated, a quarter
)
WAITING = 2  # parts for each process that lie ready


class Part(NamedTuple):
    """Some passages that are read; their forms have numbers that hold for all."""

    catalogue: Catalogue
    units: Units


@dataclass(frozen=True, slots=True)
class Documents:
    """Documents that are yet to be cut into passages; `events` are nicknames of dated events."""

    rows: Sequence[Document]
    events: Mapping[str, HistoricalDate]

    def catalogue(self) -> Catalogue:
        """Their passages, dated."""
        return Catalogue.of(passage for one in self.rows for passage in passages(one, self.events))


class _Told(NamedTuple):
    """What a process sends back."""

    catalogue: Catalogue
    units: Units
    words: list[str]  # of the forms that were not told before
    terms: list[str]
    process: int


class Crew:
    """Reads parts in the order in which they come, in so many processes at the most."""

    def __init__(self, forms: Forms, cores: int = 1) -> None:
        self.forms = forms
        self._reader = UnitReader(forms)
        self._cores = cores
        self._done = 0
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: deque[Future[_Told]] = deque()
        self._numbers: dict[int, array[int]] = {}  # by process: the forms it numbered, here

    def read(self, work: Catalogue | Documents) -> Iterator[Part]:
        """Takes a part, and gives back those before it that are ready."""
        self._done += 1 if isinstance(work, Catalogue) else 4
        if self._cores == 1 or (self._done <= ALONE and not self._pool):
            catalogue = _catalogue(work)
            yield Part(catalogue, self._reader.read(catalogue))
            return
        self._pool = self._pool or ProcessPoolExecutor(
            self._cores, multiprocessing.get_context("spawn"), initializer=_begin
        )
        self._waiting.append(self._pool.submit(_read, work))
        while len(self._waiting) > WAITING * self._cores:
            yield self._next()

    def rest(self) -> Iterator[Part]:
        """All parts that were not given back yet."""
        while self._waiting:
            yield self._next()
        self.close()

    def close(self) -> None:
        """Lets the processes go."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _next(self) -> Part:
        told = self._waiting.popleft().result()
        numbers = self._numbers.setdefault(told.process, array("i"))
        numbers.extend(map(self.forms.number, told.words, told.terms))
        return Part(told.catalogue, told.units.renumbered(np.array(numbers, np.int32)))


def _catalogue(work: Catalogue | Documents) -> Catalogue:
    return work if isinstance(work, Catalogue) else work.catalogue()


class _Place:
    """Where a process of the crew keeps what it knows."""

    reader: UnitReader
    told: int  # forms


def _begin() -> None:
    _Place.reader = UnitReader(Forms())
    _Place.told = 0


def _read(work: Catalogue | Documents) -> _Told:
    catalogue = _catalogue(work)
    units = _Place.reader.read(catalogue)
    forms, told = _Place.reader.forms, _Place.told
    _Place.told = len(forms)
    return _Told(catalogue, units, forms.words[told:], forms.terms[told:], os.getpid())
