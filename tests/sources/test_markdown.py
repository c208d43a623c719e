"""Markdown into headings, paragraphs, items and rows as a reader sees them, each with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.formats import markdown

if TYPE_CHECKING:
    from bot.sources.draft import Draft, Part


def shown(part: Part) -> tuple[str, int, str]:
    kind = (
        f"h{part.level}"
        if part.level
        else {"paragraph": "p", "row": "row"}.get(part.kind, f"item{part.depth}")
    )
    return kind, part.line, part.text


def read(text: str) -> list[tuple[str, int, str]]:
    return [shown(part) for part in markdown.read(text).parts]


CASES: dict[str, list[tuple[str, int, str]]] = {  # text -> kind, line and text of its parts
    "": [],
    "\n\n  \n": [],
    "One.\n\nTwo.": [("p", 1, "One."), ("p", 3, "Two.")],
    "# Rise\nText.": [("h1", 1, "Rise"), ("p", 2, "Text.")],
    "Text.\n## The move ##\nMore.": [("p", 1, "Text."), ("h2", 2, "The move"), ("p", 3, "More.")],
    "# C#\nText.": [("h1", 1, "C#"), ("p", 2, "Text.")],
    "##Rise\nText.": [("h2", 1, "Rise"), ("p", 2, "Text.")],
    "#web3 is no heading": [("p", 1, "#web3 is no heading")],
    "Rise\n====\nText.": [("h1", 1, "Rise"), ("p", 3, "Text.")],
    "=== Rise ===\n\nText.": [("h2", 1, "Rise"), ("p", 3, "Text.")],
    # a rule right under a paragraph makes no heading of it
    "The mill burnt down.\n---\nText.": [("p", 1, "The mill burnt down."), ("p", 3, "Text.")],
    "Two\nlines\n---\nText.": [("p", 1, "Two lines"), ("p", 4, "Text.")],
    # bold lines are headings where there are several, or where they are dates
    "**Rise**\n\nText.\n\n**Fall**\n\nMore.": [
        ("h6", 1, "Rise"), ("p", 3, "Text."), ("h6", 5, "Fall"), ("p", 7, "More."),
    ],
    "**12 May 2019**\n\nText.": [("h6", 1, "12 May 2019"), ("p", 3, "Text.")],
    "**Held in the barn**\n\nText.": [("p", 1, "Held in the barn"), ("p", 3, "Text.")],
    # a text without any mark
    "It is old.\n\n\nRise\n\nFirst ships\n\nA ship came.\n\n\nFall\n\nIt sank.\n\nIt rose.\n\nAnd so on.": [
        ("p", 1, "It is old."), ("h1", 4, "Rise"), ("h2", 6, "First ships"), ("p", 8, "A ship came."),
        ("h1", 11, "Fall"), ("p", 13, "It sank."), ("p", 15, "It rose."),
        ("p", 17, "And so on."),
    ],
    # but labels with their values, as minutes begin
    "Date: 4 May\n\nTime: 18:00\n\nPlace: Room 5\n\nScribe: Ada\n\n1. One.\n2. Two.\n3. Three.\n4. Four.": [
        ("p", 1, "Date: 4 May"), ("p", 3, "Time: 18:00"), ("p", 5, "Place: Room 5"), ("p", 7, "Scribe: Ada"),
        ("item0", 9, "One."), ("item0", 10, "Two."), ("item0", 11, "Three."), ("item0", 12, "Four."),
    ],
    # a theme's timeline names its entries in comments or tags; elsewhere a comment is none of the text
    "## Past\n{% timeline %}\n<!-- node 2021 年 5 月 ? 日 -->\nA boat.\n{% endtimeline %}": [
        ("h2", 1, "Past"), ("h3", 3, "2021 年 5 月 ? 日"), ("p", 4, "A boat."),
    ],
    "{% timeline 1921,blue %}\n<!-- timeline 05-04 -->\nIt sank.\n<!-- endtimeline -->\n{% endtimeline %}": [
        ("h1", 1, "1921"), ("h2", 2, "1921-05-04"), ("p", 3, "It sank."),
    ],
    "{% timeline color:red %}\n{% timenode 4 May 1921 [Fire](/fire) %}\nIt burnt.\n{% endtimenode %}": [
        ("h1", 2, "4 May 1921 Fire"), ("p", 3, "It burnt."),
    ],
    "A boat.\n<!-- node 4 May 1921 -->\nIt sank.": [("p", 1, "A boat."), ("p", 3, "It sank.")],
    # components: names in their attributes, captions, headings over what they hold; no imports
    'import { Player } from "@site/Player"\n\nIt was built by <Player nickname="Ann_R"/>, not <Icon/> me.': [
        ("p", 3, "It was built by Ann_R, not me."),
    ],
    '<Photo\n  src="a.png"\n  alt="Image 1"\n  description="The old mill"\n/>\n\nIt burnt.': [
        ("p", 1, "The old mill"), ("p", 7, "It burnt."),
    ],
    '# News\n<Update label="May 1921" description="A boat">\n## Rise\nIt came.\n</Update>\n'
    '<Update label="June 1921">\n  It sank.\n</Update>\n\n## Others\nText.': [
        ("h1", 1, "News"), ("h2", 2, "May 1921 – A boat"), ("h4", 3, "Rise"), ("p", 4, "It came."),
        ("h2", 6, "June 1921"), ("p", 7, "It sank."), ("h2", 10, "Others"), ("p", 11, "Text."),
    ],
    '<Tabs>\n<Tab label="Open">\nText.': [("p", 3, "Text.")],
    '<Milestone date="May 1921" title="Founded"/>': [("p", 1, "May 1921 – Founded")],
    '<P ALIGN="left">It came.\n<BR/>It sank.</P>': [("p", 1, "It came.\nIt sank.")],
    # lines are joined, words that they broke, too
    "One\nline.": [("p", 1, "One line.")],
    # the last line says only what follows
    "It was the door.\nMended by:\n\nAnn Reed.": [
        ("p", 1, "It was the door."), ("p", 2, "Mended by:"), ("p", 4, "Ann Reed."),
    ],
    "The mill had a wheel, a door and a roof of slate, and what it wanted was\nPaint:\n\nRed.": [
        ("p", 1, "The mill had a wheel, a door and a roof of slate, and what it wanted was Paint:"),
        ("p", 4, "Red."),
    ],
    # lines that are set in, as pandoc has those of wikis
    "## Time\n\n:   Date: 4 May\n:   Present: Ann,\n    Bo\n\n    :   Quorum: yes\n\nMill\n:   It grinds.": [
        ("h2", 1, "Time"), ("item0", 3, "Date: 4 May"), ("item0", 4, "Present: Ann, Bo"),
        ("item1", 7, "Quorum: yes"), ("p", 9, "Mill : It grinds."),
    ],
    "The foghorn was in-\nstalled.": [("p", 1, "The foghorn was installed.")],
    "Broken  \non purpose.": [("p", 1, "Broken\non purpose.")],
    "第一行\n第二行。": [("p", 1, "第一行第二行。")],
    # lines that end on purpose and begin with their dates are entries
    "In May 2024 it rose.\\\nOn 9 June it fell.\\\nNobody saw it.": [
        ("item0", 1, "In May 2024 it rose."), ("item0", 2, "On 9 June it fell.\nNobody saw it."),
    ],
    "In May 2024 it rose.\nOn 9 June it fell.": [("p", 1, "In May 2024 it rose. On 9 June it fell.")],
    # each line of a chronicle is an entry
    "2015: A boat.\n2016: A\nhut.": [("item0", 1, "2015: A boat."), ("item0", 2, "2016: A hut.")],
    "20150104: A theft.\\\n201804__: A ban.": [
        ("item0", 1, "20150104: A theft."), ("item0", 2, "201804__: A ban."),
    ],
    "**21:56:** Stopped.\n**22:09:** Told.": [("item0", 1, "21:56: Stopped."), ("item0", 2, "22:09: Told.")],
    # lists
    "- one\n- two\n  - three\n\n  still two": [
        ("item0", 1, "one"), ("item0", 2, "two"), ("item1", 3, "three"), ("item0", 5, "still two"),
    ],
    "1. one\n2. two": [("item0", 1, "one"), ("item0", 2, "two")],
    "1945. The furnace.\n1950. The bell.": [
        ("item0", 1, "1945. The furnace."), ("item0", 2, "1950. The bell."),
    ],
    "4. November 1989 fiel die Mauer.": [("item0", 1, "4. November 1989 fiel die Mauer.")],
    "- A book\n\n  It was long.": [("item0", 1, "A book\nIt was long.")],
    # tables
    "| Keeper | Left |\n|---|---|\n| Lund | 1930 |": [("row", 3, "Keeper: Lund, Left: 1930")],
    "+----+----+\n| A  | B  |\n+====+====+\n| x  | y  |\n|    | z  |\n+----+----+": [
        ("row", 4, "A: x, B: y z"),
    ],
    # what a reader does not see
    "It grew[27] (see [here](https://a.b/c)).": [("p", 1, "It grew (see here).")],
    "It grew.¹² A mill of 40 m², 5 km².": [("p", 1, "It grew. A mill of 40 m², 5 km².")],
    "Told at https://a.b/c?d=e.": [("p", 1, "Told at.")],
    "Revert https://github.com/a/b/pull/58, it breaks.": [("p", 1, "Revert #58, it breaks.")],
    "4&nbsp;May &mdash; *so* `it` <b>was</b>\\.": [("p", 1, "4 May — so it was.")],
    "Text[^1].\n\n[^1]: A note.\n[a]: https://b.c": [("p", 1, "Text.")],
    "{% include x %}\nText{{ page.x }}.": [("p", 2, "Text.")],
    "[[Page|Words]] and [[Other]].": [("p", 1, "Words and Other.")],
    "![The old mill](mill.png)\n\nText.": [("p", 1, "The old mill"), ("p", 3, "Text.")],
    "![logo2.png](a.png)\n\nText.": [("p", 3, "Text.")],
    "```\nx = {1}\n```\nText.": [("p", 4, "Text.")],
    "    We met in the barn, all twelve of us, and it rained. So we stayed.": [
        ("p", 1, "We met in the barn, all twelve of us, and it rained. So we stayed."),
    ],
    # HTML
    "<p>El <b>regreso</b> en&iacute;<br>1953.</p>\n<p>Dos.</p>": [
        ("p", 1, "El regreso ení\n1953."), ("p", 2, "Dos."),
    ],
    "<div>\n\n**Text** here.\n\n</div>": [("p", 3, "Text here.")],
    # comments; what stands behind them on their line is text
    "<!-- note -->\nText.": [("p", 2, "Text.")],
    "<!-- note --> Text.": [("p", 1, "Text.")],
    "One.\n<!-- a\nlong\nnote --> Two.": [("p", 1, "One."), ("p", 4, "Two.")],
    "One <!-- note -->line.": [("p", 1, "One line.")],
    # what is never closed swallows nothing
    "One.\n\n<!-- oh\n\nTwo.": [("p", 1, "One."), ("p", 3, "oh"), ("p", 5, "Two.")],
    "One.\n\n```\nTwo.\n\nThree.": [("p", 1, "One."), ("p", 4, "Two."), ("p", 6, "Three.")],
    "One.\n\n<pre>\nTwo.\n\nThree.": [("p", 1, "One."), ("p", 4, "Two."), ("p", 6, "Three.")],
    "<script>\n\nTwo.": [("p", 3, "Two.")],
    # attributes and boxes of MkDocs, kramdown, Docusaurus
    '![A mill](mill.png){ width="96%" }\n\nIt [ground](a){: .b }.': [
        ("p", 1, "A mill"), ("p", 3, "It ground."),
    ],
    "## Rise {#rise}\n\nIt held {a, b} and { c }.": [
        ("h2", 1, "Rise"), ("p", 3, "It held {a, b} and { c }."),
    ],
    '![A mill of\nwood](mill.png "A mill of\nwood")\n\nText.': [
        ("p", 1, "A mill of wood"), ("p", 5, "Text."),
    ],
    '--8<-- "menu.html"\n\nThe 19^th^ mill.': [("p", 3, "The 19th mill.")],
    '!!! note "Of old"\n\n    It ground corn.\n\nText.': [
        ("p", 1, "Of old"), ("p", 3, "It ground corn."), ("p", 5, "Text."),
    ],
    # a box under its date, and a chronicle whose most important entry is bold
    "::: details May 1911\nIt sank.\n:::\n::: details June 1911\nIt rose.\n:::": [
        ("h6", 1, "May 1911"), ("p", 2, "It sank."), ("h6", 4, "June 1911"), ("p", 5, "It rose."),
    ],
    "**4 May: It sank.**\n\n5 May: It rose.\n\n**6 May: A boat**\n\n7 May: So.": [
        ("p", 1, "4 May: It sank."), ("p", 3, "5 May: It rose."), ("p", 5, "6 May: A boat"),
        ("p", 7, "7 May: So."),
    ],
    ":::tip\nIt ground corn.\n:::\n\nText.": [("p", 2, "It ground corn."), ("p", 5, "Text.")],
    "A\n===\n\ndate\n:   2009-12-10 09:07\n\nauthor\n:   Ann\n\nText.": [("h1", 1, "A"), ("p", 10, "Text.")],
    "A\n===\n\nmill\n:   of wood\n\nText.": [("h1", 1, "A"), ("p", 4, "mill : of wood"), ("p", 7, "Text.")],
    "[flickr]12/[/flickr] It [caption id='1']sank[/caption]. [video](a)": [("p", 1, "It sank. video")],
    "- [x] Paint it.\n- [ ] Sell it.\n- [a] b": [
        ("item0", 1, "Paint it."), ("item0", 2, "Sell it."), ("item0", 3, "[a] b"),
    ],
    # attributes and raw marks of pandoc and kramdown
    "`{{TOC}}`{=mediawiki}\n\nIt sank.\n\n![Mill](a.jpg){: .right}{: .photo}\n\nMore.": [
        ("p", 3, "It sank."), ("p", 5, "Mill"), ("p", 7, "More."),
    ],
    "Text `a`{=b c} of it.\n\n{: .right}{: .photo}\n": [("p", 1, "Text a{=b c} of it.")],
    # marks of Markdown amid HTML, and numbers that lead to notes
    "<div></div>\n*<small>[A mill](https://a.org) of [wood](b)*</small>": [("p", 2, "A mill of wood")],
    # bullets that Markdown does not know
    "1949\n• A meeting,\nin May\n• A match": [("p", 1, "1949\n• A meeting, in May\n• A match")],
    # HTML that is set in goes on behind a comment or a blank line
    "<div>\n    <h2>2025</h2>\n    <!-- May -->\n    <p>It sank.</p>\n\n    <ul><li>Two.</ul>\n</div>": [
        ("h2", 2, "2025"), ("p", 4, "It sank."), ("item0", 6, "Two."),
    ],
    # lines that say what they are
    "Date: 4 May 2006\nVenue: The Bell\nInn": [("p", 1, "Date: 4 May 2006\nVenue: The Bell Inn")],
    "2014.03 网站改版\n2014/5/6 发布": [("item0", 1, "2014.03 网站改版"), ("item0", 2, "2014/5/6 发布")],
    # a date alone on its line, a version with its date in bold
    "**1921**\nFounded on 3 May.\n\nIt grew.": [("p", 1, "1921\nFounded on 3 May."), ("p", 4, "It grew.")],
    "**1.0 (Nov 2, 2018)**\n\nFirst release.": [("h6", 1, "1.0 (Nov 2, 2018)"), ("p", 3, "First release.")],
    # what follows the end of HTML is Markdown again
    "<p>\nIt sank.</br>\n</p>\nWe had:\n - 2019.06.23 a **boat**\n - 2019.06.29 a hut": [
        ("p", 2, "It sank."), ("p", 4, "We had:"), ("item0", 5, "2019.06.23 a boat"),
        ("item0", 6, "2019.06.29 a hut"),
    ],
    "It ground<sup>[1](#fn1)</sup> [2](#two) m<sup>2</sup>.": [("p", 1, "It ground m2.")],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_parts_are_what_a_reader_sees_and_where(text: str) -> None:
    assert read(text) == CASES[text]


@pytest.mark.parametrize(
    ("text", "line", "mark"),
    [("A.\n\n<!-- oh\n", 3, "<!--"), ("A.\n```\nB.", 2, "```"), ("<pre>\nB.", 1, "<pre")],
)
def test_a_mark_that_is_never_closed_is_named_with_its_line(text: str, line: int, mark: str) -> None:
    remarks = markdown.read(text).remarks

    assert [(remark.line, remark.message.split()[0]) for remark in remarks] == [(line, mark)]


def test_lines_count_from_the_top_of_the_file_whatever_its_head_has() -> None:
    assert read("---\ntitle: x\n---\n# Rise\nText.") == [("h1", 4, "Rise"), ("p", 5, "Text.")]


def test_what_is_left_out_is_counted_by_kind() -> None:
    draft: Draft = markdown.read("<!-- a -->\nSee https://a.b.\n\n```py\nx = 1\n```")

    assert dict(+draft.left_out) == {"comments": 10, "web addresses": 11, "code": 6}


@given(st.text(alphabet="ab #=-*_`<!->\n.|+1[]&;", max_size=80))
def test_lines_are_true_and_no_part_is_empty(text: str) -> None:
    parts = markdown.read(text).parts

    assert all(part.text == part.text.strip() != "" for part in parts)
    assert all(1 <= part.line <= text.count("\n") + 1 for part in parts)
