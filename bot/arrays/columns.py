"""Values that are made of arrays all through, so that a file can hold them and give them back."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

_KINDS: dict[str, type[Columns]] = {}  # by the name that a field's annotation says


class Columns:
    """A base for dataclasses whose every field is an array or again such a value."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        _KINDS[cls.__name__] = cls

    def arrays(self, name: str = "") -> Iterator[tuple[str, NDArray[Any]]]:
        """All arrays with their names, those of inner values as "outer.inner"."""
        for one in fields(self):  # type: ignore[arg-type]  # subclasses are dataclasses
            value = getattr(self, one.name)
            inner = f"{name}.{one.name}" if name else one.name
            if isinstance(value, Columns):
                yield from value.arrays(inner)
            else:
                yield inner, value

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, NDArray[Any]], name: str = "") -> Self:
        """The value whose arrays these are; raises KeyError when one is missing."""
        values: dict[str, Any] = {}
        for one in fields(cls):  # type: ignore[arg-type]
            inner = f"{name}.{one.name}" if name else one.name
            kind = _KINDS.get(str(one.type))
            values[one.name] = kind.of_arrays(arrays, inner) if kind else arrays[inner]
        return cls(**values)
