"""Whether the sentence holds a thing of the kind that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.counted_things import counted_terms, length_terms
from bot.questions.wanted import Wanted
from bot.search.words.analysis import fold, is_unspaced, term
from bot.search.words.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.first_hit import FirstHit
    from bot.answers.support import Support, WordUnit

AMOUNTS = frozenset(
    map(
        term,
        (
            "half",
            "twice",
            "double",
            "triple",
            "quarter",
            "dozen",
            "половина",
            "вдвое",
            "втрое",
            "hälfte",
            "mitad",
        ),
    )
)  # that are written without digits
BESIDE = 4  # units behind a number among which stands what it counts


def lacks_kind(support: Support) -> bool:
    """Whether a person, a number or a length is asked for, and none is there."""
    return _lacks_person(support) or _lacks_number(support) or _lacks_length(support)


def without_person(first: FirstHit) -> float:
    """Whether it asks who, and the sentence names nobody that the question does not."""
    return float(_lacks_person(first.support))


def _lacks_person(support: Support) -> bool:
    is_person = support.question.wanted is Wanted.PERSON
    return is_person and _is_spaced(support) and not any(_new_names(support))


def without_number(first: FirstHit) -> float:
    """Whether it asks for an amount, and the passage has no number but of dates and of the question."""
    return float(_lacks_number(first.support))


def _lacks_number(support: Support) -> bool:
    is_amount = support.question.wanted is Wanted.AMOUNT
    return is_amount and next(_new_numbers(support), None) is None


def uncounted(first: FirstHit) -> float:
    """Whether it asks how many of something, and no number of the passage counts that."""
    return float(_lacks(first.support, counted_terms(first.support.question.query.text)))


def unmeasured(first: FirstHit) -> float:
    """Whether it asks how long, high or wide something is, and no number of the passage has such a unit."""
    return float(_lacks_length(first.support))


def _lacks_length(support: Support) -> bool:
    return _lacks(support, length_terms(support.question.query.text))


def _lacks(support: Support, terms: frozenset[str]) -> bool:
    """Whether there are terms that a number should stand beside, and it does nowhere in the passage."""
    return bool(terms) and not any(
        terms & {unit.term for unit in support.units[max(place - 1, 0) : place + BESIDE + 1]}
        for place in _new_numbers(support)
    )


def _is_spaced(support: Support) -> bool:
    return not any(is_unspaced(unit.surface[:1]) for unit in support.here)


def _known(support: Support) -> set[str]:
    return {unit.term for unit in support.asked} | {
        form.term for word in support.question.query.words for form in word.forms
    }


def _new_names(support: Support) -> Iterator[WordUnit]:
    known = _known(support)
    for unit in support.here:
        is_name = unit.surface[:1].isupper() and fold(unit.surface) not in STOP_WORDS
        if is_name and unit.term not in known:
            yield unit


def _new_numbers(support: Support) -> Iterator[int]:
    """The places of the passage's numbers, written out ones too, but for dates and those of the question."""
    asked = {unit.term for unit in support.asked}
    dated = [(mention.start, mention.end) for mention in support.passage.mentions]
    for place, unit in enumerate(support.units):
        is_number = unit.term[:1].isdecimal() or unit.term in AMOUNTS
        is_new = is_number and unit.term not in asked
        if is_new and not any(start <= unit.start < end for start, end in dated):
            yield place
