"""Lines of a paragraph as the running text that a reader sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sentences import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

BROKEN_WORD = re.compile(r"([^\W\d_]+)[-\u2010]$")  # "in-" at a line's end
REST_OF_WORD = re.compile(r"[^\W\d_]+")
KEEPS_HYPHEN_BEHIND = words_of(
    """
    all anti co cross ex full half high inter long low mid multi non off on one post pre pro self
    semi short sub three trans two ultra under vice well из кое по во в не полу экс
    """
)  # well-known, по-русски
KEEPS_HYPHEN_BEFORE = words_of("либо нибудь то таки")  # кто-то
STANDS_ALONE_BEFORE = words_of("und oder bzw and or en y и или")  # "Vor- und Nachteile"
NO_SPACE = re.compile(  # scripts that put no space between words, and their marks
    r"[\u1100-\u11ff\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff65]"
)
HANGUL = re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")
LONGEST_WORD = 40  # characters


def joined(lines: Sequence[str]) -> str:
    """Lines of one paragraph as one line.

    >>> joined(["The foghorn was in-", "stalled in 1910."])
    'The foghorn was installed in 1910.'
    """
    pieces = [lines[0]] if lines else []
    for line in lines[1:]:
        end = pieces[-1][-LONGEST_WORD:]
        if _goes_on(end, line):
            pieces[-1] = pieces[-1][:-1] if _loses_hyphen(end, line) else pieces[-1]
        elif not (_is_unspaced(end[-1:]) and _is_unspaced(line[:1])):
            pieces.append(" ")
        pieces.append(line)
    return "".join(pieces)


def _goes_on(end: str, line: str) -> bool:
    """Whether a line begins with the rest of the word that the one before broke off."""
    rest = REST_OF_WORD.match(line)
    is_broken = end.endswith(("-", "\u2010")) and BROKEN_WORD.search(end) is not None
    return bool(is_broken and rest and rest[0].islower() and rest[0] not in STANDS_ALONE_BEFORE)


def _loses_hyphen(end: str, line: str) -> bool:
    """Whether the hyphen stands there only because the line was full."""
    broken, rest = BROKEN_WORD.search(end), REST_OF_WORD.match(line)
    assert broken
    assert rest
    return broken[1].lower() not in KEEPS_HYPHEN_BEHIND and rest[0] not in KEEPS_HYPHEN_BEFORE


def _is_unspaced(character: str) -> bool:
    return bool(NO_SPACE.match(character)) and not HANGUL.match(character)
