"""What evidence needs of a few passages, in flat arrays: where each term stands, titles, spelling, dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.arrays import Columns, Strings, Vocabulary, counted, offsets, ranges
from bot.search.corpus import Corpus
from bot.search.cutting.forms import BESIDE, Forms
from bot.search.name_finding import find_names
from bot.search.ngrams import Grams
from bot.search.periods import Periods
from bot.search.spelling import Spelling
from bot.search.words.analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from bot.search.cutting.units import Beside, Units
    from bot.search.words.names import Names
    from bot.sources.passage_table import PassageTable

    Whole = NDArray[np.int64]


MOST_UNDER = 0.5  # share of all passages that a title's word may stand over and be counted


@dataclass(frozen=True, slots=True, eq=False)
class Contexts(Columns):
    """The terms of each different title with aliases and headings, and which one a passage stands under."""

    terms: NDArray[np.int32]
    offsets: NDArray[np.int64]
    of_passage: NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Layout(Columns):
    """All passages' units with names, contexts, spelling, dates."""

    numbers: Vocabulary  # of terms
    words: Strings  # of forms
    term_of: NDArray[np.int32]  # by form
    units: Units
    named: Beside  # the groups whose names stand there, as forms
    contexts: Contexts
    grams: Grams
    spelling: Spelling
    periods: Periods

    def forms(self) -> Forms:
        """The forms of units and of what stands beside them; those of names, which come last, left out."""
        size = int(self.named.forms.min(initial=len(self.words)))
        return Forms(self.words[:size], map(list(self.numbers).__getitem__, self.term_of[:size].tolist()))

    def are_numbers(self, terms: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Which terms begin with a digit."""
        texts = self.numbers.texts
        first = texts.blob[texts.offsets[terms]]
        return (first >= ord("0")) & (first <= ord("9"))

    def corpus(self) -> Corpus:
        """The terms that BM25 counts: units, what stands beside them, and the context of each passage.

        A title's word over most passages tells none of them from another and is left out.
        """
        contexts = _telling(self.contexts, len(self.numbers))
        under = contexts.of_passage
        starts, stops = contexts.offsets[under], contexts.offsets[under + 1]
        rows = (self.units, self.units.beside, self.named)
        terms = self.term_of[np.concatenate([row.forms for row in rows])]
        sizes = [*(np.diff(row.offsets) for row in rows), stops - starts]
        passages = np.arange(len(under), dtype=np.int32)
        return Corpus(
            self.numbers,
            np.concatenate((terms, contexts.terms[ranges(starts, stops)])),
            np.concatenate([np.repeat(passages, size) for size in sizes]),
            len(passages),
        )


def _telling(contexts: Contexts, terms: int) -> Contexts:
    """Contexts without the terms that stand over more than half of all passages."""
    under = np.bincount(contexts.of_passage, minlength=len(contexts.offsets) - 1)
    sizes = np.diff(contexts.offsets)
    found_in = np.bincount(contexts.terms, weights=np.repeat(under, sizes), minlength=terms)
    kept = found_in[contexts.terms] <= MOST_UNDER * len(contexts.of_passage)
    owners = np.repeat(np.arange(len(sizes)), sizes)[kept]
    ends = offsets(np.bincount(owners, minlength=len(sizes)))
    return Contexts(contexts.terms[kept], ends, contexts.of_passage)


def lay_out(catalogue: PassageTable, units: Units, forms: Forms, names: Names) -> Layout:
    """The layout of passages whose units are read, in these forms, which groups of names are added to."""
    units, forms, counts = _without_unused(units, forms)
    named = find_names(catalogue, units, forms, names)
    numbers: dict[str, int] = {}
    term_of = np.array([numbers.setdefault(term, len(numbers)) for term in forms.terms], np.int32)
    contexts = _contexts(catalogue, names, numbers)
    by_term = np.bincount(term_of[: len(counts)], weights=counts, minlength=len(numbers))
    return Layout(
        numbers=Vocabulary.of(numbers),
        words=Strings.of(forms.words),
        term_of=term_of,
        units=units,
        named=named,
        contexts=contexts,
        grams=Grams.of(list(numbers), by_term, len(catalogue)),
        spelling=Spelling.of(_words(forms, counts)),
        periods=Periods.of(catalogue),
    )


def _without_unused(units: Units, forms: Forms) -> tuple[Units, Forms, Whole]:
    """Units, forms, and how many units each has; forms that only stood in passages that are gone go too."""
    counts = counted(units.forms, len(forms))
    used = counts + counted(units.beside.forms, len(forms)) > 0
    if used.all():
        return units, forms, counts
    moved = np.cumsum(used, dtype=np.int32) - 1
    return units.renumbered(moved), forms.chosen(np.flatnonzero(used).tolist()), counts[used]


def _words(forms: Forms, counts: Whole) -> dict[str, int]:
    """How often each word stands."""
    words: dict[str, int] = {}
    for word, count in zip(forms.words, counts.tolist(), strict=False):  # behind them come groups' names
        if word != BESIDE:
            words[word] = words.get(word, 0) + count
    return words


def _contexts(catalogue: PassageTable, names: Names, numbers: dict[str, int]) -> Contexts:
    """The contexts of all passages; their terms get numbers where they have none."""
    tables = (len(catalogue.headings), len(catalogue.contexts))
    keys = (catalogue.source_of.astype(np.int64) * tables[0] + catalogue.headings_of) * tables[1]
    different, of_passage = np.unique(keys + catalogue.contexts_of, return_inverse=True)
    terms: list[int] = []
    sizes: list[int] = []
    for key in different.tolist():
        above, introduction = divmod(key, tables[1])
        source, headings = divmod(above, tables[0])
        found = _context_terms(catalogue.context(source, headings, introduction), names)
        terms.extend([numbers.setdefault(term, len(numbers)) for term in found])
        sizes.append(len(found))
    return Contexts(np.array(terms, np.int32), offsets(sizes), of_passage.astype(np.int32))


def _context_terms(texts: Iterable[str], names: Names) -> dict[str, None]:
    """The different terms of a title, aliases, headings and an introduction."""
    terms: dict[str, None] = {}
    for text in texts:
        analysis = analyse(text)
        terms.update(dict.fromkeys(analysis.terms))
        terms.update(dict.fromkeys(term for _, term in analysis.extras))
        terms.update(dict.fromkeys(found.group for found in names.find(text, analysis)))
    return terms
