"""What stands on the buttons of topics: as much of a heading or a title as a telephone shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.cards.card import ELLIPSIS, columns

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDEST = 32  # columns that a button as wide as a message shows on a telephone
TELLING = 10  # columns from which a part of a name tells enough by itself
_BETWEEN_PARTS = re.compile(r"\s*(?:(?<!\d)[:：]|[|(（)）「」《》·;；]|\s[-–—]\s|,\s|，|、)\s*")


def topic_labels(names: Sequence[str]) -> list[str]:
    """A label for each of some different names, each a piece of its name.

    A name that is too long is known by its first part that no other one has: of "Town library: the flood" and
    "Town library: the fire" by what follows. A part that is too long itself is cut behind a word.
    """
    labels: list[str] = []
    for name in names:
        others = {part.casefold() for other in names if other != name for part in _parts(other)}
        label = next((part for part in _choices(name, others) if part not in labels), _end(name))
        labels.append(label)
    return labels


def _choices(name: str, others: set[str]) -> list[str]:
    """Labels of a name, the best one first."""
    name = name.rstrip(" :：") or name
    parts = [part for part in _parts(name) if part.casefold() not in others and columns(part) >= TELLING]
    fitting = [part for part in (name, *parts) if columns(part) <= WIDEST]
    return [*fitting, *[_cut(part) for part in (*parts, name)]]


def _parts(name: str) -> list[str]:
    return [part for part in _BETWEEN_PARTS.split(name) if part]


def _end(text: str) -> str:
    """The end of a text that fits with an ellipsis, for names that begin alike."""
    begin, width = len(text), columns(ELLIPSIS)
    while begin and width + columns(text[begin - 1]) <= WIDEST:
        begin -= 1
        width += columns(text[begin])
    return ELLIPSIS + text[begin:].lstrip()


def _cut(text: str) -> str:
    """The beginning of a text that fits with an ellipsis, cut behind a word where one ends near."""
    end, width = 0, columns(ELLIPSIS)
    while end < len(text) and width + columns(text[end]) <= WIDEST:
        width += columns(text[end])
        end += 1
    if end == len(text):
        return text
    space = end if text[end] == " " else text.rfind(" ", end // 2, end)
    return text[: space if space > 0 else end].rstrip(" ,;:–—-") + ELLIPSIS
