"""Lists of rows in programs, as JavaScript and its relatives write them: `[{ year: 1911 }, ...]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sources.strict_yaml import MOST_LEVELS, List, Map, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sources.strict_yaml import Value

START = re.compile(r"\[(?=\s*\{)")
GAP = re.compile(r"(?:\s|//[^\n]*|/\*(?:(?!\*/).)*\*/)+", re.DOTALL)
STRING = re.compile(
    r"""
    '(?P<single>(?:[^'\\\n]|\\.)*+)'
    | "(?P<double>(?:[^"\\\n]|\\.)*+)"
    | `(?P<template>(?:[^`\\]|\\.)*+)`
    """,
    re.VERBOSE | re.DOTALL,
)
WORD = re.compile(r"[\w$-][\w$.-]*")
KEY = re.compile(r"[\w$]+")
ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|(.))", re.DOTALL)
EXPRESSION = re.compile(r"\$\{[^{}]*\}")  # in a template: `since ${year}`
SHORT = {"n": "\n", "t": " ", "r": "", "\n": ""}
PAIRS = {"(": ")", "[": "]", "{": "}"}
LITERAL = frozenset("'\"`[{")


class _NoLiteralError(Exception):
    """A place at which a program does something else than naming values."""


def lists_in(text: str) -> Iterator[List]:
    """Lists of rows in the text of a program, in their order; none of them within another."""
    at = 0
    while match := START.search(text, at):
        reader = _Literals(text, match.start())
        try:
            value = reader.value(0)
        except _NoLiteralError:
            at = match.end() if reader.at < len(text) else len(text)  # it is never closed
            continue
        at = max(reader.at, match.end())
        if isinstance(value, List):
            yield value


class _Literals:
    """Reads values from a place of a program's text on; what is no literal counts as an empty text."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self.at = at
        self._line, self._counted = 1 + text.count("\n", 0, at), at

    def value(self, level: int) -> Value:
        """The value here."""
        self._pass_gap()
        mark = self._mark
        if level > MOST_LEVELS or not mark:
            raise _NoLiteralError
        if mark == "[":
            return self._list(level)
        if mark == "{":
            return self._map(level)
        line = self._line_here()
        words = self._words() if mark in "'\"`" else self._number_or_name()
        return Text(line, words)

    @property
    def _mark(self) -> str:
        return self._text[self.at : self.at + 1]

    def _line_here(self) -> int:
        self._line += self._text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line

    def _pass_gap(self) -> None:
        if gap := GAP.match(self._text, self.at):
            self.at = gap.end()

    def _list(self, level: int) -> List:
        line = self._line_here()
        items: list[Value] = []
        self.at += 1
        while not self._closes("]"):
            items.append(self.value(level + 1))
            self._pass_rest()
        return List(line, tuple(items))

    def _map(self, level: int) -> Map:
        line = self._line_here()
        entries: dict[str, Value] = {}
        self.at += 1
        while not self._closes("}"):
            key = self._key()
            self._pass_gap()
            if self._mark == ":":
                self.at += 1
                entries.setdefault(key, self.value(level + 1))
            self._pass_rest()
        return Map(line, entries)

    def _closes(self, mark: str) -> bool:
        self._pass_gap()
        if self._mark != mark:
            return False
        self.at += 1
        return True

    def _key(self) -> str:
        if self._mark in "'\"":
            return self._words()
        if key := KEY.match(self._text, self.at):
            self.at = key.end()
            return key[0]
        return ""

    def _words(self) -> str:
        """A string, or several that are joined by plus signs."""
        pieces: list[str] = []
        while string := STRING.match(self._text, self.at):
            self.at = string.end()
            pieces.append(_unescaped(EXPRESSION.sub("", string[string.lastgroup or 0])))
            here = self.at
            self._pass_gap()
            if self._mark != "+":
                self.at = here
                break
            self.at += 1
            self._pass_gap()
        if not pieces:
            raise _NoLiteralError
        return "".join(pieces)

    def _number_or_name(self) -> str:
        word = WORD.match(self._text, self.at)
        if word and word[0].lstrip("-").replace(".", "", 1).isdigit():
            self.at = word.end()
            return word[0]
        return ""

    def _pass_rest(self) -> None:
        """Onwards behind the comma that ends a value, or to the mark that closes what it stands in."""
        opened: list[str] = []
        while self.at < len(self._text):
            mark = self._mark
            if not opened and mark == ",":
                self.at += 1
                return
            if not opened and mark in "]})":
                return
            self._pass_mark(mark, opened)
        raise _NoLiteralError

    def _pass_mark(self, mark: str, opened: list[str]) -> None:
        string = STRING.match(self._text, self.at) if mark in "'\"`" else None
        if mark in PAIRS:
            opened.append(PAIRS[mark])
        elif opened and mark == opened[-1]:
            opened.pop()
        self.at = string.end() if string else self.at + 1


def _unescaped(text: str) -> str:
    return ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2] or "0", 16)
    if match[3]:
        return SHORT.get(match[3], match[3])
    return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else ""
