"""Requests for a topic that are no questions: "give me info on Bo Falk", "Bo Falk的资料"."""

from __future__ import annotations

import re

# What is written around a topic, and what stands for it.
_REQUESTS = tuple(
    (re.compile(pattern, re.VERBOSE | re.IGNORECASE), plain)
    for pattern, plain in (
        (
            r"""^\W* (?: (?: give|get|show|send|find|got|have|need|want|any|some|more|all|the|search|me|us
              |please|pls|i|you|do|can|could ) \s )*
            (?: info (?:rmation|s)? | details? | facts? | background | data ) \s
            (?: on | about | of | for | regarding ) \s""",
            "about ",
        ),
        (r"^\W* (?: search (?:\s for)? | look \s up | introduce ) \s (?=\w)", "about "),
        (
            r"""^\W* what \s (?:can|could|do) \s you \s
            (?: tell \s (?:me|us) | know | have ) \s (?:about|on) \b""",
            "about",
        ),
        (r"(?<=\w) \s (?: info (?:rmation|s)? | details | background ) (?=\W*$)", ""),
        (r"^\W* (?: infos? | informationen | details | fakten ) \s (?: zu[mr]? | über | von ) \s", "über "),
        (
            r"^\W* (?: info | informaci[oó]n | datos | detalles ) \s (?: sobre | del? | acerca \s de ) \s",
            "sobre ",
        ),
        (r"^\W* (?: инф[аоу] | информаци[яюи] | сведения | подробности ) \s (?: об? | про | по ) \s", "про "),
        (r"^\W* [请請能]? (?: 介[绍紹] | [讲講]{2} | [说說]{2} ) (?:一下)? (?=\w{2})", ""),
        (r"(?<=\w\w) 的? (?: [资資]料 | 介[绍紹] | [简簡]介 | 信息 | [资資][讯訊] | 生平 ) (?=\W*$)", ""),
    )
)


def without_request(text: str) -> str:
    """A message without the words that only request what is known of its topic.

    >>> without_request("give me info on Bo Falk"), without_request("Bo Falk details?")
    ('about Bo Falk', 'Bo Falk?')
    """
    for pattern, plain in _REQUESTS:
        text = pattern.sub(plain, text)
    return text
