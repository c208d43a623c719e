"""What a message goes on from: the question before, whoever its answer names, or the sentence shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer_signs import new_people
from bot.answers.follow_ups.asked_words import has_word
from bot.dates import find_dates
from bot.questions import Wanted
from bot.questions.follow_up_phrases import asks_for_one_of_several, asks_who_somebody_is, points_at_person
from bot.questions.messages.framing import questions_in
from bot.questions.wanted import wanted

if TYPE_CHECKING:
    from datetime import date

    from bot.answers import Quotation
    from bot.conversation.subject import Subject
    from bot.library import Library
    from bot.questions import Question


def topic_for(
    text: str, before: Subject, now: Quotation | None, library: Library, today: date | None
) -> Question:
    """What a message goes on from, understood; `now` is what is shown.

    It is the sentence that is shown for "and the first one?", and besides where a step in time led away from
    what was asked first; whom that names for "he" or "she".
    """
    if now is None:
        return library.understand(before.topic, today)
    if asks_for_one_of_several(text):
        return library.understand(_without_dates(now.text), today)
    first = library.understand(questions_in(before.topic)[0], today)
    if not has_word(first, now.passage, library.index):
        return library.understand(f"{before.topic} {_without_dates(now.text)}", today)
    topic = _person(text, before, now) or before.topic
    return first if topic == first.taken else library.understand(topic, today)


def _person(text: str, before: Subject, now: Quotation) -> str | None:
    """Who is named, where it was asked who and a message says "he" or "she"."""
    kinds = {wanted(asked, names_dates=False) for asked in (before.asked, before.topic)}
    if not points_at_person(text) or Wanted.PERSON not in kinds:
        return None
    if wanted(before.topic, names_dates=False) is Wanted.ANYTHING:  # names somebody
        return None
    people, new = (new_people(now.text, known) for known in ("", before.topic))
    is_named = asks_who_somebody_is(before.asked) and len(people) > len(new)
    return new[0] if new and not is_named else None


def _without_dates(text: str) -> str:
    for mention in reversed(find_dates(text)):
        text = text[: mention.start] + text[mention.end :]
    return text
