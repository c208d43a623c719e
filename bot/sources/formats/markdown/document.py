"""A Markdown document: its head, its parts, and headings that no mark makes."""

from __future__ import annotations

import re

from bot.sources.bold_headings import with_bold_headings
from bot.sources.draft import Draft
from bot.sources.formats.markdown.headings import with_bare_headings
from bot.sources.formats.markdown.reader import TokenReader
from bot.sources.formats.markdown.source import prepared
from bot.sources.formats.markdown.tokens import parsed
from bot.sources.head import listed_head, read_head

TITLE = re.compile(r"\s*(?:#[ \t][^\n]*\n|[^\n]+\n={3,}[ \t]*\n)(?:[ \t]*\n)*")  # over a head that is a list


def read(text: str) -> Draft:
    """A Markdown text with its head; raises FormatError."""
    head = read_head(text)
    draft = Draft(facts=head.facts, remarks=list(head.remarks))
    if not head.body and (title := TITLE.match(text)):
        listed = listed_head(text, title.end())
        draft.facts, draft.remarks = listed.facts, list(listed.remarks)
        lines = text.count("\n", title.end(), max(listed.body, title.end()))
        text = text[: title.end()] + "\n" * lines + text[max(listed.body, title.end()) :]
    source = prepared(text[head.body :], head.body_line, draft)
    tokens, source = parsed(source, head.body_line, draft)
    reader = TokenReader(draft, source.split("\n"), head.body_line)
    parts = with_bold_headings(reader.read(tokens))
    draft.parts = with_bare_headings(parts, source.split("\n"), head.body_line)
    return draft
