"""The abbreviations that each passage explains, so that passages which stay need not be searched again."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from bot.arrays import Columns, Strings, offsets
from bot.search.words.abbreviations import Abbreviation, explained_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bot.search.cutting.texts import Joined


@dataclass(frozen=True, slots=True, eq=False)
class Explained(Columns):
    """Abbreviations as often as passages explain them."""

    forms: Strings  # short, long, short, long ...
    offsets: NDArray[np.int64]  # by passage, of abbreviations

    @classmethod
    def of(cls, texts: Joined) -> Explained:
        """Those of texts; only what stands around brackets is read."""
        places = _brackets(texts)
        owners = np.searchsorted(texts.begins, places, "right") - 1
        begins = texts.characters(texts.begins[owners])
        found = [
            (owner, one)
            for owner, begin, place in zip(
                owners.tolist(), begins.tolist(), texts.characters(places).tolist(), strict=True
            )
            if (one := explained_at(texts.text, place, begin))
        ]
        many = np.bincount(np.array([owner for owner, _ in found], np.int64), minlength=len(texts.begins) - 1)
        return cls(Strings.of(chain.from_iterable((one.short, one.long) for _, one in found)), offsets(many))

    def __iter__(self) -> Iterator[Abbreviation]:
        """All of them in order."""
        forms = iter(self.forms)
        return map(Abbreviation, forms, forms)

    def part(self, first: int, last: int) -> Explained:
        """Those of some passages."""
        begin, end = int(self.offsets[first]), int(self.offsets[last])
        return Explained(self.forms[2 * begin : 2 * end], self.offsets[first : last + 1] - begin)

    @classmethod
    def joined(cls, parts: Sequence[Explained]) -> Explained:
        """Those of all parts behind each other."""
        many = np.concatenate([np.diff(part.offsets) for part in parts])
        return cls(Strings.joined([part.forms for part in parts]), offsets(many))


def _brackets(texts: Joined) -> NDArray[np.int64]:
    """Where brackets open; the wide one "（" is EF BC 88."""
    codes = texts.codes
    places = np.flatnonzero(codes == ord("("))
    if texts.raw.isascii():
        return places
    wide = np.flatnonzero(codes == 0xEF)
    wide = wide[(codes[wide + 1] == 0xBC) & (codes[wide + 2] == 0x88)]
    return np.sort(np.concatenate((places, wide)))
