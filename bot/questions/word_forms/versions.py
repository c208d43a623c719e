"""Versions by their short names: "version 2" and "v2" for 2.0 or 2.0.0."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.query import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.search.index import Index
    from bot.search.query import QueryWord

WEIGHT = 0.8  # of a version written out against the number as typed
_VERSION = re.compile(r"v?(\d{1,3}(?:\.\d{1,3})?)", re.IGNORECASE)  # no year


def with_versions(words: Iterable[QueryWord], index: Index) -> list[QueryWord]:
    """The words of a question, numbers with the versions of their name that the index holds."""
    return [_with_versions(word, index) for word in words]


def _with_versions(word: QueryWord, index: Index) -> QueryWord:
    return word.with_forms([Form(other, WEIGHT) for other in versions(word.typed) if index.knows(other)])


def versions(typed: str) -> Iterator[str]:
    """Other ways to write the version that a word may name, nearest first.

    >>> list(versions("v3")), list(versions("2.29")), list(versions("2017"))
    (['3', '3.0', '3.0.0'], ['2.29.0'], [])
    """
    match = _VERSION.fullmatch(typed)
    if not match:
        return
    number = match[1]
    if number != typed:
        yield number
    if "." not in number:
        yield number + ".0"
        yield number + ".0.0"
    else:
        yield number + ".0"
