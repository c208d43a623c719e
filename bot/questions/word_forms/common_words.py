"""The common word of English that is nearest to one that no language has: "strat" for "start".

Of English only: other languages have more forms of a word than a table holds.
"""

from __future__ import annotations

from functools import cache

from bot.search.spelling import Spelling
from bot.search.words.commonness import TABLES, common_words, is_word

COMMON = 13.0  # rarity up to which a word is put for another one; rarer ones are near to many names
SHORTEST = 5  # letters of a word that is read as another one


def nearest_common(typed: str) -> str | None:
    """The nearest common word, where one is no word of any language and is not written as a name.

    >>> nearest_common("strat"), nearest_common("start"), nearest_common("Strat")
    ('start', None, None)
    """
    is_small = typed.isascii() and typed.islower() and len(typed) >= SHORTEST
    if not is_small or any(is_word(typed, language) for language in (None, *TABLES)):
        return None
    return _spelling().nearest(typed)


@cache
def _spelling() -> Spelling:
    """The spelling of the common words, made when a word is first looked for: 0.1 s."""
    return Spelling.of(common_words(COMMON))
