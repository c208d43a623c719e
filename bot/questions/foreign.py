"""Words of a language that no document is written in: what they mean in one that is, or less weight.

Words of a script that no document has cannot be found, and lacking them tells little.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.questions.synonyms import PAIR, TRANSLATIONS
from bot.search.query import Form
from bot.search.words.analysis import analyse, is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.search.index import Index
    from bot.search.query import QueryWord

WEIGHT = 0.15  # of a word that cannot be found
TRANSLATION_WEIGHT = 0.9  # of what a word means in another language against the word itself
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
# Words without which no page is written in a script.
_UNSPACED_SIGNS = analyse("的是不在の는다").terms
_CYRILLIC_SIGNS = analyse("и в на не і та на се").terms


def translated(words: Iterable[QueryWord], index: Index) -> list[QueryWord]:
    """The words, those of English that no text holds with what Chinese and Russian ones say."""
    return [_translated(word, index) for word in words]


def _translated(word: QueryWord, index: Index) -> QueryWord:
    others = TRANSLATIONS.get(word.forms[0].term, ())
    if not others or any(index.knows(form.term) for form in word.forms):
        return word
    forms = (Form(other, TRANSLATION_WEIGHT) for other in others if index.knows(other))
    return replace(word, forms=(*word.forms, *forms))


def lighter(words: Iterable[QueryWord], index: Index) -> list[QueryWord]:
    """The words, those that are foreign to the index with less weight.

    Words of several characters that it holds in pieces are left out; the pieces are words by themselves.
    """
    words = list(words)
    in_pieces = [word for word in words if _is_in_pieces(word, index)]
    within = {place for word in in_pieces for place in range(word.place, word.place + word.size - 1)}
    return [
        replace(
            word,
            weight=word.weight * (WEIGHT if _is_foreign(word, index) else 1.0),
            is_beside=word.is_beside and not (word.size == PAIR and word.place in within),
        )
        for word in words
        if word not in in_pieces
    ]


def _is_in_pieces(word: QueryWord, index: Index) -> bool:
    """Whether a word is one of several characters, which documents of its script hold as pairs."""
    return (
        word.size > PAIR
        and is_unspaced(word.typed[:1])
        and not any(index.knows(form.term) for form in word.forms)
        and any(map(index.knows, _UNSPACED_SIGNS))
    )


def _is_foreign(word: QueryWord, index: Index) -> bool:
    if _is_translated(word) or any(index.knows(form.term) for form in word.forms):
        return False
    if is_unspaced(word.typed[:1]):
        return not any(map(index.knows, _UNSPACED_SIGNS))
    return bool(_CYRILLIC.match(word.typed)) and not any(map(index.knows, _CYRILLIC_SIGNS))


def _is_translated(word: QueryWord) -> bool:
    """Whether some form of a word is of Latin script; those of its own script are other words for it."""
    return any(form.term[:1].isascii() for form in word.forms)
