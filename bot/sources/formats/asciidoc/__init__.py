"""AsciiDoc, whose marks are turned into those of plain text."""

from __future__ import annotations

from bot.sources.formats.asciidoc.reader import read

__all__ = ["read"]
