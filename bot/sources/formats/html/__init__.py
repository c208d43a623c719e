"""Web pages, and the HTML that stands within other texts."""

from __future__ import annotations

from bot.sources.formats.html.page import fragment, read

__all__ = ["fragment", "read"]
