"""Passages that hold what a follow-up itself names: "and the boats?", "and the first one?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer_signs import kind_of, shows_kind
from bot.answers.follow_ups.asked_words import names_anything, own_words
from bot.answers.follow_ups.other_dates import dates_in
from bot.questions.wanted import Wanted

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.answers.follow_ups.follow_up_hits import FollowUpHits
    from bot.answers.quotation import Quotation
    from bot.sentences import Span
    from bot.sources.source import Passage


def with_own_words(there: FollowUpHits) -> Quotation | None:
    """The first of some passages that holds most of the words of the message itself, if any holds one.

    It is the sentence that has to hold them, but a date may stand in another one. The words of the subject
    before weigh less, but there may be many of them.
    """
    asked, own = there.asked, own_words(there.asked)
    held = [(_weight_held(there, hit.passage, own), hit) for hit in there.hits if own]
    most = max((weight for weight, _ in held), default=0.0)
    best = [there.quoted(hit.passage) for weight, hit in held if 0.0 < weight == most]
    if dates := asked.query.dates:
        best.sort(key=lambda shown: next(dates_in(shown.passage, dates), None) is None)
    if kind_of(asked.taken) is Wanted.PERSON:
        best.sort(
            key=lambda shown: not shows_kind(asked, shown.passage.text[slice(*(shown.sentence or (0, 0)))])
        )
    return best[0] if best else None


def _weight_held(there: FollowUpHits, passage: Passage, own: set[int]) -> float:
    """What some words of a question weigh that the sentence of a passage holds."""
    start, end = 0, len(passage.text)
    words, wants_date = there.asked.query.words, there.asked.query.wants_date
    if not wants_date:
        start, end = there.quoted(passage).sentence or (0, 0)
    held = {match.word for match in there.matched(passage).matches if start <= match.start < end} & own
    return sum(words[word].weight for word in sorted(held))


def with_all_own_words(there: FollowUpHits) -> Quotation | None:
    """Of the passages whose sentence holds all that the message itself names, "the first one", the best.

    It has to hold something of the subject before, too.
    """
    own = own_words(there.asked)
    quotations = [there.quoted(hit.passage) for hit in there.hits if own]
    held = [(_held(there, shown.passage, shown.sentence or (0, 0)), shown) for shown in quotations]
    best = [(sum(words.values()), shown) for words, shown in held if own < words.keys()]
    return max(best, key=lambda weighed: weighed[0])[1] if best else None


def _held(there: FollowUpHits, passage: Passage, span: Span) -> dict[int, float]:
    """The words of a question in a piece of a passage, but for those beside others, and what each counts."""
    held: dict[int, float] = {}
    for match in there.matched(passage).matches:
        if span[0] <= match.start < span[1] and not there.asked.query.words[match.word].is_beside:
            held[match.word] = max(held.get(match.word, 0.0), match.gain)
    return held


def in_same_document(there: FollowUpHits, answer: Answer) -> Quotation | None:
    """What the document that is shown tells of a question that names nothing, where it tells as much.

    "When did the church close?" means the church that was spoken of.
    """
    asked, now = there.asked, there.now
    if now is None or answer.passage.source == now.passage.source or names_anything(asked):
        return None
    wanted = there.matched(answer.passage).words
    for hit in there.best:
        if hit.passage.source == now.passage.source and wanted <= there.matched(hit.passage).words:
            return there.quoted(hit.passage)
    return None
