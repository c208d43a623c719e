"""Documents of the tests, a block a line: their text and blocks as a reader of files would hand them over."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dates import Block, BlockKind, HistoricalDate

ITEM = re.compile(r"( *)([-+]) ")
STAMP = re.compile(r"@(\S+) ")


def document(*lines: str) -> tuple[str, list[Block]]:
    """Paragraphs, "## headings", "- items", "+ introduced ones", "| rows", "@2018-03-05 messages" and
    "@ those without a stamp".

    Two spaces before an item make it one deeper; "~ a line" belongs to no block.
    """
    text, blocks = "", []
    for number, line in enumerate(lines, 1):
        if line.startswith("~"):
            text += line[1:] + "\n"
            continue
        words, block = _block(line)
        start = len(text)
        blocks.append(replace(block, start=start, end=start + len(words), line=number))
        text += words + "\n"
    return text, blocks


def _block(line: str) -> tuple[str, Block]:
    if line.startswith("#"):
        level = len(line) - len(line.lstrip("#"))
        return line[level:].strip(), Block(0, 0, level=level, kind=BlockKind.HEADING)
    if item := ITEM.match(line):
        context = "introduced" if item[2] == "+" else ""
        return line[item.end() :], Block(0, 0, kind=BlockKind.ITEM, depth=len(item[1]) // 2, context=context)
    if line.startswith("| "):
        return line[2:], Block(0, 0, kind=BlockKind.ROW)
    if stamp := STAMP.match(line):
        date = HistoricalDate.parse(stamp[1])
        return line[stamp.end() :], Block(0, 0, kind=BlockKind.MESSAGE, stamp=date)
    if line.startswith("@ "):
        return line[2:], Block(0, 0, kind=BlockKind.MESSAGE)
    return line, Block(0, 0)
