"""Parts of small Markdown texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sources.formats import markdown

if TYPE_CHECKING:
    from bot.sources.draft import Part


def parts_of(blocks: str) -> list[Part]:
    """The parts of blocks of Markdown with " | " between them."""
    return markdown.read(blocks.replace(" | ", "\n\n")).parts
