"""The source of a wiki's page (MediaWiki): templates, files and marks taken away, in those of plain text."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from bot.sources.cleaning import as_many_lines
from bot.sources.draft import Draft
from bot.sources.formats.plain import TextReader, lines_of
from bot.sources.head import read_head
from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
NOTE = re.compile(r"<ref\b[^<>]{0,300}/>|<ref\b[^<>]{0,300}>.{0,3000}?</ref>", re.DOTALL | re.IGNORECASE)
CODE = re.compile(
    r"<(syntaxhighlight|source|math|gallery|timeline|score)\b[^<>]{0,300}>.{0,30000}?</\1>",
    re.DOTALL | re.IGNORECASE,
)
BREAK = re.compile(r"<br[ ]?/?>", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
BRACES = re.compile(r"\{\{|\}\}")
BRACKETS = re.compile(r"\[\[|\]\]")
SWITCH = re.compile(r"__[A-Z]{3,30}__")  # __TOC__
REDIRECT = re.compile(r"#redirect\b", re.IGNORECASE)
NAMED = re.compile(  # links that put a picture there or sort the page
    r":?(?P<space>file|image|datei|bild|archivo|imagen|файл|изображение|文件|檔案|category|kategorie|categoría"
    r"|категория|分类|分類)[ ]?:",
    re.IGNORECASE,
)
PICTURES = frozenset({
    "file", "image", "datei", "bild", "archivo", "imagen", "файл", "изображение", "文件", "檔案",
})  # fmt: skip
PICTURE_OPTION = re.compile(
    r"(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|none|miniatur|mini|upright|rechts|links"
    r"|miniaturadeimagen|derecha|izquierda|мини|справа|слева|缩略图|右|左)(?:=.*)?|[\dx]{1,9}px|(?:alt|link|lang|page)=.*",
    re.IGNORECASE,
)
OUTSIDE = re.compile(  # [https://a.org words]
    r"\[(?:https?:|ftp:)?//[^\s\[\]]{1,500}(?:[ ]+([^\[\]\n]{1,500}))?\]"
)
EMPHASIS = re.compile(r"'{2,5}")
HEADING = re.compile(r"(?P<marks>={1,6})[ \t]*(?P<words>[^\n]{1,300}?)[ \t]*(?P=marks)[ \t]*")
TOP = re.compile(r"=(?!=)[^\n]{1,300}(?<!=)=[ \t]*")  # "= Boats ="
ITEM = re.compile(r"(?P<marks>[*#:;]{1,9})[ \t]*(?P<words>\S.*)")
ATTRIBUTES = re.compile(  # of a cell
    r"(?:\s*[\w-]{1,30}\s*=\s*(?:\"[^\"\n]{0,200}\"|[^\s|\"]{1,60}))+\s*\|(?!\|)"
)
CELLS = re.compile(r"\|\||!!")
FILLER = "| |"  # a row without cells, which holds the table together


def read(text: str) -> Draft:
    """The source of a page; raises FormatError."""
    head = read_head(text) if text.lstrip().startswith("---") else read_head("")
    draft = Draft(facts=head.facts, remarks=list(head.remarks))
    source = _without_blocks(text[head.body :], draft.left_out)
    rows = _with_drawn_tables(source.split("\n"))
    outer = "=" if any(TOP.fullmatch(row) for row in rows) else ""  # few pages have a heading of level 1
    lines = lines_of("\n".join(_line(row, outer) for row in rows), head.body_line)
    draft.parts = TextReader(lines, draft, is_marked=True).parts()
    return draft


def _without_blocks(text: str, left_out: Counter[str]) -> str:
    """A text without what may run over lines: comments, notes, templates; its links as their words."""
    text = COMMENT.sub(as_many_lines, text)
    for pattern, kind in ((NOTE, LeftOut.NOTES), (CODE, LeftOut.NOTES)):
        shorter = pattern.sub(as_many_lines, text) if "<" in text else text
        left_out[kind] += len(text) - len(shorter)
        text = shorter
    shorter = _without_nested(text, BRACES, _hidden)
    left_out[LeftOut.TEMPLATES] += len(text) - len(shorter)
    text = _without_nested(shorter, BRACKETS, _link_words)
    shorter = TAG.sub("", BREAK.sub(" ", text)) if "<" in text else text
    left_out[LeftOut.HTML_TAGS] += len(text) - len(shorter)
    return SWITCH.sub("", OUTSIDE.sub(lambda link: link[1] or "", shorter))


def _without_nested(text: str, marks: re.Pattern[str], shown: Callable[[str], str]) -> str:
    """A text in which all that stands between two marks, the inner ones first, is as a reader sees it."""
    open_pieces: list[list[str]] = [[]]
    at = 0
    for mark in marks.finditer(text):
        open_pieces[-1].append(text[at : mark.start()])
        at = mark.end()
        if mark[0] in {"{{", "[["}:
            open_pieces.append([])
        elif len(open_pieces) > 1:
            inside = "".join(open_pieces.pop())
            open_pieces[-1].append(shown(inside))
    open_pieces[-1].append(text[at:])
    return "".join(piece for pieces in open_pieces for piece in pieces)


def _hidden(inside: str) -> str:
    return "\n" * inside.count("\n")


def _link_words(inside: str) -> str:
    """What a reader sees of a link: its words, a picture's caption, nothing of a category."""
    target, *rest = inside.split("|")
    named = NAMED.match(target.strip())
    if named and not target.strip().startswith(":"):
        captions = [words for words in rest if not PICTURE_OPTION.fullmatch(words.strip())]
        return captions[-1].strip() if captions and named["space"].lower() in PICTURES else ""
    return rest[-1] if rest and rest[-1].strip() else target.lstrip(":")


def _with_drawn_tables(rows: list[str]) -> list[str]:
    """The rows with each table drawn with bars, a line a row, where its first cell stands."""
    kept = list(rows)
    start = -1
    for number, row in enumerate(rows):
        bare = row.strip()
        if bare.startswith("{|") and start < 0:
            start = number
        elif start >= 0 and bare.startswith("|}"):
            kept[start : number + 1] = _drawn(rows[start : number + 1])
            start = -1
    return kept


def _drawn(rows: list[str]) -> list[str]:
    """The lines of one table; what stands above its first row is its caption."""
    table: list[tuple[int, list[str]]] = []  # the line and the cells of each row
    drawn = [""] * len(rows)
    has_header = False
    is_new = True
    for number, row in enumerate(rows[1:-1], 1):
        bare = row.strip()
        if bare.startswith("|+"):
            drawn[number - 1] = bare[2:].strip()  # a line above, so that it is no row
        elif bare.startswith("|-"):
            is_new = True
        elif bare.startswith(("|", "!")):
            if is_new:
                has_header = has_header or (not table and bare.startswith("!"))
                table.append((number, []))
                is_new = False
            table[-1][1].extend(ATTRIBUTES.sub("", cell, count=1).strip() for cell in CELLS.split(bare[1:]))
        elif table and table[-1][1]:
            table[-1][1][-1] += f" {bare}"
    if has_header and table:
        drawn[table[0][0] : table[-1][0]] = [FILLER] * (table[-1][0] - table[0][0])
    for number, cells in table:
        shown = f"| {' | '.join(cells)} |" if has_header else f"* {', '.join(filter(None, cells))}"
        drawn[number] = shown if any(cells) else ""
    return drawn


def _line(row: str, outer: str) -> str:
    """A line as plain text has it, its headings with so many marks more."""
    row = unescape(EMPHASIS.sub("", row)) if "'" in row or "&" in row else row
    if row.startswith(("|", "{|")) or REDIRECT.match(row):
        return row if row.startswith("| ") else ""
    if heading := HEADING.fullmatch(row):
        marks = f"{outer}{heading['marks']}"[:6]
        return f"{marks} {heading['words']} {marks}"
    item = ITEM.fullmatch(row)
    if not item or set(item["marks"]) == {":"}:
        return item["words"] if item else row
    return f"{'  ' * (len(item['marks']) - 1)}- {item['words']}"
