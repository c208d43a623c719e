"""What is wrong with a file that an admin wrote, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake, or one remark, on a line of a file; `line` 0 means the file as a whole."""

    file: str  # path within the knowledge folder
    line: int
    message: str  # what was wanted and what was found, one line

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


def quoted(text: str, limit: int = 40) -> str:
    """A person's words for a message: one line, in double quotes, cut after `limit` characters."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * limit]).split())
    return f'"{line[:limit]}…"' if len(line) > limit or len(text) > 4 * limit else f'"{line}"'
