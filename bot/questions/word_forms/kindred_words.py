"""Words of an index that share a root with one that it does not hold: "Brazilian" for "Brazil".

Also what a word is written together from, "open" of "reopen" and "Autosport" of "Autosportlern", and German
words by their last part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.word_forms.word_order import in_order, is_small
from bot.search.query import Form
from bot.search.words.analysis import fold, is_unspaced, term
from bot.search.words.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.search.index import Index
    from bot.search.query import QueryWord
    from bot.search.spelling import Spelling

WEIGHT = 0.4  # of a kindred word against the word itself
ROOT = 5  # letters that words of one root begin with, at least
SHARE = 0.6  # of the longer word that they have in common
LAST_PART = 0.4  # of a German word that its last part is, at least
MOST = 6  # kindred words of a word


def with_kindred(words: Iterable[QueryWord], language: str | None, index: Index) -> list[QueryWord]:
    """The words of a question, those that no text holds in any form with words of one root."""
    return [_with_kindred(word, language, index) for word in words]


def _with_kindred(word: QueryWord, language: str | None, index: Index) -> QueryWord:
    folded = fold(word.typed)
    if len(folded) < ROOT or not folded.isalpha() or is_unspaced(folded[0]):
        return word
    if any(index.knows(form.term) for form in word.forms) or not is_small(index):
        return word
    kindred = dict.fromkeys(map(term, kindred_words(folded, language, index.layout.spelling)))
    forms = [Form(other, WEIGHT) for other in kindred if index.knows(other)]
    return word.with_forms(forms[:MOST])


def kindred_words(folded: str, language: str | None, spelling: Spelling) -> Iterator[str]:
    """The words of an index that share the root of a folded word, in no order."""
    order = in_order(spelling)
    yield from (other for other in order.beginning(folded[:ROOT]) if _is_kindred(folded, other))
    rest = folded.removeprefix("re")
    if language is None and len(rest) < len(folded):
        yield from order.beginning(rest, longest=len(rest))
    if language == "de":
        for start in range(1, int(len(folded) * (1 - LAST_PART)) + 1):
            part = folded[start:]
            if len(part) >= ROOT:
                yield from order.beginning(part, longest=len(part))


def _is_kindred(word: str, other: str) -> bool:
    """Whether two words have enough of their beginning in common.

    >>> _is_kindred("brazil", "brazilian"), _is_kindred("contact", "continent")
    (True, False)
    """
    same = next(
        (n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
    )
    return same >= ROOT and same >= SHARE * max(len(word), len(other)) and other not in STOP_WORDS
