"""JSON lines as other programs hand them in: a row each, and a line that is none named by its number."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Json = dict[str, Any]


class LineError(ValueError):
    """A line that cannot be used; the message says which, what was wanted and what is there."""


def rows(lines: Iterable[str], key: str) -> Iterator[tuple[int, Json]]:
    """The number and the object of each line that is not blank; raises LineError without text under `key`."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, row(number, line, key)


def row(number: int, line: str, key: str) -> Json:
    """The object of one line, which holds text under `key`; raises LineError."""
    try:
        content = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LineError(f"line {number} is no JSON: {error}") from error
    if not isinstance(content, dict) or not isinstance(content.get(key), str):
        raise LineError(f'line {number} must be {{"id": ..., "{key}": "..."}}')
    return content
