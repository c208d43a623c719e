"""What every engine does for the measurement, and which engines there are."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.speed.questions import SpeedQuestion

TOP = 10


class Engine(Protocol):
    """An index over texts of a file; `build`, `open`, `top` and `answer` are timed."""

    def load(self, texts: Path, size: int) -> None:
        """Makes the first `size` texts of a file ready, as far as the engine's user holds them anyway."""

    def build(self, cores: int) -> None:
        """Builds the index over what was loaded."""

    def save(self, folder: Path) -> bool:
        """Writes the index, or returns False when it has no form on disk."""

    def open(self, folder: Path) -> None:
        """Opens what was written."""

    def ready(self, question: SpeedQuestion) -> Any:
        """A question in the form in which it is asked."""

    def top(self, ready: Any) -> Any:
        """The best ten passages by BM25."""

    def first(self, hits: Any) -> int:
        """The number of the best passage of what was found, -1 when there is none."""

    def answer(self, question: str) -> None:
        """The whole way from a typed question to an answer; only our own engine has one."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Where an engine stands, what it needs, and what to expect of it."""

    label: str
    place: str  # module:class
    needs: tuple[str, ...]  # modules that must be installed
    bytes_a_passage: int  # at the most, building; measured at 200,000
    answers: bool = False  # whether it has whole answers
    most: int = 1 << 40  # passages; with more, nobody waits for it
    mapped: bool = False  # whether it is asked in a process that opened what was saved

    @property
    def missing(self) -> tuple[str, ...]:
        """Modules that are not installed."""
        return tuple(module for module in self.needs if find_spec(module) is None)

    def make(self) -> Engine:
        """A new engine of this kind."""
        module, name = self.place.split(":")
        engine: Engine = getattr(importlib.import_module(module), name)()
        return engine


KINDS: Mapping[str, Kind] = {
    "ours": Kind("ours", "tests.speed.ours:Whole", (), 6_000, answers=True, mapped=True),
    "ours-bm25": Kind("ours, BM25 alone", "tests.speed.ours:Ranking", (), 4_000, mapped=True),
    "rank-bm25": Kind("rank-bm25", "tests.speed.libraries:RankBM25", ("rank_bm25",), 8_000, most=200_000),
    "bm25s": Kind("bm25s", "tests.speed.libraries:BM25S", ("bm25s",), 7_000),
    "bm25s-numba": Kind("bm25s, numba", "tests.speed.libraries:NumbaBM25S", ("bm25s", "numba"), 7_000),
    "tantivy": Kind("tantivy", "tests.speed.databases:Tantivy", ("tantivy",), 300),
    "fts5": Kind("SQLite FTS5", "tests.speed.databases:FTS5", ("sqlite3",), 100),
}
OURS = ("ours", "ours-bm25")
PEERS = tuple(name for name in KINDS if name not in OURS)
