"""Passages by the million that read like language: the same ones for the same seed, and never all in memory.

The first passages of a greater collection are those of a smaller one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from tests.speed.inventions import RARE_WORDS, date, name, number, ranks, word
from tests.speed.words import parts

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


class _Kind(Enum):
    NAME = auto()
    YEAR = auto()
    NUMBER = auto()
    RARE = auto()  # a word that the model saw once: their share is that of words not seen yet (Good 1953)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A word of the model in whose place another one of its kind stands each time."""

    before: str
    after: str
    kind: _Kind


class Writer:
    """Writes passages from a model of words."""

    def __init__(self, model: WordModel, seed: int = 0) -> None:
        self._model = model
        self._seed = seed
        known = set(model.words)
        slots = ((i, _slot(token, known, model.once)) for i, token in enumerate(model.words))
        self._slots = {i: slot for i, slot in slots if slot}
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
            fresh = zip(
                ranks(rng, len(places)).tolist(), ranks(rng, len(places), RARE_WORDS).tolist(), strict=True
            )
            yield self._filled(words.tolist(), places, chances, fresh, topics[i // DOCUMENT])

    def _ends(self, rng: np.random.Generator, walks: NDArray[np.int32]) -> NDArray[np.int64]:
        """How many words of each row are taken: up to a sentence's end, some length being wished for."""
        wished = np.clip(rng.lognormal(np.log(MIDDLE), SPREAD, len(walks)), SHORTEST, LONGEST - 30)
        may_end = self._model.is_end[walks] & (np.arange(walks.shape[1]) >= wished[:, None])
        return np.where(may_end.any(axis=1), may_end.argmax(axis=1) + 1, wished.astype(np.int64))

    def _filled(
        self,
        row: list[int],
        places: list[int],
        chances: list[float],
        fresh: Iterable[tuple[int, int]],
        topic: Sequence[int],
    ) -> Text:
        """A row of words in whose slots other words stand; `fresh` ranks a new name and a rare word each."""
        words = [self._model.words[i] for i in row]
        values: list[tuple[int, str, str]] = []
        for place, chance, (new_name, rare_word) in zip(places, chances, fresh, strict=True):
            slot = self._slots[row[place]]
            match slot.kind:
                case _Kind.NAME:
                    new = name(topic[int(chance / OF_TOPIC * TOPIC_NAMES)] if chance < OF_TOPIC else new_name)
                case _Kind.YEAR:
                    new, edtf = date(chance)
                    values.append((place, new, edtf))
                case _Kind.NUMBER:
                    new = number(chance)
                case _Kind.RARE:
                    new = word(rare_word)
            words[place] = slot.before + new + slot.after
        text = " ".join(words)
        return Text(f"{name(topic[0])} {name(topic[1])}", text, tuple(_dated(text, words, values)))


def _slot(token: str, known: set[str], once: frozenset[str]) -> _Slot | None:
    before, core, after = parts(token)
    kind = _kind(core, known, once)
    return _Slot(before, after, kind) if kind else None


def _kind(core: str, known: set[str], once: frozenset[str]) -> _Kind | None:
    if core[:1].isdecimal() and core.replace(",", "").isdecimal():
        return _Kind.YEAR if len(core) == 4 else _Kind.NUMBER
    if not core.isalpha() or len(core) < 3:
        return None
    if core[0].isupper() and core.lower() not in known:
        return _Kind.NAME
    return _Kind.RARE if core in once else None


def _dated(text: str, words: Sequence[str], values: Iterable[tuple[int, str, str]]) -> Iterator[Dated]:
    for place, date_text, edtf in values:
        behind = sum(map(len, words[:place])) + place
        start = text.index(date_text, behind)
        yield Dated(start, start + len(date_text), edtf)


def write(texts: Iterable[Text], path: Path) -> Iterator[int]:
    """Writes texts to a file, a line each, yielding how many are written."""
    with path.open("w", encoding="utf-8") as file:
        for done, text in enumerate(texts, 1):
            dates = " ".join(f"{date.start},{date.end},{date.edtf}" for date in text.dates)
            file.write(f"{text.title}\t{dates}\t{text.text}\n")
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
