"""A file is used when it is whole and of this program, and not otherwise."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bot.arrays import ArrayFileError, file, read, write

if TYPE_CHECKING:
    from numpy.typing import NDArray

ARRAYS: dict[str, NDArray[Any]] = {
    "numbers": np.arange(1000, dtype=np.int32),
    "nothing": np.zeros(0, np.float32),
    "table": np.arange(6, dtype=np.int64).reshape(2, 3),
    "flags": np.array([True, False]),
    "codes": np.array([2**64 - 1], np.uint64),
}
MAPS = Path("/proc/self/maps")  # files that this process has mapped; Linux only
FACTS = {"names": [["Zhao Changpeng", "赵长鹏"]]}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library"
    write(path, "first edition", FACTS, ARRAYS.items())
    return path


@pytest.mark.parametrize("is_mapped", [True, False])
def test_a_file_gives_back_what_was_written(
    path: Path, is_mapped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "IS_REPLACED_WHILE_MAPPED", is_mapped)  # not on Windows
    found = read(path, "first edition")

    assert found.facts == FACTS
    assert found.arrays.keys() == ARRAYS.keys()
    for name, array in found.arrays.items():
        assert array.dtype == ARRAYS[name].dtype
        assert array.tolist() == ARRAYS[name].tolist()
        assert not array.flags.writeable or not array.size
    if MAPS.exists():
        assert (str(path) in MAPS.read_text()) == is_mapped


def test_a_file_of_nothing_is_a_file(tmp_path: Path) -> None:
    write(tmp_path / "library", "", {}, ())

    assert read(tmp_path / "library", "").arrays == {}


def test_another_edition_is_not_used(path: Path) -> None:
    with pytest.raises(ArrayFileError, match="another version of the program"):
        read(path, "second edition")


@pytest.mark.parametrize("content", [b"", b"HISTORY1", b"HISTORY1" + b"\xff" * 8, b"SQLite format 3\0" * 9])
def test_a_foreign_file_is_not_used(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "library").write_bytes(content)

    with pytest.raises(ArrayFileError):
        read(tmp_path / "library", "first edition")


def test_a_file_cut_off_anywhere_is_not_used(path: Path) -> None:
    whole = path.read_bytes()

    for length in [*range(0, len(whole), 97), len(whole) - 1]:
        path.write_bytes(whole[:length])
        with pytest.raises(ArrayFileError):
            read(path, "first edition")


def test_a_changed_byte_is_noticed_wherever_it_counts(path: Path) -> None:
    whole = path.read_bytes()
    counts = whole.rindex(np.arange(1000, dtype=np.int32).tobytes())

    for place in [*range(0, counts - 64, 61), *range(counts, counts + 4000, 611)]:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        with pytest.raises(ArrayFileError):
            read(path, "first edition")


def test_a_new_file_takes_the_place_of_the_old_one_which_readers_keep(path: Path) -> None:
    before = read(path, "first edition")
    write(path, "first edition", {"new": True}, [("numbers", np.zeros(1000, np.int32))])

    assert read(path, "first edition").facts == {"new": True}
    assert before.arrays["numbers"].tolist() == list(range(1000))
    assert [one.name for one in path.parent.iterdir()] == ["library"]


def test_only_its_owner_may_read_it(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_what_fails_leaves_the_old_file_and_nothing_else(path: Path) -> None:
    with pytest.raises(TypeError, match="objects: arrays of object are not kept"):
        write(path, "second edition", {}, [("objects", np.array([object()], dtype=object))])

    assert read(path, "first edition").facts == FACTS
    assert [one.name for one in path.parent.iterdir()] == ["library"]


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ArrayFileError, match="No such file"):
        read(tmp_path / "library", "")
