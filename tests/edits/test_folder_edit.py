"""Files are written whole, with a line in the log; what somebody else changed is not overwritten."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import stat
import sys
import time
from typing import TYPE_CHECKING

import pytest

from bot.edits import Change, EditError, FileEdit, FolderEdit, KnowledgeFolder, digest_of
from bot.edits.changes import CHANGES, read_changes
from bot.edits.knowledge_folder import safe_name
from tests.sources.whole_folder import read_folder

if TYPE_CHECKING:
    from pathlib import Path

CHANGE = Change("0123456789ab", "a test")
HISTORY = b"The ferry came in 1903.\n"


def write(
    knowledge: KnowledgeFolder, name: str, content: bytes | None, change: Change, before: str | None
) -> None:
    """Gives a file its content, None takes it away."""
    edit = FolderEdit(knowledge, [FileEdit(name, content, before)], change)
    edit.make()
    edit.clear()


def test_a_file_is_made_changed_and_taken_away_and_each_is_logged(tmp_path: Path) -> None:
    folder = KnowledgeFolder(tmp_path)
    write(folder, "ferry.md", HISTORY, CHANGE, None)
    write(folder, "ferry.md", HISTORY * 2, CHANGE, digest_of(HISTORY))
    assert folder.read("ferry.md") == HISTORY * 2
    write(folder, "ferry.md", None, CHANGE, digest_of(HISTORY * 2))

    assert folder.read("ferry.md") is None
    first, second = digest_of(HISTORY), digest_of(HISTORY * 2)
    entries = list(read_changes(tmp_path))
    assert [(entry.before, entry.after) for entry in entries] == [
        (None, first),
        (first, second),
        (second, None),
    ]
    assert {(entry.who, entry.why, entry.file) for entry in entries} == {
        ("0123456789ab", "a test", "ferry.md")
    }
    assert all(entry.when.endswith("+00:00") for entry in entries)


def test_neither_log_nor_lock_is_read_as_a_document(tmp_path: Path) -> None:
    write(KnowledgeFolder(tmp_path), "ferry.md", HISTORY, CHANGE, None)

    knowledge = read_folder(tmp_path)
    assert [document.source.file for document in knowledge.documents] == ["ferry.md"]
    assert (knowledge.problems, knowledge.notices) == ([], [])


CHANGED_BY_HAND = [b"by hand\n", None]  # what the file became since it was read


@pytest.mark.parametrize("now", CHANGED_BY_HAND)
def test_a_change_by_hand_is_not_lost(tmp_path: Path, now: bytes | None) -> None:
    folder = KnowledgeFolder(tmp_path)
    write(folder, "ferry.md", HISTORY, CHANGE, None)
    before = digest_of(folder.read("ferry.md"))
    if now is None:
        (tmp_path / "ferry.md").unlink()
    else:
        (tmp_path / "ferry.md").write_bytes(now)

    with pytest.raises(EditError, match="changed by somebody else"):
        write(folder, "ferry.md", b"x", CHANGE, before)
    with pytest.raises(EditError, match="changed by somebody else"):
        write(folder, "ferry.md", None, CHANGE, before)
    assert folder.read("ferry.md") == now
    assert len(list(read_changes(tmp_path))) == 1


def test_a_file_that_came_by_hand_is_not_overwritten_by_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "ferry.md").write_bytes(HISTORY)
    with pytest.raises(EditError, match="changed by somebody else"):
        write(KnowledgeFolder(tmp_path), "ferry.md", b"x", CHANGE, None)


OUTSIDE = [
    "../ferry.md",
    "/etc/ferry.md",
    "a/../../ferry.md",
    "",
    ".hidden.md",
    "a\\b.md",
    "a\nb.md",
    "con.md",
    "x" * 300,
]


@pytest.mark.parametrize("name", OUTSIDE)
def test_no_file_is_written_that_is_not_safe_in_the_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    with pytest.raises(EditError, match="no name for a file here"):
        write(KnowledgeFolder(folder), name, HISTORY, CHANGE, None)
    assert not list(tmp_path.rglob("*ferry*"))


def test_a_folder_that_is_a_link_leads_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "sub").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EditError, match="no name for a file here"):
        write(KnowledgeFolder(tmp_path / "knowledge"), "sub/ferry.md", HISTORY, CHANGE, None)


SAFE = [
    ("history.md", "history.md"), ("../../etc/passwd", "etc passwd"), (".env", "env"),
    ("a\x00b\n.md", "a b.md"),
    ("", "document"), ("....", "document"), ("历史.txt", "历史.txt"), ("CON.md", "_CON.md"), ("con", "_con"),
    ("console.md", "console.md"), ("a:b|c?.md", "a b c.md"), ("x" * 300 + ".md", "x" * 117 + ".md"),
    ("历" * 100 + ".txt", "历" * 38 + ".txt"), ("\u202egnp.md", "gnp.md"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "safe"), SAFE, ids=ascii)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe
    assert safe_name(safe) == safe


def test_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    folder = KnowledgeFolder(tmp_path)
    write(folder, "new.md", HISTORY, CHANGE, None)
    (tmp_path / "old.md").write_bytes(HISTORY)
    (tmp_path / "old.md").chmod(0o640)
    write(folder, "old.md", b"x", CHANGE, digest_of(HISTORY))

    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("new.md", "old.md")]
    assert modes == [0o644, 0o640]


def test_a_folder_that_cannot_be_written_is_named_and_nothing_is_left_over(tmp_path: Path) -> None:
    (tmp_path / "ferry.md").mkdir()  # a folder where the file should be

    with pytest.raises(EditError, match=r"ferry\.md cannot be (read|written): "):
        write(KnowledgeFolder(tmp_path), "ferry.md", HISTORY, CHANGE, None)
    assert not list(tmp_path.glob("*.new")) + list(tmp_path.glob(".*.new"))


def test_a_line_of_the_log_that_was_cut_off_spoils_no_other(tmp_path: Path) -> None:
    (tmp_path / CHANGES).write_text('{"when": "2020-01-01T00:00:00+00:00", "wh', encoding="utf-8")
    write(KnowledgeFolder(tmp_path), "ferry.md", HISTORY, CHANGE, None)

    (entry,) = read_changes(tmp_path)
    assert entry.file == "ferry.md"


def test_a_log_that_was_edited_by_hand_is_read_as_far_as_it_can_be(tmp_path: Path) -> None:
    write(KnowledgeFolder(tmp_path), "ferry.md", HISTORY, CHANGE, None)
    with (tmp_path / CHANGES).open("a", encoding="utf-8") as log:
        log.write('\n[1]\n{"a": 1}\nnotes of mine\n')

    assert len(list(read_changes(tmp_path))) == 1


def write_for_ever(folder: Path) -> None:
    """Gives one file ever new content, until it is killed."""
    knowledge, before, number = KnowledgeFolder(folder), None, 0
    while True:
        content = f"{number}:".encode() + b"x" * 50_000
        write(knowledge, "ferry.md", content, CHANGE, before)
        before, number = digest_of(content), number + 1


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_kill_leaves_the_old_file_or_the_new_one_and_a_log_that_can_be_read(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    for attempt in range(3):
        (tmp_path / "ferry.md").unlink(missing_ok=True)
        process = spawn.Process(target=write_for_ever, args=(tmp_path,))
        process.start()
        while not (tmp_path / "ferry.md").exists():
            time.sleep(0.01)
        time.sleep(0.01 * attempt)
        assert process.pid
        os.kill(process.pid, signal.SIGKILL)
        process.join()

        content = (tmp_path / "ferry.md").read_bytes()
        assert content.endswith(b":" + b"x" * 50_000)
        before = digest_of(content)
        write(  # the lock went with the process
            KnowledgeFolder(tmp_path), "ferry.md", HISTORY, CHANGE, before
        )
        *_, last = read_changes(tmp_path)
        assert (last.before, last.after) == (before, digest_of(HISTORY))
        lines = (tmp_path / CHANGES).read_text(encoding="utf-8").splitlines()
        assert sum(1 for line in lines if not line.endswith("}")) <= attempt + 1
        assert json.loads(lines[-1])["file"] == "ferry.md"
