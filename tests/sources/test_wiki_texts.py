"""Sources of pages of DokuWiki and of Textile: headings, links, lists and tables."""

from __future__ import annotations

import pytest

from bot.sources.formats import dokuwiki, textile
from tests.sources.test_markdown import shown

PAGES: dict[str, list[tuple[str, int, str]]] = {  # text -> kind, line and text of its parts
    "": [],
    "====== Boats ======\nText\nof it.\n===== Huts =====\nMore.\n==== Doors ====\nAnd more.": [
        ("h1", 1, "Boats"), ("p", 2, "Text of it."), ("h2", 4, "Huts"), ("p", 5, "More."),
        ("h3", 6, "Doors"), ("p", 7, "And more."),
    ],
    "It was **so** //bold//, ''so'' __quick__, [[boats:ann|Ann]]'s [[boats:old|]] and [[start]].": [
        ("p", 1, "It was so bold, so quick, Ann's old and start."),
    ],
    # what is left out, and what is not
    "~~NOTOC~~\nText.((A note.)) More.\n<code>\nx = 1\n</code>\n{{ :mill.jpg?200 |The mill}} {{boat.png}}": [
        ("p", 2, "Text. More."), ("p", 6, "The mill"),
    ],
    "One \\\\ line <WRAP box>of it</WRAP> at 1//2.": [("p", 1, "One line of it at 1//2.")],
    # lists and tables
    "  * a boat\n    * an oar\n  - a hut\n> He said so": [
        ("item0", 1, "a boat"), ("item1", 2, "an oar"), ("item0", 3, "a hut He said so"),
    ],
    "^ Name ^ Left ^\n| Lund | 1930 |\n| [[bo|Bo]] | 1931 |": [
        ("row", 2, "Name: Lund, Left: 1930"), ("row", 3, "Name: Bo, Left: 1931"),
    ],
}  # fmt: skip
TEXTILES: dict[str, list[tuple[str, int, str]]] = {
    "": [],
    "h1. Boats\n\np(intro). Text\nof it.\n\nh2(#huts). Huts\n\nMore.": [
        ("h1", 1, "Boats"), ("p", 3, "Text of it."), ("h2", 6, "Huts"), ("p", 8, "More."),
    ],
    'It was *so* _bold_, @so@ "quick":https://a.org/x, as CIA(Central) -never-[1] 3-4 times.': [
        ("p", 1, "It was so bold, so quick, as CIA 3-4 times."),
    ],
    # what is left out, and what is not
    "bc. x = 1\ny = 2\n\n!mill.png(The mill)!\n\n<pre>\nz\n</pre>\n\nbq. It <b>sank</b>.": [
        ("p", 10, "It sank."),
    ],
    "### hidden words\n\n###. hidden": [("item2", 1, "hidden words")],
    # lists and tables
    "* a boat\n** an oar\n# a hut\n- Keel := of oak": [
        ("item0", 1, "a boat"), ("item1", 2, "an oar"), ("item0", 3, "a hut"), ("item0", 4, "Keel: of oak"),
    ],
    "table(x). All\n|_. Name |_. Left |\n| Lund |>. 1930 |\n|\\2. none |": [
        ("row", 3, "Name: Lund, Left: 1930"), ("row", 4, "Name: none"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", PAGES)
def test_parts_of_a_page_are_what_a_reader_sees_and_where(text: str) -> None:
    assert [shown(part) for part in dokuwiki.read(text).parts] == PAGES[text]


@pytest.mark.parametrize("text", TEXTILES)
def test_parts_of_a_textile_are_what_a_reader_sees_and_where(text: str) -> None:
    assert [shown(part) for part in textile.read(text).parts] == TEXTILES[text]


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("====== The mill ======\nSee [[boats:ann|Ann]].", True),
        ("===== The mill =====\n\n==== Its wheel ====\n\nIt grinds.", True),
        ("====== The mill ======\n\nIt grinds.", False),
        ("== The mill ==\n\n=== Its wheel ===\n\nSee [[Ann]].", False),  # as MediaWiki has it
        ("The mill\n========\n\n  * a wheel", False),
        ("", False),
    ],
)
def test_a_page_of_dokuwiki_is_known_by_its_headings(text: str, is_page: bool) -> None:
    assert dokuwiki.is_page(text) is is_page
