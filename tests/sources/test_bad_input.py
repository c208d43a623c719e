"""Files that are damaged, cut off, renamed or made to do harm: read as far as it goes, or one clear line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.folder import FolderReader
from bot.sources.passages import passages
from bot.sources.source import Document
from tests.sources import files
from tests.sources.whole_folder import read_folder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sources.whole_folder import WholeFolder

SENTENCE = "The mill burnt down on 3 August 1921, in the night of the regatta."
SOUND = {  # format -> a file in it
    ".md": f"---\ntitle: Mühle\n---\n# Rise\n\n{SENTENCE}\n\n| a | b |\n|---|---|\n| c | d |\n".encode(),
    ".txt": f"Mühle\n=====\n\n{SENTENCE}\n\n* one\n* two\n".encode(),
    ".rst": f"Mühle\n=====\n\n{SENTENCE}\n\n.. note:: x\n\n   y\n".encode(),
    ".adoc": f"= Mühle\nAnn\n\n{SENTENCE}\n\n|===\n|a |b\n|===\n\n----\nx\n----\n".encode(),
    ".org": f"#+TITLE: Mühle\n* Rise\n:X:\n:END:\n{SENTENCE}\n#+begin_src\nx\n#+end_src\n".encode(),
    ".wiki": f"= Mühle =\n{{{{x}}}}{SENTENCE}<ref>y</ref>\n\n{{|\n! a\n|-\n| b\n|}}\n".encode(),
    ".html": f"<!DOCTYPE html><html><body><h1>Mühle</h1><p>{SENTENCE}</p></body></html>".encode(),
    ".pdf": files.pdf([SENTENCE, "", "Anna saw it."], title="Mill"),
    ".docx": files.word(files.paragraph("Mill", "Heading1") + files.paragraph(SENTENCE)),
    ".epub": files.book({"a.xhtml": f"<h1>Mill</h1><p>{SENTENCE}</p>"}),
    ".json": b'{"name": "Club", "type": "private_group", "id": 1, "messages": ['
    b'{"id": 1, "type": "message", '
    b'"date": "2021-03-05T10:00:00", "date_unixtime": "1614938400", "from": "Ann", "from_id": "user1", '
    b'"text": "The mill burnt down on 3 August 1921, in the night of the regatta."}]}',
}
RENAMED_WELL = [  # a format under the suffix of another in which it is read all the same
    (form, suffix) for form in (".html", ".pdf", ".docx", ".epub") for suffix in (".md", ".txt", ".rst")
]
BOMBS = {  # a file made to do harm -> the beginning of what is said of it, nothing where it is read
    "deep.html": (b"<div>" * 10_000, "deep.html:1: has HTML tags nested more than 400 deep"),
    "deep.md": (b"> " * 10_000 + b"x", "deep.md:1: holds no text"),
    "lists.md": (b"- " * 10_000 + b"x", "lists.md:1: holds no text"),
    "brackets.md": (b"[" * 10_000, "brackets.md:1: holds no text"),
    "head.md": (b"---\na: " + b"[" * 10_000 + b"\n---\nx", "head.md:2: is nested more than 8 levels deep"),
    "toml.md": (b"+++\na = " + b"[" * 10_000 + b"\n+++\nx", "toml.md:2: the head between +++ lines"),
    "bars.txt": (b"|a|\n" * 10_000, ""),
    "lines.txt": (b"x\n" * 50_000, ""),
    "tabs.txt": (b"x\ty\n" * 10_000, ""),
    "rules.txt": (b"a\n---\n" * 10_000, ""),
    "rules.rst": (b"=== ===\n" * 10_000, "rules.rst:1: holds no text"),
    "fences.adoc": (
        "\n".join("=" * (4 + n % 900) for n in range(5_000)).encode(),
        "fences.adoc:1: holds no text",
    ),
    "cells.adoc": (b"|===\n" + b"|a\n" * 10_000 + b"|===\n", ""),
    "blocks.org": (b"#+begin_x\n:a:\n" * 5_000 + b"Text.", ""),
    "drawers.org": (b":a:\n" * 10_000 + b":END:\n", "drawers.org:1: holds no text"),
    "braces.wiki": (b"{{[[" * 10_000 + b"Text", ""),
    "notes.wiki": (b"<ref>" * 10_000 + b"<!-- Text", "notes.wiki:1: holds no text"),
    "directives.rst": (b".. note::\n" * 10_000 + b"\nText.", ""),
}


def read(folder: Path) -> WholeFolder:
    """Everything in a folder, cut into passages, too; never more than one line about a file."""
    knowledge = read_folder(folder)
    for document in knowledge.documents:
        assert passages(document, {})
    assert len({problem.file for problem in knowledge.problems}) == len(knowledge.problems)
    assert all("\n" not in str(problem) and len(str(problem)) < 200 for problem in knowledge.problems)
    return knowledge


@pytest.mark.parametrize("form", SOUND)
def test_sound_files_are_read(tmp_path: Path, form: str) -> None:
    (tmp_path / f"a{form}").write_bytes(SOUND[form])

    (document,) = read(tmp_path).documents
    assert SENTENCE in document.text


@pytest.mark.parametrize(("form", "suffix"), RENAMED_WELL)
def test_a_file_under_the_wrong_suffix_is_read_by_what_is_in_it(
    tmp_path: Path, form: str, suffix: str
) -> None:
    (tmp_path / f"a{suffix}").write_bytes(SOUND[form])

    (document,) = read(tmp_path).documents
    assert SENTENCE in document.text
    assert "<p>" not in document.text


@pytest.mark.parametrize("suffix", SOUND)
@pytest.mark.parametrize("form", SOUND)
def test_any_file_under_any_suffix_is_read_or_named_in_a_line(tmp_path: Path, form: str, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_bytes(SOUND[form])
    (tmp_path / "b.md").write_text("Text.")

    knowledge = read(tmp_path)

    assert len(knowledge.documents) + len(knowledge.problems) + len(knowledge.notices) >= 2


@pytest.mark.parametrize("form", SOUND)
def test_a_file_that_is_cut_off_is_read_so_far_or_named_in_a_line(tmp_path: Path, form: str) -> None:
    whole = SOUND[form]
    for end in range(0, len(whole), max(1, len(whole) // 40)):
        (tmp_path / f"a{form}").write_bytes(whole[:end])
        (tmp_path / "b.md").write_text("Text.")

        assert read(tmp_path).documents


@pytest.mark.parametrize("form", SOUND)
@given(place=st.floats(0, 1), junk=st.binary(min_size=1, max_size=40))
def test_a_damaged_file_is_read_or_named_in_a_line(
    tmp_path_factory: pytest.TempPathFactory, form: str, place: float, junk: bytes
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    at = int(place * len(SOUND[form]))
    (folder / f"a{form}").write_bytes(SOUND[form][:at] + junk + SOUND[form][at + len(junk) :])

    read(folder)


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_made_to_do_harm_is_read_or_named_in_a_line(tmp_path: Path, name: str) -> None:
    raw, wanted = BOMBS[name]
    (tmp_path / name).write_bytes(raw)

    problems = [str(problem) for problem in read(tmp_path).problems]

    assert [problem[: len(wanted)] for problem in problems] == ([wanted] if wanted else [])


def test_what_fails_is_noticed_before_anything_of_its_file_is_handed_over(tmp_path: Path) -> None:
    for form, raw in SOUND.items():
        (tmp_path / f"a{form}").write_bytes(raw[: len(raw) // 2])
    reader = FolderReader(tmp_path)
    reader.read_lists()
    rows = list(reader.documents({}, lambda _done, _all: None))

    faulty = {problem.file for problem in reader.knowledge.problems}
    assert faulty
    assert not faulty & {row.source.file for row in rows if isinstance(row, Document)}
