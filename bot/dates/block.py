"""The blocks of a document, as the resolver is handed them: headings, paragraphs, items, messages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates.value import HistoricalDate


class BlockKind(StrEnum):
    """What a block is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    ROW = "row"  # of a table
    MESSAGE = "message"  # of a chat, or a line of a log


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text as a reader sees it: text[start:end], from line `line` of the file."""

    start: int
    end: int
    line: int = 0  # of the file, from 1
    level: int = 0  # 1 to 6 for a heading, 0 for what stands under one
    kind: BlockKind = BlockKind.PARAGRAPH
    depth: int = 0  # nesting of a list's item, from 0
    stamp: HistoricalDate | None = None  # when a message was written, as its file says
    context: str = ""  # what introduces it, such as the line before a list: searched with it, not shown


def title_number(blocks: Sequence[Block]) -> int | None:
    """Which block is the title: the first one, if it is the only heading of level 1; None without one."""
    if not blocks or blocks[0].level != 1:
        return None
    return None if any(block.level == 1 for block in blocks[1:]) else 0
