"""What a node of a web page is to its reader: the mark of a note, a picture told of below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

# Classes and roles that MediaWiki, pandoc and others give the marks of notes, and the ways back from these
NOTE_CLASSES = frozenset({"reference", "footnote-ref", "footnoteref", "footnote-back", "footnote-backref"})
NOTE_ROLES = frozenset({"doc-noteref", "doc-backlink", "noteref"})
MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3})[\])]?")  # "1", "[2]", "a", "†"
WORD = re.compile(r"[^\W\d_]{2}")
WAY_BACK = re.compile(r"[↩↑^⏎\ufe0e\ufe0f]+")
RAISED = frozenset({"sup", "a"})
BOLD = frozenset({"b", "strong", "big", "summary", "button"})  # a button that is read opens a panel
STYLED = frozenset({"font", "span", "div", "p", "td", "center"})
LARGE = re.compile(  # style="font-size: 27pt"   "font-weight: bold"
    r"""font-size:\s*(?:(?:1[6-9]|[2-9]\d)(?:\.\d+)?pt|(?:2[1-9]|[3-9]\d)(?:\.\d+)?px|(?:1\.[3-9]|[2-9])\d*(?:\.\d+)?r?em
        |1[3-9]\d%|[2-9]\d\d%|x{1,2}-large) | font-weight:\s*(?:bold|[6-9]00)""",
    re.VERBOSE | re.IGNORECASE,
)
NAMED_TITLE = re.compile(  # class="card-title"   class="sectionTitle"
    r"(?:^|[\s_-]|(?<=[a-z])(?=T))(?:title|Title|heading|headline)(?:$|\s)"
)
INNER = "p, div, li, table, h1, h2, h3, h4, h5, h6"
LARGE_FONT = re.compile(r"\+\d|[4-7]")  # <font size="+1">
CAPTION = "figcaption, .caption, .wp-caption-text, .thumbcaption"
FRAMES = frozenset({"figure", "thumb", "wp-caption"})  # of pandoc, MediaWiki, WordPress
PANEL = 300  # characters of text that is worth a tab
FIGURES = 4  # nodes around a picture, among which its figure is


def is_note_mark(node: LexborNode) -> bool:
    """Whether it only leads to a note, or back from one.

    A number that is raised and leads to a place of its own page does; the 2 in m² leads nowhere.
    """
    attributes = node.attributes
    roles = {attributes.get("role") or "", attributes.get("epub:type") or ""}
    if NOTE_ROLES & roles or NOTE_CLASSES & set((attributes.get("class") or "").split()):
        return node.tag not in {"li", "ol", "ul", "section", "div"}
    if node.tag not in RAISED:
        return False
    text = node.text(strip=True)
    if node.tag == "sup" and "[" in text:
        return True
    link = node if node.tag == "a" else node.css_first("a")
    if link is None or not (link.attributes.get("href") or "").startswith("#"):
        return False
    is_raised = node.tag == "sup" or node.css_first("sup") is not None
    return bool((is_raised and MARK.fullmatch(text)) or WAY_BACK.fullmatch(text))


def is_in_sentence(link: LexborNode) -> bool:
    """Whether words stand right before or behind a link, so that nobody could read on without its own."""
    beside = (link.prev, link.next)
    return any(node is not None and node.tag == "-text" and WORD.search(node.text()) for node in beside)


def is_panel(node: LexborNode) -> bool:
    """Whether it is hidden only until somebody asks for it: running text below a tab, not a menu."""
    long = len(node.text(strip=True))
    linked = sum(len(link.text(strip=True)) for link in node.css("a"))
    return long >= PANEL and linked * 2 < long


def stands_out(node: LexborNode) -> bool:
    """Whether its text is bold or large by its tag or its own style, or a title by its class."""
    if node.tag not in STYLED:
        return node.tag in BOLD
    attributes = node.attributes
    if NAMED_TITLE.search(attributes.get("class") or "") and _is_innermost(node):
        return True
    if node.tag == "font" and LARGE_FONT.fullmatch(attributes.get("size") or ""):
        return True
    return LARGE.search(attributes.get("style") or "") is not None


def _is_innermost(block: LexborNode) -> bool:
    return all(node.mem_id == block.mem_id for node in block.css(INNER))


def has_caption(picture: LexborNode) -> bool:
    """Whether a caption stands with it in its figure."""
    return any(
        (node.tag == "figure" or FRAMES & set((node.attributes.get("class") or "").split()))
        and node.css_first(CAPTION) is not None
        for node in _around(picture)
    )


def _around(node: LexborNode) -> Iterator[LexborNode]:
    for _ in range(FIGURES):
        parent = node.parent
        if parent is None:
            return
        yield parent
        node = parent
