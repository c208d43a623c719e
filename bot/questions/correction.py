"""Words of a question that are misspelt, read as those of the index, or else of the language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions.languages import words_of_grammar
from bot.questions.query_words import is_stop
from bot.questions.word_forms.common_words import nearest_common
from bot.questions.word_forms.inflection import other_forms
from bot.search.words.analysis import analyse, fold, term
from bot.search.words.commonness import is_word, rarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.search.index import Index
    from bot.search.words.analysis import Analysis

MISSPELT_ABOVE = 14.0  # rarity in the language: "moon" is a word that nobody wrote, not a "noon" misspelt


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that neither the index nor its language knows, and the one that was searched for it."""

    typed: str
    read: str


def corrected(text: str, language: str | None, index: Index) -> tuple[str, tuple[Correction, ...]]:
    """The question with unknown words read as the index's nearest ones, and which those are."""
    corrections = tuple(_corrections(text, language, index))
    pieces: list[str] = []
    done = 0
    for start, end, correction in corrections:
        pieces += [text[done:start], correction.read]
        done = end
    return "".join([*pieces, text[done:]]), tuple(correction for _, _, correction in corrections)


def _corrections(text: str, language: str | None, index: Index) -> Iterator[tuple[int, int, Correction]]:
    """Spans of the text with what is read there, in order."""
    analysis = analyse(text)
    skipped = _named(text, analysis, index)
    grammar = words_of_grammar(language)
    for place, (unit, start, end) in enumerate(
        zip(analysis.terms, analysis.starts, analysis.ends, strict=True)
    ):
        typed = text[start:end]
        if place in skipped or index.knows(unit) or is_stop(typed, grammar):
            continue
        if language and other_forms(typed, language, index.layout.spelling):
            continue
        if joined := _joined(text, analysis, place, index):
            skipped.add(place + 1)
            yield start, analysis.ends[place + 1], joined
        elif read := _respelt(typed, language, index):
            yield start, end, Correction(typed, read)


def _named(text: str, analysis: Analysis, index: Index) -> set[int]:
    """Places of units that belong to names."""
    return {
        place
        for name in index.names.find(text, analysis)
        for place in range(name.place, name.place + name.size)
    }


def _joined(text: str, analysis: Analysis, place: int, index: Index) -> Correction | None:
    """An unknown word written together with the next one: "gun powder" for "gunpowder"."""
    if place + 1 == len(analysis.terms):
        return None
    start, end = analysis.starts[place], analysis.ends[place + 1]
    first, gap, second = text[start:end].partition(" ")
    together = first + second
    is_known = bool(gap) and together.isalpha() and index.knows(term(together))
    return Correction(text[start:end], together) if is_known else None


def _respelt(typed: str, language: str | None, index: Index) -> str | None:
    """The nearest word of the index to one that no language has, or else of the language."""
    if rarity(fold(typed), language) <= MISSPELT_ABOVE:
        return None
    read = index.nearest_word(fold(typed))
    if read is None or not _begins_alike(fold(typed), read):
        read = nearest_common(typed, language)
    if read is None or not _begins_alike(fold(typed), read):
        return None
    return None if is_stop(read) and is_word(fold(typed), language) else read


def _begins_alike(typed: str, read: str) -> bool:
    """Whether a word and its correction begin alike: few mistake a first letter, and names differ by it.

    >>> _begins_alike("zangband", "angband"), _begins_alike("ibnance", "binance")
    (False, True)
    """
    return typed[0] == read[0] or sorted(typed[:2]) == sorted(read[:2])
