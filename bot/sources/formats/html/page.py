"""Web pages: the article, not the menus around it; also the HTML that stands within Markdown."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import find_dates
from bot.sentences import words_of
from bot.sources.bold_headings import with_bold_headings
from bot.sources.draft import Draft, FormatError, Part
from bot.sources.facts import Entry, read_facts
from bot.sources.formats.html.menus import without_menus
from bot.sources.formats.html.publication import publication_day
from bot.sources.formats.html.sheets import set_styles
from bot.sources.formats.html.templates import filled, head_of, without_directives
from bot.sources.formats.html.tree import TreeReader
from bot.sources.left_out import LeftOut
from bot.sources.prose import SENTENCE_END
from bot.sources.unmarked_headings import with_unmarked_headings

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser, LexborNode

DEEPEST = 400  # open tags; the parser's time grows with the square of them
MOST_OF_PAGE = 0.3  # share of a page's text that its article holds at least
LONG = 80  # characters of a sentence that nobody writes beside a field to fill in
REACH = 50_000  # characters of source between the beginnings of two parts
START = 4_096  # characters in which a declaration stands
SUBSET = re.compile(  # entities that a page declares itself
    r"(?<=<!DOCTYPE html)[^<>\[\]]{0,300}\[[^\[\]]*\][ \n]*(?=>)", re.IGNORECASE
)
BODY = re.compile(r"<body\b[^<>]{0,2000}>", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
BETWEEN = r"(?:[^\w<&]|<[^<>]{0,200}>|&\w{1,8};){1,12}"  # two words of a text
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*?(/?)>")
CLOSED_BY_OTHERS = words_of(
    """
    p li dt dd tr td th thead tbody tfoot option area base br col embed hr img input link meta
    source track wbr colgroup caption b i em strong u s a small big tt code
    """
)
ARTICLES = (
    "main article",
    "article",
    "main",
    "[role=main]",
    "#mw-content-text",
    "#content",
    ".post",
    ".content",
)


def read(text: str) -> Draft:
    """A page, or what one is made of, as a draft; raises FormatError for one that is nested too deep."""
    head, text = head_of(text)
    text = without_directives(text)
    tree = _tree(text)
    draft = Draft(facts=head.facts, remarks=list(head.remarks))
    if tree.body is None:
        return draft
    set_styles(tree)
    article = _article(tree.body)
    _count_menus(tree.body, article, draft.left_out)
    reader = TreeReader(draft.left_out)
    parts = list(_placed(reader.read(article), text))
    if reader.most_stands_out:
        parts = [replace(part, level=max(0, part.level)) for part in parts]
    parts = with_bold_headings(list(without_menus(parts, draft.left_out)))
    draft.parts = with_unmarked_headings(parts)
    of_page, _ = read_facts(_entries(tree, next((part.text for part in draft.parts if part.level == 1), "")))
    draft.facts = filled(head.facts, of_page)
    return draft


def read_source(text: str) -> Draft:
    """A page of its source, without its parts where they tell nothing, as those of a form to log in."""
    draft = read(text)
    if not any(_tells(part) for part in draft.parts):
        draft.parts = []
    return draft


def _tells(part: Part) -> bool:
    """Whether a part is a sentence of some length, or names a date."""
    is_sentence = len(part.text) >= LONG and SENTENCE_END.search(part.text) is not None
    return is_sentence or bool(find_dates(part.text))


def fragment(text: str, line: int, left_out: Counter[str]) -> list[Part]:
    """The parts of HTML that stands within another text from a line on; raises FormatError."""
    tree = _tree(text)
    if tree.body is None:
        return []
    parts = with_bold_headings(list(_placed(TreeReader(left_out).read(tree.body), text)))
    return [replace(part, line=part.line + line - 1) for part in parts]


def _tree(text: str) -> LexborHTMLParser:
    """The nodes of a text; raises FormatError when it is nested too deep."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - 2 MB for those who have HTML

    _check_depth(text)
    return LexborHTMLParser(SUBSET.sub("", text, count=1) if "[" in text[:START] else text)


def _check_depth(text: str) -> None:
    depth = 0
    for tag in TAG.finditer(text):
        if tag[3] or tag[2].lower() in CLOSED_BY_OTHERS:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > DEEPEST:
            line = text.count("\n", 0, tag.start()) + 1
            raise FormatError(f"has HTML tags nested more than {DEEPEST} deep", line)


def _article(body: LexborNode) -> LexborNode:
    """The part of a page that holds its text."""
    whole = len(body.text())
    for selector in ARTICLES:
        nodes = body.css(selector)
        if len(nodes) == 1 and len(nodes[0].text()) >= MOST_OF_PAGE * whole:
            return nodes[0]
    return body


def _count_menus(body: LexborNode, article: LexborNode, left_out: Counter[str]) -> None:
    if article is not body:
        left_out[LeftOut.MENUS] += len(body.text(strip=True)) - len(article.text(strip=True))


def _entries(tree: LexborHTMLParser, heading: str) -> dict[str, Entry]:
    """What the head of a page says, under the names that heads of documents use."""
    named: dict[str, str] = {}
    for node in tree.css("meta"):
        key = (
            node.attributes.get("property")
            or node.attributes.get("name")
            or node.attributes.get("itemprop")
            or ""
        )
        if value := node.attributes.get("content"):
            named.setdefault(key.lower(), value)
    title = tree.css_first("title")
    link = tree.css_first("link[rel=canonical]")
    html = tree.css_first("html")
    values = {
        "title": _title(
            heading,
            named.get("og:site_name") or "",
            named.get("og:title") or "",
            title.text() if title else "",
        ),
        "author": named.get("author") or named.get("article:author"),
        "publisher": named.get("og:site_name"),
        "published": named.get("article:published_time")
        or named.get("date")
        or named.get("datepublished")
        or publication_day(tree),
        "canonical": (link.attributes.get("href") if link else None) or named.get("og:url"),
        "lang": html.attributes.get("lang") if html else None,
    }
    return {key: Entry(1, value) for key, value in values.items() if value}


def _title(heading: str, publisher: str, *titles: str) -> str | None:
    """The title of a page: the first given, under a heading only one that has more than it: "Past - Club".

    What a title adds by naming the publisher is no more: that is cited beside it.
    """
    given = [" ".join(title.split()) for title in titles]
    if not heading:
        return next(filter(None, given), None)
    longer = (title for title in given if heading.casefold() in title.casefold())
    return next(
        (title for title in longer if WORD.search(_without(_without(title, heading), publisher))), None
    )


def _without(text: str, words: str) -> str:
    return re.sub(re.escape(words), "", text, flags=re.IGNORECASE)


def _placed(parts: Iterator[Part], text: str) -> Iterator[Part]:
    """Parts with their lines, looked for by their first words, since the parser does not tell them."""
    body = BODY.search(text)
    at = body.end() if body else 0
    line = 1 + text.count("\n", 0, at)
    for part in parts:
        start = _start_of(part.text, text, at)
        line += text.count("\n", at, start)
        at = start
        yield replace(part, line=line)


def _start_of(words: str, text: str, at: int) -> int:
    """Where a part begins in its source from a place on; that place if it is not found within reach."""
    first = WORD.findall(words[:REACH])
    for some in (first[:3], sorted(first, key=len)[-1:]):
        pattern = BETWEEN.join(map(re.escape, some))
        match = re.compile(pattern).search(text, at, at + REACH) if some else None
        if match:
            return match.start()
    return at
