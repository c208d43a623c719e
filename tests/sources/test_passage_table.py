"""A table of passages holds them as they are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from bot.dates import Basis, HistoricalDate, Mention, PassageDate, Style
from bot.sources.passage_references import reference_to
from bot.sources.passage_table import PassageTable
from bot.sources.source import Passage, Place, Source

LONG = HistoricalDate.parse("1990/2017-09-04")
FULL = Source(
    "Ferries", "a/b.md", "https://example.org", "A. Lindqvist", "Press", HistoricalDate.parse("2018-03"),
    "en", Style.NEWS, ("The strait", "海峡"),
)  # fmt: skip
PASSAGES = (
    Passage(Source("A title", "b.txt"), "…", 1),
    Passage(
        FULL, "海 in 2017, 2017", 7, ("One", "Two"),
        (
            Mention(5, 9, "2017", HistoricalDate.parse("2017"), Basis.EXPLICIT, is_statement=True),
            Mention(11, 15, "2017", LONG, Basis.ALIAS),
        ),
        PassageDate(HistoricalDate.parse("2017"), Basis.INHERITED),
    ),
    Passage(FULL, "", 9, ("One",), (), PassageDate(HistoricalDate.parse("-0489-03~"), Basis.PUBLICATION)),
)  # fmt: skip


def test_passages_come_back_as_they_were() -> None:
    table = PassageTable.of(PASSAGES)

    assert tuple(table) == PASSAGES
    assert table[1:] == PASSAGES[1:]
    assert table.dated_share == 2 / 3


def test_parts_make_the_whole_again() -> None:
    table = PassageTable.of(PASSAGES)

    assert tuple(table.part(1, 2)) == PASSAGES[1:2]
    joined = PassageTable.joined([table.part(1, 3), table.part(0, 1), PassageTable.of(()), table])
    assert tuple(joined) == (*PASSAGES[1:], PASSAGES[0], *PASSAGES)
    assert len(joined.sources) == 2


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        # an address stands once, but where others come between; a place without one is known again
        ([Place("Ann", "/1"), Place("Ann", "/1"), Place("Bo", "/2"), Place("Ann", "/1")], 3),
        ([Place("page 1"), Place("page 2"), Place("page 1"), None], 2),
        ([Place("page 1"), Place("Ann", "/1"), Place("page 1"), Place("Ann", "/1")], 3),
        ([None, None], 0),
    ],
)
def test_places_come_back_as_they_were(places: list[Place | None], kept: int) -> None:
    passages = [Passage(FULL, "…", 1, place=place) for place in places]
    table = PassageTable.of(passages)

    assert tuple(table) == tuple(passages)
    assert len(table.places) == kept
    halves = [table.part(0, 1), PassageTable.of(PASSAGES), table.part(1, len(table))]
    assert tuple(PassageTable.joined(halves)) == (passages[0], *PASSAGES, *passages[1:])


def test_what_no_passage_of_a_part_uses_is_left_behind() -> None:
    table = PassageTable.of([Passage(FULL, "…", 1, place=Place(label)) for label in ("a", "b", "c")])

    joined = PassageTable.joined([table.part(2, 3), table.part(0, 1)])

    assert [passage.place for passage in joined] == [Place("c"), Place("a")]
    assert sorted(joined.places) == ['["a", null]', '["c", null]']


def test_an_empty_catalogue_holds_nothing() -> None:
    assert tuple(PassageTable.of(())) == ()
    assert PassageTable.of(()).dated_share == 0


def test_a_reference_leads_to_its_passage_in_every_table_that_holds_it() -> None:
    table = PassageTable.of(PASSAGES)
    halves = PassageTable.joined([table.part(1, len(table)), table.part(0, 1)])

    for number, passage in enumerate(PASSAGES):
        reference = reference_to(passage)
        assert re.fullmatch(r"[A-Za-z0-9_-]{12,19}", reference)
        assert table.find(reference) == number
        found = halves.find(reference)
        assert found is not None
        assert halves[found] == passage


def test_a_reference_outlives_what_is_put_in_front_of_its_passage() -> None:
    moved = PassageTable.of(replace(passage, line=passage.line + 40) for passage in PASSAGES)

    assert [moved.find(reference_to(passage)) for passage in PASSAGES] == [*range(len(PASSAGES))]


def test_of_passages_with_the_same_words_the_nearest_is_meant() -> None:
    first = PASSAGES[0]
    table = PassageTable.of([first, replace(first, line=first.line + 100)])

    assert [table.find(reference_to(replace(first, line=first.line + n))) for n in (0, 49, 51, 200)] == [
        0, 0, 1, 1,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "change", [{"text": "Something else."}, {"source": replace(PASSAGES[0].source, file="another.md")}]
)
def test_a_passage_that_is_not_here_any_more_is_not_found(change: dict[str, Any]) -> None:
    assert PassageTable.of(PASSAGES).find(reference_to(replace(PASSAGES[0], **change))) is None


@pytest.mark.parametrize("reference", ["", "x", "é" * 12, "AAAAAAAAAAA", "AAAAAAAAAAAzz", "?" * 40])
def test_what_is_no_reference_leads_nowhere(reference: str) -> None:
    assert PassageTable.of(PASSAGES).find(reference) is None
