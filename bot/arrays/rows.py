"""Rows of several values each, behind each other in one array and told apart by where each one begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from bot.arrays.columns import Columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Rows(Columns):
    """Row `i` is `values[offsets[i]:offsets[i + 1]]`; a value may be a row of numbers itself."""

    values: NDArray[Any]
    offsets: NDArray[np.int64]

    @classmethod
    def of(cls, values: NDArray[Any], sizes: NDArray[Any] | Iterable[int]) -> Self:
        """Rows of these sizes.

        >>> Rows.of(np.array([3, 1, 4]), [2, 0, 1])[0].tolist()
        [3, 1]
        """
        return cls(values, offsets(sizes))

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, number: int) -> NDArray[Any]:
        return self.values[self.offsets[number] : self.offsets[number + 1]]

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How many values each row has."""
        return np.diff(self.offsets)

    def chosen(self, numbers: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Places of the values of some rows, behind each other, and which of these rows each is from.

        >>> [found.tolist() for found in Rows.of(np.array([3, 1, 4]), [2, 0, 1]).chosen(np.array([2, 0]))]
        [[2, 0, 1], [0, 1, 1]]
        """
        starts, ends = self.offsets[numbers], self.offsets[numbers + 1]
        return ranges(starts, ends), np.arange(len(numbers)).repeat(ends - starts)

    def part(self, first: int, last: int) -> Self:
        """The rows from one up to another."""
        ends = self.offsets[first : last + 1]
        return type(self)(self.values[ends[0] : ends[-1]], ends - ends[0])

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """The rows of all parts behind each other."""
        values = [part.values[part.offsets[0] : part.offsets[-1]] for part in parts]
        return cls(np.concatenate(values), joined_offsets([part.offsets for part in parts]))


def ranges(starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of all half-open ranges, behind each other.

    >>> ranges(np.array([3, 10]), np.array([5, 12])).tolist()
    [3, 4, 10, 11]
    """
    sizes = ends - starts
    jumps: NDArray[np.int64] = (starts - sizes.cumsum() + sizes).repeat(sizes)
    return jumps + np.arange(len(jumps))


def joined_offsets(parts: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Where rows begin whose parts, each with its own offsets, stand behind each other.

    >>> joined_offsets([np.array([0, 2, 5]), np.array([4, 5])]).tolist()
    [0, 2, 5, 6]
    """
    moved, end = [], 0
    for part in parts:
        moved.append(part[:-1] + (end - int(part[0])))
        end += int(part[-1]) - int(part[0])
    return np.concatenate([*moved, np.array([end], np.int64)])


def different(numbers: NDArray[np.integer[Any]]) -> NDArray[np.int64]:
    """The different ones of some whole numbers, sorted: of few of them in a third of `numpy.unique`'s time.

    >>> different(np.array([4, 1, 4])).tolist()
    [1, 4]
    """
    return np.array(sorted(set(numbers.tolist())), np.int64)


def offsets(sizes: NDArray[Any] | Iterable[int]) -> NDArray[np.int64]:
    """Where rows of these sizes begin, and where the last one ends.

    >>> offsets([2, 0, 3]).tolist()
    [0, 2, 2, 5]
    """
    sizes = np.asarray(sizes if isinstance(sizes, np.ndarray) else list(sizes), np.int64)
    return np.concatenate((np.zeros(1, np.int64), sizes.cumsum()))
