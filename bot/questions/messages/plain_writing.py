"""A message written plainly: without what stands around it by habit, in the usual words and letters."""

from __future__ import annotations

import re

from bot.questions.messages.asides import without_asides
from bot.questions.messages.letter_case import in_small_letters
from bot.questions.messages.question_words import in_plain_words
from bot.questions.messages.topic_requests import without_request

_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")  # marks of order and of width
_SPACES = re.compile(r"[^\S\n]+")
_MARK = re.compile(  # "1. when", "Q: when", "[question] when", "> when"
    r"^ [ ]* (?: \(?\d\d?[.)] | q(?:uestion)? \s? \d? [:.)-] | \[\w+\] | [-*•>]+ ) [ ]+ (?=\S)",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


def plainly_written(text: str) -> str:
    """A message as it asks by itself; one that is written so already stays as it is.

    >>> plainly_written("1. WEN TF  DID THEY MOVE? NOT SURE"), plainly_written("Who is Bo Falk?")
    ('when did they move', 'Who is Bo Falk?')
    """
    plain = _MARK.sub("", _SPACES.sub(" ", _UNSEEN.sub("", text)))
    return without_request(without_asides(in_plain_words(in_small_letters(plain))))
