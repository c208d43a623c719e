"""PDF files with text in them; each passage keeps the page it begins on."""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from bot.sources.draft import Draft, FormatError
from bot.sources.formats import plain
from bot.sources.left_out import LeftOut
from bot.sources.prose import SENTENCE_END
from bot.sources.source import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject, PdfReader

EDGE = 2  # lines at the top and at the foot of a page that may repeat on others
GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
CELLS = re.compile(r" {3,}")  # between the cells of a row
WIDE = 50  # characters; shorter lines tell nothing of columns
FEWEST_LINES = 8  # wide ones, that tell whether a page has columns
MOST = 0.6  # share of them with a gap at one place
REPEATED = 3  # pages on which a line makes a running head
LONGEST_HEAD = 80  # characters of a running head
MOST_PAGES = 5_000
FEWEST_LETTERS = 20  # a page: fewer in the mean are numbers on pictures
DIGITS = re.compile(r"\d+")
ROMAN = re.compile(r"(?:^|(?<= ))[ivxlc]{1,6}$")  # of a page before the first: "A history iv"
BULLET = ("•", "◦", "▪", "●", "–")
NOTE_MARK = re.compile(  # "it sank.1"
    r"(?:(?<=[^\W\d_]{3}[.,;:!?])|(?<=[^\W\d_][.!?,][”\"’)]))\d{1,3}(?=\s|$)"
)
FEWEST_NOTES = 2  # raised numbers that make such of them all
NO_TITLE = re.compile(
    r"(?:microsoft word|untitled|unbenannt|документ|doc\d|.*\.(?:docx?|pdf|odt|indd|tex|dvi))", re.IGNORECASE
)


def read(raw: bytes) -> Draft:
    """The draft of a file; raises FormatError."""
    title, pages = _pages(raw)
    letters = sum(character.isalnum() for page in pages for character in page)
    if letters < FEWEST_LETTERS * len(pages) or not letters:
        raise FormatError("holds pictures of pages and no text; have its text recognised (OCR) first", 0)
    lines = [page.split("\n") for page in pages]
    running = _running_heads(lines)
    starts: list[int] = []  # the first line of each page, from 1
    text: list[str] = []
    left_out: Counter[str] = Counter()
    for page in lines:
        if text and SENTENCE_END.search(text[-1]):
            text.append("")  # else a paragraph runs on to the next page
        starts.append(len(text) + 1)
        for at, line in enumerate(page):
            if _is_edge(at, page) and _alike(line) in running:
                left_out[LeftOut.RUNNING_HEADS] += len(line)
            else:
                text.append(line)
    draft = plain.read(_without_note_marks("\n".join(text), left_out), is_wrapped=True)
    draft.left_out += left_out
    draft.parts = [
        replace(part, line=0, place=Place(f"page {bisect_right(starts, part.line)}")) for part in draft.parts
    ]
    if title and not draft.facts.title and title in " ".join("\n".join(text[:60]).split()):
        draft.facts = replace(draft.facts, title=title)
    return draft


def _without_note_marks(text: str, left_out: Counter[str]) -> str:
    """A text without raised numbers of notes: those behind stops that count up from 1, two at least."""
    marks: list[tuple[int, int]] = []
    awaited = 1
    for match in NOTE_MARK.finditer(text):
        number = int(match[0])
        if number in {1, awaited}:
            marks.append(match.span())
            awaited = number + 1
    if len(marks) < FEWEST_NOTES:
        return text
    left_out[LeftOut.NOTE_MARKS] += sum(end - start for start, end in marks)
    ends, starts = [0, *(end for _, end in marks)], [*(start for start, _ in marks), None]
    return "".join(text[end:start] for end, start in zip(ends, starts, strict=True))


def _pages(raw: bytes) -> tuple[str, list[str]]:
    """The title that a file bears, and the text of each of its pages; raises FormatError."""
    try:
        import pypdf  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        raise FormatError('is a PDF; to read those: pip install -e ".[formats]"', 0) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of what it mends by itself
    if b"%PDF-" not in raw[:1024]:
        raise FormatError("is not a PDF file")
    try:
        title, pages = _contents(pypdf.PdfReader(BytesIO(raw)))
    except FormatError:
        raise
    except Exception as error:
        raise FormatError("is damaged, or cut off") from error
    if not pages:
        raise FormatError("has no pages")
    return "" if NO_TITLE.match(title) else " ".join(title.split()), pages


def _contents(file: PdfReader) -> tuple[str, list[str]]:
    if file.is_encrypted and not file.decrypt(""):
        raise FormatError("is locked with a password; save it without one")
    if len(file.pages) > MOST_PAGES:
        raise FormatError(f"has {len(file.pages):,} pages; at most {MOST_PAGES:,} are read")
    title = str(file.metadata.title or "") if file.metadata else ""
    return title, [_text(page) for page in file.pages]


def _text(page: PageObject) -> str:
    """The lines of a page as they stand on it; of one in columns, in the order in which the file has them."""
    lines = page.extract_text(extraction_mode="layout")
    return (
        page.extract_text() if _has_columns(lines.split("\n")) else "\n".join(_with_tables(lines.split("\n")))
    )


def _with_tables(lines: list[str]) -> Iterator[str]:
    """Lines with those that stand in columns written as a table, the first with the columns' names."""
    for many, run in groupby(lines, key=lambda line: len(_cells(line))):
        rows = list(run)
        if many == 1 or len(rows) == 1:
            yield from rows
            continue
        cells = [f"| {' | '.join(_cells(row))} |" for row in rows]
        yield from ("", cells[0], "|---" * many + "|", *cells[1:], "")


def _cells(line: str) -> list[str]:
    """The cells of a line; the mark of an item is none, and items beside each other are no row."""
    cells = CELLS.split(line.strip())
    if any(cell.startswith(BULLET) for cell in cells):
        return [line]
    return cells if any(map(str.isalpha, cells[0])) or cells[0].isdigit() else [line]


def _has_columns(lines: list[str]) -> bool:
    """Whether most of the long lines are parted by a gap at one and the same place."""
    long = [
        line
        for line in map(str.rstrip, lines)
        if len(line) - len(line.lstrip()) < len(line) // 2 and len(line) > WIDE
    ]
    gaps = Counter(at for line in long for gap in GAP.finditer(line.lstrip()) for at in range(*gap.span()))
    return len(long) >= FEWEST_LINES and max(gaps.values(), default=0) > len(long) * MOST


def _running_heads(pages: list[list[str]]) -> frozenset[str]:
    """Lines that stand at the edge of a good part of the pages, but for their numbers."""
    counts = Counter(
        alike
        for page in pages
        for alike in {_alike(line) for at, line in enumerate(page) if _is_edge(at, page)}
        if alike and len(alike) <= LONGEST_HEAD
    )
    return frozenset(line for line, many in counts.items() if many >= max(REPEATED, len(pages) // 4))


def _is_edge(at: int, page: list[str]) -> bool:
    return at < EDGE or at >= len(page) - EDGE


def _alike(line: str) -> str:
    """A line with each number as one mark: "12 The Mill" and "14 The Mill" are alike."""
    return ROMAN.sub("#", DIGITS.sub("#", " ".join(line.split())))
