"""Kinds of amounts: how a question asks for one, and the words that stand beside its number."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from bot.search.words.analysis import term


class Amount(Enum):
    """What is counted, in the terms of texts."""

    MONEY = (
        "dollar euro pound yen yuan franc ruble cent million billion trillion usdt btc bitcoin 元"
        " доллар рубль рублей миллион миллиард тысяча mark schilling millionen peseta peso millones dólar"
    )
    SHARE = "percent cent half third quarter процент процентов"
    SPAN = (
        "minute hour day week month year"
        " inch foot yard mile meter metre kilometer kilometre km mm cm"
        " stunde stunden tag tage tagen woche wochen monat monate jahr jahre jahren meter"
        " minuto hora día semana mes año metro"
        " минута час часов день дня дней неделя недель месяц месяца год года лет век метр километр км м"
    )

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms that stand beside a number of this kind."""
        return _terms(self.value)


@cache
def _terms(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(term, words.split())))


_ASKED = {
    Amount.SHARE: r"""
        percent (?:age)? | per \s cent | \b what \s (?:proportion|share|fraction) \s of
      | 百分 | процент | \b как(?:ая|ую) \s (?:доля|долю|часть)
    """,
    Amount.SPAN: r"""
        \b how \s (?:long|far|old|tall|high|deep|wide)
      | \b wie \s? (?:lange?|alt|weit|hoch|tief|breit) \b | \b cu[aá]nto \s (?:tiempo|dur|tard)
      | 多[久长長] | [几幾][年天] | 多少[年天]
      | \b как \s (?:долго|далеко) | \b сколько \s (?:лет|месяцев|недель|дней|часов|времени) \b
    """,
    Amount.MONEY: r"""
        \b how \s much \b | \b costs? \b | \b how \s many \s (?:dollars|euros|pounds)
      | \b wie \s? viel \s (?:geld|euro|mark) | \b wie \s? teuer \b | \b kostete[nt]? \b
      | \b cu[aá]nto \s (?:cost|cuesta|pag|dinero|val)
      | 多少[钱錢] | 多少[美日欧歐]?元 | \b во? \s сколько \s обо | \b сколько \s (?:стоил|стоит|денег|запла)
      | \b как(?:ую|ой) \s (?:сумму|штраф)
    """,
}
_PATTERNS = {kind: re.compile(text, re.VERBOSE) for kind, text in _ASKED.items()}


def amount_in(question: str) -> Amount | None:
    """The kind of amount that a question asks for; None for a mere number, or none at all.

    >>> amount_in("How much did it cost?") is Amount.MONEY, amount_in("how many offices were there?")
    (True, None)
    """
    small = question.lower()
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.search(small)), None)
