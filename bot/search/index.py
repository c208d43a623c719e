"""The index: built once from passages, then only asked. No part of it changes, so questions need no lock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.arrays import Strings
from bot.search.bm25 import InvertedBM25, best
from bot.search.candidates import Asked, Ranked, gather
from bot.search.evidence import EVIDENCE, weigh
from bot.search.hit import Evidence, Hit
from bot.search.layout import Layout, lay_out
from bot.search.ngrams import cut
from bot.search.postings import Postings
from bot.search.ranking import Ranking
from bot.search.tokenizing.tokenized_passages import TokenizedPassages, all_definitions, tokenize
from bot.search.words.abbreviations import Abbreviation, joined, of_one_meaning, with_well_known
from bot.search.words.analysis import term as term_of
from bot.search.words.names import Names
from bot.sources.passage_table import PassageTable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.dates import HistoricalDate
    from bot.search.candidates import Candidates
    from bot.search.query import Query, QueryWord
    from bot.sources.aliases import Aliases
    from bot.sources.source import Passage

    Floats = NDArray[np.floating[Any]]
    Whole = NDArray[np.int64]
    Which = NDArray[np.bool_]

_NAMES = tuple(row.name for row in EVIDENCE)
_WEIGHTS = tuple(row.weight for row in EVIDENCE)
RESCORED = 50  # best of the first ranking; the right passage is among them in 98.8 % (facts of issue 4)


@dataclass(frozen=True, slots=True)
class Index:
    """Passages with everything a question asks of them."""

    passages: PassageTable
    aliases: Aliases
    definitions: Strings  # of abbreviations, by passage
    names: Names
    layout: Layout
    bm25: InvertedBM25
    searched: Which | None = None  # by passage, whether it is looked at; None: all are

    @classmethod
    def build(cls, passages: Iterable[Passage], aliases: Aliases) -> Index:
        """The index of passages; names in `aliases` are the same words."""
        return cls.over(tokenize(passages), aliases)

    @classmethod
    def over(cls, tokenized: TokenizedPassages, aliases: Aliases) -> Index:
        """The index of passages that are tokenized."""
        names = names_of(aliases, _abbreviations(tokenized.definitions))
        layout = lay_out(tokenized, names)
        bm25 = InvertedBM25(layout.corpus())
        return cls(tokenized.passages, aliases, tokenized.definitions, names, layout, bm25)

    def without(self, files: Collection[str]) -> Index:
        """The same index, for which nothing stands in the passages of some files.

        How rare a word is still counts in all passages.
        """
        table = self.passages
        hidden = [number for number, source in enumerate(table.all_sources()) if source.file in files]
        return replace(self, searched=~np.isin(table.source_of, hidden)) if hidden else self

    def tokenized(self) -> TokenizedPassages:
        """What it was built over, for a new index to take over."""
        return TokenizedPassages(self.passages, self.layout.units, self.definitions, self.layout.forms())

    def arrays(self) -> Iterator[tuple[str, NDArray[Any]]]:
        """All that a file must hold to have the same index again."""
        yield from self.passages.arrays("passages")
        yield from self.definitions.arrays("definitions")
        yield from self.layout.arrays("layout")
        yield from self.bm25.postings.arrays("postings")

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, NDArray[Any]], aliases: Aliases) -> Index:
        """The index whose arrays these are, as it was built with these aliases."""
        definitions = Strings.of_arrays(arrays, "definitions")
        layout = Layout.of_arrays(arrays, "layout")
        return cls(
            passages=PassageTable.of_arrays(arrays, "passages"),
            aliases=aliases,
            definitions=definitions,
            names=names_of(aliases, _abbreviations(definitions)),
            layout=layout,
            bm25=InvertedBM25.of(layout.numbers, Postings.of_arrays(arrays, "postings")),
        )

    @property
    def event_dates(self) -> Mapping[str, HistoricalDate]:
        """The dates of events by their nicknames."""
        return self.aliases.event_dates

    def knows(self, term: str) -> bool:
        """Whether a term stands in some passage, title or heading."""
        number = self.layout.numbers.get(term)
        return number is not None and self._stands(number)

    def _stands(self, number: int) -> bool:
        """Whether a term stands in some passage that is looked at."""
        if self.searched is None:
            return True
        postings = self.bm25.postings
        texts = postings.texts[postings.offsets[number] : postings.offsets[number + 1]]
        return not len(texts) or bool(self.searched[texts].any())  # a title over most has no postings

    def holding(self, term: str, most: int) -> list[int]:
        """The numbers of the first passages that hold a term, in reading order."""
        number = self.layout.numbers.get(term)
        if number is None:
            return []
        first, last = self.bm25.postings.offsets[number : number + 2].tolist()
        numbers: list[int] = self.bm25.postings.texts[first : min(last, first + most)].tolist()
        return numbers

    def count(self, term: str) -> int:
        """How many passages hold a term."""
        number = self.layout.numbers.get(term)
        if number is None:
            return 0
        first, last = self.bm25.postings.offsets[number : number + 2].tolist()
        return int(last - first)

    def nearest_word(self, folded: str) -> str | None:
        """The commonest word of the passages that is one edit from another one, if there is any."""
        word = self.layout.spelling.nearest(folded)
        return word if word and (self.searched is None or self.knows(term_of(word))) else None

    def completed_word(self, folded: str) -> str | None:
        """The commonest word of the passages that one still being typed may become, if there is any."""
        word = self.layout.spelling.completed(folded)
        return word if word and (self.searched is None or self.knows(term_of(word))) else None

    def idf(self, term: str) -> float:
        """The rarity of a term, 0 for one that the index does not hold."""
        number = self.layout.numbers.get(term)
        return 0.0 if number is None else float(self.bm25.idf[number])

    def search(self, query: Query, top: int) -> list[Hit]:
        """The best passages that share a word or a date with the query, best first."""
        return self.hits(self.rank(query), top)

    def rank(self, query: Query) -> Ranking:
        """The candidates of a query in order."""
        candidates = self.candidates(query)
        values = weigh(candidates)
        scores = values @ np.array(_WEIGHTS)
        known = set(candidates.asked.words)
        unknown = tuple(word for i, word in enumerate(query.words) if i not in known and not word.is_beside)
        rarest = float(np.log1p(2 * len(self.passages) + 1))  # Lucene's idf of a word in no text
        asked = float(candidates.asked.idf.sum()) + rarest * sum(word.weight for word in unknown)
        order = (-scores).argsort(kind="stable")
        likenesses = tuple(self._likeness(word, candidates, order[:1]) for word in unknown)
        return Ranking(candidates, values, scores, order, unknown, likenesses, asked or 1.0, rarest)

    def _likeness(self, word: QueryWord, candidates: Candidates, first: Whole) -> float:
        """Share of a word's grams that the first candidate holds: "captured" where "capture" stands."""
        grams, many = self.layout.grams, len(cut([word.forms[0].term])[0])
        units = candidates.units[np.isin(candidates.unit_owner, first)]
        return len(grams.shared(word.forms[0].term, units)) / many if many else 0.0

    def hits(self, ranking: Ranking, top: int) -> list[Hit]:
        """The first hits of a ranking, each with the evidence that its score is the sum of."""
        return [
            Hit(
                self.passages[ranking.candidates.passages[i]],
                float(ranking.scores[i]),
                tuple(map(Evidence, _NAMES, ranking.values[i].tolist(), _WEIGHTS)),
            )
            for i in ranking.order[:top]
        ]

    def candidates(self, query: Query) -> Candidates:
        """What is scored again: the best of the first ranking, and of those with a date that was named."""
        asked = Asked.of(query, self._numbers(query), self.bm25.idf)
        scores = self.bm25.weigh(asked.weighted())
        if self.searched is not None:
            scores *= self.searched
        passages = best(scores, RESCORED)
        texts = self.passages.texts
        if not query.dates:
            undated = Ranked(passages, scores[passages], np.zeros(len(passages)))
            return gather(self.layout, texts, query, asked, undated)
        dated, fit = self.layout.periods.fitting(query.dates)
        if self.searched is not None:
            dated, fit = dated[self.searched[dated]], fit[self.searched[dated]]
        ranked = scores[dated]
        likely = dated[best(fit * (4.0 * float(ranked.max(initial=0.0)) + 1.0) + ranked, RESCORED)]
        passages = np.union1d(passages, likely)
        fitting = Ranked(passages, scores[passages], _values_at(passages, dated, fit))
        return gather(self.layout, texts, query, asked, fitting)

    def _numbers(self, query: Query) -> Mapping[str, int]:
        """The terms that a query may ask for, with their numbers."""
        numbers = self.layout.numbers
        if self.searched is None:
            return numbers
        terms = {form.term for word in query.words for form in word.forms}
        return {term: numbers[term] for term in terms if self.knows(term)}


def _values_at(wanted: Whole, places: Whole, values: Floats) -> Floats:
    """The values at wanted places, 0 where there is none; `places` are sorted."""
    if not len(places):
        return np.zeros(len(wanted))
    at = np.minimum(np.searchsorted(places, wanted), len(places) - 1)
    return np.where(places[at] == wanted, values[at], 0.0)


def _abbreviations(definitions: Strings) -> tuple[Abbreviation, ...]:
    return of_one_meaning(all_definitions(definitions))


def names_of(aliases: Aliases, abbreviations: Sequence[Abbreviation]) -> Names:
    """The names that mean the same thing: of aliases, events, abbreviations, and those known everywhere."""
    groups = (*aliases.names, *(event.names for event in aliases.events))
    shorts = {abbreviation.short for abbreviation in abbreviations} - {
        name for group in groups for name in group
    }
    return Names.of(with_well_known(joined(groups, abbreviations)), shorts)
