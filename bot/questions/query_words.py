"""The words of a question that say what it is about, with the forms that may answer to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions.languages import words_of_grammar
from bot.questions.word_forms.concepts import unspaced_words
from bot.questions.word_forms.english_words import PHRASE_VERBS, PHRASES, SYNONYMS
from bot.search.query import Form, QueryWord
from bot.search.words.analysis import analyse, fold, has_unspaced, is_unspaced, term
from bot.search.words.commonness import rarity
from bot.search.words.names import PART_WEIGHT
from bot.search.words.stopwords import ASKING, CHINESE_ASKING, STOP_WORDS
from bot.search.words.traditional import simplified

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Set as AbstractSet

    from bot.search.words.analysis import Analysis
    from bot.search.words.names import NameMatch, Names

PARTICLE_REACH = 3  # units behind a verb among which its particle stands
SYNONYM_WEIGHT = 0.5  # of another word for the same thing against the word itself
PHRASE_WEIGHT = 0.7  # of what a phrase stands for against a word by itself
OTHER_WEIGHT = 0.5  # of what an abbreviation stands for against the abbreviation that was typed

FOUND, FOUNDED = term("found"), term("founded")
_WITH_INFINITIVE = re.compile(r"\b(?:did|do|does|to|helped|would)\b.*\bfound\b", re.IGNORECASE)
_CHINESE_ASKING = re.compile("|".join(sorted(CHINESE_ASKING, key=len, reverse=True)))


def query_words(
    text: str, language: str | None, names: Names, unspaced: Callable[[], re.Pattern[str]] = unspaced_words
) -> list[QueryWord]:
    """The words of a question in order and each once, without the words of asking; a name is one word.

    `unspaced` gives what finds words that are written without spaces.
    """
    read = list(_QuestionReader(text, language, analyse(text), names, unspaced).words())
    words = {word.forms[0].term: word for word in reversed(read)}
    return sorted(words.values(), key=lambda word: word.place)


def is_stop(typed: str, grammar: AbstractSet[str] = frozenset()) -> bool:
    """Whether a word says nothing of what a question is about; `grammar` are words of its own language."""
    word = fold(typed)
    is_letter = len(word) == 1 and word.isascii() and word.isalpha()
    return word in STOP_WORDS or word in ASKING or word in grammar or is_letter


COMMON, RARE, LEAST = 5.0, 12.0, 0.4  # rarities between which a word's weight grows from the least to 1


def weight_of(typed: str, language: str | None = None) -> float:
    """What a word counts by how rare it is in its language, which a small library cannot tell.

    >>> weight_of("go") < weight_of("pardon") < weight_of("Tokyo")
    True
    """
    if not typed.isalpha() or is_unspaced(typed[0]):
        return 1.0
    return max(LEAST, min(1.0, (rarity(fold(typed), language) - COMMON) / (RARE - COMMON)))


class _QuestionReader:
    """Goes through a question's units from left to right."""

    def __init__(
        self,
        text: str,
        language: str | None,
        analysis: Analysis,
        names: Names,
        unspaced: Callable[[], re.Pattern[str]],
    ) -> None:
        self._text = text
        self._unspaced_words = unspaced
        self._analysis = analysis
        self._language = language
        self._grammar = words_of_grammar(language)
        all_named = names.find(text, analysis)
        explained = {
            name.place: name for name in all_named if name.group in names.explained and name.size == 1
        }
        self._explained = {place: name.group for place, name in explained.items()}
        self._named = {name.place: name for name in all_named if name.place not in explained}
        self._parts = names.parts
        self._unspaced: dict[int, tuple[int, str]] = {}  # place -> units, word of the table of concepts
        self._silent = self._asking_places()
        self._particles: set[int] = set()  # places of those that belong to a phrase
        self._extras: dict[int, list[str]] = {}
        for place, extra in analysis.extras:
            self._extras.setdefault(place, []).append(extra)

    def words(self) -> Iterator[QueryWord]:
        spoken_for = {p for name in self._named.values() for p in range(name.place, name.place + name.size)}
        spoken_for |= self._silent
        place = 0
        while place < len(self._analysis.terms):
            name = self._named.get(place)
            if name:
                yield self._name(name)
            elif place in self._unspaced:
                yield self._concept(place)
            elif phrase := self._phrase(place):
                yield phrase
            if place not in spoken_for:
                yield from self._unit(place)
                if place + 1 not in spoken_for:
                    yield from self._beside(place)
            place += name.size if name else 1

    def _typed(self, place: int, size: int) -> str:
        last = min(place + size, len(self._analysis.ends)) - 1
        return self._text[self._analysis.starts[place] : self._analysis.ends[last]]

    def _name(self, name: NameMatch) -> QueryWord:
        parts = (Form(part, PART_WEIGHT) for part in self._parts[name.group])
        typed = self._typed(name.place, name.size)
        return QueryWord(typed, (Form(name.group), *parts), name.place, name.size)

    def _unit(self, place: int) -> Iterator[QueryWord]:
        typed = self._typed(place, 1)
        if not is_stop(typed, self._grammar):
            term = self._term(place)
            is_character = is_unspaced(term)
            others = () if self._language or is_character else SYNONYMS.get(term, ())  # of English
            likenesses = (Form(other, SYNONYM_WEIGHT) for other in others)
            group = self._explained.get(place)
            spelt_out = (Form(group, OTHER_WEIGHT),) if group else ()
            forms = (Form(term), *spelt_out, *likenesses)
            is_beside = is_character or place in self._particles
            yield QueryWord(typed, forms, place, weight=weight_of(typed, self._language), is_beside=is_beside)

    def _term(self, place: int) -> str:
        """The term of a unit; "found" is a form of "find", but in "when did they found it?"."""
        term = self._analysis.terms[place]
        return FOUNDED if term == FOUND and _WITH_INFINITIVE.search(self._text) else term

    def _beside(self, place: int) -> Iterator[QueryWord]:
        """Pairs of unspaced characters, compounds and sums that begin here."""
        for extra in self._extras.get(place, ()):
            is_beside = not is_unspaced(extra) or any(self._is_covered(near) for near in (place, place + 1))
            yield QueryWord(self._typed(place, 2), (Form(extra),), place, 2, is_beside=is_beside)

    def _is_covered(self, place: int) -> bool:
        """Whether a character says nothing, or belongs to a word of the table of concepts."""
        inside = any(first <= place < first + size for first, (size, _) in self._unspaced.items())
        return inside or is_stop(self._typed(place, 1))

    def _concept(self, place: int) -> QueryWord:
        """A Chinese word of the table."""
        size, word = self._unspaced[place]
        return QueryWord(self._typed(place, size), (Form(word),), place, size)

    def _phrase(self, place: int) -> QueryWord | None:
        """A verb and its particle that mean one thing together: "get out" and "get him out" for "release"."""
        terms = self._analysis.terms
        if terms[place] not in PHRASE_VERBS:
            return None
        for particle in range(place + 1, min(place + 1 + PARTICLE_REACH, len(terms))):
            if others := PHRASES.get((terms[place], terms[particle])):
                self._particles.add(particle)
                typed = f"{self._typed(place, 1)} {self._typed(particle, 1)}"
                forms = tuple(Form(other, PHRASE_WEIGHT) for other in others)
                return QueryWord(typed, forms, place, 2, weight=PHRASE_WEIGHT, is_beside=True)
        return None

    def _asking_places(self) -> set[int]:
        """Units in Chinese phrases of asking; on the way the words of the table of concepts are noted."""
        analysis = self._analysis
        if not has_unspaced(self._text):
            return set()
        places = {start: place for place, start in enumerate(analysis.starts)}
        for word in self._unspaced_words().finditer(simplified(self._text)):
            self._unspaced[places[word.start()]] = (len(word[0]), word[0])
        spans = [phrase.span() for phrase in _CHINESE_ASKING.finditer(self._text)]
        return {place for start, place in places.items() if any(a <= start < b for a, b in spans)}
