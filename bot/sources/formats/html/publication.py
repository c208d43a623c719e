"""When a web page was published, where its head does not tell it: its schema.org data or the day shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

PUBLISHED = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d(?:-\d\d)?)')  # of schema.org
DAYS = "[itemprop=datePublished], time.entry-date, time.published, time.dt-published, time[pubdate]"
DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


def publication_day(tree: LexborHTMLParser) -> str | None:
    """The day or month as digits; none for a page of several posts of different days."""
    scripts = [node.text() for node in tree.css('script[type="application/ld+json"]')]
    return _only({day for script in scripts for day in PUBLISHED.findall(script)}) or _only(
        {
            match[0]
            for node in tree.css(DAYS)
            if (match := DAY.match(node.attributes.get("datetime") or node.attributes.get("content") or ""))
        }
    )


def _only(days: set[str]) -> str | None:
    return days.pop() if len(days) == 1 else None
