"""Web pages, and the HTML that stands within other texts."""

from __future__ import annotations

from bot.sources.formats.html.page import fragment, read, read_source
from bot.sources.formats.html.templates import is_page_source

__all__ = ["fragment", "is_page_source", "read", "read_source"]
