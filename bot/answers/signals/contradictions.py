"""What stands in the place of what was asked for: another name, another number, the opposite."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answers.opposites import opposites_of
from bot.answers.support import Standing
from bot.questions.languages import language_of
from bot.search.words.analysis import fold, term
from bot.search.words.stopwords import ASKING, STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.first_hit import FirstHit
    from bot.answers.matching import WordMatch
    from bot.answers.support import Support, WordUnit

LIKE = 4  # first letters that words of one root share: Scottish, Scotland
_HELD = frozenset((Standing.SENTENCE, Standing.MEANING))
PART = 2  # units between the parts of a name

_NOT = re.compile(
    r"""
    \b (?: (?<! if \s ) not | never | no | nor | neither | without | none | cannot | unable | nobody | nothing
      | instead | rather | fail (?:ed|s)? | refus (?:ed|es|e) | [a-z]+ n['’]t
      | не | ни | без | никогда | nicht | kein (?:e[nrms]?)? | ohne | nie | sin | nunca ) \b
    """,
    re.VERBOSE,
)  # of small letters
_CHOICE = re.compile(
    r"\b(?:and|or|но|и|und|oder|sondern|y) (?:not|не|nicht|no)\b|\bnot only\b|\b(?:instead of|rather than)\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"v?\d{1,3}(?:\.\d{1,3}){1,3}")
_ROMAN = re.compile(r"[IVX]{1,5}")
_LETTER = re.compile(r"[B-HJ-Z]")  # Series B, Channel F; A and I are words
_ORDINALS = frozenset(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
)
_PREFIXES = frozenset(("un", "in", "im", "ir", "il", "non", "dis", "de", "anti"))


def negation(first: FirstHit) -> float:
    """Whether the question denies something and the sentence nothing; "this and not that" denies no event."""
    asked = _CHOICE.sub(" ", first.support.question.query.text)
    return float(_denies_something(asked) and not _denies_something(first.support.text))


def _denies_something(text: str) -> bool:
    return bool(_NOT.search(text.lower()))


def opposite(first: FirstHit) -> float:
    """Whether it lacks a word of the question and holds one that means the opposite, and denies nothing."""
    return float(any(_opposites(first.support)))


def _opposites(support: Support) -> Iterator[tuple[WordUnit, WordUnit]]:
    """Units of the question that the sentence lacks, each with what means the opposite there.

    Who "did not like" it hates it: a sentence that denies something may say the same by the opposite.
    """
    if _denies_something(support.text):
        return
    held, known = _held(support), _terms(support.asked)
    for unit in support.asked:
        if unit.term in held:
            continue
        opposites, word = opposites_of(unit.surface, support.question.language), fold(unit.surface)
        for other in support.here:
            if other.term in known:
                continue
            if other.term in opposites or (not _is_name(other) and _denies(word, fold(other.surface))):
                yield unit, other


def _held(support: Support) -> set[str]:
    """Terms of the sentence, and those of the question that stand in it inflected or in other words."""
    held = (placed.word for placed in support.words if placed.standing in _HELD)
    return _terms(support.here) | {word.forms[0].term for word in held}


def _denies(word: str, other: str) -> bool:
    """Whether one of two words is the other with "un-" or the like in front."""
    short, long = sorted((word, other), key=len)
    return len(short) >= LIKE and long.endswith(short) and long.removesuffix(short) in _PREFIXES


def number_lacking(first: FirstHit) -> float:
    """Whether a number of the question, or its "second", stands nowhere in the sentence nor above it."""
    support = first.support
    here = _terms(support.here) | support.headings | _standing(support, elsewhere=False)
    return float(any(_counts(unit) and unit.term not in here for unit in _not_of_dates(support)))


@dataclass(frozen=True, slots=True)
class Instead:
    """A word of the question, and what a sentence says in its place; both as written."""

    asked: str
    instead: str


def instead_of_asked(support: Support) -> tuple[Instead, ...]:
    """The names, numbers and opposites that stand in the place of what was asked for, each once."""
    rivals = (
        (asked, other)
        for asked, other in _rivals(support)
        if (_designates(asked) and _designates(other)) or _is_other_name(asked, other)
    )
    pairs = (*rivals, *_opposites(support))
    return tuple(dict.fromkeys(Instead(asked.surface, other.surface) for asked, other in pairs))


def rival_number(first: FirstHit) -> float:
    """Whether another number, ordinal or letter stands where the question has one: Channel 4, Series B.

    Of versions it need not be beside the same words: 2.9 for 3.0.
    """
    support = first.support
    return float(
        _is_other_version(support)
        or any(_designates(asked) and _designates(other) for asked, other in _rivals(support))
    )


def _is_other_version(support: Support) -> bool:
    """Whether the passage names versions, and not the one that is asked for."""
    asked = {unit.term for unit in _not_of_dates(support) if _VERSION.fullmatch(unit.surface)}
    named = {unit.term for unit in support.units if _VERSION.fullmatch(unit.surface)}
    held = named | support.headings | _standing(support, elsewhere=True)  # 3.1.0 is asked for as 3.1
    return bool(asked and named) and asked.isdisjoint(held)


def _standing(support: Support, *, elsewhere: bool) -> set[str]:
    """Terms of the words of the question that stand in the sentence or above it, or anywhere at all."""
    return {
        placed.word.forms[0].term
        for placed in support.words
        if placed.is_here or (elsewhere and placed.standing is not Standing.NOWHERE)
    }


def rival_name(first: FirstHit) -> float:
    """Whether another name stands where the question has one, beside the same words.

    German writes all nouns as names are written.
    """
    if language_of(first.support.question.query.text) == "de":
        return 0.0
    return float(any(_is_other_name(asked, other) for asked, other in _rivals(first.support)))


def _is_other_name(asked: WordUnit, other: WordUnit) -> bool:
    return _is_name(asked) and _is_name(other) and not _alike(asked, other)


def other_object(first: FirstHit) -> float:
    """Whether it asks when or by whom something was founded, and the sentence says so of something else.

    "He left Quenby to found Hixom" tells of Quenby, and does not tell when Quenby was founded.
    """
    support = first.support
    text = support.question.query.text
    asks_of_object = _PASSIVE_QUESTION.search(text) or _WHO_FOUNDED.match(text)
    if not asks_of_object or not support.matched.event_words:
        return 0.0
    event = support.matched.event_words[-1]
    verbs = [match for match in support.matched.matches if match.word == event and _is_here(match, support)]
    starts = [*(verb.start for verb in verbs), *_infinitives(support, event)]
    return float(any(_has_other_object(start, support) for start in starts))


def _infinitives(support: Support, event: int) -> Iterator[int]:
    """Where the sentence has "to found", whose last word is no form of "find", if that is asked for."""
    if FOUNDED in {form.term for form in support.question.query.words[event].forms}:
        for before, unit in pairwise(support.here):
            if before.term == "to" and fold(unit.surface) == "found":
                yield unit.start


def _is_here(match: WordMatch, support: Support) -> bool:
    return support.span[0] <= match.start < support.span[1]


def _has_other_object(start: int, support: Support) -> bool:
    """Whether a verb that is not passive has a name right behind it that the question does not ask for."""
    at = next((place for place, unit in enumerate(support.here) if unit.start == start), 0)
    is_passive = at > 0 and fold(support.here[at - 1].surface) in _PASSIVE
    if is_passive or at + 1 == len(support.here) or not _touch(*support.here[at : at + 2]):
        return False
    behind = support.here[at + 1]
    asked = ((match.start, match.end) for match in support.matched.matches)
    dated = ((mention.start, mention.end) for mention in support.passage.mentions)
    is_known = any(start <= behind.start < end for start, end in (*asked, *dated))
    return _is_name(behind) and not is_known


def split_name(first: FirstHit) -> float:
    """Whether neighbouring parts of a name in the question stand apart in the passage: "Carl Priestley"."""
    support = first.support
    places: dict[str, list[int]] = {}
    for place, unit in enumerate(support.units):
        places.setdefault(unit.term, []).append(place)
    return float(
        any(
            left.term in places or right.term in places
            for left, right in _parts(support.asked)
            if not _together(places.get(left.term, ()), places.get(right.term, ()))
            and not {left.term, right.term} <= support.headings
        )
    )


def _parts(asked: Sequence[WordUnit]) -> Iterator[tuple[WordUnit, WordUnit]]:
    """Neighbouring units of the question that are written as one name."""
    for left, right in pairwise(asked[1:]):
        possessive = left.surface.endswith(("'s", "’s"))
        if right.start - left.end == 1 and not possessive and _is_name(left) and _is_name(right):
            yield left, right


def _together(places: Sequence[int], others: Sequence[int]) -> bool:
    return any(abs(place - other) <= PART for place in places for other in others)


def without_doer(first: FirstHit) -> float:
    """Whether it asks who did something, and the sentence tells what was done, and by nobody."""
    support = first.support
    if not _WHO.match(support.question.query.text):
        return 0.0
    here = support.here
    asked = _terms(support.asked)
    for auxiliary, verb in pairwise(here):
        if verb.term in asked and fold(auxiliary.surface) in _PASSIVE:
            return float(not _BY.match(support.passage.text, verb.end, verb.end + REACH_OF_BY))
    return 0.0


REACH_OF_BY = 48  # characters behind a passive verb in which its doer stands: "was built in 1921 by Ann Reed"
_BY = re.compile(r"[^.;]{0,40}\bby\b")
_WHO = re.compile(r"\W*(?:and|so|but)?\s*who\s+(?!was|is|were|are|else)\w", re.IGNORECASE)
_PASSIVE_QUESTION = re.compile(r"\b(?:was|were|is|are|got|been)\s.+ed\W*$", re.IGNORECASE)
_WHO_FOUNDED = re.compile(r"\W*who\s(?:co-?)?founded\s", re.IGNORECASE)
FOUNDED = term("founded")
_PASSIVE = frozenset(["was", "were", "is", "are", "been", "be", "being"])


def _rivals(support: Support) -> Iterator[tuple[WordUnit, WordUnit]]:
    """Units of the question that the sentence lacks, each with what stands there beside the same words."""
    asked, here = support.asked, support.here
    known = _terms(asked) | {form.term for word in support.question.query.words for form in word.forms}
    held = _held(support)
    silent = _places_of_dates(support) | _places_of_what_is_here(support)
    places: dict[str, list[int]] = {}
    for place, unit in enumerate(here):
        places.setdefault(unit.term, []).append(place)
    for number, unit in enumerate(asked):
        if unit.term in held or number in silent or not _says(unit):
            continue
        for step in (-1, 1):
            for place in _beside(asked, number, step, here, places):
                if _is_rival(place, here, known, support):
                    yield unit, here[place]


def _is_rival(place: int, here: Sequence[WordUnit], known: set[str], support: Support) -> bool:
    """Whether a unit of the sentence is there and says something that is neither asked for nor a date."""
    if here[place].term in known or not _says(here[place]):
        return False
    start = here[place].start
    return not any(mention.start <= start < mention.end for mention in support.passage.mentions)


def _beside(
    asked: Sequence[WordUnit], number: int, step: int, here: Sequence[WordUnit], places: dict[str, list[int]]
) -> Iterator[int]:
    """Where in the sentence a unit of the question would stand, by the word beside it.

    A word of grammar beside it, as in "court of Ruthenia", needs the next one to stand there too.
    """
    near, far = number + step, number + 2 * step
    if not 0 <= near < len(asked):
        return
    grammar = not _says(asked[near])
    if grammar and not 0 <= far < len(asked):
        return
    for place in places.get(asked[near].term, ()):
        beyond, beside = place + step, place - step
        fits = not grammar or (0 <= beyond < len(here) and here[beyond].term == asked[far].term)
        if fits and 0 <= beside < len(here) and _touch(here[place], here[beside]):
            yield beside


def _touch(unit: WordUnit, other: WordUnit) -> bool:
    """Whether no mark stands between two neighbouring units."""
    return max(unit.start, other.start) - min(unit.end, other.end) <= 1


def _terms(units: Sequence[WordUnit]) -> set[str]:
    return {unit.term for unit in units}


def _not_of_dates(support: Support) -> Iterator[WordUnit]:
    """The units of the question but for those of dates, which are compared as dates."""
    dated = _places_of_dates(support)
    return (unit for place, unit in enumerate(support.asked) if place not in dated)


def _places_of_what_is_here(support: Support) -> set[int]:
    """Units of the question whose word stands in the sentence under any of its names."""
    words = (placed.word for placed in support.words if placed.is_here)
    return {place for word in words for place in range(word.place, word.place + word.size)}


def _places_of_dates(support: Support) -> set[int]:
    return {word.place for word in support.question.query.words if word.is_beside}


def _counts(unit: WordUnit) -> bool:
    return unit.surface[:1].isdecimal() or fold(unit.surface) in _ORDINALS


def _designates(unit: WordUnit) -> bool:
    surface = unit.surface
    return _counts(unit) or bool(_LETTER.fullmatch(surface.upper()) or _ROMAN.fullmatch(surface))


def _is_name(unit: WordUnit) -> bool:
    surface = unit.surface
    return surface[:1].isupper() and fold(surface) not in _GRAMMAR and not _ROMAN.fullmatch(surface)


def _says(unit: WordUnit) -> bool:
    return _designates(unit) or fold(unit.surface) not in _GRAMMAR


_GRAMMAR = (STOP_WORDS | ASKING) - _ORDINALS


def _alike(unit: WordUnit, other: WordUnit) -> bool:
    """Whether two names may be forms of one: Scotland and Scottish, GM and General Motors."""
    left, right = fold(unit.surface), fold(other.surface)
    return left[:LIKE] == right[:LIKE] or (left[:1] == right[:1] and min(len(left), len(right)) < LIKE)
