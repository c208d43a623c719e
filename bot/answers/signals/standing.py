"""Whether the event, the thing asked for and its name stand together in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.event_families import is_event, is_of_life, terms_of_meaning
from bot.answers.support import Role, Standing, counted, share_here
from bot.questions.wanted import Wanted
from bot.questions.word_forms.concepts import language_of_word
from bot.search.words.analysis import is_unspaced
from bot.search.words.scripts import stemmer_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.answers.first_hit import FirstHit
    from bot.answers.support import PlacedWord
    from bot.search.query import QueryWord

MANY = 6  # words in the sentence from which more say nothing
LESS_SURE = 0.5  # of 32 such first hits of real questions 14 were right, of 78 in English 15
SOME = 2  # words beside it from which more say nothing


def words_here(first: FirstHit) -> float:
    """How many words of the question the sentence holds as typed: 1 for six or more."""
    here = sum(placed.standing is Standing.SENTENCE for placed in first.support.words)
    return min(here, MANY) / MANY


def together(first: FirstHit) -> float:
    """Share of names that stand in the sentence or above it, times that of the other words."""
    return first.support.names_with_event()


def rare_words_here(first: FirstHit) -> float:
    """Share of the question's words, by rarity in their language, that stand in the sentence or above it."""
    return share_here(first.support.words)


def names_beside(first: FirstHit) -> float:
    """How many names stand only in the sentence before or after: 1 for two or more."""
    return _some(_of(first, Role.NAME, Standing.NEIGHBOUR))


def names_apart(first: FirstHit) -> float:
    """How many names stand only farther off in the passage: 1 for two or more."""
    return _some(_of(first, Role.NAME, Standing.PASSAGE))


def words_beside(first: FirstHit) -> float:
    """How many other words stand in another sentence only: 1 for two or more."""
    return _some(_of(first, Role.PLAIN, Standing.NEIGHBOUR, Standing.PASSAGE))


def _some(words: Iterable[PlacedWord]) -> float:
    return min(sum(1 for _ in words), SOME) / SOME


def names_lacking(first: FirstHit) -> float:
    """Share of names that it lacks, among all words and by rarity."""
    return _share(first, _of(first, Role.NAME, Standing.NOWHERE))


def nameless(first: FirstHit) -> float:
    """Whether the question has names and none stands in the sentence or above it."""
    names = [placed for placed in first.support.words if placed.role is Role.NAME]
    return float(bool(names) and not any(placed.is_here for placed in names))


def by_name_alone(first: FirstHit) -> float:
    """Whether the question has other words than names and none stands in the sentence, in any word."""
    plain = [placed for placed in first.support.words if placed.role is Role.PLAIN]
    held = {Standing.SENTENCE, Standing.MEANING}
    return float(bool(plain) and not any(placed.standing in held for placed in plain))


def unread_beside_name(first: FirstHit) -> float:
    """Whether nothing but names stands there or above it, and other words are Chinese that no text can hold.

    Of such a word neither the texts nor the tables know what it means; it is lightened for that.
    """
    plain = [placed for placed in first.support.words if placed.role is Role.PLAIN]
    if not plain or any(placed.is_here for placed in plain):
        return 0.0
    return float(any(word.weight < 1 and is_unspaced(word.typed[:1]) for word in first.ranking.unknown))


def words_lacking(first: FirstHit) -> float:
    """Share of plain words that it lacks and that other words could mean."""
    lacking = _of(first, Role.PLAIN, Standing.NOWHERE, Standing.PASSAGE)
    language = first.support.question.language
    return _share(first, (placed for placed in lacking if terms_of_meaning(placed.word, language)))


def event_lacking(first: FirstHit) -> float:
    """Whether it asks for an event that is told in few words, and none of them stands there or beside it.

    Half of it in other languages than English, whose words for most events the table holds fewer of.
    """
    lacked, language = _lacked(first, is_event), first.support.question.language
    is_sure = any(
        is_of_life(word, language) or language_of_word(word.typed, language) == "en" for word in lacked
    )
    return float(bool(lacked)) * (1.0 if is_sure else LESS_SURE)


def life_event_lacking(first: FirstHit) -> float:
    """The same of birth, death and marriage, which no text tells in other words."""
    return float(bool(_lacked(first, is_of_life)))


def _lacked(first: FirstHit, asks_for: Callable[[QueryWord, str | None], bool]) -> list[QueryWord]:
    """The words of the question for an event that is not told there nor beside it."""
    if first.support.question.wanted is Wanted.REASON:
        return []
    language = first.support.question.language
    asked = [
        placed.word
        for placed in first.support.words
        if placed.standing in {Standing.NOWHERE, Standing.PASSAGE}
        and asks_for(placed.word, language)
        and _is_of_script(first, placed)
    ]
    of_life = any(is_of_life(word, language) for word in asked)
    return [] if _has_both_ends(first, of_life=of_life) else asked


def _is_of_script(first: FirstHit, placed: PlacedWord) -> bool:
    """Whether most of the passage is of the word's script: of others a table of words tells too little.

    A birth, a death or a marriage no text tells in other words than those of the table.
    """
    language = first.support.question.language
    if language_of_word(placed.word.typed, language) != "en" and is_of_life(placed.word, language):
        return True
    script = _script(placed.word.typed)
    units = first.support.units
    return 2 * sum(_script(unit.surface) == script for unit in units) > len(units)


def _script(word: str) -> str | None:
    return "unspaced" if is_unspaced(word[:1]) else stemmer_of(word[:1].lower())


def _has_both_ends(first: FirstHit, *, of_life: bool) -> bool:
    """Whether a beginning or an end is asked for and the sentence gives both: "ran from 1955 to 1991".

    Those of a life stand in brackets: "Ida Brandt (1871–1950)".
    """
    query, (begin, end) = first.support.question.query, first.support.span
    text = first.quotation.passage.text
    return (query.wants_start or query.wants_end) and any(
        mention.date.is_interval and (not of_life or "(" in text[begin : mention.start])
        for mention in first.quotation.passage.mentions
        if begin <= mention.start < end
    )


def _of(first: FirstHit, role: Role, *standings: Standing) -> Iterable[PlacedWord]:
    return (placed for placed in first.support.words if placed.role is role and placed.standing in standings)


def _share(first: FirstHit, some: Iterable[PlacedWord]) -> float:
    every = counted(first.support.words)
    return counted(some) / every if every else 0.0
