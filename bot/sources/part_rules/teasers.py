"""Beginnings of texts in boxes ("Read more"), which are left out where the text itself stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.left_out import LeftOut
from bot.sources.prose import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.draft import Draft, Part

SHORTEST = 60  # characters: less may stand in two places
MOST = 500  # of a document, so that a long one takes no longer
ELLIPSIS = re.compile(r"\s*[\[(]?(?:\.{3}|…)[\])]?\s*$")
KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def without_teasers(parts: Sequence[Part], draft: Draft) -> Iterator[Part]:
    """Parts without those that end amid a sentence, or with an ellipsis, and stand whole in a longer one."""
    teasers = {n: words for n, part in enumerate(parts) if (words := _unfinished(part))}
    if not teasers or len(teasers) > MOST:
        yield from parts
        return
    others = (part.text for n, part in enumerate(parts) if n not in teasers and not part.level)
    whole = "\n".join(map(_plain, others))
    for n, part in enumerate(parts):
        if n in teasers and teasers[n] in whole:
            draft.left_out[LeftOut.TEASERS] += len(part.text)
        else:
            yield part


def _unfinished(part: Part) -> str:
    """The words of a part that may be a teaser; else none."""
    if part.kind not in KINDS or len(part.text) < SHORTEST:
        return ""
    shorter = ELLIPSIS.sub("", part.text)
    is_open = shorter != part.text or not SENTENCE_END.search(part.text)
    return _plain(shorter) if is_open else ""


def _plain(text: str) -> str:
    return " ".join(text.split())
