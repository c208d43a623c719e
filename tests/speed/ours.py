"""Our own index as the bot has it, and its BM25 alone over the words that the libraries get."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from bot.answers import answer
from bot.arrays import Vocabulary
from bot.arrays import file as array_file
from bot.dates import Basis, HistoricalDate, Mention, PassageDate
from bot.fingerprint import fingerprint
from bot.search import Index
from bot.search.bm25 import InvertedBM25
from bot.search.postings import Postings
from bot.search.words.analysis import analyse
from bot.sources.aliases import Aliases
from bot.sources.passage_table import PassageTable
from bot.sources.source import Passage, Source
from tests.speed.corpus import read
from tests.speed.engines import TOP
from tests.speed.stems import lines, stems

if TYPE_CHECKING:
    from pathlib import Path

    from tests.speed.corpus import Dated, Text
    from tests.speed.questions import SpeedQuestion

FILE = "library"


class Ranking:
    """`InvertedBM25` by itself, over words that were cut for it."""

    def load(self, texts: Path, size: int) -> None:
        self._texts, self._numbers = texts, range(size)

    def build(self, cores: int) -> None:
        del cores
        self._bm25 = InvertedBM25(stems(line) for line in lines(self._texts, len(self._numbers)))

    def save(self, folder: Path) -> bool:
        arrays = chain(
            Vocabulary.of(self._bm25.numbers).arrays("numbers"), self._bm25.postings.arrays("postings")
        )
        array_file.write(folder / FILE, fingerprint(), {}, arrays)
        return True

    def open(self, folder: Path) -> None:
        arrays = array_file.read(folder / FILE, fingerprint()).arrays
        numbers = Vocabulary.of_arrays(arrays, "numbers")
        self._bm25 = InvertedBM25.of(numbers, Postings.of_arrays(arrays, "postings"))
        self._numbers = range(self._bm25.corpus_size)

    def ready(self, question: SpeedQuestion) -> list[str]:
        return [stem for word in question.words for stem in stems(word)]

    def top(self, ready: list[str]) -> list[int]:
        return self._bm25.get_top_n(ready, self._numbers, TOP)

    def first(self, hits: list[int]) -> int:
        return hits[0] if hits else -1

    def answer(self, question: str) -> None:
        raise NotImplementedError


class Whole:
    """`Index` over passages with titles and dates, and the answers from it."""

    def load(self, texts: Path, size: int) -> None:
        self._passages = PassageTable.of(map(_passage, read(texts, size)))

    def build(self, cores: int) -> None:
        self._take(Index.build(self._passages, Aliases()))
        del self._passages

    def _take(self, index: Index) -> None:
        self._index = index
        self._numbers = range(len(index.passages))

    def save(self, folder: Path) -> bool:
        array_file.write(folder / FILE, fingerprint(), {}, self._index.arrays())
        self.open(folder)  # as the bot does
        return True

    def open(self, folder: Path) -> None:
        self._take(Index.of_arrays(array_file.read(folder / FILE, fingerprint()).arrays, Aliases()))

    def ready(self, question: SpeedQuestion) -> list[str]:
        return [term for word in question.words for term in analyse(word).terms]

    def top(self, ready: list[str]) -> list[int]:
        return self._index.bm25.get_top_n(ready, self._numbers, TOP)

    def first(self, hits: list[int]) -> int:
        return hits[0] if hits else -1

    def answer(self, question: str) -> None:
        answer(question, self._index)


def _passage(text: Text) -> Passage:
    mentions = tuple(_mention(text.text, value) for value in text.dates)
    own = PassageDate(mentions[0].date, mentions[0].basis) if mentions else None
    return Passage(_source(text.title), text.text, 1, (), mentions, own)


@lru_cache(maxsize=64)
def _source(title: str) -> Source:
    return Source(title, f"{title}.md")


@lru_cache(maxsize=1 << 17)
def _date(edtf: str) -> HistoricalDate:
    return HistoricalDate.parse(edtf)


def _mention(text: str, value: Dated) -> Mention:
    return Mention(value.start, value.end, text[value.start : value.end], _date(value.edtf), Basis.EXPLICIT)
