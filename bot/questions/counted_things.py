"""What is counted or measured where a question asks for a number: its noun, or the units of a length."""

from __future__ import annotations

import re

from bot.search.words.analysis import term

_UNITS = (
    "foot feet ft inch yard mile meter metre m km kilometer kilometre cm mm storey story floor"
    " метр километр миля fuß metro kilómetro"
)
_LENGTH = re.compile(
    r"""
      \b how \s (?:tall|high|deep|wide|far|broad) \s (?:is|are|was|were) \b
    | \b how \s long \s (?:is|are) \s (?!it\b)
    | \b wie \s (?:hoch|breit|tief|lang) \s (?:ist|sind|war|waren) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COUNTED = re.compile(
    r"""
    \b (?: how \s many | wie \s? viele | cu[aá]nt[oa]s | сколько ) \s+
    (?: (?:of|the|different|other|more|new|total|people) \s+ ){0,3}
    ([^\W\d_]+) (?: \s+ ([^\W\d_]+) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NO_LENGTH = re.compile(  # what is high or low without being a metre of anything
    r"\b(?:fees?|prices?|costs?|rates?|rents?|tax(?:es)?|fines?|salar(?:y|ies)|wages?|scores?|values?|shares?"
    r"|inflation|interest|temperatures?|volumes?|numbers?|levels?|bail|bids?|offers?)\b",
    re.IGNORECASE,
)
_LENGTH_TERMS = frozenset(map(term, _UNITS.split()))


def length_terms(question: str) -> frozenset[str]:
    """Terms of the units that a length comes in; empty where the question asks for none.

    >>> "meter" in length_terms("how long is the viaduct?"), length_terms("how long did it take?")
    (True, frozenset())
    >>> length_terms("how high were the fees?")
    frozenset()
    """
    is_length = _LENGTH.search(question) and not _NO_LENGTH.search(question)
    return _LENGTH_TERMS if is_length else frozenset()


def counted_terms(question: str) -> frozenset[str]:
    """Terms of the noun that is counted, with the word behind it; empty where nothing is.

    >>> sorted(counted_terms("how many wooden boats were there?"))
    ['boat', 'wooden']
    """
    match = _COUNTED.search(question)
    return frozenset(term(word) for word in match.groups() if word) if match else frozenset()
