"""The YAML head of a document: what it is called, who wrote it, when."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from bot.dates import HistoricalDate, Style
from bot.sources.problem import Problem, quoted
from bot.sources.source import Source
from bot.sources.strict_yaml import List, Map, Text, YamlError, load

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.sources.strict_yaml import Value

T = TypeVar("T")

KEYS = ("title", "url", "author", "publisher", "published", "language", "style", "aliases")
LANGUAGE = re.compile(r"[a-z]{2}")  # ISO 639-1: en
LINK = re.compile(r"https?://[^\s<>\"]{1,2000}")
FENCE = "---"


@dataclass(slots=True)
class Head:
    """What a head says, and where the document goes on after it: the offset `body`, the line `body_line`."""

    source: Source | None
    body: int
    body_line: int
    problems: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)


def has_head(text: str) -> bool:
    """Whether a text begins with a line of three dashes."""
    return text.startswith(FENCE) and text[3:].split("\n", 1)[0].strip() == ""


def read_head(text: str, file: str) -> Head:
    """The head that a text begins with (see `has_head`), every mistake in it as a problem with its line."""
    end = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE).search(text, len(FENCE))
    if end is None:
        return _faulty(file, 1, "the head that opens with --- is never closed with another ---")
    head = Head(None, end.end(), text.count("\n", 0, end.start()) + 1)
    try:
        content = load(text[: end.start()])
    except YamlError as error:
        head.problems.append(Problem(file, error.line, error.message))
        return head
    if not isinstance(content, Map):
        head.problems.append(
            Problem(
                file,
                content.line if content else 1,
                "the head must hold lines such as title: A history of Tokyo",
            )
        )
        return head
    _HeadReader(file, content, head).read()
    return head


def _faulty(file: str, line: int, message: str) -> Head:
    return Head(None, 0, 1, [Problem(file, line, message)])


class _HeadReader:
    """Turns the map of a head into a Source, noting what does not fit."""

    def __init__(self, file: str, content: Map, head: Head) -> None:
        self._file = file
        self._entries = content.entries
        self._head = head

    def read(self) -> None:
        self._note_unknown_keys()
        title = self._text("title")
        if title is None and "title" not in self._entries:
            self._wrong(1, "the head has no title; add a line such as title: A history of Tokyo")
        source = Source(
            title=title or "",
            file=self._file,
            url=self._checked("url", _link, "a web address such as https://example.org/history"),
            author=self._text("author"),
            publisher=self._text("publisher"),
            published=self._checked("published", HistoricalDate.parse, "a date such as 2018-03"),
            language=self._checked("language", _language, "a two-letter code such as en"),
            style=self._checked("style", Style, f"one of {', '.join(Style)}"),
            aliases=self._texts("aliases"),
        )
        if not self._head.problems:
            self._head.source = source

    def _wrong(self, line: int, message: str) -> None:
        self._head.problems.append(Problem(self._file, line, message))

    def _note_unknown_keys(self) -> None:
        for key, value in self._entries.items():
            if key not in KEYS:
                near = difflib.get_close_matches(key, KEYS, 1)
                hint = f"; did you mean {near[0]}?" if near else ""
                self._head.notices.append(
                    Problem(self._file, value.line, f"{quoted(key)} is not used in a head{hint}")
                )

    def _text(self, key: str) -> str | None:
        value = self._entries.get(key)
        if value is None:
            return None
        if not isinstance(value, Text):
            self._wrong(value.line, f"{key} must be one text, not a list or a map")
            return None
        if not value.text.strip():
            self._wrong(value.line, f"{key} is empty; write a text behind it or leave the line out")
            return None
        return " ".join(value.text.split())

    def _checked(self, key: str, read: Callable[[str], T], wanted: str) -> T | None:
        text = self._text(key)
        if text is None:
            return None
        try:
            return read(text)
        except ValueError:
            self._wrong(self._entries[key].line, f"{key} must be {wanted}, not {quoted(text)}")
            return None

    def _texts(self, key: str) -> tuple[str, ...]:
        value = self._entries.get(key)
        if value is None:
            return ()
        if isinstance(value, Text):
            return (value.text,) if value.text.strip() else ()
        items: tuple[Value, ...] = value.items if isinstance(value, List) else ()
        texts = tuple(item.text.strip() for item in items if isinstance(item, Text) and item.text.strip())
        if not items or len(texts) != len(items):
            self._wrong(value.line, f"{key} must be a list of texts such as [CZ, 赵长鹏]")
        return texts


def _link(text: str) -> str:
    if not LINK.fullmatch(text):
        raise ValueError(text)
    return text


def _language(text: str) -> str:
    if not LANGUAGE.fullmatch(text.lower()):
        raise ValueError(text)
    return text.lower()
