"""Web pages: the article with its lists and tables, and nothing of what stands around it."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate
from bot.sources.draft import FormatError
from bot.sources.formats import html
from bot.sources.left_out import LeftOut
from tests.sources.test_markdown import shown

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head><title>Old boats – The club</title><meta name="author" content="Ann Reed">
<meta property="article:published_time" content="2018-03-04T10:00:00Z">
<meta property="og:site_name" content="The club"><link rel="canonical" href="https://example.org/boats">
<style>p { color: red }</style></head>
<body>
<header><a href="/">The club</a></header>
<nav><ul><li><a href="/a">News</a><li><a href="/b">Members</a></ul></nav>
<main>
<h1>Old boats</h1>
<p>The first&nbsp;boat <b>sank</b> in&nbsp;1911<sup class="reference"><a href="#n1">[1]</a></sup>.
<p>Nobody drowned,<br>but the mail was lost.
<div class="toc">Contents</div>
<h2>Keepers <span class="mw-editsection">[edit]</span></h2>
<ul><li>Ann, with<ul><li>a dog</li></ul></li><li>Bo</li></ul>
<table><caption>All of them</caption><tr><th>Name</th><th>Left</th></tr>
<tr><td>Peter
 Lund</td><td>1930</td></tr></table>
<figure><img src="a.png" alt="The old mill"><figcaption>The mill in 1902</figcaption></figure>
<script>var a = "1999";</script>
</main>
<aside class="sidebar">Buy now</aside>
<footer>© 2024</footer>
</body></html>
"""

CASES: dict[str, list[tuple[str, int, str]]] = {  # text -> kind, line and text of its parts
    # items marked by hand
    "<p>They were:<br>* Ann Reed<br>* Bo Holm<br></p>": [
        ("p", 1, "They were:"), ("item0", 1, "Ann Reed"), ("item0", 1, "Bo Holm"),
    ],
    "<p>- Who is it?<br>- Ann.<br>She came in.</p>": [("p", 1, "- Who is it?\n- Ann.\nShe came in.")],
    # a roll of names with what they are
    "<p>Ann Reed — chair<br>Bo Lund - treasurer<br>Cy Holm – cox<br>Di May — cook": [
        ("item0", 1, "Ann Reed — chair"), ("item0", 1, "Bo Lund - treasurer"), ("item0", 1, "Cy Holm – cox"),
        ("item0", 1, "Di May — cook"),
    ],
    "<p>Ann came — at last<br>and went<br>home - so<br>they said": [
        ("p", 1, "Ann came — at last\nand went\nhome - so\nthey said")
    ],
    # two breaks end a paragraph; lines of a chronicle, told by the dates that they begin with
    "<p>They came.<br><br>\n\n<br>They went,<br>all of them.</p>": [
        ("p", 1, "They came."), ("p", 3, "They went,\nall of them."),
    ],
    "<p>Our history<br><b>1911</b> - It sank.<br>Nobody drowned.<br><b>1912</b> - A boat came.</p>": [
        ("p", 1, "Our history"), ("item0", 1, "1911 - It sank.\nNobody drowned."),
        ("item0", 1, "1912 - A boat came."),
    ],
    "<div>In May 1911 it sank.<br>Nobody drowned.<br>In June 1912 a boat came.</div>": [
        ("item0", 1, "In May 1911 it sank.\nNobody drowned."), ("item0", 1, "In June 1912 a boat came."),
    ],
    "<p>It sank.<br>In May 1911 it was found,<br>in June 1912 sold.</p>": [
        ("p", 1, "It sank.\nIn May 1911 it was found,\nin June 1912 sold."),
    ],
    # a table around running text; one with a list of names in a cell stays one
    f"<table><tr><td>1911 - {'It sank. ' * 30}<br>1912 - {'It rose. ' * 30}<br></td></tr></table>": [
        ("item0", 1, f"1911 - {'It sank. ' * 30}".strip()),
        ("item0", 1, f"1912 - {'It rose. ' * 30}".strip()),
    ],
    f"<table><tr><td>1911<td>{'It<br>sank. ' * 50}<tr><td>1912<td>It rose.<tr><td>1913<td>It sank.</table>": [
        ("row", 1, f"1911, {'It sank. ' * 50}".strip()), ("row", 1, "1912, It rose."),
        ("row", 1, "1913, It sank."),
    ],
    "<table><tr><th>Year<th>Crew<tr><td>1911<td>Ann Reed<br>Bo Holm<br>Cy Lund</table>": [
        ("row", 1, "Year: 1911, Crew: Ann Reed Bo Holm Cy Lund"),
    ],
    # a year that only its own node sets apart
    "<div><span>1911</span><span>It sank.</span></div><p>H<sub>2</sub>O</p>": [
        ("p", 1, "1911 It sank."), ("p", 1, "H2O"),
    ],
    "": [],
    "<p>One<p>Two": [("p", 1, "One"), ("p", 1, "Two")],
    "One\n<div>two</div>\nthree": [("p", 1, "One"), ("p", 2, "two"), ("p", 3, "three")],
    "<dl><dt>1911<dd>A shovel came.</dl>": [("item0", 1, "1911: A shovel came.")],
    "<dl><dt>Ann,<dd>a keeper<p>She left.<dt>Bo<dt>Cy<dd><ul><li>a rower</ul></dl><dl><dt>Di</dl>": [
        ("item0", 1, "Ann, a keeper"), ("item0", 1, "She left."), ("p", 1, "Bo"), ("p", 1, "Cy"),
        ("item1", 1, "a rower"), ("p", 1, "Di"),
    ],
    # terms over entries of several paragraphs or headings; a heading with nothing under it is told
    "<h2>Log</h2><dl><dt>4.5.1911<dd><p>It sank.</p><p>It rose.</p><dt>6.5.1911<dd>So what?</dl>": [
        ("h2", 1, "Log"), ("h3", 1, "4.5.1911"), ("item0", 1, "It sank."), ("item0", 1, "It rose."),
        ("h3", 1, "6.5.1911"), ("item0", 1, "So what?"),
    ],
    "<dl><dt>1911<dd><h1>Fire!</h1><dt>1912<dd><h1>A boat</h1><h3>It came.</h3><h3>It sank.</h3></dl>": [
        ("h2", 1, "1911"), ("item0", 1, "Fire!"), ("h2", 1, "1912"), ("h3", 1, "A boat"),
        ("item0", 1, "It came."), ("item0", 1, "It sank."),
    ],
    "<dl><dt>1911<dd><h1>Fire!</h1><h3>In the mill</h3><p>It burnt.</dl>": [
        ("h2", 1, "1911"), ("h3", 1, "Fire!"), ("h4", 1, "In the mill"), ("item0", 1, "It burnt."),
    ],
    "<dl><dt>1911<dd><h4>A boat</h4><img alt=''><p>It came.</dl><h4>Alone</h4>": [
        ("h2", 1, "1911"), ("h3", 1, "A boat"), ("item0", 1, "It came."), ("h4", 1, "Alone"),
    ],
    # bold and large lines over paragraphs are headings where there are several or each is a date
    "<div style='font-size: 27pt'>Rise</div><p>It came.</p><p><b>The</b> <b>fall</b></p><p>It sank.</p>": [
        ("h6", 1, "Rise"), ("p", 1, "It came."), ("h6", 1, "The fall"), ("p", 1, "It sank."),
    ],
    "<p><font size='+1'>May 1921</font><p>It came.": [("h6", 1, "May 1921"), ("p", 1, "It came.")],
    "<p><font size='2'>May 1921</font><p>It came.": [("p", 1, "May 1921"), ("p", 1, "It came.")],
    "<p><b>Old</b> boats<p>It came.<p><b>It sank.</b><p><strong>So:</strong><p>Ann": [
        ("p", 1, "Old boats"), ("p", 1, "It came."), ("p", 1, "It sank."), ("p", 1, "So:"), ("p", 1, "Ann"),
    ],
    "<p>a<p style='display:none'>b<p hidden>c": [("p", 1, "a")],
    # what a tab hides until it is asked for, but no menu
    f"<p>a<div style='display:none'><p>{'It sank. ' * 40}</div>": [
        ("p", 1, "a"), ("p", 1, f"{'It sank. ' * 40}".strip()),
    ],
    f"<p>a<div style='display:none'><a href='b'>{'It sank. ' * 40}</a></div>": [("p", 1, "a")],
    # a link in a sentence is no menu, whatever its class
    "<p>It was led by <a class='nav' href='a'>Ann Reed</a>.<p><a class='nav' href='b'>Home</a>": [
        ("p", 1, "It was led by Ann Reed."),
    ],
    # a table in which other names of columns follow, and one of names only
    "<table><tr><th>Crew<th>Year<tr><td>Ann<td>1911<tr><th>Boat<th>Year<tr><td>Elk<td>1912</table>": [
        ("row", 1, "Crew: Ann, Year: 1911"), ("row", 1, "Boat: Elk, Year: 1912"),
    ],
    "<table><tr><th>Crew<th>Year<tr><th>Ann<th>1911<tr><th>Bo<th>1912</table>": [
        ("row", 1, "Crew: Ann, Year: 1911"), ("row", 1, "Crew: Bo, Year: 1912"),
    ],
    # lines that end with their dates
    "<p>Launched:<br>Elk (May 1911)<br>Owl (4 June 1912)<br>Hen, 1913</p>": [
        ("p", 1, "Launched:"), ("item0", 1, "Elk (May 1911)"), ("item0", 1, "Owl (4 June 1912)"),
        ("item0", 1, "Hen, 1913"),
    ],
    "<table><tr><td>Only one cell</td></tr></table>": [("p", 1, "Only one cell")],
    "<table><tr><td>1911</td><td>A shovel came.</td></tr></table>": [("row", 1, "1911, A shovel came.")],
    "<p>a <!-- b --> c &lt;d&gt;": [("p", 1, "a c <d>")],
    "<p>never closed <b>bold <i>and": [("p", 1, "never closed bold and")],
    "<pre>x = 1;\ny = {2}</pre><p>a": [("p", 2, "a")],
    # what stands as it was typed has paragraphs, headings, items
    "<h2>Old</h2><pre>\nVersion 0.1\n-----------\n\nThe mill ground\nthe corn.\n\n - Paint it.\n</pre>": [
        ("h2", 1, "Old"), ("h3", 2, "Version 0.1"), ("p", 5, "The mill ground the corn."),
        ("item0", 8, "Paint it."),
    ],
    "<table><tr><td>Old<td><pre>The mill ground\nthe corn of all the town. It stood.</pre></table>": [
        ("row", 1, "Old, The mill ground the corn of all the town. It stood."),
    ],
    # a table of facts under its name
    "<table><tr><th colspan=2>Old mill<tr><th>Built<td>1820<tr><th>Owner<td>Ann Reed</table>": [
        ("p", 1, "Old mill"), ("row", 1, "Built: 1820"), ("row", 1, "Owner: Ann Reed"),
    ],
    # marks of notes as pandoc writes them, and others; a square and an ordinal lead nowhere
    "<p>It sank.<a href='#fn1' role='doc-noteref'><sup>1</sup></a> So<sup><a href='#b'>b</a></sup> it was.": [
        ("p", 1, "It sank. So it was.")
    ],
    "<ol><li>So Lund.<a href='#r1' class='footnote-back'>↩︎</a></li></ol>": [("item0", 1, "So Lund.")],
    "<ol><li>So Lund. <a href='#r1'>↩︎</a></li></ol>": [("item0", 1, "So Lund.")],
    "<p>Of 40 m<sup>2</sup>, see <a href='#a'>1</a> and <a href='/b'><sup>2</sup></a>": [
        ("p", 1, "Of 40 m2, see 1 and 2")
    ],
    # entities that a page declares itself
    '<!DOCTYPE html [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><p>It sank. &c;</p>': [("p", 1, "It sank. &c;")],
    # a wiki's marks of a cell that a converter left
    '<table><tr><th>style="width:3%"| Post<th>Name<tr><td>style="a" | Head<td>Ann</table>': [
        ("row", 1, "Post: Head, Name: Ann")
    ],
    # a caption stands once
    "<figure><p><img alt='The old mill'></p><figcaption>The old mill</figcaption></figure>": [
        ("p", 1, "The old mill")
    ],
    "<div class='figure'><img alt='The old mill'><p class='caption'>The old mill</p></div>": [
        ("p", 1, "The old mill")
    ],
    "<div><img alt='The old mill'><p class='caption'>The new one</p></div>": [
        ("p", 1, "The old mill"), ("p", 1, "The new one")
    ],
    # short lines over long paragraphs, where only the title is marked
    "<h1>Mill</h1>" + "".join(f"<p>{line}<p>{'It ground. ' * 12}<p>So it was." for line in ("A", "B", "C")): [
        ("h1", 1, "Mill"),
        *[
            part
            for line in ("A", "B", "C")
            for part in (("h2", 1, line), ("p", 1, ("It ground. " * 12).strip()), ("p", 1, "So it was."))
        ],
    ],
    "<h1>Mill</h1><p>A<p>It ground.<p>B<p>It stood.<p>C<p>It fell.<p>So it was.<p>And so on.": [
        ("h1", 1, "Mill"), ("p", 1, "A"), ("p", 1, "It ground."), ("p", 1, "B"), ("p", 1, "It stood."),
        ("p", 1, "C"), ("p", 1, "It fell."), ("p", 1, "So it was."), ("p", 1, "And so on."),
    ],
    # an id made of a heading's words says nothing of what it is
    "<h2 id='Comments_of_all'>Comments of all</h2><p>Good.</p><div id='comments'>Bad.</div>": [
        ("h2", 1, "Comments of all"), ("p", 1, "Good.")
    ],
    # a first row without <th> that names the columns
    "<table><tr><td><p>Keeper<td>Left<tr><td>Ann<td>1902<tr><td>Bo<td>in 1911</table>": [
        ("row", 1, "Keeper: Ann, Left: 1902"), ("row", 1, "Keeper: Bo, Left: in 1911")
    ],
    "<table><tr><td>Keeper<td>Left<tr><td>Ann<td>1902</table>": [
        ("row", 1, "Keeper, Left"), ("row", 1, "Ann, 1902")
    ],
    "<table><tr><td>Ann<td>left<tr><td>Bo<td>stayed<tr><td>Cy<td>left 1911</table>": [
        ("row", 1, "Ann, left"), ("row", 1, "Bo, stayed"), ("row", 1, "Cy, left 1911")
    ],
    # what a template tells a program: Jinja and Liquid, Handlebars, ERB, PHP, Blade
    "{% include a.html %}\n<p>It {{#if deep}}sank{{/if}} here{# why? #}.</p>{{ b }}": [
        ("p", 2, "It sank here.")
    ],
    "<p>It <%= verb %>sank.</p><img src='<?php echo \"a.jpg\"; ?>' alt=''>\n<p>And rose.</p>\n<?php a('": [
        ("p", 1, "It sank."), ("p", 2, "And rose.")
    ],
    "@extends('a')\n@section('b')\n<p>It sank {!! where !!}\n@if (a) here</p>\n  @endsection": [
        ("p", 3, "It sank @if (a) here")
    ],
    "<p>{ It sank } 50 %} {{ {% and @section rose": [("p", 1, "{ It sank } 50 %} {{ {% and @section rose")],
    # a form around a page's text is read, one to fill in is not
    f"<form><h1>Old boats</h1><p>{'It sank. ' * 12}</p><select><option>May</select></form>": [
        ("h1", 1, "Old boats"), ("p", 1, ("It sank. " * 12).strip()),
    ],
    "<p>It sank.</p><form><p>Your name: <input></p></form>": [("p", 1, "It sank.")],
    # who is quoted, and what stands at the foot of a page
    "<blockquote>It sank.<footer>Ann Reed</footer></blockquote><div class='footerText'>Bo</div>": [
        ("p", 1, "It sank."), ("p", 1, "Ann Reed"),
    ],
    # menus: links above the first heading, headings that are links, the way to the page
    "<a href='/'>The old boats of the club</a><h1><a href=''>News</a></h1><p>It sank.</p>": [
        ("p", 1, "The old boats of the club"), ("h1", 1, "News"), ("p", 1, "It sank."),
    ],
    "<a href='/'>The old boats of the club</a><h1>News</h1><p>It sank.</p>": [
        ("h1", 1, "News"), ("p", 1, "It sank."),
    ],
    "<h5><a href>A</a></h5><h5><a href>B</a></h5><h5><a href>C</a></h5><h2>Us</h2><p>It sank.": [
        ("h2", 1, "Us"), ("p", 1, "It sank."),
    ],
    "<h2><a href>A</a></h2><p>It sank.<h2><a href>B</a></h2><p>It rose.": [
        ("h2", 1, "A"), ("p", 1, "It sank."), ("h2", 1, "B"), ("p", 1, "It rose."),
    ],
    "<table><tr><td>Position:<td>Home<td>&gt;<td>Us</table>"
    "<p>Home / About us / History</p><p>Home is far.</p>": [
        ("p", 1, "Home is far."),
    ],
    "<p>It is far.</p><p>Home</p>": [("p", 1, "It is far."), ("p", 1, "Home")],
    "<p><a href>All of the boats of it</a><p><a href>Who rowed them then</a>"
    "<p>· <a href>All the old maps of it</a><p>Us.": [
        ("p", 1, "Us."),
    ],
    "<p><a href>All of the boats of 1911</a><p><a href>All of 1912 and more</a>"
    "<p><a href>All of it all</a><p>Us.": [
        ("p", 1, "All of the boats of 1911"), ("p", 1, "All of 1912 and more"), ("p", 1, "All of it all"),
        ("p", 1, "Us."),
    ],
    "<p><img alt='The old mill'></p><p>The old mill</p><p>It burnt.": [
        ("p", 1, "The old mill"), ("p", 1, "It burnt."),
    ],
    # bold lines over blank ones within a paragraph
    "<p><b>Rise</b><br><br>It came.<br><b>So</b> it was.<p><b>The <i>fall</i><br></b><br>It sank.": [
        ("h6", 1, "Rise"), ("p", 1, "It came.\nSo it was."), ("h6", 1, "The fall"), ("p", 1, "It sank."),
    ],
    # a table that only puts lists beside each other; labels in cells of their own
    "<table><tr><td><ol><li>Ann<li>Bo</ol><td><ol><li>Cy<li>Di</ol></table>": [
        ("item0", 1, "Ann"), ("item0", 1, "Bo"), ("item0", 1, "Cy"), ("item0", 1, "Di"),
    ],
    "<table><tr><td>1911<td><ul><li>It sank.<li>It rose.</ul></table>": [
        ("row", 1, "1911, It sank. It rose."),
    ],
    "<table><tr><td>President:<td>Ann<td>1911</table>": [("row", 1, "President: Ann, 1911")],
    # cells that reach over rows below them
    "<table><tr><th>Year<th>Crew<tr><td rowspan=2>1911<td>Ann<tr><td>Bo<tr><td>1912<td>Cy</table>": [
        ("row", 1, "Year: 1911, Crew: Ann"), ("row", 1, "Year: 1911, Crew: Bo"),
        ("row", 1, "Year: 1912, Crew: Cy"),
    ],
    "<table><tr><td>Ann<td rowspan=3>1911<tr><td>Bo<tr><td>Cy</table>": [
        ("row", 1, "Ann, 1911"), ("row", 1, "Bo, 1911"), ("row", 1, "Cy, 1911"),
    ],
    f"<table><tr><td>Ann<td rowspan=2>{'It sank. ' * 12}<tr><td>Bo<td>1911</table>": [
        ("row", 1, f"Ann, {'It sank. ' * 12}".strip()), ("row", 1, "Bo, 1911"),
    ],
    "<table><tr><td rowspan=2><img src=a><td>Ann<tr><td>It sank.</table>": [
        ("row", 1, "Ann"), ("p", 1, "It sank."),
    ],
    # what opens a panel heads it; other buttons are none of a text
    "<details><summary>Rise</summary>It came.</details><details><summary>Fall</summary>It sank.": [
        ("h6", 1, "Rise"), ("p", 1, "It came."), ("h6", 1, "Fall"), ("p", 1, "It sank."),
    ],
    "<h2><button>Rise</button></h2><p>It came.</p><button class='accordion-button'>Fall</button>"
    "<p>It sank.</p><button class='accordion'>End</button><p>All went.<button>Send</button>": [
        ("h2", 1, "Rise"), ("p", 1, "It came."), ("h6", 1, "Fall"), ("p", 1, "It sank."),
        ("h6", 1, "End"), ("p", 1, "All went."),
    ],
    # letters that the page's own sheet gives a class, as a word processor saves them
    "<style>/* a */ .c1 {font-weight:400} p.c2, .c4{color:red;font-weight:700} .c3 b{font-weight:700}</style>"
    "<p class=c2>Rise<p class=c1>It came.<p class='c1 c4'>Fall<p class=c3>It sank.": [
        ("h6", 1, "Rise"), ("p", 1, "It came."), ("h6", 1, "Fall"), ("p", 1, "It sank."),
    ],
    # where most stands out, nothing does; a sentence marked as a heading is a paragraph
    "<font size=5><p>Rise</p><p>It came.</p><p>Fall</p><p>It sank.</p></font>": [
        ("p", 1, "Rise"), ("p", 1, "It came."), ("p", 1, "Fall"), ("p", 1, "It sank."),
    ],
    f"<h3>{'It sank and ' * 9}rose.</h3><h3>Fall</h3><p>It sank.": [
        ("p", 1, f"{'It sank and ' * 9}rose."), ("h3", 1, "Fall"), ("p", 1, "It sank."),
    ],
    # titles by their class
    "<div class='card-title'>Rise</div><p>It came.<div class='tlTitle'>Fall</div><p>It sank.": [
        ("h6", 1, "Rise"), ("p", 1, "It came."), ("h6", 1, "Fall"), ("p", 1, "It sank."),
    ],
    "<div class='title'><p>It</p><p>came.</p></div><p class='titled'>Fall</p><p>It sank.": [
        ("p", 1, "It"), ("p", 1, "came."), ("p", 1, "Fall"), ("p", 1, "It sank."),
    ],
    # the page of a Vue component
    "<template>\n  <p>It sank.</p>\n  <template v-if='a'>So?</template>\n</template>\n<script>a</script>": [
        ("p", 2, "It sank."), ("p", 3, "So?"),
    ],
    "<body><p>It sank.</p>\n<template>Where?</template></body>": [("p", 1, "It sank.")],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_parts_are_what_a_reader_sees_and_where(text: str) -> None:
    assert [shown(part) for part in html.read(text).parts] == CASES[text]


def test_of_a_page_the_article_is_read_and_not_what_stands_around_it() -> None:
    draft = html.read(PAGE)

    assert [shown(part) for part in draft.parts] == [
        ("h1", 11, "Old boats"),
        ("p", 12, "The first boat sank in 1911."),
        ("p", 13, "Nobody drowned,\nbut the mail was lost."),
        ("h2", 15, "Keepers"),
        ("item0", 16, "Ann, with"),
        ("item1", 16, "a dog"),
        ("item0", 16, "Bo"),
        ("p", 17, "All of them"),
        ("row", 18, "Name: Peter Lund, Left: 1930"),
        ("p", 20, "The mill in 1902"),
    ]
    facts = draft.facts
    assert (facts.title, facts.author, facts.publisher, facts.language) == (
        None,
        "Ann Reed",
        "The club",
        "en",
    )
    assert (facts.url, facts.published) == ("https://example.org/boats", HistoricalDate.parse("2018-03-04"))
    assert draft.left_out[LeftOut.MENUS] > 0


def test_the_head_gives_the_title_of_a_page_without_a_heading() -> None:
    assert html.read("<title>Old boats</title><h1>Old boats</h1>Text.").facts.title is None
    assert html.read("<title>Club: old boats</title><h1>Old boats</h1>Text.").facts.title == "Club: old boats"
    assert html.read("<title>News</title><h1>Old boats</h1>Text.").facts.title is None
    assert html.read("<title>Old boats</title><p>Text.").facts.title == "Old boats"


def test_the_head_above_a_page_says_more_than_the_page() -> None:
    head = "---\ntitle: Old boats\ndate: 2018-03-04\n---\n"
    draft = html.read(f"{head}<html lang='de'><title>Boats</title>\n<body><h1>Boats</h1><p>Eins.")

    assert [shown(part) for part in draft.parts] == [("h1", 6, "Boats"), ("p", 6, "Eins.")]
    facts = draft.facts
    assert (facts.title, str(facts.published), facts.language) == ("Old boats", "2018-03-04", "de")


@pytest.mark.parametrize(
    ("page", "day"),
    [
        (
            '<script type="application/ld+json">[{"datePublished": "2018-03-04T10:00:00"}]</script>',
            "2018-03-04",
        ),
        ('<time class="entry-date published" datetime="2018-03-04T10:00">4 March</time>', "2018-03-04"),
        ('<span itemprop="datePublished" content="2018-03">March</span>', "2018-03"),
        ('<time class="updated" datetime="2018-03-04">4 March</time>', "None"),
        ('<time pubdate datetime="2018-03-04">4</time><time pubdate datetime="2018-03-05">5</time>', "None"),
        ('<time pubdate datetime="4 March">4</time>', "None"),
    ],
)
def test_a_page_tells_when_it_was_published_in_its_text(page: str, day: str) -> None:
    assert str(html.read(f"<h1>Boats</h1>{page}<p>It sank.").facts.published) == day


def test_marks_of_a_template_that_are_never_closed_cost_no_time() -> None:
    assert html.read("<p>" + "{{ {% <% {# " * 50_000).parts


def test_a_page_nested_without_end_is_refused_at_its_line() -> None:
    with pytest.raises(FormatError, match="nested more than 400 deep") as error:
        html.read("<p>a\n" + "<div>" * 5_000)

    assert error.value.line == 2
