"""Numbers in figures and in Chinese numerals."""

from __future__ import annotations

DIGITS = {
    numeral: number
    for number, ones in enumerate(
        ["〇零○0", "一1", "二2兩两", "三3", "四4", "五5", "六6", "七7", "八8", "九9"]
    )
    for numeral in ones
}


def number_of(words: str) -> int | None:
    """The value of numerals: 2017, 二〇一七, 十二, 二十三, 一百零六; None for what is none."""
    if words.isdecimal():
        return int(words)
    if "百" in words:
        hundreds, _, rest = words.partition("百")
        below = number_of(rest.lstrip("零〇○")) if rest else 0
        return None if below is None else 100 * DIGITS[hundreds] + below
    if "十" in words or "廿" in words:
        tens, _, ones = words.replace("廿", "二十").partition("十")
        if len(tens) > 1 or len(ones) > 1:
            return None
        return 10 * (DIGITS[tens] if tens else 1) + (DIGITS[ones] if ones else 0)
    return int("".join(str(DIGITS[numeral]) for numeral in words))
