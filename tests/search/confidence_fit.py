"""A fit of confidence: logistic regression over the signals, judged on documents left out of it."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from bot.answers.answer import REFUSED_BELOW, RIVAL_BELOW, WRONG_BELOW
from bot.answers.confidence import ANSWERABLE_BIAS, RIGHT_BIAS, SAME_BIAS, SIGNALS
from bot.answers.first_hit import best_hits
from bot.building.build import build
from bot.questions import understand
from bot.search import Index
from bot.sources.aliases import Aliases
from tests.search.open_questions import read
from tests.search.real_questions import real_questions, swapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from tests.search.open_questions import OpenSet

    Floats = NDArray[np.floating[Any]]
    Bools = NDArray[np.bool_]

FOLDS = 12  # a document is in one of them
EACH = 12  # questions of each kind asked of a small library of an open set
CROSSED = 25  # questions of other documents asked of one
RIDGE = 4.0
SMALL_TALK = (
    "how are you today?", "what is the weather tomorrow?", "thanks a lot!", "who is online?",
    "are you a bot?", "how do i reset my password?", "is the site down?", "when is the next meeting?",
    "good night all", "lol",
    "what's for lunch?", "can you help me please", "今天天气怎么样", "как дела?", "где ты живешь?", "你是谁",
)  # fmt: skip

# For how many questions those of a kind count, however many they are. "own": of real documents, each asked
# alone; "together": asked of all; "crossed", "swapped", "talk": of other documents, with another name or
# event, small talk; "open": of encyclopedia articles, all in one; "small": an article alone; "near": with
# those that only look as if they were answered.
ANSWERABLE = {
    "own": 1500, "together": 800, "crossed": 400, "talk": 400, "swapped": 500, "open": 400, "small": 600,
}  # fmt: skip
RIGHT = {
    "own": 1500, "together": 800, "crossed": 100, "talk": 50, "swapped": 150, "open": 400, "small": 350,
    "near": 2500,
}  # fmt: skip
SAME = {"near": 3000}


@dataclass(frozen=True, slots=True)
class JudgedQuestion:
    """The signals of a question asked of a library, and what is so."""

    kind: str
    document: str
    signals: tuple[float, ...]
    is_right: bool
    is_answerable: bool


@dataclass(frozen=True, slots=True)
class Library:
    """An index that questions are asked of, and what they count as."""

    index: Index
    kind: str
    document: str

    def ask(
        self,
        text: str,
        is_right: Callable[[str, str], bool] | None = None,
        kind: str = "",
        document: str = "",
        *,
        is_answerable: bool = False,
    ) -> Iterator[JudgedQuestion]:
        """The signals of a question; none where no passage shares a word with it."""
        question = understand(text, self.index)
        _, first, _ = best_hits(question, self.index, 3)
        if first is None:
            return
        date = str(first.quotation.date.date) if first.quotation.date else ""
        yield JudgedQuestion(
            kind or self.kind,
            document or self.document,
            tuple(signal.of(first) for signal in SIGNALS),
            is_right is not None and is_right(first.quotation.passage.text, date),
            is_answerable,
        )


def of_real(folder: Path) -> Iterator[JudgedQuestion]:
    """Questions on real documents, each asked alone, and of all together."""
    every, chance = tuple(real_questions(folder)), random.Random(7)
    together: list[Any] = []
    for document in sorted({question.document for question in every}):
        index = build(folder / "docs" / document).index
        together += index.passages
        library = Library(index, "own", document)
        own = [question for question in every if question.document == document]
        for question in own:
            yield from library.ask(question.text, question.is_right, is_answerable=question.is_answerable)
            for text in swapped(question, every, chance):
                yield from library.ask(text, kind="swapped")
        others = [question for question in every if question.document != document]
        for question in chance.sample(others, min(CROSSED, len(others))):
            yield from library.ask(question.text, kind="crossed")
        for text in SMALL_TALK:
            yield from library.ask(text, kind="talk")
    whole = Library(Index.build(together, Aliases()), "together", "")
    for question in every:
        yield from whole.ask(
            question.text, question.is_right, document=question.document, is_answerable=question.is_answerable
        )


def of_open(folder: Path) -> Iterator[JudgedQuestion]:
    """Questions on articles, asked of all, and of each alone: its own, other articles', small talk."""
    open_set, chance = read(folder), random.Random(7)
    is_near = not all(question.is_answerable for question in open_set.questions)
    whole = Library(open_set.index(), "near" if is_near else "open", "")
    for question in open_set.questions[:: 1 if is_near else 6]:
        yield from whole.ask(
            question.text,
            _is_gold(open_set, question.gold) if question.is_answerable else None,
            document=question.title,
            is_answerable=question.is_answerable,
        )
    if not is_near:
        yield from _of_small(open_set, chance)


def _of_small(open_set: OpenSet, chance: random.Random) -> Iterator[JudgedQuestion]:
    titles = sorted({question.title for question in open_set.questions})
    for title in chance.sample(titles, min(len(titles), 60)):
        own = [passage for passage in open_set.passages if passage.source.title == title]
        small = Library(Index.build(own, Aliases()), "small", title)
        inside = [question for question in open_set.questions if question.title == title]
        outside = [question for question in open_set.questions if question.title != title]
        for question in chance.sample(inside, min(EACH, len(inside))):
            yield from small.ask(question.text, _is_gold(open_set, question.gold), is_answerable=True)
        for question in chance.sample(outside, min(EACH, len(outside))):
            yield from small.ask(question.text)
        for text in chance.sample(SMALL_TALK, 4):
            yield from small.ask(text)


def _is_gold(open_set: OpenSet, gold: int) -> Callable[[str, str], bool]:
    text = open_set.passages[gold].text
    return lambda passage, _: passage == text


# Fitting


def fitted(signals: Floats, is_so: Bools, counts: Floats, ridge: float = RIDGE) -> Floats:
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


def logistic(signals: Floats, weights: Floats) -> Floats:
    chances: Floats = 1 / (1 + np.exp(-(signals @ weights[:-1] + weights[-1])))
    return chances


@dataclass(frozen=True, slots=True)
class Claim:
    """What a fit is for: the weights that there are, which rows count how much, and what is so.

    With `is_of_kinds` each kind of rows has a bias of its own, and that of real documents is kept: rows
    where half has no answer by design tell what weighs more than what, and not how often an answer is right.
    """

    name: str
    now: Sequence[float]
    counts: Mapping[str, int]
    is_so: Callable[[JudgedQuestion], bool]
    is_of_kinds: bool = False

    @property
    def used(self) -> list[int]:
        """The signals that have a weight; to try another one, give it a small weight first."""
        return [number for number, weight in enumerate(self.now[:-1]) if weight]


CLAIMS = (
    Claim(
        "right",
        [*(signal.right_weight for signal in SIGNALS), RIGHT_BIAS],
        RIGHT,
        lambda row: row.is_right,
        is_of_kinds=True,
    ),
    Claim(
        "answerable",
        [*(signal.answerable_weight for signal in SIGNALS), ANSWERABLE_BIAS],
        ANSWERABLE,
        lambda row: row.is_answerable,
    ),
    Claim(
        "same",
        [*(signal.same_weight for signal in SIGNALS), SAME_BIAS],
        SAME,
        lambda row: row.is_answerable,
    ),
)


def across(claim: Claim, rows: Sequence[JudgedQuestion]) -> tuple[Floats, Floats]:
    """The chances of rows by fits without their documents, and the weights of a fit with all."""
    signals = np.array([row.signals for row in rows])[:, claim.used]
    many = Counter(row.kind for row in rows)
    counts = np.array([claim.counts.get(row.kind, 0) / many[row.kind] for row in rows])
    is_so = np.array([claim.is_so(row) for row in rows])
    folds = np.array([crc32(row.document.encode()) % FOLDS for row in rows])
    kinds = sorted(claim.counts.keys() - {"own"}) if claim.is_of_kinds else []
    biases = np.array([[row.kind == kind for kind in kinds] for row in rows], np.float64)
    biases = biases.reshape(len(rows), len(kinds))
    chances, size = np.zeros(len(rows)), len(claim.used)

    def fit(chosen: Bools) -> Floats:
        weights = fitted(np.c_[signals, biases][chosen], is_so[chosen], counts[chosen])
        return np.concatenate((weights[:size], weights[-1:]))

    for fold in range(FOLDS):
        inside = folds == fold
        if inside.any():
            chances[inside] = logistic(signals[inside], fit(~inside & (counts > 0)))
    return chances, fit(counts > 0)


# Reports


def reliability(chances: Floats, is_so: Bools) -> Iterator[str]:
    """How often it is so, by how sure it was said to be."""
    yield "  said      right   questions"
    for tenth in range(10):
        rows = (chances >= tenth / 10) & (chances < (tenth + 1) / 10 + (tenth == 9))
        if rows.any():
            yield f"  {chances[rows].mean():.2f}      {is_so[rows].mean():.2f}   {int(rows.sum()):8}"


def area(chances: Floats, is_so: Bools) -> float:
    """The chance that a row where it is so is said to be surer than one where it is not."""
    others, those = np.sort(chances[~is_so]), chances[is_so]
    below = np.searchsorted(others, those, "left") + np.searchsorted(others, those, "right")
    return float(below.mean() / 2 / max(len(others), 1)) if len(those) else 0.0


def report(folders: Sequence[Path]) -> Iterator[str]:
    """For each claim the weights as they are and fitted, and what fits say of documents left out."""
    rows = [row for folder in folders for row in (of_real if (folder / "docs").is_dir() else of_open)(folder)]
    kinds = np.array([row.kind for row in rows])
    claims = [claim for claim in CLAIMS if claim.counts.keys() & set(kinds)]
    chances: dict[str, Floats] = {}
    for claim in claims:
        chances[claim.name], weights = across(claim, rows)
        yield f"\n{claim.name}: weights now and fitted"
        names = [*(SIGNALS[number].name for number in claim.used), "bias"]
        now = [*(claim.now[number] for number in claim.used), claim.now[-1]]
        for name, before, weight in zip(names, now, weights, strict=True):
            yield f"  {name:20} {before:6.2f} {weight:6.2f}"
        is_so = np.array([claim.is_so(row) for row in rows])
        for kind in sorted(claim.counts.keys() & set(kinds)):
            these = kinds == kind
            yield f"{claim.name}, {kind}: area {area(chances[claim.name][these], is_so[these]):.3f}"
            yield from reliability(chances[claim.name][these], is_so[these])
    yield from _refused(rows, kinds, chances)


def _refused(
    rows: Sequence[JudgedQuestion], kinds: NDArray[Any], chances: Mapping[str, Floats]
) -> Iterator[str]:
    """How many of each kind are refused by fits without their documents."""
    refused = np.zeros(len(rows), np.bool_)
    for name, below in (("answerable", REFUSED_BELOW), ("right", WRONG_BELOW), ("same", RIVAL_BELOW)):
        refused |= chances.get(name, np.ones(len(rows))) < below
    is_answerable = np.array([row.is_answerable for row in rows])
    yield "\nrefused       with an answer   without"
    for kind in sorted(set(kinds)):
        shares = [refused[(kinds == kind) & so] for so in (is_answerable, ~is_answerable)]
        yield f"  {kind:12} " + "".join(f"{share.mean() if len(share) else 0:10.1%}" for share in shares)
