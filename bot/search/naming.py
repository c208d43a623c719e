"""Where the names of the aliases stand in passages whose units are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.search.analysis import Analysis, analyse
from bot.search.pieces import BESIDE
from bot.search.units import Beside

if TYPE_CHECKING:
    from bot.search.names import Found, Names
    from bot.search.pieces import Forms
    from bot.search.units import Units
    from bot.sources.catalogue import Catalogue


def find_names(catalogue: Catalogue, units: Units, forms: Forms, names: Names) -> Beside:
    """The names in all passages, each as its group's form beside its first unit."""
    reader = _Reader(catalogue, units, forms, names)
    rows = [(number, found.place, found.group) for number in reader.likely() for found in reader.find(number)]
    owners = np.array([owner for owner, _, _ in rows], np.int64)
    return Beside(
        np.array([forms.number(BESIDE, group) for _, _, group in rows], np.int32),
        np.array([place for _, place, _ in rows], np.int32),
        np.searchsorted(owners, np.arange(len(catalogue) + 1)),
    )


class _Reader:
    """Looks for names where their first units stand."""

    def __init__(self, catalogue: Catalogue, units: Units, forms: Forms, names: Names) -> None:
        self._texts = catalogue.texts
        self._units = units
        self._names = names
        self._terms = [form.term for form in forms.rows]
        beginnings = names.by_first
        exact = {first for first, rows in beginnings.items() if any(name.exactly for name in rows)}
        self._begins = np.array([term in beginnings for term in self._terms], np.bool_)
        self._begins_exact = np.array([term in exact for term in self._terms], np.bool_)

    def likely(self) -> list[int]:
        """The passages in which a name may begin."""
        if not self._begins.any():
            return []
        places = np.flatnonzero(self._begins[self._units.forms])
        passages: list[int] = np.unique(np.searchsorted(self._units.offsets, places, "right") - 1).tolist()
        return passages

    def find(self, passage: int) -> list[Found]:
        """The names in a passage; its text is analysed again only where it matters how a name is written."""
        first, last = self._units.offsets[passage : passage + 2].tolist()
        forms = self._units.forms[first:last]
        text = self._texts[passage]
        if self._begins_exact[forms].any():
            return self._names.find(text, analyse(text))
        terms = tuple([self._terms[form] for form in forms.tolist()])
        return self._names.find(text, Analysis(terms, (), (), ()))
