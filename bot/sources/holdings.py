"""The documents that passages were made from, and which passages are whose."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from bot.arrays import Columns, Strings, offsets
from bot.sources.folder import FileRecord
from bot.sources.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Holdings(Columns, Sequence[FileRecord]):
    """The documents in reading order; document `i` has the passages `offsets[i]` to `offsets[i + 1]`."""

    rows: Strings  # JSON
    offsets: NDArray[np.int64]

    @classmethod
    def of(cls, holdings: Iterable[FileRecord], passages: NDArray[np.int64]) -> Holdings:
        """The holdings, each with the number of its passages."""
        return cls(Strings.of(map(_said, holdings)), offsets(passages))

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, number: int) -> FileRecord: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[FileRecord, ...]: ...
    def __getitem__(self, number: int | slice) -> FileRecord | tuple[FileRecord, ...]:
        if isinstance(number, slice):
            return tuple(map(_holding, self.rows[number]))
        return _holding(self.rows[number])

    def passages(self, number: int) -> tuple[int, int]:
        """Where the passages of a document begin and end."""
        first, last = self.offsets[number : number + 2].tolist()
        return first, last

    def by_file(self) -> dict[str, int]:
        """The number of each document."""
        return {holding.file: number for number, holding in enumerate(self)}


def _said(holding: FileRecord) -> str:
    notices = [[one.file, one.line, one.message] for one in holding.notices]
    row = [holding.file, holding.digest, holding.size, holding.modified, notices]
    return json.dumps(row, ensure_ascii=False)


def _holding(said: str) -> FileRecord:
    file, digest, size, modified, notices = json.loads(said)
    return FileRecord(file, digest, size, modified, tuple(Problem(*notice) for notice in notices))
