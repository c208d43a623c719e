"""The dated statements of a library in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.browsing.chronology import Chronology
from bot.browsing.source_spans import source_spans
from bot.building.build import build
from bot.dates import HistoricalDate
from bot.publishing.live import LiveLibrary

if TYPE_CHECKING:
    from pathlib import Path

    from bot.browsing.chronology import DatedStatement

HARBOUR = """---
title: The harbour
published: 2020-05
---
# Beginnings

The harbour was dug in 1801. Anna Berg (born 1770) led the works, which had been planned since 1795.

On 4 May 1903 the first ferry crossed the strait. In June a storm sank it. Nobody was hurt. "On 5 May 1904
we shall sail again", said Berg.

From 1914 to 1918 the harbour was closed. It reopened around 1919.

# Ferries

The ferry men were glad. Today nobody is.
"""
TOWN = """---
title: The town
---
## May 1903

The mayor resigned over the ferry.

* 4 May 1903: the bakery opened
* 5 May 1950: the bakery closed
"""
ANCIENT = "# Old times\n\nThe temple burned in 356 BC. It was rebuilt in 323 BC.\n"


@pytest.fixture
def chronology(tmp_path: Path) -> Chronology:
    return of_files(tmp_path, {"harbour.md": HARBOUR, "town.md": TOWN, "ancient.md": ANCIENT})


def of_files(folder: Path, files: dict[str, str]) -> Chronology:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Chronology.of(build(folder))


def lines(chronology: Chronology, statements: list[DatedStatement]) -> list[str]:
    """Each date with its basis and the beginning of its sentence."""
    return [
        f"{row.date} {row.basis}: {chronology.passage_of(row).text[slice(*row.sentence)][:14]}"
        for row in statements
    ]


def test_statements_stand_in_order_of_time_one_a_sentence(chronology: Chronology) -> None:
    rows = lines(chronology, chronology.statements(chronology.select()))

    assert rows == [
        "-0355 explicit: The temple bur",
        "-0322 explicit: It was rebuilt",
        "1801 explicit: The harbour wa",
        # 1770 and 1795 are asides of a sentence that they do not date
        "1903-05 heading: The mayor resi",
        "1903-05-04 explicit: On 4 May 1903 ",  # wider ones come first
        "1903-05-04 explicit: 4 May 1903: th",
        "1903-06 completed: In June a stor",
        # 1904 is quoted
        "1914/1918 explicit: From 1914 to 1",
        "1919~ explicit: It reopened ar",
        "1950-05-05 explicit: 5 May 1950: th",
        # "today" is when it was written
    ]


def test_a_date_that_begins_a_sentence_is_of_that_sentence(tmp_path: Path) -> None:
    chronology = of_files(
        tmp_path, {"zoo.txt": "The zoo\n\nIt was poor. 1950 brought a wallaby. It was glad.\n"}
    )

    (row,) = chronology.statements(chronology.select())
    assert chronology.passage_of(row).text[slice(*row.sentence)].strip() == "1950 brought a wallaby."


def test_of_a_report_of_a_day_what_stands_in_each_such_report_is_no_statement(tmp_path: Path) -> None:
    head = "---\ntitle: Minutes of 5 October 2019\n---\n"
    report = f"{head}Present: (all)\n\n## 1\n\nWelcome\n\n## 2\n\nAda Lind was elected.\n"
    chronology = of_files(tmp_path, {"minutes.md": report})

    rows = lines(chronology, chronology.statements(chronology.select()))
    assert [row.partition(": ")[2] for row in rows] == ["Ada Lind was e"]


@pytest.mark.parametrize(
    ("period", "many"),
    [
        ("1903-05", 3),
        ("1903-05-04", 2),  # nothing of a month is known to be on its fourth day
        ("1903", 4),
        ("1904", 0),
        ("1918", 0),  # a stretch belongs to where it begins
        ("1914", 1),
        ("19XX", 7),
        ("1950/..", 1),
        ("../0001", 2),
    ],
)
def test_a_period_holds_what_begins_within_it(chronology: Chronology, period: str, many: int) -> None:
    assert len(chronology.select([HistoricalDate.parse(period)])) == many


def test_several_periods_are_one_selection(chronology: Chronology) -> None:
    periods = [HistoricalDate.parse(edtf) for edtf in ("1903-05", "1903-05-04", "1950")]

    assert len(chronology.select(periods)) == 4


def test_going_on_from_neighbour_to_neighbour_comes_by_every_other_passage(chronology: Chronology) -> None:
    all_of_them = chronology.statements(chronology.select())
    there, back = [all_of_them[0]], [all_of_them[-1]]
    while later := chronology.after(there[-1].passage, there[-1].date):
        there.append(later)
    while earlier := chronology.before(back[-1].passage, back[-1].date):
        back.append(earlier)

    assert [row.position for row in there] == sorted({row.position for row in there})
    assert [row.position for row in back] == sorted({row.position for row in back}, reverse=True)
    assert {row.passage for row in there} == {row.passage for row in back}
    assert {row.passage for row in there} == {row.passage for row in all_of_them}


def test_from_sentence_to_sentence_one_comes_by_every_statement_and_back(tmp_path: Path) -> None:
    again = "# Again\n\nIn 1801 it was dug. In May 1801 it rained. It stopped in May 1801. In 1801 it was."
    chronology = of_files(tmp_path, {"harbour.md": HARBOUR, "town.md": TOWN, "again.md": again})
    statements = chronology.statements(chronology.select())
    there, back = [statements[0]], [statements[-1]]
    while later := chronology.after(there[-1].passage, there[-1].date, there[-1].sentence[0]):
        there.append(later)
    while earlier := chronology.before(back[-1].passage, back[-1].date, back[-1].sentence[0]):
        back.append(earlier)

    assert there == statements
    assert back == statements[::-1]


def test_a_date_that_is_no_statement_has_neighbours_too(chronology: Chronology) -> None:
    before = chronology.before(0, HistoricalDate.parse("1910"))
    after = chronology.after(0, HistoricalDate.parse("1910"))

    assert before
    assert after
    assert (str(before.date), str(after.date)) == ("1903-06", "1914/1918")


def test_the_first_and_the_last_have_one_neighbour(chronology: Chronology) -> None:
    first, last = chronology.statement(0), chronology.statement(len(chronology) - 1)

    assert chronology.before(first.passage, first.date) is None
    assert chronology.after(last.passage, last.date) is None


def test_days_of_a_year_are_those_known_to_the_day(chronology: Chronology) -> None:
    on_fourth, in_may = chronology.on_days([(5, 4)]), chronology.in_month(5)

    assert [str(row.date) for row in chronology.statements(on_fourth)] == ["1903-05-04", "1903-05-04"]
    assert [str(row.date) for row in chronology.statements(in_may)] == [
        "1903-05", "1903-05-04", "1903-05-04", "1950-05-05",
    ]  # fmt: skip
    assert len(chronology.on_days([(5, 4), (5, 5)])) == 3
    assert not len(chronology.on_days([(2, 29)]))


def test_density_counts_the_years_that_have_any(chronology: Chronology) -> None:
    assert chronology.density() == {-355: 1, -322: 1, 1801: 1, 1903: 4, 1914: 1, 1919: 1, 1950: 1}
    assert chronology.density(chronology.on_days([(5, 4)])) == {1903: 2}


def test_each_source_covers_from_its_first_to_its_last_statement(chronology: Chronology) -> None:
    spans = source_spans(chronology)

    assert [(row.source.title, str(row.span), row.statements) for row in spans] == [
        ("Old times", "-0355/-0322", 2),
        ("The harbour", "1801/1919", 5),
        ("The town", "1903-05/1950-05-05", 3),
    ]
    assert sum(row.passages for row in spans) == len(chronology.library.passages)


def test_a_message_is_a_statement_of_its_day(tmp_path: Path) -> None:
    log = "".join(f"[2018-07-{day} 10:00:00] <anna> the bot was down again\n" for day in (15, 14))
    chronology = of_files(tmp_path, {"chat.log": log})

    assert lines(chronology, chronology.statements(chronology.select())) == [
        "2018-07-14 stamp: the bot was do",
        "2018-07-15 stamp: the bot was do",
    ]


@pytest.mark.parametrize(
    ("name", "many"), [("2018-07-14-launch.md", 1), ("2018-07-launch.md", 1), ("2018-launch.md", 0)]
)
def test_a_document_of_a_day_or_month_is_of_it(tmp_path: Path, name: str, many: int) -> None:
    chronology = of_files(tmp_path, {name: "# The launch\n\nThe ferry was launched before the whole town.\n"})

    assert len(chronology) == many


@pytest.mark.parametrize(
    ("behind", "many"),
    [
        ("Its harbour is one of the oldest.", 1),  # dated by the paragraph before alone
        ("After the fire of May 1903 many left.", 2),  # and by its own words
        ("After the fire of 1903 many left.", 2),
        ("After the war of 1871 many left.", 1),  # those are of another time
    ],
)
def test_what_stands_behind_a_dated_paragraph_is_of_its_time_only_if_it_says_so(
    tmp_path: Path, behind: str, many: int
) -> None:
    chronology = of_files(tmp_path, {"a.md": f"# The town\n\nIn May 1903 the town burned.\n\n{behind}\n"})

    assert len(chronology.select([HistoricalDate.parse("1903")])) == many


def test_a_more_exact_date_within_the_first_one_is_the_sentence_s(tmp_path: Path) -> None:
    text = "# Ferries\n\nIn May 1903, on 4 May 1903 to be exact, it sailed; in May 1904 it sank.\n"
    chronology = of_files(tmp_path, {"a.md": text})

    assert [str(row.date) for row in chronology.statements(chronology.select())] == ["1903-05-04"]


def test_a_library_without_dates_has_no_statements(tmp_path: Path) -> None:
    chronology = of_files(tmp_path, {"a.md": "# Trust\n\nTrust is a good thing.\n"})

    assert len(chronology) == 0
    assert not len(chronology.select())
    assert chronology.density() == {}
    assert [row.span for row in source_spans(chronology)] == [None]
    assert chronology.before(0, HistoricalDate.parse("2017")) is None


def test_a_reload_brings_another_chronology(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HARBOUR, encoding="utf-8")
    live = LiveLibrary(tmp_path)
    before = live.chronology
    (tmp_path / "b.md").write_text(TOWN, encoding="utf-8")

    assert live.chronology is before
    live.reload_now()
    assert live.chronology.library is live.current
    assert len(live.chronology) > len(before)
