"""What pictures show: timelines, and days with their questions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What a date is on the axis."""

    DAY = "day"  # a dot
    LONGER = "longer"  # a month, a season, a year: a ring
    STRETCH = "stretch"  # from one date to another: a bar


@dataclass(frozen=True, slots=True)
class Row:
    """A dated sentence."""

    mark: Mark
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """What a picture shows: `below` stands under the rows in small type, a paragraph each."""

    title: str
    rows: tuple[Row, ...]
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A day's questions."""

    label: str
    answered: int
    refused: int


@dataclass(frozen=True, slots=True)
class BarsPicture:
    """What a picture of some days shows."""

    title: str
    bars: tuple[Bar, ...]
    answered: str  # what the lower part of a bar is called
    refused: str  # and the upper one
