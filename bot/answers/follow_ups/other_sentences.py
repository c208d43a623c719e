"""Sentences of the same subject that were not shown: for "why?", "who was there?", "and what else?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.answer_signs import CALLED, PLAIN_CAUSE, PLAIN_SIGNS, kind_of
from bot.answers.follow_ups.asked_words import own_words
from bot.answers.follow_ups.follow_up_hits import shown_first
from bot.answers.quotation import quoted_sentence
from bot.questions.wanted import Wanted, asks_for_name, asks_why
from bot.search.words.analysis import analyse
from bot.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.follow_ups.follow_up_hits import FollowUpHits
    from bot.answers.quotation import Quotation
    from bot.questions import Question
    from bot.sentences import Span
    from bot.sources.source import Passage

_DOER = re.compile(  # "was founded by Ann Reed"
    r"\b (?: by | von | por | durch ) \s (?:(?:the|dem|der|den|el|la) \s)? (?:[A-ZА-ЯЁÄÖÜ]|@)", re.VERBOSE
)


def another_sentence(there: FollowUpHits) -> Quotation | None:
    """Of the best passages for a question the first sentence that nobody was shown.

    One that has what is asked for, a reason, people or a place, goes before all others, and the passage that
    is shown before the others; a reason may well stand beside the sentence that tells what happened. A place
    that is named in what is shown comes before other documents.
    """
    asked, now = there.asked, there.now
    passages = shown_first(there.best, now)
    if now and _names_doer(asked, now):
        return now
    sign = CALLED if asks_for_name(asked.taken) else PLAIN_SIGNS.get(asked.wanted)
    if now and _names_place(asked, now, sign):
        near = [passage for passage in passages if passage.source == now.passage.source]
        return _with_sign(sign, there, near) or now
    shown = _reason_near(there, passages) if asks_why(asked.taken) else _with_sign(sign, there, passages)
    if shown:
        return shown
    if now and now.sentence and sign and sign.search(now.passage.text, *now.sentence):
        return now
    quotations = (there.quoted(hit.passage) for hit in there.best)
    return next((row for row in quotations if there.is_unseen(row.passage, row.sentence or (0, 0))), None)


def _names_place(asked: Question, now: Quotation, sign: re.Pattern[str] | None) -> bool:
    """Whether it is asked where that was, and the sentence shown names a place that no question did."""
    if kind_of(asked.taken) is not Wanted.PLACE or own_words(asked) or not (now.sentence and sign):
        return False
    known = {form.term for word in asked.query.words for form in word.forms[:1]}
    places = (match[0] for match in sign.finditer(now.passage.text, *now.sentence))
    return any(not known.issuperset(analyse(place).terms) for place in places)


def _names_doer(asked: Question, now: Quotation) -> bool:
    """Whether it is asked by whom that was, and the sentence that is shown says so."""
    is_asked = kind_of(asked.taken) is Wanted.PERSON and not own_words(asked)
    return bool(is_asked and now.sentence and _DOER.search(now.passage.text, *now.sentence))


def sentence_of_reason(there: FollowUpHits) -> Quotation | None:
    """The first sentence that nobody was shown and that tells a reason with a word of the question."""
    return there.first_unseen(
        shown_first(there.best, there.now),
        lambda passage, sentence, gain: bool(gain and PLAIN_CAUSE.search(passage.text, *sentence)),
    )


def _with_sign(
    sign: re.Pattern[str] | None, there: FollowUpHits, passages: Sequence[Passage]
) -> Quotation | None:
    """The first sentence that nobody was shown and that shows what is asked for."""
    if sign is None:
        return None
    return there.first_unseen(
        passages, lambda passage, sentence, _: bool(sign.search(passage.text, *sentence))
    )


def _reason_near(there: FollowUpHits, passages: Sequence[Passage]) -> Quotation | None:
    """A sentence that tells a reason, or stands beside what is shown; what is shown where that tells it."""
    passages = sorted(passages, key=lambda passage: not _is_about_reasons(passage))
    if reason := _with_sign(PLAIN_CAUSE, there, passages):
        return reason
    now = there.now
    beside = now or (there.quoted(passages[0]) if passages else None)
    if beside is None:
        return None
    for sentence in _beside(beside):
        if there.is_unseen(beside.passage, sentence):
            return quoted_sentence(beside.passage, sentence)
    return now if now and PLAIN_CAUSE.search(now.passage.text, *(now.sentence or (0, 0))) else None


def _is_about_reasons(passage: Passage) -> bool:
    return any(PLAIN_CAUSE.search(heading) for heading in passage.headings[-1:])


def _beside(quotation: Quotation) -> Iterator[Span]:
    """The sentence after that of a quotation, and the one before."""
    spans = sentences(quotation.passage.text)
    at = spans.index(quotation.sentence) if quotation.sentence in spans else 0
    yield from spans[at + 1 : at + 2]
    yield from spans[max(at - 1, 0) : at]
