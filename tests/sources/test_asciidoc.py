"""AsciiDoc: its head, headings, lists, blocks and tables, and words without their marks."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate
from bot.sources.formats import asciidoc
from tests.sources.test_markdown import shown

CASES: dict[str, list[tuple[str, int, str]]] = {  # text -> kind, line and text of its parts
    "": [],
    "= Club\n\n== Boats\n\nText\nof it.\n\n=== Huts\n\nMore.": [
        ("h1", 1, "Club"), ("h2", 3, "Boats"), ("p", 5, "Text of it."),
        ("h3", 8, "Huts"), ("p", 10, "More."),
    ],
    "Club\n====\n\nBoats\n-----\n\nText of it.": [
        ("h1", 1, "Club"), ("h2", 4, "Boats"), ("p", 7, "Text of it."),
    ],
    "A short line\n\nText of it.": [("p", 1, "A short line"), ("p", 3, "Text of it.")],
    # marks within the words
    "It was *so* _bold_, `so` #bright#, the 19^th^ https://a.org/x_y[boat,role=nav] of link:b.html[Ann].": [
        ("p", 1, "It was so bold, so bright, the 19th boat of Ann."),
    ],
    "See <<rise,the rise>> and xref:fall.adoc#top[the fall]footnote:[Or so.] in snake_case_names.": [
        ("p", 1, "See the rise and the fall in snake_case_names."),
    ],
    "It https://a.org/x_y[was\nfound] by mailto:ann@a.org[Ann\nReed], and *much\nloved*.\n* a *b\n* c*": [
        ("p", 1, "It was found by Ann Reed, and much loved."), ("item0", 5, "a *b"), ("item0", 6, "c*"),
    ],
    "See https://a.org[] and (((boats, old)))the [[mill]]mill image:mill.png[A mill].": [
        ("p", 1, "See and the mill."),
    ],
    ":boat: the _Ann_\n\nIt was {boat}, not {this}.": [("p", 3, "It was the Ann, not {this}.")],
    "It sank, +\nthey say.": [("p", 1, "It sank, they say.")],
    # what is left out, and what is not
    "Text.\n\n[bibliography]\n- [[[reed]]] Ann Reed.\n  The mill. 1903.\n- Bo\n\n* [[[bo]]] Bo.\n\nMore.": [
        ("p", 1, "Text."), ("item0", 6, "Bo"), ("p", 10, "More."),
    ],
    "// A remark\nText.\n\n////\nMore\nremarks.\n////\n": [("p", 2, "Text.")],
    "[source,ruby]\n----\nx = 1\n----\n\nText.": [("p", 6, "Text.")],
    "....\nThe ferry sailed at six in the morning. Nobody saw it again.\n....": [
        ("p", 2, "The ferry sailed at six in the morning. Nobody saw it again."),
    ],
    "[quote, Ann Reed]\n____\nIt sank.\n____\n\n====\nAs it does.\n====": [
        ("p", 3, "It sank."), ("p", 7, "As it does."),
    ],
    "NOTE: The ice is thin.\n\n[WARNING]\nIt broke.": [("p", 1, "The ice is thin."), ("p", 4, "It broke.")],
    "include::other.adoc[]\nifdef::x[]\nText.\nendif::[]\n'''\nimage::mill.png[The old mill]": [
        ("p", 3, "Text."),
    ],
    "----\nnever closed": [("p", 2, "never closed")],
    # lists
    "* a boat\n  of wood\n** an oar\n\n* a hut": [
        ("item0", 1, "a boat of wood"), ("item1", 3, "an oar"), ("item0", 5, "a hut"),
    ],
    ". a boat\n. a hut\n.. a door": [("item0", 1, "a boat"), ("item0", 2, "a hut"), ("item1", 3, "a door")],
    ".The fleet\n* a boat\n* [x] a raft": [
        ("p", 1, "The fleet"), ("item0", 2, "a boat"), ("item0", 3, "a raft"),
    ],
    "Keel:: of oak\nMast::\n  of fir": [("item0", 1, "Keel: of oak"), ("item0", 2, "Mast: of fir")],
    "Paint::\n\n  * of oil": [("p", 1, "Paint:"), ("item0", 3, "of oil")],
    # tables
    "|===\n|Name |Left\n\n|Lund\n|1930\n\n|Holm |1901 +\nor so\n|===\n\nText.": [
        ("row", 4, "Name: Lund, Left: 1930"), ("row", 7, "Name: Holm, Left: 1901 or so"), ("p", 11, "Text."),
    ],
    "[cols='1,2', options=header]\n|===\n|Name |Left\n|Lund a|*1930*\n|===": [
        ("row", 4, "Name: Lund, Left: 1930"),
    ],
    "[%header,cols=2*]\n|===\n|Name\n|Left\n|Lund\n|1930\n|===": [("row", 5, "Name: Lund, Left: 1930")],
    "|===\n|Lund |1930\n|Holm |1901\n|===": [("item0", 2, "Lund, 1930"), ("item0", 3, "Holm, 1901")],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_parts_are_what_a_reader_sees_and_where(text: str) -> None:
    assert [shown(part) for part in asciidoc.read(text).parts] == CASES[text]


HEADS: list[tuple[str, str | None, str | None]] = [  # head, author and date
    ("= Boats\nAnn Reed <ann@example.org>\nv1.2, 2014-05-03: again\n", "Ann Reed", "2014-05-03"),
    ("= Boats\nAnn Reed; Bo Holm\n3 May 2014\n", "Ann Reed", "2014-05-03"),
    ("= Boats\n:author: Ann Reed\n:revdate: May 3, 2014\n:toc:\n", "Ann Reed", "2014-05-03"),
    ("---\ntitle: Boats\ndate: 2014-05-03\n---\n:author: Ann\n", None, "2014-05-03"),
    ("= Boats\n\nAnn Reed came in 1903.\n", None, None),
    ("= Boats\nIt sank in the night, and nobody knows why it did.\n", None, None),
]


@pytest.mark.parametrize(("head", "author", "date"), HEADS)
def test_what_stands_below_the_title_is_a_head(head: str, author: str | None, date: str | None) -> None:
    draft = asciidoc.read(f"{head}\nThe ferry sank.\n")

    assert draft.facts.author == author
    assert draft.facts.published == (HistoricalDate.parse(date) if date else None)
    assert draft.parts[-1].text == "The ferry sank."
