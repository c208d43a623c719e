"""Messages all in capitals, or with one on each word: there a capital does not show what names something."""

from __future__ import annotations

import re

from bot.questions.languages import words_of_grammar
from bot.search.words.analysis import fold
from bot.search.words.stopwords import STOP_WORDS

FEWEST = 3  # words of such a message
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GRAMMAR = STOP_WORDS | words_of_grammar("de") | words_of_grammar("es")


def in_small_letters(text: str) -> str:
    """A message whose words all begin with a capital, those of grammar too, in small letters; others as is.

    >>> in_small_letters("WHEN DID BINANCE MOVE?"), in_small_letters("When Did Binance Move?")
    ('when did binance move?', 'when did binance move?')
    >>> in_small_letters("When did Binance move?"), in_small_letters("Bitcoin Pizza Day")
    ('When did Binance move?', 'Bitcoin Pizza Day')
    """
    words = [word for word in _WORD.findall(text) if word[0].lower() != word[0].upper()]
    if len(words) < FEWEST or any(word[0].islower() for word in words):
        return text
    telling = words if all(word.isupper() for word in words) else words[1:]
    return text.lower() if any(fold(word) in _GRAMMAR for word in telling) else text
