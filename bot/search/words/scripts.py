"""Which script a character belongs to, as far as the words of a text depend on it."""

from __future__ import annotations

import unicodedata

# Written without spaces, or glued together so much that words are codes better by pairs of characters.
UNSPACED = (
    r"\u3005\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\uac00-\ud7a3\U00020000-\U000323af"  # Chinese, Japanese, Korean
    r"\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6"  # Thai, Lao
    r"\u1000-\u102a\u103f\u1780-\u17b3"  # Burmese, Khmer
)

# Snowball's algorithm by a word's first letter; Latin and Cyrillic take the language most written in them.
STEMMERS = (
    ("a", "z", "english"),
    ("ª", "ɏ", "english"),
    ("Ͱ", "Ͽ", "greek"),
    ("Ѐ", "ӿ", "russian"),
    ("԰", "֏", "armenian"),
    ("؀", "ۿ", "arabic"),
    ("ऀ", "ॿ", "hindi"),
    ("஀", "௿", "tamil"),
)


def marks() -> str:
    """Combining marks (accents, vowel signs) as the inside of a character class."""
    codes = [c for c in range(0x300, 0x3100) if unicodedata.category(chr(c)) in {"Mn", "Mc"}]
    spans: list[list[int]] = []
    for code in codes:
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(rf"\u{first:04x}-\u{last:04x}" for first, last in spans)


MARKS = marks()


def stemmer_of(word: str) -> str | None:
    """Name of the Snowball algorithm for a folded word, None where none helps."""
    first = word[:1]
    return next((name for low, high, name in STEMMERS if low <= first <= high), None)
