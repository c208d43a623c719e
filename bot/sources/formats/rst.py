"""reStructuredText: its marks read by a small reader of our own, its directives left out.

docutils would read all of it, at 2 MB of code, a tenth of the speed, and with directives that open files.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.sources.draft import Draft, Remark
from bot.sources.facts import Entry, read_facts
from bot.sources.formats.plain import TextReader, lines_of
from bot.sources.head import read_head
from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from collections import Counter

EXPLICIT = re.compile(  # ".. image:: x", ".. _a: b", ".. a comment"
    r"(?P<indent>[ ]*)\.\.(?:[ ]+(?P<words>\S.*))?$"
)
DIRECTIVE = re.compile(r"(?:\|[^|]+\|[ ]+)?(?P<name>[\w:+.-]+)::[ ]*(?P<argument>.*)")
SHOWN = frozenset({  # directives whose content a reader sees
    "note", "tip", "hint", "important", "attention", "caution", "warning", "admonition", "epigraph",
    "pull-quote", "highlights", "topic", "sidebar", "container", "rubric", "compound", "line-block",
    "hlist", "centered", "glossary", "versionadded", "versionchanged", "deprecated",
    "card", "grid", "grid-item", "grid-item-card", "dropdown", "tab-set", "tab-item", "details",
})  # fmt: skip
CAPTIONED = frozenset({"figure", "table", "list-table", "csv-table"})
FIELD = re.compile(r":([^:\n]{1,40}):(?:[ ]+(.*))?$")
DATED_FIELD = re.compile(r"^:(\d[^:\n]{1,39}):[ ]+(?=\S)")  # ":1983: It sank."
BROKEN_LINK = re.compile(  # `words <https://...>`_ over several lines, and the rest of the last one
    r"(?::[\w.+:-]{1,40}:)?`([^`<>]{1,300}?)(\s*)<[^`<>]{1,500}>`_{0,2}([^\n]*)"
)
BROKEN_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,2})(?=[^\s*])([^*\n]{1,200}\n[^*\n]{1,200})(?<=\S)\1(?![\w*])")
INLINE = (  # marks and what a reader sees of them
    (re.compile(r":(?:pep|PEP):`(\d+)`"), r"PEP \1"),
    (re.compile(r":(?:rfc|RFC):`(\d+)`"), r"RFC \1"),
    (
        re.compile(r":[\w.+-]+(?::[\w.+-]+)*:`[~!]?([^`<>]+?)(?:\s*<[^`<>]*>)?`"),
        r"\1",
    ),  # :ref:`words <target>`
    (re.compile(r"``([^`]+)``"), r"\1"),
    (re.compile(r"`([^`<>]+?)\s*<[^`<>]*>`__?"), r"\1"),  # `words <https://...>`_
    (re.compile(r"`([^`]+)`_{0,2}"), r"\1"),
    (re.compile(r"(?<![\w*])\*{1,2}(?=\S)([^*\n]+?)(?<=\S)\*{1,2}(?![\w*])"), r"\1"),
    (re.compile(r"\|([^|\s][^|\n]*?)\|_?"), r"\1"),
    (re.compile(r"\s?\[(?:\#[\w-]*|\*|\d+)\]_"), ""),  # a footnote's mark
    (re.compile(r"\b(\w[\w-]*)_(?=[\s.,;:!?)]|$)"), r"\1"),  # a reference_
    (re.compile(r"\\([\\*`|_ ])"), r"\1"),
)
COLUMN_RULE = re.compile(r"=+(?:[ ]+=+)+")  # over and under a simple table


def read(text: str) -> Draft:
    """A reStructuredText with its head; raises FormatError."""
    head = read_head(text)
    draft = Draft(facts=head.facts, remarks=list(head.remarks))
    source = BROKEN_EMPHASIS.sub(r"\2", BROKEN_LINK.sub(_without_address, text[head.body :]))
    rows = _without_directives(source.split("\n"), draft.left_out)
    rows = _with_fields(rows, head.body_line, draft)
    rows = [_seen(row) for row in _with_drawn_tables(rows)]
    draft.parts = TextReader(lines_of("\n".join(rows), head.body_line), draft, is_marked=True).parts()
    return draft


def _without_address(link: re.Match[str]) -> str:
    """The words of a link and the rest of its line, on as many lines; none is blank if that can be."""
    words, gap, rest = link.groups()
    if "\n" not in link[0]:
        return link[0]
    if "\n" not in gap:
        return f"{words}{rest}" + "\n" * (link[0].count("\n") - words.count("\n"))
    if rest.startswith(" "):
        return f"{words}{gap}{rest.lstrip()}"
    first, _, last = words.rpartition(" ")
    return f"{first}{gap}{last}{rest}" if first else f"{words}{rest}{gap}"


def _without_directives(rows: list[str], left_out: Counter[str]) -> list[str]:
    """The lines without comments, targets, notes and directives, but for what of these is read."""
    kept = list(rows)
    at = 0
    while at < len(rows):
        match = EXPLICIT.match(rows[at])
        is_literal = not match and rows[at].rstrip().endswith("::")
        if not match and not is_literal:
            at += 1
            continue
        indent = len(match["indent"]) if match else len(rows[at]) - len(rows[at].lstrip())
        end = _end_of_block(rows, at, indent)
        if match:
            kept[at:end] = _content(match["words"] or "", rows[at + 1 : end])
            left_out[LeftOut.DIRECTIVES] += sum(map(len, rows[at:end])) - sum(map(len, kept[at:end]))
        else:
            kept[at] = re.sub(r"\s*::\s*$", ":" if rows[at].strip() != "::" else "", rows[at])
            left_out[LeftOut.CODE] += sum(map(len, rows[at + 1 : end]))
            kept[at + 1 : end] = [""] * (end - at - 1)
        at = end
    return kept


def _end_of_block(rows: list[str], at: int, indent: int) -> int:
    """Where the lines end that are set in below a line."""
    end = at + 1
    for number in range(at + 1, len(rows)):
        row = rows[number]
        if row.strip() and len(row) - len(row.lstrip()) <= indent:
            break
        if row.strip():
            end = number + 1
    return end


def _content(words: str, block: list[str]) -> list[str]:
    """What a reader sees of a directive, on as many lines."""
    directive = DIRECTIVE.match(words)
    name = directive["name"].lower() if directive else ""
    options = sum(1 for row in block if FIELD.match(row.strip()))
    if directive and name in SHOWN:
        title = directive["argument"]
        return [title, *("" if FIELD.match(row.strip()) and options else row.strip() for row in block)]
    if directive and name in CAPTIONED:
        caption = directive["argument"] if name != "figure" else ""
        lines = ["" if FIELD.match(row.strip()) else row.strip() for row in block]
        return [caption, *(lines if name in {"figure", "table"} else [""] * len(block))]
    return [""] * (len(block) + 1)


def _with_fields(rows: list[str], line: int, draft: Draft) -> list[str]:
    """The lines without the fields under the title (":date: 2010"), which are a head; dates are none."""
    entries: dict[str, Entry] = {}
    kept = [DATED_FIELD.sub(r"\1: ", row) for row in rows]
    for number, row in enumerate(kept[:40]):
        field = FIELD.match(row)
        if field and (entries or _is_near_title(rows, number)):
            entries.setdefault(field[1].lower(), Entry(number + line, (field[2] or "").strip()))
            kept[number] = ""
        elif entries:
            break
    facts, remarks = read_facts(entries)
    draft.remarks += [Remark(remark.line, remark.message) for remark in remarks]
    known = draft.facts
    draft.facts = replace(
        known,
        title=known.title or facts.title,
        author=known.author or facts.author,
        published=known.published or facts.published,
        language=known.language or facts.language,
        style=known.style or facts.style,
        url=known.url or facts.url,
    )
    return kept


def _is_near_title(rows: list[str], number: int) -> bool:
    """Whether nothing but a title stands above a line."""
    return sum(bool(re.search(r"\w", row)) for row in rows[:number]) <= 1


def _with_drawn_tables(rows: list[str]) -> list[str]:
    """Simple tables, whose columns rules of equals signs mark, with bars; one without a head as items."""
    kept = list(rows)
    rules: list[int] = []
    for number, row in enumerate(rows):
        if COLUMN_RULE.fullmatch(row.strip()):
            rules.append(number)
        elif rules and not row.strip() and len(rules) > 1:
            _draw(kept, rules)
            rules = []
    _draw(kept, rules)
    return kept


def _draw(rows: list[str], rules: list[int]) -> None:
    """Draws the table between the first and the last of some rules."""
    if len(rules) < 2:
        return
    columns = [match.start() for match in re.finditer(r"=+", rows[rules[0]])]
    are_rules = set(rules)
    for number in range(rules[0], rules[-1] + 1):
        cells = [
            _seen(rows[number][start:end].strip()) for start, end in pairwise([*columns, len(rows[number])])
        ]
        if number in are_rules:
            rows[number] = "|--|--|" if len(rules) > 2 else ""
        elif rows[number].strip():
            rows[number] = (
                f"| {' | '.join(cells)} |" if len(rules) > 2 else f"- {', '.join(filter(None, cells))}"
            )


def _seen(row: str) -> str:
    """A line without the marks within it."""
    bare = row.lstrip()
    if bare.startswith("| ") and row.count("|") == 1:
        row = bare[2:]  # a line that is kept as it is
    if (
        bare.startswith(("|", "+-", "+="))
        or not any(mark in row for mark in "`*|_\\")
        or not bare.strip("=-`:.'\"~^_*+# ")
    ):
        return row
    for pattern, words in INLINE:
        row = pattern.sub(words, row)
    return row
