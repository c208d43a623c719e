"""Traditional Chinese characters as simplified ones, so that either writing finds the other.

One direction, one character for one: several traditional ones may be the same simplified one, never the other
way round. The table is OpenCC's, whose licence lies beside it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("traditional.txt")  # a line a pair: the traditional one, the simplified one


def simplified(text: str) -> str:
    """A text with its traditional characters simplified; as long as before.

    >>> simplified("圖書館"), simplified("图书馆")
    ('图书馆', '图书馆')
    """
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    return {ord(line[0]): line[1] for line in TABLE.read_text(encoding="utf-8").splitlines()}
