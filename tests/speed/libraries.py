"""BM25 libraries that hold their index in Python, each used as its README shows, with stemming."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.speed.engines import TOP
from tests.speed.stems import lines, stems

if TYPE_CHECKING:
    from pathlib import Path

    from tests.speed.questions import SpeedQuestion


class RankBM25:
    """`BM25Okapi`; the ten best as its own `get_top_n` takes them."""

    def __init__(self) -> None:
        self._library: Any = importlib.import_module("rank_bm25")

    def load(self, texts: Path, size: int) -> None:
        self._texts, self._numbers = texts, range(size)

    def build(self, cores: int) -> None:
        del cores
        self._bm25 = self._library.BM25Okapi([stems(line) for line in lines(self._texts, len(self._numbers))])

    def save(self, folder: Path) -> bool:
        del folder
        return False

    def open(self, folder: Path) -> None:
        raise NotImplementedError

    def ready(self, question: SpeedQuestion) -> list[str]:
        return [stem for word in question.words for stem in stems(word)]

    def top(self, ready: list[str]) -> list[int]:
        hits: list[int] = self._bm25.get_top_n(ready, self._numbers, TOP)
        return hits

    def first(self, hits: list[int]) -> int:
        return hits[0]

    def answer(self, question: str) -> None:
        raise NotImplementedError


class BM25S:
    """`bm25s` with numpy."""

    backend = "numpy"

    def __init__(self) -> None:
        self._library: Any = importlib.import_module("bm25s")
        self._stemmer = importlib.import_module("Stemmer").Stemmer("english")

    def load(self, texts: Path, size: int) -> None:
        self._texts, self._size = texts, size

    def build(self, cores: int) -> None:
        del cores
        words = self._library.tokenize(
            list(lines(self._texts, self._size)), stopwords="en", stemmer=self._stemmer, show_progress=False
        )
        self._index = self._library.BM25(backend=self.backend)
        self._index.index(words, show_progress=False)

    def save(self, folder: Path) -> bool:
        self._index.save(str(folder), show_progress=False)
        return True

    def open(self, folder: Path) -> None:
        self._index = self._library.BM25.load(str(folder), mmap=True, show_progress=False)

    def ready(self, question: SpeedQuestion) -> list[list[str]]:
        words: list[list[str]] = self._library.tokenize(
            " ".join(question.words),
            stopwords="en",
            stemmer=self._stemmer,
            return_ids=False,
            show_progress=False,
        )
        return words

    def top(self, ready: list[list[str]]) -> Any:
        return self._index.retrieve(ready, k=TOP, show_progress=False)

    def first(self, hits: Any) -> int:
        return int(np.asarray(hits[0])[0, 0])

    def answer(self, question: str) -> None:
        raise NotImplementedError


class NumbaBM25S(BM25S):
    """`bm25s` compiled by numba, on one thread."""

    backend = "numba"
