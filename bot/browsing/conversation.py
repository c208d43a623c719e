"""What is said to a message that may go on from an answer, and what can be looked at around an answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as calendar_date
from typing import TYPE_CHECKING

from bot.answers import Answer, Quotation, Refusal, RefusalReason, quoted
from bot.answers.dating import DatedSentence
from bot.answers.follow_up_sentences import (
    another_sentence,
    has_own_words,
    in_same_document,
    on_other_date,
    sentence_of_reason,
    with_all_own_words,
    with_own_words,
)
from bot.answers.outcomes import sentence_of_end
from bot.answers.shown_passage import amount_in_shown, sentence_with_name, told_in_shown
from bot.browsing.neighbours import (
    in_same_year,
    neighbour,
    neighbour_in_document,
    newly_named,
    next_person,
    sentence_text,
)
from bot.browsing.people import more_of_person, naming_shown_people
from bot.browsing.response import Citation, DateAlone, Lack, Lacking, Response, Surroundings
from bot.browsing.subject import ShownSentence, Subject
from bot.browsing.topics import topic_for
from bot.dates import Basis, HistoricalDate, find_dates
from bot.questions import Wanted
from bot.questions.follow_up import (
    asks_for_one_of_several,
    asks_what_became,
    names_somebody_or_something,
    points_at_person,
)
from bot.questions.messages.steps import LONGEST, Step, step_of
from bot.questions.wanted import asks_why, wanted
from bot.sentences import sentences
from bot.sources.references import reference_to

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answers.follow_up_sentences import Unseen
    from bot.browsing.chronology import Chronology
    from bot.library import Library
    from bot.questions import Question
    from bot.search.hit import Hit
    from bot.sources.source import Passage

LOOKED_AT = 4  # hits: all that can be chosen
LOOKED_AT_FURTHER = 12  # hits for a question that goes on, which must not bring the same card again
AROUND = 2  # paragraphs before and after a passage
MOST_YEAR = 9999  # of a day of the calendar
ANY_DAY = HistoricalDate.parse("2001-12-31")
_OF_SHOWN = frozenset({Step.SOURCE, Step.DOUBT, Step.DATE, Step.CONTEXT})
_OF_SENTENCE = frozenset({Wanted.PERSON, Wanted.PLACE})  # stands with what is asked of it
SAME_CARD = frozenset({Wanted.DATE, Wanted.AMOUNT})  # may well stand on the card that is shown


@dataclass(frozen=True, slots=True)
class Conversation:
    """Answers messages, and goes on from answers, in one library; `chronology` is of the same one."""

    library: Library
    chronology: Callable[[], Chronology]

    def respond(
        self, text: str, before: Subject | None = None, *, today: calendar_date | None = None
    ) -> Response:
        """What is said to a message; `before` is what was shown, where it may go on from that."""
        step = step_of(text)
        if step and before is None:
            return Response(Lacking(Lack.SUBJECT))
        if before and step and not (step is Step.DATE and before.is_undated):
            return self.step(step, before, today=today, is_new=True, is_of_person=points_at_person(text))
        day = _day_for(text, before, today) if before else today
        now = self._quotation_now(before) if before else None
        earlier = topic_for(text, before, now, self.library.index) if before else None
        many = LOOKED_AT_FURTHER if before else LOOKED_AT
        result = self.library.answer(text, top=many, today=day, earlier=earlier)
        if before and (number := self._amount(result.question, before)):
            return _after(number, result, text, before)
        if before is None:
            return _alone(result, text)
        if result.question.earlier is None:
            told = in_same_document(result, self.library.index, now) if isinstance(result, Answer) else None
            return _after(told, result, text, before) if told else _alone(result, text, before.shown)
        return self._going_on(result, text, before)

    def choice(self, subject: Subject, number: int, *, today: calendar_date | None = None) -> Response:
        """Another of the passages that may be meant, counted from 0."""
        answer = self._asked(subject, today)
        choices = answer.choices if answer else ()
        if answer is None or number >= len(choices):
            return Response(Lacking(Lack.PASSAGE), subject, choices)
        if number == 0:
            return Response(answer, subject.after(sentence_of(answer.quotation)), choices)
        quotation = quoted(answer.question, choices[number].passage, self.library.index)
        return _shown(quotation, subject, choices)

    def now(self, subject: Subject, *, today: calendar_date | None = None) -> Response:
        """What is shown now, once more."""
        quotation = self._quotation_now(subject)
        return Response(quotation or Lacking(Lack.PASSAGE), subject, self._choices(subject, today))

    def step(
        self,
        step: Step,
        subject: Subject,
        *,
        today: calendar_date | None = None,
        is_new: bool = False,
        is_of_person: bool = False,
    ) -> Response:
        """What is shown after a step from what is shown now.

        `is_new`: only what was not shown before; `is_of_person`: only what names somebody whom that names.
        """
        now, choices = self._quotation_now(subject), self._choices(subject, today)
        if now is None:
            return Response(Lacking(Lack.PASSAGE), subject, choices)
        if step in {Step.SUCCESSOR, Step.PREDECESSOR}:
            return self._next_person(step, now, subject)
        if step in _OF_SHOWN:
            return Response(self._told_of(now, step), subject, choices)
        if step is Step.MORE:
            there = self._more(now, subject, today, is_of_person=is_of_person)
        elif step is Step.NAME:
            there = sentence_with_name(now, subject.topic) or Lacking(Lack.MORE)
        else:
            is_unseen = _unseen_in(subject if is_new else replace(subject, shown=()))
            wanted = naming_shown_people(now, is_unseen) if is_of_person else is_unseen
            there = self._neighbour(step, now, wanted, neighbour_in_document if is_new else neighbour)
        if isinstance(there, Lacking):
            return Response(there, subject, choices)
        return _shown(there, subject, choices)

    def _told_of(self, now: Quotation, step: Step) -> Surroundings | Citation | DateAlone | Lacking:
        """What is told of the passage that is shown, which stays the subject."""
        if step is Step.CONTEXT:
            return self._surroundings(now)
        return DateAlone(now) if step is Step.DATE else Citation(now.passage, step is Step.DOUBT)

    def _going_on(self, result: Answer | Refusal, text: str, before: Subject) -> Response:
        """A question that goes on: never with the same card again, and of another date only what it tells."""
        question, index = result.question, self.library.index
        if dates := question.query.dates if find_dates(question.taken) or _names_month(text) else ():
            quotation = on_other_date(question, result.hits, index, dates)
        elif asks_what_became(question.taken) and (end := self._end(question, before)):
            quotation = end
        elif told := self._told_in_shown(question, result, before):
            quotation = told
        elif isinstance(result, Refusal) and (
            result.reason is not RefusalReason.NOT_FOUND or has_own_words(question)
        ):
            # "and after him?" would be after whom the refused question names
            return Response(result, None if names_somebody_or_something(question) else before)
        elif has_own_words(question) and (reason := self._reason(question, result, before)):
            quotation = reason
        elif asks_for_one_of_several(question.taken):
            quotation = with_all_own_words(question, result.hits, index)
        elif own := with_own_words(question, result.hits, index):
            quotation = own
        elif isinstance(result, Answer) and question.wanted in SAME_CARD:
            quotation = result.quotation
        else:
            now = self._quotation_now(before)
            quotation = another_sentence(question, result.hits, index, _unseen_in(before), now)
        if quotation is None:
            lacking = Lacking(Lack.ON_DATE, dates[0]) if dates else Lacking(Lack.MORE)
            return Response(lacking, before)
        return _after(quotation, result, text, before)

    def _reason(self, question: Question, result: Answer | Refusal, before: Subject) -> Quotation | None:
        """For a question why, a sentence that tells a reason, of the passages found or of what is shown."""
        if not asks_why(question.taken):
            return None
        now, is_unseen = self._quotation_now(before), _unseen_in(before)
        return sentence_of_reason(question, result.hits, self.library.index, is_unseen, now)

    def _end(self, question: Question, before: Subject) -> Quotation | None:
        """For a question what became of something, a sentence of the same subject that tells its end."""
        topic = self.library.answer(question.earlier or before.topic, top=LOOKED_AT_FURTHER)
        now, is_unseen = self._quotation_now(before), _unseen_in(before)
        return sentence_of_end(topic.question, topic.hits, self.library.index, is_unseen, now)

    def _told_in_shown(
        self, question: Question, result: Answer | Refusal, before: Subject
    ) -> Quotation | None:
        """What the passage that is shown tells of a question for who or where, or of a refused one."""
        is_refused = isinstance(result, Refusal)
        if not is_refused and wanted(question.taken, names_dates=False) not in _OF_SENTENCE:
            return None
        now = self._quotation_now(before)
        return told_in_shown(question, now, self.library.index, is_refused=is_refused) if now else None

    def _amount(self, question: Question, before: Subject) -> Quotation | None:
        """The sentence of what is shown that holds a number which is asked for, if it is asked of that."""
        now = self._quotation_now(before) if question.wanted is Wanted.AMOUNT else None
        return amount_in_shown(question, now, self.library.index) if now else None

    def _asked(self, subject: Subject, today: calendar_date | None) -> Answer | None:
        """The answer to the question that a subject is about, as it is now."""
        day = _day_for(subject.asked, subject, today)
        result = self.library.answer(subject.asked, top=LOOKED_AT, today=day, earlier=subject.earlier)
        return result if isinstance(result, Answer) else None

    def _choices(self, subject: Subject, today: calendar_date | None) -> tuple[Hit, ...]:
        answer = self._asked(subject, today)
        return answer.choices if answer else ()

    def _quotation_now(self, subject: Subject) -> Quotation | None:
        """What is shown now, from the library of now; None where that does not hold it any more."""
        now, passages = subject.now, self.library.index.passages
        number = passages.find(now.passage) if now else None
        if now is None or number is None or passages.source_of_passage(number).file in self.library.hidden:
            return None
        passage = passages[number]
        sentence = next((span for span in sentences(passage.text) if span[0] == now.start), None)
        if now.date is None or now.basis is None:
            return Quotation(passage, sentence)
        date = HistoricalDate.parse(now.date)
        return Quotation(passage, sentence, (DatedSentence(date, Basis(now.basis), sentence or (0, 0), 0.0),))

    def _more(
        self, now: Quotation, subject: Subject, today: calendar_date | None, *, is_of_person: bool
    ) -> Quotation | Lacking:
        """The best passage for the question that was not shown; of a person the first sentence."""
        if is_of_person and (told := more_of_person(self.library, now, _unseen_in(subject))):
            return told
        answer = self._asked(subject, today)
        seen = {sentence.passage for sentence in subject.shown}
        for hit in answer.hits if answer else ():
            if answer and reference_to(hit.passage) not in seen:
                return quoted(answer.question, hit.passage, self.library.index)
        return Lacking(Lack.MORE)

    def _neighbour(
        self, step: Step, now: Quotation, is_unseen: Unseen, neighbour: Callable[..., Quotation | None]
    ) -> Quotation | Lacking:
        """The statement before or after in time, or another one of the same year."""
        if now.date is None:
            return Lacking(Lack.DATE)
        if step is Step.SAME_TIME:
            return in_same_year(self.chronology(), now, is_unseen) or Lacking(Lack.MORE)
        there = neighbour(self.chronology(), now, is_unseen, is_later=step is Step.LATER)
        return there or Lacking(Lack.LATER if step is Step.LATER else Lack.EARLIER)

    def _next_person(self, step: Step, now: Quotation, before: Subject) -> Response:
        """Who came next in the office that is spoken of, or before; that person is the subject then."""
        is_later = step is Step.SUCCESSOR
        asked = f"{before.earlier or ''} {before.asked}"
        there = next_person(self.chronology(), now, asked, _unseen_in(before), is_later=is_later)
        if there is None:
            return Response(Lacking(Lack.MORE), before)
        known = f"{before.topic} {sentence_text(now)}"
        names = newly_named(sentence_text(there), known)
        return _shown(there, replace(before, topic=names[0] if names else before.topic), ())

    def _surroundings(self, now: Quotation) -> Surroundings | Lacking:
        """The paragraphs around a passage in its document."""
        passages = self.library.index.passages
        number = passages.find(reference_to(now.passage))
        assert number is not None
        before, after = paragraphs_around(passages, number)
        return Surroundings(before, now, after) if before or after else Lacking(Lack.CONTEXT)


def paragraphs_around(
    passages: Sequence[Passage], number: int
) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The passages before and after one in its document, by its number in the library."""
    first, last = max(number - AROUND, 0), min(number + 1 + AROUND, len(passages))
    source = passages[number].source
    return (
        tuple(passages[at] for at in range(first, number) if passages[at].source == source),
        tuple(passages[at] for at in range(number + 1, last) if passages[at].source == source),
    )


def sentence_of(quotation: Quotation) -> ShownSentence:
    """A quotation as it outlives restarts and reloads."""
    start = quotation.sentence[0] if quotation.sentence else 0
    reference, dated = reference_to(quotation.passage), quotation.date
    if dated is None:
        return ShownSentence(reference, start)
    return ShownSentence(reference, start, str(dated.date), dated.basis.value)


def _alone(result: Answer | Refusal, text: str, shown: tuple[ShownSentence, ...] = ()) -> Response:
    """A question that stands alone, after what was shown; a refusal leaves nothing to go on from."""
    if isinstance(result, Refusal):
        return Response(result)
    question = result.question
    subject = Subject(text, question.topic, question.earlier, shown)
    return Response(result, subject.after(sentence_of(result.quotation)), result.choices)


def _after(quotation: Quotation, result: Answer | Refusal, text: str, before: Subject) -> Response:
    """A quotation that a question goes on to from what was shown."""
    question = result.question
    subject = Subject(text, question.topic, question.earlier, before.shown)
    return _shown(quotation, subject, result.choices if isinstance(result, Answer) else ())


def _shown(quotation: Quotation, subject: Subject, choices: tuple[Hit, ...]) -> Response:
    return Response(quotation, subject.after(sentence_of(quotation)), choices)


def _unseen_in(subject: Subject) -> Unseen:
    return lambda passage, sentence: not subject.has_shown(reference_to(passage), sentence[0])


def _day_for(text: str, subject: Subject, today: calendar_date | None) -> calendar_date | None:
    """The day that a question counts from: "and in March?" means March of the year that is shown."""
    now = subject.now
    if not now or not now.date or not _names_month(text):
        return today
    year = HistoricalDate.parse(now.date).first.year
    return calendar_date(year, 12, 31) if 1 <= year <= MOST_YEAR else today


def _names_month(text: str) -> bool:
    """Whether a question names a date without its year."""
    if len(text) > LONGEST:
        return False
    return any(mention.basis is Basis.COMPLETED for mention in find_dates(text, today=ANY_DAY))
