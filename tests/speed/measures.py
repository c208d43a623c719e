"""One engine at one size, in figures."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Spread:
    """Milliseconds of many questions."""

    p50: float
    p99: float
    asked: int

    @classmethod
    def of(cls, times: Sequence[float]) -> Spread:
        """The spread of at least one time."""
        middle, late = np.percentile(times, (50, 99)).tolist()
        return cls(middle, late, len(times))


@dataclass(frozen=True, slots=True)
class EngineFigures:
    """What an engine took at a size; seconds, MiB, and shares from 0 to 1."""

    engine: str
    size: int  # passages
    build: float
    held_before: float  # by Python and what was loaded, before building
    most_held: float
    held: float
    disk: float | None
    cold: float
    top: Spread
    right: float  # share of the questions whose own passage came first
    whole: Spread | None = None


def save(rows: Sequence[EngineFigures], path: Path) -> None:
    """All figures in a file, for other programs."""
    path.write_text(json.dumps([asdict(row) for row in rows], indent=1), "utf-8")
