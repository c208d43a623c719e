"""The words that a German compound of a question is made of: "Feuerwehr" and "Kommandant"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.words.analysis import fold

if TYPE_CHECKING:
    from collections.abc import Callable

SHORTEST = 4  # letters of a part
LONGEST = 40  # letters of a compound
_LINK = re.compile(r"(?:es|en|er|s|n|e)$")  # between two parts


def compound_parts(typed: str, is_word: Callable[[str], bool]) -> tuple[str, ...]:
    """The two folded words that a compound is made of, or the last alone; none where there is no such word.

    >>> compound_parts("Vereinsheim", {"verein", "heim"}.__contains__)
    ('verein', 'heim')
    """
    compound = fold(typed)
    if len(compound) > LONGEST:
        return ()
    for end in range(SHORTEST, len(compound) - SHORTEST + 1):  # the longest last part first
        last = compound[end:]
        if is_word(last):
            first = next(filter(is_word, _without_link(compound[:end])), None)
            return (first, last) if first else (last,)
    return ()


def _without_link(part: str) -> tuple[str, ...]:
    """A part as it is, and without the letters that link it."""
    bare = _LINK.sub("", part)
    return (part, bare) if bare != part and len(bare) >= SHORTEST else (part,)
