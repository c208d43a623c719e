"""A knowledge folder read as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from bot.sources.folder import FolderReader, Knowledge
from bot.sources.source import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(slots=True)
class WholeFolder(Knowledge):
    """What a folder holds, with its documents, sorted by file."""

    documents: list[Document] = field(default_factory=list)


def read_folder(folder: Path, progress: Callable[[int, int], None] = lambda _done, _all: None) -> WholeFolder:
    """Everything below a folder; `progress` hears files done and files in all."""
    reader = FolderReader(folder)
    knowledge = reader.read_lists()
    documents = [row for row in reader.documents({}, progress) if isinstance(row, Document)]
    whole = {part.name: getattr(knowledge, part.name) for part in fields(knowledge)}
    return WholeFolder(**whole, documents=documents)
