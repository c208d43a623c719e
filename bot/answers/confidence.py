"""How sure it is that the first hit answers, and that anything does: logistic sums of weighed signals."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answers.signals.asked import corrected, shortness, speaks_of_people_here, speaks_of_present
from bot.answers.signals.contradictions import (
    negation,
    number_lacking,
    opposite,
    other_object,
    rival_name,
    rival_number,
    split_name,
    without_doer,
)
from bot.answers.signals.coverage import (
    covered_together,
    lead,
    many_passages,
    paired,
    specialty,
    substance,
    tied,
    unknown_share,
    unpaired,
)
from bot.answers.signals.dates import (
    asks_for_date_only,
    completed,
    dates_agree,
    misdated,
    undated,
    without_any_date,
)
from bot.answers.signals.kinds import (
    uncounted,
    unmeasured,
    without_number,
    without_person,
)
from bot.answers.signals.standing import (
    by_name_alone,
    event_lacking,
    life_event_lacking,
    nameless,
    names_apart,
    names_beside,
    names_lacking,
    rare_words_here,
    together,
    unread_beside_name,
    words_beside,
    words_here,
    words_lacking,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answers.first_hit import FirstHit


@dataclass(frozen=True, slots=True)
class Signal:
    """A sign of how sure an answer is, and what it weighs for each claim of a `Judgement`, in log-odds."""

    name: str
    of: Callable[[FirstHit], float]
    right_weight: float = 0.0
    answerable_weight: float = 0.0
    same_weight: float = 0.0


# Weights: `python -m tests.search.weights sure DIR ...`, of real questions and open sets, judged on documents
# left out. Where no set asks so, they are set by reason.
SIGNALS = (
    Signal("covered together", covered_together, 0.5, 1.44, 0.0),
    Signal("lead", lead, 0.63, 0.0, 0.0),
    Signal("tied", tied, -1.06, 0.0, 0.0),
    Signal("substance", substance, 1.19, 1.76, 0.0),
    Signal("specialty", specialty, 0.0, 1.75, 0.0),
    Signal("paired", paired, 0.0, 1.15, 0.0),
    Signal("unknown share", unknown_share, -1.44, -3.03, 0.0),
    Signal("unpaired", unpaired, -0.48, -1.58, 0.0),
    Signal("shortness", shortness, 0.0, -1.55, 0.0),
    Signal("corrected", corrected, -0.06, -0.83, 0.0),
    Signal("date only", asks_for_date_only, 4.0, 7.0, 0.0),  # set by reason: no open set asks so
    Signal("misdated", misdated, -1.75, -1.12, 0.0),
    Signal("undated", undated, -0.31, -0.26, 0.0),
    Signal("small talk", speaks_of_people_here, -0.33, -1.07, 0.0),
    Signal("of now", speaks_of_present, 0.0, -2.78, 0.0),
    Signal("words here", words_here, 1.08, 0.0, 0.0),
    Signal("together", together, 0.0, 0.9, 0.0),
    Signal("rare words here", rare_words_here, 0.96, 0.0, 0.0),
    Signal("names beside", names_beside, 0.0, 0.0, -0.64),
    Signal("names apart", names_apart, 0.0, 0.0, -1.4),
    Signal("words beside", words_beside, 0.0, 0.0, -0.73),
    Signal("names lacking", names_lacking, -0.43, -2.26, -0.92),
    Signal("nameless", nameless, -0.32, 0.0, 0.0),
    Signal("by name alone", by_name_alone, -0.17, 0.0, 0.0),
    Signal("unread beside name", unread_beside_name, -1.0, 0.0, 0.0),  # set by reason: few open sets ask so
    Signal("words lacking", words_lacking, -0.07, 0.0, 0.0),
    Signal("event lacking", event_lacking, -1.17, -2.94, 0.0),
    Signal("life event lacking", life_event_lacking, -1.07, -0.65, 0.0),
    Signal("negation", negation, -2.16, 0.0, -2.25),
    Signal("opposite", opposite, -1.65, 0.0, -1.74),
    Signal("number lacking", number_lacking, -0.96, 0.0, -0.63),
    Signal("rival number", rival_number, -0.86, -0.28, -1.04),
    Signal("rival name", rival_name, -1.17, 0.0, -1.22),
    Signal("other object", other_object, -2.0, 0.0, -2.5),  # set by reason: open sets hardly ask so
    Signal("split name", split_name, -1.27, 0.0, -1.1),
    Signal("without doer", without_doer, -0.04, -0.68, 0.0),
    Signal("without person", without_person, -0.52, -0.5, 0.0),
    Signal("without number", without_number, -1.21, -0.47, 0.0),
    Signal("unmeasured", unmeasured, -1.5, -1.5, -2.5),  # set by reason: open sets hardly ask so
    Signal("uncounted", uncounted, 0.0, 0.0, -0.35),
    Signal("without date", without_any_date, -3.0, -0.58, 0.0),  # of 14 such answers none was right
    Signal("completed", completed, -0.61, 0.0, 0.0),
    Signal("dates agree", dates_agree, 0.27, 0.0, 0.0),
    Signal("many passages", many_passages, -0.2, 0.0, 0.0),
)
RIGHT_BIAS, ANSWERABLE_BIAS, SAME_BIAS = -1.04, -1.81, 0.45

# What the sum for "right" comes to, and how often answers so sure are right; straight lines between. A least
# squares fit on 372 questions as members type them, which count for two thirds, and 1,956 harder ones on 133
# other histories. On documents left out the widest gap of a bin, of either, is 0.13; without it 0.19.
CALIBRATION = ((0.0, 0.0), (0.31, 0.31), (0.55, 0.64), (0.65, 0.74), (0.8, 0.81), (0.9, 0.9), (1.0, 1.0))


@dataclass(frozen=True, slots=True)
class Judgement:
    """How sure three claims are, each 0 to 1."""

    right: float  # the first hit answers, with its date
    answerable: float  # some passage answers
    same: float  # the first hit is about the very thing asked for, and not about a rival of it


NOTHING = Judgement(0.0, 0.0, 0.0)


def judge(first: FirstHit) -> Judgement:
    """How sure the first hit is, by all signals."""
    values = [(signal, signal.of(first)) for signal in SIGNALS]
    return Judgement(
        calibrated(_logistic(RIGHT_BIAS + sum([signal.right_weight * value for signal, value in values]))),
        _logistic(ANSWERABLE_BIAS + sum([signal.answerable_weight * value for signal, value in values])),
        _logistic(SAME_BIAS + sum([signal.same_weight * value for signal, value in values])),
    )


def calibrated(likelihood: float) -> float:
    """How often answers are right of which the signs say so, 0 to 1.

    >>> calibrated(0.31), round(calibrated(0.6), 2), calibrated(1.0)
    (0.31, 0.69, 1.0)
    """
    (low, floor), (high, ceiling) = next(
        (below, above) for below, above in pairwise(CALIBRATION) if likelihood <= above[0]
    )
    return floor + (ceiling - floor) * (likelihood - low) / (high - low)


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-total))
