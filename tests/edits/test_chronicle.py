"""What is remembered is read back word for word, with its date and its link, and can be taken out again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dates import HistoricalDate
from bot.edits import EditError
from bot.edits.chronicle import (
    ChronicleEntry,
    NoDateError,
    chronicle_file,
    date_and_title,
    with_entry,
    without_entry,
)
from bot.sources.passages import passages as passages_in
from bot.sources.source import Place
from tests.sources.whole_folder import read_folder

if TYPE_CHECKING:
    from pathlib import Path

    from bot.sources.source import Passage

LINK = "https://t.me/c/1234/56"
FERRY = ChronicleEntry(
    "0000000a", HistoricalDate.parse("2017-07-14"), "The move", "We moved to the new chat.", "Ann", LINK
)


def entry(number: str, text: str, **more: str) -> ChronicleEntry:
    return ChronicleEntry(
        number, FERRY.date, more.get("title", ""), text, more.get("author", ""), more.get("url")
    )


def passages(folder: Path, chronicle: str) -> list[Passage]:
    (folder / "chronicle.md").write_text(chronicle, encoding="utf-8")
    knowledge = read_folder(folder)
    assert not knowledge.problems
    (document,) = knowledge.documents
    return list(passages_in(document, {}))


def test_an_entry_is_a_passage_with_its_date_its_heading_and_a_link_to_the_message(tmp_path: Path) -> None:
    (passage,) = passages(tmp_path, with_entry("", "Ferry Club", FERRY))

    assert passage.text == "We moved to the new chat."
    assert passage.source.title == "Ferry Club"
    assert passage.headings == ("14 July 2017: The move",)
    assert passage.place == Place("Ann", LINK)
    assert passage.date
    assert passage.date.date == FERRY.date


def test_a_name_that_is_not_to_be_written_down_is_not(tmp_path: Path) -> None:
    chronicle = with_entry("", "Ferry Club", entry("0000000b", "A storm sank it.", url=LINK))

    assert "Ann" not in chronicle
    (passage,) = passages(tmp_path, chronicle)
    assert passage.place == Place("message", LINK)


HOSTILE = [
    "# no heading", "- no item", "1. no list", "1) no list", "+ x", "=== x", "*bold* _it_ `code` ~~x~~",
    "a <b> & &amp; c", "<!-- entry 0000000a -->", "[x](y)", "![x](y.png)", "| a | b |", "> quote",
    "\\", "a\\",
    "{{ x }}", "## 14 July 2017", "---\ntitle: x\n---", "[[Page|words]]", "^1 [^1]: x",
    "```\nx", "<script>x", "a\nb", "— x",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_message_is_read_back_as_it_was_written(tmp_path: Path, text: str) -> None:
    chronicle = with_entry(
        with_entry("", "Ferry Club", entry("0000000b", f"Word: {text}", url=LINK)), "", FERRY
    )
    chronicle = with_entry(chronicle, "", entry("0000000c", text + " and so on.", url=LINK))

    shown = passages(tmp_path, chronicle)
    first, *_, last = shown
    assert len({passage.headings for passage in shown}) == 2
    assert [p.text for p in shown if p.text == FERRY.text] == [FERRY.text]
    assert " ".join(first.text.split()).startswith("Word: " + " ".join(text.split())[:8])
    assert "and so on" in last.text
    assert {passage.place for passage in shown} == {Place("message", LINK), Place("Ann", LINK)}


def test_entries_are_added_behind_what_was_written_by_hand_and_taken_out_without_it() -> None:
    by_hand = "---\ntitle: Ours\n---\n\nBefore there was a chat.\n"
    with_ferry = with_entry(by_hand, "Ferry Club", FERRY)
    with_storm = with_entry(with_ferry, "Ferry Club", entry("0000000b", "A storm."))

    assert with_storm.startswith(by_hand)
    assert without_entry(with_storm, "0000000b") == with_ferry
    assert "A storm." in without_entry(with_storm, "0000000a")
    assert "We moved" not in without_entry(with_storm, "0000000a")
    assert without_entry(without_entry(with_storm, "0000000a"), "0000000b") == by_hand
    assert not without_entry(with_entry("", "Ferry Club", FERRY), FERRY.number)
    with pytest.raises(EditError, match="not in the chronicle any more"):
        without_entry(with_ferry, "0000000b")


@given(st.text(max_size=200))
def test_whatever_was_written_is_taken_out_whole(text: str) -> None:
    before = with_entry("", "Ferry Club", FERRY)
    assert without_entry(with_entry(before, "", entry("0000000b", text, url=LINK)), "0000000b") == before


WRITTEN = date(2017, 9, 1)
DATES_AND_TITLES = [
    ("", "2017-09-01", ""), ("The move", "2017-09-01", "The move"), ("2017-07-14", "2017-07-14", ""),
    ("2017-07-14 The move", "2017-07-14", "The move"),
    ("July 14th, 2016 — the move", "2016-07-14", "the move"),
    ("14 July: we moved", "2017-07-14", "we moved"), ("14 December we moved", "2016-12-14", "we moved"),
    ("yesterday", "2017-08-31", ""), ("2016 The move", "2016", "The move"), ("2016: 94", "2016", "94"),
    ("94 was bad", "2017-09-01", "94 was bad"), ("summer 2015", "2015-22", ""),
    ("31.12.2016 x", "2016-12-31", "x"),
    ("2018年5月 搬家", "2018-05", "搬家"), ("The move of 2016", "2017-09-01", "The move of 2016"),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "day", "title"), DATES_AND_TITLES)
def test_a_date_may_stand_before_a_title(wanted: str, day: str, title: str) -> None:
    assert date_and_title(wanted, WRITTEN) == (HistoricalDate.parse(day), title)


NO_DATES = [  # what is wanted, and the words of it that are no date
    ("2017-02-30", "2017-02-30"), ("2017-13-01 The move", "2017-13-01"), ("31.02.2017 x", "31.02.2017"),
    ("30/30/2017", "30/30/2017"), ("30 February The move", "30 February"), ("april 31", "april 31"),
    ("29 February 2017: x", "29 February 2017"), ("30 февраля переезд", "30 февраля"),
    ("2月30日 搬家", "2月30日"),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "words"), NO_DATES)
def test_what_looks_like_a_date_and_is_none_is_not_taken_for_a_title(wanted: str, words: str) -> None:
    with pytest.raises(NoDateError) as error:
        date_and_title(wanted, WRITTEN)
    assert error.value.args == (words,)


@pytest.mark.parametrize("title", ["30 ferries came", "99 Luftballons", "40 years of the club", "In 50 days"])
def test_numbers_that_count_begin_a_title(title: str) -> None:
    assert date_and_title(title, WRITTEN) == (HistoricalDate.parse("2017-09-01"), title)


FILES = [("Ferry Club", "chronicle-ferry-club-0a1b.md"), ("", "chronicle-0a1b.md"),
         ("../../x", "chronicle-x-0a1b.md"),
         ("历史群", "chronicle-历史群-0a1b.md"), ("🙂", "chronicle-0a1b.md")]  # fmt: skip


@pytest.mark.parametrize(("title", "file"), FILES)
def test_a_file_is_called_after_its_group(title: str, file: str) -> None:
    assert chronicle_file(title, "0a1b2c3d") == file
