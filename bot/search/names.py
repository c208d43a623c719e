"""Names of the same thing, as one term: wherever any of them stands, the group's own term stands too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.search.analysis import analyse, fold
from bot.search.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.search.analysis import Analysis

PART_WEIGHT = 0.5  # of a word of the name standing alone ("Zhao") against the whole name


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a name: its units, the term of its group, and whether it must be written just so."""

    terms: tuple[str, ...]
    group: str
    exactly: str | None = None  # for names that are common words too: "OK", "May"


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text: units place to place + size."""

    place: int
    size: int
    group: str


@dataclass(frozen=True, slots=True)
class Names:
    """All names by their first unit, longest first, and the words that a group's names are made of."""

    by_first: Mapping[str, tuple[Name, ...]]
    parts: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, groups: Iterable[Sequence[str]]) -> Names:
        """The names of groups; the names of each group mean the same thing."""
        by_first: dict[str, list[Name]] = {}
        parts: dict[str, tuple[str, ...]] = {}
        for number, group in enumerate(groups):
            names = [name for text in group if (name := _name(text, f"={number}")).terms]
            for name in names:
                by_first.setdefault(name.terms[0], []).append(name)
            parts[f"={number}"] = _parts(names)
        longest_first = {
            first: tuple(sorted(names, key=lambda name: -len(name.terms)))
            for first, names in by_first.items()
        }
        return cls(longest_first, parts)

    def find(self, text: str, analysis: Analysis) -> list[Found]:
        """The names in a text, longest first, without overlaps."""
        found: list[Found] = []
        place = 0
        while place < len(analysis.terms):
            name = self._at(text, analysis, place)
            if name:
                found.append(Found(place, len(name.terms), name.group))
            place += len(name.terms) if name else 1
        return found

    def _at(self, text: str, analysis: Analysis, place: int) -> Name | None:
        for name in self.by_first.get(analysis.terms[place], ()):
            end = place + len(name.terms)
            if analysis.terms[place:end] == name.terms and (
                name.exactly is None or text[analysis.starts[place] : analysis.ends[end - 1]] == name.exactly
            ):
                return name
        return None


def _name(text: str, group: str) -> Name:
    terms = analyse(text).terms
    return Name(terms, group, text if len(terms) == 1 and fold(text) in STOP_WORDS else None)


def _parts(names: Sequence[Name]) -> tuple[str, ...]:
    """Words of two- and three-word names that are no names by themselves."""
    alone = {name.terms[0] for name in names if len(name.terms) == 1}
    words = (
        word
        for name in names
        if 1 < len(name.terms) <= 3 and name.terms[0][0].isascii()
        for word in name.terms
    )
    return tuple(dict.fromkeys(word for word in words if word not in alone and word not in STOP_WORDS))
