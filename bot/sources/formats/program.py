"""Programs that make a page: the rows with dates in them, and the text of the page as JSX writes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sources.formats import dated_rows, html

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.draft import Draft, Part

PAGE = re.compile(r"(?:\breturn\b|=>|=)[ \t]*(?:\([ \t]*)?\n?\s*(?=<(?:>|[A-Za-z][\w.]*[\s>/]))")
END = re.compile(r"^[ \t]{0,4}\)?;?[ \t]*\n?[ \t]{0,2}[})]|^export\b|^(?:const|function)\b", re.MULTILINE)
QUOTED = re.compile(r"\{\s*(?:\"([^\"{}\n]*)\"|'([^'{}\n]*)'|`([^`{}]*)`)\s*\}")  # {" "}   {'It sank.'}
INNERMOST = re.compile(r"\{[^{}]*\}")
ALONE = re.compile(r"<[A-Z][\w.]*(?:[^<>\"']|\"[^\"]*\"|'[^']*'){0,2000}/>")  # <Footer wide />
NAMELESS = re.compile(r"</?>")
CLASS = re.compile(r"\bclassName=")
DEEPEST = 8  # braces within each other
JSX = re.compile(rb"\bclassName=|\breturn[ \t]*\(\s*<|</?>")
LAST_TAG = re.compile(r".*(?:</[\w.]*|/)>", re.DOTALL)
SCRIPT, SCRIPT_END = "<script", "</script"


def is_likely_page(start: bytes) -> bool:
    """Whether a file that begins so may be the source of a page, or hold rows with dates."""
    return html.is_page_source(start) or dated_rows.is_likely(start)


def is_likely(start: bytes) -> bool:
    """Whether a program that begins so may hold rows with dates, or makes a page."""
    return dated_rows.is_likely(start) or (JSX.search(start) is not None and html.is_page_source(start))


def read(text: str) -> Draft:
    """What a program in JavaScript or TypeScript shows to a reader."""
    return _with_rows(page_of(text), dated_rows.parts_of_program(text))


def read_page(text: str) -> Draft:
    """The source of a page, and the rows with dates in its scripts."""
    rows = [part for script in _scripts(text) for part in dated_rows.parts_of_program(script)]
    return _with_rows(text, rows)


def _with_rows(text: str, rows: Sequence[Part]) -> Draft:
    """A page with its rows where it shows them, as far as that can be told: under its first heading."""
    page = html.read(text) if rows else html.read_source(text)
    first = next((n for n, part in enumerate(page.parts, 1) if part.level), 0)
    if rows:
        page.parts = [*page.parts[:first], *rows, *page.parts[first:]]
        page.is_titled = first > 0
    return page


def _scripts(text: str) -> Iterator[str]:
    """The scripts of a page, each with as many lines above as it has there."""
    at = text.find(SCRIPT)
    while at >= 0 and (end := text.find(SCRIPT_END, at)) >= 0:
        yield "\n" * text.count("\n", 0, at) + text[at:end]
        at = text.find(SCRIPT, end + 1)


def page_of(text: str) -> str:
    """What of a program is written as a page, as HTML on the same lines.

    >>> page_of('return <p className="a">It {b} sank{" "}in May.</p>')
    '<p class="a">It  sank in May.</p>'
    """
    pages: list[str] = []
    at = lines = 0
    while match := PAGE.search(text, at):
        start, stop = match.end(), END.search(text, match.end())
        at = stop.start() if stop else len(text)
        page = _as_html(text[start:at])
        if stop and (last := LAST_TAG.match(page)):
            page = last[0]
        above = text.count("\n", 0, start) - lines
        lines += above + page.count("\n")
        pages.append("\n" * above + page)
    return "".join(pages)


def _as_html(page: str) -> str:
    page = QUOTED.sub(lambda quoted: quoted[1] or quoted[2] or quoted[3] or "", page)
    for _ in range(DEEPEST):
        shorter = INNERMOST.sub(lambda braces: "\n" * braces[0].count("\n"), page)
        if shorter == page:
            break
        page = shorter
    page = ALONE.sub(lambda node: "\n" * node[0].count("\n"), page)
    return CLASS.sub("class=", NAMELESS.sub("", page))
