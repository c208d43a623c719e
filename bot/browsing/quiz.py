"""A question "when was that?" made of a dated statement, with other dates of the library to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bot.dates import Basis, HistoricalDate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    import numpy as np
    from numpy.typing import NDArray

    from bot.browsing.chronology import Chronology, DatedStatement
    from bot.dates import Mention

BLANK = "____"  # for the date that is asked for
OTHER = "[…]"  # for another one
SHORTEST, LONGEST = 30, 260  # characters of a sentence that can be guessed at, and shown
TRIES = 200  # statements that are looked at for one that makes a quiz
WRONG = 3  # choices
NEAR = 8  # dates, of which they are drawn: the nearest in time
LOOKED_AT = 200  # dates around one, of which few may be as exact
IN_WORDS = frozenset({Basis.EXPLICIT, Basis.COMPLETED})  # dates that can be taken out of their sentence


@dataclass(frozen=True, slots=True)
class Quiz:
    """A sentence without its dates, and dates in order of time, one of which is its own."""

    statement: DatedStatement
    sentence: str
    choices: tuple[HistoricalDate, ...]

    @property
    def right(self) -> int:
        """The place of the sentence's own date among the choices, from 0."""
        return self.choices.index(self.statement.date)


def make_quiz(chronology: Chronology, positions: NDArray[np.int64], random: Random) -> Quiz | None:
    """A quiz of one of some statements by chance; None where none of those that are tried makes one."""
    tried = random.sample(range(len(positions)), min(TRIES, len(positions)))
    quizzes = (_quiz(chronology, chronology.statement(int(positions[number])), random) for number in tried)
    return next((quiz for quiz in quizzes if quiz), None)


def _quiz(chronology: Chronology, statement: DatedStatement, random: Random) -> Quiz | None:
    if statement.basis not in IN_WORDS or statement.date.is_open or statement.date.is_approximate:
        return None
    passage = chronology.passage_of(statement)
    sentence = without_dates(passage.text, statement, passage.mentions)
    wrong = _wrong(chronology, statement, passage.mentions, random)
    if not sentence or len(wrong) < WRONG or _tells(sentence, (statement.date, *wrong)):
        return None
    choices = sorted((statement.date, *wrong), key=lambda date: date.first)
    return Quiz(statement, sentence, tuple(choices))


def without_dates(text: str, statement: DatedStatement, mentions: Iterable[Mention]) -> str | None:
    """A statement's sentence with a blank for its date, others left out; None if too short or too long."""
    first, last = statement.sentence
    pieces, at = [], first
    for mention in mentions:
        if first <= mention.start and mention.end <= last and mention.start >= at:
            pieces += [text[at : mention.start], BLANK if mention.date.overlaps(statement.date) else OTHER]
            at = mention.end
    sentence = " ".join(("".join(pieces) + text[at:last]).split())
    left = len(sentence.replace(BLANK, "").replace(OTHER, ""))
    return sentence if left >= SHORTEST and len(sentence) <= LONGEST and BLANK in sentence else None


def _wrong(
    chronology: Chronology, statement: DatedStatement, mentions: Iterable[Mention], random: Random
) -> list[HistoricalDate]:
    """Other dates as exact, near in time, none of which the passage names or may mean as well."""
    right, named = statement.date, {mention.date for mention in mentions}
    around = islice(chronology.dates_near(statement.position), LOOKED_AT)
    fitting = (
        date
        for date in around
        if date.precision is right.precision
        and date.is_interval == right.is_interval
        and not (date.is_open or date.is_approximate or date.overlaps(right) or date in named)
    )
    near = list(islice(fitting, NEAR))
    return random.sample(near, WRONG) if len(near) >= WRONG else []


def _tells(sentence: str, dates: Iterable[HistoricalDate]) -> bool:
    """Whether what is left of a sentence holds the year of a choice: "the 2017 crackdown"."""
    return any(str(abs(date.first.year)) in sentence for date in dates)
