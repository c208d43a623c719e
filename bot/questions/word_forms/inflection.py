"""Other forms of a word that an index holds: German and Spanish ones, which it stems as English, and Russian.

The stems of an index keep the aspects of a Russian verb and its noun apart: запустили, запущен, запуск.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.dates.languages import CYRILLIC
from bot.questions.vocabulary_cache import VocabularyCache
from bot.questions.word_forms.irregular_verbs import german_verb, russian_verb, spanish_verb
from bot.search.query import Form
from bot.search.words.analysis import fold, snowball, snowball_once, term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.search.index import Index
    from bot.search.query import QueryWord
    from bot.search.spelling import Spelling

SHORTEST = 4  # letters of a word whose forms are looked for
FORM_WEIGHT = 0.8  # of another form against the word as typed
ROOT_WEIGHT = 0.5  # of a Russian word of the same root
MOST = 12  # forms of a word

_GERMAN_ENDING = re.compile(r"(?:ung|ungs|ungen|heit|keit)$")
_RUSSIAN_ENDING = re.compile(
    r"(?:[ыи]ва|[оеа]ва|[еая]н(?:и|н)?|[ыия]т|тель?|ств|аци?|н?ик|[ое]?к|[лнтаяиыеуюьй])$"
)
_SOFTENED = re.compile(r"(?<=[бпвмф])л$")
# Last consonants of a Russian root and what stands for all that they soften to: "пустить", "пущен", "пуск"
_ALTERNATING = {
    "жд": "ж", "ст": "ш", "ск": "ш", "д": "ж", "з": "ж", "г": "ж", "т": "ч", "к": "ч", "с": "ш", "щ": "ш",
}  # fmt: skip
# As they sound before other endings: "pagué" of "pagar", "empecé" of "empezar"; "empieza", "vuelve"
_SPANISH_SPELLINGS = (("gu", "g"), ("qu", "c"), ("z", "c"))
_SPANISH_NOUN = re.compile(r"(?<=[a-z]{3})(?:[ai]cion|[ai]mient|anz)$")
_SPANISH_DIPHTHONG = re.compile(r"(?:ie|(?<![gq])ue)(?=[^aeiou]{1,2}$)")
_families: VocabularyCache[Mapping[str, tuple[str, ...]]] = VocabularyCache()  # by language


def in_all_forms(words: Sequence[QueryWord], language: str | None, index: Index) -> Sequence[QueryWord]:
    """The words of a question with their other forms; English and Chinese ones as they are."""
    return [_in_all_forms(word, language, index.layout.spelling) for word in words]


def _in_all_forms(word: QueryWord, language: str | None, spelling: Spelling) -> QueryWord:
    own = "ru" if CYRILLIC.match(word.typed) else language
    if own is None:
        return word
    weight = ROOT_WEIGHT if own == "ru" else FORM_WEIGHT
    known = {form.term for form in word.forms}
    others = dict.fromkeys(map(term, other_forms(word.typed, own, spelling)))
    return word.with_forms([Form(other, weight) for other in others if other not in known])


def other_forms(typed: str, language: str, spelling: Spelling) -> tuple[str, ...]:
    """Folded words of an index that share the stem of a word in its language; the word itself is left out."""
    word = fold(typed)
    if len(word) < SHORTEST or not word.isalpha():
        return ()
    by_stem = _families.get(spelling, language, lambda: _by_stem(language, spelling))
    family = by_stem.get(stem(word, language), ())
    return tuple(other for other in family if other != word)[:MOST]


def _by_stem(language: str, spelling: Spelling) -> Mapping[str, tuple[str, ...]]:
    families: dict[str, list[str]] = {}
    for word in spelling.words:
        if len(word) >= SHORTEST and bool(CYRILLIC.match(word)) == (language == "ru"):
            families.setdefault(stem(word, language), []).append(word)
    return {stem: tuple(words) for stem, words in families.items() if len(words) > 1 or words[0] != stem}


@lru_cache(maxsize=1 << 15)
def stem(word: str, language: str) -> str:
    """What the forms of a folded word have in common.

    >>> [stem(word, "de") for word in ("gegrundet", "grundete", "grundung", "raume", "raumen")]
    ['grund', 'grund', 'grund', 'raum', 'raum']
    >>> [stem(word, "es") for word in ("jugaron", "jugaba", "volvio", "volvieron")]
    ['jug', 'jug', 'volv', 'volv']
    """
    return {"de": _german, "es": _spanish, "ru": _russian}[language](word)


def _german(word: str) -> str:
    """CISTEM by Weissweiler and Fraser, "Developing a stemmer for German" (2017), and nouns of verbs."""
    word = german_verb(word)
    if len(word) >= 6:
        word = _GERMAN_ENDING.sub("", word.removeprefix("ge")) or word
    while len(word) > 3:
        if len(word) > 5 and word.endswith(("em", "er", "nd")):
            word = word[:-2]
        elif word.endswith(("t", "e", "s", "n")):
            word = word[:-1]
        else:
            break
    return word


def _russian(word: str) -> str:
    """The root with its prefix: without the suffixes of verbs and nouns, its last consonant as it softens."""
    if irregular := russian_verb(word):
        return irregular
    root = snowball_once("russian")(word)
    while shorter := _shorter(root):
        root = shorter
    root = _SOFTENED.sub("", root)
    for hard, soft in _ALTERNATING.items():
        if root.endswith(hard):
            return root.removesuffix(hard) + soft
    return root


def _shorter(root: str) -> str | None:
    """A root without a suffix, as long as enough of it is left."""
    for length in range(4, 0, -1):
        if len(root) - length >= SHORTEST and _RUSSIAN_ENDING.fullmatch(root, len(root) - length):
            return root[:-length]
    return None


def _spanish(word: str) -> str:
    if irregular := spanish_verb(word):
        return irregular
    stemmed = snowball("spanish")(word)
    if len(stemmed) <= 3:
        return stemmed
    stemmed = _SPANISH_NOUN.sub("", stemmed)
    for spelt, sounded in _SPANISH_SPELLINGS:
        stemmed = stemmed[: -len(spelt)] + sounded if stemmed.endswith(spelt) else stemmed
    return _SPANISH_DIPHTHONG.sub(lambda match: {"ie": "e", "ue": "o"}[match[0]], stemmed.removesuffix("i"))
