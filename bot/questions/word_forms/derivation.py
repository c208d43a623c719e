"""Nouns made of a question's words, and the words that its nouns are made of: "edited" for an editor.

English endings whose word a stemmer keeps apart; others ("donation", "announcement") share a stem already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.query import Form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.search.index import Index
    from bot.search.query import QueryWord

WEIGHT = 0.3  # of a derived word against the word itself
SHORTEST = 4  # letters of the shorter term
_ENDINGS = ("er", "or", "ment", "ship", "at", "al")  # as stems have them: "at" of "foundation"


def with_derived(words: Iterable[QueryWord], index: Index) -> list[QueryWord]:
    """The words of a question, each with the derived ones that the index holds."""
    return [_with_derived(word, index) for word in words]


def _with_derived(word: QueryWord, index: Index) -> QueryWord:
    own = {form.term for form in word.forms}
    derived = [term for term in derived_terms(word.forms[0].term) if term not in own and index.knows(term)]
    return word.with_forms([Form(term, WEIGHT) for term in derived])


def derived_terms(term: str) -> list[str]:
    """The terms that a term is made of, or that are made of it.

    >>> "editor" in derived_terms("edit"), "edit" in derived_terms("editor"), derived_terms("run")
    (True, True, [])
    """
    if len(term) < SHORTEST or not (term.isascii() and term.isalpha()):
        return []
    made = [term + ending for ending in _ENDINGS]
    if term.endswith(_ENDINGS):
        made += [term.removesuffix(ending) for ending in _ENDINGS if term.endswith(ending)]
    return [other for other in made if len(other) >= SHORTEST]
