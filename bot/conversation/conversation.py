"""What is said to a message that may go on from an answer, and what can be looked at around an answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as calendar_date
from functools import partial
from typing import TYPE_CHECKING

from bot.answers import Answer, Quotation, Refusal, quoted
from bot.answers.dating import DatedSentence
from bot.answers.follow_ups.shown_passage import sentence_with_name
from bot.conversation.follow_up import LOOKED_AT_FURTHER, FollowUp
from bot.conversation.neighbours import (
    beside_in_document,
    in_same_year,
    neighbour,
    neighbour_in_document,
)
from bot.conversation.next_people import newly_named, next_person
from bot.conversation.people import more_of_person, naming_shown_people
from bot.conversation.response import Citation, DateAlone, Lack, Lacking, Response, Surroundings
from bot.conversation.subject import ShownSentence, Subject
from bot.conversation.topics import topic_for
from bot.dates import Basis, HistoricalDate, find_dates
from bot.questions.follow_up import names_somebody_or_something, says_that_it_goes_on
from bot.questions.follow_up_phrases import points_at_person
from bot.questions.messages.steps import LONGEST, Step, step_of
from bot.sentences import sentences
from bot.sources.passage_references import reference_to

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answers.quotation import Unseen
    from bot.browsing.chronology import Chronology
    from bot.library import Library
    from bot.search.hit import Hit
    from bot.sources.source import Passage

LOOKED_AT = 4  # hits: all that can be chosen
# Confidence. Of 2,122 questions on 140 histories, in any order and none going on from another,
# 2.8 % of the right answers were lost, now 1.5 %; in 395 turns that do go on nothing changed.
SURE_ALONE = 0.57
AROUND = 2  # paragraphs before and after a passage
MOST_YEAR = 9999  # of a day of the calendar
ANY_DAY = HistoricalDate.parse("2001-12-31")
_OF_SHOWN = frozenset({Step.SOURCE, Step.DOUBT, Step.DATE, Step.CONTEXT})


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
        if before is None:
            if step:
                return Response(Lacking(Lack.SUBJECT))
            return _alone(self.library.answer(text, top=LOOKED_AT, today=today), text)
        if step and not (step is Step.DATE and before.is_undated):
            return self.step(step, before, today=today, is_new=True, is_of_person=points_at_person(text))
        return self._after_answer(text, before, today)

    def _after_answer(self, text: str, before: Subject, today: calendar_date | None) -> Response:
        """What is said to a question after an answer, whether or not it goes on from that."""
        day, now = _day_for(text, before, today), self._quotation_now(before)
        topic = partial(topic_for, text, before, now, self.library, day)
        result = self.library.answer_after(topic, text, top=LOOKED_AT_FURTHER, today=day)
        further = FollowUp(self.library, result, before, now)
        if result.question.earlier is not None:
            response = _going_on(further, text)
            is_in_vain = isinstance(response.result, Refusal | Lacking)
            return (is_in_vain and self._as_if_alone(text, before, today)) or response
        own = further.of_its_own()
        return _after(own, result, text, before) if own else _alone(result, text, before.shown)

    def _as_if_alone(self, text: str, before: Subject, today: calendar_date | None) -> Response | None:
        """The answer to a question that stands as well without the one before, where that is likely right."""
        if says_that_it_goes_on(text):
            return None
        result = self.library.answer(text, top=LOOKED_AT, today=today)
        is_sure = isinstance(result, Answer) and result.confidence >= SURE_ALONE
        return _alone(result, text, before.shown) if is_sure else None

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
            is_unseen = (subject if is_new else replace(subject, shown=())).is_unseen
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

    def _asked(self, subject: Subject, today: calendar_date | None, most: int = LOOKED_AT) -> Answer | None:
        """The answer to the question that a subject is about, as it is now."""
        day = _day_for(subject.asked, subject, today)
        result = self.library.answer(subject.asked, top=most, today=day, earlier=subject.earlier)
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
        if is_of_person and (statement := more_of_person(self.library, now, subject.is_unseen)):
            return statement
        answer = self._asked(subject, today, LOOKED_AT_FURTHER)
        is_unseen = subject.is_unseen
        for hit in answer.hits if answer else ():
            assert answer
            there = quoted(answer.question, hit.passage, self.library.index)
            if hit.passage != now.passage and is_unseen(hit.passage, there.sentence or (0, 0)):
                return there
        return Lacking(Lack.MORE)

    def _neighbour(
        self, step: Step, now: Quotation, is_unseen: Unseen, neighbour: Callable[..., Quotation | None]
    ) -> Quotation | Lacking:
        """The statement before or after in time, or another one of the same year."""
        is_later = step is Step.LATER
        if now.date is None:
            passages = self.library.index.passages
            beside = beside_in_document(passages, now, is_unseen, is_later=is_later)
            return (step is not Step.SAME_TIME and beside) or Lacking(Lack.DATE)
        if step is Step.SAME_TIME:
            return in_same_year(self.chronology(), now, is_unseen) or Lacking(Lack.MORE)
        there = neighbour(self.chronology(), now, is_unseen, is_later=is_later)
        return there or Lacking(Lack.LATER if is_later else Lack.EARLIER)

    def _next_person(self, step: Step, now: Quotation, before: Subject) -> Response:
        """Who came next in the office that is spoken of, or before; that person is the subject then."""
        is_later = step is Step.SUCCESSOR
        asked = f"{before.earlier or ''} {before.asked}"
        there = next_person(self.chronology(), now, asked, before.is_unseen, is_later=is_later)
        if there is None:
            return Response(Lacking(Lack.MORE), before)
        known = f"{before.topic} {now.text}"
        names = newly_named(there.text, known)
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


def _going_on(further: FollowUp, text: str) -> Response:
    """A question that goes on from what was shown."""
    question, before = further.question, further.before
    dates = question.query.dates if find_dates(question.taken) or _names_month(text) else ()
    outcome = further.going_on(dates)
    if isinstance(outcome, Lacking):
        return Response(outcome, before)
    if isinstance(outcome, Refusal):
        # "and after him?" would be after whom the refused question names
        return Response(outcome, None if names_somebody_or_something(question) else before)
    return _after(outcome, further.result, text, before)


def _after(quotation: Quotation, result: Answer | Refusal, text: str, before: Subject) -> Response:
    """A quotation that a question goes on to from what was shown."""
    question = result.question
    subject = Subject(text, question.topic, question.earlier, before.shown)
    return _shown(quotation, subject, result.choices if isinstance(result, Answer) else ())


def _shown(quotation: Quotation, subject: Subject, choices: tuple[Hit, ...]) -> Response:
    return Response(quotation, subject.after(sentence_of(quotation)), choices)


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
