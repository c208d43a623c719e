"""Lines that say whose a page is: their years are not what the page tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.draft import Draft, Part

LONGEST = 300  # characters
COPYRIGHT = re.compile(r"(?:copyright\b|\(c\)|©)\W*(?:copyright|\(c\)|©|[12]\d{3}|by\b)|©", re.IGNORECASE)


def without_copyrights(parts: Sequence[Part], draft: Draft) -> Iterator[Part]:
    """Parts without lines of copyright."""
    for part in parts:
        if _is_copyright(part):
            draft.left_out[LeftOut.PAGE_FURNITURE] += len(part.text)
        else:
            yield part


def _is_copyright(part: Part) -> bool:
    is_line = part.kind in {BlockKind.PARAGRAPH, BlockKind.ROW} and len(part.text) <= LONGEST
    return is_line and COPYRIGHT.match(part.text) is not None
