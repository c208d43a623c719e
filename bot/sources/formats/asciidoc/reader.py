"""AsciiDoc: its marks read by a small reader of our own, what a reader does not see left out.

The line-based marks are turned into those of plain text, line by line where they were, so that one reader
finds the parts of both. No library for it is kept up in Python; Asciidoctor is Ruby.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sources.draft import Draft, Facts, Remark
from bot.sources.facts import Entry, read_facts
from bot.sources.formats.asciidoc.inline import without_broken_marks, without_marks
from bot.sources.formats.asciidoc.tables import with_drawn_tables
from bot.sources.formats.plain import TextReader, lines_of
from bot.sources.head import read_head
from bot.sources.left_out import LeftOut
from bot.sources.prose import is_prose

if TYPE_CHECKING:
    from collections import Counter

TITLE = re.compile(r"(={1,6}|#{1,6})[ ]+(\S.*?)(?:[ ]+\1)?")  # "== Rise", "== Rise =="
UNDERLINED = re.compile(r"([=\-~^+])\1{3,}")  # below a title, as long as it give or take a letter
LEVELS = "=-~^+"  # of such titles, the highest first
ATTRIBUTE = re.compile(r":(!?[\w][\w-]{0,60}!?):(?:[ ]+(.*))?")
AUTHOR = re.compile(  # "Ann Reed <ann@example.org>"
    r"(?P<name>[^\W\d_][\w.'’-]*(?:[ ][\w.'’-]+){0,3})(?:[ ]+<[^<>\s]+>)?(?:;.*)?"
)
REVISION = re.compile(  # "v1.2, 2014-05-03: x"
    r"(?:v[\w.]+(?:,[ ]*|$))?(?P<date>[^:]*?\d{4}[^:]*?)?(?::[ ].*)?"
)
FENCE = re.compile(
    r"(?P<mark>-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|--|`{3}(?=[\w,]*$))(?:(?<=`)[\w,]*)?"
)
HIDDEN = dict.fromkeys("-.`+", LeftOut.CODE) | {"/": LeftOut.COMMENTS}  # by the mark around it
UNSEEN = re.compile(
    r"""//(?!/).*  | \[[^\]\n]*\]  # a comment; [quote, Ann Reed]   [[anchor]]
    | (?:include|ifdef|ifndef|ifeval|endif|toc|image|video|audio)::\S*\[.*
    | '{3,} | <{3,} | \+ """,
    re.VERBOSE,
)
CAPTION = re.compile(r"\.(?=[^\s.])(.+)")  # ".The fleet of 1903", over what it names
ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ ]+")
MARKED_ITEM = re.compile(r"[ \t]*(\*{1,5}|\.{1,5}|-)[ \t]+(?=\S)(?:\[[ xX*]\][ \t]+)?")
TERM = re.compile(r"[ \t]*(?P<term>\S.{0,120}?)(?P<mark>:{2,4}|;;)(?:[ \t]+(?P<meaning>\S.*))?")
BIBLIOGRAPHY = re.compile(r"[ \t]*[*-]{1,5}[ \t]+\[\[\[")  # "- [[[reed]]] Ann Reed. The mill."
REFERENCE = re.compile(r"\{([\w-]{1,60})\}")


def read(text: str) -> Draft:
    """An AsciiDoc text with its head; raises FormatError."""
    head = read_head(text) if text.lstrip().startswith("---") else read_head("")
    draft = Draft(facts=head.facts, remarks=list(head.remarks))
    rows = without_broken_marks(text[head.body :]).split("\n")
    _without_unseen_blocks(rows, draft.left_out)
    _without_references(rows, draft.left_out)
    values = _take_head(rows, head.body_line, draft)
    rows = [REFERENCE.sub(lambda name: values.get(name[1].lower(), name[0]), row) for row in rows]
    rows = with_drawn_tables(rows, draft.left_out)
    lines = lines_of("\n".join(_as_text(rows)), head.body_line)
    draft.parts = TextReader(lines, draft, is_marked=True).parts()
    return draft


def _without_unseen_blocks(rows: list[str], left_out: Counter[str]) -> None:
    """Takes code, comments and the lines around blocks out of the rows, and turns old titles into new."""
    last = {row.rstrip(): number for number, row in enumerate(rows)}
    at = 0
    while at < len(rows):
        fence = FENCE.fullmatch(rows[at].rstrip())
        if fence and _is_title(rows, at):
            level = LEVELS.index(rows[at][0]) + 1
            rows[at - 1], rows[at] = f"{'=' * level} {rows[at - 1].strip()}", ""
        elif fence:
            _open_block(rows, at, fence["mark"], last.get(fence["mark"], 0), left_out)
        at += 1


def _without_references(rows: list[str], left_out: Counter[str]) -> None:
    """Takes the items of a bibliography out of the rows, each up to a blank line or the next item."""
    is_inside = False
    for number, row in enumerate(rows):
        is_item = MARKED_ITEM.match(row) is not None
        is_inside = BIBLIOGRAPHY.match(row) is not None or (is_inside and bool(row.strip()) and not is_item)
        if is_inside:
            left_out[LeftOut.REFERENCES] += len(row)
            rows[number] = ""


def _is_title(rows: list[str], at: int) -> bool:
    """Whether a line underlines the title above it, and opens no block."""
    above = rows[at - 1].strip() if at else ""
    is_alone = at < 2 or not rows[at - 2].strip() or UNSEEN.fullmatch(rows[at - 2].strip()) is not None
    is_as_long = abs(len(above) - len(rows[at].strip())) <= 1
    return bool(UNDERLINED.fullmatch(rows[at].strip()) and re.match(r"\w", above) and is_as_long and is_alone)


def _open_block(rows: list[str], at: int, mark: str, last: int, left_out: Counter[str]) -> None:
    """Takes the lines around a block away, and what is between them where no reader sees it.

    `last` is the last line of the text that may close it.
    """
    end = next((n for n in range(at + 1, last + 1) if rows[n].rstrip() == mark), None)
    kind = HIDDEN.get(mark[0]) if mark != "--" else None
    rows[at] = ""
    if end is None:
        return
    inside = rows[at + 1 : end]
    rows[end] = ""
    if kind == LeftOut.COMMENTS or (kind and not is_prose("\n".join(inside))):
        left_out[kind] += sum(map(len, inside))
        rows[at + 1 : end] = [""] * len(inside)


def _take_head(rows: list[str], line: int, draft: Draft) -> dict[str, str]:
    """Takes author, revision and attributes out of the rows; the values of attributes by name."""
    entries: dict[str, Entry] = {}
    values: dict[str, str] = {}
    place = 0  # 1 behind the title, 2 behind the author
    for number, row in enumerate(rows):
        if attribute := ATTRIBUTE.fullmatch(row.rstrip()):
            name, value = attribute[1].lower(), (attribute[2] or "").strip()
            values.setdefault(name, value)
            entries.setdefault({"revdate": "date"}.get(name, name), Entry(number + line, value))
        elif not place and TITLE.fullmatch(row.rstrip()) and not entries.keys() & {"title"}:
            place = 1
            continue
        elif place == 1 and (author := AUTHOR.fullmatch(row.strip())):
            entries.setdefault("author", Entry(number + line, author["name"]))
            place = 2
        elif place == 2 and (revision := REVISION.fullmatch(row.strip())) and row.strip():
            entries.setdefault("date", Entry(number + line, revision["date"] or ""))
            place = 3
        elif row.startswith("//"):
            pass
        else:
            place = 3 if place or row.strip() else 0
            continue
        rows[number] = ""
    facts, remarks = read_facts(entries)
    draft.remarks += [Remark(remark.line, remark.message) for remark in remarks]
    if draft.facts == Facts():
        draft.facts = facts
    return values


def _as_text(rows: list[str]) -> list[str]:
    """The lines as plain text has them, its marks and none of AsciiDoc's."""
    lines = [_line(row) for row in rows]
    below = ""  # the next line that is not blank
    for number in reversed(range(len(rows))):
        term = TERM.fullmatch(rows[number].strip())
        if term and not term["meaning"] and MARKED_ITEM.match(below):
            lines[number] = lines[number].removeprefix("- ")  # it introduces a list
        below = rows[number] if rows[number].strip() else below
    return lines


def _line(row: str) -> str:
    bare = row.strip()
    if not bare or UNSEEN.fullmatch(bare) or bare.startswith("|"):
        return row if bare.startswith("|") else ""  # of a table that is drawn already
    if title := TITLE.fullmatch(bare):
        marks = "=" * min(len(title[1]) + 1, 6)
        return f"{marks} {without_marks(title[2])} {marks}"
    if item := MARKED_ITEM.match(row):
        return f"{'  ' * (len(item[1]) - 1)}- {without_marks(row[item.end() :])}"
    if (term := TERM.fullmatch(bare)) and "://" not in term["term"]:
        return f"- {without_marks(term['term'])}: {without_marks(term['meaning'] or '')}".rstrip()
    if caption := CAPTION.fullmatch(bare):
        return without_marks(caption[1])
    return without_marks(ADMONITION.sub("", bare, count=1))
