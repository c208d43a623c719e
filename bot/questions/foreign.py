"""Words of a script that no document is written in: they cannot be found, and lacking them tells little."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.search.words.analysis import analyse, is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.search.index import Index
    from bot.search.query import QueryWord

WEIGHT = 0.15  # of such a word
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
# Words without which no page is written in a script.
_UNSPACED_SIGNS = analyse("的是不在の는다").terms
_CYRILLIC_SIGNS = analyse("и в на не і та на се").terms


def lighter(words: Iterable[QueryWord], index: Index) -> list[QueryWord]:
    """The words, those that are foreign to the index with less weight."""
    return [
        replace(word, weight=word.weight * WEIGHT) if _is_foreign(word, index) else word for word in words
    ]


def _is_foreign(word: QueryWord, index: Index) -> bool:
    if _is_translated(word) or any(index.knows(form.term) for form in word.forms):
        return False
    if is_unspaced(word.typed[:1]):
        return not any(map(index.knows, _UNSPACED_SIGNS))
    return bool(_CYRILLIC.match(word.typed)) and not any(map(index.knows, _CYRILLIC_SIGNS))


def _is_translated(word: QueryWord) -> bool:
    """Whether some form of a word is of Latin script; those of its own script are other words for it."""
    return any(form.term[:1].isascii() for form in word.forms)
