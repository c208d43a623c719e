"""The library: built whole, compared, and swapped in as one."""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING

import pytest

from bot.answers import Answer, Refusal
from bot.building.build import KnowledgeError, build
from bot.building.golden_check import failed_questions
from bot.library import open_library
from bot.publishing.live import LiveLibrary
from bot.search.tokenizing.parallel import tokenize_documents
from bot.sources.folder import FaultyFiles
from tests.building.in_thread import built_in_thread
from tests.building.saving import build_to

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from bot.search.tokenizing.tokenized_passages import TokenizedPassages
    from bot.sources.source import Document

FERRIES = """---
title: Ferries of the strait
published: 2018-03
---
# Beginnings
The first ferry crossed the strait on 4 May 1903. In June a storm sank it.

Captain Okafor bought a second ferry in 1905 and named her Marigold.
"""
BRIDGES = """---
title: The bridge
---
Engineers opened the long bridge in October 1931, and the ferries lost their passengers.

In 1936 the bridge was closed for repairs.
"""
LIGHTHOUSES = """A note on lighthouses

The lighthouse keeper Anna Lindqvist lit the lamp for the first time in winter 1899.
"""
GOLDEN = """- {question: When did the first ferry cross?, passage: first ferry crossed, date: 1903-05-04}
- {question: When was the long bridge opened?, passage: opened the long bridge, date: 1931-10}
- {question: Who painted the Mona Lisa?, refuse: true}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ferries.md").write_text(FERRIES, encoding="utf-8")
    (tmp_path / "bridges.md").write_text(BRIDGES, encoding="utf-8")
    (tmp_path / "lighthouses.txt").write_text(LIGHTHOUSES, encoding="utf-8")
    (tmp_path / "questions.yaml").write_text(GOLDEN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def files_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of documents that are cut into passages from now on, as it happens."""
    files: list[str] = []

    def noted(documents: Iterator[Document]) -> Iterator[Document]:
        for document in documents:
            files.append(document.source.file)
            yield document

    def tokenize(documents: Iterator[Document], *rest: Any) -> TokenizedPassages:
        return tokenize_documents(noted(documents), *rest)

    monkeypatch.setattr("bot.building.build.tokenize_documents", tokenize)
    return files


def test_a_question_is_answered_with_a_passage_word_for_word_and_its_date(folder: Path) -> None:
    result = build(folder).answer("When did Captain Okafor buy the second ferry?")

    assert isinstance(result, Answer)
    assert result.passage.text in FERRIES
    assert result.date is not None
    assert str(result.date.date) == "1905"


def test_what_is_not_in_the_library_is_refused(folder: Path) -> None:
    assert isinstance(build(folder).answer("Who painted the Mona Lisa?"), Refusal)


def test_every_passage_is_a_substring_of_its_document(folder: Path) -> None:
    library = build(folder)

    texts = {
        document.file: (folder / document.file).read_text(encoding="utf-8") for document in library.documents
    }
    assert len(library.passages) == 5
    assert all(passage.text in texts[passage.source.file] for passage in library.passages)
    assert library.dated_share == 1.0


def test_problems_are_raised_together_and_nothing_is_built(folder: Path) -> None:
    (folder / "bridges.md").write_text("# No text")
    (folder / "ferries.md").write_text("---\ntitle:\n---\n")

    with pytest.raises(KnowledgeError) as caught:
        build(folder)

    assert [problem.file for problem in caught.value.problems] == ["bridges.md", "ferries.md"]


def test_the_version_follows_the_content_alone(folder: Path) -> None:
    first = build(folder)
    assert build(folder).version == first.version

    (folder / "ferries.md").write_text(FERRIES.replace("1905", "1906"))
    assert build(folder).version != first.version


def test_golden_questions_say_what_came_instead(folder: Path) -> None:
    (folder / "questions.yaml").write_text(
        GOLDEN
        + "- {question: When was the long bridge opened?, passage: opened the long bridge, date: 1932}\n"
        + "- {question: When was the long bridge opened?, passage: lit the lamp}\n"
        + "- {question: When was the long bridge opened?, refuse: true}\n"
        + "- {question: Who painted the Mona Lisa?, passage: Leonardo}\n"
    )

    assert tuple(map(str, failed_questions(build(folder)))) == (
        'questions.yaml:4: "When was the long bridge opened?" is dated 1931-10, not 1932',
        'questions.yaml:5: "When was the long bridge opened?" is answered by another passage'
        + ' ("Engineers opened the long bridge in October 1931, …")',
        'questions.yaml:6: "When was the long bridge opened?" should find nothing, but is answered',
        'questions.yaml:7: "Who painted the Mona Lisa?" is not answered',
    )


async def test_a_reload_swaps_in_what_changed_and_reports_it(folder: Path) -> None:
    live = LiveLibrary(folder)
    before = live.current
    (folder / "bridges.md").write_text(BRIDGES.replace("1936", "1937"))
    (folder / "lighthouses.txt").unlink()
    (folder / "canals.txt").write_text("Canals\n\nThe canal was dug between 1870 and 1874 by hand.\n")

    report = await live.reload()

    assert (report.published, report.unchanged, report.problems, report.broken) == (True, False, (), ())
    assert (report.added, report.removed, report.changed) == (
        ("canals.txt",),
        ("lighthouses.txt",),
        ("bridges.md",),
    )
    assert (report.documents, report.passages) == (3, 5)
    assert (report.passages_added, report.passages_removed) == (2, 2)
    assert live.current is not before
    assert isinstance(live.current.answer("When was the canal dug?"), Answer)


def test_unchanged_documents_are_not_read_again(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, files_read: list[str]
) -> None:
    place = tmp_path_factory.mktemp("data") / "library"
    build_to(folder, place)
    assert len(files_read) == 3
    (folder / "bridges.md").write_text(BRIDGES.replace("1936", "1937"))
    files_read.clear()

    assert build_to(folder, place).is_new
    assert files_read == ["bridges.md"]
    assert len(open_library(place).documents) == 3


HARBOURS = """---
title: Harbours
---
Fishermen founded the Northern Strait Harbour Authority (NSHA) to keep the quays dry.

The NSHA moved to a granite tower in 1921.

The Northern Strait Harbour Authority bought a steam dredger in 1934.
"""
EITHER_FORM = [
    ("When did the Northern Strait Harbour Authority move to a tower?", "1921"),
    ("When did the NSHA buy a dredger?", "1934"),
    ("What did the NSHA do in 1934?", "1934"),
]


@pytest.mark.parametrize(("question", "year"), EITHER_FORM)
def test_either_form_of_an_explained_abbreviation_finds_the_other(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, question: str, year: str
) -> None:
    (folder / "harbours.md").write_text(HARBOURS)
    place = tmp_path_factory.mktemp("data") / "library"
    built = build(folder)
    build_to(folder, place)
    opened = open_library(place)
    (folder / "bridges.md").write_text(BRIDGES.replace("1936", "1937"))
    build_to(folder, place)

    for library in (built, opened, open_library(place)):
        result = library.answer(question)
        assert isinstance(result, Answer)
        assert year in result.passage.text
        assert [evidence.value for evidence in result.hits[0].evidence] == [
            evidence.value for evidence in built.answer(question).hits[0].evidence
        ]
        assert list(library.index.definitions) == list(built.index.definitions)


async def test_another_date_for_an_event_is_seen_in_documents_that_did_not_change(folder: Path) -> None:
    (folder / "aliases.yaml").write_text('events: [{names: ["the great storm"], date: 1903-06}]')
    (folder / "storm.txt").write_text("Storms\n\nThe great storm broke every window of the town.\n")
    live = LiveLibrary(folder)
    (folder / "aliases.yaml").write_text('events: [{names: ["the great storm"], date: 1903-07}]')

    await live.reload()

    (stormy,) = [passage for passage in live.current.passages if passage.source.file == "storm.txt"]
    assert [str(mention.date) for mention in stormy.mentions] == ["1903-07"]


async def test_a_reload_without_a_change_keeps_the_library(folder: Path) -> None:
    live = LiveLibrary(folder)
    before = live.current

    report = await live.reload()

    assert (report.published, report.unchanged) == (True, True)
    assert live.current is before


async def test_a_faulty_folder_leaves_the_old_library_in_place(folder: Path) -> None:
    live = LiveLibrary(folder)
    before = live.current
    (folder / "bridges.md").write_text("---\ntitle: [A\n---\n")

    report = await live.reload()

    assert (report.published, report.unchanged) == (False, False)
    assert [str(problem) for problem in report.problems] == [
        "bridges.md:3: is not valid YAML: did not find expected ',' or ']'"
    ]
    assert (report.documents, report.added, report.changed) == (3, (), ())
    assert live.current is before
    assert not live.is_busy


async def test_a_reload_that_breaks_a_golden_question_says_so(folder: Path) -> None:
    live = LiveLibrary(folder)
    (folder / "bridges.md").write_text(BRIDGES.replace("1931", "1932"))

    report = await live.reload()

    assert report.published
    assert report.broken == (
        'questions.yaml:2: "When was the long bridge opened?" is dated 1932-10, not 1931-10',
    )


FAULTY = [("bridges.md", "---\ntitle: [A\n---\n"), ("aliases.yaml", "names: 5"), ("new.md", "")]


@pytest.mark.parametrize("is_saved", [True, False])
@pytest.mark.parametrize(("file", "content"), FAULTY)
async def test_a_faulty_file_can_be_left_out_until_it_is_mended(
    folder: Path, place: Path, is_saved: bool, file: str, content: str
) -> None:
    live = LiveLibrary(folder, place=place if is_saved else None, builder=built_in_thread)
    (folder / file).write_text(content)

    assert (await live.reload()).can_leave_out
    report = await live.reload(FaultyFiles.LEFT_OUT)
    again = await live.reload()

    assert (report.published, [problem.file for problem in report.left_out]) == (True, [file])
    assert file not in live.current.documents.by_file()
    assert (again.published, [problem.file for problem in again.problems]) == (False, [file])
    (folder / file).unlink()
    assert (await live.reload()).left_out == ()


@pytest.mark.parametrize(("file", "content"), FAULTY)
async def test_at_a_start_that_may_find_faulty_files_the_saved_library_answers_while_they_are(
    folder: Path, place: Path, file: str, content: str
) -> None:
    (folder / file).write_text(content)
    with pytest.raises(KnowledgeError):  # nothing was saved
        LiveLibrary(folder, place=place, may_be_faulty=True)
    (folder / file).unlink()
    LiveLibrary(folder, place=place)
    (folder / file).write_text(content)

    live = LiveLibrary(folder, place=place, builder=built_in_thread, may_be_faulty=True)

    assert [problem.file for problem in live.faults] == [file]
    assert len(live.current.documents) > 0
    assert [problem.file for problem in (await live.reload()).problems] == [file]
    (folder / file).unlink()
    assert LiveLibrary(folder, place=place, may_be_faulty=True).faults == ()
    assert not (await live.reload()).problems


def test_a_folder_that_is_gone_is_a_mistake_whatever_was_saved(folder: Path, place: Path) -> None:
    LiveLibrary(folder, place=place)

    with pytest.raises(KnowledgeError, match="is not a folder"):
        LiveLibrary(folder.with_name("nowhere"), place=place, may_be_faulty=True)


@pytest.mark.parametrize(("file", "content"), FAULTY)
async def test_a_start_goes_on_without_the_files_that_were_left_out(
    folder: Path, place: Path, file: str, content: str
) -> None:
    (folder / file).write_text(content)
    with pytest.raises(KnowledgeError):
        LiveLibrary(folder, place=place)
    build_to(folder, place, faulty=FaultyFiles.LEFT_OUT)

    assert LiveLibrary(folder, place=place).current.left_out[0].file == file

    (folder / "ferries.md").write_text(FERRIES.replace("1905", "1906"))
    assert LiveLibrary(folder, place=place).current.left_out[0].file == file

    (folder / file).write_text(content + " ")
    with pytest.raises(KnowledgeError):
        LiveLibrary(folder, place=place)


async def test_of_faulty_files_alone_no_library_is_made(folder: Path) -> None:
    live = LiveLibrary(folder)
    for path in folder.glob("*.*"):
        path.write_text("")

    report = await live.reload(FaultyFiles.LEFT_OUT)

    assert (report.published, len(report.problems)) == (False, 3)


@pytest.mark.parametrize("is_saved", [True, False])
@pytest.mark.parametrize(
    ("file", "content"), [("questions.yaml", GOLDEN + GOLDEN), ("aliases.yaml", "names: [[ferry, boat]]")]
)
async def test_a_list_alone_that_changed_is_a_change(
    folder: Path, place: Path, is_saved: bool, file: str, content: str
) -> None:
    live = LiveLibrary(folder, place=place if is_saved else None, builder=built_in_thread)
    before = live.current
    (folder / file).write_text(content)

    report = await live.reload()

    assert (report.published, report.unchanged) == (True, False)
    assert (report.added, report.changed, report.removed) == ((), (file,), ())
    assert live.current is not before
    assert live.current.golden == build(folder).golden
    assert live.current.aliases == build(folder).aliases


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data") / "library"


QUESTIONS = (
    "When did Captain Okafor buy the second ferry?",
    "Who lit the lamp?",
    "What happened in June 1903?",
    "?",
)


def test_a_saved_library_answers_as_the_one_in_memory(folder: Path, place: Path) -> None:
    (folder / "aliases.yaml").write_text('events: [{names: ["the storm"], date: 1903-06}]')
    assert build_to(folder, place).is_new
    saved, built = open_library(place), build(folder)

    assert (len(saved.documents), len(saved.passages)) == (3, 5)
    assert [saved.answer(question) for question in QUESTIONS] == [
        built.answer(question) for question in QUESTIONS
    ]
    assert tuple(saved.passages) == tuple(built.passages)
    assert (saved.version, saved.golden, saved.aliases) == (built.version, built.golden, built.aliases)
    assert saved.sources == built.sources


def test_a_folder_read_by_several_processes_is_the_same_library(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.search.tokenizing.parallel.LETTERS_AT_ONCE", 10)
    for i in range(4):
        (folder / f"tunnel{i}.txt").write_text(f"Tunnel {i}\n\nTunnel number {i} was opened in {1990 + i}.\n")
    alone, together = build(folder), build(folder, cores=2)

    assert tuple(together.passages) == tuple(alone.passages)
    assert together.version == alone.version
    assert [together.answer(question) for question in QUESTIONS] == [
        alone.answer(question) for question in QUESTIONS
    ]


def test_an_up_to_date_library_is_not_written_again(folder: Path, place: Path, files_read: list[str]) -> None:
    build_to(folder, place)
    before = place.stat().st_ino
    files_read.clear()

    assert not build_to(folder, place).is_new
    assert files_read == []
    assert place.stat().st_ino == before


def test_a_library_grown_from_another_is_the_one_built_at_once(folder: Path, place: Path) -> None:
    build_to(folder, place)
    (folder / "bridges.md").write_text(BRIDGES.replace("the bridge was closed", "nobody crossed"))
    (folder / "lighthouses.txt").unlink()
    (folder / "canals.txt").write_text("Canals\n\nThe canal was dug between 1870 and 1874 by hand.\n")
    build_to(folder, place)
    grown, anew = open_library(place), build(folder)

    assert tuple(grown.passages) == tuple(anew.passages)
    assert set(grown.index.layout.numbers) == set(anew.index.layout.numbers)
    for question in (*QUESTIONS, "When was the canal dug?", "lamp", "What was closed?", "lihgthouse"):
        grown_says, anew_says = grown.answer(question), anew.answer(question)
        assert [hit.passage for hit in grown_says.hits] == [hit.passage for hit in anew_says.hits]
        assert grown_says.confidence == pytest.approx(anew_says.confidence)


@pytest.mark.parametrize("damage", [b"", b"of another program", None])
def test_a_damaged_file_is_written_anew(
    folder: Path, place: Path, damage: bytes | None, files_read: list[str]
) -> None:
    build_to(folder, place)
    place.write_bytes(place.read_bytes()[:-10] if damage is None else damage)
    files_read.clear()

    build_to(folder, place)

    assert len(files_read) == 3
    assert len(open_library(place).passages) == 5


def test_a_faulty_folder_leaves_the_saved_library(folder: Path, place: Path) -> None:
    build_to(folder, place)
    before = place.read_bytes()
    (folder / "bridges.md").write_text("# No text")

    with pytest.raises(KnowledgeError) as caught:
        build_to(folder, place)

    again = pickle.loads(pickle.dumps(caught.value))  # as it comes from another process
    assert str(again) == str(caught.value)
    assert again.problems == caught.value.problems
    assert place.read_bytes() == before


def old(folder: Path) -> None:
    """Makes the documents old enough to be known by their times."""
    for path in folder.iterdir():
        os.utime(path, (1_000_000_000, 1_000_000_000))


def test_a_start_opens_what_was_saved_and_reads_nothing(folder: Path, place: Path) -> None:
    old(folder)
    LiveLibrary(folder, place=place)
    before = place.stat().st_ino
    (folder / "ferries.md").write_bytes(b"X" * (folder / "ferries.md").stat().st_size)
    old(folder)  # as long and as old as before

    assert len(LiveLibrary(folder, place=place).current.passages) == 5
    assert place.stat().st_ino == before


@pytest.mark.parametrize("file", ["ferries.md", "questions.yaml", "aliases.yaml", "new.txt"])
def test_a_start_sees_what_changed_since(folder: Path, place: Path, file: str) -> None:
    old(folder)
    before = LiveLibrary(folder, place=place).current
    changed = {
        "ferries.md": FERRIES.replace("1905", "1906"),
        "questions.yaml": GOLDEN + GOLDEN,
        "aliases.yaml": "names: [[ferry, boat]]",
        "new.txt": "New\n\nA new tunnel was opened in 2019.\n",
    }
    (folder / file).write_text(changed[file])

    after = LiveLibrary(folder, place=place).current

    assert (after.version, after.golden) != (before.version, before.golden)
    assert open_library(place).version == after.version


@pytest.fixture
def open_umask() -> Iterator[None]:
    """Whatever is made may be read and written by everybody, unless the program sees to it."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
@pytest.mark.parametrize("exists", [True, False])
def test_a_saved_library_is_for_its_owner_alone(folder: Path, tmp_path: Path, exists: bool) -> None:
    place = tmp_path / "data" / "library"
    if exists:
        place.parent.mkdir(mode=0o755)
        place.touch(mode=0o644)

    LiveLibrary(folder, place=place)

    assert place.parent.stat().st_mode & 0o777 == 0o700
    assert place.stat().st_mode & 0o777 == 0o600


def test_a_library_that_cannot_be_saved_answers_all_the_same(folder: Path, place: Path) -> None:
    place.mkdir()  # a folder stands where the file should
    live = LiveLibrary(folder, place=place)

    assert len(live.current.passages) == 5
    assert "could not be saved" in live.current.notices[-1].message
