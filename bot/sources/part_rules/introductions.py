"""What introduces items and rows: the line above their list, and the items that they stand under."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.prose import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.draft import Draft, Part

LONGEST_CONTEXT = 200  # characters of each line that introduces something


def with_introductions(parts: Sequence[Part], _: Draft) -> Iterator[Part]:
    """Items and rows with the line that introduces their list as context, nested ones with those above."""
    introduction = ""
    above: list[tuple[int, str]] = []  # the items that the next one may stand under, with their depths
    for part in parts:
        if part.kind in {BlockKind.ITEM, BlockKind.ROW}:
            above = [(depth, text) for depth, text in above if depth < part.depth]
            lines = [introduction, *(text for _, text in above), part.context]
            yield replace(part, context="\n".join(filter(None, lines)))
            above.append((part.depth, _clipped(part.text)))
        else:
            introduction, above = _introduction(part), []
            yield part


def _introduction(part: Part) -> str:
    """What of a paragraph introduces a list that follows: its last line, unless that is a whole sentence."""
    if part.kind is not BlockKind.PARAGRAPH:
        return ""
    line = part.text.rsplit("\n", 1)[-1]
    if SENTENCE_END.search(line):
        return ""
    return _clipped(re.split(r"(?<=[.!?。！？])\s+", line)[-1], from_end=True)


def _clipped(text: str, *, from_end: bool = False) -> str:
    line = " ".join(text.split())
    return line[-LONGEST_CONTEXT:] if from_end else line[:LONGEST_CONTEXT]
