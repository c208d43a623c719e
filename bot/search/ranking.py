"""The candidates of a question in their order, with all that was weighed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.search.evidence import EVIDENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.search.candidates import Candidates
    from bot.search.query import QueryWord

    Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Candidates, the value of each piece of evidence, their scores, and the order from best to worst."""

    candidates: Candidates
    values: Floats  # candidate x piece of evidence
    scores: Floats
    order: NDArray[np.int64]
    unknown: tuple[QueryWord, ...]  # of the question, in no text
    likenesses: tuple[float, ...]  # of each unknown word to some word of the first hit, 0 to 1
    asked_idf: float  # of all words of the question, unknown ones as rare as can be; above 0
    rarest: float  # idf of a word in no text

    def value(self, name: str) -> float:
        """The value of a piece of evidence for the first hit."""
        column = next(i for i, row in enumerate(EVIDENCE) if row.name == name)
        return float(self.values[self.order[0], column])

    def raised(self, gains: Sequence[float]) -> Ranking:
        """The ranking with what its first candidates gain, in their order."""
        scores = self.scores.copy()
        scores[self.order[: len(gains)]] += gains
        return replace(self, scores=scores, order=self.order[(-scores[self.order]).argsort(kind="stable")])
