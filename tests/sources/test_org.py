"""Org mode: headings, drawers, lists and tables, and words without their marks."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate
from bot.sources.formats import org
from tests.sources.test_markdown import shown

CASES: dict[str, list[tuple[str, int, str]]] = {  # text -> kind, line and text of its parts
    "": [],
    "* Boats\n\nText\nof it.\n** DONE [#A] Huts :old:wood:\nMore.": [
        ("h1", 1, "Boats"), ("p", 3, "Text of it."), ("h2", 5, "Huts"), ("p", 6, "More."),
    ],
    "It was *so* /bold/, =so= ~quick~, [[https://a.org][here]] and [[there]][fn:1] at 1/2 a/b.": [
        ("p", 1, "It was so bold, so quick, here and there at 1/2 a/b."),
    ],
    "* Boats :v0.1-b:\nMade with [[https://a.org][the old\n  tools]] and *much\nlove* */ of * them.": [
        ("h1", 1, "Boats"), ("p", 2, "Made with the old tools and much love */ of * them."),
    ],
    "Launched <2019-05-12 Sun 10:00> or [1903-05-04].": [("p", 1, "Launched 2019-05-12 or 1903-05-04.")],
    # what is left out, and what is not
    "* Boats\n:PROPERTIES:\n:ID: 7\n:END:\n# A remark\nText.": [("h1", 1, "Boats"), ("p", 6, "Text.")],
    "#+BEGIN_SRC sh\nx = 1\n#+END_SRC\nText.": [("p", 4, "Text.")],
    "#+begin_quote\nIt sank.\n#+end_quote\n-----\n[[file:mill.png]]\nText.": [
        ("p", 2, "It sank."), ("p", 6, "Text."),
    ],
    "#+begin_src\nx = 1": [],
    ":LOGBOOK:\nnever closed": [("p", 1, ":LOGBOOK: never closed")],
    # lists and tables
    "- a boat\n  of wood\n  - an oar\n- [X] a hut": [
        ("item0", 1, "a boat of wood"), ("item1", 3, "an oar"), ("item0", 4, "a hut"),
    ],
    "- Boat 0.5\n  - Its mast is longer than all that we have had before on this river.": [
        ("item0", 1, "Boat 0.5"),
        ("item1", 2, "Its mast is longer than all that we have had before on this river."),
    ],
    "+ Keel :: of oak\n+ Mast :: of fir": [("item0", 1, "Keel: of oak"), ("item0", 2, "Mast: of fir")],
    "#+CAPTION: The fleet\n\n| Name | Left |\n|------+------|\n| Lund | 1930 |": [
        ("p", 1, "The fleet"), ("row", 5, "Name: Lund, Left: 1930"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_parts_are_what_a_reader_sees_and_where(text: str) -> None:
    assert [shown(part) for part in org.read(text).parts] == CASES[text]


def test_keywords_are_a_head() -> None:
    draft = org.read(
        "#+TITLE: Old /boats/\n#+date: <2014-05-03 Sat>\n#+AUTHOR: Ann\n#+OPTIONS: toc:nil\n\nText."
    )

    assert (draft.facts.title, draft.facts.author) == ("Old boats", "Ann")
    assert draft.facts.published == HistoricalDate.parse("2014-05-03")
