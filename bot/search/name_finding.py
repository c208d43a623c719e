"""Where the names of the aliases stand in texts whose units are known."""

from __future__ import annotations

from array import array
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from bot.arrays import Rows
from bot.search.tokenizing.forms import BESIDE
from bot.search.words.analysis import Analysis, analyse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.arrays import Strings
    from bot.search.tokenizing.forms import Forms
    from bot.search.tokenizing.units import Units
    from bot.search.words.names import Names


def find_names(texts: Strings, units: Units, forms: Forms, names: Names) -> Rows:
    """The names in texts that have these units, each as its group's form beside its first unit."""
    exactly = {name.exactly for name in chain.from_iterable(names.by_first.values()) if name.exactly}
    terms = forms.terms
    pairs, sizes = array("i"), np.zeros(len(texts), np.int64)
    for number, places in _likely(units, forms, names):
        text = texts[number]
        if any(spelling in text for spelling in exactly):
            analysis = analyse(text)
        else:
            analysis = Analysis(tuple([terms[form] for form in units.forms[number].tolist()]), (), (), ())
        for name in names.find(text, analysis, places):
            pairs.extend((forms.number(BESIDE, name.group), name.place))
            sizes[number] += 1
    return Rows.of(np.array(pairs).reshape(-1, 2), sizes)


def _likely(units: Units, forms: Forms, names: Names) -> Iterator[tuple[int, list[int]]]:
    """The texts that hold units with which names begin, and the places of these units in them."""
    begins = np.array([term in names.by_first for term in forms.terms], np.bool_)
    rows = units.forms
    places = np.flatnonzero(begins[rows.values])
    owners = np.searchsorted(rows.offsets, places, "right") - 1
    pairs = zip(owners.tolist(), (places - rows.offsets[owners]).tolist(), strict=True)
    for owner, group in groupby(pairs, itemgetter(0)):
        yield owner, [place for _, place in group]
