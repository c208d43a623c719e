"""Questions that are about the same: they have the same words that tell what a question is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bot.questions.languages import language_of, words_of_grammar
from bot.questions.messages.framing import questions_in
from bot.questions.messages.plain_writing import plainly_written
from bot.search.words.analysis import analyse, fold
from bot.search.words.stopwords import ASKING, STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

_SAYS_NOTHING = STOP_WORDS | ASKING


def content_words(text: str) -> frozenset[str]:
    """The stems of what a message asks, without words of grammar and of asking.

    >>> content_words("wen tf did the ferry sink?") == content_words("Did the ferries sink in which year?")
    True
    """
    asked = " ".join(questions_in(plainly_written(text)))
    analysis, says_nothing = analyse(asked), _SAYS_NOTHING | words_of_grammar(language_of(asked))
    return frozenset(
        term
        for term, start, end in zip(analysis.terms, analysis.starts, analysis.ends, strict=True)
        if fold(asked[start:end]) not in says_nothing
    )


def grouped_alike(items: Iterable[T], text_of: Callable[[T], str]) -> list[list[T]]:
    """Items together whose texts have the same content words, the largest group first, in order within.

    Those without content words ask nothing that could be answered, and are left out.
    """
    groups: dict[frozenset[str], list[T]] = {}
    for item in items:
        if words := content_words(text_of(item)):
            groups.setdefault(words, []).append(item)
    return sorted(groups.values(), key=len, reverse=True)
