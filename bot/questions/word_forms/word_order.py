"""The words of an index by how they begin and how they end."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions.vocabulary_cache import VocabularyCache

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from bot.search.index import Index
    from bot.search.spelling import Spelling

MOST_WORDS = 100_000  # of an index: sorting more would hold up the first question that needs it

_orders: VocabularyCache[WordOrder] = VocabularyCache()


@dataclass(frozen=True, slots=True)
class WordOrder:
    """Folded words, each once: sorted, and read from behind and sorted."""

    forward: Sequence[str]
    backward: Sequence[str]

    def beginning(self, letters: str, longest: int | None = None) -> Iterator[str]:
        """The words that begin with some letters, up to a length, in order."""
        return _beginning(letters, self.forward, longest)

    def ending(self, letters: str) -> Iterator[str]:
        """The words that end with some letters, in the order of their ends."""
        return (word[::-1] for word in _beginning(letters[::-1], self.backward))


def is_small(index: Index) -> bool:
    """Whether the words of an index are few enough to be put in order for a question."""
    return len(index.layout.spelling.words) <= MOST_WORDS


def in_order(spelling: Spelling) -> WordOrder:
    """The words of an index in order; sorted when they are first asked for."""
    return _orders.get(spelling, None, lambda: _order_of(set(spelling.words)))


def _order_of(words: Collection[str]) -> WordOrder:
    return WordOrder(sorted(words), sorted(word[::-1] for word in words))


def _beginning(letters: str, words: Sequence[str], longest: int | None = None) -> Iterator[str]:
    for place in range(bisect_left(words, letters), len(words)):
        if not words[place].startswith(letters):
            return
        if longest is None or len(words[place]) <= longest:
            yield words[place]
