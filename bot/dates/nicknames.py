"""Where the nicknames of dated events stand, such as "94" for 4 September 2017."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.dates.expression import Expression, Known
from bot.dates.lexicon import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.dates.value import HistoricalDate

# a nickname of digits alone is a number unless something tells: quotes, "post-94", "the 94 storm", "94!"
AS_NAME = r"""
    (?: (?<=[“‘"'«「『])
      | (?<=[Pp]ost-) | (?<=[Pp]re-)
      | (?: (?<=\bthe[ ]) | (?<=\bThe[ ]) | (?<=fter[ ]) | (?<=ince[ ]) | (?<=fore[ ])
          | (?<=ntil[ ]) | (?<=[Oo]n[ ]) )
        (?= <digits> (?! [.,]?\d | [ ]?% | [ ](?:\w+s|people|men|women|per|percent|million|billion)\b ))
      | (?= <digits> [!?] )
    )
    <digits> (?!\w)
"""


def known(text: str, events: Mapping[str, HistoricalDate]) -> Iterator[Expression]:
    """Each nickname in a text, in order; its first letter may be small or a capital."""
    if not events:
        return
    dates = {_small(name): date for name, date in events.items()}
    for match in _pattern(tuple(events)).finditer(text):
        yield Expression(match.start(), match.end(), Known(dates[_small(match[0])]))


def merged(dates: Iterable[Expression], nicknames: Iterable[Expression]) -> list[Expression]:
    """Both in order of their place; a nickname that overlaps a date wins over it."""
    names = list(nicknames)
    if not names:
        return list(dates)
    taken = {place for expression in names for place in range(expression.start, expression.end)}
    others = [expression for expression in dates if taken.isdisjoint(range(expression.start, expression.end))]
    return sorted([*others, *names], key=lambda expression: expression.start)


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    words = [form for name in names if not name.isdecimal() for form in {name, _small(name), _large(name)}]
    parts = [rf"(?<!\w){any_of(words)}(?!\w)"] if words else []
    if digits := [name for name in names if name.isdecimal()]:
        parts.append(AS_NAME.replace("<digits>", any_of(digits)))
    return re.compile("|".join(parts), re.VERBOSE)


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]


def _large(name: str) -> str:
    return name[:1].upper() + name[1:]
