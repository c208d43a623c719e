"""The common word of a language that is nearest to one that no language has: "strat" for "start".

Of English any word one edit away. Other languages have more forms of a word than a table holds, so that of
these only what is hardly ever a word: two letters in the wrong order, and one that is typed twice.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.search.spelling import Spelling
from bot.search.words.analysis import fold
from bot.search.words.commonness import TABLES, common_words, is_word, rarity

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMON = 13.0  # rarity up to which a word is put for another one; rarer ones are near to many names
SHORTEST = 5  # letters of a word that is read as another one


def nearest_common(typed: str, language: str | None) -> str | None:
    """The nearest common word, where one is no word of any language and is not written as a name.

    >>> nearest_common("strat", None), nearest_common("start", None), nearest_common("Strat", None)
    ('start', None, None)
    >>> nearest_common("сзодали", None), nearest_common("gewodren", "de"), nearest_common("ganaorn", "es")
    ('создали', 'geworden', 'ganaron')
    """
    folded = fold(typed)
    is_name = typed[0].isupper() and language != "de"
    if len(folded) < SHORTEST or not folded.isalpha() or is_name:
        return None
    if any(is_word(folded, known) for known in (language, *TABLES)):
        return None
    if language is None and folded.isascii():
        return _spelling().nearest(folded)
    nearest = min(_slips(folded), key=lambda word: rarity(word, language), default=folded)
    return nearest if rarity(nearest, language) <= COMMON else None


def _slips(word: str) -> Iterator[str]:
    """What a word may be where two letters changed places, or one was typed twice."""
    for n in range(len(word) - 1):
        if word[n] == word[n + 1]:
            yield word[:n] + word[n + 1 :]
        else:
            yield word[:n] + word[n + 1] + word[n] + word[n + 2 :]


@cache
def _spelling() -> Spelling:
    """The spelling of the common words of English, made when a word is first looked for: 0.1 s."""
    return Spelling.of(common_words(COMMON))
