"""Where each term stands in each passage: what evidence needs of a few passages, in flat arrays."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.search.analysis import analyse, fold
from bot.search.corpus import Corpus, Numbering
from bot.search.grams import Grams
from bot.search.spelling import Spelling
from bot.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.search.analysis import Analysis
    from bot.search.names import Names
    from bot.sources.source import Passage

DAYS_OF_MONTH, DAYS_OF_YEAR = 31, 372  # of a calendar made to compare days, not to count them


@dataclass(frozen=True, slots=True)
class Layout:
    """All passages' units behind each other, their extras, sentences, contexts, dates.

    Offsets have one entry more than there are passages; places are into the whole row of units.
    """

    numbers: Mapping[str, int]
    units: NDArray[np.int32]
    unit_offsets: NDArray[np.int64]
    extras: NDArray[np.int32]
    extra_places: NDArray[np.int64]
    extra_offsets: NDArray[np.int64]
    sentences: NDArray[np.int64]  # place of each sentence's first unit, and the end of all
    sentence_offsets: NDArray[np.int64]
    is_dated: NDArray[np.bool_]  # by sentence
    has_number: NDArray[np.bool_]
    grams: Grams
    spelling: Spelling
    contexts: tuple[NDArray[np.int32], ...]  # terms of each different title with headings
    context_of: NDArray[np.int32]
    date_firsts: NDArray[np.int64]  # of all mentions, and of passages' own dates
    date_lasts: NDArray[np.int64]
    date_passages: NDArray[np.int64]

    def corpus(self) -> Corpus:
        """The terms that BM25 counts: units, extras and context of each passage."""
        parts: list[NDArray[Any]] = []
        lengths: list[int] = []
        for i, context in enumerate(self.context_of):
            row = (
                self.units[self.unit_offsets[i] : self.unit_offsets[i + 1]],
                self.extras[self.extra_offsets[i] : self.extra_offsets[i + 1]],
                self.contexts[context],
            )
            parts.extend(row)
            lengths.append(sum(map(len, row)))
        terms = np.concatenate(parts) if parts else np.zeros(0, np.int32)
        return Corpus(self.numbers, terms, np.concatenate(([0], np.cumsum(lengths, dtype=np.int64))))


def lay_out(passages: Sequence[Passage], names: Names) -> Layout:
    """The layout of passages, in one pass."""
    builder = _Builder(names)
    for number, passage in enumerate(passages):
        builder.add(number, passage)
    return builder.layout()


def ordinal(day: tuple[int, int, int]) -> int:
    """A day as a number that keeps the order of days."""
    year, month, number = day
    return year * DAYS_OF_YEAR + (month - 1) * DAYS_OF_MONTH + number


class _Builder:
    """Grows the rows of a layout."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._numbers = Numbering()
        self._surfaces: Counter[str] = Counter()
        self._units: list[int] = []
        self._unit_offsets = [0]
        self._extras: list[int] = []
        self._extra_places: list[int] = []
        self._extra_offsets = [0]
        self._sentences: list[int] = []
        self._sentence_offsets = [0]
        self._is_dated: list[bool] = []
        self._contexts: dict[tuple[str, ...], int] = {}
        self._context_terms: list[NDArray[np.int32]] = []
        self._context_of: list[int] = []
        self._dates: list[tuple[int, int, int]] = []

    def add(self, number: int, passage: Passage) -> None:
        text = passage.text
        analysis = analyse(text)
        base = len(self._units)
        self._units.extend([self._numbers[term] for term in analysis.terms])
        self._surfaces.update(text[a:b] for a, b in zip(analysis.starts, analysis.ends, strict=True))
        self._unit_offsets.append(len(self._units))
        for place, term in self._extra_terms(text, analysis):
            self._extras.append(self._numbers[term])
            self._extra_places.append(base + place)
        self._extra_offsets.append(len(self._extras))
        self._add_sentences(passage, analysis, base)
        self._add_context(passage)
        self._add_dates(number, passage)

    def _extra_terms(self, text: str, analysis: Analysis) -> Iterable[tuple[int, str]]:
        yield from analysis.extras
        for name in self._names.find(text, analysis):
            yield name.place, name.group

    def _add_sentences(self, passage: Passage, analysis: Analysis, base: int) -> None:
        dated = [mention.start for mention in passage.mentions]
        for start, end in sentences(passage.text) or [(0, 0)]:
            self._sentences.append(base + bisect_left(analysis.starts, start))
            at = bisect_left(dated, start)
            self._is_dated.append(at < len(dated) and dated[at] < end)
        self._sentence_offsets.append(len(self._sentences))

    def _add_context(self, passage: Passage) -> None:
        source = passage.source
        key = (source.title, *source.aliases, *passage.headings)
        if key not in self._contexts:
            self._contexts[key] = len(self._contexts)
            terms = dict.fromkeys(term for text in key for term in self._all_terms(text))
            self._context_terms.append(np.array([self._numbers[term] for term in terms], np.int32))
        self._context_of.append(self._contexts[key])

    def _all_terms(self, text: str) -> Iterable[str]:
        analysis = analyse(text)
        yield from analysis.terms
        yield from (term for _, term in self._extra_terms(text, analysis))

    def _add_dates(self, number: int, passage: Passage) -> None:
        dates = [mention.date for mention in passage.mentions]
        dates += [passage.date.date] if passage.date else []
        self._dates += [(ordinal(date.first), ordinal(date.last), number) for date in dates]

    def _words(self) -> Counter[str]:
        words: Counter[str] = Counter()
        for surface, count in self._surfaces.items():
            words[fold(surface)] += count
        return words

    def _has_number(self, units: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Whether each sentence holds a number."""
        is_number = np.array([term[0].isdecimal() for term in self._numbers], np.bool_)
        before = np.concatenate(([0], np.cumsum(is_number[units]))).astype(np.int64)
        bounds = np.array([*self._sentences, len(units)], np.int64)
        return np.not_equal(before[bounds[1:]], before[bounds[:-1]])

    def layout(self) -> Layout:
        dates = np.array(self._dates, np.int64).reshape(-1, 3)
        units = np.array(self._units, np.int32)
        return Layout(
            numbers=dict(self._numbers),
            units=units,
            unit_offsets=np.array(self._unit_offsets, np.int64),
            extras=np.array(self._extras, np.int32),
            extra_places=np.array(self._extra_places, np.int64),
            extra_offsets=np.array(self._extra_offsets, np.int64),
            sentences=np.array([*self._sentences, len(self._units)], np.int64),
            sentence_offsets=np.array(self._sentence_offsets, np.int64),
            is_dated=np.array(self._is_dated, np.bool_),
            has_number=self._has_number(units),
            spelling=Spelling.of(self._words()),
            grams=Grams.of(
                self._numbers, np.bincount(units, minlength=len(self._numbers)), len(self._context_of)
            ),
            contexts=tuple(self._context_terms),
            context_of=np.array(self._context_of, np.int32),
            date_firsts=dates[:, 0],
            date_lasts=dates[:, 1],
            date_passages=dates[:, 2],
        )
