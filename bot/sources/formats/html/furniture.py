"""What of a web page its reader passes over: menus, forms to fill in, scripts, what is hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sentences import words_of
from bot.sources.formats.html.nodes import is_in_sentence, is_panel
from bot.sources.prose import SENTENCE_END

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SKIPPED = words_of(
    """
    script style noscript template nav form button select svg iframe head footer object video audio
    canvas map textarea
    """
)
FURNITURE = re.compile(  # classes and ids of what stands around an article
    r"(?:^|[\s_-])(?:nav(?:bar|box|igation)?|menu|sidebar|breadcrumbs?|toc|footer\w*|cookies?|share|social|related"
    r"|comments?|advert(?:isement)?|reflist|references|editsection|noprint|catlinks|printfooter|pagination|skip-link"
    r"|jump-link|hatnote|metadata|authority-control)(?:$|[\s_-])",
    re.IGNORECASE,
)
PANEL = re.compile(r"(?:^|[\s_-])(?:accordion|collapsible)(?:$|[\s_-])", re.IGNORECASE)
ROLES = frozenset({"navigation", "search", "banner"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
QUOTED_BY = "blockquote"  # whose footer says who is quoted
PARAGRAPHS = "p, li, td, div, form"
LONG = 80  # characters of a paragraph that nobody writes beside a field to fill in
MOST = 0.3  # share of a page's text that a form around it holds at least


def is_furniture(node: LexborNode, page: LexborNode) -> bool:
    """Whether a node of a page is none of its text."""
    attributes = node.attributes
    name = "" if node.tag in HEADINGS else attributes.get("id") or ""  # a heading's is made of its words
    is_hidden = "hidden" in attributes or attributes.get("role") in ROLES
    if is_hidden or (HIDDEN.search(attributes.get("style") or "") and not is_panel(node)):
        return True
    is_named_so = FURNITURE.search(f"{attributes.get('class') or ''} {name}")
    if is_named_so and not (node.tag == "a" and is_in_sentence(node)):
        return True
    is_kept = _is_around_text(node, page) or _names_who_is_quoted(node) or opens_panel(node)
    return node.tag in SKIPPED and not is_kept


def opens_panel(button: LexborNode) -> bool:
    """Whether a button is what a reader takes for the heading of what it opens, as in an accordion."""
    if button.tag != "button":
        return False
    is_in_heading = button.parent is not None and button.parent.tag in HEADINGS
    return is_in_heading or PANEL.search(button.attributes.get("class") or "") is not None


def _is_around_text(form: LexborNode, page: LexborNode) -> bool:
    """Whether a form stands around most of a page, as ASP.NET puts it, and holds paragraphs of text."""
    if form.tag != "form" or len(form.text()) < MOST * len(page.text()):
        return False
    return any(map(_is_text, form.css(PARAGRAPHS)))


def _is_text(paragraph: LexborNode) -> bool:
    """Whether a paragraph, which holds no others, is long and ends as a sentence does."""
    text = paragraph.text().strip()
    if len(text) < LONG or not SENTENCE_END.search(text):
        return False
    return all(inner.mem_id == paragraph.mem_id for inner in paragraph.css(PARAGRAPHS))


def _names_who_is_quoted(footer: LexborNode) -> bool:
    return footer.tag == "footer" and footer.parent is not None and footer.parent.tag == QUOTED_BY
