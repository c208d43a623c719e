"""Menus of a web page that no name gives away: links above its first heading, headings that are links."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.dated_lines import is_date_alone
from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator, Sequence

    from bot.sources.draft import Part

FEWEST = 3  # links in a row
DIGIT = re.compile(r"\d")
WAY = re.compile(  # "Home / About us / History"
    r"(?:[^\n:：]{2,20}[:：]\s*)?(?:home|start(?:seite)?|inicio|главная|首页|首頁|主页),?\s*(?:[/>»›→|]|::).{0,120}",
    re.IGNORECASE,
)


def without_menus(parts: Sequence[Part], left_out: Counter[str]) -> Iterator[Part]:
    """Parts without menus and the way to the page."""
    first = next((n for n, part in enumerate(parts) if part.level > 0 and not part.is_link), 0)
    menus = _in_a_row(parts, _is_linked_heading) | _in_a_row(parts, _is_linked_line)
    for n, part in enumerate(parts):
        if n in menus or (n < first and _is_link(part)) or _is_way(part) or _stands_below(parts, n):
            left_out[LeftOut.MENUS] += len(part.text)
        else:
            yield part


def _in_a_row(parts: Sequence[Part], is_of_menu: Callable[[Part], bool]) -> set[int]:
    """Numbers of parts of a kind that menus are made of, where several stand in a row."""
    numbers: set[int] = set()
    for is_menu, run in groupby(range(len(parts)), lambda n: is_of_menu(parts[n])):
        row = list(run)
        if is_menu and len(row) >= FEWEST:
            numbers.update(row)
    return numbers


def _is_linked_heading(part: Part) -> bool:
    return part.level > 0 and part.is_link


def _is_linked_line(part: Part) -> bool:
    """Whether a paragraph is a link without a number, which might be the title of what was some year."""
    return part.kind is BlockKind.PARAGRAPH and part.is_link and not DIGIT.search(part.text)


def _stands_below(parts: Sequence[Part], n: int) -> bool:
    """Whether a picture's words stand below it once more."""
    return parts[n].is_link and any(part.text == parts[n].text for part in parts[n + 1 : n + 3])


def _is_link(part: Part) -> bool:
    return part.is_link and not is_date_alone(part.text)


def _is_way(part: Part) -> bool:
    is_line = part.kind in {BlockKind.PARAGRAPH, BlockKind.ROW}
    return is_line and WAY.fullmatch(part.text) is not None
