"""The knowledge folder as an admin keeps it, and everything that can be wrong with it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bot.sources import folder
from bot.sources.folder import read_aliases_file
from bot.sources.formats import SUFFIXES, format_of, format_of_content
from tests.sources.whole_folder import read_folder

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "---\ntitle: Ferries\n---\n# 1903\nThe first ferry crossed the strait in 1903.\n"


def written(where: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = where / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return where


def problems(where: Path) -> list[str]:
    return [str(problem) for problem in read_folder(where).problems]


def test_documents_aliases_and_questions_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    written(
        tmp_path,
        b_md=GOOD,
        a_txt="A diary\n\nIt rained on 4 May 1903 and the ferry stayed.\n",
        sub__c_markdown=GOOD,
        aliases_yaml="names: [[Ferry, Boat]]",
        questions_yaml="- {question: lunch?, refuse: true}",
        _hidden_md="no",
    )

    knowledge = read_folder(tmp_path)

    assert knowledge.problems == knowledge.notices == []
    assert [document.source.file for document in knowledge.documents] == ["a.txt", "b.md", "sub/c.markdown"]
    assert [document.source.title for document in knowledge.documents] == ["A diary", "Ferries", "Ferries"]
    assert knowledge.aliases.names == (("Ferry", "Boat"),)
    assert len(knowledge.golden) == 1


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("x_md", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "x.md:1: not a text file"),
        ("x_md", "", "x.md:1: holds no text"),
        ("x_txt", "\n \n", "x.txt:1: holds no text"),
        ("x_md", "# Only a title\n", "x.md:1: holds no text"),
        ("x_md", "---\ntitle: A\n---\n", "x.md:1: holds no text"),
        ("x_md", "---\ntitle: [\n---\nText.", "x.md:3: is not valid YAML"),
        ("x_txt", "Title\n" + "x" * 1_000_001, "x.txt:2: a line has 1,000,001 characters"),
        ("x_html", "<div>" * 100_000, "x.html:1: has HTML tags nested more than 400 deep"),
        ("x_md", "<div>" * 100_000, "x.md:1: has HTML tags nested more than 400 deep"),
        ("aliases_yaml", "names: [[CZ, CZ]]", 'aliases.yaml:1: "CZ" is given twice: it points at itself'),
    ],
)
def test_a_faulty_file_is_one_clear_line(
    tmp_path: Path, name: str, content: str | bytes, wanted: str
) -> None:
    written(tmp_path, a_md=GOOD)
    written(tmp_path, **{name: content})

    lines = problems(tmp_path)

    assert lines[0].startswith(wanted)
    assert all("\n" not in problem for problem in lines)


def test_all_files_are_read_before_anything_is_said(tmp_path: Path) -> None:
    written(tmp_path, a_md="", b_md="---\ntitle:\n---\n", c_md=GOOD, questions_yaml="- x")

    assert [problem.split(":")[0] for problem in problems(tmp_path)] == ["a.md", "b.md", "questions.yaml"]


def test_a_missing_folder_and_an_empty_one_say_what_to_do(tmp_path: Path) -> None:
    assert problems(tmp_path / "gone") == [
        f"{tmp_path / 'gone'}: is not a folder; put your documents into one"
    ]
    assert problems(tmp_path) == [f"{tmp_path}: holds no documents; put files into it that end in {SUFFIXES}"]


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, a_md=GOOD)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(100 * 2**20)  # a hole: no byte of it is on the disk

    monkeypatch.setattr(
        type(tmp_path), "read_bytes", lambda path: GOOD.encode() if path.name == "a.md" else 1 / 0
    )

    assert problems(tmp_path) == ["huge.txt:1: has 100 MB; at most 64 MB of it are read"]


def test_links_do_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(GOOD)
    inside = written(tmp_path / "knowledge", a_md=GOOD)
    (inside / "b.md").symlink_to(secret)
    (inside / "c.md").symlink_to(inside / "a.md")
    (inside / "d.md").symlink_to(inside / "d.md")
    (inside / "e.md").symlink_to(inside / "nowhere.md")
    (inside / "f").symlink_to(tmp_path, target_is_directory=True)

    knowledge = read_folder(inside)

    assert [str(problem) for problem in knowledge.problems] == [
        "b.md:1: links to a place outside the folder; put the file itself here",
        "d.md:1: is a link that leads back to itself",
        f"e.md: links to {inside / 'nowhere.md'}, which is not there",
    ]
    assert [str(notice) for notice in knowledge.notices] == ["f: a link to a folder is not followed"]
    assert [document.source.file for document in knowledge.documents] == ["a.md", "c.md"]


def test_what_is_no_file_does_not_hang_the_reader(tmp_path: Path) -> None:
    written(tmp_path, a_md=GOOD)
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe")

    assert problems(tmp_path) == ["pipe.txt:1: is not a plain file"]


def test_a_guessed_encoding_and_an_unknown_format_are_noted(tmp_path: Path) -> None:
    russian = (
        "История парома\n\n" + "В октябре 1903 года первый паром пересёк пролив и привёз сорок человек. " * 4
    )
    written(tmp_path, a_md=GOOD, b_txt=russian.encode("cp1251"), c_xyz=b"?", README_md=GOOD)

    notices = [str(notice) for notice in read_folder(tmp_path).notices]

    assert any("b.txt: read as" in notice and "guess" in notice for notice in notices)
    assert f"c.xyz: is not read; documents end in {SUFFIXES}" in notices


NAMES_WITHOUT_ENDING: list[tuple[str, bytes, bool]] = [  # name, content, whether it is read
    ("HISTORY", b"Ferries\n\nThe first ferry crossed the strait in 1903.\n", True),
    ("NEWS.1-17", b"Version 17, 4 May 1903: the boats are painted.\n", True),
    ("ChangeLog.old", b"1903-05-04  Ann Reed\n\n\tThe boats are painted.\n", True),
    ("minutes", "会议记录\n\n1903年5月，渡轮通航。\n".encode(), True),
    ("minutes", "Протокол\n\nВ мае 1903 года паром пересёк пролив.\n".encode("cp1251") * 9, True),
    ("LICENSE", b"Permission is hereby granted in 1988, free of charge.\n", False),
    ("deploy", b"#!/bin/sh\necho 1903\n", False),
    ("ferry", b"\x7fELF\x02\x01\x01\0\0\0\0", False),
    ("blank", b" \n", False),
    ("boats.py", b"year = 1903\n", False),
]


@pytest.mark.parametrize(("name", "content", "is_read"), NAMES_WITHOUT_ENDING)
def test_a_file_without_an_ending_is_read_if_it_is_text(
    tmp_path: Path, name: str, content: bytes, is_read: bool
) -> None:
    written(tmp_path, a_md=GOOD)
    (tmp_path / name).write_bytes(content)

    knowledge = read_folder(tmp_path)

    assert not knowledge.problems
    assert (name in [document.source.file for document in knowledge.documents]) is is_read
    assert (f"{name}: is not read; documents end in {SUFFIXES}" in map(str, knowledge.notices)) is not is_read


def test_progress_is_told_from_the_first_file_to_the_last(tmp_path: Path) -> None:
    written(tmp_path, a_md=GOOD, b_md=GOOD)
    heard: list[tuple[int, int]] = []

    read_folder(tmp_path, lambda done, everything: heard.append((done, everything)))

    assert heard == [(0, 2), (1, 2), (2, 2)]


def test_an_aliases_file_may_lie_anywhere(tmp_path: Path) -> None:
    path = written(tmp_path, mine_yaml="names: [[A, B]]") / "mine.yaml"

    assert read_aliases_file(path)[0].names == (("A", "B"),)
    assert [str(problem) for problem in read_aliases_file(tmp_path / "gone.yaml")[1]] == [
        "gone.yaml: cannot be read: No such file or directory"
    ]
    assert folder.ALIASES == "aliases.yaml"


def test_a_log_whose_words_hold_colons_is_no_export_of_another_program(tmp_path: Path) -> None:
    lines = [f"[2018-03-12 10:4{n}:28] <ann> agenda: {n} boats" for n in range(9)]
    written(tmp_path, log_txt="\n".join(lines))

    assert [document.format for document in read_folder(tmp_path).documents] == ["chat log"]


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.txt", "<!DOCTYPE html><p>It sank in 1911.", "HTML"),
        ("a.md", "<html><p>It sank in 1911.", "HTML"),
        ("a.txt", "<section>\n<h1>Past</h1>\n<p>It sank.</p>\n<p>It rose.</p></section>", "HTML"),
        ("HISTORY", "<h2>Past</h2><p>It sank.<br>It rose.<br></p>", "HTML"),
        ("a.txt", "<p>It sank,</p> he wrote.", "text"),
        ("a.txt", "Tags such as <p>, </p>, <br>, </div> and </h1> are those of a page.", "text"),
        ("a.md", "<div>\n<h1>Past</h1>\n<p>It sank.</p>\n<p>It rose.</p></div>", "Markdown"),
        ("a.txt", "# Past\n\nBy **Ann**.\n\n## Boats\n\nSee [the list](boats.md).", "Markdown"),
        ("HISTORY", "# Past\n\n# Boats\n\n| year | boat |\n|---|---|\n\n**It sank.**", "Markdown"),
        ("a.txt", "# Past\n\n# Boats\n\nSee [the list](boats.md).", "text"),
        ("a.txt", "# Past\n\nBy **Ann** and **Bo**.", "text"),
        ("a.txt", "# 1.1\n\n# 1.0\n    fix **a** and **b**", "text"),
        ("a.pdf", "%PDF-1.4", "PDF"),
    ],
)
def test_what_a_file_is_its_first_words_say_where_they_belie_its_name(
    tmp_path: Path, name: str, text: str, form: str
) -> None:
    file = tmp_path / name
    file.write_text(text)
    named = format_of(file)
    assert named
    assert format_of_content(named, text.encode()).name == form
