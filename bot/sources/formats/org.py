"""Org mode, as Emacs has it: headings, drawers, blocks, tables and links, in the marks of plain text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.sources.draft import Draft, Remark
from bot.sources.facts import Entry, read_facts
from bot.sources.formats.plain import TextReader, lines_of
from bot.sources.left_out import LeftOut
from bot.sources.prose import is_prose

if TYPE_CHECKING:
    from collections import Counter

KEYWORD = re.compile(r"[ \t]*#\+(?P<key>[\w-]{1,40}):[ \t]*(?P<value>.*)")
HEADING = re.compile(
    r"""(?P<stars>\*{1,9})[ ]+ (?:(?:TODO|DONE|NEXT|WAITING|CANCELL?ED)[ ]+)? (?:\[\#[A-Z]\][ ]+)?
        (?P<words>.*?) (?:[ \t]+:[\w@#%:.-]+:)? [ \t]*""",
    re.VERBOSE,
)
BLOCK = re.compile(r"[ \t]*#\+begin_(?P<kind>\w+)", re.IGNORECASE)
HIDDEN_BLOCKS = frozenset({"src", "example", "export", "comment"})
DRAWER = re.compile(r"[ \t]*:[\w-]{1,40}:[ \t]*")
DRAWER_END = re.compile(r"[ \t]*:end:[ \t]*", re.IGNORECASE)
UNSEEN = re.compile(r"[ \t]*(?:#(?:[ \t].*)?|-{5,})")  # a remark, a rule
TABLE_RULE = re.compile(r"[ \t]*\|[-+]+\|?[ \t]*")
TERM = re.compile(r"(?P<item>[ \t]*[-+][ ]+)(?P<term>\S.{0,200}?)[ ]+::(?:[ ]+|$)")
CHECK_BOX = re.compile(r"(?P<item>[ \t]*(?:[-+]|\d{1,3}[.)])[ ]+)\[[ xX-]\][ ]+")
BROKEN = (  # marks around words that go on in the next line
    (re.compile(r"\[\[[^\[\]]{1,500}\]\[([^\[\]\n]{1,300}\n[^\[\]\n]{1,300})\]\]"), r"\1"),
    (
        re.compile(r"(?<![\w*/=~+])([*/=~])(?=\S)([^*/=~\n]{1,200}\n[^*/=~\n]{1,200})(?<=\S)\1(?![\w*/=~+])"),
        r"\2",
    ),
)
INLINE = (  # marks and what a reader sees of them
    (re.compile(r"\[\[(?:file:)?[^\[\]]{1,500}\.(?:png|jpe?g|gif|svg)\]\]"), ""),
    (re.compile(r"\[\[[^\[\]]{1,500}\]\[([^\[\]]{1,500})\]\]"), r"\1"),  # [[https://example.org][the words]]
    (re.compile(r"\[\[([^\[\]]{1,500})\]\]"), r"\1"),
    (re.compile(r"[ ]?\[fn:[^\[\]]{0,300}\]"), ""),
    # <2019-05-12 Sun 10:00>, [2019-05-12 Sun]
    (
        re.compile(
            r"[<\[](\d{4}-\d\d-\d\d)(?:[ ][^\s<>\[\]\d]{1,12})?(?:[ ]\d\d?:\d\d(?:-\d\d?:\d\d)?)?[>\]]"
        ),
        r"\1",
    ),
    (re.compile(r"(?<![\w*/=~+])([*/=~+])(?=\S)([^*/=~+\n]{1,300}?)(?<=\S)\1(?![\w*/=~+])"), r"\2"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,300}?)(?<=\S)_(?!\w)"), r"\1"),
)


def read(text: str) -> Draft:
    """An Org text with its head."""
    draft = Draft()
    for pattern, words in BROKEN:
        text = pattern.sub(words, text)
    rows = text.split("\n")
    _take_keywords(rows, draft)
    _without_unseen(rows, draft.left_out)
    lines = lines_of("\n".join(map(_line, rows)), 1)
    draft.parts = TextReader(lines, draft, is_marked=True).parts()
    return draft


def _take_keywords(rows: list[str], draft: Draft) -> None:
    """Takes "#+TITLE: Boats" and the like out of the rows; a caption stays."""
    entries: dict[str, Entry] = {}
    for number, row in enumerate(rows):
        if keyword := KEYWORD.fullmatch(row):
            key, value = keyword["key"].lower(), keyword["value"].strip()
            seen = " ".join(_without_marks(value).split())
            entries.setdefault(key, Entry(number + 1, seen))
            rows[number] = value if key == "caption" else ""
    draft.facts, remarks = read_facts(entries)
    draft.facts = replace(draft.facts, aliases=())
    draft.remarks += [Remark(remark.line, remark.message) for remark in remarks]


def _without_unseen(rows: list[str], left_out: Counter[str]) -> None:
    """Takes drawers, code and the lines around blocks out of the rows."""
    at = 0
    last_end = max((n for n, row in enumerate(rows) if DRAWER_END.fullmatch(row)), default=-1)
    while at < len(rows):
        if block := BLOCK.match(rows[at]):
            at = _without_block(rows, at, block["kind"].lower(), left_out)
        elif DRAWER.fullmatch(rows[at]) and at < last_end:
            end = next(n for n in range(at, last_end + 1) if DRAWER_END.fullmatch(rows[n]))
            left_out[LeftOut.DRAWERS] += sum(map(len, rows[at : end + 1]))
            rows[at : end + 1] = [""] * (end + 1 - at)
            at = end + 1
        else:
            at += 1


def _without_block(rows: list[str], at: int, kind: str, left_out: Counter[str]) -> int:
    """Where the text goes on behind a block, whose own lines are taken away, code with what is in it."""
    closing = f"#+end_{kind}"
    end = next((n for n in range(at, len(rows)) if rows[n].strip().lower() == closing), len(rows))
    inside = rows[at + 1 : end]
    if kind in HIDDEN_BLOCKS and not is_prose("\n".join(inside)):
        left_out[LeftOut.CODE] += sum(map(len, inside))
        inside = [""] * len(inside)
    rows[at : end + 1] = ["", *inside, ""][: end + 1 - at]
    return end + 1


def _line(row: str) -> str:
    """A line as plain text has it."""
    if UNSEEN.fullmatch(row):
        return ""
    if TABLE_RULE.fullmatch(row):
        return row.replace("+", "|").strip()
    if heading := HEADING.fullmatch(row):
        marks = "=" * min(len(heading["stars"]) + 1, 6)
        return f"{marks} {_without_marks(heading['words'])} {marks}"
    row = TERM.sub(r"\g<item>\g<term>: ", row, count=1)
    return _without_marks(CHECK_BOX.sub(r"\g<item>", row, count=1)).rstrip()


def _without_marks(line: str) -> str:
    for pattern, words in INLINE:
        line = pattern.sub(words, line)
    return line
