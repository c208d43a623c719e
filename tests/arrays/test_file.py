"""A file is used when it is whole and of this program, and not otherwise."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bot.arrays import ArrayFileError, read, write
from bot.arrays.file import HEAD

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.arrays.file import ArrayFile

ARRAYS: dict[str, NDArray[Any]] = {
    "layout.numbers": np.arange(40, dtype=np.int32),
    "nothing": np.zeros(0, np.float32),
    "table": np.arange(6, dtype=np.int64).reshape(2, 3),
    "flags": np.array([True, False]),
    "codes": np.array([2**64 - 1], np.uint64),
}
FACTS = {"names": [["Zhao Changpeng", "赵长鹏"]]}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library"
    write(path, "first edition", FACTS, ARRAYS.items())
    return path


def is_as_written(content: ArrayFile) -> bool:
    return (
        content.facts == FACTS
        and content.arrays.keys() == ARRAYS.keys()
        and all(
            array.dtype == ARRAYS[name].dtype
            and array.tolist() == ARRAYS[name].tolist()
            and not array.flags.writeable
            for name, array in content.arrays.items()
        )
    )


def test_a_file_gives_back_what_was_written(path: Path) -> None:
    assert is_as_written(read(path, "first edition"))


def test_a_file_of_nothing_is_a_file(tmp_path: Path) -> None:
    write(tmp_path / "library", "", {}, ())

    assert read(tmp_path / "library", "").arrays == {}


def test_another_edition_is_not_used(path: Path) -> None:
    with pytest.raises(ArrayFileError, match="another version of the program"):
        read(path, "second edition")


def archive(path: Path, arrays: dict[str, Any]) -> None:
    """A file of numpy's that somebody else wrote."""
    with path.open("wb") as file:
        np.savez(file, allow_pickle=True, **arrays)


@pytest.mark.parametrize("content", ["", "PK\3\4", "SQLite format 3\0"])
def test_a_foreign_file_is_not_used(tmp_path: Path, content: str) -> None:
    (tmp_path / "library").write_text(content * 9)

    with pytest.raises(ArrayFileError, match="not a saved library"):
        read(tmp_path / "library", "")


@pytest.mark.parametrize(
    "arrays",
    [
        {"numbers": np.arange(3)},
        {HEAD: np.frombuffer(b"[]", np.uint8)},
        {
            HEAD: np.frombuffer(b'{"edition": "", "facts": {}, "arrays": ["objects"]}', np.uint8),
            "objects": np.array([{}], object),
        },
    ],
)
def test_a_foreign_archive_is_not_used(tmp_path: Path, arrays: dict[str, Any]) -> None:
    archive(tmp_path / "library", arrays)

    with pytest.raises(ArrayFileError, match="not a saved library"):
        read(tmp_path / "library", "")


def test_a_file_cut_off_anywhere_is_not_used(path: Path) -> None:
    whole = path.read_bytes()

    for length in [*range(0, len(whole), 7), len(whole) - 1]:
        path.write_bytes(whole[:length])
        with pytest.raises(ArrayFileError):
            read(path, "first edition")


@pytest.mark.parametrize("bits", [1, 8, 0x80, 0xFF])
def test_a_changed_byte_is_noticed_wherever_it_counts(path: Path, bits: int) -> None:
    whole = path.read_bytes()
    unnoticed = 0

    for place in range(0, len(whole), 3):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ bits]) + whole[place + 1 :])
        try:
            assert is_as_written(read(path, "first edition"))  # times, for instance, count for nothing
            unnoticed += 1
        except ArrayFileError:
            continue
    assert unnoticed < len(whole) / 3 / 3


def test_a_new_file_takes_the_place_of_the_old_one_which_readers_keep(path: Path) -> None:
    before = read(path, "first edition")
    write(path, "first edition", {"new": True}, [("numbers", np.zeros(1000, np.int32))])

    assert read(path, "first edition").facts == {"new": True}
    assert is_as_written(before)
    assert [file.name for file in path.parent.iterdir()] == ["library"]


def test_only_its_owner_may_read_it(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_what_fails_leaves_the_old_file_and_nothing_else(path: Path) -> None:
    with pytest.raises(ValueError, match="Object arrays cannot be saved"):
        write(path, "second edition", {}, [("objects", np.array([object()], dtype=object))])

    assert is_as_written(read(path, "first edition"))
    assert [file.name for file in path.parent.iterdir()] == ["library"]


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ArrayFileError, match="No such file"):
        read(tmp_path / "library", "")
