"""Weights of evidence and of confidence from open questions: fitted on some documents, judged on others.

    python -m tests.search.weights rank DIR        evidence: first hits, what each piece brings, a fit
    python -m tests.search.weights sure DIR ...    confidence: a fit, and tables of how often it is right

DIR holds passages.jsonl and questions.jsonl (see open_questions.py) or, for confidence, docs/NAME/ and
questions/NAME.yaml (see real_questions.py). It prints; nobody's code is changed.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.questions import understand
from bot.search.evidence import EVIDENCE
from tests.search.confidence_fit import report
from tests.search.open_questions import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tests.search.open_questions import OpenSet

    Floats = NDArray[np.floating[Any]]

STEPS = (1.5, 1.25, 1.12)  # by which a weight is tried larger and smaller


@dataclass(frozen=True, slots=True)
class Ranked:
    """The values of all candidates of a question (candidate x piece), and which one is right (-1: none)."""

    values: Floats
    right: int
    wants_date: bool

    def is_first(self, weights: Floats) -> bool:
        return len(self.values) > 0 and int((self.values @ weights).argmax()) == self.right


def ranked(open_set: OpenSet) -> Iterator[Ranked]:
    index = open_set.index()
    for question in filter(lambda question: question.is_answerable, open_set.questions):
        ranking = index.rank(understand(question.text, index).query)
        at = np.flatnonzero(ranking.candidates.passages == question.gold)
        yield Ranked(ranking.values, int(at[0]) if len(at) else -1, question.wants_date)


def first_hits(rows: Sequence[Ranked], weights: Floats) -> tuple[float, float]:
    """Per cent of first hits that are right: of all questions, of those that want a date."""
    hits = np.array([row.is_first(weights) for row in rows])
    dated = np.array([row.wants_date for row in rows])
    return 100 * float(hits.mean()), 100 * float(hits[dated].mean()) if dated.any() else 0.0


def climbed(rows: Sequence[Ranked], weights: Floats) -> Floats:
    """Weights that put more right passages first, from one weight to the next; dates count half again."""

    def gain(tried: Floats) -> float:
        every, dated = first_hits(rows, tried)
        return every + dated / 2

    best, weights = gain(weights), weights.copy()
    for step in STEPS:
        for piece in range(1, len(weights)):
            for factor in (step, 1 / step):
                tried = weights.copy()
                tried[piece] *= factor
                if (better := gain(tried)) > best:
                    best, weights = better, tried
    return weights


def rank(folder: Path) -> None:
    rows = list(ranked(read(folder)))
    weights = np.array([row.weight for row in EVIDENCE])
    every, dated = first_hits(rows, weights)
    print(f"{len(rows)} questions: first hit right {every:.2f} %, of those for a date {dated:.2f} %")
    for piece, row in enumerate(EVIDENCE):
        without = weights.copy()
        without[piece] = 0.0
        less, less_dated = first_hits(rows, without)
        print(f"  without {row.name:18} {less - every:+6.2f} {less_dated - dated:+6.2f}")
    halves = rows[::2], rows[1::2]
    fits = [climbed(half, weights) for half in halves]
    for half, other, fit in zip(halves, halves[::-1], fits, strict=True):
        here, there = first_hits(half, fit), first_hits(other, fit)
        print(f"fitted on a half: {here[0]:.2f} / {here[1]:.2f}, other half {there[0]:.2f} / {there[1]:.2f}")
    for row, *fitted in zip(EVIDENCE, *fits, strict=True):
        print(f"  {row.name:18} {row.weight:6.2f} now, fitted {' '.join(f'{fit:6.2f}' for fit in fitted)}")


def main(arguments: Sequence[str]) -> int:
    if len(arguments) < 2 or arguments[0] not in {"rank", "sure"}:
        print(__doc__)
        return 2
    folders = list(map(Path, arguments[1:]))
    if arguments[0] == "sure":
        for line in report(folders):
            print(line)
        return 0
    for folder in folders:
        rank(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
