"""Where the names of the aliases stand in passages whose units are known."""

from __future__ import annotations

from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.arrays import Rows
from bot.search.tokenizing.forms import BESIDE
from bot.search.words.analysis import Analysis, analyse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from bot.arrays import Strings
    from bot.search.tokenizing.forms import Forms
    from bot.search.tokenizing.units import Units
    from bot.search.words.names import Name, Names

    Whole = NDArray[np.int64]

NONE = 0  # the number of terms that stand in no name, and of the state before a name


def find_names(texts: Strings, units: Units, forms: Forms, names: Names) -> Rows:
    """The names in texts that have these units, each as its group's form beside its first unit."""
    rows = sorted(_NameFinder(texts, units, forms, names).rows(), key=_OWNER)
    owners = np.array([row.passage for row in rows], np.int64)
    pairs = [(forms.number(BESIDE, row.group), row.place) for row in rows]
    return Rows.of(np.array(pairs, np.int32).reshape(-1, 2), np.bincount(owners, minlength=len(texts)))


class _Row(NamedTuple):
    """A name in a passage: the place of its first unit."""

    passage: int
    place: int
    group: str


_OWNER = itemgetter(0)


class _NameFinder:
    """Looks for names where their first units stand."""

    def __init__(self, texts: Strings, units: Units, forms: Forms, names: Names) -> None:
        self._texts = texts
        self._units = units.forms
        self._names = names
        self._terms = forms.terms
        all_names = list(chain.from_iterable(names.by_first.values()))
        terms = dict.fromkeys(term for name in all_names for term in name.terms)
        numbers = {term: number for number, term in enumerate(terms, NONE + 1)}
        by_form = np.array([numbers.get(term, NONE) for term in forms.terms], np.int32)
        self._steps = _Steps(all_names, numbers, by_form)
        self._exactly = {name.exactly for name in all_names if name.exactly}
        firsts = [numbers[name.terms[0]] for name in all_names]
        exact_firsts = [numbers[name.terms[0]] for name in all_names if name.exactly]
        self._begins, self._begins_exact = np.isin(by_form, firsts), np.isin(by_form, exact_firsts)

    def rows(self) -> Iterator[_Row]:
        """All names, those of a passage in order; a text is read only where it matters how it is written."""
        units = self._units
        places = np.flatnonzero(self._begins[units.values])
        owners = np.searchsorted(units.offsets, places, "right") - 1
        exact = np.unique(owners[self._begins_exact[units.values[places]]])
        is_exact = np.isin(owners, exact)
        local = places - units.offsets[owners]
        likely = zip(owners[is_exact].tolist(), local[is_exact].tolist(), strict=True)
        for passage, group in groupby(likely, _OWNER):
            yield from self._read(passage, [place for _, place in group])
        yield from self._found(places[~is_exact], owners[~is_exact])

    def _found(self, places: Whole, owners: Whole) -> Iterator[_Row]:
        """The names that begin at places, longest first, without overlaps."""
        offsets = self._units.offsets
        sizes, states = self._steps.longest(self._units.values, places, offsets[owners + 1])
        some = np.flatnonzero(sizes)
        columns = (places[some], sizes[some], states[some], owners[some], offsets[owners[some]])
        end = 0
        for place, size, state, owner, begin in zip(*(row.tolist() for row in columns), strict=True):
            if place >= end:
                end = place + size
                yield _Row(owner, place - begin, self._steps.groups[state])

    def _read(self, passage: int, places: list[int]) -> Iterator[_Row]:
        """The names that begin at places of a passage that may hold one which must be written just so."""
        text = self._texts[passage]
        if any(spelling in text for spelling in self._exactly):
            analysis = analyse(text)
        else:
            forms = self._units[passage].tolist()
            analysis = Analysis(tuple([self._terms[form] for form in forms]), (), (), ())
        for name in self._names.find(text, analysis, places):
            yield _Row(passage, name.place, name.group)


class _Steps:
    """Names as steps from term to term, taken for many places at once (a trie)."""

    def __init__(self, names: Iterable[Name], numbers: Mapping[str, int], by_form: NDArray[np.int32]) -> None:
        self._by_form = by_form  # numbers of terms
        self._size = len(numbers) + 1
        self.groups = [""]  # by state: the group of the name that ends there
        states: dict[int, int] = {}
        for name in names:
            state = NONE
            for term in name.terms:
                state = states.setdefault(state * self._size + numbers[term], len(self.groups))
                self.groups += [""] * (state == len(self.groups))
            self.groups[state] = self.groups[state] or name.group
        self._steps = np.array(sorted(states), np.int64)
        self._states = np.array([states[step] for step in sorted(states)], np.int64)
        self._is_name = np.array([bool(group) for group in self.groups], np.bool_)

    def longest(self, forms: NDArray[np.int32], places: Whole, ends: Whole) -> tuple[Whole, Whole]:
        """How many terms the longest name has that begins at each place, 0 for none, and its state.

        `ends` are those of the passages in which the places are.
        """
        sizes, states = np.zeros(len(places), np.int64), np.zeros(len(places), np.int64)
        going, at, size = np.arange(len(places)), np.zeros(len(places), np.int64), 0
        while len(going):
            steps = at * self._size + self._by_form[forms[places[going] + size]]
            step = np.minimum(np.searchsorted(self._steps, steps), len(self._steps) - 1)
            goes_on = self._steps[step] == steps
            going, at, size = going[goes_on], self._states[step[goes_on]], size + 1
            is_name = self._is_name[at]
            sizes[going[is_name]], states[going[is_name]] = size, at[is_name]
            inside = places[going] + size < ends[going]
            going, at = going[inside], at[inside]
        return sizes, states
