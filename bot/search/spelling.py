"""The index's own word nearest to one that it does not know: one letter lost, added, changed or swapped.

Or the wrong letter doubled: "dissapear".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.arrays import Columns, Strings
from bot.search.words.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

SHORTEST, LONGEST = 4, 32  # letters of a word that is corrected
COMMONEST = 20  # words that one may be the beginning of
ENDINGS = ("ed", "s", "ing")  # of forms that a text may have of a word
_DOUBLED = re.compile(r"(.)\1")
BASE = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio, as Knuth multiplies to hash


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Spelling(Columns):
    """Words by the hashes of themselves with one letter taken out, or none (a deletion neighbourhood)."""

    words: Strings
    counts: NDArray[np.int64]
    hashes: NDArray[np.uint32]  # sorted
    owners: NDArray[np.int32]  # which word

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> Spelling:
        """The spelling of words, each with how often it stands."""
        words = [word for word in counts if SHORTEST - 1 <= len(word) <= LONGEST and word.isalpha()]
        hashes, owners = _neighbourhoods(words)
        keys = np.sort(hashes.astype(np.uint64) << np.uint64(32) | owners.astype(np.uint64))
        return cls(
            Strings.of(words),
            np.array([counts[word] for word in words], np.int64),
            (keys >> np.uint64(32)).astype(np.uint32),
            keys.astype(np.uint32).astype(np.int32),
        )

    def nearest(self, word: str) -> str | None:
        """The commonest word one edit away, or with other letters doubled; None when there is none.

        One that says something goes before a stop word, one with the same beginning before others.
        """
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return None
        near = self._near(word)
        words = {text: owner for text, owner in near.items() if is_one_edit(word, text)}
        words = words or self._otherwise_doubled(word)
        return min(words, key=lambda text: self._unlikelihood(word, words[text], text), default=None)

    def completed(self, beginning: str) -> str | None:
        """The commonest word that begins so, one that says something before a stop word; None without any."""
        owners = self.words.beginning_with(beginning)
        commonest = owners[np.argsort(-self.counts[owners], kind="stable")][:COMMONEST].tolist()
        words = [self.words[owner] for owner in commonest]
        return min(words, key=lambda word: word in STOP_WORDS, default=None)

    def _near(self, word: str) -> dict[str, int]:
        """The words that are the same as this one when each loses up to one letter."""
        return {self.words[owner]: owner for owner in self._owners(word)}

    def _otherwise_doubled(self, word: str) -> dict[str, int]:
        """The words that differ in what letters are doubled, from this one or a form of it."""
        return {
            text: owner
            for ending in ("", *ENDINGS)
            for text, owner in self._near(word + ending).items()
            if undoubled(word + ending) == undoubled(text)
        }

    def _unlikelihood(self, typed: str, owner: int, word: str) -> tuple[bool, bool, int, str]:
        return word in STOP_WORDS, word[0] != typed[0], -int(self.counts[owner]), word

    def _owners(self, word: str) -> Iterator[int]:
        wanted, _ = _neighbourhoods([word])
        first = np.searchsorted(self.hashes, wanted, "left")
        last = np.searchsorted(self.hashes, wanted, "right")
        for a, b in zip(first.tolist(), last.tolist(), strict=True):
            yield from self.owners[a:b].tolist()


def _neighbourhoods(words: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    """The hashes of words and of all that is left when one letter is taken out, and whose each is."""
    by_length: dict[int, list[int]] = {}
    for number, word in enumerate(words):
        by_length.setdefault(len(word), []).append(number)
    hashes = [np.zeros(0, np.uint32)]
    owners = [np.zeros(0, np.int32)]
    for length, numbers in by_length.items():
        joined = "".join([words[number] for number in numbers])
        letters = np.frombuffer(joined.encode("utf-32-le"), np.uint32).reshape(-1, length)
        hashes.append(_codes(letters.astype(np.uint64)).ravel())
        owners.append(np.repeat(np.array(numbers, np.int32), length + 1))
    return np.concatenate(hashes), np.concatenate(owners)


def _codes(letters: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """For each row of letters the hash of all of them, then without the first, without the second, and so on.

    The hash is a polynomial in BASE modulo 2**64, so what is left comes from the sums before and behind.
    """
    many, length = letters.shape
    powers = BASE ** np.arange(length, dtype=np.uint64)
    low = np.zeros((many, length + 1), np.uint64)  # sums of the first letters
    np.cumsum(letters * powers, axis=1, out=low[:, 1:])
    high = np.zeros((many, length + 1), np.uint64)  # the same, each letter one power lower
    np.cumsum(letters[:, 1:] * powers[:-1], axis=1, out=high[:, 2:])
    without = low[:, :-1] + (high[:, -1:] - high[:, 1:])
    codes = np.concatenate((low[:, -1:], without), axis=1)
    codes ^= codes >> np.uint64(29)
    return (codes * BASE >> np.uint64(32)).astype(np.uint32)


def undoubled(word: str) -> str:
    """A word with each doubled letter once.

    >>> undoubled("dissapear") == undoubled("disappear")
    True
    """
    return _DOUBLED.sub(r"\1", word)


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
