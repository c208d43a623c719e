"""Abbreviations that a text explains: "Securities and Exchange Commission (SEC)", or the other way round.

The rule is that of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (2003): the letters of the short form must stand in this order in the words beside it, the
first at the beginning of a word. It is narrowed to what may be searched for without harm: half of the short
form's letters are capitals, and the last of them is found in the last word of the long form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.search.words.analysis import analyse, fold
from bot.search.words.stopwords import STOP_WORDS
from bot.search.words.well_known import WELL_KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Terms = tuple[str, ...]

REACH = 120  # letters in front of a bracket that a name may take
_OPENING = re.compile(r"[(（]")
_BRACKET = re.compile(r"[(（]([^()（）\n]{2,120})[)）]")  # "(SEC)", "（SEC）"
_BREAK = re.compile(r"[,;:!?()（）\n]|\.\s")  # no name reaches over these
_SHORT = re.compile(r"[^\W_](?:[^\W_]|[.&/-]){1,9}")  # "SEC", "AT&T", "U.N.", "NGOs"
_QUOTES = " \t\"'“”‘’«»"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form, and what it stands for as the text says."""

    short: str
    long: str


def of_one_meaning(defined: Iterable[Abbreviation]) -> tuple[Abbreviation, ...]:
    """The abbreviations that are explained in one way only, however often."""
    meanings: dict[Terms, dict[Terms, Abbreviation]] = {}
    for abbreviation in dict.fromkeys(defined):
        longs = meanings.setdefault(_terms(abbreviation.short), {})
        longs.setdefault(_terms(abbreviation.long), abbreviation)
    return tuple(next(iter(longs.values())) for longs in meanings.values() if len(longs) == 1)


def joined(
    groups: Iterable[Sequence[str]], abbreviations: Iterable[Abbreviation]
) -> tuple[tuple[str, ...], ...]:
    """Groups of names with the abbreviations added: to the group of the long form, or as new groups.

    A short form that some group holds already means what that group says, and nothing else.
    """
    rows = [list(group) for group in groups]
    places = {_terms(name): place for place, names in enumerate(rows) for name in names}
    given = set(places)
    for abbreviation in abbreviations:
        if _terms(abbreviation.short) in given:
            continue
        place = places.setdefault(_terms(abbreviation.long), len(rows))
        if place == len(rows):
            rows.append([abbreviation.long])
        rows[place].append(abbreviation.short)
    return tuple(map(tuple, rows))


def with_well_known(groups: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Groups of names and the well-known ones, of which names are left out that some group holds."""
    given = {_terms(name) for group in groups for name in group}
    left = ([name for name in row if _terms(name) not in given] for row in WELL_KNOWN)
    return (*map(tuple, groups), *(tuple(names) for names in left if len(names) > 1))


def definitions(text: str) -> Iterator[Abbreviation]:
    """The abbreviations that a text explains, in order.

    >>> [(found.short, found.long) for found in definitions("It told the World Trade Organization (WTO) so.")]
    [('WTO', 'World Trade Organization')]
    """
    for opening in _OPENING.finditer(text):
        bracket = _BRACKET.match(text, opening.start())
        if bracket and (abbreviation := _defined(text, bracket)):
            yield abbreviation


def _defined(text: str, bracket: re.Match[str]) -> Abbreviation | None:
    """What a bracket explains by what stands in front of it."""
    place = bracket.start()
    before = text[max(0, place - REACH) : place].rstrip()
    inside = _name(_BREAK.split(bracket[1], maxsplit=1)[0])
    if _is_short(inside):
        return _in_front(inside, before)
    return _inside(before, inside) if " " in inside else None


def _in_front(short: str, before: str) -> Abbreviation | None:
    """The words before the bracket, when it holds what they are called in short."""
    words = _BREAK.split(before)[-1].strip(_QUOTES).split()[-_most_words(short) :]
    near = " ".join(words)
    start = _start(short, near)
    return None if start is None else _pair(short, near[start:])


def _inside(before: str, long: str) -> Abbreviation | None:
    """The words in the bracket, when a short form stands before it."""
    short = before[before.rfind(" ") + 1 :].strip(_QUOTES)
    if not _is_short(short) or len(long.split()) > _most_words(short):
        return None
    return _pair(short, long) if _start(short, long) == 0 else None


def _pair(short: str, long: str) -> Abbreviation | None:
    words = long.split()
    is_one_common_word = len(words) == 1 and not long[0].isupper()
    if is_one_common_word or len(long) <= len(short) or short in words or fold(words[0]) in STOP_WORDS:
        return None
    return Abbreviation(short, long)


def _start(short: str, near: str) -> int | None:
    """Where the letters of a short form begin in the words near it, which are gone through from the end."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    last_word = near.rfind(" ") + 1
    at = len(near)
    for left in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and not (near[at].lower() == letters[left] and (left or _begins_word(near, at))):
            at -= 1
        if at < (last_word if left == len(letters) - 1 else 0):
            return None
    return at


def _begins_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _is_short(text: str) -> bool:
    """Whether a word looks like an abbreviation, and not like a word of every sentence (WHO, US, IT)."""
    if not _SHORT.fullmatch(text):
        return False
    capitals, letters = sum(map(str.isupper, text)), sum(map(str.isalpha, text))
    return capitals >= 2 and 2 * capitals >= letters and fold(text) not in STOP_WORDS


def _name(text: str) -> str:
    """What is left without quotes and an article: the name in '(the "SEC")'."""
    return text.strip(_QUOTES).removeprefix("the ").strip(_QUOTES)


def _most_words(short: str) -> int:
    """As many words as a short form can stand for, by Schwartz and Hearst."""
    return min(len(short) + 5, 2 * len(short))


def _terms(text: str) -> Terms:
    return analyse(text).terms
