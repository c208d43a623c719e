"""Messages that only go on from an answer: "more", "source?", "when?", "what happened next?"."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

from bot.dates.languages import HAN
from bot.search.words.analysis import fold

LONGEST = 60  # characters of such a message
TABLE = Path(__file__).with_name("steps.txt")
LEADING, TRAILING = "leading", "trailing"  # sections of the table with what may stand around
_PART = re.compile(r"[^\W_]+|[()\[\]|]")  # of a way of saying it: a word or a sign
_SIGNS = {"(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|"}
_WORD = re.compile(r"[^\W_]+")


class Step(StrEnum):
    """Where a message wants to go from what is shown."""

    MORE = "more"  # another passage for the same question
    EARLIER = "earlier"  # the neighbour in time before
    LATER = "later"  # the one after
    SAME_TIME = "same_time"  # another one of the same year
    CONTEXT = "context"  # what stands around it
    SOURCE = "source"  # where it stands
    DOUBT = "doubt"  # whether it is sure
    DATE = "date"  # when it was
    SUCCESSOR = "successor"  # who came next
    PREDECESSOR = "predecessor"  # who came before
    NAME = "name"  # which one it is, what it is called


def step_of(text: str) -> Step | None:
    """Where a message wants to go; None when it asks something of its own.

    >>> step_of("And what happened next?"), step_of("источник?"), step_of("who was there?")
    (<Step.LATER: 'later'>, <Step.SOURCE: 'source'>, None)
    """
    if len(text) > LONGEST:
        return None
    match = _pattern().fullmatch("".join(map(_with_end, _WORD.findall(text))))
    return Step(match.lastgroup) if match and match.lastgroup else None


@cache
def _pattern() -> re.Pattern[str]:
    """The whole table as one pattern: each question is looked at, and hardly any is a step."""
    ways = _ways()
    around = {name: f"(?:{ways.pop(name)})" for name in (LEADING, TRAILING)}
    steps = "|".join(f"(?P<{Step(name)}>{way})" for name, way in ways.items())
    return re.compile(f"{around[LEADING]}*(?:{steps}){around[TRAILING]}?")


def _ways() -> dict[str, str]:
    """The patterns of each section of the table, for words as `_with_end` gives them."""
    ways: dict[str, list[str]] = {}
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not line.startswith(" "):
            ways[line] = []
            continue
        _, way = line.split(maxsplit=1)
        parts = (_SIGNS.get(part) or re.escape(_with_end(part)) for part in _PART.findall(way))
        ways[[*ways][-1]].append("".join(parts))
    return {name: "|".join(lines) for name, lines in ways.items()}


def _with_end(word: str) -> str:
    """A word folded, with a space behind it; Chinese needs none."""
    return fold(word) if HAN.match(word) else f"{fold(word)} "
