"""The name in a question that another name takes the place of: "who was Ann Reed?", "and Bo Falk?"."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from bot.search.words.analysis import fold
from bot.search.words.commonness import MAY_NAME, RAREST, is_name, rarity
from bot.sentences import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.question import Question

_WORD = re.compile(r"[^\W_]+")
_AT_PLACE = words_of(  # before the name of a place or time
    "in at to into from near since until im am nach bei aus en desde a в во на из до с"
)


def without_replaced_name(earlier: Question, question: Question) -> str:
    """What a question goes on from, without the only name in it where the question names another one.

    "And in Oslo?" takes the place of "in Tokyo", but not of who moved there.
    """
    text, language = earlier.taken, question.language or earlier.language
    old, new = _names(earlier, language), _names(question, language)
    if len(old) != 1 or len(new) != 1 or _is_at_place(text, old[0]) != _is_at_place(question.taken, new[0]):
        return text
    start, end = old[0]
    return f"{text[:start]}{text[end:]}"


def _names(question: Question, language: str | None) -> list[tuple[int, int]]:
    """Where names stand in a question, words beside each other as one; numbers and dates are none."""
    named = {
        word.typed
        for word in question.query.words
        if not word.is_beside and not any(map(str.isdecimal, word.typed)) and is_name(word.typed, language)
    }
    words = list(_WORD.finditer(question.taken))
    spans = [
        word.span()
        for word, behind in zip_longest(words, words[1:])
        if word[0] in named or (behind and behind[0] in named and _may_name(word[0], language))
    ]
    return _joined(question.taken, spans)


def _may_name(word: str, language: str | None) -> bool:
    """Whether a word in front of a name may be somebody's first one: "steve paulsell"."""
    return RAREST > rarity(fold(word), language) >= MAY_NAME


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    if not spans:
        return []
    breaks = [n for n, (name, behind) in enumerate(pairwise(spans), 1) if text[name[1] : behind[0]].strip()]
    return [
        (spans[first][0], spans[last - 1][1])
        for first, last in zip([0, *breaks], [*breaks, len(spans)], strict=True)
    ]


def _is_at_place(text: str, name: tuple[int, int]) -> bool:
    """Whether a name stands behind a word such as "in"."""
    before = _WORD.findall(text[: name[0]])
    return bool(before) and before[-1].lower() in _AT_PLACE
