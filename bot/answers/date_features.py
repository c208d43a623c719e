"""What speaks for a date of a passage: each feature a small function, all weighed in one table.

Values have no unit: 0 to 1, and a claim ("whether ...") is 0 or 1 where nothing else is said. Distances are
characters between a date and a matched word of its sentence.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from bot.answers.matching import heads_entry
from bot.dates import Basis, Precision
from bot.search.feature import Feature

if TYPE_CHECKING:
    from bot.answers.matching import DateCandidate

NOWHERE = 1_000  # characters, where no matched word stands in its sentence
NEAR = 20  # characters at which nearness is half of what it is right beside
FADES = 60  # characters after which closeness is a third (1/e)
FADES_SOONER = 40  # the same of single words, and of those on one side
MOST_OF_NAME = 2  # words of a question for an event by its name: "when was the 94 ban?"
BEGINNING = 8  # characters before a date that opens its sentence: "On the "
BEFORE = 32  # characters in front of a date that tell whether it is an end: "until her retirement in"
_BEFORE_END = re.compile(
    r"(?:until|till|through|to|до|直到)\s*(?:(?:the|his|her|its|their)\s(?:\w+\s(?:in|on)\s)?)?$",
    re.IGNORECASE,
)
_FROM_ABOVE = {Basis.STAMP, Basis.HEADING, Basis.TITLE, Basis.FILE_NAME}
_SPEAKING = re.compile(
    r"\b(?:talk|speak|sa[iy]d?|mention|ask|tell|discuss|post|write|suggest|propose|complain|announce|ping)"
    r"(?:ed|s)?\b | \b(?:говорил|сказал|писал|написал|спросил|спрашивал|предложил|упомянул)\w* "
    r" | 说 | 說 | 提到 | 问 | 問",
    re.IGNORECASE | re.VERBOSE,
)
_COLUMN = re.compile(r"(?:^|(?<=, )|(?<=\n))[^,:\n]{1,30}: $")  # in front of a cell of a row
_BEFORE_START = re.compile(r"(?:since|from|с|自|从)\s*(?:the\s)?$", re.IGNORECASE)


def in_sentence(candidate: DateCandidate) -> float:
    """Share of the best sentence's matches that its sentence holds."""
    return candidate.matched.gain(candidate.sentence) / candidate.matched.most


def in_clause(candidate: DateCandidate) -> float:
    """Share of the best sentence's matches that its clause holds."""
    return candidate.matched.gain(candidate.clause) / candidate.matched.most


def nearness(candidate: DateCandidate) -> float:
    """How near the next matched word of the sentence stands: 1 right beside it, half at `NEAR` characters."""
    gaps = candidate.gaps
    return 1 / (1 + min((gap for gap, _ in gaps), default=NOWHERE) / NEAR)


def closeness(candidate: DateCandidate) -> float:
    """Share of the best sentence's matches that its sentence holds, less the farther away they stand."""
    total = sum([match.gain * math.exp(-gap / FADES) for gap, match in candidate.gaps])
    return total / candidate.matched.most


def event_closeness(candidate: DateCandidate) -> float:
    """The same of those that are no names, such as the verb."""
    plain = candidate.matched.event_words
    rows = [(gap, match) for gap, match in candidate.gaps if match.word in plain]
    return sum([match.gain * math.exp(-gap / FADES_SOONER) for gap, match in rows]) / candidate.matched.most


def behind_words(candidate: DateCandidate) -> float:
    """The same of those that it stands behind; in Chinese of those that stand behind it."""
    mention = candidate.mention
    if mention is None:
        return 0.0
    total = sum(
        [
            match.gain * math.exp(-gap / FADES_SOONER)
            for gap, match in candidate.gaps
            if (match.start >= mention.end) == candidate.matched.asks_unspaced
        ]
    )
    return total / candidate.matched.most


def near_first(candidate: DateCandidate) -> float:
    """How near the question's first word that is no name stands, its verb as a rule; 0 where it does not."""
    return _near_word(candidate, 0)


def near_last(candidate: DateCandidate) -> float:
    """How near the question's last word that is no name stands; 0 where it does not."""
    return _near_word(candidate, -1)


def _near_word(candidate: DateCandidate, which: int) -> float:
    plain = candidate.matched.event_words
    gaps = [gap for gap, match in candidate.gaps if plain and match.word == plain[which]]
    return math.exp(-min(gaps) / FADES_SOONER) if gaps else 0.0


def alone(candidate: DateCandidate) -> float:
    """1 for the only date of its sentence, 1/2 with one other there, and so on; 0 for the passage's own."""
    return 0.0 if candidate.mention is None else 1 / (1 + candidate.rivals)


def opens(candidate: DateCandidate) -> float:
    """Whether the sentence begins with it."""
    mention = candidate.mention
    return float(mention is not None and mention.start - candidate.sentence[0] < BEGINNING)


def is_entry_head(candidate: DateCandidate) -> float:
    """Whether it stands in front of an entry of a chronicle, which names no day of its own."""
    mention = candidate.mention
    if mention is None or not heads_entry(candidate.matched.text, mention):
        return 0.0
    return float(not candidate.is_told_closer)


def exactness(candidate: DateCandidate) -> float:
    """Whether it is a day."""
    return float(candidate.date.precision is Precision.DAY)


def wanted_precision(candidate: DateCandidate) -> float:
    """1 for as exact as was asked for, -1 for less; where nothing was, 0, and -1 for more than a year."""
    wanted = candidate.matched.query.precision
    precision = candidate.date.precision
    if wanted is None:
        return -1.0 if precision > Precision.YEAR else 0.0
    return 1.0 if precision <= wanted else -1.0


def agrees(candidate: DateCandidate) -> float:
    """1 where the words before it fit a question for a beginning or an end, -1 where they do not."""
    if candidate.mention is None:
        return 0.0
    start = candidate.mention.start
    before = candidate.matched.text[max(0, start - BEFORE) : start]
    query = candidate.matched.query
    if query.wants_end == query.wants_start:
        return 0.0
    if _BEFORE_END.search(before):
        return 1.0 if query.wants_end else -1.0
    if _BEFORE_START.search(before):
        return 1.0 if query.wants_start else -1.0
    return 0.0


def of_its_column(candidate: DateCandidate) -> float:
    """Whether the name of its column in a table, "Left: 1930", is a word that is asked for."""
    if candidate.mention is None:
        return 0.0
    start = candidate.mention.start
    label = _COLUMN.search(candidate.matched.text, max(candidate.sentence[0], start - BEFORE), start)
    if not label:
        return 0.0
    return float(any(label.start() <= match.start < label.end() for match in candidate.matched.matches))


def in_brackets(candidate: DateCandidate) -> float:
    """Whether it stands in brackets."""
    if candidate.mention is None:
        return 0.0
    first = candidate.sentence[0]
    before = candidate.matched.text[first : candidate.mention.start]
    return float(before.count("(") > before.count(")"))


def of_the_name_asked(candidate: DateCandidate) -> float:
    """Whether it is the day that the name of an event stands for, and little but that name is asked for."""
    mention, matched = candidate.mention, candidate.matched
    if mention is None or candidate.basis is not Basis.ALIAS or not matched.query.wants_date:
        return 0.0
    asked = [word for word in matched.query.words if not word.is_beside]
    is_named = any(mention.start <= match.start < mention.end for match in matched.matches)
    return float(is_named and len(asked) <= MOST_OF_NAME)


def own_date(candidate: DateCandidate) -> float:
    """Whether it is the passage's date and not one that its words name."""
    return float(candidate.mention is None)


def spoken_then(candidate: DateCandidate) -> float:
    """Whether it is the day of a message or meeting, when it is asked when something was spoken of."""
    is_from_above = candidate.mention is None and candidate.basis in _FROM_ABOVE
    return float(is_from_above and bool(_SPEAKING.search(candidate.matched.query.text)))


def named(candidate: DateCandidate) -> float:
    """Whether it lies in a period that the question names, when it does not ask for a date."""
    query = candidate.matched.query
    if query.wants_date:
        return 0.0
    return float(any(asked.covers(candidate.date) for asked in query.dates))


def deictic(candidate: DateCandidate) -> float:
    """Whether it is told from the day of writing ("today")."""
    return float(candidate.basis is Basis.PUBLICATION)


def is_span(candidate: DateCandidate) -> float:
    """Whether it is a stretch with two ends."""
    return float(candidate.date.is_interval)


# Weights: softmax fits over the dates of 515 passages that answer open when-questions, halves cross-checked:
# right in 88.2 % of the half that was not fitted on, 86.4 % without the three from "behind words" on.
FEATURES: tuple[Feature[DateCandidate, float], ...] = (
    Feature("sentence", in_sentence, 1.65),
    Feature("clause", in_clause, 0.9),
    Feature("nearness", nearness, 0.6),
    Feature("closeness", closeness, 0.95),
    Feature("event closeness", event_closeness, 0.6),
    Feature("behind words", behind_words, 1.25),
    Feature("near the first word", near_first, 1.0),
    Feature("near the last word", near_last, 0.7),
    Feature("alone in the sentence", alone, 0.9),
    Feature("opens the sentence", opens, 0.4),
    Feature("heads an entry", is_entry_head, 2.0),  # set by reason: SQuAD has no chronicles
    Feature("exactness", exactness, 0.45),
    Feature("wanted precision", wanted_precision, 0.35),
    Feature("beginning or end", agrees, 0.6),
    Feature("its column", of_its_column, 3.0),  # set by reason: no fitted set has tables
    Feature("brackets", in_brackets, -0.15),
    Feature("named in the question", named, 4.0),
    Feature("of the name asked", of_the_name_asked, 5.0),  # set by reason: no fitted set names events
    Feature("own date", own_date, -0.9),
    Feature("spoken then", spoken_then, 5.0),  # set by reason: no fitted set has messages
    Feature("from the day of writing", deictic, -0.5),
    Feature("stretch", is_span, -0.45),
)
