"""What evidence needs of a few passages, in flat arrays: where each term stands, titles, spelling, dates."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from bot.arrays import Columns, Rows, Strings, Vocabulary
from bot.search.corpus import Corpus
from bot.search.name_finding import find_names
from bot.search.ngrams import Grams
from bot.search.periods import Periods
from bot.search.spelling import Spelling
from bot.search.tokenizing.forms import BESIDE, Forms
from bot.search.tokenizing.units import UnitWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.search.tokenizing.tokenized_passages import TokenizedPassages
    from bot.search.tokenizing.units import Units
    from bot.search.words.names import Names
    from bot.sources.passage_table import PassageTable

    Whole = NDArray[np.int64]


MOST_UNDER = 0.5  # share of all passages that a title's word may stand over and be counted


@dataclass(frozen=True, slots=True, eq=False)
class Contexts(Columns):
    """The terms of each different title with aliases and headings, and which one a passage stands under."""

    terms: Rows
    of_passage: NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Layout(Columns):
    """All passages' units with names, contexts, spelling, dates."""

    numbers: Vocabulary  # of terms
    words: Strings  # of forms
    term_of: NDArray[np.int32]  # by form
    is_number: NDArray[np.bool_]  # by term: whether it begins with a digit
    units: Units
    named: Rows  # as `units.beside`: the groups whose names stand there
    contexts: Contexts
    grams: Grams
    spelling: Spelling
    periods: Periods

    def forms(self) -> Forms:
        """The forms of units and of what stands beside them; those of names, which come last, left out."""
        size = int(self.named.values[:, 0].min(initial=len(self.words)))
        return Forms(self.words[:size], map(list(self.numbers).__getitem__, self.term_of[:size].tolist()))

    def corpus(self) -> Corpus:
        """The terms that BM25 counts: units, what stands beside them, and the context of each passage.

        A title's word over most passages tells none of them from another and is left out.
        """
        units, contexts = self.units, _telling(self.contexts, len(self.numbers))
        places, passages = contexts.terms.chosen(contexts.of_passage)
        terms = [
            self.term_of[units.forms.values],
            self.term_of[units.beside.values[:, 0]],
            self.term_of[self.named.values[:, 0]],
            contexts.terms.values[places],
        ]
        numbers = np.arange(len(contexts.of_passage), dtype=np.int32)
        owners = [np.repeat(numbers, rows.sizes) for rows in (units.forms, units.beside, self.named)]
        texts = np.concatenate([*owners, passages.astype(np.int32)])
        return Corpus(self.numbers, np.concatenate(terms), texts, len(numbers))


def _telling(contexts: Contexts, terms: int) -> Contexts:
    """Contexts without the terms that stand over more than half of all passages."""
    rows = contexts.terms
    under = np.bincount(contexts.of_passage, minlength=len(rows))
    owners = np.repeat(np.arange(len(rows)), rows.sizes)
    found_in = np.bincount(rows.values, weights=under[owners], minlength=terms)
    kept = found_in[rows.values] <= MOST_UNDER * len(contexts.of_passage)
    sizes = np.bincount(owners[kept], minlength=len(rows))
    return Contexts(Rows.of(rows.values[kept], sizes), contexts.of_passage)


def lay_out(tokenized: TokenizedPassages, names: Names) -> Layout:
    """The layout of passages; groups of names are added to their forms."""
    passages = tokenized.passages
    units, forms, counts = _without_unused(tokenized.units, tokenized.forms)
    named = find_names(passages.texts, units, forms, names)
    numbers = Vocabulary()
    term_of = np.array([numbers.setdefault(term, len(numbers)) for term in forms.terms], np.int32)
    contexts = _contexts(passages, names, numbers)
    by_term = np.bincount(term_of[: len(counts)], weights=counts, minlength=len(numbers))
    return Layout(
        numbers=numbers,
        words=Strings.of(forms.words),
        term_of=term_of,
        is_number=np.array(["0" <= term[:1] <= "9" for term in numbers], np.bool_),
        units=units,
        named=named,
        contexts=contexts,
        grams=Grams.of(list(numbers), by_term, len(passages)),
        spelling=Spelling.of(_words(forms, counts)),
        periods=Periods.of(passages),
    )


def _without_unused(units: Units, forms: Forms) -> tuple[Units, Forms, Whole]:
    """Units, forms, and how many units each has; forms that only stood in passages that are gone go too."""
    counts = np.bincount(units.forms.values, minlength=len(forms))
    used = counts + np.bincount(units.beside.values[:, 0], minlength=len(forms)) > 0
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


def _contexts(passages: PassageTable, names: Names, numbers: dict[str, int]) -> Contexts:
    """The contexts of all passages; their terms get numbers where they have none."""
    tables = (len(passages.headings), len(passages.contexts))
    keys = (passages.source_of.astype(np.int64) * tables[0] + passages.headings_of) * tables[1]
    different, of_passage = np.unique(keys + passages.contexts_of, return_inverse=True)
    texts: dict[str, int] = {}
    rows, sizes = array("i"), array("q")
    for above, group in groupby(different.tolist(), lambda key: key // tables[1]):
        titles = [texts.setdefault(text, len(texts)) for text in passages.titles(*divmod(above, tables[0]))]
        for key in group:
            introduction = passages.contexts[key % tables[1]]
            rows.extend((*titles, texts.setdefault(introduction, len(texts))))
            sizes.append(len(titles) + 1)
    forms, of_texts = _forms_of(list(texts), names)
    places, which = of_texts.chosen(np.array(rows))
    owners = np.repeat(np.arange(len(different)), np.array(sizes))[which]
    terms = _numbered(of_texts.values[places], forms, numbers)
    pairs = np.sort(owners << 32 | terms)
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]  # a term counts once
    many = np.bincount(pairs >> 32, minlength=len(different))
    return Contexts(Rows.of(pairs.astype(np.int32), many), of_passage.astype(np.int32))


def _numbered(held: NDArray[np.int32], forms: Forms, numbers: dict[str, int]) -> NDArray[np.int32]:
    """The numbers of the terms of forms that texts hold; new ones in the order of coming."""
    first = np.full(len(forms), len(held))
    np.minimum.at(first, held, np.arange(len(held)))
    by_form = np.zeros(len(forms), np.int32)
    for form in np.argsort(first)[: np.count_nonzero(first < len(held))].tolist():
        by_form[form] = numbers.setdefault(forms.terms[form], len(numbers))
    return by_form[held]


def _forms_of(texts: Sequence[str], names: Names) -> tuple[Forms, Rows]:
    """Of each text the forms of its units, then of what stands beside them, then of names in it."""
    forms = Forms()
    writer = UnitWriter(forms)
    for text in texts:
        writer.add(text, ())
    units = writer.units()
    named = find_names(Strings.of(texts), units, forms, names)
    kinds = (units.forms, units.beside, named)
    values = np.concatenate((units.forms.values, units.beside.values[:, 0], named.values[:, 0]))
    owners = np.concatenate([np.repeat(np.arange(len(texts)), rows.sizes) for rows in kinds])
    return forms, Rows.of(
        values[np.argsort(owners, kind="stable")], np.bincount(owners, minlength=len(texts))
    )
