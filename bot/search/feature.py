"""What tells for something or against it, and what it weighs: a row of a table that decides by a sum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Judged = TypeVar("Judged")  # what it is a feature of
Value = TypeVar("Value")  # a number, or an array of them where several are judged at once


@dataclass(frozen=True, slots=True)
class Feature(Generic[Judged, Value]):
    """A feature by its name, the function that gives its value, and its weight in the sum (no units)."""

    name: str
    of: Callable[[Judged], Value]
    weight: float
