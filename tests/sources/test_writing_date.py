"""When a text was written: as it says itself, where its head only has the day of a conversion."""

from __future__ import annotations

import pytest

from bot.sources.composition import compose
from bot.sources.formats import markdown
from bot.sources.passages import passages

HEAD = "---\ntitle: {}\ndate: 2018-03-01\n---\n"
WRITTEN = [  # title in the head, file, text, when it was written
    # what a text says of itself at its beginning or end
    ("Ferries", "a.md", "Last updated: 3 May 2003\n\nText.", "2003-05-03"),
    ("Ferries", "a.md", "Text.\n\nLast modified on 3 May 2003.", "2003-05-03"),
    ("Ferries", "a.md", "Stand: 3.5.2003\n\nText.", "2003-05-03"),
    ("Ferries", "a.md", "Text.\n\n最后更新：2003年5月3日", "2003-05-03"),
    ("Ferries", "a.md", "The following account was written by Ann Reed in 2007 for all.", "2007"),
    ("Ferries", "a.md", "Written 2001\n\nText.\n\nUpdated May 2003", "2003-05"),
    ("Ferries", "a.md", "Posted on May 3, 2003 by Ann\n\nText.\n\nPosted on May 9, 2003 by Bo", "2003-05-03"),
    ("Ferries", "a.md", "Text.\n\nPublished by Ann Reed on 3 May 2003\n\nText.", "2003-05-03"),
    ("Ferries", "a.md", "By Bo Lund | May 3, 2003 | 3 comments\n\nText.", "2003-05-03"),
    # but not in its midst, of something else, or later than its head
    ("Ferries", "a.md", "Text.\n\n" * 8 + "Updated May 2003\n\n" + "Text.\n\n" * 8, "2018-03-01"),
    ("Ferries", "a.md", "The bridge was written off in 2007.", "2018-03-01"),
    ("Ferries", "a.md", "Text.\n\n" * 5 + "Posted on May 3, 2003 by Ann", "2018-03-01"),
    ("Ferries", "a.md", "Standing there since 3 May 2003, it rots.", "2018-03-01"),
    ("Ferries", "a.md", "Last updated: 3 May 2020\n\nText.", "2018-03-01"),
    ("Minutes", "a.md", "Held on: Wednesday 4th October 2006\nVenue: The Bell\n\nText.", "2006-10-04"),
    ("Ferries", "a.md", "Held on: Wednesday 4th October 2006\nVenue: The Bell\n\nText.", "2018-03-01"),
    ("例会纪要", "a.md", "- 参会人：甲、乙\n- 本次会议时间：2006/10/04 20:00-21:30\n\nText.", "2006-10-04"),
    ("Protokoll", "a.md", "- Datum und Ort: 4. Oktober 2006, Krug\n\nText.", "2006-10-04"),
    ("Протокол", "a.md", "Дата проведения: 04.10.2006\n\nText.", "2006-10-04"),
    ("Acta", "a.md", "Fecha y hora: 4 de octubre de 2006, 19:00\n\nText.", "2006-10-04"),
    ("Minutes", "a.md", "**Meeting date** 4 October 2006\n\nText.", "2006-10-04"),
    ("Minutes", "a.md", "Time of the next meeting: 4 October 2006\n\nText.", "2018-03-01"),
    # minutes and posts bear their own day
    ("Minutes of 26 September 2005", "a.md", "Text.", "2005-09-26"),
    ("AGM", "a.md", "# Minutes of the AGM, 26 September 2005\n\nText.", "2005-09-26"),
    ("Ferries", "2005-09-26-ferries.md", "Text.", "2005-09-26"),
    ("The flood of 26 September 2005", "a.md", "Text.", "2018-03-01"),
    ("Minutes of 2005", "a.md", "Text.", "2018-03-01"),
    # so do letters
    ("Message of 26 September 2005", "a.md", "Text.", "2005-09-26"),
    ("Greetings", "a.md", "# Rundbrief vom 26. September 2005\n\nText.", "2005-09-26"),
    ("Carta del 26 de septiembre de 2005", "a.md", "Text.", "2005-09-26"),
    ("Сообщение от 26 сентября 2005 года", "a.md", "Text.", "2005-09-26"),
    ("Message of 2005", "a.md", "Text.", "2018-03-01"),
    ("The message of Ann Reed, 26 September 2005", "a.md", "Text.", "2018-03-01"),
]


@pytest.mark.parametrize(("title", "file", "text", "wanted"), WRITTEN)
def test_a_text_knows_better_than_its_head_when_it_was_written(
    title: str, file: str, text: str, wanted: str
) -> None:
    document = compose(markdown.read(HEAD.format(title) + text), file, "Markdown")

    assert (str(document.written), str(document.source.published)) == (wanted, "2018-03-01")


def test_today_counts_from_when_a_text_was_written() -> None:
    text = "Today the mill is a museum.\n\nLast updated: 3 May 2003"
    document = compose(markdown.read(HEAD.format("Mills") + text), "a.md", "Markdown")

    dates = [str(passage.date.date) for passage in passages(document, {}) if passage.date]

    assert dates[0] == "2003-05-03"


def test_without_a_head_a_text_is_dated_by_its_own_words() -> None:
    document = compose(markdown.read("# Mills\n\nText.\n\nLast updated: 3 May 2003"), "a.md", "Markdown")

    assert str(document.written) == "2003-05-03"
    assert document.source.published is None


@pytest.mark.parametrize(
    "text",
    [
        "# Minutes of 2024-Q1\n\n- Date: 31 January 2024\n- Here: all\n\n## Boats\n\n- One is sold.",
        "# 读书会 2024-Q1 会议纪要\n\n- 会议时间：2024/01/31\n- 参会人：甲\n\n## 决策\n\n- 成员甲更换为乙。",
    ],
)
def test_minutes_whose_title_names_a_quarter_are_of_their_day(text: str) -> None:
    document = compose(markdown.read(text), "a.md", "Markdown")

    assert [str(passage.date and passage.date.date) for passage in passages(document, {})] == [
        "2024-01-31"
    ] * 3


def test_a_title_that_names_its_month_is_surer_than_a_number_in_the_files_name() -> None:
    document = compose(
        markdown.read("# Report for August 2021\n\nThe arena was built."), "report-13-aug-2021.md", ""
    )

    assert [str(passage.date and passage.date.date) for passage in passages(document, {})] == ["2021-08"]
