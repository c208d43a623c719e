"""A plain text: its head, its lines without those of a page around it, and their parts."""

from __future__ import annotations

from bot.sources.draft import Draft
from bot.sources.formats.plain.changelogs import with_dates_in_headings
from bot.sources.formats.plain.page_furniture import without_furniture
from bot.sources.formats.plain.reader import TextReader
from bot.sources.formats.plain.text_lines import lines_of
from bot.sources.head import read_head


def read(text: str, *, is_wrapped: bool | None = None) -> Draft:
    """A plain text with its head; raises FormatError. Without `is_wrapped` that is guessed."""
    text = with_dates_in_headings(text)
    head = read_head(text)
    draft = Draft(facts=head.facts, remarks=list(head.remarks))
    lines = without_furniture(lines_of(text[head.body :], head.body_line), draft)
    draft.parts = TextReader(lines, draft, is_wrapped=is_wrapped).parts()
    return draft
