"""Sentences about the people whom what is shown names: for "what did she do then?", "more about him"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer_signs import new_people
from bot.answers.follow_ups.follow_up_hits import shown_first
from bot.answers.quotation import quoted_sentence
from bot.search.words.analysis import analyse, term
from bot.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers import Quotation
    from bot.answers.quotation import Unseen
    from bot.library import Library
    from bot.sentences import Span
    from bot.sources.source import Passage

MOST_PASSAGES = 12  # that are looked at for somebody


def naming_shown_people(now: Quotation, is_unseen: Unseen) -> Unseen:
    """What was not shown, and has a family name of the passage that is shown, if that has any.

    Names stand in headings and titles too.
    """
    passage = now.passage
    people = new_people("\n".join((passage.text, *passage.headings, passage.source.title)), "")

    def is_of_somebody(passage: Passage, sentence: Span) -> bool:
        texts = (passage.text[slice(*sentence)], *passage.headings, passage.source.title)
        return is_unseen(passage, sentence) and _has_family_name(" ".join(texts), people)

    return is_of_somebody if people else is_unseen


def more_of_person(library: Library, now: Quotation, is_unseen: Unseen) -> Quotation | None:
    """The first sentence that was not shown and names whoever the one that is shown names first."""
    people = new_people(now.text, "")[:1]
    hits = library.answer(people[0], top=MOST_PASSAGES).hits if people else ()
    for passage in shown_first(hits, now) if people else ():
        for sentence in sentences(passage.text):
            if is_unseen(passage, sentence) and _has_family_name(passage.text[slice(*sentence)], people):
                return quoted_sentence(passage, sentence)
    return None


def _has_family_name(text: str, people: Iterable[str]) -> bool:
    families = {term(name.split()[-1]) for name in people}
    return not families.isdisjoint(analyse(text).terms)
