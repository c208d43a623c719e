"""Words for engines that leave cutting and stemming to others: small letters, Snowball's English stems."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

import Stemmer  # type: ignore[import-not-found]  # it carries no types

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WORD = re.compile(r"\w+")
_STEMMER = Stemmer.Stemmer("english")


@lru_cache(maxsize=1 << 18)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


def stems(text: str) -> list[str]:
    """The stems of a text, in order.

    >>> stems("Moved to Tokyo's offices")
    ['move', 'to', 'tokyo', 's', 'offic']
    """
    return [_stem(word) for word in _WORD.findall(text.lower())]


def lines(path: Path, many: int) -> Iterator[str]:
    """The bare texts of a file that `corpus.write` wrote."""
    with path.open(encoding="utf-8") as file:
        for line in islice(file, many):
            yield line[line.rindex("\t") + 1 : -1]
