"""Passages as they are read for an index: catalogued, and cut into units, some thousands at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.search.cutting.definitions import Explained
from bot.search.cutting.forms import Forms
from bot.search.cutting.parallel import Crew, Documents, Part
from bot.search.cutting.units import Units
from bot.sources.passage_table import PassageTable, TableWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.dates import HistoricalDate
    from bot.sources.source import Document, Passage

AT_ONCE = 4096  # passages
LETTERS_AT_ONCE = 1 << 19  # of documents


@dataclass(frozen=True, slots=True)
class ReadPassages:
    """Passages, their units in these forms, and the abbreviations that they explain."""

    catalogue: PassageTable
    units: Units
    explained: Explained
    forms: Forms


class PassageReader:
    """Takes passages or documents in reading order, and stretches of what was read before."""

    def __init__(self, before: ReadPassages | None = None, cores: int = 1) -> None:
        self._before = before
        self._crew = Crew(before.forms if before else Forms(), cores)
        self._parts: list[Part | slice | None] = []  # None stands for one that the crew still has
        self._writer = TableWriter()
        self._documents: list[Document] = []
        self._events: Mapping[str, HistoricalDate] = {}
        self._letters = 0

    def add(self, passage: Passage) -> None:
        """One more passage."""
        self._writer.add(passage)
        if len(self._writer) == AT_ONCE:
            self._send()

    def add_all(self, passages: Iterable[Passage]) -> None:
        """Many passages; those of a catalogue need not be made for it."""
        if isinstance(passages, PassageTable):
            self._send()
            for first in range(0, len(passages), AT_ONCE):
                self._hand_over(passages.part(first, min(first + AT_ONCE, len(passages))))
        else:
            for passage in passages:
                self.add(passage)

    def add_document(self, document: Document, events: Mapping[str, HistoricalDate]) -> None:
        """The passages of one more document; `events` are the same ones for all."""
        self._documents.append(document)
        self._events = events
        self._letters += len(document.text)
        if self._letters > LETTERS_AT_ONCE:
            self._send()

    def take_over(self, first: int, last: int) -> None:
        """Passages of what was read before, from one up to another, as they are."""
        self._send()
        before = self._parts[-1] if self._parts else None
        if isinstance(before, slice) and before.stop == first:
            self._parts[-1] = slice(before.start, last)
        else:
            self._parts.append(slice(first, last))

    def _send(self) -> None:
        """Hands over what was gathered."""
        if len(self._writer):
            self._hand_over(self._writer.catalogue())
            self._writer = TableWriter()
        if self._documents:
            self._hand_over(Documents(tuple(self._documents), self._events))
            self._documents.clear()
            self._letters = 0

    def _hand_over(self, work: PassageTable | Documents) -> None:
        self._parts.append(None)
        for part in self._crew.read(work):
            self._take(part)

    def _take(self, part: Part) -> None:
        self._parts[self._parts.index(None)] = part

    def passages(self) -> ReadPassages:
        """All that was added."""
        self._send()
        for part in self._crew.rest():
            self._take(part)
        if not self._parts:
            self._hand_over(PassageTable.of(()))
        parts = [self._taken_over(part) if isinstance(part, slice) else part for part in self._parts]
        catalogues, units, explained = map(list, zip(*filter(None, parts), strict=True))
        self._parts.clear()
        parts.clear()
        catalogue = PassageTable.joined(catalogues)
        catalogues.clear()  # what was joined is let go before the next is: there may be a million passages
        return ReadPassages(catalogue, Units.joined(units), Explained.joined(explained), self._crew.forms)

    def _taken_over(self, rows: slice) -> Part:
        assert self._before
        before, span = self._before, (rows.start, rows.stop)
        return Part(before.catalogue.part(*span), before.units.part(*span), before.explained.part(*span))

    def close(self) -> None:
        """Gives up what is still being read."""
        self._crew.close()
