"""The family name of a first name, as texts have them: "Ann" for Ann Reed, of whom they go on as Reed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.query import Form
from bot.search.words.analysis import fold, term
from bot.search.words.commonness import is_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.search.index import Index
    from bot.search.query import QueryWord

WEIGHT = 0.9  # of the family name against the first name
LOOKED_AT = 12  # passages that hold the first name
SHARE = 0.5  # of the places of a first name that the family name must stand behind

_FOLLOWING = re.compile(r"\s+([^\W\d_]{3,})")


def with_family_names(words: Iterable[QueryWord], index: Index) -> list[QueryWord]:
    """The words of a question, first names with the family name that always stands behind them."""
    return [_with_family_name(word, index) for word in words]


def _with_family_name(word: QueryWord, index: Index) -> QueryWord:
    if word.size > 1 or not word.typed.isalpha() or not is_name(word.typed):
        return word
    family = _family_name(word.typed, index)
    return word if family is None else word.with_forms([Form(family, WEIGHT)])


def _family_name(first: str, index: Index) -> str | None:
    """The term of the name that stands behind most places of another one."""
    texts = index.passages.texts
    numbers = index.holding(term(first), LOOKED_AT)
    behind = [family for number in numbers for family in _families(first.lower(), texts[number])]
    family = max(dict.fromkeys(behind), key=behind.count, default=None)
    if family is None or behind.count(family) < SHARE * len(behind) or not is_name(fold(family)):
        return None
    return term(family)


def _families(first: str, text: str) -> list[str | None]:
    """What stands behind each place of a first name in a text: a family name, or None."""
    families: list[str | None] = []
    place, small = -1, text.lower()
    while (place := small.find(first, place + 1)) >= 0:
        end = place + len(first)
        following = _FOLLOWING.match(text, end)
        is_full = following and _is_written_as_name(text[place:end]) and _is_written_as_name(following[1])
        families.append(following[1] if following and is_full else None)
    return families


def _is_written_as_name(word: str) -> bool:
    return word[0].isupper() and not word.isupper()
