"""Words of a language that no document is written in: what they mean in one that is, or less weight.

Words of a script that no document has cannot be found, and lacking them tells little.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.questions.word_forms.concepts import LANGUAGES, concepts_of, language_of_word
from bot.search.query import Form
from bot.search.words.analysis import analyse, is_unspaced, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.questions.word_forms.concepts import Concept
    from bot.search.index import Index
    from bot.search.query import QueryWord

WEIGHT = 0.15  # of a word that cannot be found
TRANSLATION_WEIGHT = 0.9  # of what a word means in another language against the word itself
OTHER_WEIGHT = 0.5  # of another word of English that means it
TELLING_WEIGHT = 0.4  # of a word that only tells of it
PAIR = 2  # unspaced characters that are indexed together
_WITH_ENGLISH = frozenset(("ru", "zh"))  # whose texts have English words among their own
# Words without which no page is written in a language that shares its letters with English.
_SIGNS = {"de": analyse("und der").terms, "es": analyse("los del una").terms}
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
# Words without which no page is written in a script.
_UNSPACED_SIGNS = analyse("的是不在の는다").terms
_CYRILLIC_SIGNS = analyse("и в на не і та на се").terms


def translated(words: Iterable[QueryWord], language: str | None, index: Index) -> list[QueryWord]:
    """The words of a question with what texts in other languages say; `language` as in `languages`."""
    return [_translated(word, language, index) for word in words]


def _translated(word: QueryWord, language: str | None, index: Index) -> QueryWord:
    own = language_of_word(word.typed, language)
    is_known = any(index.knows(form.term) for form in word.forms)
    others = _other_languages(own, index, is_known=is_known)
    if not others:
        return word
    weights: dict[str, float] = {}
    for concept in concepts_of(word.typed, own):
        for other in others:
            for other_term, weight in _terms(concept, other, is_known=is_known):
                if index.knows(other_term) or (other == "en" and weight > TELLING_WEIGHT):
                    weights[other_term] = max(weight, weights.get(other_term, 0.0))
    return word.with_forms([Form(other, weight) for other, weight in weights.items()])


def _other_languages(own: str, index: Index, *, is_known: bool) -> Sequence[str]:
    """The languages in which a word is looked for, by its own and by whether some text holds it."""
    if own in _WITH_ENGLISH and is_known:
        return ("en",)
    if is_known or (own in _SIGNS and _is_written_in(own, index)):
        return ()
    return [other for other in LANGUAGES if other != own and _is_written_in(other, index)]


def _is_written_in(language: str, index: Index) -> bool:
    """Whether texts may be written in a language, by its signs; always for one that needs none."""
    return all(map(index.knows, _SIGNS.get(language, ())))


def _terms(concept: Concept, language: str, *, is_known: bool) -> Iterator[tuple[str, float]]:
    """The terms that tell of a concept in a language, with their weights."""
    for rank, word in enumerate(concept.meaning[language]):
        yield term(word), OTHER_WEIGHT if rank and language == "en" else TRANSLATION_WEIGHT
    if not is_known:
        yield from ((term(word), TELLING_WEIGHT) for word in concept.telling[language])


def lighter(words: Iterable[QueryWord], index: Index) -> list[QueryWord]:
    """The words, those that are foreign to the index with less weight.

    Words of several characters that it holds in pieces are left out; the pieces are words by themselves.
    """
    words = list(words)
    in_pieces = [word for word in words if _is_in_pieces(word, index)]
    within = {place for word in in_pieces for place in range(word.place, word.place + word.size - 1)}
    return [
        _as_light_as_it_is(_as_piece(word) if word.size == PAIR and word.place in within else word, index)
        for word in words
        if word not in in_pieces
    ]


def _as_piece(word: QueryWord) -> QueryWord:
    return replace(word, is_beside=False) if word.is_beside else word


def _as_light_as_it_is(word: QueryWord, index: Index) -> QueryWord:
    return replace(word, weight=word.weight * WEIGHT) if _is_foreign(word, index) else word


def _is_in_pieces(word: QueryWord, index: Index) -> bool:
    """Whether a word is one of several characters, which documents of its script hold as pairs."""
    return (
        word.size > PAIR
        and is_unspaced(word.typed[:1])
        and not any(index.knows(form.term) for form in word.forms)
        and any(map(index.knows, _UNSPACED_SIGNS))
    )


def _is_foreign(word: QueryWord, index: Index) -> bool:
    if _is_translated(word) or any(index.knows(form.term) for form in word.forms):
        return False
    if is_unspaced(word.typed[:1]):
        return not any(map(index.knows, _UNSPACED_SIGNS))
    return bool(_CYRILLIC.match(word.typed)) and not any(map(index.knows, _CYRILLIC_SIGNS))


def _is_translated(word: QueryWord) -> bool:
    """Whether some form of a word is of Latin script; those of its own script are other words for it."""
    return any(form.term[:1].isascii() for form in word.forms)
