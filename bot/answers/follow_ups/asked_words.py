"""Which words of a follow-up its message itself has, and whether a passage has any word of a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.matching import MatchedPassage
from bot.search.words.analysis import analyse
from bot.search.words.commonness import is_name

if TYPE_CHECKING:
    from bot.questions import Question
    from bot.search.index import Index
    from bot.sources.source import Passage


def own_words(asked: Question) -> set[int]:
    """Which of a question's words stand in the message itself."""
    words = asked.query.words
    return {n for n, word in enumerate(words) if word.typed in asked.taken and not word.is_beside}


def has_own_words(asked: Question) -> bool:
    """Whether a message names anything by itself: "and the boats?", but not "why?"."""
    return bool(own_words(asked))


def names_anything(asked: Question) -> bool:
    """Whether a question names a date, somebody or something."""
    words = [word.typed for word in asked.query.words if not word.is_beside]
    return bool(asked.query.dates) or any(is_name(typed, asked.language) for typed in words)


def has_word(asked: Question, passage: Passage, index: Index) -> bool:
    """Whether a passage or what it stands under has a word of a question; without words it asks for all."""
    words = [word for word in asked.query.words if not word.is_beside]
    terms = {form.term for word in words for form in word.forms}
    above = " ".join((passage.source.title, *passage.headings))
    if not terms or not terms.isdisjoint(analyse(f"{above}\n{passage.text}").terms):
        return True
    matches = MatchedPassage.of(asked.query, passage, index).matches
    return any(not asked.query.words[match.word].is_beside for match in matches)
