"""A dated statement as a line of a list: its sentence without the date that is said before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.cards.card import Span, clipped
from bot.dates import Precision
from bot.sentences import sentences

if TYPE_CHECKING:
    from bot.browsing.chronology import Chronology, DatedStatement

LONGEST_SENTENCE = 110  # characters of a line
SEPARATOR = re.compile(  # behind a date: "July 2016: It", "July 2016 It"; not "July 2016 saw"
    r"""
    (?: \s* (?: г\. | года? ) )? (?: [\s*_]* [:：,，–—|-] [\s*_]*
      | \s+ (?= [^\W\d_a-zа-яё] | ["“„«(] )
      | \s* \n \s* )
    """,
    re.VERBOSE,
)
OF_NO_MEANING = frozenset({"г", "год", "года", "году", "de", "del", "of", "the", "den", "am", "on"})
WORD = re.compile(r"[^\W\d_]+")
HAN_DATE = re.compile(r"[\d\s年月日号號]+")
LEAST = 2  # letters and digits of what is shown


def short_sentence(chronology: Chronology, statement: DatedStatement, longest: int = LONGEST_SENTENCE) -> str:
    """The sentence of a statement on one line, clipped between words.

    A date that it begins with, and that is said before it anyway, is left out: "July 2016: ...". Where there
    is nothing else in it, as over a list, it is what follows.
    """
    text = chronology.passage_of(statement).text
    start, end = statement.sentence
    start = _after_date(text, statement)
    if sum(letter.isalnum() for letter in text[start:end]) < LEAST:
        following = next((span for span in sentences(text) if span[0] >= end), statement.sentence)
        start, end = following
    return clipped(Span(text[start:end].strip()).text, longest)


def _after_date(text: str, statement: DatedStatement) -> int:
    """Where a sentence goes on behind the date that it begins with; where it begins when it does not."""
    first, last = statement.sentence
    if statement.dated_by is None or not _says_no_more(text, statement):
        return first
    start, end = statement.dated_by
    behind = SEPARATOR.match(text, end, last)
    if any(letter.isalnum() for letter in text[first:start]) or not (behind or end == last):
        return first
    return behind.end() if behind else last


def _says_no_more(text: str, statement: DatedStatement) -> bool:
    """Whether the words of a date say nothing that the date does not: "July 2016", but not "late 2016"."""
    words = text[slice(*statement.dated_by)] if statement.dated_by else ""
    if statement.date.is_approximate or statement.date.is_interval:
        return False
    if HAN_DATE.fullmatch(words):
        return True
    names = [word for word in WORD.findall(words) if word.casefold() not in OF_NO_MEANING]
    return len(names) <= (statement.date.precision < Precision.YEAR)
