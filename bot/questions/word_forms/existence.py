"""Questions since when something is there ("since when is there a forum?"): texts tell its beginning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions.word_forms.concepts import language_of_word
from bot.search.query import Form, QueryWord
from bot.search.words.analysis import term

if TYPE_CHECKING:
    from collections.abc import Sequence

WEIGHT = 0.6  # of the beginning against a word that was typed
_EXISTENCE = re.compile(
    r"""
      \b since \s when \s (?:is|are|was|were) \s there \b
    | \b since \s when \s (?:do|does|did|have|has) \b .{0,60} \b exist (?:ed|s)? \b
    | \b how \s old \s (?:is|are) \s (?:the|this|our|your) \b
    | \b how \s long \s (?:has|have) \b .{0,60} \b (?:existed | been \s around) \b
    | \b (?:seit \s wann | wie \s lange) \b .{0,60} \b (?:gibt (?:['’]?s)? | existier\w+ | besteh\w+ )
    | \b desde \s cu[aá]ndo \b .{0,60} \b (?:hay | exist\w+) \b
    | \b с \s как (?:их \s пор | ого \s (?:года|времени) ) \b .{0,60} \b (?:есть | существу\w+ ) \b
    | (?:何[时時] | 哪年 | 什[么麼][时時]候 | 啥[时時]候) (?:就? 有 [了的]? | 有 ) \W* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEGINNING = {"en": "founded", "de": "gegründet", "es": "fundó", "ru": "основан", "zh": "成立"}


def with_beginning(words: Sequence[QueryWord], text: str, language: str | None) -> Sequence[QueryWord]:
    """The words of a question, and one for its beginning where it asks since when something is there."""
    if not words or not _EXISTENCE.search(text):
        return words
    typed = _BEGINNING[language_of_word(words[-1].typed, language)]
    if any(word.typed == typed for word in words):
        return words
    last = words[-1]
    beginning = QueryWord(typed, (Form(term(typed)),), last.place, last.size, WEIGHT, is_beside=True)
    return (*words, beginning)
