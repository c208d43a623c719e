"""Which languages there are, and which one a text, a paragraph or a sentence is in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bot.dates.lexicon import spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.dates.block import Block
    from bot.dates.lexicon import Lexicon
    from bot.dates.phrases import Phrases

LANGUAGES = ("de", "en", "es", "ru", "zh")
LOOKED_AT = 4_000  # characters of a text that tell its language
SURELY, AGAINST = 20, 4  # telling words of another language than is named: fewest, and a word of that one
HAN = re.compile(r"[\u3400-\u9fff]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
STOP = re.compile(r"[.!?。！？；;]+[\"'”’»)\]」』]*")
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
OTHER_SCRIPT = re.compile(r"[\u0400-\u04ff\u3400-\u9fff]")
# words that only one of the languages in Latin letters has, without those that names hold (de, von, la)
TELLING = spread({
    "en": """the of and to with by had on from his were that it at for january february march may june july
        october december when who did what which year after in""",
    "de": """der das und dem den des im wurde wurden nicht sich ein eine einer mit auf ist zum zur nach vom
        bei seit bis jahr jahre januar februar märz mai juni juli oktober dezember wann wer anfang ende""",
    "es": """el los las del que una con por se su fue fueron año años en desde hasta enero febrero marzo abril
        mayo junio julio agosto septiembre octubre noviembre diciembre cuándo quién siglo""",
})  # fmt: skip
COMMON = {"en": (" the ",), "de": (" und ", " der ", " im "), "es": (" el ", " los ", " del ")}
IN_LATIN = frozenset(TELLING.values())


def detect_language(text: str) -> str:
    """The language of a text by its script, in Latin letters by its commonest words; English in doubt.

    A Chinese character weighs as much as a word of letters.
    """
    return _detected(text[:LOOKED_AT])


@lru_cache(maxsize=4)  # a document is read in several steps
def _detected(sample: str) -> str:
    if not sample.isascii():
        words = len(LATIN.findall(sample))
        if len(HAN.findall(sample)) > words:
            return "zh"
        if len(CYRILLIC.findall(sample)) > 4 * words:
            return "ru"
    counts = Counter(map(TELLING.get, WORD.findall(sample.lower())))
    return max(("en", "de", "es"), key=lambda language: counts[language])  # the first of equals


def main_language(text: str, named: str | None) -> str:
    """The language to read a document in: the one its head names ("en", "zh-CN"), or its own.

    A head names another one where its template came with "en".
    """
    code = re.split(r"[-_]", named.lower())[0] if named else None
    if code not in LANGUAGES:
        return detect_language(text)
    assert code
    return _own_instead(text[:LOOKED_AT], code) or code


@lru_cache(maxsize=4)
def _own_instead(sample: str, named: str) -> str | None:
    """The language of a text that is plainly not in the one that is named for it."""
    if named not in IN_LATIN:
        has_any = (HAN if named == "zh" else CYRILLIC).search(sample) or not WORD.search(sample)
        return None if has_any else _detected(sample)
    if not sample.isascii() and (own := _detected(sample)) not in IN_LATIN:
        return own
    counts = Counter(map(TELLING.get, WORD.findall(sample.lower())))
    own = max(IN_LATIN, key=lambda language: counts[language])
    return own if counts[own] > max(AGAINST * counts[named], SURELY) else None


def parts(text: str, blocks: Sequence[Block], main: str) -> Iterator[tuple[int, int, str]]:
    """Stretches of a document, in order, each with the language it is to be read in: mostly one.

    A paragraph in another language is read in its own, one that mixes scripts sentence by sentence.
    """
    if not blocks or not _is_mixed(text, main):
        yield 0, len(text), main
        return
    begin, own = 0, main
    for start, end in _pieces(text, blocks):
        language = _language_of(text[start:end], main)
        if language and language != own:
            yield begin, start, own
            begin, own = start, language
    yield begin, len(text), own


def _pieces(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Paragraphs, those that mix scripts cut at every stop: neighbours of one language are joined again."""
    at = 0
    for block in blocks:
        start, at = max(block.start, at), max(block.end, at)
        inside = text[start:at]
        if OTHER_SCRIPT.search(inside) and LATIN.search(inside):
            for stop in STOP.finditer(inside):
                yield start, at - len(inside) + stop.end()
                start = at - len(inside) + stop.end()
        yield start, at


def _is_mixed(text: str, main: str) -> bool:
    """Whether anything in a text may be in another language than its main one; dear only when it is."""
    if main not in IN_LATIN:
        return bool(LATIN.search(text))
    if not text.isascii() and OTHER_SCRIPT.search(text):
        return True
    return any(word in text for language, row in COMMON.items() if language != main for word in row)


def _language_of(text: str, main: str) -> str | None:
    """What a piece shows; the main language for a few words in Latin letters, None where no letter tells."""
    own = detect_language(text)
    if main not in IN_LATIN and 2 * len(OTHER_SCRIPT.findall(text)) > len(LATIN.findall(text)):
        return own if own not in IN_LATIN else main  # names in Latin letters
    if own != "en" or not TELLING.keys().isdisjoint(WORD.findall(text.lower())):
        return own
    if not LATIN.search(text):
        return None
    return main if main in IN_LATIN else own


def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language, read when first asked for; English for one that has none."""
    lexicon: Lexicon = _module(language).LEXICON
    return lexicon


def phrases_of(language: str) -> Phrases:
    """How a language says dates; English for one that has no words here."""
    phrases: Phrases = _module(language).PHRASES
    return phrases


@cache
def _module(language: str) -> Any:  # noqa: ANN401 - modules carry no types for what they hold
    return import_module(f"bot.dates.lexicons.{language if language in LANGUAGES else 'en'}")
