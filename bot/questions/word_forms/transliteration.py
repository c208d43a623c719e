"""Names of one script as texts in another one write them: "Ульянов" for "Ulyanov", "Wells" for "Уэллс".

A name is compared by its consonants as they sound, of which each script has several spellings, and by how
long it is; endings of Russian cases are left out.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import islice, product
from typing import TYPE_CHECKING

from bot.questions.vocabulary_cache import VocabularyCache
from bot.questions.word_forms.word_order import is_small
from bot.search.words.analysis import fold
from bot.search.words.commonness import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.search.index import Index
    from bot.search.spelling import Spelling

SHORTEST = 3  # letters of a name
LIKENESS = 0.6  # share of the letters that two spellings have in common, at least
LIKENESS_OF_WORDS = 0.8  # the same of a name that is a word, too
LIKENESS_OF_FEW = 0.75  # the same of a name with a single consonant, as Chinese ones are
LONGEST = 16  # letters that are compared
MOST = 4  # spellings of a name
MOST_SOUNDS = 64  # ways to say a name

_REPEATED = re.compile(r"(.)\1+")
_CYRILLIC = re.compile(r"[а-я]+")
_LATIN = re.compile(r"[a-z]+")
# Spellings of consonants with the classes that they may sound like, "" for a silent one; the first that fits.
_SOUNDS = {
    "cyrillic": (
        ("[чд]?ж", "j"), ("кс", "ks"), ("[тдс]?с|дз|з|ц", "s"), ("[чшщ]", "c"), ("[гх]", "g"),
        ("[вф]", "v"), ("у(?=[аеиоуыэюя])", "v "), ("б", "b"), ("д", "d"), ("к", "k"), ("л", "l"),
        ("м", "m"), ("н", "n"), ("п", "p"), ("р", "r"), ("т", "t"), (".", ""),
    ),
    "latin": (
        ("shch|t?sch|tch|sh", "c"), ("ch", "c g k"), ("ph", "v"), ("th", "t tg"), ("kh", "g"),
        ("zh|dj|dg", "j"), ("c?k|qu?", "k"), ("x", "ks"), ("[td]?[sz]", "s"), ("c(?=[eiy])", "s"),
        ("c", "k"), ("g(?=[eiy])", "g j"), ("g", "g"), ("h(?=[aeiouy])", "g"), ("j", "j g "),
        ("w(?=[aeiouy])", "v"), ("w$", "v "), ("[vf]", "v"), ("ng", "n ng"), ("b", "b"), ("d", "d"),
        ("l", "l"), ("m", "m"), ("n", "n"), ("p", "p"), ("r", "r"), ("t", "t"), (".", ""),
    ),
}  # fmt: skip
_SPELLINGS = {
    script: re.compile("|".join(f"({spelling})" for spelling, _ in rows)) for script, rows in _SOUNDS.items()
}
_CASE = re.compile(r"(?<=[а-я]{3})(?:[оеыи]м|[оеыи]й|ам|ами|ах|[оы]х|ого|[аеиоуыэюяь])$")
_TOGETHER = (("чж", "zh"), ("дж", "j"), ("кс", "x"))
_ROMAN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
        "ф": "f", "х": "h", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e",
        "ю": "yu", "я": "ya",
    }
)  # fmt: skip
_by_sound: VocabularyCache[Mapping[str, tuple[str, ...]]] = VocabularyCache()  # by script


def in_other_letters(typed: str, index: Index) -> Sequence[str]:
    """Folded words of an index that write a name in the other of the scripts, the likeliest first."""
    name = fold(typed)
    script = _script(name)
    if script is None or len(name) < SHORTEST or not is_small(index):
        return ()
    other, spelling = "latin" if script == "cyrillic" else "cyrillic", index.layout.spelling
    table = _by_sound.get(spelling, other, lambda: _words_by_sound(other, spelling))
    sounds = _sounds(name, script)
    least = LIKENESS if max(map(len, sounds), default=0) > 1 else LIKENESS_OF_FEW
    least = LIKENESS_OF_WORDS if is_word(name) else least
    likenesses = {word: _likeness(name, word) for sound in sounds for word in table.get(sound, ())}
    likely = [word for word, likeness in likenesses.items() if likeness >= least]
    return sorted(likely, key=lambda word: (-likenesses[word], word))[:MOST]


def _script(name: str) -> str | None:
    if _LATIN.fullmatch(name):
        return "latin"
    return "cyrillic" if _CYRILLIC.fullmatch(name) else None


def _words_by_sound(script: str, spelling: Spelling) -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for word in spelling.words:
        if _script(word) == script:
            for sound in _sounds(word, script):
                table.setdefault(sound, []).append(word)
    return {sound: tuple(words) for sound, words in table.items()}


def _sounds(name: str, script: str) -> set[str]:
    """The consonants of a name as they may sound, with and without the ending of a case.

    >>> _sounds("уэллсом", "cyrillic") & _sounds("wells", "latin")
    {'vls'}
    """
    bare = _CASE.sub("", name)
    return {sound for form in {name, bare} for sound in _spoken(form, script) if sound}


def _spoken(name: str, script: str) -> Iterator[str]:
    rows = _SOUNDS[script]
    found = _SPELLINGS[script].finditer(name)
    pieces = [rows[(match.lastindex or 1) - 1][1].split(" ") for match in found]
    for sounds in islice(product(*pieces[:LONGEST]), MOST_SOUNDS):
        yield _REPEATED.sub(r"\1", "".join(sounds))


def _likeness(name: str, other: str) -> float:
    """Share of the letters that two spellings of different scripts have in common and in order."""
    return SequenceMatcher(None, _romanized(name), _romanized(other), autojunk=False).ratio()


def _romanized(name: str) -> str:
    for cyrillic, latin in _TOGETHER:
        name = name.replace(cyrillic, latin)
    return name.translate(_ROMAN)
