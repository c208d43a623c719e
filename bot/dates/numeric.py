"""Which number is the day in 4/9/2017: what the document's other dates show, else what its language does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates.expression import EitherWay, Expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def settled(found: Sequence[Expression], *, day_first: bool) -> Iterator[Expression]:
    """The same with every such date decided: by 25/12/2017 in the same document all have the day first."""
    shown = [way for one in found if (way := _only_way(one.meaning)) is not None]
    usual = shown.count(True) > shown.count(False) if shown else day_first
    for one in found:
        said = one.meaning
        if isinstance(said, EitherWay):
            way = _only_way(said)
            is_day_first = said.is_dotted or usual if way is None else way
            yield Expression(one.start, one.end, said.day_first if is_day_first else said.month_first)
        else:
            yield one


def _only_way(said: object) -> bool | None:
    """Whether the day comes first, where only one reading can be; else None, as for other dates."""
    if not isinstance(said, EitherWay):
        return None
    can = [_is_month(one.month) for one in (said.day_first, said.month_first)]
    return None if all(can) or not any(can) else can[0]


def _is_month(number: int | None) -> bool:
    return number is not None and 1 <= number <= 12
