"""A file of the knowledge folder as it was when it was read, and what its reader made of it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.sources.problem import Problem
from bot.sources.source import TitleOrigin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.source import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file was read: its format, its first title and where that is from, what was left out."""

    format: str = ""
    title: str = ""
    title_origin: TitleOrigin = TitleOrigin.FILE
    titles: int = 0  # different ones: a file may hold many chats
    left_out: tuple[tuple[str, int], ...] = ()  # kinds of what is not shown, with their characters

    @classmethod
    def of(cls, document: Document) -> Reading:
        """How a document was read."""
        return cls(document.format, document.source.title, document.title_origin, 1, document.left_out)

    @classmethod
    def joined(cls, readings: Sequence[Reading]) -> Reading:
        """How a file of several documents was read."""
        left_out = Counter[str]()
        for reading in readings:
            left_out.update(dict(reading.left_out))
        titles = len({reading.title for reading in readings})
        return replace(readings[0], titles=titles, left_out=tuple(left_out.most_common()))


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as it was when it was read; one with problems was not published."""

    file: str  # path within the folder
    digest: str  # of its name and bytes; empty where it could not be read
    size: int  # bytes
    modified: int  # nanoseconds since 1970
    notices: tuple[Problem, ...] = ()
    reading: Reading = Reading()
    problems: tuple[Problem, ...] = ()

    def as_json(self) -> str:
        """The record in a line, for `from_json`."""
        reading = self.reading
        return json.dumps(
            [
                self.file, self.digest, self.size, self.modified, _rows(self.notices),
                [reading.format, reading.title, reading.title_origin, reading.titles, reading.left_out],
                _rows(self.problems),
            ],
            ensure_ascii=False,
        )  # fmt: skip

    @classmethod
    def from_json(cls, line: str) -> FileRecord:
        """The record that `as_json` made the line of."""
        file, digest, size, modified, notices, reading, problems = json.loads(line)
        form, title, origin, titles, left_out = reading
        kinds = tuple((kind, many) for kind, many in left_out)
        return cls(
            file, digest, size, modified, _problems(notices),
            Reading(form, title, TitleOrigin(origin), titles, kinds), _problems(problems),
        )  # fmt: skip


def _rows(problems: Sequence[Problem]) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.line, problem.message) for problem in problems]


def _problems(rows: Sequence[tuple[str, int, str]]) -> tuple[Problem, ...]:
    return tuple(Problem(*row) for row in rows)
