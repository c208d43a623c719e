"""Sources of wiki pages: headings, templates, links, lists and tables."""

from __future__ import annotations

import pytest

from bot.sources.formats import mediawiki
from tests.sources.test_markdown import shown

CASES: dict[str, list[tuple[str, int, str]]] = {  # text -> kind, line and text of its parts
    "": [],
    "== Boats ==\nText of it.\n=== Huts ===\nMore.": [
        ("h1", 1, "Boats"), ("p", 2, "Text of it."), ("h2", 3, "Huts"), ("p", 4, "More."),
    ],
    "= Boats =\n== Huts ==\nText.": [("h1", 1, "Boats"), ("h2", 2, "Huts"), ("p", 3, "Text.")],
    "It was '''so''' ''bold'', [[Boat|so]] [[quick]], [https://a.org here] &amp; there[https://b.org].": [
        ("p", 1, "It was so bold, so quick, here & there."),
    ],
    # what is left out, and what is not
    "{{Infobox\n| name = {{lang|en|Ann}}\n}}\nText.": [("p", 4, "Text.")],
    "Text.<ref>A {{note}}.</ref> More.<ref name=a /><!-- hidden\n -->": [("p", 1, "Text. More.")],
    "__TOC__\n[[Category:Boats]]\n[[File:mill.jpg|thumb|200px|The old [[mill]]]]\n\nText<br/>of it.": [
        ("p", 3, "The old mill"), ("p", 5, "Text of it."),
    ],
    "#REDIRECT [[Boats]]\n\nText.": [("p", 3, "Text.")],
    "See [[:Category:Boats]].\n\n{{never closed\n\nText.": [
        ("p", 1, "See Category:Boats."), ("p", 3, "never closed"), ("p", 5, "Text."),
    ],
    # lists and tables
    "* a boat\n** an oar\n# a hut\n:said Ann\n; Keel : of oak": [
        ("item0", 1, "a boat"), ("item1", 2, "an oar"), ("item0", 3, "a hut said Ann"),
        ("item0", 5, "Keel : of oak"),
    ],
    '{| class="wikitable"\n|+ The keepers\n! Name !! Left\n|-\n| Lund || 1930\n|- style="x"\n'
    '| [[Holm|Bo Holm]]\n| align="right" | 1901\nor so\n|}\nText.': [
        ("p", 1, "The keepers"), ("row", 5, "Name: Lund, Left: 1930"),
        ("row", 7, "Name: Bo Holm, Left: 1901 or so"), ("p", 11, "Text."),
    ],
    "{|\n| Lund || 1930\n|-\n| Holm || 1901\n|}": [("item0", 2, "Lund, 1930"), ("item0", 4, "Holm, 1901")],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_parts_are_what_a_reader_sees_and_where(text: str) -> None:
    assert [shown(part) for part in mediawiki.read(text).parts] == CASES[text]
