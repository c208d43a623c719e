"""Rows that lie behind each other in one array, told apart by where each one begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

AT_ONCE = 1 << 22  # numbers that are counted together


def ranges(starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of all half-open ranges, behind each other.

    >>> ranges(np.array([3, 10]), np.array([5, 12])).tolist()
    [3, 4, 10, 11]
    """
    sizes = ends - starts
    jumps = np.repeat(starts - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
    return jumps + np.arange(len(jumps))


def offsets(sizes: NDArray[Any] | Iterable[int]) -> NDArray[np.int64]:
    """Where rows of these sizes begin, and where the last one ends.

    >>> offsets([2, 0, 3]).tolist()
    [0, 2, 2, 5]
    """
    sizes = np.asarray(sizes if isinstance(sizes, np.ndarray) else list(sizes), np.int64)
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes)))


def counted(numbers: NDArray[Any], size: int) -> NDArray[np.int64]:
    """How often each number below a size stands in a row, of which numpy would make a wider copy to count.

    >>> counted(np.array([2, 0, 2], np.int32), 4).tolist()
    [1, 0, 2, 0]
    """
    found = np.zeros(size, np.int64)
    for first in range(0, len(numbers), AT_ONCE):
        found += np.bincount(numbers[first : first + AT_ONCE], minlength=size)
    return found
