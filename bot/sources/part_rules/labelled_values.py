"""Labels and values that a page sets as headings over short lines: together they tell of one thing."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from bot.dates import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.draft import Draft, Part

LONGEST_LABEL, LONGEST_VALUE = 40, 80  # characters
COLONS = (":", "：")


def with_labelled_values(parts: Sequence[Part], _: Draft) -> Iterator[Part]:
    """Parts in which "Date of loss:" over "22 November 1986", and the pairs behind it, are one paragraph."""
    numbers = range(len(parts))
    labels = {n for n in numbers if _is_label(parts, n)}
    labels = {n for n in labels if {n - 2, n + 2} & labels}
    in_pair = labels | {n + 1 for n in labels}
    for is_paired, run in groupby(numbers, key=in_pair.__contains__):
        pieces = [parts[n] for n in run]
        if not is_paired:
            yield from pieces
            continue
        lines = [f"{label.text} {value.text}" for label, value in zip(pieces[::2], pieces[1::2], strict=True)]
        yield replace(pieces[1], text="\n".join(lines), line=pieces[0].line)


def _is_label(parts: Sequence[Part], n: int) -> bool:
    """Whether a heading only says what the short line below it is, and nothing else stands under it."""
    label, below, behind = parts[n], parts[n + 1 : n + 2], parts[n + 2 : n + 3]
    if (
        label.kind is not BlockKind.HEADING
        or not label.text.endswith(COLONS)
        or len(label.text) > LONGEST_LABEL
    ):
        return False
    is_value = all(part.kind is BlockKind.PARAGRAPH and len(part.text) <= LONGEST_VALUE for part in below)
    return bool(below) and is_value and all(part.kind is BlockKind.HEADING for part in behind)
