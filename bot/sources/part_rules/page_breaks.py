"""Where pages end in a text that was recognised page by page: their numbers and marks are no text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.left_out import LeftOut
from bot.sources.line_joining import joined
from bot.sources.prose import ENDS_THOUGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.draft import Draft, Part

_PAGE = (
    r"(?:page|seite|página|pagina|страница|стр\.)[ ]?\d{1,4}(?:[ ]?(?:of|/|von|de|из)[ ]?\d{1,4})?"
    r"|第[ ]?\d{1,4}[ ]?页"
)
NUMBER = re.compile(  # "12", "- 12 -", "Page 12 of 40"; no year
    rf"[-–—\[(·|•*=#_\s]{{0,8}}(?:\d{{1,3}}|1[0-3]\d\d|{_PAGE})[-–—\])·|•*=#_\s]{{0,8}}", re.IGNORECASE
)
MARK = re.compile(  # "=== PAGE 3 ==="
    rf"(?:=+|-+|\*+|\[)[ ]?(?:{_PAGE})[ ]?(?:=+|-+|\*+|\])\s*", re.IGNORECASE
)
HEADING = re.compile(_PAGE, re.IGNORECASE)


def without_page_breaks(parts: Sequence[Part], draft: Draft) -> Iterator[Part]:
    """Parts without numbers and marks of pages; a paragraph that a page's end broke is one again."""
    before: Part | None = None
    is_broken = False
    for part in parts:
        mark = MARK.match(part.text)
        rest = part.text[mark.end() :] if mark else part.text
        is_break = mark is not None or _is_number(part)
        mark_length = len(part.text) - len(rest) if mark else len(part.text) * is_break
        draft.left_out[LeftOut.PAGE_NUMBERS] += mark_length
        if is_break and not (mark and rest):
            is_broken = True
            continue
        here = replace(part, text=rest)
        if before and (is_broken or mark) and _goes_on(before, here):
            here = replace(before, text=joined([before.text, rest]))
        elif before:
            yield before
        before, is_broken = here, False
    if before:
        yield before


def _is_number(part: Part) -> bool:
    if part.kind is BlockKind.HEADING:
        return HEADING.fullmatch(part.text) is not None
    return part.kind is BlockKind.PARAGRAPH and NUMBER.fullmatch(part.text) is not None


def _goes_on(before: Part, part: Part) -> bool:
    """Whether a page's last paragraph goes on with the first of the next."""
    are_texts = before.kind is part.kind is BlockKind.PARAGRAPH
    return are_texts and part.text[:1].islower() and not ENDS_THOUGHT.search(before.text)
