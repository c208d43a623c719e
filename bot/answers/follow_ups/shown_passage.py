"""What the passage that is shown tells already of a follow-up: a number, who, where, which one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.answer_signs import kind_of, shows_kind, shows_measure
from bot.answers.follow_ups.asked_words import own_words
from bot.answers.matching import MatchedPassage
from bot.answers.quotation import quoted, quoted_sentence
from bot.questions.wanted import Wanted
from bot.search.amounts import Amount
from bot.search.words.analysis import analyse
from bot.search.words.commonness import is_name
from bot.sentences import sentences

if TYPE_CHECKING:
    from bot.answers.quotation import Quotation
    from bot.questions import Question
    from bot.search.index import Index
    from bot.sources.source import Passage

_NAMES = re.compile(
    r"""
      (?<= [\w,;:)] \s ) (?:the \s)? [A-ZА-ЯЁÄÖÜ][\w'’-]+  # a capital within a sentence
    | [“«„"《「] [^”»“"》」]{2,60} [”»“"》」]
    | (?: 名[为為] | 叫[做作]? | [称稱][为為作] | 改[成为為] ) [\u3400-\u9fff]{2}
    """,
    re.VERBOSE,
)
_MEASURES = frozenset({Amount.MONEY, Amount.SPAN})
MOST_MEASURED = 2  # words of its own of a question for a measure: "how long did it last?"
MOST_WORDS = 3  # of such a question


def amount_in_shown(asked: Question, now: Quotation, index: Index) -> Quotation | None:
    """The sentence of the passage shown with a number that is asked for, where it holds all of the question.

    So "how many lines of code?" asks about the release that is shown; a name or date asks for itself.
    """
    words = {n for n, word in enumerate(asked.query.words) if not word.is_beside}
    if asked.wanted is not Wanted.AMOUNT or not _may_ask_of_shown(asked, words):
        return None
    best = quoted(asked, now.passage, index)
    has_number = best.sentence and any(letter.isdigit() for letter in now.passage.text[slice(*best.sentence)])
    return best if has_number and _holds(asked, now.passage, words, index) else None


def measure_in_shown(asked: Question, now: Quotation) -> Quotation | None:
    """A sentence with an amount of money or a length of time where that is asked for, what is shown first.

    "How long did it last?" may have little in common with it.
    """
    amount, own = asked.query.amount, own_words(asked)
    if amount not in _MEASURES or kind_of(asked.taken) is not Wanted.AMOUNT or len(own) > MOST_MEASURED:
        return None
    if any(is_name(asked.query.words[n].typed, asked.language) for n in own):
        return None
    for span in sorted(sentences(now.passage.text), key=lambda span: span != now.sentence):
        if amount and shows_measure(amount, now.passage.text[slice(*span)]):
            return now if span == now.sentence else quoted_sentence(now.passage, span)
    return None


def told_in_shown(asked: Question, now: Quotation, index: Index, *, is_refused: bool) -> Quotation | None:
    """The sentence of the passage shown that holds most of what a message itself names, where that holds all.

    Unless the question is refused otherwise, the sentence has to hold all, and who or where is asked for.
    """
    own = {n for n in own_words(asked) if not asked.query.words[n].is_beside}
    if not _may_ask_of_shown(asked, own) or not _holds(asked, now.passage, own, index):
        return None
    matched = MatchedPassage.of(asked.query, now.passage, index)
    held = {
        (start, end): {match.word for match in matched.matches if start <= match.start < end} & own
        for start, end in matched.sentences
    }
    best = max(held, key=lambda span: (len(held[span]), matched.gains[span]))
    is_told = held[best] == own and shows_kind(asked, now.passage.text[slice(*best)])
    return quoted_sentence(now.passage, best) if is_refused or is_told else None


def _may_ask_of_shown(asked: Question, words: set[int]) -> bool:
    """Whether a question is of few words, and none of them a name or of a date."""
    typed = [asked.query.words[n].typed for n in words]
    is_short = 0 < len(words) <= MOST_WORDS and not asked.query.dates
    return is_short and not any(letter.isupper() for word in typed for letter in word)


def _holds(asked: Question, passage: Passage, words: set[int], index: Index) -> bool:
    """Whether a passage holds some words of a question."""
    return MatchedPassage.of(asked.query, passage, index).words.issuperset(words)


def sentence_with_name(now: Quotation, known: str) -> Quotation | None:
    """The sentence of the passage shown that names something which a known text does not.

    It may be the one that is shown; else one behind it, or before it.
    """
    text, shown = now.passage.text, now.sentence or (0, 0)
    terms = frozenset(analyse(known).terms)
    for span in sorted(sentences(text), key=lambda span: (span[0] < shown[0], span[0])):
        names = [match[0] for match in _NAMES.finditer(text, *span)]
        if any(not terms.issuperset(analyse(name).terms) for name in names):
            return now if span == shown else quoted_sentence(now.passage, span)
    return None
