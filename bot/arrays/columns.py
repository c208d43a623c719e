"""Values that are made of arrays all through, so that a file can hold them and give them back."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Self

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

_KINDS: dict[str, type[Columns]] = {}  # by the name that a field's annotation says


class Columns:
    """A base for dataclasses whose every field is an array or again such a value."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        _KINDS[cls.__name__] = cls

    def arrays(self, name: str = "") -> Iterator[tuple[str, NDArray[Any]]]:
        """All arrays with their names, those of inner values as "outer.inner"."""
        for field in fields(self):  # type: ignore[arg-type]  # subclasses are dataclasses
            value = getattr(self, field.name)
            inner = f"{name}.{field.name}" if name else field.name
            if isinstance(value, Columns):
                yield from value.arrays(inner)
            else:
                yield inner, value

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, NDArray[Any]], name: str = "") -> Self:
        """The value whose arrays these are; raises KeyError when one is missing."""
        values: dict[str, Any] = {}
        for field in fields(cls):  # type: ignore[arg-type]
            inner = f"{name}.{field.name}" if name else field.name
            kind = _KINDS.get(str(field.type))
            values[field.name] = kind.of_arrays(arrays, inner) if kind else arrays[inner]
        return cls(**values)

    def part(self, first: int, last: int) -> Self:
        """The rows from one up to another, where every column has as many."""
        values = (getattr(self, field.name) for field in fields(self))  # type: ignore[arg-type]
        return type(self)(
            *(
                value.part(first, last) if isinstance(value, Columns) else value[first:last]
                for value in values
            )
        )

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """The rows of all parts behind each other."""
        columns = ([getattr(part, field.name) for part in parts] for field in fields(cls))  # type: ignore[arg-type]
        return cls(
            *(
                type(column[0]).joined(column) if isinstance(column[0], Columns) else np.concatenate(column)
                for column in columns
            )
        )
