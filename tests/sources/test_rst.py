"""reStructuredText: headings, lists, tables and words without their marks."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate
from bot.sources.formats import rst
from tests.sources.test_markdown import shown

CASES: dict[str, list[tuple[str, int, str]]] = {  # text -> kind, line and text of its parts
    "": [],
    "====\nClub\n====\n\nBoats\n=====\n\nText\nof it.\n\nHuts\n----\n\nMore.": [
        ("h1", 2, "Club"), ("h2", 5, "Boats"), ("p", 8, "Text of it."),
        ("h3", 11, "Huts"), ("p", 14, "More."),
    ],
    "A short line\n\nText of it.": [("p", 1, "A short line"), ("p", 3, "Text of it.")],
    # marks within the words
    "It was *so* **bold**, ``so`` `quick`, :ref:`here <x>` and `there <https://a.b>`_ [1]_.": [
        ("p", 1, "It was so bold, so quick, here and there."),
    ],
    "See the book_ by |ann|.": [("p", 1, "See the book by ann.")],
    # what is left out, and what is not
    ".. image:: a.png\n   :alt: b\n\nText.": [("p", 4, "Text.")],
    ".. _target:\n.. A comment\n   goes on.\n\nText.": [("p", 5, "Text.")],
    ".. [1] A note,\n   long.\n\nText.": [("p", 4, "Text.")],
    "It was **much\nloved**.\n\n.. hlist::\n   :columns: 2\n\n   * Ann\n   * Bo": [
        ("p", 1, "It was much loved."), ("item0", 7, "Ann"), ("item0", 8, "Bo"),
    ],
    ".. note:: Beware\n\n   The ice is thin.\n\nText.": [
        ("p", 1, "Beware"), ("p", 3, "The ice is thin."), ("p", 5, "Text."),
    ],
    ".. figure:: mill.png\n   :width: 3\n\n   The old mill.\n\nText.": [
        ("p", 4, "The old mill."), ("p", 6, "Text."),
    ],
    "So it went::\n\n   x = 1\n\nText.": [("p", 1, "So it went:"), ("p", 5, "Text.")],
    "It was `built\n<https://a.org>`__ by\n:pep:`13`, see :rfc:`1`.": [
        ("p", 1, "It was built by PEP 13, see RFC 1.")
    ],
    # a chronicle as a list of fields is no head
    "Club\n====\n\n:1911: It sank.\n:1912: It rose.": [
        ("h1", 1, "Club"), ("item0", 4, "1911: It sank."), ("item0", 5, "1912: It rose."),
    ],
    # lists and tables
    "- a boat\n  of wood\n\n- a hut": [("item0", 1, "a boat of wood"), ("item0", 4, "a hut")],
    "1. a boat\n\n2. a hut": [("item0", 1, "a boat"), ("item0", 3, "a hut")],
    "====  ====\nName  Left\n====  ====\nLund  1930\n      or so\nHolm  1901\n====  ====": [
        ("row", 4, "Name: Lund, Left: 1930 or so"), ("row", 6, "Name: Holm, Left: 1901"),
    ],
    "+------+------+\n| Name | Left |\n+======+======+\n| Lund | 1930 |\n+------+------+": [
        ("row", 4, "Name: Lund, Left: 1930"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_parts_are_what_a_reader_sees_and_where(text: str) -> None:
    assert [shown(part) for part in rst.read(text).parts] == CASES[text]


def test_the_fields_under_a_title_are_a_head() -> None:
    draft = rst.read("Old boats\n#########\n\n:date: 2010-10-03 10:20\n:author: Ann\n:tags: a, b\n\nText.")

    assert (draft.facts.published, draft.facts.author) == (HistoricalDate.parse("2010-10-03"), "Ann")
    assert [part.text for part in draft.parts] == ["Old boats", "Text."]
