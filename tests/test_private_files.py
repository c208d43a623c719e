"""Files and folders for their owner alone, whatever the umask is, and those that are open already."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from bot.private_files import close_to_others, make_private_file, make_private_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")


@pytest.fixture(autouse=True, params=[0o000, 0o022, 0o077], ids=oct)
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o7777


def test_what_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    make_private_folder(tmp_path / "a" / "b")
    make_private_file(tmp_path / "a" / "b" / "c")

    assert mode(tmp_path / "a" / "b") == 0o700
    assert mode(tmp_path / "a" / "b" / "c") == 0o600


MENDED = [  # what somebody may do with it, before and after
    (0o777, 0o700),
    (0o755, 0o700),
    (0o750, 0o700),
    (0o701, 0o700),
    (0o550, 0o500),  # what the owner took from themselves they keep
    (0o700, 0o700),
    (0o2770, 0o2700),
    (0o1777, 0o1777),  # many share it
]


@pytest.mark.parametrize(("before", "after"), MENDED, ids=[oct(row[0]) for row in MENDED])
def test_a_folder_that_is_open_is_closed(tmp_path: Path, before: int, after: int) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(before)
    make_private_folder(folder)

    assert mode(folder) == after
    folder.chmod(0o700)


def test_a_file_that_is_open_is_closed_and_keeps_what_it_holds(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("words")
    file.chmod(0o664)
    make_private_file(file)

    assert mode(file) == 0o600
    assert file.read_text() == "words"


def test_what_is_not_there_is_not_made(tmp_path: Path) -> None:
    close_to_others(tmp_path / "nothing")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_or_file_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(OSError):
        make_private_folder(tmp_path / "file")
    with pytest.raises(OSError):
        make_private_folder(tmp_path / "file" / "folder")
    with pytest.raises(OSError):
        make_private_file(tmp_path / "nowhere" / "file")
