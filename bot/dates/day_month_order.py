"""Which number is the day in 4/9/2017: what the document's other dates show, else what its language does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates.expression import EitherWay, Expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def settled(expressions: Sequence[Expression], *, day_first: bool) -> Iterator[Expression]:
    """The same with every such date decided: by 25/12/2017 in the same document all have the day first."""
    shown = [way for expression in expressions if (way := _only_way(expression.meaning)) is not None]
    usual = shown.count(True) > shown.count(False) if shown else day_first
    for expression in expressions:
        meaning = expression.meaning
        if isinstance(meaning, EitherWay):
            way = _only_way(meaning)
            is_day_first = meaning.is_dotted or usual if way is None else way
            date = meaning.day_first if is_day_first else meaning.month_first
            yield Expression(expression.start, expression.end, date)
        else:
            yield expression


def _only_way(meaning: object) -> bool | None:
    """Whether the day comes first, where only one reading can be; else None, as for other dates."""
    if not isinstance(meaning, EitherWay):
        return None
    can = [_is_month(expression.month) for expression in (meaning.day_first, meaning.month_first)]
    return None if all(can) or not any(can) else can[0]


def _is_month(number: int | None) -> bool:
    return number is not None and 1 <= number <= 12
