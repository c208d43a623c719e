"""Character 4-grams inside words: likeness that no stemmer sees ("destroy", "destruction")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.arrays import Columns, Rows, different
from bot.search.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

LENGTH = 4  # characters
BASE = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio, as Knuth multiplies to hash


@dataclass(frozen=True, slots=True, eq=False)
class Grams(Columns):
    """The grams of each term of the vocabulary, behind each other, and how rare each gram is in texts."""

    codes: NDArray[np.uint64]  # of the different grams, sorted
    idf: NDArray[np.floating[Any]]  # by gram
    of_terms: Rows  # grams by term

    @classmethod
    def of(cls, terms: Sequence[str], counts: Whole, size: int) -> Grams:
        """The grams of terms that stand so often in `size` texts."""
        flat, owners = cut(terms)
        codes, grams = np.unique(flat, return_inverse=True)
        many = np.bincount(grams, weights=counts[owners], minlength=len(codes))
        texts = max(size, 1) * -np.expm1(-many / max(size, 1))  # that hold it, were they strewn evenly
        idf = np.log1p((size - texts + 0.5) / (texts + 0.5))
        order = np.argsort(owners, kind="stable")
        sizes = np.bincount(owners, minlength=len(terms))
        return cls(codes, idf, Rows.of(grams[order].astype(np.int32), sizes))

    def known(self, terms: Sequence[str]) -> Whole:
        """The different grams of some terms that texts have."""
        codes, _ = cut(terms)
        at = self.codes.searchsorted(codes)
        at, codes = at[at < len(self.codes)], codes[at < len(self.codes)]
        return different(at[self.codes[at] == codes])

    def shared(self, word: str, terms: NDArray[np.int32]) -> Whole:
        """The different grams of a word that some terms of the vocabulary have too."""
        places, _ = self.of_terms.chosen(terms)
        return np.intersect1d(self.known([word]), self.of_terms.values[places])

    def count(
        self, asked: Whole, terms: NDArray[np.int32], owners: Whole, size: int
    ) -> tuple[Whole, NDArray[Any]]:
        """How often asked grams stand in each of `size` texts (text x gram), and how many grams each has."""
        places, which_term = self.of_terms.chosen(terms)
        whose = owners[which_term]
        hits, which = Lookup.of(asked).find(self.of_terms.values[places])
        cells = whose[hits] * len(asked) + which
        counts = np.bincount(cells, minlength=size * len(asked)).reshape(size, len(asked))
        return counts, np.bincount(whose, minlength=size)


def cut(terms: Sequence[str]) -> tuple[NDArray[np.uint64], Whole]:
    """A code for each gram of some terms, their beginnings marked, and which term it is from.

    None of names' groups, numbers and unspaced characters; "tokyo" has ^tok, toky, okyo.

    >>> len(cut(["tokyo"])[0]), len(cut(["4th"])[0]), len(cut(["to"])[0])
    (3, 0, 0)
    """
    by_length: dict[int, list[int]] = {}
    for number, term in enumerate(terms):
        if len(term) >= LENGTH - 1 and term.isalpha():
            by_length.setdefault(len(term), []).append(number)
    codes, owners = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    for length, numbers in by_length.items():
        joined = "".join(["^" + terms[number] for number in numbers])
        letters = np.frombuffer(joined.encode("utf-32-le"), np.uint32).reshape(-1, length + 1)
        many = length + 2 - LENGTH
        rows = np.zeros((len(numbers), many), np.uint64)
        for i in range(LENGTH):
            rows = rows * BASE + letters[:, i : i + many]
        codes.append(rows.ravel())
        owners.append(np.repeat(np.array(numbers, np.int64), many))
    return np.concatenate(codes), np.concatenate(owners)
