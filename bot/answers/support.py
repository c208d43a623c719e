"""What a passage holds of a question: each of its words with the place where it stands."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.event_families import terms_of_meaning
from bot.questions.word_forms.dictionary import is_named
from bot.search.words.analysis import analyse, fold, is_unspaced
from bot.search.words.commonness import RAREST, is_name, rarity
from bot.search.words.names import is_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.matching import MatchedPassage, WordMatch
    from bot.questions import Question
    from bot.search.query import QueryWord
    from bot.search.words.analysis import Analysis
    from bot.sentences import Span
    from bot.sources.source import Passage


ITSELF = 0.65  # weight from which a form is a word itself, inflected or spelt otherwise
ROOT, ENDING = 4, 2  # letters of the shortest stem, and that another stem of the word may have behind it


class Standing(StrEnum):
    """Where a word of a question stands, from the strongest place to none."""

    SENTENCE = "sentence"  # the one that answers
    MEANING = "meaning"  # in that sentence by another word that means it
    HEADING = "heading"  # title, headings, what introduces it
    NEIGHBOUR = "neighbour"  # the sentence before or after
    PASSAGE = "passage"  # farther off
    NOWHERE = "nowhere"


class Role(StrEnum):
    """What a word of a question does in it."""

    NUMBER = "number"
    NAME = "name"  # of somebody or something, by how it is written or how rare it is
    PLAIN = "plain"  # the others: the event above all


class WordUnit(NamedTuple):
    """A unit of a text: as written, its term, and where it stands."""

    surface: str
    term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of the question with its role, where it stands, and how rare it is in its language (0 to 1)."""

    word: QueryWord
    role: Role
    standing: Standing
    rarity: float

    @property
    def is_here(self) -> bool:
        """Whether it stands in the sentence, in some word, or above it."""
        return self.standing in _HERE


_HERE = frozenset((Standing.SENTENCE, Standing.MEANING, Standing.HEADING))


@dataclass(frozen=True, slots=True)
class Support:
    """A passage beside a question: where its words stand in it, around the sentence that answers."""

    question: Question
    passage: Passage
    matched: MatchedPassage
    sentence: Span | None
    asked: tuple[WordUnit, ...]  # of the question, stop words too
    units: tuple[WordUnit, ...]  # of the passage
    here: tuple[WordUnit, ...]  # of the sentence that answers
    headings: frozenset[str]  # terms of title, headings and what introduces it
    words: tuple[PlacedWord, ...]  # that say what it is about; none that others say too (pairs, compounds)

    @classmethod
    def around(
        cls, question: Question, passage: Passage, matched: MatchedPassage, sentence: Span | None
    ) -> Support:
        """What a passage holds of a question; `sentence` is the one that answers."""
        context = analyse(" . ".join((passage.source.title, *passage.headings, passage.context)))
        headings = frozenset((*context.terms, *(extra for _, extra in context.extras)))
        units = _units(passage.text)
        span = sentence or (0, len(passage.text))
        here = units[_inside(analyse(passage.text).starts, span)]
        placed = _Places(matched, analyse(passage.text), headings, span)
        words = tuple(
            [
                placed.word(number, word, question.language)
                for number, word in enumerate(question.query.words)
                if not word.is_beside
            ]
        )
        asked = _units(question.query.text)
        return cls(question, passage, matched, sentence, asked, units, here, headings, words)

    @property
    def span(self) -> Span:
        """The sentence that answers; the whole passage where there is none."""
        return self.sentence or (0, len(self.passage.text))

    @property
    def text(self) -> str:
        """The sentence that answers."""
        return self.passage.text[slice(*self.span)]

    def names_with_event(self) -> float:
        """Share of names that stand in the sentence or above it, times that of the other words, by rarity.

        A question without names, or with nothing else, is judged by what it has.
        """
        names = [placed for placed in self.words if placed.role is not Role.PLAIN]
        plain = [placed for placed in self.words if placed.role is Role.PLAIN]
        return share_here(names) * share_here(plain)

    def typed(self, *standings: Standing) -> tuple[str, ...]:
        """The words of the question that stand in such places, as typed and in order."""
        return tuple(placed.word.typed for placed in self.words if placed.standing in standings)


def share_here(words: Sequence[PlacedWord]) -> float:
    """Share of some words, by rarity, that stand in the sentence or above it; 1 of none."""
    every = counted(words)
    return counted([placed for placed in words if placed.is_here]) / every if every else 1.0


def counted(words: Iterable[PlacedWord]) -> float:
    """What some words count together, by rarity."""
    return sum([placed.rarity * placed.word.weight for placed in words])


def _units(text: str) -> tuple[WordUnit, ...]:
    analysis = analyse(text)
    return tuple(
        [
            WordUnit(text[start:end], term, start, end)
            for term, start, end in zip(analysis.terms, analysis.starts, analysis.ends, strict=True)
        ]
    )


def role_of(word: QueryWord, language: str | None = None) -> Role:
    """What a word does in a question, by how it is written; `language` as in `questions.languages`.

    Unspaced characters do not show whether they are a name: the aliases and the dictionary tell.
    """
    typed = word.typed
    if typed[:1].isdecimal():
        return Role.NUMBER
    if any(map(str.isdecimal, typed)):  # map25
        return Role.NAME
    if is_unspaced(typed[:1]):
        return Role.NAME if is_group(word.forms[0].term) or is_named(typed, "zh") else Role.PLAIN
    return Role.NAME if is_name(typed, language) else Role.PLAIN


def rarity_of(typed: str, language: str | None = None) -> float:
    """How rare a word is in its language, 0 to 1."""
    if is_unspaced(typed[:1]) or " " in typed:
        return 1.0
    return rarity(fold(typed), language) / RAREST


class _Places:
    """The words and terms of a passage: of the sentence that answers, with those beside it, and of all."""

    def __init__(
        self,
        matched: MatchedPassage,
        analysis: Analysis,
        headings: frozenset[str],
        sentence: Span,
    ) -> None:
        self._headings = headings
        self._own = {word.forms[0].term for word in matched.query.words}  # "foundation" is not "founded" too
        here, near = _matches_in(matched, sentence), _matches_in(matched, _around(matched, sentence))
        terms = {match.start: analysis.terms[bisect_left(analysis.starts, match.start)] for match in here}
        self._itself = {
            match.word for match in here if _is_itself(matched.query.words[match.word], terms[match.start])
        }
        self._here = {match.word for match in here}
        self._near = {match.word for match in near}
        self._anywhere = {match.word for match in matched.matches}
        self._terms_here = _terms_in(analysis, sentence)
        self._terms_near = _terms_in(analysis, _around(matched, sentence))

    def word(self, number: int, word: QueryWord, language: str | None) -> PlacedWord:
        """A word of the question with the best place where it stands."""
        role = role_of(word, language)
        standing = self._standing(number, word, role, language)
        return PlacedWord(word, role, standing, rarity_of(word.typed, language))

    def _standing(self, number: int, word: QueryWord, role: Role, language: str | None) -> Standing:
        own = word.forms[0].term
        others = self._own - {own}
        if number in self._itself or (number in self._here and role is not Role.PLAIN):
            return Standing.SENTENCE
        if own in self._terms_here or any(_is_inflected(own, term) for term in self._terms_here - others):
            return Standing.SENTENCE
        meant = terms_of_meaning(word, language) if role is Role.PLAIN else frozenset()
        if number in self._here or meant & self._terms_here:
            return Standing.MEANING
        if meant & self._headings or any(form.term in self._headings for form in word.forms):
            return Standing.HEADING
        if number in self._near or meant & self._terms_near:
            return Standing.NEIGHBOUR
        return Standing.PASSAGE if number in self._anywhere else Standing.NOWHERE


def _is_itself(word: QueryWord, term: str) -> bool:
    """Whether a term is the word and not only means it; names of several units are."""
    weight = next((form.weight for form in word.forms if form.term == term), 1.0)
    return weight >= ITSELF


def _is_inflected(term: str, other: str) -> bool:
    """Whether two stems may be of one word: "ульян" and "улья" for Ульянов, in two cases."""
    short, long = sorted((term, other), key=len)
    return len(short) >= ROOT and long.startswith(short) and len(long) - len(short) <= ENDING


def _inside(starts: Sequence[int], span: Span) -> slice:
    """Which of some rising places lie in a span."""
    return slice(bisect_left(starts, span[0]), bisect_left(starts, span[1]))


def _matches_in(matched: MatchedPassage, span: Span) -> list[WordMatch]:
    begin, end = span
    return [match for match in matched.matches if begin <= match.start < end]


def _terms_in(analysis: Analysis, span: Span) -> set[str]:
    """The terms that begin in a span, those that stand beside a unit too."""
    inside = _inside(analysis.starts, span)
    beside = [extra for place, extra in analysis.extras if inside.start <= place < inside.stop]
    return {*analysis.terms[inside], *beside}


def _around(matched: MatchedPassage, sentence: Span) -> Span:
    """A sentence with the one before and the one behind it."""
    spans = matched.sentences
    at = next((number for number, (_, end) in enumerate(spans) if sentence[0] < end), 0)
    beside = spans[max(at - 1, 0) : at + 2]
    return (beside[0][0], beside[-1][1]) if beside else sentence


def names_of(words: Iterable[QueryWord]) -> tuple[str, ...]:
    """The words of a question that name somebody, something or a number, as typed."""
    return tuple(word.typed for word in words if not word.is_beside and is_name(word.typed))
