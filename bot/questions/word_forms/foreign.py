"""What the words of a question mean in the other languages that texts are written in, by two tables.

Words of a language that no text is written in, and that no table has, cannot be found: they weigh less.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from bot.questions.text_languages import text_languages
from bot.questions.vocabulary_cache import VocabularyCache
from bot.questions.word_forms.compound_parts import compound_parts
from bot.questions.word_forms.compounds import compounds_of
from bot.questions.word_forms.concepts import concepts_of, language_of_word
from bot.questions.word_forms.dictionary import meanings_of
from bot.questions.word_forms.english_words import EVERYDAY
from bot.questions.word_forms.inflection import other_forms
from bot.questions.word_forms.transliteration import in_other_letters
from bot.search.query import Form
from bot.search.words.analysis import fold, is_unspaced, term
from bot.search.words.commonness import is_name, is_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.questions.text_languages import TextLanguages
    from bot.questions.word_forms.concepts import Concept
    from bot.search.index import Index
    from bot.search.query import QueryWord

WEIGHT = 0.3  # of a word of a script that no text has
PLAIN_WEIGHT = 0.4  # of a plain word of a language that no text is written in
TRANSLATION_WEIGHT = 0.9  # of what a word means in another language against the word itself
MIXED_WEIGHT = 0.7  # the same of a word that texts in its own language hold
LEAST_MIXED = 0.45  # weight of what is looked for beside the word itself: lighter ones take time
OTHER_WEIGHT = 0.5  # of another word of English that means it
TELLING_WEIGHT = 0.4  # of a word that only tells of it
OTHERS_WEIGHT = 0.6  # of what a word may stand for, or is made of, against the word itself
NAME_WEIGHT = 0.9  # of a name in the letters of another script
FORM_WEIGHT = 0.8  # of another form of a translated word, against the one of the table
COMPOUND_WEIGHT = 0.5  # of a German compound of it
CHARACTER_WEIGHT = 0.45  # of a single character of Chinese, which means much besides
SHORTEST = 4  # letters of a word that is not taken for one of another language
PAIR = 2  # unspaced characters that are indexed together
_WITH_ENGLISH = frozenset(("ru", "zh"))  # whose texts have English words among their own
_LATIN = frozenset(("en", "de", "es"))

# Of words of the tables, which are few.
_known_forms: VocabularyCache[Sequence[tuple[str, float]]] = VocabularyCache()


def translated(words: Iterable[QueryWord], language: str | None, index: Index) -> list[QueryWord]:
    """The words of a question with what texts in other languages say; `language` as in `languages`."""
    languages = text_languages(index)
    return [_translated(word, language_of_word(word.typed, language), languages, index) for word in words]


def _translated(word: QueryWord, own: str, languages: TextLanguages, index: Index) -> QueryWord:
    if languages.are_only(own):
        return word
    is_known = any(index.knows(form.term) for form in word.forms)
    is_mixed = is_known and not languages.are_foreign_to(own)
    others = _other_languages(own, languages, is_mixed=is_mixed)
    if not others:
        return word
    least = LEAST_MIXED if is_mixed else 0.0
    weights: dict[str, float] = {}
    for other, form, weight in _terms(word, own, others, index, is_known=is_known):
        if is_mixed and _is_other_word(form, own, other):
            continue
        share = weight * (_mixed_share(own, other, languages) if is_mixed else 1.0)
        if share >= least and (index.knows(form) or (other == "en" and weight > TELLING_WEIGHT)):
            weights[form] = max(share, weights.get(form, 0.0))
    if not is_known and not any(map(index.knows, weights)):
        weights |= _in_other_letters(word, own, index)
    typed = {form.term for form in word.forms}
    return word.with_forms([Form(other, weight) for other, weight in weights.items() if other not in typed])


def _other_languages(own: str, languages: TextLanguages, *, is_mixed: bool) -> Sequence[str]:
    """The languages in which a word is looked for, by its own and by whether texts in it hold the word."""
    others = [other for other in languages.possible if other != own]
    if is_mixed:
        return [o for o in others if not languages.are_foreign_to(o) or _is_sprinkled(o, own)]
    return () if own in _LATIN - {"en"} and not languages.are_foreign_to(own) else others


def _mixed_share(own: str, other: str, languages: TextLanguages) -> float:
    """What a translation counts beside the word itself; most where English texts stand beside such words."""
    is_likely = _is_sprinkled(other, own) and not languages.are_foreign_to(other)
    return 1.0 if is_likely else MIXED_WEIGHT


def _is_sprinkled(language: str, own: str) -> bool:
    """Whether texts of a script have words of English among their own."""
    return language == "en" and own in _WITH_ENGLISH


def _is_other_word(form: str, own: str, other: str) -> bool:
    """Whether a word of another language may be one of the question's language too: "call" for "calle"."""
    return other in _LATIN and own in _LATIN and (len(form) < SHORTEST or is_word(form, own))


def _meanings(word: QueryWord, own: str) -> Iterator[tuple[Concept, float]]:
    """What a word means, each with the share of its weight; else what its parts mean or it stands for."""
    meanings = _listed(word.typed, own)
    yield from ((meaning, 1.0) for meaning in meanings)
    if meanings:
        return
    others: Iterable[str] = ()
    if own == "de":
        others = compound_parts(word.typed, lambda part: bool(_listed(part, own)))
    elif own == "en":
        others = chain((form.term for form in word.forms), EVERYDAY.get(word.forms[0].term, ()))
    yield from ((meaning, OTHERS_WEIGHT) for other in others for meaning in _listed(other, own))


def _listed(word: str, own: str) -> Sequence[Concept]:
    """The meanings of a word in both tables; of one that they hold in this form no others of its stem."""
    meanings = (*concepts_of(word, own), *meanings_of(word, own))
    folded = fold(word)
    exact = [meaning for meaning in meanings if folded in map(fold, meaning.words(own))]
    return exact or meanings


def _terms(
    word: QueryWord, own: str, others: Sequence[str], index: Index, *, is_known: bool
) -> Iterator[tuple[str, str, float]]:
    """The terms that tell of a word in other languages: language, term, weight."""
    for meaning, share in _meanings(word, own):
        for language in others:
            for rank, other in enumerate(meaning.meaning[language]):
                weight = share * (OTHER_WEIGHT if rank and language == "en" else TRANSLATION_WEIGHT)
                for form, likeness in _forms(other, language, index):
                    yield language, form, weight * likeness
            if not is_known:
                for other in meaning.telling[language]:
                    yield language, term(other), TELLING_WEIGHT * share


def _forms(word: str, language: str, index: Index) -> Sequence[tuple[str, float]]:
    """The terms of a word of the tables as texts of its language may have it, with their weights."""
    if language == "en":
        return ((term(word), 1.0),)
    return _known_forms.get(
        index.layout.spelling, (word, language), lambda: tuple(_forms_in_texts(word, language, index))
    )


def _forms_in_texts(word: str, language: str, index: Index) -> Iterator[tuple[str, float]]:
    if language == "zh":
        yield from _pieces(word, index)
        return
    yield term(word), 1.0
    if text_languages(index).are_foreign_to(language):
        return
    yield from ((term(other), FORM_WEIGHT) for other in other_forms(word, language, index.layout.spelling))
    if language == "de":
        yield from ((term(other), COMPOUND_WEIGHT) for other in compounds_of(fold(word), index))


def _pieces(word: str, index: Index) -> Iterator[tuple[str, float]]:
    """A word of Chinese as it is indexed: by the rarest of its pairs, where texts hold all of them."""
    pairs = [word[place : place + PAIR] for place in range(max(len(word) - 1, 1))]
    if all(map(index.knows, pairs)):
        yield max(pairs, key=index.idf), 1.0 if len(word) > 1 else CHARACTER_WEIGHT


def _in_other_letters(word: QueryWord, own: str, index: Index) -> dict[str, float]:
    """The terms of a name in the letters of another script."""
    if not (own == "ru" or is_name(word.typed)):
        return {}
    return {term(other): NAME_WEIGHT for other in in_other_letters(word.typed, index)}


def lighter(words: Iterable[QueryWord], language: str | None, index: Index) -> list[QueryWord]:
    """The words, those of a language that no text is written in with less weight; `language` as above.

    Words of several characters that it holds in pieces are left out; the pieces are words by themselves.
    """
    words = list(words)
    languages = text_languages(index)
    in_pieces = [word for word in words if _is_in_pieces(word, index, languages)]
    within = {place for word in in_pieces for place in range(word.place, word.place + word.size - 1)}
    return [
        _as_light_as_it_is(
            _as_piece(word) if word.size == PAIR and word.place in within else word,
            language_of_word(word.typed, language),
            index,
            languages,
        )
        for word in words
        if word not in in_pieces
    ]


def _as_piece(word: QueryWord) -> QueryWord:
    return replace(word, is_beside=False) if word.is_beside else word


def _as_light_as_it_is(word: QueryWord, own: str, index: Index, languages: TextLanguages) -> QueryWord:
    if not languages.are_foreign_to(own) or any(index.knows(form.term) for form in word.forms):
        return word
    if any(_meanings(word, own)):  # no text holds what it means
        return word
    if own in _LATIN:
        return word if is_name(word.typed, own) else replace(word, weight=word.weight * PLAIN_WEIGHT)
    return replace(word, weight=word.weight * WEIGHT)


def _is_in_pieces(word: QueryWord, index: Index, languages: TextLanguages) -> bool:
    """Whether a word is one of several characters, which documents of its script hold as pairs."""
    return (
        word.size > PAIR
        and is_unspaced(word.typed[:1])
        and not any(index.knows(form.term) for form in word.forms)
        and not languages.are_foreign_to("zh")
    )
