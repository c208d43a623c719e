"""HTML amid Markdown: where it ends, and its parts with the marks of Markdown in it taken away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sources.formats import html

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from bot.sources.draft import Part
MARKED_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}(?:[ ]\"[^\"\n]{0,300}\")?\)")  # amid HTML
EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,300}?)(?<=\S)\1(?![\w*])")
HTML_BLOCK = re.compile(
    r"</?(?:p|div|table|t[rdh]|thead|tbody|ul|ol|li|dl|d[td]|center|blockquote|section|details|summary|pre|h[1-6]"
    r"|figure|figcaption|aside|header|footer|article)\b",
    re.IGNORECASE,
)
HTML_BLOCK_ENDS = re.compile(r"</\w+>\s*$")
SET_IN_HTML = re.compile(  # amid a page's tags, behind a blank line
    r"\s*</?(?:p|div|table|t[rdh]|tbody|ul|ol|li|section|article|main|aside|h[1-6]|strong|em|b|i|span|a|br)\b[^<>]*>",
    re.IGNORECASE,
)


def end_of_html(rows: Sequence[str]) -> int:
    """How many rows of a block of HTML stand before lines behind its last tag, which is Markdown again."""
    last = max((n for n, row in enumerate(rows) if HTML_BLOCK.search(row)), default=len(rows))
    is_closed = last < len(rows) and HTML_BLOCK_ENDS.search(rows[last]) is not None
    return last + 1 if is_closed else len(rows)


def is_set_in_html(content: str) -> bool:
    """Whether what stands in the form of code is HTML that its page sets in, behind a blank line."""
    return SET_IN_HTML.match(content) is not None


def html_parts(rows: Sequence[str], line: int, left_out: Counter[str]) -> list[Part]:
    """The parts of rows of HTML from a line on; raises FormatError."""
    source = MARKED_LINK.sub(r"\1", "\n".join(rows))
    return html.fragment(EMPHASIS.sub(r"\2", source), line, left_out)
