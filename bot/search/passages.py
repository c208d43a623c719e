"""Passages as they are read for an index: catalogued, and cut into units, some thousands at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.search.pieces import Forms
from bot.search.units import UnitReader, Units
from bot.sources.catalogue import Catalogue, Writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.pieces import Form
    from bot.sources.source import Passage

AT_ONCE = 4096  # passages


@dataclass(frozen=True, slots=True)
class ReadPassages:
    """Passages and their units in forms of these rows."""

    catalogue: Catalogue
    units: Units
    forms: Sequence[Form]


class PassageReader:
    """Takes passages in reading order, made anew or taken over from what was read before."""

    def __init__(self, before: ReadPassages | None = None) -> None:
        self._before = before
        self._units = UnitReader(Forms(before.forms if before else ()))
        self._writer = Writer()
        self._parts: list[tuple[Catalogue, Units]] = []

    def add(self, passage: Passage) -> None:
        """One more passage."""
        self._writer.add(passage)
        if len(self._writer) == AT_ONCE:
            self._close()

    def take_over(self, first: int, last: int) -> None:
        """Passages of what was read before, from one up to another, as they are."""
        assert self._before
        self._close()
        self._parts.append((self._before.catalogue.part(first, last), self._before.units.part(first, last)))

    def _close(self) -> None:
        if len(self._writer):
            catalogue = self._writer.catalogue()
            self._parts.append((catalogue, self._units.read(catalogue)))
            self._writer = Writer()

    def passages(self) -> ReadPassages:
        """All that was added."""
        self._close()
        parts = self._parts or [self._nothing()]
        catalogue = Catalogue.joined([catalogue for catalogue, _ in parts])
        units = Units.joined([units for _, units in parts])
        return ReadPassages(catalogue, units, self._units.forms.rows)

    def _nothing(self) -> tuple[Catalogue, Units]:
        catalogue = Catalogue.of(())
        return catalogue, self._units.read(catalogue)
