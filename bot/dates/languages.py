"""Which languages there are, and which one a text is in."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.dates.lexicon import Lexicon

LANGUAGES = ("en", "ru", "zh")
LOOKED_AT = 4_000  # characters of a text that tell its language
HAN = re.compile(r"[\u3400-\u9fff]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")


def detect_language(text: str) -> str:
    """The language of a text by its script: a Chinese character weighs as much as a word of letters."""
    if text.isascii():
        return "en"
    sample = text[:LOOKED_AT]
    words = len(LATIN.findall(sample))
    if len(HAN.findall(sample)) > words:
        return "zh"
    return "ru" if len(CYRILLIC.findall(sample)) > 4 * words else "en"


@cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language, read when first asked for; English for one that has none."""
    name = language if language in LANGUAGES else "en"
    lexicon: Lexicon = import_module(f"bot.dates.lexicons.{name}").LEXICON
    return lexicon
