"""What a message goes on from: the question before, somebody whom its answer names, or what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer_signs import new_people
from bot.answers.follow_up_sentences import has_word
from bot.browsing.neighbours import sentence_text
from bot.dates import find_dates
from bot.questions import Wanted, understand
from bot.questions.follow_up_kinds import asks_for_one_of_several, asks_who_somebody_is, points_at_person
from bot.questions.wanted import wanted

if TYPE_CHECKING:
    from bot.answers import Quotation
    from bot.browsing.subject import Subject
    from bot.search.index import Index


def topic_for(text: str, before: Subject, now: Quotation | None, index: Index) -> str:
    """What a message goes on from, where `now` is shown.

    It is the sentence that is shown for "and the first one?", and besides where a step in time led away from
    what was asked; whom that names for "he" or "she".
    """
    if now is None:
        return before.topic
    if asks_for_one_of_several(text):
        return _without_dates(sentence_text(now))
    if not has_word(understand(before.topic, index), now.passage, index):
        return f"{before.topic} {_without_dates(sentence_text(now))}"
    return _person(text, before, now) or before.topic


def _person(text: str, before: Subject, now: Quotation) -> str | None:
    """Who is named, where it was asked who and a message says "he" or "she"."""
    kinds = {wanted(asked, names_dates=False) for asked in (before.asked, before.topic)}
    if not points_at_person(text) or Wanted.PERSON not in kinds:
        return None
    if wanted(before.topic, names_dates=False) is Wanted.ANYTHING:  # names somebody
        return None
    people, new = (new_people(sentence_text(now), known) for known in ("", before.topic))
    is_named = asks_who_somebody_is(before.asked) and len(people) > len(new)
    return new[0] if new and not is_named else None


def _without_dates(text: str) -> str:
    for mention in reversed(find_dates(text)):
        text = text[: mention.start] + text[mention.end :]
    return text
