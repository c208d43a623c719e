"""Words of English questions with what texts say instead, as the rows of `english_words.txt` have them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.search.words.analysis import term

if TYPE_CHECKING:
    from collections.abc import Iterable

    Row = tuple[tuple[str, ...], tuple[str, ...]]  # terms of questions, and those of texts

TABLE = Path(__file__).with_name("english_words.txt")


def _rows() -> list[Row]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    halves = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return [(_terms(asked), _terms(others)) for asked, _, others in halves]


def _terms(words: str) -> tuple[str, ...]:
    return tuple(map(term, words.split()))


def _table(rows: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """The terms behind each term, those of several rows together."""
    table: dict[str, list[str]] = {}
    for (word,), others in rows:
        table.setdefault(word, []).extend(others)
    return {word: tuple(dict.fromkeys(others)) for word, others in table.items()}


_ROWS = _rows()
# Terms of questions, and for each the terms that texts may have instead, the likeliest first.
SYNONYMS = _table(
    ((word,), tuple(other for other in asked if other != word))
    for asked, others in _ROWS
    if not others
    for word in asked
)
EVERYDAY = _table(row for row in _ROWS if row[1] and len(row[0]) == 1)
PHRASES = {asked: others for asked, others in _ROWS if len(asked) == 2 and others}  # of two neighbours
PHRASE_VERBS = frozenset(verb for verb, _ in PHRASES)  # their first terms
