"""A model of running text: which word follows which, from texts that people wrote."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

KNOWLEDGE = Path(__file__).parent.parent.parent / "knowledge"
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*$")
_HEAD_OR_HEADING = re.compile(r"\A---.*?^---$|^#+ .*?$", re.DOTALL | re.MULTILINE)
_CORE = re.compile(r"^(\W*)(.*?)(\W*)$")


def parts(token: str) -> tuple[str, str, str]:
    """What stands before a word's first letter or digit, the word itself, and what stands behind it.

    >>> parts("(Tokyo).")
    ('(', 'Tokyo', ').')
    """
    match = _CORE.match(token)
    return (match[1], match[2], match[3]) if match else ("", token, "")


@dataclass(frozen=True, slots=True)
class WordModel:
    """Words as they stand between spaces; what follows word `i` is `followers[offsets[i]:offsets[i + 1]]`."""

    words: Sequence[str]
    followers: NDArray[np.int32]
    offsets: NDArray[np.int64]
    starts: NDArray[np.int32]  # words that began a sentence
    is_end: NDArray[np.bool_]  # words that ended one
    once: frozenset[str]  # words, in small letters and without marks, that came a single time

    @classmethod
    def of(cls, tokens: Sequence[str]) -> WordModel:
        """The model of a text; its first word follows its last one."""
        numbers: dict[str, int] = {}
        row = np.array([numbers.setdefault(token, len(numbers)) for token in tokens], np.int32)
        order = np.argsort(row, kind="stable")
        following = np.roll(row, -1)
        is_end = np.array([bool(_SENTENCE_END.search(word)) for word in numbers], np.bool_)
        offsets = np.searchsorted(row[order], np.arange(len(numbers) + 1))
        counts = Counter(parts(token)[1].lower() for token in tokens)
        once = frozenset(word for word, count in counts.items() if count == 1)
        return cls(list(numbers), following[order], offsets, following[is_end[row]], is_end, once)

    def walks(self, rng: np.random.Generator, many: int, length: int) -> NDArray[np.int32]:
        """Rows of words, each likely after the one before; every row begins a sentence."""
        rows = np.empty((many, length), np.int32)
        rows[:, 0] = rng.choice(self.starts, many)
        for step in range(1, length):
            here = rows[:, step - 1]
            first, last = self.offsets[here], self.offsets[here + 1]
            rows[:, step] = self.followers[first + (rng.random(many) * (last - first)).astype(np.int64)]
        return rows


def trained(more: Sequence[Path] = ()) -> WordModel:
    """The model of the bundled history and of other texts in UTF-8, if there are any."""
    return WordModel.of([token for text in _texts(more) for token in text.split()])


def _texts(more: Sequence[Path]) -> Iterator[str]:
    for path in sorted(KNOWLEDGE.glob("*.md")):
        yield _HEAD_OR_HEADING.sub("", path.read_text("utf-8"))
    for path in more:
        yield path.read_text("utf-8")
