"""German words typed without umlauts: "gruendung" is read as "gründung", where that is the word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.words.analysis import fold, term
from bot.search.words.commonness import is_word

if TYPE_CHECKING:
    from bot.search.index import Index

_WORD = re.compile(r"[^\W\d_]+")
_SPELT_OUT = re.compile(r"ae|oe|(?<![aeq])ue", re.IGNORECASE)  # none in "neue", "bauen", "quelle"
_UMLAUTS = {"ae": "ä", "oe": "ö", "ue": "ü", "Ae": "Ä", "Oe": "Ö", "Ue": "Ü", "AE": "Ä", "OE": "Ö", "UE": "Ü"}


def with_umlauts(text: str, language: str | None, index: Index) -> str:
    """A question in German with its words as they are printed; those of other languages as they are."""
    return _WORD.sub(lambda word: _printed(word[0], index), text) if language == "de" else text


def spelt_with_umlauts(word: str) -> str:
    """A word with umlauts for the pairs of letters that stand for them.

    >>> spelt_with_umlauts("ueberschwemmung"), spelt_with_umlauts("neue"), spelt_with_umlauts("Quelle")
    ('überschwemmung', 'neue', 'Quelle')
    """
    return _SPELT_OUT.sub(lambda pair: _UMLAUTS.get(pair[0], pair[0]), word)


def _printed(word: str, index: Index) -> str:
    """The word with umlauts, where it is none as typed and texts or the language have it so."""
    printed = spelt_with_umlauts(word)
    if printed == word or index.knows(term(word)) or is_word(fold(word), "de"):
        return word
    return printed if index.knows(term(printed)) or is_word(fold(printed), "de") else word
