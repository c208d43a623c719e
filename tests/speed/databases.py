"""Engines that cut, stem and keep everything themselves, on disk: tantivy and SQLite's FTS5."""

from __future__ import annotations

import importlib
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.speed.engines import TOP
from tests.speed.stems import lines

if TYPE_CHECKING:
    from tests.speed.questions import SpeedQuestion

HEAP = 128_000_000  # bytes, tantivy's own default


class _OnDisk:
    """What both have in common: they build in a folder of their own and need no saving."""

    _folder: Path

    def load(self, texts: Path, size: int) -> None:
        self._texts, self._size = texts, size
        self._folder = Path(tempfile.mkdtemp(dir=texts.parent))

    def save(self, folder: Path) -> bool:
        for file in self._folder.iterdir():
            (folder / file.name).symlink_to(file)
        return True

    def answer(self, question: str) -> None:
        raise NotImplementedError


class Tantivy(_OnDisk):
    """Its English stemmer, numbers stored, one segment or as few as its merging leaves."""

    def __init__(self) -> None:
        self._library: Any = importlib.import_module("tantivy")

    def build(self, cores: int) -> None:
        tantivy = self._library
        schema = tantivy.SchemaBuilder()
        schema.add_integer_field("number", stored=True, fast=True)
        schema.add_text_field("text", stored=False, tokenizer_name="en_stem")
        self._index = tantivy.Index(schema.build(), path=str(self._folder))
        writer = self._index.writer(HEAP, cores)
        for number, line in enumerate(lines(self._texts, self._size)):
            writer.add_document(tantivy.Document(number=number, text=line))
        writer.commit()
        writer.wait_merging_threads()
        self._serve()

    def open(self, folder: Path) -> None:
        self._index = self._library.Index.open(str(folder))
        self._serve()

    def _serve(self) -> None:
        self._index.reload()
        self._searcher = self._index.searcher()

    def ready(self, question: SpeedQuestion) -> Any:
        return self._index.parse_query(" ".join(question.words), ["text"])

    def top(self, ready: Any) -> Any:
        """The hits, read since Python has none before; to look up their numbers is not timed."""
        return self._searcher.search(ready, TOP).hits

    def first(self, hits: Any) -> int:
        return int(self._searcher.doc(hits[0][1])["number"][0]) if hits else -1


class FTS5(_OnDisk):
    """Porter's stemmer; without the texts themselves ("contentless"), optimised after building."""

    def build(self, cores: int) -> None:
        del cores
        self.open(self._folder)
        self._connection.execute(
            "CREATE VIRTUAL TABLE passages USING fts5(text, content='', tokenize='porter unicode61')"
        )
        with self._connection:
            self._connection.executemany(
                "INSERT INTO passages(rowid, text) VALUES (?, ?)", enumerate(lines(self._texts, self._size))
            )
        with self._connection:
            self._connection.execute("INSERT INTO passages(passages) VALUES ('optimize')")

    def open(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "passages.sqlite")

    def ready(self, question: SpeedQuestion) -> str:
        return " OR ".join(f'"{word}"' for word in question.words)

    def top(self, ready: str) -> list[tuple[int]]:
        rows = self._connection.execute(
            "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?", (ready, TOP)
        )
        return rows.fetchall()

    def first(self, hits: list[tuple[int]]) -> int:
        return hits[0][0] if hits else -1
