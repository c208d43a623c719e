"""What is shown to a question after an answer: the order in which `answers/follow_ups` are tried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers import Answer, Quotation, Refusal, RefusalReason
from bot.answers.follow_ups.asked_words import has_own_words, names_anything
from bot.answers.follow_ups.endings import sentence_of_end, sentence_of_last_day
from bot.answers.follow_ups.follow_up_hits import FollowUpHits
from bot.answers.follow_ups.named_things import in_same_document, with_all_own_words, with_own_words
from bot.answers.follow_ups.other_dates import on_other_date
from bot.answers.follow_ups.other_sentences import another_sentence, sentence_of_reason
from bot.answers.follow_ups.shown_passage import amount_in_shown, measure_in_shown, told_in_shown
from bot.conversation.response import Lack, Lacking
from bot.questions import Wanted
from bot.questions.follow_up_phrases import asks_for_one_of_several, asks_until_when, asks_what_became
from bot.questions.wanted import asks_why, wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.conversation.subject import Subject
    from bot.dates import HistoricalDate
    from bot.library import Library
    from bot.questions import Question

LOOKED_AT_FURTHER = 12  # hits for such a question, which must not bring the same card again
_OF_SENTENCE = frozenset({Wanted.PERSON, Wanted.PLACE})  # stands with what is asked of it
SAME_CARD = frozenset({Wanted.DATE, Wanted.AMOUNT})  # may well stand on the card that is shown


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question after an answer, with what is found for it alone or with the subject before."""

    library: Library
    result: Answer | Refusal
    before: Subject
    now: Quotation | None  # what is shown

    @property
    def question(self) -> Question:
        """The question as understood."""
        return self.result.question

    @property
    def _there(self) -> FollowUpHits:
        return self._among(self.result)

    def _among(self, result: Answer | Refusal) -> FollowUpHits:
        """What a question finds, beside what is shown."""
        return FollowUpHits(result.question, result.hits, self.library.index, self.now, self.before.is_unseen)

    def of_its_own(self) -> Quotation | None:
        """What is shown to a question that needs no other one, but means what was spoken of."""
        index = self.library.index
        if self.now is None:
            return None
        if amount := amount_in_shown(self.question, self.now, index):
            return amount
        if isinstance(self.result, Answer):
            return in_same_document(self._there, self.result)
        if names_anything(self.question):
            return None
        if measure := measure_in_shown(self.question, self.now):
            return measure
        is_unknown = self.result.reason is not RefusalReason.NOT_FOUND
        return None if is_unknown else told_in_shown(self.question, self.now, index, is_refused=True)

    def going_on(self, dates: Sequence[HistoricalDate]) -> Quotation | Refusal | Lacking:
        """What is shown to a question that goes on: of other dates what is told of them.

        Otherwise it is never the card that is shown, unless that answers.
        """
        if self.now and (amount := self._amount(self.now)):
            return amount
        if dates:
            there = on_other_date(self._there, dates)
            return there or Lacking(Lack.ON_DATE, dates[0])
        if quotation := self._end() or self._until() or self._told_in_shown():
            return quotation
        if isinstance(self.result, Refusal) and self._asks_something_unknown(self.result):
            return self.result
        return self._another() or Lacking(Lack.MORE)

    def _amount(self, now: Quotation) -> Quotation | None:
        """The sentence of what is shown that holds an amount which is asked for."""
        return measure_in_shown(self.question, now) or amount_in_shown(self.question, now, self.library.index)

    def _asks_something_unknown(self, refusal: Refusal) -> bool:
        return refusal.reason is not RefusalReason.NOT_FOUND or has_own_words(self.question)

    def _another(self) -> Quotation | None:
        """Another sentence or passage of the same subject."""
        question, there = self.question, self._there
        if has_own_words(question) and (reason := self._reason()):
            return reason
        if asks_for_one_of_several(question.taken):
            return with_all_own_words(there)
        if own := with_own_words(there):
            return own
        if isinstance(self.result, Answer) and question.wanted in SAME_CARD:
            return self.result.quotation
        return another_sentence(there)

    def _reason(self) -> Quotation | None:
        """For a question why, a sentence that tells a reason, of the passages found or of what is shown."""
        return sentence_of_reason(self._there) if asks_why(self.question.taken) else None

    def _end(self) -> Quotation | None:
        """For a question what became of something, a sentence of the same subject that tells its end."""
        if not asks_what_became(self.question.taken):
            return None
        topic = self.library.answer(self.question.earlier or self.before.topic, top=LOOKED_AT_FURTHER)
        return sentence_of_end(self._among(topic))

    def _until(self) -> Quotation | None:
        """For a question until when, or a refused one when it ended, the end that is told behind."""
        query, is_refused = self.question.query, isinstance(self.result, Refusal)
        is_asked = asks_until_when(self.question.taken) or (
            is_refused and query.wants_date and query.wants_end
        )
        return sentence_of_last_day(self.now) if self.now and is_asked else None

    def _told_in_shown(self) -> Quotation | None:
        """What the passage that is shown tells of a question for who or where, or of a refused one."""
        is_refused = isinstance(self.result, Refusal)
        asks_of_sentence = wanted(self.question.taken, names_dates=False) in _OF_SENTENCE
        if self.now is None or not (is_refused or asks_of_sentence):
            return None
        return told_in_shown(self.question, self.now, self.library.index, is_refused=is_refused)
