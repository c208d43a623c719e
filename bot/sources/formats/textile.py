"""Textile, as Redmine and older blogs have it: its marks in those of plain text."""

from __future__ import annotations

import re

from bot.sources.cleaning import as_many_lines
from bot.sources.draft import Draft
from bot.sources.formats.plain import TextReader, lines_of
from bot.sources.head import read_head
from bot.sources.left_out import LeftOut

STYLE = r"(?:\([^()\n]{0,60}\)|\{[^{}\n]{0,100}\}|\[[a-zA-Z-]{2,8}\]|[<>=()]{1,3}){0,4}"
HEADING = re.compile(rf"h(?P<level>[1-6]){STYLE}\.[ \t]+(?P<words>\S.*)")
PARAGRAPH = re.compile(rf"(?:p|bq|fn\d{{1,3}}|div){STYLE}\.{{1,2}}(?::\S+)?[ \t]+")
ITEM = re.compile(rf"(?P<marks>[*#]{{1,6}}){STYLE}[ \t]+(?P<words>\S.*)")
TERM = re.compile(r"-[ \t]+(?P<term>\S[^\n]{0,200}?)[ \t]*:=[ \t]*(?P<meaning>[^\n]*?)(?:[ ]*=:)?")
CODE = re.compile(  # <pre>...</pre>   bc. x = 1, up to a blank line
    r"<(pre|notextile)\b[^<>\n]{0,200}>.{0,30000}?</\1>|^(?:bc|pre)\.{1,2}[ ].{0,5000}?(?=\n[ \t]*\n|\Z)",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
COMMENT = re.compile(r"^###\.{1,2}[ ].{0,5000}?(?=\n[ \t]*\n|\Z)|<!--.*?-->", re.DOTALL | re.MULTILINE)
TABLE = re.compile(rf"table{STYLE}\.[^\n]*")
CELL_STYLE = re.compile(rf"^(?:_|[\\/]\d)*{STYLE}\.[ ]|^_\.")
TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>|\{\{[^{}\n]{0,200}\}\}")
INLINE = (  # marks and what a reader sees of them
    (re.compile(r"![<>=]?[^\s!()]{1,300}(?:\([^()\n]{0,200}\))?!(?::\S{1,300})?"), ""),
    (
        re.compile(
            r"\"([^\"\n]{1,300}?)(?:\([^()\n]{0,200}\))?\":(?:https?://|/|\.|#|mailto:|\w)[^\s\"]{0,500}[^\s\".,;:!?)]"
        ),
        r"\1",
    ),
    (re.compile(r"\[\[(?:[^\[\]\n|]{0,300}\|)?([^\[\]\n|]{1,300})\]\]"), r"\1"),  # of Redmine
    (re.compile(r"(?<=\S)\[\d{1,3}\]"), ""),
    (re.compile(r"(?<![\w@])@(?=\S)([^@\n]{1,300}?)(?<=\S)@(?![\w@])"), r"\1"),
    (re.compile(r"(?<!\w)-(?=\S)[^-\n]{1,300}?(?<=\S)-(?!\w)"), ""),  # struck out
    (
        re.compile(r"(?<![\w*_+^~%])(\*{1,2}|_{1,2}|\+|\^|~|%|\?\?)(?=\S)([^\n]{1,500}?)(?<=\S)\1(?!\w)"),
        r"\2",
    ),
    (re.compile(r"\b([A-Z]{2,10})\([^()\n]{1,100}\)"), r"\1"),  # NATO(North Atlantic ...): shown on a touch
)


def read(text: str) -> Draft:
    """A Textile text with its head; raises FormatError."""
    head = read_head(text) if text.lstrip().startswith("---") else read_head("")
    draft = Draft(facts=head.facts, remarks=list(head.remarks), format="Textile")
    source = text[head.body :]
    for pattern, kind in ((CODE, LeftOut.CODE), (COMMENT, LeftOut.COMMENTS), (TAG, LeftOut.HTML_TAGS)):
        shorter = pattern.sub(as_many_lines, source)
        draft.left_out[kind] += len(source) - len(shorter)
        source = shorter
    lines = lines_of("\n".join(map(_line, source.split("\n"))), head.body_line)
    draft.parts = TextReader(lines, draft, is_marked=True).parts()
    return draft


def _line(row: str) -> str:
    """A line as plain text has it."""
    if heading := HEADING.match(row):
        marks = "=" * min(int(heading["level"]) + 1, 6)
        return f"{marks} {_seen(heading['words'])} {marks}"
    if TABLE.fullmatch(row):
        return ""
    if item := ITEM.match(row):
        return f"{'  ' * (len(item['marks']) - 1)}- {_seen(item['words'])}"
    if term := TERM.fullmatch(row):
        return f"- {_seen(term['term'])}: {_seen(term['meaning'])}".rstrip()
    if row.startswith("|") and row.rstrip().endswith("|"):
        cells = [_seen(CELL_STYLE.sub("", cell.strip())) for cell in row.strip().strip("|").split("|")]
        return f"| {' | '.join(cells)} |"
    return _seen(PARAGRAPH.sub("", row, count=1))


def _seen(row: str) -> str:
    """A line without the marks within it."""
    for pattern, words in INLINE:
        row = pattern.sub(words, row)
    return row.strip()
