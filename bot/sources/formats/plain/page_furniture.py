"""A page's own lines within a plain text: menus, bylines, links alone, tables of contents."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.sources.formats.plain.text_lines import BULLET, RULE, TOP_LINES, groups, size
from bot.sources.left_out import LeftOut
from bot.sources.prose import LONGEST_HEADING, SENTENCE_END, marked_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.draft import Draft
    from bot.sources.formats.plain.text_lines import Line
LEADER = re.compile(r"(?:[ ]?\.){5,}[ ]*(?:\d{1,4}|[ivxlc]{1,6})?$|^(?:[ ]?\.){5,}")  # "4.1 Rise . . . . . 6"
BYLINE = re.compile(r"(?:Author|By|Written by|作者|Автор)[ \t]*[:：][ \t]*(\S.{0,98})", re.IGNORECASE)
ONLY_LINK = re.compile(r"[^\n]{0,60}?https?://\S+")  # "X (Twitter): https://x.com/..."
WORD = re.compile(r"[^\W_]{2}|[\d\u2e80-\u9fff\uac00-\ud7af]")
FEWEST_DRAWN = 3  # lines without a word that make a picture


def without_furniture(lines: list[Line], draft: Draft) -> list[Line]:
    """A text without a page's own lines: menus above its repeated title, pictures of letters, links alone."""
    first = next((n for n, line in enumerate(lines) if not RULE.fullmatch(line.text)), 0)
    title = draft.facts.title or (lines[first].text if lines else "")
    above = lines[:0] if draft.facts.title else lines[first : first + 1]
    repeated = max(
        (n for n, line in enumerate(lines[:TOP_LINES]) if n > first and line.text == title), default=0
    )
    is_marked = marked_heading(title)[0] > 0
    is_title = len(title) <= LONGEST_HEADING and not SENTENCE_END.search(title) and not is_marked
    kept = above + lines[repeated + 1 :] if repeated and is_title else lines
    bylines = [match[1] for line in lines[:TOP_LINES] if (match := BYLINE.fullmatch(line.text))]
    if bylines and not draft.facts.author:
        draft.facts = replace(draft.facts, author=bylines[0])
    body: list[Line] = []
    for group in groups(kept):
        if len(group) >= FEWEST_DRAWN and not any(WORD.search(line.text) for line in group):
            draft.left_out[LeftOut.DRAWINGS] += size(group)
            continue
        forms = (BYLINE, ONLY_LINK) if _is_apart(group) else (BYLINE,)
        body += [
            line
            for line in group
            if not any(form.fullmatch(line.text) for form in forms) or _is_in_item(line, group)
        ]
    draft.left_out[LeftOut.PAGE_FURNITURE] += size(lines) - size(body)
    text = [line for line in body if not LEADER.search(line.text)]
    draft.left_out[LeftOut.TABLES_OF_CONTENTS] += size(body) - size(text)
    return text


def _is_apart(group: Sequence[Line]) -> bool:
    """Whether the lines of a group are each for themselves, and no paragraph that an editor broke."""
    return (
        len(group) == 1
        or any(ONLY_LINK.fullmatch(line.text) for line in group[:1])
        or not any(SENTENCE_END.search(line.text) for line in group)
    )


def _is_in_item(line: Line, group: Sequence[Line]) -> bool:
    """Whether a line is set in below an item of a list, and is none itself."""
    bullets = [above.indent for above in group if above.number < line.number and BULLET.match(above.text)]
    return bool(bullets) and line.indent > bullets[-1] and not BULLET.match(line.text)
