"""Where the names of the aliases stand in passages whose units are known."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from bot.search.analysis import Analysis, analyse
from bot.search.forms import BESIDE
from bot.search.units import Beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from bot.search.forms import Forms
    from bot.search.names import Found, Names
    from bot.search.units import Units
    from bot.sources.catalogue import Catalogue


def find_names(catalogue: Catalogue, units: Units, forms: Forms, names: Names) -> Beside:
    """The names in all passages, each as its group's form beside its first unit."""
    reader = _Reader(catalogue, units, forms, names)
    rows = [
        (number, found.place, found.group)
        for number, places in reader.likely()
        for found in reader.find(number, places)
    ]
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
        self._terms = forms.terms
        all_names = [name for rows in names.by_first.values() for name in rows]
        self._exactly = {name.exactly for name in all_names if name.exactly}
        self._begins = self._are({name.terms[0] for name in all_names})
        self._begins_exact = self._are({name.terms[0] for name in all_names if name.exactly})
        self._alone = self._are({name.terms[0] for name in all_names if len(name.terms) == 1})
        self._pairs = {name.terms[:2] for name in all_names if len(name.terms) > 1}

    def _are(self, terms: set[str]) -> NDArray[np.bool_]:
        """Which forms are of these terms."""
        return np.array([term in terms for term in self._terms], np.bool_)

    def likely(self) -> Iterator[tuple[int, list[int]]]:
        """The passages in which a name may begin, and where."""
        if not self._begins.any():
            return
        forms = self._units.forms
        places = np.flatnonzero(self._begins[forms])
        places = places[self._alone[forms[places]] | self._goes_on(places)]
        owners = np.searchsorted(self._units.offsets, places, "right") - 1
        passages, begins = np.unique(owners, return_index=True)
        places -= self._units.offsets[owners]
        bounds = pairwise([*begins.tolist(), len(places)])
        for passage, (first, last) in zip(passages.tolist(), bounds, strict=True):
            yield passage, places[first:last].tolist()

    def _goes_on(self, places: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether the first two units of a longer name stand at places."""
        numbers: dict[str, int] = {}
        term_of = np.array([numbers.setdefault(term, len(numbers)) for term in self._terms], np.int64)
        known = [pair for pair in self._pairs if pair[0] in numbers and pair[1] in numbers]
        keys = np.array(
            [numbers[first] * len(numbers) + numbers[second] for first, second in known], np.int64
        )
        forms = self._units.forms
        second = forms[np.minimum(places + 1, len(forms) - 1)]
        return np.isin(term_of[forms[places]] * len(numbers) + term_of[second], keys)

    def find(self, passage: int, places: list[int]) -> list[Found]:
        """The names that begin at places of a passage.

        Its text is analysed again only where it matters how a name is written.
        """
        first, last = self._units.offsets[passage : passage + 2].tolist()
        forms = self._units.forms[first:last]
        text = self._texts[passage]
        if self._begins_exact[forms].any() and any(spelling in text for spelling in self._exactly):
            return self._names.find(text, analyse(text), places)
        terms = tuple([self._terms[form] for form in forms.tolist()])
        return self._names.find(text, Analysis(terms, (), (), ()), places)
