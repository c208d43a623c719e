"""A dict that never holds more than so many keys, for what is kept in memory of an endless stream."""

from __future__ import annotations

from collections import OrderedDict
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class BoundedDict(OrderedDict[K, V]):
    """At most `most` keys: a new one takes the place of the one that was set longest ago.

    >>> squares = BoundedDict(2)
    >>> for number in (1, 2, 1, 3):
    ...     squares[number] = number * number
    >>> list(squares)
    [1, 3]
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: K, value: V) -> None:
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self._most:
            self.popitem(last=False)
