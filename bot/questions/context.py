"""What a message tells beside its question, its context, and its tags: they need not be found in a text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.search.words.analysis import analyse
from bot.search.words.commonness import is_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.search.index import Index
    from bot.search.query import QueryWord
    from bot.sentences import Span

WEIGHT = 0.3  # of a name in the context against one in the question
_TAGS = re.compile(r"(?:\s+#\w+)+\s*$")  # "when did it close? #history"


def without_context(text: str, context: Sequence[Span]) -> str:
    """A question without the sentences of its context.

    >>> without_context("We met. When did it close?", [(0, 7)])
    'When did it close?'
    """
    starts, ends = [0, *(end for _, end in context)], [*(start for start, _ in context), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True)).strip()


def without_context_words(
    words: Iterable[QueryWord], text: str, context: Sequence[Span], index: Index
) -> Iterator[QueryWord]:
    """The words of a question without those of its context and its tags.

    Names that the index knows stay, and need not be found: "Mt. Gox fell. How many coins were lost?"
    """
    starts, tags = analyse(text).starts, _TAGS.search(text)
    for word in words:
        start = starts[word.place]
        is_of_context, is_tag = is_within(start, context), tags is not None and tags.start() < start
        if not is_of_context and not is_tag:
            yield word
        elif (is_tag or is_name(word.typed)) and any(index.knows(form.term) for form in word.forms):
            yield replace(word, weight=word.weight * (WEIGHT if is_of_context else 1.0), is_beside=True)


def is_within(place: int, spans: Sequence[Span]) -> bool:
    """Whether a place of a text lies in one of some spans."""
    return any(start <= place < end for start, end in spans)
