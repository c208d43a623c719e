"""Plain text, and the reader of its lines that the formats with line-based marks share."""

from __future__ import annotations

from bot.sources.formats.plain.document import read
from bot.sources.formats.plain.reader import TextReader
from bot.sources.formats.plain.text_lines import lines_of

__all__ = ["TextReader", "lines_of", "read"]
