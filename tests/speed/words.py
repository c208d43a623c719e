"""A model of running text: which word follows which, from texts that people wrote."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

PROJECT = Path(__file__).parent.parent.parent
MEASURING = PROJECT.parent / "shared" / "data"  # texts to measure on; may be absent
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*$")


@dataclass(frozen=True, slots=True)
class WordModel:
    """Words as they stand between spaces; what follows word `i` is `followers[offsets[i]:offsets[i + 1]]`."""

    words: Sequence[str]
    followers: NDArray[np.int32]
    offsets: NDArray[np.int64]
    starts: NDArray[np.int32]  # words that began a sentence
    is_end: NDArray[np.bool_]  # words that ended one

    @classmethod
    def of(cls, tokens: Sequence[str]) -> WordModel:
        """The model of a text; its first word follows its last one."""
        numbers: dict[str, int] = {}
        row = np.array([numbers.setdefault(token, len(numbers)) for token in tokens], np.int32)
        order = np.argsort(row, kind="stable")
        following = np.roll(row, -1)
        is_end = np.array([bool(_SENTENCE_END.search(word)) for word in numbers], np.bool_)
        offsets = np.searchsorted(row[order], np.arange(len(numbers) + 1))
        return cls(list(numbers), following[order], offsets, following[is_end[row]], is_end)

    def walks(self, rng: np.random.Generator, many: int, length: int) -> NDArray[np.int32]:
        """Rows of words, each likely after the one before; every row begins a sentence."""
        rows = np.empty((many, length), np.int32)
        rows[:, 0] = rng.choice(self.starts, many)
        for step in range(1, length):
            here = rows[:, step - 1]
            first, last = self.offsets[here], self.offsets[here + 1]
            rows[:, step] = self.followers[first + (rng.random(many) * (last - first)).astype(np.int64)]
        return rows


def trained() -> WordModel:
    """The model of the project's own knowledge and, where they are, of the English texts to measure on."""
    return WordModel.of([token for text in _texts() for token in text.split()])


def _texts() -> Iterator[str]:
    for path in sorted((PROJECT / "knowledge").glob("*.md")):
        yield re.sub(r"\A---.*?^---$|^#+ .*?$", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for path in sorted(MEASURING.glob("article/*.txt")):
        yield path.read_text("utf-8")
    for name in ("squad-open/passages.jsonl", "wikiwars-open.jsonl"):
        if (MEASURING / name).exists():
            for line in (MEASURING / name).read_text("utf-8").splitlines():
                yield json.loads(line)["text"]
