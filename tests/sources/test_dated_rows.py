"""Files of rows with dates: what of a row its reader sees, and which files are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.sources.draft import Draft, FormatError
from bot.sources.folder import FolderReader
from bot.sources.formats import dated_rows
from tests.sources.test_markdown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NEXT = "\n- {year: 1999, event: It sank.}"  # one row more, as a single one makes no document

YAML: dict[str, list[tuple[str, int, str]]] = {  # text -> kind, line and text of its parts
    # a date, a title, a text; nothing of what programs want
    "- year: 1911\n  title: A boat\n  description: It came.\n  icon: fa-boat\n  image: /img/boat.jpg": [
        ("item0", 1, "1911: A boat\nIt came."),
    ],
    "- date: 2018-03-04T10:00:00Z\n  event: A boat": [("item0", 1, "2018-03-04: A boat")],
    "- date:\n  title: A plan": [("item0", 1, "A plan")],
    # dates in several keys; a year and a day that can be misread
    "- {year: 1911, month: 5, day: 4, name: A boat}": [("item0", 1, "1911-05-04: A boat")],
    "- {start_date: {year: 1911, month: 5}, text: {headline: A boat, text: It came.}}": [
        ("item0", 1, "1911-05: A boat\nIt came."),
    ],
    "- {name: Ann Reed, from: 1911, to: 1915}": [("item0", 1, "1911 – 1915: Ann Reed")],
    "- {name: Ann Reed, period: 1911 - 1915}": [("item0", 1, "1911 - 1915: Ann Reed")],
    "- {year: 1911, date: 7/31, title: A boat}": [("item0", 1, "1911/7/31: A boat")],
    "- {year: 1911, date: 7/3, title: A boat}": [("item0", 1, "1911, 7/3: A boat")],
    # other keys name their values
    "- {year: 1911, winner: Ann Reed, runnerUp: Bo Holm}": [
        ("item0", 1, "1911: winner: Ann Reed, runner up: Bo Holm"),
    ],
    # Markdown and HTML in values; several languages
    "- year: 1911\n  text: 'The <b>old</b> [mill](/a) *burnt*.'": [("item0", 1, "1911: The old mill burnt.")],
    "- {year: 1911, title: {de: Ein Boot, en: A boat}}": [("item0", 1, "1911: A boat")],
    # rows over lists
    "- year: 1911\n  events: [A boat, It sank.]": [
        ("h2", 1, "1911"), ("item0", 2, "A boat"), ("item0", 2, "It sank."),
    ],
    "- year: 1911\n  title: Boats\n  details:\n  - {date: 4 May, name: It came.}": [
        ("h2", 1, "Boats · 1911"), ("item0", 4, "4 May: It came."),
    ],
}  # fmt: skip

MAPS: dict[str, list[tuple[str, int, str]]] = {
    # dates as keys
    "1911: A boat came.\n1912: It sank.": [
        ("item0", 1, "1911: A boat came."), ("item0", 2, "1912: It sank."),
    ],
    "May 1911: [A boat, A dog]\nJune 1911: [A cat]": [
        ("h2", 1, "May 1911"), ("item0", 1, "A boat"), ("item0", 1, "A dog"),
        ("h2", 2, "June 1911"), ("item0", 2, "A cat"),
    ],
    # lists under names
    "events:\n- {year: 1911, event: A boat}\n- {year: 1912, event: A dog}": [
        ("item0", 2, "1911: A boat"), ("item0", 3, "1912: A dog"),
    ],
    "past_chairs:\n- {year: 1911, name: Ann}\nboats:\n- {year: 1912, name: Bo}": [
        ("h2", 2, "Past chairs"), ("item0", 2, "1911: Ann"), ("h2", 4, "Boats"), ("item0", 4, "1912: Bo"),
    ],
}  # fmt: skip


def parts(draft: Draft) -> list[tuple[str, int, str]]:
    return [shown(part) for part in draft.parts]


@pytest.mark.parametrize("row", YAML)
def test_a_row_says_its_date_and_what_was_then(row: str) -> None:
    assert parts(dated_rows.read(row + NEXT + NEXT))[:-2] == YAML[row]


@pytest.mark.parametrize("text", MAPS)
def test_dates_may_be_keys_and_lists_may_have_names(text: str) -> None:
    assert parts(dated_rows.read(text)) == MAPS[text]


def test_a_file_may_say_its_title() -> None:
    draft = dated_rows.read(f"title: Old boats\nevents:{NEXT}{NEXT}")

    assert draft.facts.title == "Old boats"


def test_json_may_have_tabs_and_escaped_characters() -> None:
    boat = '\t{"year": 1911, "title": "A \\"boat\\" \\ud83d\\ude00 \\u00fc"}'
    text = f'[\n{boat},\n\t{{"year": 1912, "title": "A dog"}}\n]'

    assert parts(dated_rows.read_json(text)) == [
        ("item0", 2, '1911: A "boat" 😀 ü'),
        ("item0", 3, "1912: A dog"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_has_a_row_a_line_or_more(delimiter: str) -> None:
    rows = (("name", "date", "url"), ("A boat", "1911-05", "n/a"), ('"A dog\nand a cat"', "1912", "//a.b"))

    draft = dated_rows.read_table("\n".join(map(delimiter.join, rows)))

    assert parts(draft) == [("item0", 2, "1911-05: A boat"), ("item0", 4, "1912: A dog and a cat")]


@pytest.mark.parametrize("text", ["", "a", "- year: 1911\n  title: Alone", "a: {b: 1}\nc: [1, 2]", "[]"])
def test_without_several_rows_with_dates_there_is_no_text(text: str) -> None:
    assert dated_rows.read(text).parts == []


def test_what_is_no_yaml_is_named_with_its_line() -> None:
    with pytest.raises(FormatError, match="is not valid YAML") as error:
        dated_rows.read("- year: 1911\n  title: [")

    assert error.value.line >= 2


def read(folder: Path) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """The files of which documents were read, the problems, the notices."""
    reader = FolderReader(folder)
    knowledge = reader.read_lists()
    files = [row.source.file for row in reader.documents({}, lambda *_: None) if hasattr(row, "source")]
    return files, list(map(str, knowledge.problems)), list(map(str, knowledge.notices))


def test_files_that_hold_no_rows_are_no_documents_and_no_mistakes(tmp_path: Path) -> None:
    (tmp_path / "boats.yml").write_text("- {year: 1911, title: A boat}\n- {year: 1912, title: A dog}\n")
    (tmp_path / "boats.json").write_text('[{"year": 1911, "title": "Boat"}, {"year": 1912, "title": "Dog"}]')
    (tmp_path / "config.yml").write_text("plugins: [a]\n")
    (tmp_path / "one.yml").write_text("year: 2018\nname: a\n")
    (tmp_path / "broken.yml").write_text("- year: 1911\n  title: [\n")
    (tmp_path / "package.json").write_text('{"version": "1.0"}')
    (tmp_path / "page.php").write_text("<?php a(); ?><h1>Boats</h1><p>It sank in 1911.</p>")
    (tmp_path / "program.php").write_text("<?php a(); ?>")
    (tmp_path / "empty.php").write_text("<?php a(); ?><p></p>")

    files, problems, notices = read(tmp_path)

    assert (files, problems) == (["boats.json", "boats.yml", "page.php"], [])
    assert [notice.partition(":")[0] for notice in notices] == [
        "broken.yml", "config.yml", "empty.php", "one.yml", "package.json", "program.php",
    ]  # fmt: skip


def test_a_folder_that_holds_nothing_but_such_files_holds_no_documents(tmp_path: Path) -> None:
    (tmp_path / "one.yml").write_text("year: 2018\nname: a\n")

    _, problems, _ = read(tmp_path)

    assert len(problems) == 1
    assert "holds no documents" in problems[0]
