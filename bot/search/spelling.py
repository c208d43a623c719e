"""The index's own word nearest to one that it does not know: one letter lost, added, changed or swapped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

SHORTEST, LONGEST = 4, 32  # letters of a word that is corrected


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words by the hashes of themselves with one letter taken out, or none (a deletion neighbourhood)."""

    words: Sequence[str]
    counts: Sequence[int]
    hashes: NDArray[np.uint32]  # sorted
    owners: NDArray[np.int32]  # which word

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> Spelling:
        """The spelling of words, each with how often it stands."""
        words = [word for word in counts if SHORTEST - 1 <= len(word) <= LONGEST and word.isalpha()]
        pairs = [(code, i) for i, word in enumerate(words) for code in _codes(word)]
        table = np.array(pairs, np.int64).reshape(-1, 2)
        order = np.argsort(table[:, 0], kind="stable")
        hashes, owners = table[order, 0].astype(np.uint32), table[order, 1].astype(np.int32)
        return cls(words, [counts[word] for word in words], hashes, owners)

    def nearest(self, word: str) -> str | None:
        """The commonest word one edit away, one with the same beginning first; None when there is none."""
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return None
        found = {owner for owner in self._owners(_codes(word)) if is_one_edit(word, self.words[owner])}
        best = max(found, key=lambda owner: self._likelihood(word, owner), default=None)
        return None if best is None else self.words[best]

    def _owners(self, codes: Iterable[int]) -> Iterator[int]:
        wanted = np.fromiter(codes, np.uint32)
        first = np.searchsorted(self.hashes, wanted, "left")
        last = np.searchsorted(self.hashes, wanted, "right")
        for a, b in zip(first.tolist(), last.tolist(), strict=True):
            yield from self.owners[a:b].tolist()

    def _likelihood(self, word: str, owner: int) -> tuple[bool, int]:
        return self.words[owner][0] == word[0], self.counts[owner]


def _codes(word: str) -> set[int]:
    return {crc32((word[:i] + word[i + 1 :]).encode()) for i in range(len(word))} | {crc32(word.encode())}


def is_one_edit(a: str, b: str) -> bool:
    """Whether one letter lost, added, changed, or two neighbours swapped make one word the other.

    >>> is_one_edit("tokoy", "tokyo"), is_one_edit("tokio", "tokyo"), is_one_edit("tok", "tokyo")
    (True, True, False)
    """
    if len(a) > len(b):
        a, b = b, a
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(b) - len(a) == 1:
        return a[at:] == b[at + 1 :]
    swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    return len(a) == len(b) and (a[at + 1 :] == b[at + 1 :] or swapped)
