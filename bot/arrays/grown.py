"""A row of numbers that grows, and can be read without being copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)


class Grown(Generic[Number]):
    """Numbers of one type; `row` holds them until more are added.

    >>> numbers = Grown(np.int32)
    >>> numbers.extend([3, 1])
    >>> numbers.extend([4])
    >>> numbers.row.tolist()
    [3, 1, 4]
    """

    def __init__(self, dtype: type[Number]) -> None:
        self._room = np.empty(1 << 10, dtype)
        self.row: NDArray[Number] = self._room[:0]

    def extend(self, numbers: Sequence[int] | NDArray[Any]) -> None:
        """Adds numbers behind the others."""
        size = len(self.row) + len(numbers)
        if size > len(self._room):
            room = np.empty(2 * size, self._room.dtype)
            room[: len(self.row)] = self.row
            self._room = room
        self._room[len(self.row) : size] = numbers
        self.row = self._room[:size]
