"""What is told of another date than the one that is shown: "and in 2018?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.dating import DatedSentence
from bot.answers.follow_ups.asked_words import has_word
from bot.answers.quotation import Quotation
from bot.dates import Precision
from bot.questions.follow_up_phrases import asks_for_more
from bot.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.follow_ups.follow_up_hits import FollowUpHits
    from bot.dates import HistoricalDate
    from bot.sources.source import Passage


def on_other_date(there: FollowUpHits, dates: Sequence[HistoricalDate]) -> Quotation | None:
    """The best of some passages with a date that is asked for and a word of the subject, if there is one.

    What was shown comes last; "what else was there in 1925?" may be of another subject.
    """
    dated = [
        Quotation(hit.passage, date.sentence, (date,))
        for hit in there.hits
        for date in dates_in(hit.passage, dates)
    ]
    unseen = [shown for shown in dated if there.is_unseen(shown.passage, shown.sentence or (0, 0))]
    of_subject = [shown for shown in (*unseen, *dated) if has_word(there.asked, shown.passage, there.index)]
    is_told = bool(of_subject) and of_subject[0] in unseen
    if unseen and asks_for_more(there.asked.taken) and not is_told:
        return unseen[0]
    return of_subject[0] if of_subject else None


def dates_in(passage: Passage, wanted: Sequence[HistoricalDate]) -> Iterator[DatedSentence]:
    """The dates of a passage that lie within those that are wanted, its sentences' before its own."""
    spans = sentences(passage.text) or [(0, len(passage.text))]
    for mention in passage.mentions:
        if any(date.overlaps(mention.date) and not _is_far_wider(mention.date, date) for date in wanted):
            sentence = next(span for span in reversed(spans) if span[0] <= mention.start)
            yield DatedSentence(mention.date, mention.basis, sentence, 0.0)
    own = passage.date
    if own and any(date.covers(own.date) for date in wanted):
        yield DatedSentence(own.date, own.basis, spans[0], 0.0)


def _is_far_wider(date: HistoricalDate, wanted: HistoricalDate) -> bool:
    """Whether a date is a decade or a century, and what is asked for is less: of all of it much is told."""
    return date.precision > max(Precision.YEAR, wanted.precision)
