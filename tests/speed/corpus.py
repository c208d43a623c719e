"""Passages by the million that read like language: the same ones for the same seed, and never all in memory.

The first passages of a greater collection are those of a smaller one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from tests.speed.inventions import date, name, number, ranks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from tests.speed.words import WordModel

BATCH = 2_000  # passages made at once
DOCUMENT = 20  # passages of a document: they share a title and the names they speak of
SHORTEST, MIDDLE, LONGEST, SPREAD = 40, 76, 180, 0.35  # words; 76 is the middle that makes 100 the mean
TOPIC_NAMES = 4
OF_TOPIC = 0.5  # share of the names in a passage that are its document's
_CORE = re.compile(r"^(\W*)(.*?)(\W*)$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: its span and its value in EDTF."""

    start: int
    end: int
    edtf: str


@dataclass(frozen=True, slots=True)
class Text:
    """A passage with the title of its document."""

    title: str
    text: str
    dates: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class _Slot:
    """A word of the model in whose place something else stands each time."""

    before: str
    after: str
    is_name: bool
    is_year: bool


class Writer:
    """Writes passages from a model of words."""

    def __init__(self, model: WordModel, seed: int = 0) -> None:
        self._model = model
        self._seed = seed
        known = set(model.words)
        self._slots = {i: slot for i, word in enumerate(model.words) if (slot := _slot(word, known))}
        self._is_slot = np.zeros(len(model.words), np.bool_)
        self._is_slot[list(self._slots)] = True

    def texts(self, many: int) -> Iterator[Text]:
        """So many passages."""
        return islice(self._endless(), many)

    def _endless(self) -> Iterator[Text]:
        batch = 0
        while True:
            yield from self._batch(np.random.default_rng((self._seed, batch)))
            batch += 1

    def _batch(self, rng: np.random.Generator) -> Iterator[Text]:
        walks = self._model.walks(rng, BATCH, LONGEST)
        ends = self._ends(rng, walks)
        topics = ranks(rng, BATCH // DOCUMENT * TOPIC_NAMES).reshape(-1, TOPIC_NAMES).tolist()
        for i, (row, end) in enumerate(zip(walks, ends.tolist(), strict=True)):
            words = row[:end]
            places = np.flatnonzero(self._is_slot[words]).tolist()
            chances = rng.random(len(places)).tolist()
            fresh = ranks(rng, len(places)).tolist()
            yield self._filled(words.tolist(), places, chances, fresh, topics[i // DOCUMENT])

    def _ends(self, rng: np.random.Generator, walks: NDArray[np.int32]) -> NDArray[np.int64]:
        """How many words of each row are taken: up to a sentence's end, some length being wished for."""
        wished = np.clip(rng.lognormal(np.log(MIDDLE), SPREAD, len(walks)), SHORTEST, LONGEST - 30)
        may_end = self._model.is_end[walks] & (np.arange(walks.shape[1]) >= wished[:, None])
        return np.where(may_end.any(axis=1), may_end.argmax(axis=1) + 1, wished.astype(np.int64))

    def _filled(
        self, row: list[int], places: list[int], chances: list[float], fresh: list[int], topic: Sequence[int]
    ) -> Text:
        words = [self._model.words[i] for i in row]
        values: list[tuple[int, str, str]] = []
        for place, chance, rank in zip(places, chances, fresh, strict=True):
            slot = self._slots[row[place]]
            if slot.is_name:
                own = topic[int(chance / OF_TOPIC * TOPIC_NAMES)] if chance < OF_TOPIC else rank
                said = name(own)
            elif slot.is_year:
                said, edtf = date(chance)
                values.append((place, said, edtf))
            else:
                said = number(chance)
            words[place] = slot.before + said + slot.after
        text = " ".join(words)
        return Text(f"{name(topic[0])} {name(topic[1])}", text, tuple(_dated(text, words, values)))


def _slot(word: str, known: set[str]) -> _Slot | None:
    found = _CORE.match(word)
    if not found:
        return None
    before, core, after = found.groups()
    is_name = core[:1].isupper() and core.isalpha() and core.lower() not in known and len(core) > 2
    is_year = len(core) == 4 and core.isdecimal()
    is_number = core[:1].isdecimal() and core.replace(",", "").isdecimal()
    return _Slot(before, after, is_name, is_year) if is_name or is_number else None


def _dated(text: str, words: Sequence[str], values: Iterable[tuple[int, str, str]]) -> Iterator[Dated]:
    for place, said, edtf in values:
        behind = sum(map(len, words[:place])) + place
        start = text.index(said, behind)
        yield Dated(start, start + len(said), edtf)


def write(texts: Iterable[Text], path: Path) -> Iterator[int]:
    """Writes texts to a file, a line each, yielding how many are written."""
    with path.open("w", encoding="utf-8") as file:
        for done, one in enumerate(texts, 1):
            dates = " ".join(f"{value.start},{value.end},{value.edtf}" for value in one.dates)
            file.write(f"{one.title}\t{dates}\t{one.text}\n")
            yield done


def read(path: Path, many: int) -> Iterator[Text]:
    """The first so many texts of a file."""
    with path.open(encoding="utf-8") as file:
        for line in islice(file, many):
            title, dates, text = line.rstrip("\n").split("\t")
            yield Text(title, text, tuple(_dated_of(value) for value in dates.split()))


def _dated_of(value: str) -> Dated:
    start, end, edtf = value.split(",")
    return Dated(int(start), int(end), edtf)
