"""A draft into a document: its title, its text as a reader sees it, and the blocks over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates import Block, BlockKind
from bot.sources.part_rules import BEFORE_TITLE, BEHIND_TITLE, applied
from bot.sources.source import Document, Source, TitleOrigin
from bot.sources.titles import document_date_of, title_of
from bot.sources.writing_date import record_date, writing_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.sources.draft import Draft, Part


def compose(draft: Draft, file: str, form: str) -> Document:
    """The document of a draft; `form` is the name of its format."""
    facts = draft.facts
    parts = applied(BEFORE_TITLE, draft.parts, draft)
    title, origin = title_of(facts, parts if draft.is_titled else (), file)
    parts = applied(BEHIND_TITLE, parts[1:] if origin is TitleOrigin.LINE else parts, draft)
    date = document_date_of(title, origin, file, facts.published)
    written = writing_date(parts, title, date, facts.published) or facts.published
    date = record_date(parts, title, date, facts.published) or date
    text, blocks = _laid_out(parts)
    source = Source(
        title=title,
        file=file,
        url=facts.url,
        author=facts.author,
        publisher=facts.publisher,
        published=facts.published,
        language=facts.language,
        style=facts.style,
        aliases=facts.aliases,
    )
    places = tuple(part.place for part in parts) if any(part.place for part in parts) else ()
    left_out = tuple((kind, many) for kind, many in draft.left_out.most_common() if many > 0)
    return Document(source, text, blocks, places, date, origin, form, left_out, written)


def _laid_out(parts: Iterable[Part]) -> tuple[str, tuple[Block, ...]]:
    """The text, items and rows on lines of their own, all else between blank ones; and its blocks."""
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    before: Part | None = None
    for part in parts:
        is_close = (
            before is not None and before.kind is part.kind and part.kind in {BlockKind.ITEM, BlockKind.ROW}
        )
        gap = "" if before is None else "\n" if is_close else "\n\n"
        pieces += (gap, part.text)
        start = at + len(gap)
        at = start + len(part.text)
        blocks.append(
            Block(start, at, part.line, part.level, part.kind, part.depth, part.stamp, part.context)
        )
        before = part
    return "".join(pieces), tuple(blocks)
