"""Earlier libraries: kept with their reason, bounded, and whole after a kill at any step."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.building.build import build
from bot.library import open_library, save
from bot.publishing import generations
from bot.publishing.generations import FOLDER, INDEX, MOST, Generation, Generations, Reason
from tests.publishing.changes import Killed

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library import Library

REASON = Reason("a test", "0123456789ab")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library"


def library_of(folder: Path, year: int) -> Library:
    folder.mkdir(exist_ok=True)
    text = f"The harbour\n\nThe harbour of Bergen was opened in {year} by its mayor.\n"
    (folder / "harbour.txt").write_text(text, encoding="utf-8")
    return build(folder)


def publish(place: Path, year: int, *, is_entry: bool = False) -> Library:
    library = library_of(place.parent.parent / "knowledge", year)
    candidate = place.with_name("candidate")
    save(library, candidate)
    reason = Reason(f"year {year}", "0123", is_entry)
    Generations(place).publish(candidate, Generation.of(library, reason))
    return library


def years(place: Path) -> list[str]:
    """Why each library was published, the one at its place first; each file holds what is said of it."""
    kept = Generations(place)
    for row in kept.earlier:
        assert row.why.removeprefix("year ") in open_library(kept.path(row.number)).passages[0].text
    assert kept.current
    assert kept.current.why.removeprefix("year ") in open_library(place).passages[0].text
    return [kept.current.why, *(row.why for row in kept.earlier)]


def test_the_last_three_are_kept_with_their_reason(place: Path) -> None:
    for year in range(1901, 1907):
        publish(place, year)

    assert years(place) == ["year 1906", "year 1905", "year 1904", "year 1903"]
    assert len(list((place.parent / FOLDER).glob("[0-9]*"))) == MOST
    (row, *_) = Generations(place).earlier
    assert (row.who, row.documents, row.passages) == ("0123", 1, 1)
    assert row.when.endswith("+00:00")


@pytest.mark.parametrize(
    ("are_entries", "kept"),
    [
        # what was before the first of a row of entries, and before its last
        ([False, True], ["year 1902", "year 1901"]),
        ([False, True, True], ["year 1903", "year 1902", "year 1901"]),
        ([False, True, True, True], ["year 1904", "year 1903", "year 1901"]),
        ([False, True, True, True, True, True], ["year 1906", "year 1905", "year 1901"]),
        # another change ends the row
        ([False, True, True, False, True], ["year 1905", "year 1904", "year 1903", "year 1902"]),
        ([True, True, True], ["year 1903", "year 1902"]),
    ],
)
def test_entries_in_a_row_take_two_places(place: Path, are_entries: list[bool], kept: list[str]) -> None:
    for year, is_entry in enumerate(are_entries, 1901):
        publish(place, year, is_entry=is_entry)

    assert years(place) == kept


def test_a_library_that_answers_from_the_same_takes_no_place(place: Path) -> None:
    publish(place, 1901)
    publish(place, 1902)
    library = library_of(place.parent.parent / "knowledge", 1902)
    save(library, place.with_name("candidate"))
    Generations(place).publish(place.with_name("candidate"), Generation.of(library, Reason("pin", "0123")))

    current, earlier = Generations(place).current, Generations(place).earlier
    assert current
    assert [current.why, *(row.why for row in earlier)] == ["pin", "year 1901"]


def test_a_start_writes_nothing_when_there_is_nothing_to_settle(place: Path) -> None:
    publish(place, 1901)
    index = place.parent / FOLDER / INDEX
    index.chmod(0o400)
    before = index.stat()
    Generations(place).settle()

    after = index.stat()  # reading it may note the time
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_they_take_no_more_room_than_they_may(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(place, 1901)
    monkeypatch.setattr(generations, "MOST_BYTES", int(1.5 * place.stat().st_size))
    for year in (1902, 1903, 1904):
        publish(place, year)

    assert years(place) == ["year 1904", "year 1903"]


def test_those_of_another_program_are_left_out(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(place, 1901)
    publish(place, 1902)
    monkeypatch.setattr(generations, "fingerprint", lambda: "another")

    assert Generations(place).earlier == ()


def test_one_that_is_gone_or_changed_is_left_out(place: Path) -> None:
    for year in (1901, 1902, 1903):
        publish(place, year)
    kept = Generations(place)
    last, first = kept.earlier
    kept.path(last.number).unlink()
    kept.path(first.number).unlink()
    kept.path(first.number).write_bytes(b"something else")

    assert kept.earlier == ()
    kept.settle()
    assert {path.name for path in (place.parent / FOLDER).iterdir()} == {INDEX, ".lock"}


@pytest.mark.parametrize("content", ["", "{", "[]", '{"current": 1, "earlier": 2, "following": 3}', "null"])
def test_a_damaged_index_is_as_none(place: Path, content: str) -> None:
    publish(place, 1901)
    publish(place, 1902)
    (place.parent / FOLDER / INDEX).write_text(content, encoding="utf-8")

    assert Generations(place).earlier == ()
    publish(place, 1903)
    assert [row.why for row in Generations(place).earlier] == [""]


STEPS = [
    ("linking", "_link"), ("writing the index", "write_whole"), ("moving it to its place", "sync_folder"),
]  # fmt: skip


@pytest.mark.parametrize("is_after", [False, True])
@pytest.mark.parametrize("step", [step for _, step in STEPS], ids=[name for name, _ in STEPS])
def test_a_kill_leaves_all_or_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch, step: str, is_after: bool
) -> None:
    publish(place, 1901)
    publish(place, 1902)
    work = getattr(generations, step)

    def killed(*arguments: object) -> None:
        if is_after:
            work(*arguments)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(generations, step, killed)
        with pytest.raises(Killed):
            publish(place, 1903)
    Generations(place).settle()

    is_published = step == "sync_folder"
    before = ["year 1902", "year 1901"]
    assert years(place) == (["year 1903", *before] if is_published else before)
    names = {str(row.number) for row in Generations(place).earlier} | {INDEX, ".lock"}
    assert {path.name for path in (place.parent / FOLDER).iterdir()} == names


def test_a_disk_without_second_names_gets_copies(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr("os.link", no_links)
    for year in (1901, 1902, 1903):
        publish(place, year)

    assert years(place) == ["year 1903", "year 1902", "year 1901"]


def test_the_index_can_be_read_by_a_person(place: Path) -> None:
    publish(place, 1901)

    row = json.loads((place.parent / FOLDER / INDEX).read_text(encoding="utf-8"))["current"]
    assert (row["why"], row["who"]) == ("year 1901", "0123")
