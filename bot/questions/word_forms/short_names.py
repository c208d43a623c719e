"""Names that members cut short: "daultra" for DaUltraMarine."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bot.questions.word_forms.word_order import in_order, is_small
from bot.search.query import Form
from bot.search.words.analysis import fold, term
from bot.search.words.commonness import is_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.search.index import Index
    from bot.search.query import QueryWord

WEIGHT = 0.8  # of the whole name against the one that was cut short
SHORTEST = 5  # letters of what is left


def with_whole_names(words: Iterable[QueryWord], language: str | None, index: Index) -> list[QueryWord]:
    """The words of a question, those that no language and no passage has with the only name they begin."""
    return [_with_whole_name(word, language, index) for word in words]


def _with_whole_name(word: QueryWord, language: str | None, index: Index) -> QueryWord:
    short = fold(word.typed)
    if word.size > 1 or len(short) < SHORTEST or not short.isalpha() or is_word(short, language):
        return word
    if any(index.knows(form.term) for form in word.forms) or not is_small(index):
        return word
    whole = list(islice(in_order(index.layout.spelling).beginning(short), 2))
    return word.with_forms([Form(term(whole[0]), WEIGHT)]) if len(whole) == 1 else word
