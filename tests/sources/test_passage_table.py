"""A table of passages holds them as they are."""

from __future__ import annotations

from bot.dates import Basis, HistoricalDate, Mention, PassageDate, Style
from bot.sources.passage_table import PassageTable
from bot.sources.source import Passage, Source

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
    found = PassageTable.of(PASSAGES)

    assert tuple(found) == PASSAGES
    assert found[1:] == PASSAGES[1:]
    assert found.dated_share == 2 / 3


def test_parts_make_the_whole_again() -> None:
    found = PassageTable.of(PASSAGES)

    assert tuple(found.part(1, 2)) == PASSAGES[1:2]
    joined = PassageTable.joined([found.part(1, 3), found.part(0, 1), PassageTable.of(()), found])
    assert tuple(joined) == (*PASSAGES[1:], PASSAGES[0], *PASSAGES)
    assert len(joined.sources) == 2


def test_an_empty_catalogue_holds_nothing() -> None:
    assert tuple(PassageTable.of(())) == ()
    assert PassageTable.of(()).dated_share == 0
