"""Weights of evidence and of confidence from open questions: fitted on halves, each checked on the other.

    python -m tests.search.weights rank DIR        evidence: first hits, what each piece brings, a fit
    python -m tests.search.weights sure DIR ...    confidence: a fit, and a table of how often it is right

DIR holds passages.jsonl and questions.jsonl (see open_questions.py). It prints; nobody's code is changed.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.answers.confidence import ANSWERABLE_BIAS, RIGHT_BIAS, SIGNALS
from bot.questions import understand
from bot.search import Index
from bot.search.evidence import TABLE
from bot.sources.aliases import Aliases
from tests.search.open_questions import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tests.search.open_questions import OpenQuestion, OpenSet

    Floats = NDArray[np.floating[Any]]
    Bools = NDArray[np.bool_]

STEPS = (1.5, 1.25, 1.12)  # by which a weight is tried larger and smaller
SMALL_TALK = (
    "how are you today?", "what is the weather tomorrow?", "thanks a lot!", "who is online?",
    "are you a bot?", "how do i reset my password?", "is the site down?", "when is the next meeting?",
    "good night all", "lol",
    "what's for lunch?", "can you help me please", "今天天气怎么样", "как дела?", "где ты живешь?", "你是谁",
)  # fmt: skip
EACH = 40  # questions of each kind asked of a small library
SET_COUNTS = 1500.0  # questions that a set counts for in the fit, however many it has


# Evidence


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
    for question in open_set.questions:
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
    weights = np.array([row.weight for row in TABLE])
    every, dated = first_hits(rows, weights)
    print(f"{len(rows)} questions: first hit right {every:.2f} %, of those for a date {dated:.2f} %")
    for piece, row in enumerate(TABLE):
        without = weights.copy()
        without[piece] = 0.0
        less, less_dated = first_hits(rows, without)
        print(f"  without {row.name:18} {less - every:+6.2f} {less_dated - dated:+6.2f}")
    halves = rows[::2], rows[1::2]
    fits = [climbed(half, weights) for half in halves]
    for half, other, fit in zip(halves, halves[::-1], fits, strict=True):
        here, there = first_hits(half, fit), first_hits(other, fit)
        print(f"fitted on a half: {here[0]:.2f} / {here[1]:.2f}, other half {there[0]:.2f} / {there[1]:.2f}")
    for row, *fitted in zip(TABLE, *fits, strict=True):
        print(f"  {row.name:18} {row.weight:6.2f} now, fitted {' '.join(f'{fit:6.2f}' for fit in fitted)}")


# Confidence


@dataclass(frozen=True, slots=True)
class Asked:
    """The signals of a question asked of a library, whether the first hit was right, and any could be."""

    signals: tuple[float, ...]
    is_right: bool
    is_answerable: bool


def asked(open_set: OpenSet) -> Iterator[Asked]:
    """Questions of the whole set, and of libraries of one title: its own, other titles', small talk."""
    whole = open_set.index()
    yield from filter(
        None,
        (
            _asked(whole, question, open_set.passages[question.gold].text)
            for question in open_set.questions[::4]
        ),
    )
    for title in sorted({question.title for question in open_set.questions}):
        own = [passage for passage in open_set.passages if passage.source.title == title]
        small = Index.build(own, Aliases())
        inside = [question for question in open_set.questions if question.title == title]
        outside = [question for question in open_set.questions if question.title != title]
        for question in _some(inside):
            yield from filter(None, [_asked(small, question, open_set.passages[question.gold].text)])
        texts = [*(question.text for question in _some(outside)), *SMALL_TALK]
        yield from filter(None, (_asked(small, text, None) for text in texts))


def _some(questions: Sequence[OpenQuestion]) -> Sequence[OpenQuestion]:
    return questions[:: max(len(questions) // EACH, 1)]


def _asked(index: Index, question: OpenQuestion | str, gold: str | None) -> Asked | None:
    text = question if isinstance(question, str) else question.text
    ranking = index.rank(understand(text, index).query)
    if not len(ranking.order):
        return None
    first = index.passages[int(ranking.candidates.passages[ranking.order[0]])]
    return Asked(tuple(signal.of(ranking) for signal in SIGNALS), first.text == gold, gold is not None)


def logistic(signals: Floats, weights: Floats) -> Floats:
    chances: Floats = 1 / (1 + np.exp(-(signals @ weights[:-1] + weights[-1])))
    return chances


def fitted(signals: Floats, is_so: Bools, counts: Floats, ridge: float = 1.0) -> Floats:
    """Logistic regression by Newton's method, each row counting so often; the bias is the last weight."""
    rows = np.c_[signals, np.ones(len(signals))]
    weights, pull = np.zeros(rows.shape[1]), np.full(rows.shape[1], ridge)
    pull[-1] = 1e-6
    for _ in range(40):
        chances = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ ((chances - is_so) * counts) + pull * weights
        curve = (rows * (chances * (1 - chances) * counts)[:, None]).T @ rows + np.diag(pull)
        weights -= np.linalg.solve(curve, slope)
    return weights


def reliability(chances: Floats, is_so: Bools) -> None:
    print("  said      right   questions")
    for tenth in range(10):
        rows = (chances >= tenth / 10) & (chances < (tenth + 1) / 10 + (tenth == 9))
        if rows.any():
            print(f"  {chances[rows].mean():.2f}      {is_so[rows].mean():.2f}   {int(rows.sum()):8}")


def sure(folders: Sequence[Path]) -> None:
    sets = [list(asked(read(folder))) for folder in folders]
    rows = [row for answers in sets for row in answers]
    counts = np.repeat([SET_COUNTS / len(answers) for answers in sets], [len(answers) for answers in sets])
    signals = np.array([row.signals for row in rows])
    for name, now, is_so in (
        (
            "right",
            [*(signal.right_weight for signal in SIGNALS), RIGHT_BIAS],
            np.array([row.is_right for row in rows]),
        ),
        (
            "answerable",
            [*(signal.answerable_weight for signal in SIGNALS), ANSWERABLE_BIAS],
            np.array([row.is_answerable for row in rows]),
        ),
    ):
        halves = [fitted(signals[half::2], is_so[half::2], counts[half::2]) for half in (0, 1)]
        print(f"{name}: {len(rows)} questions, {is_so.mean():.0%} so; the weights as they are")
        reliability(logistic(signals, np.array(now)), is_so)
        print(f"{name}: fitted on one half, the other half")
        reliability(logistic(signals[1::2], halves[0]), is_so[1::2])
        for folder, first, last in _bounds(folders, sets):
            print(f"{name}: {folder.name} alone, the weights as they are")
            reliability(logistic(signals[first:last], np.array(now)), is_so[first:last])
        names = [*(signal.name for signal in SIGNALS), "bias"]
        for signal, weight, *fits in zip(names, now, *halves, strict=True):
            print(f"  {signal:18} {weight:6.2f} now, fitted {' '.join(f'{fit:6.2f}' for fit in fits)}")


def _bounds(folders: Sequence[Path], sets: Sequence[Sequence[Asked]]) -> Iterator[tuple[Path, int, int]]:
    """Each folder with the first of its rows and the first of the next one's."""
    last = 0
    for folder, answers in zip(folders, sets, strict=True):
        first, last = last, last + len(answers)
        yield folder, first, last


def main(arguments: Sequence[str]) -> int:
    if len(arguments) < 2 or arguments[0] not in {"rank", "sure"}:
        print(__doc__)
        return 2
    folders = list(map(Path, arguments[1:]))
    if arguments[0] == "sure":
        sure(folders)
        return 0
    for folder in folders:
        rank(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
