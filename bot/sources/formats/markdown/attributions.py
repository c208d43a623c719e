"""Lines that say where the quotations above them are from: "— [Ann Reed](https://example.org/1)"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.facts import LINK
from bot.sources.source import Place

if TYPE_CHECKING:
    from markdown_it.token import Token

    from bot.sources.draft import Part
DASH = re.compile(r"(?:[—–―]|--)\s?")


def attribution(token: Token) -> Place | None:
    """Where what stands above is from, of a paragraph such as "— [Ann Reed](https://example.org/1)"."""
    kinds = [child.type for child in token.children or ()]
    if kinds != ["text", "link_open", "text", "link_close"] or not token.children:
        return None
    dash, link, label, _ = token.children
    url = str(link.attrs.get("href") or "")
    return Place(label.content, url) if DASH.fullmatch(dash.content) and LINK.fullmatch(url) else None


def attribute(parts: list[Part], place: Place) -> None:
    """Gives a place to the paragraphs above, up to their heading or to another quotation."""
    for n in range(len(parts) - 1, -1, -1):
        if parts[n].kind is BlockKind.HEADING or parts[n].place:
            return
        parts[n] = replace(parts[n], place=place)
