"""What is counted or measured where a question asks for a number: its noun, or the units that it comes in."""

from __future__ import annotations

import re

from bot.search.words.analysis import term

_UNITS = {
    "length": (
        "foot feet ft inch yard mile meter metre m km kilometer kilometre cm mm storey story floor"
        " метр километр миля фут fuß meter kilometer metro kilómetro"
    ),
    "span": (
        "second minute hour day week month year decade century night"
        " минута час день неделя месяц год лет tag woche monat jahr stunde día semana mes año hora"
    ),
}
_ASKED = (
    ("length", r"\b how \s (?:tall|high|deep|wide|far|broad) \b | \b wie \s (?:hoch|weit|breit|tief) \b"),
    ("long", r"\b how \s long \b | \b wie \s lang[e]? \b"),
    ("span", r"\b how \s old \b | \b как \s долго \b | \b wie \s alt \b"),
)
_PATTERNS = tuple((kind, re.compile(text, re.VERBOSE | re.IGNORECASE)) for kind, text in _ASKED)
_TAKES_TIME = re.compile(r"\b(?:did|does|do|has|had|have|will|until|before)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"""
    \b (?: how \s many | wie \s viele | cu[aá]nt[oa]s | сколько ) \s+
    (?: (?:of|the|different|other|more|new|total|people) \s+ ){0,3}
    ([^\W\d_]+) (?: \s+ ([^\W\d_]+) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def unit_terms(question: str) -> frozenset[str]:
    """Terms of the units that a length or a span of time comes in; empty where the question measures none.

    >>> "meter" in unit_terms("how long is the viaduct?"), "year" in unit_terms("how long did it take?")
    (True, True)
    """
    kind = next((kind for kind, pattern in _PATTERNS if pattern.search(question)), None)
    if kind == "long":  # a bridge or a meeting
        kind = "span" if _TAKES_TIME.search(question) else "length"
    return frozenset(map(term, _UNITS[kind].split())) if kind else frozenset()


def counted_terms(question: str) -> frozenset[str]:
    """Terms of the noun that is counted, with the word behind it; empty where nothing is.

    >>> sorted(counted_terms("how many wooden boats were there?"))
    ['boat', 'wooden']
    """
    match = _COUNTED.search(question)
    return frozenset(term(word) for word in match.groups() if word) if match else frozenset()
