"""The head of a document: what it is called, who wrote it, when; as the tools write it that people use.

Between `---` lines (YAML) or `+++` lines (TOML), before one `---` line (Hexo), or bare `Key: value` lines up
to a blank one (Pelican, Nikola, MultiMarkdown), those also within a comment. What means nothing here is
passed over without a word; a value that is wrong costs that value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.sentences import words_of
from bot.sources.draft import Facts, FormatError, Remark
from bot.sources.facts import Entry, read_facts
from bot.sources.strict_yaml import List, Map, Text, YamlError, load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.sources.strict_yaml import Value

KEY = re.compile(  # "Title: X"   ".. title: X" (Nikola)   ":date: 2010" (Pelican's reStructuredText)
    r"(?:\.\.[ ]|:)?(?P<key>[^\W\d_][\w .\-]{0,30}?)[ \t]*:(?:[ \t]+(?P<value>.*))?$"
)
CONTINUED = re.compile(r"[ \t]+\S|-[ \t]")  # the line before goes on, or lists its values
TOML_ENTRY = re.compile(r"[\w\-\"']+[ \t]*=[ \t]*\S")
YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
TOML_END = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
NIKOLA_COMMENT = re.compile(r"\s*<!--[ \t]*\n(?=[ \t]*\.\. \w+:)")
TITLE_BLOCK = re.compile(r"%[ \t]*(.*)\n(?:%[ \t]*(.*)\n)?(?:%[ \t]*(.*)\n)?")  # pandoc: title, authors, date
TELLING = words_of(
    """
    title label slug titel titre título titulo заголовок название 标题 標題 subject
    """
)  # with one of these, lines are a head and no text
USUAL = TELLING | words_of(
    """
    author authors autor автор 作者 category categories created date datum description fecha lang
    language layout link modified published publisher status summary tags template type updated url
    дата 日期
    """
)
MOST_BARE_LINES = 60  # of a head without marks around it
LISTED = re.compile(  # "date\n:   2009"
    r"(?P<key>[^\W\d_][\w \-]{0,30})\n:[ \t]+(?P<value>[^\n]*)\n(?:[ \t]*\n)*"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says, and where the document goes on after it: the offset `body`, the line `body_line`."""

    facts: Facts = field(default_factory=Facts)
    body: int = 0
    body_line: int = 1
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Span:
    """The lines of a head, text[start:end], the line that they begin on, and where the text goes on."""

    start: int
    end: int
    line: int
    body: int
    remark: Remark | None = None


def read_head(text: str) -> Head:
    """The head that a text begins with, empty where it has none; raises FormatError for a broken one."""
    begin = len(text) - len(text.lstrip("\n \t"))
    if text.startswith("---", begin):
        span = _fenced(text, begin, YAML_END)
        return _yaml_head(text, span) if span else Head()
    if text.startswith("+++", begin):
        span = _fenced(text, begin, TOML_END)
        return _head(text, span, _toml_entries(text[span.start : span.end], span.line)) if span else Head()
    if text.startswith("%", begin) and (block := TITLE_BLOCK.match(text, begin)):
        return _title_block(text, block)
    return _bare(text, begin)


def _head(text: str, span: _Span, entries: dict[str, Entry]) -> Head:
    facts, remarks = read_facts(entries)
    remarks += [span.remark] if span.remark else []
    return Head(facts, span.body, text.count("\n", 0, span.body) + 1, tuple(remarks))


def _fenced(text: str, begin: int, end: re.Pattern[str]) -> _Span | None:
    """The head between two lines of marks; None where the first one is only a rule across the page."""
    line_end = text.find("\n", begin)
    if line_end < 0 or text[begin + 3 : line_end].strip():
        return None
    start, line = line_end + 1, text.count("\n", 0, line_end) + 2
    closing = end.search(text, start)
    within = text[start : closing.start() if closing else len(text)]
    first = next((row for row in within.split("\n") if row.strip() and not row.startswith("#")), "")
    is_entry = KEY.match(first) or (text[begin] == "+" and ("=" in first or first.startswith("[")))
    if not is_entry and not (closing and not within.strip()):
        return None
    if closing is None:
        return _unclosed(text, start, line, text[begin : begin + 3])
    return _Span(start, closing.start(), line, closing.end())


def _yaml_head(text: str, span: _Span) -> Head:
    """The head of a span of YAML; where it holds text, a rule across the page was taken for its end."""
    try:
        return _head(text, span, _yaml_entries(text[span.start : span.end], span.line))
    except FormatError:
        shorter = _unclosed(text, span.start, span.line, "---")
        behind = text[shorter.end : span.end].lstrip("\n")
        is_text = text.startswith("\n", shorter.end) and not KEY.match(behind.partition("\n")[0])
        if not is_text or shorter.end == span.start:
            raise
        return _head(text, shorter, _yaml_entries(text[shorter.start : shorter.end], span.line))


def _unclosed(text: str, start: int, line: int, marks: str) -> _Span:
    """The lines behind a mark that has no second one, as far as they are entries."""
    at = start
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        row = text[at:end].rstrip()
        is_entry = KEY.match(row) or TOML_ENTRY.match(row) if at == start or row else None
        if not is_entry and not (at > start and CONTINUED.match(row)):
            break
        at = end
    message = f"the head that opens with {marks} is never closed with another {marks}; what follows is text"
    return _Span(start, at, line, at, Remark(line - 1, message))


def _yaml_entries(text: str, line: int) -> dict[str, Entry]:
    try:
        content = load(text)
    except YamlError as error:
        entries = _loose_entries(text, line)
        if entries is None:
            raise FormatError(error.message, error.line + line - 1) from error
        return entries
    rows = content.entries.items() if isinstance(content, Map) else ()
    return _first_of_each((key, Entry(value.line + line - 1, _plain(value))) for key, value in rows)


def _plain(value: Value) -> str | tuple[str, ...] | None:
    """A text or a list of texts; None for what is neither."""
    if isinstance(value, Text):
        return value.text
    if isinstance(value, List):
        return tuple(item.text for item in value.items if isinstance(item, Text))
    name = value.entries.get("name")
    return name.text if isinstance(name, Text) else None


def _first_of_each(rows: Iterable[tuple[str, Entry]]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for key, entry in rows:
        entries.setdefault(key.strip().lower(), entry)
    return entries


def _loose_entries(text: str, line: int) -> dict[str, Entry] | None:
    """The entries of a head that is no YAML but plain to read, as `title: The mill: a history`; else None."""
    rows = [(number, row.rstrip()) for number, row in enumerate(text.split("\n"), line)]
    rows = [(number, row) for number, row in rows if row.strip() and not row.lstrip().startswith("#")]
    entries: list[tuple[str, Entry]] = []
    for number, row in rows:
        entry = KEY.match(row)
        if entry is None and not (entries and CONTINUED.match(row)):
            return None
        value = (entry["value"] or "").strip() if entry else ""
        if not _is_whole(value):
            return None
        if entry:
            entries.append((entry["key"], Entry(number, _unquoted(value))))
    return _first_of_each(entries)


def _is_whole(value: str) -> bool:
    """Whether a value's quotation or list ends on its line."""
    if value.startswith(("[", "{")):
        return value.endswith("]" if value[0] == "[" else "}") and value.count(value[0]) == 1
    return not value.startswith(('"', "'")) or value.count(value[0]) % 2 == 0


def _unquoted(value: str) -> str | tuple[str, ...]:
    if value.startswith("[") and value.endswith("]"):
        return tuple(filter(None, (item.strip(" \t\"'") for item in value[1:-1].split(","))))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value.count(value[0]) == 2:
        return value[1:-1]
    return value


def _toml_entries(text: str, line: int) -> dict[str, Entry]:
    import tomllib  # noqa: PLC0415 - few heads are TOML

    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"at line (\d+)", str(error))
        raise FormatError(
            "the head between +++ lines is not valid TOML", line + (int(place[1]) - 1 if place else 0)
        ) from error
    rows = text.split("\n")
    entries = []
    for key, value in content.items():
        at = next((n for n, row in enumerate(rows) if re.match(rf"\s*[\"']?{re.escape(key)}\b", row)), 0)
        listed = tuple(map(str, value)) if isinstance(value, list) else str(value)
        entries.append((key, Entry(line + at, None if isinstance(value, dict) else listed)))
    return _first_of_each(entries)


def _title_block(text: str, block: re.Match[str]) -> Head:
    line = text.count("\n", 0, block.start()) + 1
    names = ("title", "author", "date")
    rows = [(name, Entry(line + n, value)) for n, name in enumerate(names) if (value := block[n + 1])]
    return _head(text, _Span(block.start(), block.end(), line, block.end()), dict(rows))


def _bare(text: str, begin: int) -> Head:
    """The head of `Key: value` lines, if a text begins with such."""
    comment = NIKOLA_COMMENT.match(text, begin)
    start = comment.end() if comment else begin
    line = text.count("\n", 0, start) + 1
    entries, at, is_closed = _bare_lines(text, start, line)
    if not _is_head(entries, is_closed=is_closed):
        return Head()
    if comment:
        closing = text.find("-->", at)
        at = closing + 3 if closing >= 0 else at
    return _head(text, _Span(start, at, line, at), _first_of_each(entries))


def _bare_lines(text: str, at: int, line: int) -> tuple[list[tuple[str, Entry]], int, bool]:
    """The entries of lines up to a blank one or to `---`, where they end, and whether `---` ended them."""
    entries: list[tuple[str, Entry]] = []
    for number in range(line, line + MOST_BARE_LINES):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        row = text[at:end].rstrip()
        if row == "---" and entries:
            return entries, min(end + 1, len(text)), True
        if not row.strip() or row.strip() == "-->":
            return entries, at, False
        entry = KEY.match(row.lstrip() if row.lstrip().startswith("..") else row)
        if entry:
            entries.append((entry["key"], Entry(number, _unquoted((entry["value"] or "").strip()))))
        elif not (entries and CONTINUED.match(row)):
            break
        at = min(end + 1, len(text))
        if end == len(text):
            return entries, at, False
    return [], at, False


def listed_head(text: str, at: int) -> Head:
    """A head as a list of terms and what they mean, as pandoc makes it, at a place of a text; else empty."""
    start, line = at, text.count("\n", 0, at) + 1
    entries: list[tuple[str, Entry]] = []
    while (entry := LISTED.match(text, at)) and len(entries) < MOST_BARE_LINES:
        number = line + text.count("\n", start, at) + 1
        entries.append((entry["key"], Entry(number, _unquoted(entry["value"].strip()))))
        at = entry.end()
    if not entries or not _is_head(entries, is_closed=False):
        return Head()
    return _head(text, _Span(start, at, line, at), _first_of_each(entries))


def _is_head(entries: list[tuple[str, Entry]], *, is_closed: bool) -> bool:
    keys = {key.strip().lower() for key, _ in entries}
    if keys & TELLING:
        return True
    return len(keys & USUAL) >= (1 if is_closed else 2) and len(keys & USUAL) * 2 >= len(keys)
