"""Words of an index that share a root with one that it does not hold: "Brazilian" for "Brazil".

Also what a word is written together from, "open" of "reopen" and "Autosport" of "Autosportlern", and German
words by their last part.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from bot.search.query import Form
from bot.search.words.analysis import fold, is_unspaced, term
from bot.search.words.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.search.index import Index
    from bot.search.query import QueryWord
    from bot.search.spelling import Spelling

WEIGHT = 0.4  # of a kindred word against the word itself
ROOT = 5  # letters that words of one root begin with, at least
SHARE = 0.6  # of the longer word that they have in common
LAST_PART = 0.4  # of a German word that its last part is, at least
MOST_WORDS = 100_000  # of an index: sorting more would hold up the first question that has an unknown word
MOST = 6  # kindred words of a word

_sorted: WeakKeyDictionary[Spelling, Sequence[str]] = WeakKeyDictionary()


def with_kindred(words: Iterable[QueryWord], language: str | None, index: Index) -> list[QueryWord]:
    """The words of a question, those that no text holds in any form with words of one root."""
    return [_with_kindred(word, language, index) for word in words]


def _with_kindred(word: QueryWord, language: str | None, index: Index) -> QueryWord:
    folded = fold(word.typed)
    if len(folded) < ROOT or not folded.isalpha() or is_unspaced(folded[0]):
        return word
    if any(index.knows(form.term) for form in word.forms) or len(index.layout.spelling.words) > MOST_WORDS:
        return word
    kindred = dict.fromkeys(map(term, kindred_words(folded, language, index.layout.spelling)))
    forms = [Form(other, WEIGHT) for other in kindred if index.knows(other)]
    return word.with_forms(forms[:MOST])


def kindred_words(folded: str, language: str | None, spelling: Spelling) -> Iterator[str]:
    """The words of an index that share the root of a folded word, in no order."""
    words = _sorted.get(spelling)
    if words is None:
        words = _sorted[spelling] = sorted(set(spelling.words))
    yield from (other for other in _beginning(folded[:ROOT], words) if _is_kindred(folded, other))
    rest = folded.removeprefix("re")
    if language is None and len(rest) < len(folded):
        yield from _beginning(rest, words, longest=len(rest))
    if language == "de":
        for start in range(1, int(len(folded) * (1 - LAST_PART)) + 1):
            part = folded[start:]
            if len(part) >= ROOT:
                yield from _beginning(part, words, longest=len(part))


def _beginning(letters: str, words: Sequence[str], longest: int | None = None) -> Iterator[str]:
    """The words that begin with some letters, up to a length."""
    for place in range(bisect_left(words, letters), len(words)):
        if not words[place].startswith(letters):
            return
        if longest is None or len(words[place]) <= longest:
            yield words[place]


def _is_kindred(word: str, other: str) -> bool:
    """Whether two words have enough of their beginning in common.

    >>> _is_kindred("brazil", "brazilian"), _is_kindred("contact", "continent")
    (True, False)
    """
    same = next(
        (n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
    )
    return same >= ROOT and same >= SHARE * max(len(word), len(other)) and other not in STOP_WORDS
