"""Compounds of a German word that an index holds: "Mieterhöhung" and "Jahresmiete" for "Miete"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from bot.search.query import Form
from bot.search.words.analysis import fold, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.search.index import Index
    from bot.search.query import QueryWord
    from bot.search.spelling import Spelling

WEIGHT = 0.35  # of a compound against the word itself
SHORTEST = 4  # letters of the word without its ending
OTHER_PART = 4  # letters that a compound has more than that, at least: "Mieter" is none of "Miete"
MOST = 8  # compounds of a word, the shortest first
MOST_WORDS = 100_000  # of an index: sorting more would hold up the first question

_ENDING = re.compile(r"(?:en|e|n|s)$")
_sorted: WeakKeyDictionary[Spelling, tuple[Sequence[str], Sequence[str]]] = WeakKeyDictionary()


def with_compounds(words: Iterable[QueryWord], language: str | None, index: Index) -> list[QueryWord]:
    """The words of a question in German with their compounds; those of other languages as they are."""
    return [_with_compounds(word, index) for word in words] if language == "de" else list(words)


def _with_compounds(word: QueryWord, index: Index) -> QueryWord:
    own = {form.term for form in word.forms}
    compounds = dict.fromkeys(map(term, compounds_of(fold(word.typed), index)))
    return word.with_forms([Form(other, WEIGHT) for other in compounds if other not in own])


def compounds_of(folded: str, index: Index) -> Sequence[str]:
    """The words of an index that begin or end with a folded word, the shortest first."""
    root = _ENDING.sub("", folded) if folded.isalpha() else ""
    if len(root) < SHORTEST or len(index.layout.spelling.words) > MOST_WORDS:
        return ()
    forward, backward = _words(index.layout.spelling)
    words = (*_beginning(root, forward), *(word[::-1] for word in _beginning(folded[::-1], backward)))
    compounds = {word for word in words if len(word) >= len(root) + OTHER_PART}
    return sorted(compounds, key=lambda word: (len(word), word))[:MOST]


def _words(spelling: Spelling) -> tuple[Sequence[str], Sequence[str]]:
    """The words of an index in order, and read from behind."""
    if spelling not in _sorted:
        words = set(spelling.words)
        _sorted[spelling] = (sorted(words), sorted(word[::-1] for word in words))
    return _sorted[spelling]


def _beginning(letters: str, words: Sequence[str]) -> Iterator[str]:
    for place in range(bisect_left(words, letters), len(words)):
        if not words[place].startswith(letters):
            return
        yield words[place]
