"""Pages of dated sentences, the density of years, what sources cover."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from bot import cards
from bot.browsing.chronology import Chronology
from bot.browsing.selection import listing
from bot.browsing.source_spans import source_spans
from bot.building.build import build
from bot.cards import ENGLISH, PHRASEBOOKS, Phrasebook
from bot.cards.density import BARS, MOST_BARS, density_line
from tests.cards.reading import text_of
from tests.chat.rules import parse_html

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2024, 5, 4)


def chronology_of(folder: Path, **texts: str) -> Chronology:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return Chronology.of(build(folder))


def test_a_page_has_the_command_the_density_the_sentences_and_each_source_once(tmp_path: Path) -> None:
    ferries = (
        "---\ntitle: Ferries\nurl: https://example.org/f\n---\nIt sailed on 4 May 1903. It sank in 1905.\n"
    )
    chronology = chronology_of(
        tmp_path, a=ferries, b="# Towns\n\nThe &lt;town&gt; burned in 1904 & was rebuilt.\n"
    )
    listed = listing(chronology, "/timeline", TODAY)
    assert listed

    assert text_of(cards.listing_card(listed, 0)) == (
        "/timeline – 3 dated sentences\n\n"
        "1. 4 May 1903 – It sailed on 4 May 1903.\n2. 1904 – The <town> burned in 1904 & was rebuilt.\n"
        "3. 1905 – It sank in 1905.\n\n— Ferries (1, 3)\n— Towns (2)"
    )


def test_a_date_that_does_not_stand_in_the_sentence_is_marked(tmp_path: Path) -> None:
    chronology = chronology_of(tmp_path, a="# Ferries\n\n## May 1903\n\nThe mayor resigned.\n")
    listed = listing(chronology, "/timeline", TODAY)
    assert listed

    shown = text_of(cards.listing_card(listed, 0))
    assert "1. May 1903* – The mayor resigned." in shown
    assert "\n* year or date not from the sentence itself\n— Ferries" in shown


LINES = [  # a document's text, what a line of the list shows of it
    ("July 2016: the office was opened.", "the office was opened."),
    ("Juli 2016 Das Büro wird eröffnet.", "Das Büro wird eröffnet."),
    ("4 May 1903 – It sank.", "It sank."),
    ("14 октября 1968 г., клуб открыт.", "клуб открыт."),
    ("12 апреля 1961 года Юрий Гагарин облетел Землю.", "Юрий Гагарин облетел Землю."),
    ("12 апреля 1961 года облетели Землю.", "12 апреля 1961 года облетели Землю."),
    ("2017年9月4日，公司搬到东京。", "公司搬到东京。"),
    ("## 1903\n\nMay:\n\nThe ferry was painted.", "The ferry was painted."),
    ("Late 2016: the office was opened.", "Late 2016: the office was opened."),  # 2016 alone would say less
    ("Ende 2016 Das Büro wird eröffnet.", "Ende 2016 Das Büro wird eröffnet."),
    ("2017 was the year of ferries.", "2017 was the year of ferries."),
    ("2017年9月4日的禁令很严。", "2017年9月4日的禁令很严。"),
    ("It sank in July 2016: nobody was hurt.", "It sank in July 2016: nobody was hurt."),
]


@pytest.mark.parametrize(("text", "shown"), LINES, ids=[row[0][:20] for row in LINES])
def test_a_line_does_not_say_the_date_twice(tmp_path: Path, text: str, shown: str) -> None:
    chronology = chronology_of(tmp_path, a=f"# Ferries\n\n{text}\n")
    listed = listing(chronology, "/timeline", TODAY)
    assert listed

    (row,) = [line for line in text_of(cards.listing_card(listed, 0)).split("\n") if line.startswith("1. ")]
    assert row.endswith(f" – {shown}")


def test_a_statement_stands_in_its_passage_under_its_heading(tmp_path: Path) -> None:
    text = "# Ferries\n\n## The storm\n\nNobody was warned. On 4 May 1903 it sank. All were saved.\n"
    chronology = chronology_of(tmp_path, a=text)
    listed = listing(chronology, "/timeline", TODAY)
    assert listed

    shown = parse_html(cards.html(cards.listed_statement_card(listed, 0)))
    assert shown.text == (
        "/timeline – 1 of 1\n\n4 May 1903\nThe storm\n"
        "Nobody was warned. On 4 May 1903 it sank. All were saved.\n— Ferries"
    )
    assert shown.marked("bold") == ["4 May 1903", "On 4 May 1903 it sank."]


@pytest.mark.parametrize("book", PHRASEBOOKS.values(), ids=lambda book: book.language)
def test_the_longest_of_everything_fits_into_a_message(tmp_path: Path, book: Phrasebook) -> None:
    long_name, sentence = "Ж" * 300, f"On 4 May 1903 {'<&> 🚢 ' * 600} it sank. "
    texts = {f"t{n}": f"---\ntitle: {long_name}{n}\n---\n## {long_name}\n\n{sentence}\n" for n in range(12)}
    chronology = chronology_of(tmp_path, **texts)
    timeline = listing(chronology, "/timeline", TODAY)
    assert timeline
    listed = replace(timeline, command=f"/timeline {'Ж' * (cards.LONGEST_COMMAND - 10)}")
    assert len(listed) >= 12

    for page, number in product(range(2), (0, 11)):
        for card in (
            cards.listing_card(listed, page, book),
            cards.listed_statement_card(listed, number, book),
        ):
            assert len(parse_html(cards.html(card)).text.encode("utf-16-le")) <= 2 * 4096
            assert "…" not in card.lines[-1].spans[-1].text or "Ж" in card.lines[-1].spans[-1].text


DENSITIES: list[tuple[dict[int, int], str]] = [
    ({}, ""),
    ({2017: 3}, ""),  # one year has nothing to be compared with
    ({2013: 1, 2017: 20, 2025: 12}, "2013 ▁ 2017 █ 2025 ▅"),
    ({2013: 3, 2017: 3, 2025: 3}, ""),  # which tells nothing that the dates do not
    ({-355: 1, 99: 2, 100: 4}, "356 BC ▂ 99 AD ▄ 100 █"),
    (dict.fromkeys(range(2000, 2007), 1), "2000 ███████ 2006"),
    ({1000: 1, 1100: 8, 1999: 4, 2001: 4, 2002: 1, 2003: 1, 2004: 1}, "1000 ▁█·······▄▇ 2004"),
]


@pytest.mark.parametrize(("counts", "wanted"), DENSITIES)
def test_the_density_of_years(counts: dict[int, int], wanted: str) -> None:
    assert density_line(counts, ENGLISH) == wanted


@pytest.mark.parametrize("years", [7, 20, 21, 100, 1_000, 19_998])
def test_any_number_of_years_has_a_short_row_of_bars(years: int) -> None:
    row = density_line({year: year % 7 + 1 for year in range(-9_998, years - 9_998)}, ENGLISH)

    assert 0 < sum(letter in BARS for letter in row) <= MOST_BARS + 1


def test_sources_say_what_they_cover_and_where_they_are_from_once(tmp_path: Path) -> None:
    head = "---\ntitle: {}\nauthor: A. Writer\n---\n"
    chronology = chronology_of(
        tmp_path,
        a=head.format("Ferries") + "It sailed on 4 May 1903.\n\nIt sank in 1905.\n",
        b=head.format("Docks") + "They are quiet.\n",
        c="# Towns\n\nOne burned in 356 BC.\n",
    )

    assert text_of(cards.sources_page_card(source_spans(chronology), 0)) == (
        "What I have read\n• Ferries – 4 May 1903 – 1905; 2 passages\n• Docks – 1 passage, none dated\n"
        "— A. Writer\n• Towns – 356 BC; 1 passage"
    )


def test_a_library_without_anything_says_so() -> None:
    assert text_of(cards.sources_page_card([], 0)) == "I have not read anything yet."
