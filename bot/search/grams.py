"""Character 4-grams inside words: likeness that no stemmer sees ("destroy", "destruction")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.search.corpus import Numbering, ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

LENGTH = 4


@dataclass(frozen=True, slots=True)
class Grams:
    """The grams of each term of the vocabulary, behind each other, and how rare each gram is in texts."""

    numbers: Mapping[str, int]
    grams: NDArray[np.int32]
    offsets: NDArray[np.int64]  # by term
    idf: NDArray[np.floating[Any]]  # by gram

    @classmethod
    def of(cls, terms: Iterable[str], counts: NDArray[np.int64], size: int) -> Grams:
        """The grams of terms that stand so often in `size` texts."""
        numbers = Numbering()
        flat: list[int] = []
        offsets = [0]
        for term in terms:
            flat.extend([numbers[gram] for gram in cut(term)])
            offsets.append(len(flat))
        grams, ends = np.array(flat, np.int32), np.array(offsets, np.int64)
        found = np.bincount(grams, weights=np.repeat(counts, np.diff(ends)), minlength=len(numbers))
        texts = max(size, 1) * -np.expm1(-found / max(size, 1))  # that hold it, were they strewn evenly
        return cls(dict(numbers), grams, ends, np.log1p((size - texts + 0.5) / (texts + 0.5)))

    def of_terms(self, terms: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The grams of some terms behind each other, and how many each has."""
        starts, ends = self.offsets[terms], self.offsets[terms + 1]
        return self.grams[ranges(starts, ends)], ends - starts


def cut(term: str) -> list[str]:
    """The grams of a term, its beginning marked; none for names' groups, numbers and unspaced characters.

    >>> cut("tokyo")
    ['^tok', 'toky', 'okyo']
    """
    if len(term) < LENGTH - 1 or not term.isalpha():
        return []
    marked = "^" + term
    return [marked[i : i + LENGTH] for i in range(len(marked) - LENGTH + 1)]
