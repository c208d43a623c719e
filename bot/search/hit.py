"""Hits of a search: passages with their scores, and the evidence that makes them up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.sources.source import Passage


class Evidence(NamedTuple):
    """One reason why a passage was ranked where it is; `weight * value` is its share of the score."""

    name: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that shares words with a question.

    The score has no unit and is comparable within one question only; it is the sum of its evidence.
    """

    passage: Passage
    score: float
    evidence: tuple[Evidence, ...] = ()
