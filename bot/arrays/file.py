"""Arrays and facts in one `.npz` file of numpy's, written whole or not at all, checked when it is read.

Whoever does not know the edition must not use the arrays: they are laid out by the program that wrote them.
Nothing in the file is ever run: no pickles, only numbers and JSON. Each array has the CRC-32 of the archive.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

import numpy as np
from numpy.lib import format as npy

from bot.whole_files import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    Json = dict[str, Any]

HEAD = "head"  # the array that holds edition, facts and the names of all others as JSON
# What comes of reading bytes that are something else: another archive, compressed, encrypted, without end.
DAMAGED = (
    BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError, TypeError, ValueError, zlib.error,
)  # fmt: skip


class ArrayFileError(Exception):
    """A file that is not used: missing, another program's, an older one's, or not whole; the message says."""


@dataclass(frozen=True, slots=True)
class ArrayFile:
    """What a file holds."""

    facts: Any
    arrays: Mapping[str, NDArray[Any]]  # read only


def write(path: Path, edition: str, facts: Json, arrays: Iterable[tuple[str, NDArray[Any]]]) -> None:
    """Writes a file beside `path` and gives it that name once it is on the disk; raises OSError."""
    content = dict(arrays)
    head = json.dumps({"edition": edition, "facts": facts, "arrays": list(content)})
    content[HEAD] = np.frombuffer(head.encode(), np.uint8)
    with whole_file(path) as file:
        np.savez(file, allow_pickle=False, **content)


def read(path: Path, edition: str) -> ArrayFile:
    """What a file of this edition holds; raises ArrayFileError."""
    try:
        with ZipFile(path) as file:
            head = json.loads(_array(file, HEAD).tobytes())
            if head["edition"] != edition:
                raise ArrayFileError(f"{path}: was written by another version of the program")
            arrays = {name: _array(file, name) for name in head["arrays"]}
    except OSError as error:
        raise ArrayFileError(f"{path}: cannot be read ({error.strerror or error})") from error
    except DAMAGED as error:
        raise ArrayFileError(f"{path}: is not a saved library, or is damaged ({error})") from error
    return ArrayFile(head["facts"], arrays)


def _array(file: ZipFile, name: str) -> NDArray[Any]:
    """One of the arrays: what was read is not copied again, as `numpy.load` does a little at a time."""
    content = file.read(f"{name}.npy")
    beginning = BytesIO(content)
    npy.read_magic(beginning)
    shape, _, dtype = npy.read_array_header_1_0(beginning)
    return np.frombuffer(content, dtype, offset=beginning.tell()).reshape(shape)
