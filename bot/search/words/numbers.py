"""Numbers and sums in one form, so that "4.3bn" finds "$4.3 billion"."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMBER = re.compile(
    r"""
    (?P<digits> \d[\d.,]*? ) [.,]*         # 4,300,000   4.3
    (?P<unit> [^\W\d_]* )                   # bn   m   th
    """,
    re.VERBOSE,
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")  # 4,300,000.5
MAGNITUDES = {
    "thousand": 3, "k": 3, "million": 6, "millions": 6, "mn": 6, "mln": 6, "m": 6, "billion": 9,
    "billions": 9, "bn": 9, "bln": 9, "b": 9, "trillion": 12, "tn": 12, "trn": 12, "тысяч": 3, "тысячи": 3,
    "тыс": 3, "миллион": 6, "миллиона": 6, "миллионов": 6, "млн": 6, "миллиард": 9, "миллиарда": 9,
    "миллиардов": 9, "млрд": 9, "万": 4, "萬": 4, "亿": 8, "億": 8,
}  # fmt: skip
WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15",
    "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70",
    "eighty": "80", "ninety": "90", "два": "2", "три": "3", "четыре": "4", "пять": "5", "шесть": "6",
    "семь": "7", "восемь": "8", "девять": "9", "десять": "10", "двух": "2", "двое": "2", "трех": "3",
    "трое": "3", "четырех": "4", "пяти": "5", "шести": "6", "семи": "7", "восьми": "8", "девяти": "9",
    "десяти": "10", "одиннадцать": "11", "двенадцать": "12", "пятнадцать": "15", "двадцать": "20",
    "тридцать": "30", "сорок": "40", "пятьдесят": "50", "сто": "100", "двести": "200", "триста": "300",
    "zwei": "2", "drei": "3", "vier": "4", "funf": "5", "sechs": "6", "sieben": "7", "neun": "9",
    "zehn": "10", "zwolf": "12", "zwanzig": "20", "dreissig": "30", "vierzig": "40", "funfzig": "50",
    "hundert": "100", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7",
    "ocho": "8", "nueve": "9",
    "diez": "10", "doce": "12", "quince": "15", "veinte": "20", "treinta": "30", "cuarenta": "40",
    "cincuenta": "50", "cien": "100", "second": "2nd", "third": "3rd",
    "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th", "eighth": "8th", "ninth": "9th",
    "tenth": "10th", "eleventh": "11th", "twelfth": "12th", "thirteenth": "13th", "fourteenth": "14th",
    "fifteenth": "15th", "sixteenth": "16th", "seventeenth": "17th", "eighteenth": "18th",
    "nineteenth": "19th", "twentieth": "20th", "thirtieth": "30th",
}  # fmt: skip


def plain(number: str) -> str:
    """A number as it is indexed: no thousands separators, a magnitude behind it worked in.

    >>> plain("4,300"), plain("4.3bn"), plain("20th"), plain("1990s")
    ('4300', '4300000000', '20th', '1990s')
    """
    match = _NUMBER.fullmatch(number)
    if not match:
        return number
    digits, unit = _digits(match["digits"]), match["unit"]
    if unit in MAGNITUDES:
        return times(digits, unit) or digits + unit
    return digits + unit


def times(digits: str, magnitude: str) -> str | None:
    """Digits with a magnitude word behind them as one number; None when they are no number.

    >>> times("4.3", "billion")
    '4300000000'
    """
    if digits.count(".") > 1 or len(digits) > 20 or not digits.replace(".", "").isdecimal():
        return None
    value = Decimal(digits).scaleb(MAGNITUDES[magnitude])
    return str(int(value)) if value == value.to_integral_value() else str(value.normalize())


def _digits(text: str) -> str:
    return text.replace(",", "") if _GROUPED.fullmatch(text) else text
