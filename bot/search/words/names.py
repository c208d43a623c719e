"""Names of the same thing, as one term: wherever any of them stands, the group's own term stands too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.search.words.analysis import analyse, fold
from bot.search.words.commonness import rarity
from bot.search.words.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from bot.search.words.analysis import Analysis

PART_WEIGHT = 0.5  # of a word of the name standing alone ("Zhao") against the whole name
GROUP = "="  # in front of the term of a group of names; no word begins so
RARE = 12.0  # rarity of words that are hardly ever written


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a name: its units, the term of its group, and whether it must be written just so."""

    terms: tuple[str, ...]
    group: str
    exactly: str | None = None  # for names that are common words too: "OK", "May", "AIDS"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name in a text: from the unit at `place` on, so many units of it, and the term of its group."""

    place: int
    size: int
    group: str


@dataclass(frozen=True, slots=True)
class Names:
    """All names by their first unit, longest first, and the words that a group's names are made of."""

    by_first: Mapping[str, tuple[Name, ...]]
    parts: Mapping[str, tuple[str, ...]]
    explained: frozenset[str] = frozenset()  # groups of abbreviations that a text explains

    @classmethod
    def of(cls, groups: Iterable[Sequence[str]], abbreviations: AbstractSet[str] = frozenset()) -> Names:
        """The names of groups; the names of each group mean the same thing.

        Names that are `abbreviations` must be written just so already when they are words that are not rare.
        """
        by_first: dict[str, list[Name]] = {}
        parts: dict[str, tuple[str, ...]] = {}
        explained = set()
        for number, group in enumerate(groups):
            names = [
                name
                for text in group
                if (name := _name(text, f"{GROUP}{number}", is_abbreviation=text in abbreviations)).terms
            ]
            for name in names:
                by_first.setdefault(name.terms[0], []).append(name)
            parts[f"{GROUP}{number}"] = _parts(names)
            if len(group) > 1 and abbreviations >= set(group[1:]):
                explained.add(f"{GROUP}{number}")
        longest_first = {
            first: tuple(sorted(names, key=lambda name: -len(name.terms)))
            for first, names in by_first.items()
        }
        return cls(longest_first, parts, frozenset(explained))

    def find(self, text: str, analysis: Analysis, places: Iterable[int] | None = None) -> list[NameMatch]:
        """The names in a text, longest first, without overlaps; only those that begin at `places`."""
        matches: list[NameMatch] = []
        end = 0
        for place in range(len(analysis.terms)) if places is None else places:
            is_first = analysis.terms[place] in self.by_first  # of few names; most units are none
            if is_first and place >= end and (name := self._at(text, analysis, place)):
                end = place + len(name.terms)
                matches.append(NameMatch(place, len(name.terms), name.group))
        return matches

    def _at(self, text: str, analysis: Analysis, place: int) -> Name | None:
        for name in self.by_first[analysis.terms[place]]:
            end = place + len(name.terms)
            if analysis.terms[place:end] == name.terms and (
                name.exactly is None
                or (
                    name.exactly in text
                    and text[analysis.starts[place] : analysis.ends[end - 1]] == name.exactly
                )
            ):
                return name
        return None


def is_group(term: str) -> bool:
    """Whether a term is one of a group of names."""
    return term.startswith(GROUP)


def _name(text: str, group: str, *, is_abbreviation: bool) -> Name:
    terms = analyse(text).terms
    is_word = len(terms) == 1 and (
        fold(text) in STOP_WORDS or (is_abbreviation and min(rarity(fold(text)), rarity(terms[0])) < RARE)
    )
    return Name(terms, group, text if is_word else None)


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
