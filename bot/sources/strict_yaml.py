"""YAML as people write it by hand, read so that no file can surprise: text, lists and maps with their lines.

`yaml.safe_load` is not enough for files from people. Anchors multiply a few bytes into gigabytes,
`2017-02-30` and deep nests raise errors that are no YAMLError, `no` becomes False, `12:30:45` becomes 45045,
and a key given twice silently wins. Here every scalar stays text, and the rest is one error with its line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CHARACTERS = 1_000_000
MOST_LEVELS = 8  # of lists and maps within each other

_LOADER = getattr(  # the C one where the wheel carries it: ten times faster
    yaml, "CBaseLoader", yaml.BaseLoader
)


class YamlError(Exception):
    """A text that is not the YAML we read; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, always as text."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class List:
    """A sequence of values."""

    line: int
    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping; keys are texts, each at most once."""

    line: int
    entries: dict[str, Value]


Value = Text | List | Map


def load(text: str) -> Value | None:
    """The one document in a text, or None when it holds nothing; raises YamlError."""
    if len(text) > MOST_CHARACTERS:
        raise YamlError(1, f"has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read")
    try:
        return _Composer(yaml.parse(text, Loader=_LOADER)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(
            mark.line + 1 if mark else 1, f"is not valid YAML: {error.problem or error.context}"
        ) from error
    except yaml.reader.ReaderError as error:
        raise YamlError(1, f"is not valid YAML: {error.reason}") from error


class _Composer:
    """Builds values from parser events, refusing what a hand-written file has no use for."""

    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self._events = events

    def document(self) -> Value | None:
        """The one document; None where there is none."""
        content: Value | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise YamlError(_line(event), "holds a second document; one is read")
                content = self._value(next(self._events), 0)
        return None if isinstance(content, Text) and not content.text else content

    def _value(self, event: yaml.Event, level: int) -> Value:
        if level > MOST_LEVELS:
            raise YamlError(_line(event), f"is nested more than {MOST_LEVELS} levels deep")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlError(_line(event), "holds an anchor (& or *): write the value out or quote it")
        if isinstance(event, yaml.SequenceStartEvent):
            return List(_line(event), tuple(self._items(level)))
        if isinstance(event, yaml.MappingStartEvent):
            return Map(_line(event), self._entries(level))
        assert isinstance(event, yaml.ScalarEvent)
        return Text(_line(event), event.value)

    def _items(self, level: int) -> Iterator[Value]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._value(event, level + 1)

    def _entries(self, level: int) -> dict[str, Value]:
        entries: dict[str, Value] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._value(event, level + 1)
            if not isinstance(key, Text):
                raise YamlError(key.line, "has a key that is a list or a map; a key must be a text")
            if key.text in entries:
                raise YamlError(key.line, f'has the key "{key.text[:40]}" twice')
            entries[key.text] = self._value(next(self._events), level + 1)
        return entries


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
