"""Questions that are made of words of a passage, as members half remember it."""

from __future__ import annotations

import json
import random
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from bot.search.words.stopwords import ASKING, STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tests.speed.corpus import Text

FEWEST, MOST = 3, 8  # content words of a question
WHEN = 0.3  # share of the questions that ask for a date
NOWHERE = 0.1  # share of the questions with a word that no passage holds
_WORD = re.compile(r"[^\W_]{3,}")


@dataclass(frozen=True, slots=True)
class SpeedQuestion:
    """A question as typed, its words without those of asking, and the passage that they are from."""

    text: str
    words: tuple[str, ...]
    passage: int


def ask(texts: Iterable[Text], size: int, many: int, seed: int = 0) -> list[SpeedQuestion]:
    """So many questions on the first `size` texts, in an order that has nothing to do with theirs."""
    rng = random.Random(seed * 1_000_003 + size)
    chosen = set(rng.sample(range(size), min(many, size)))
    questions = [
        _asked(rng, text, place)
        for place, text in _first(texts, size)
        if place in chosen and content(text.text)
    ]
    rng.shuffle(questions)
    return questions


def _first(texts: Iterable[Text], size: int) -> Iterator[tuple[int, Text]]:
    return zip(range(size), texts, strict=False)


def content(text: str) -> list[str]:
    """The different words of a text that say what it is about, in order."""
    return [word for word in dict.fromkeys(_WORD.findall(text)) if word.lower() not in STOP_WORDS | ASKING]


def _asked(rng: random.Random, text: Text, place: int) -> SpeedQuestion:
    known = content(text.text)
    words = rng.sample(known, min(rng.randint(FEWEST, MOST), len(known)))
    if rng.random() < NOWHERE:
        words[-1] = f"qx{rng.randrange(10**6):06}zw"
    phrase = " ".join(words)
    return SpeedQuestion(f"When did {phrase}?" if rng.random() < WHEN else f"{phrase}?", tuple(words), place)


def write(questions: Iterable[SpeedQuestion], path: Path) -> None:
    """Questions in a file."""
    path.write_text(json.dumps([asdict(question) for question in questions], ensure_ascii=False), "utf-8")


def read(path: Path) -> list[SpeedQuestion]:
    """The questions of a file."""
    return [
        SpeedQuestion(row["text"], tuple(row["words"]), row["passage"])
        for row in json.loads(path.read_text("utf-8"))
    ]
