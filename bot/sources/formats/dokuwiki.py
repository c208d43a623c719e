"""The source of a page of DokuWiki, a `.txt` file, in the marks of plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sources.cleaning import as_many_lines
from bot.sources.draft import Draft
from bot.sources.formats.plain import TextReader, lines_of
from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from collections import Counter

HEADING = re.compile(r"[ \t]*(?P<marks>={2,6})(?!=)[ \t]*(?P<words>[^=\n][^\n]{0,300}?)[ \t]*={2,6}[ \t]*")
FIRST_HEADING = re.compile(r"^[ \t]*={5,6}(?!=)[ \t]*[^=\s][^\n]{0,300}?={5,6}[ \t]*$", re.MULTILINE)
OTHER_MARK = re.compile(  # "===== Boats =====", "\\", "[[boats:ann|Ann]]", "  * a boat", "{{:mill.jpg}}"
    r"^[ \t]*={2,5}(?!=)[ \t]*[^=\s][^\n]{0,300}?={2,5}[ \t]*$|\\\\(?:\s|$)|\[\[[^\]\n]+\]\]"
    r"|^[ ]{2,}[*-][ ]?\S|\{\{[^}\n]+\}\}",
    re.MULTILINE,
)
HIGHEST = 6  # equals signs of a heading of the first level
BLOCKS = re.compile(r"<(code|file|html|php)\b[^<>\n]{0,200}>.{0,30000}?</\1>", re.DOTALL | re.IGNORECASE)
NOTE = re.compile(r"\(\((?:[^()]|\([^()]*\)){0,1000}\)\)")
ITEM = re.compile(r"(?P<margin>[ ]{2,}|\t+)[*-](?!-)[ ]?(?P<words>\S.*)")
UNSEEN = re.compile(r"~~[A-Z][^~\n]{0,60}~~|</?(?:wrap|WRAP|block|div|note|hidden)\b[^<>\n]{0,200}>")
CELLS = re.compile(r"[\^|](?![^\[\]\n]*\]\])")  # no bar within a link
INLINE = (  # marks and what a reader sees of them
    (re.compile(r"\{\{[^{}|\n]{1,300}\|([^{}\n]{1,300})\}\}"), r"\1"),
    (re.compile(r"\{\{[^{}\n]{1,300}\}\}"), ""),
    (re.compile(r"\[\[[^\[\]|\n]{1,500}\|\s?([^\[\]\n]{1,500}?)\s?\]\]"), r"\1"),
    (re.compile(r"\[\[(?:[^\[\]|\n]{0,300}[:>])?([^\[\]|\n]{1,300})\|?\]\]"), r"\1"),
    (re.compile(r"<(del|sub|sup)>[^<>\n]{0,300}</\1>"), ""),
    (re.compile(r"(\*\*|__|''|%%)(?=\S)([^\n]{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![:/\w])//(?=[^\s/])([^\n]{1,500}?)(?<=[^\s:])//(?!\w)"), r"\1"),
    (re.compile(r"\\\\(?:\s+|$)"), " "),
)


def is_page(text: str) -> bool:
    """Whether a text begins with a heading as DokuWiki has it, and has another of its marks."""
    first = FIRST_HEADING.search(text[:2_000])
    return bool(first and OTHER_MARK.search(text, first.end()))


def read(text: str) -> Draft:
    """The source of a page."""
    draft = Draft(format="DokuWiki")
    source = _without_blocks(text, draft.left_out)
    lines = lines_of("\n".join(map(_line, source.split("\n"))), 1)
    draft.parts = TextReader(lines, draft, is_marked=True).parts()
    return draft


def _without_blocks(text: str, left_out: Counter[str]) -> str:
    for pattern, kind in ((BLOCKS, LeftOut.CODE), (NOTE, LeftOut.NOTES), (UNSEEN, LeftOut.TEMPLATES)):
        shorter = pattern.sub(as_many_lines, text)
        left_out[kind] += len(text) - len(shorter)
        text = shorter
    return text


def _line(row: str) -> str:
    """A line as plain text has it."""
    if heading := HEADING.fullmatch(row):
        marks = "=" * (HIGHEST + 1 - len(heading["marks"]) + 1)
        return f"{marks} {_seen(heading['words'])} {marks}"
    if item := ITEM.fullmatch(row):
        depth = len(item["margin"].expandtabs(2)) // 2 - 1
        return f"{'  ' * depth}- {_seen(item['words'])}"
    if row.startswith(("^", "|")) and row.rstrip().endswith(("^", "|")):
        cells = [_seen(cell).strip(" :") for cell in CELLS.split(row.strip())[1:-1]]
        return f"| {' | '.join(cells)} |" if any(cells) else ""
    return _seen(row.lstrip(">") if row.startswith(">") else row)


def _seen(row: str) -> str:
    """A line without the marks within it."""
    for pattern, words in INLINE:
        row = pattern.sub(words, row)
    return row.rstrip()
