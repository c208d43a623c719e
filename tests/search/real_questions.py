"""Questions as members type them, on documents as communities keep them, in a folder outside the project.

docs/NAME/ are documents, a knowledge folder a NAME; questions/NAME.yaml has rows {q, kind, must, dates}: what
the right passage has to match, the dates that are right (none: any), the kind "none" for what is not told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from bot.answers.event_families import EVENTS
from bot.search.words.analysis import term
from bot.search.words.commonness import is_name

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence
    from pathlib import Path

EVENT_WORDS = (
    "die", "born", "marry", "retire", "visit", "buy", "sell", "close", "arrested", "hired", "elected",
    "destroyed", "rename", "translated", "win", "lose", "resign", "divorced", "sued", "graduate",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RealQuestion:
    """A question of a document, and what a right answer to it is."""

    text: str
    document: str
    must: tuple[str, ...]  # patterns
    dates: tuple[str, ...]  # EDTF
    is_answerable: bool

    def is_right(self, passage: str, date: str) -> bool:
        """Whether a passage answers, with a date as it is shown (empty: none)."""
        matches = self.is_answerable and all(re.search(must, passage, re.IGNORECASE) for must in self.must)
        return matches and (not self.dates or date in self.dates)


def real_questions(folder: Path) -> Iterator[RealQuestion]:
    """All questions in a folder."""
    for file in sorted((folder / "questions").glob("*.yaml")):
        for row in yaml.safe_load(file.read_text(encoding="utf-8")):
            dates = tuple(map(str, row["dates"]))
            yield RealQuestion(row["q"], file.stem, tuple(row["must"]), dates, row["kind"] != "none")


def swapped(question: RealQuestion, every: Sequence[RealQuestion], chance: random.Random) -> Iterator[str]:
    """Near misses made of an English question: with another event, and with a name of another document."""
    words = question.text.split()
    if not question.is_answerable or not question.text.isascii():
        return
    events = [at for at, word in enumerate(words) if at > 1 and word.islower() and term(word) in EVENTS]
    if events:
        at = chance.choice(events)
        family = EVENTS[term(words[at])]
        yield _with(words, at, chance.choice([word for word in EVENT_WORDS if term(word) not in family]))
    names = [at for at, word in enumerate(words) if word.isalpha() and is_name(word)]
    strange = sorted(_names(every) - set(words))
    if names and strange:
        yield _with(words, chance.choice(names), chance.choice(strange))


def _names(questions: Sequence[RealQuestion]) -> set[str]:
    words = (word for question in questions for word in re.findall(r"\b[a-z]{4,}\b", question.text))
    return set(filter(is_name, words))


def _with(words: Sequence[str], at: int, other: str) -> str:
    return " ".join((*words[:at], other, *words[at + 1 :]))
