"""Markdown, as CommonMark with tables and footnotes, and as people write it who never read a standard."""

from __future__ import annotations

from bot.sources.formats.markdown.document import read

__all__ = ["read"]
