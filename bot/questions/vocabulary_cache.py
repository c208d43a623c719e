"""What is worked out once from the words of an index, and forgotten with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from bot.search.spelling import Spelling

Value = TypeVar("Value")


class VocabularyCache(Generic[Value]):
    """Values by the words of an index and a key; an index that a reload replaced takes its own along."""

    def __init__(self) -> None:
        self._values: WeakKeyDictionary[Spelling, dict[Hashable, Value]] = WeakKeyDictionary()

    def get(self, words: Spelling, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a key, made when it is first asked for."""
        values = self._values.setdefault(words, {})
        if key not in values:
            values[key] = make()
        return values[key]
