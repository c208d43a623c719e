"""Headings with nothing under them that tell something by themselves."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.dated_lines import tells_date
from bot.sources.prose import SENTENCE_END, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.dates import Block
    from bot.sources.source import Document

FEWEST = 2  # headings with nothing under them that make a list
SHARE = 0.3  # of those of their level, at least, that such a list holds
SENTENCE = 20  # characters of a heading that is a sentence, at least


def with_bare_headings_as_items(document: Document) -> Iterator[Block]:
    """The blocks, headings that tell something by themselves as items.

    Nothing stands under them, and they name a date ("## 1.0.0 - 2017-05-04"), are sentences, or there are
    several of their level, as of a list whose pictures are gone.
    """
    blocks = document.blocks
    below = [*[block.level for block in blocks[1:]], 1]
    bare = {n for n in range(1, len(blocks)) if 0 < below[n] <= blocks[n].level}
    levels = Counter(block.level for block in blocks)
    lists = {
        level
        for level, many in Counter(blocks[n].level for n in bare).items()
        if many >= max(FEWEST, levels[level] * SHARE)
    }
    for number, block in enumerate(blocks):
        text = document.text[block.start : block.end]
        if number in bare and _tells(text, is_of_list=block.level in lists):
            yield replace(block, level=0, kind=BlockKind.ITEM)
        else:
            yield block


def _tells(heading: str, *, is_of_list: bool) -> bool:
    is_sentence = len(heading) >= SENTENCE and SENTENCE_END.search(heading)
    return bool(is_sentence or (is_of_list and WORD.search(heading))) or tells_date(heading)
