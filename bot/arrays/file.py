"""One file for many arrays, written whole or not at all, checked when it is opened, then mapped.

    8 bytes    the name of the form, HISTORY1
    8 bytes    how long the table is, little-endian
    table      JSON: whose file it is ("edition"), what else is worth keeping ("facts"), and for each array
               its type, shape, place and CRC-32
    4 bytes    CRC-32 of all that
    arrays     each at a multiple of 64 bytes

Whoever does not know the edition must not use the arrays: they are laid out by the program that wrote them.
Nothing in the file is ever run: no pickles, only numbers and JSON.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import BinaryIO

    from numpy.typing import NDArray

    Json = dict[str, Any]

MAGIC = b"HISTORY1"
ALIGNMENT = 64
TYPES = frozenset({"|u1", "|b1", "<u2", "<u4", "<u8", "<i4", "<i8", "<f4", "<f8"})
PIECE = 1 << 24  # bytes that are checked at once
IS_REPLACED_WHILE_MAPPED = os.name != "nt"  # Windows refuses that: there a file is copied into memory


class ArrayFileError(Exception):
    """A file that is not used: missing, another program's, an older one's, or not whole; the message says."""


UNFINISHED = ".new"  # files that are being written end so


@dataclass(frozen=True, slots=True)
class ArrayFile:
    """What a file holds."""

    facts: Any
    arrays: Mapping[str, NDArray[Any]]  # read only


def write(path: Path, edition: str, facts: Json, arrays: Iterable[tuple[str, NDArray[Any]]]) -> None:
    """Writes a file beside `path` and gives it that name once it is on the disk; raises OSError."""
    rows = [(name, np.ascontiguousarray(array)) for name, array in arrays]
    handle, unfinished = tempfile.mkstemp(prefix=f".{path.name}-", suffix=UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            _fill(file, edition, facts, rows)
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    _sync(path.parent)


def tidy(path: Path) -> None:
    """Takes away what writers of a file that were killed left; nobody may be writing it."""
    for unfinished in path.parent.glob(f".{path.name}-*{UNFINISHED}"):
        with contextlib.suppress(OSError):
            unfinished.unlink()


def _fill(file: BinaryIO, edition: str, facts: Json, rows: list[tuple[str, NDArray[Any]]]) -> None:
    at = 0
    table: dict[str, Any] = {}
    for name, array in rows:
        if array.dtype.str not in TYPES:
            raise TypeError(f"{name}: arrays of {array.dtype} are not kept")
        table[name] = [array.dtype.str, array.shape, at, crc32(array.data) if array.size else 0]
        at += -(-array.nbytes // ALIGNMENT) * ALIGNMENT
    said = json.dumps({"edition": edition, "facts": facts, "size": at, "arrays": table}).encode()
    head = MAGIC + len(said).to_bytes(8, "little") + said
    head += crc32(head).to_bytes(4, "little")
    file.write(head + bytes(-len(head) % ALIGNMENT))
    for _, array in rows:
        file.write(array.data if array.size else b"")
        file.write(bytes(-array.nbytes % ALIGNMENT))


def _sync(folder: Path) -> None:
    """Brings the new name to the disk, where the system lets us."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def read(path: Path, edition: str) -> ArrayFile:
    """What a file of this edition holds, mapped and not copied; raises ArrayFileError."""
    try:
        with path.open("rb") as file:
            return _read(file, path, edition)
    except OSError as error:
        raise ArrayFileError(f"{path}: cannot be read ({error.strerror})") from error


def _read(file: BinaryIO, path: Path, edition: str) -> ArrayFile:
    table, begin = _table(file, path)
    if table["edition"] != edition:
        raise ArrayFileError(f"{path}: was written by another version of the program")
    size = os.fstat(file.fileno()).st_size
    if size != begin + table["size"]:
        raise ArrayFileError(f"{path}: has {size:,} bytes, not {begin + table['size']:,}")
    for name, (kind, shape, at, code) in table["arrays"].items():
        if _crc(file, begin + at, _bytes(kind, shape)) != code:
            raise ArrayFileError(f"{path}: {name} is damaged")
    whole = _whole(file)
    return ArrayFile(
        table["facts"], {name: _array(whole, begin, row) for name, row in table["arrays"].items()}
    )


def _whole(file: BinaryIO) -> NDArray[np.uint8]:
    """All bytes of a file, which may be replaced while they are in use, read only."""
    if not IS_REPLACED_WHILE_MAPPED:
        file.seek(0)
        return np.frombuffer(file.read(), np.uint8)
    return np.memmap(file, np.uint8, "r")


def _table(file: BinaryIO, path: Path) -> tuple[dict[str, Any], int]:
    """The checked table, and where the arrays begin."""
    start = file.read(len(MAGIC) + 8)
    if start[: len(MAGIC)] != MAGIC or len(start) != len(MAGIC) + 8:
        raise ArrayFileError(f"{path}: is not a saved library")
    length = int.from_bytes(start[len(MAGIC) :], "little")
    if length > os.fstat(file.fileno()).st_size:
        raise ArrayFileError(f"{path}: ends too early")
    said, code = file.read(length), file.read(4)
    if crc32(start + said).to_bytes(4, "little") != code:
        raise ArrayFileError(f"{path}: its table is damaged")
    table: dict[str, Any] = json.loads(said)
    end = file.tell()
    return table, end + -end % ALIGNMENT


def _crc(file: BinaryIO, at: int, size: int) -> int:
    file.seek(at)
    code = 0
    while size > 0 and (piece := file.read(min(size, PIECE))):
        code = crc32(piece, code)
        size -= len(piece)
    return code


def _bytes(kind: str, shape: list[int]) -> int:
    return int(np.dtype(kind).itemsize * np.prod(shape, dtype=np.int64))


def _array(whole: NDArray[np.uint8], begin: int, row: tuple[str, list[int], int, int]) -> NDArray[Any]:
    kind, shape, at, _ = row
    first = begin + at
    return np.asarray(whole[first : first + _bytes(kind, shape)].view(kind).reshape(shape))
