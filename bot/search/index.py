"""The index: built once from passages, then only asked. No part of it changes, so questions need no lock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.search.bm25 import InvertedBM25, best
from bot.search.candidates import Asked, Ranked, gather
from bot.search.evidence import TABLE, weigh
from bot.search.hit import Evidence, Hit
from bot.search.layout import lay_out
from bot.search.names import Names
from bot.search.periods import fits
from bot.search.ranking import Ranking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.dates import HistoricalDate
    from bot.search.candidates import Candidates
    from bot.search.layout import Layout
    from bot.search.query import Query
    from bot.sources.aliases import Aliases
    from bot.sources.source import Passage

RESCORED = 50  # best of the first ranking; the right passage is among them in 98.8 % (facts of issue 4)


@dataclass(frozen=True, slots=True)
class Index:
    """Passages with everything a question asks of them."""

    passages: tuple[Passage, ...]
    aliases: Aliases
    names: Names
    layout: Layout
    bm25: InvertedBM25

    @classmethod
    def build(cls, passages: Sequence[Passage], aliases: Aliases) -> Index:
        """The index of passages; names in `aliases` are the same words."""
        names = Names.of((*aliases.names, *(event.names for event in aliases.events)))
        layout = lay_out(passages, names)
        return cls(tuple(passages), aliases, names, layout, InvertedBM25(layout.corpus()))

    @property
    def event_dates(self) -> Mapping[str, HistoricalDate]:
        """The dates of events by their nicknames."""
        return self.aliases.event_dates

    def knows(self, term: str) -> bool:
        """Whether a term stands in some passage, title or heading."""
        return term in self.layout.numbers

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
        values = weigh(candidates, self.layout)
        scores = values @ np.array([row.weight for row in TABLE])
        known = set(candidates.asked.words)
        unknown = tuple(word for i, word in enumerate(query.words) if i not in known and not word.is_beside)
        rarest = float(np.log1p(2 * len(self.passages) + 1))  # Lucene's idf of a word in no text
        asked = float(candidates.asked.idf.sum()) + rarest * len(unknown)
        return Ranking(
            candidates, values, scores, np.argsort(-scores, kind="stable"), unknown, asked or 1.0, rarest
        )

    def hits(self, ranking: Ranking, top: int) -> list[Hit]:
        """The first hits of a ranking, each with the evidence that its score is the sum of."""
        return [
            Hit(
                self.passages[ranking.candidates.passages[i]],
                float(ranking.scores[i]),
                tuple(
                    Evidence(row.name, float(value), row.weight)
                    for row, value in zip(TABLE, ranking.values[i], strict=True)
                ),
            )
            for i in ranking.order[:top]
        ]

    def candidates(self, query: Query) -> Candidates:
        """What is scored again: the best of the first ranking."""
        asked = Asked.of(query, self.layout.numbers, self.bm25.idf)
        ranked = self.bm25.weigh(asked.weighted())
        passages = best(ranked, RESCORED)
        if not query.dates:
            return gather(
                self.layout, query, asked, Ranked(passages, ranked[passages], np.zeros(len(passages)))
            )
        fit = fits(self.layout, query.dates)
        dated = np.flatnonzero(fit)
        likely = dated[np.lexsort((-ranked[dated], -fit[dated]))[:RESCORED]]
        passages = np.union1d(passages, likely)
        return gather(self.layout, query, asked, Ranked(passages, ranked[passages], fit[passages]))
