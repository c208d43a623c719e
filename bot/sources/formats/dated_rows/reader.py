"""Reading files of rows with dates: whether one may be such a file, and its values."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

from bot.sources.draft import Draft, Facts, FormatError
from bot.sources.formats.dated_rows.keys import DATES, STARTS, TITLES, bare
from bot.sources.formats.dated_rows.literals import lists_in
from bot.sources.formats.dated_rows.rows import FEWEST, RowReader, plain
from bot.sources.strict_yaml import List, Map, Text, YamlError, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sources.draft import Part
    from bot.sources.strict_yaml import Value

KEY = re.compile(r"""(?:^|[{,\[])[ \t]*(?:-[ \t]+)*["']?([^\s"':,{}\[\]#]{2,20})["']?[ \t]*:""", re.MULTILINE)
DATE_AS_KEY = re.compile(r"""^[ \t]*["']?(?:[^\W\d_]{3,12}[ ])?[12]\d{3}["']?[ \t]*:""", re.MULTILINE)
NO_TELLING = frozenset({"time", "day", "from", "start", "begin", "term", "when"})  # programs have these, too
OF_CHATS = b'"messages"'
PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
DELIMITERS = ",;\t|"


def is_likely(start: bytes) -> bool:
    """Whether a file of YAML or JSON that begins so may hold rows with dates."""
    text = start.decode("utf-8", "replace")
    keys = {bare(match[1]) for match in KEY.finditer(text)}
    is_dated = bool(keys & (DATES | STARTS) - NO_TELLING) or len(DATE_AS_KEY.findall(text)) >= FEWEST
    return is_dated and OF_CHATS not in start


def is_likely_table(start: bytes) -> bool:
    """Whether a table whose file begins so names a column of dates."""
    first = start.decode("utf-8", "replace").lstrip("\ufeff").partition("\n")[0]
    return not (DATES | STARTS).isdisjoint(map(bare, re.split(r"[,;\t|\"]", first.strip())))


def read(text: str) -> Draft:
    """The rows of a file of YAML; raises FormatError where it is none."""
    try:
        return _draft(load(text))
    except YamlError as error:
        raise FormatError(error.message, error.line) from error


def read_json(text: str) -> Draft:
    """The rows of a file of JSON, which is YAML but for tabs and for halves of characters."""
    whole = PAIR.sub(lambda pair: json.loads(f'"{pair[0]}"'), text)
    return read(whole.replace("\t", " "))


def read_table(text: str) -> Draft:
    """The rows of a table whose cells commas, semicolons or tabs divide."""
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        return _draft(List(1, tuple(_rows(text, delimiter))))
    except csv.Error as error:
        raise FormatError(f"is no table: {error}") from error


def parts_of_program(text: str) -> list[Part]:
    """The rows with dates that stand in a program as lists; none where there are not several."""
    reader = RowReader()
    parts: list[Part] = []
    for value in lists_in(text):
        before = reader.dated
        rows = list(reader.parts(value))
        parts += rows if reader.dated > before else ()
    return parts if reader.dated >= FEWEST else []


def _rows(text: str, delimiter: str) -> Iterator[Map]:
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter)
    for row in rows:
        line = rows.line_num
        cells = {
            key: Text(line, value)
            for key, value in row.items()
            if isinstance(key, str) and isinstance(value, str)
        }
        yield Map(line, dict(cells))


def _draft(value: Value | None) -> Draft:
    """Nothing where there are not several rows with dates."""
    reader = RowReader()
    parts = list(reader.parts(value))
    draft = Draft(is_titled=False)
    if reader.dated >= FEWEST:
        draft.parts = parts
        draft.facts = Facts(title=_title(value))
    return draft


def _title(value: Value | None) -> str | None:
    """What a file calls itself beside its rows."""
    if not isinstance(value, Map):
        return None
    texts = (content for key, content in value.entries.items() if bare(key) in TITLES)
    return next((plain(content.text) for content in texts if isinstance(content, Text)), None)
