"""`python -m bot add`: the same look and the same rules as in the chat."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from bot.cli.add import _is_wanted
from bot.cli.lock import locked
from bot.edits.changes import read_changes
from tests.test_command_line import bot

FERRIES = "---\ntitle: Ferries\n---\nThe first ferry crossed the strait on 4 May 1903 with passengers.\n"
ZOO = "Zoo\n\nThe zoo of Bergen opened in 1950 with a wallaby.\n"


@pytest.fixture
def where(tmp_path: Path) -> Path:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "ferries.md").write_text(FERRIES, encoding="utf-8")
    (tmp_path / "zoo.txt").write_text(ZOO, encoding="utf-8")
    return tmp_path


def test_what_files_would_change_is_shown_and_nothing_done(where: Path) -> None:
    done = bot("add", "zoo.txt", where=where)

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("Not published yet.\n")
    assert done.stdout.endswith("Nothing was published; --yes publishes.\n")
    assert not (where / "knowledge" / "zoo.txt").exists()


def test_who_is_sure_publishes(where: Path) -> None:
    done = bot("add", "zoo.txt", "--yes", where=where)

    assert (done.returncode, done.stderr) == (0, "")
    assert "\nPublished. I answer from " in done.stdout
    assert (where / "knowledge" / "zoo.txt").read_text(encoding="utf-8") == ZOO
    (change,) = read_changes(where / "knowledge")
    assert (change.who, change.why) == ("command line", "added zoo.txt")
    assert bot("ask", "When did the zoo open?", where=where).stdout.split()[0] == "1950"


@pytest.mark.parametrize(
    ("typed", "is_published"), [("y", True), (" YES ", True), ("n", False), ("", False), ("yess", False)]
)
def test_in_a_terminal_it_asks_and_only_a_yes_publishes(
    monkeypatch: pytest.MonkeyPatch, typed: str, is_published: bool
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(typed + "\n"))

    assert _is_wanted(is_sure=False) == is_published


def test_a_terminal_that_is_closed_publishes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(""))

    assert not _is_wanted(is_sure=False)


class Terminal(StringIO):
    """What somebody types."""

    def isatty(self) -> bool:
        return True


def test_a_new_version_takes_the_place_of_the_known_file(where: Path) -> None:
    (where / "ferries.md").write_text(FERRIES.replace("1903", "1904"), encoding="utf-8")

    done = bot("add", "ferries.md", "--yes", where=where)

    assert done.stdout.startswith("📄 ferries.md: a new version\n")
    assert "1904" in (where / "knowledge" / "ferries.md").read_text(encoding="utf-8")


def test_beside_a_running_bot_the_files_wait_for_its_reload(where: Path) -> None:
    with locked(where / "data"):
        done = bot("add", "zoo.txt", "--yes", where=where)

    assert done.returncode == 0
    assert done.stdout.endswith("The bot is running: send it /reload, and it answers from them.\n")
    assert (where / "knowledge" / "zoo.txt").exists()
    assert not (where / "data" / "library").exists()


@pytest.mark.parametrize(
    ("name", "content", "status", "reason"),
    [
        ("empty.md", b"", 1, "✗ empty.md: it is empty"),
        ("x.exe", b"MZ", 1, "✗ x.exe: not a kind of file that I read"),
        ("copy.md", FERRIES.encode(), 1, "✗ copy.md: the same as ferries.md, which I have"),
        ("missing.md", None, 2, "missing.md: cannot be read: No such file or directory"),
    ],
)
def test_what_is_not_taken_says_why(
    where: Path, name: str, content: bytes | None, status: int, reason: str
) -> None:
    if content is not None:
        (where / name).write_bytes(content)

    done = bot("add", name, "--yes", where=where)

    assert done.returncode == status
    assert reason in done.stdout + done.stderr
    assert [path.name for path in (where / "knowledge").glob("[!.]*")] == ["ferries.md"]


def test_what_cannot_be_added_is_named_and_nothing_is_read(where: Path) -> None:
    (where / "folder").mkdir()
    with (where / "huge.txt").open("wb") as huge:
        huge.truncate(513 * 2**20)

    done = bot("add", "zoo.txt", "folder", "gone.md", "huge.txt", "--yes", where=where)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"folder: is a folder; name the files in it: {Path('folder') / '*'}\n"
        "gone.md: cannot be read: No such file or directory\n"
        "huge.txt: has more than 512 MB; put it into the knowledge folder yourself\n"
    )
    assert not (where / "knowledge" / "zoo.txt").exists()


def test_a_file_may_be_larger_than_telegram_lets_it_be(where: Path) -> None:
    (where / "zoo.txt").write_text(ZOO + (" " * 2**19 + "\n") * 42, encoding="utf-8")

    done = bot("add", "zoo.txt", "--yes", where=where)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Published. I answer from 2 documents, 2 passages now.\nNew: zoo.txt\n" in done.stdout


@pytest.mark.parametrize("command", [["check"], ["add", "zoo.txt"]], ids=["checked", "shown"])
def test_the_first_document_may_be_added_to_an_empty_folder(where: Path, command: list[str]) -> None:
    bot(*command, where=where)  # saves what the folder holds, or does not
    (where / "knowledge" / "ferries.md").unlink()

    done = bot("add", "zoo.txt", "--yes", where=where)

    assert (done.returncode, done.stderr) == (0, "")
    assert "I answer from 1 document, 1 passage" in done.stdout
