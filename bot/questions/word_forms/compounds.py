"""Compounds of a German word that an index holds: "Mieterhöhung" and "Jahresmiete" for "Miete"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions.word_forms.word_order import in_order, is_small
from bot.search.query import Form
from bot.search.words.analysis import fold, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.search.index import Index
    from bot.search.query import QueryWord

WEIGHT = 0.35  # of a compound against the word itself
SHORTEST = 4  # letters of the word without its ending
OTHER_PART = 4  # letters that a compound has more than that, at least: "Mieter" is none of "Miete"
MOST = 8  # compounds of a word, the shortest first

_ENDING = re.compile(r"(?:en|e|n|s)$")


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
    if len(root) < SHORTEST or not is_small(index):
        return ()
    order = in_order(index.layout.spelling)
    words = (*order.beginning(root), *order.ending(folded))
    compounds = {word for word in words if len(word) >= len(root) + OTHER_PART}
    return sorted(compounds, key=lambda word: (len(word), word))[:MOST]
