"""aliases.yaml: names of the same people, companies and places, and nicknames of dated events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dates import HistoricalDate
from bot.sources.problem import Problem, quoted
from bot.sources.strict_yaml import List, Map, Text, YamlError, load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.sources.strict_yaml import Value

LONGEST_NAME = 100  # characters


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a known date and is spoken of by a nickname, such as "94"."""

    names: tuple[str, ...]
    date: HistoricalDate


@dataclass(frozen=True, slots=True)
class Aliases:
    """Groups of names that mean the same thing, and the dated events."""

    names: tuple[tuple[str, ...], ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def event_dates(self) -> Mapping[str, HistoricalDate]:
        """The date of each nickname, as the date resolver wants it."""
        return {name: event.date for event in self.events for name in event.names}


def read_aliases(text: str, file: str) -> tuple[Aliases, list[Problem]]:
    """The aliases in a file's text, and every mistake in it with its line."""
    reader = _AliasReader(file)
    try:
        content = load(text)
    except YamlError as error:
        return Aliases(), [Problem(file, error.line, error.message)]
    return reader.read(content), reader.problems


class _AliasReader:
    """Collects groups and events, and what is wrong with them."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._lines: dict[str, int] = {}  # a name, case folded -> the line that gave it
        self.problems: list[Problem] = []

    def read(self, content: Value | None) -> Aliases:
        """What a file holds that is right; what is wrong is among the problems."""
        if content is None:
            return Aliases()
        if not isinstance(content, Map):
            self._wrong(content.line, "must hold names: and events:, each with a list below it")
            return Aliases()
        for key, value in content.entries.items():
            if key not in {"names", "events"}:
                self._wrong(value.line, f"{quoted(key)} is neither names nor events")
        groups = (self._group(value) for value in self._list(content, "names"))
        events = (self._event(value) for value in self._list(content, "events"))
        return Aliases(tuple(filter(None, groups)), tuple(filter(None, events)))

    def _wrong(self, line: int, message: str) -> None:
        self.problems.append(Problem(self._file, line, message))

    def _list(self, content: Map, key: str) -> tuple[Value, ...]:
        value = content.entries.get(key)
        if value is None or (isinstance(value, Text) and not value.text):
            return ()
        if not isinstance(value, List):
            self._wrong(value.line, f"{key} must be a list, each line beginning with a dash")
            return ()
        return value.items

    def _group(self, value: Value) -> tuple[str, ...] | None:
        names = self._names(value, "names of one thing such as [Zhao Changpeng, CZ]")
        if len(names) == 1:
            self._wrong(value.line, f"{quoted(names[0])} stands alone; a group needs two names or more")
        return names if len(names) > 1 else None

    def _event(self, value: Value) -> Event | None:
        if not isinstance(value, Map) or not {"names", "date"} <= value.entries.keys():
            self._wrong(value.line, 'an event needs names: ["94"] and date: 2017-09-04')
            return None
        names = self._names(value.entries["names"], 'names such as ["94"]')
        date = self._date(value.entries["date"])
        return Event(names, date) if names and date else None

    def _names(self, value: Value, wanted: str) -> tuple[str, ...]:
        items = value.items if isinstance(value, List) else ()
        texts = [(item.line, " ".join(item.text.split())) for item in items if isinstance(item, Text)]
        if not items or len(texts) != len(items):
            self._wrong(value.line, f"wanted a list of {wanted}")
            return ()
        return tuple(name for line, name in texts if self._is_new(name, line))

    def _is_new(self, name: str, line: int) -> bool:
        if not name or len(name) > LONGEST_NAME:
            self._wrong(line, f"a name must have 1 to {LONGEST_NAME} characters, not {len(name)}")
            return False
        known = self._lines.get(name.casefold())
        if known is not None:
            where = "it points at itself" if known == line else f"line {known} has it already"
            self._wrong(line, f"{quoted(name)} is given twice: {where}")
            return False
        self._lines[name.casefold()] = line
        return True

    def _date(self, value: Value) -> HistoricalDate | None:
        text = value.text.strip() if isinstance(value, Text) else ""
        try:
            return HistoricalDate.parse(text)
        except ValueError:
            self._wrong(value.line, f"date must be a date such as 2017-09-04, not {quoted(text)}")
            return None
