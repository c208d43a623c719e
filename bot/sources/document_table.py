"""The documents that passages were made from, and which passages are whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from bot.arrays import Columns, Strings, offsets
from bot.sources.file_record import FileRecord

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class DocumentTable(Columns, Sequence[FileRecord]):
    """The documents in reading order; document `i` has the passages `offsets[i]` to `offsets[i + 1]`."""

    rows: Strings  # JSON
    offsets: NDArray[np.int64]

    @classmethod
    def of(cls, records: Iterable[FileRecord], passages: Iterable[int]) -> DocumentTable:
        """Documents, each with the number of its passages."""
        return cls(Strings.of(record.as_json() for record in records), offsets(passages))

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, number: int) -> FileRecord: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[FileRecord, ...]: ...
    def __getitem__(self, number: int | slice) -> FileRecord | tuple[FileRecord, ...]:
        if isinstance(number, slice):
            return tuple(map(FileRecord.from_json, self.rows[number]))
        return FileRecord.from_json(self.rows[number])

    def passages(self, number: int) -> tuple[int, int]:
        """Where the passages of a document begin and end."""
        first, last = self.offsets[number : number + 2].tolist()
        return first, last

    def by_file(self) -> dict[str, int]:
        """The number of each document."""
        return {record.file: number for number, record in enumerate(self)}
