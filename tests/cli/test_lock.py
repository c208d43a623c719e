"""Two bots never share a data folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.lock import HOLDER, LOCK, RunningAlreadyError, locked

PROJECT = Path(__file__).parent.parent.parent
HOLD = """
import sys, time
from pathlib import Path
from bot.cli.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_folder_is_locked_once(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with (
        locked(folder),
        pytest.raises(RunningAlreadyError, match=rf"data: .* \(process {os.getpid()}\); stop it first"),
        locked(folder),
    ):
        pass

    with locked(folder):
        pass


def test_its_files_are_for_their_owner_alone_and_closed_if_they_were_not(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    (folder / LOCK).touch(mode=0o644)
    (folder / HOLDER).touch(mode=0o644)

    with locked(folder):
        modes = {path.name: path.stat().st_mode & 0o777 for path in (folder, *folder.iterdir())}
        assert modes == {"data": 0o700, LOCK: 0o600, HOLDER: 0o600}


def test_who_holds_a_lock_need_not_be_known(tmp_path: Path) -> None:
    with locked(tmp_path):
        (tmp_path / HOLDER).unlink()
        with pytest.raises(RunningAlreadyError, match="process unknown"), locked(tmp_path):
            pass


def test_the_lock_of_a_bot_that_was_killed_is_gone(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], cwd=PROJECT, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(RunningAlreadyError, match=str(other.pid)), locked(tmp_path):
            pass
        other.kill()
        other.wait()

    with locked(tmp_path):
        pass


def test_where_nothing_can_be_written_there_is_no_lock(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "data").write_text("a file")

    with locked(tmp_path / "data"):
        assert "cannot be locked: File exists" in caplog.text
