"""Open question sets to measure on: passages.jsonl and questions.jsonl in a folder outside the project."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Any

from bot.dates import Block
from bot.search import Index
from bot.sources.aliases import Aliases
from bot.sources.passages import passages
from bot.sources.source import Document, Source

if TYPE_CHECKING:
    from pathlib import Path

    from bot.sources.source import Passage


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question and the number of the passage that answers it, or only looks as if it did."""

    text: str
    gold: int
    title: str
    wants_date: bool
    answers: tuple[str, ...]
    is_answerable: bool = True


@dataclass(frozen=True, slots=True)
class OpenSet:
    """Passages with their dates, and the questions on them."""

    passages: tuple[Passage, ...]
    questions: tuple[OpenQuestion, ...]

    def index(self) -> Index:
        return Index.build(self.passages, Aliases())


def read(folder: Path) -> OpenSet:
    """The set in a folder; a document a title, a passage a paragraph."""
    rows = sorted(_rows(folder / "passages.jsonl"), key=lambda row: str(row["title"]))
    all_passages: list[Passage] = []
    for title, group in groupby(rows, key=lambda row: str(row["title"])):
        all_passages += passages(_document(title, [" ".join(row["text"].split()) for row in group]), {})
    place = {_key(passage.text): number for number, passage in reversed(list(enumerate(all_passages)))}
    gold = {row["id"]: (place.get(_key(row["text"]), -1), row["title"]) for row in rows}
    questions = (
        OpenQuestion(
            row["q"],
            *gold[row["near"] if row["gold"] is None else row["gold"]],
            row.get("when", False),
            tuple(row["answers"]),
            is_answerable=row["gold"] is not None,
        )
        for row in _rows(folder / "questions.jsonl")
    )
    return OpenSet(tuple(all_passages), tuple(question for question in questions if question.gold >= 0))


def _document(title: str, paragraphs: list[str]) -> Document:
    starts = list(accumulate((len(paragraph) + 2 for paragraph in paragraphs), initial=0))
    blocks = (
        Block(start, start + len(paragraph), number)
        for number, (start, paragraph) in enumerate(zip(starts, paragraphs, strict=False), 1)
    )
    return Document(Source(title, f"{title}.txt"), "\n\n".join(paragraphs), tuple(blocks))


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text)[:120]
