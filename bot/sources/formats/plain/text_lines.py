"""The lines of a plain text, and how they look: wrapped by an editor, set in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles
from typing import TYPE_CHECKING

from bot.sources.prose import ENDS_THOUGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_WRAPPED_LINE = 100  # characters; editors wrap at 72 to 80, some at 99
SHORTEST_FULL_LINE = 45  # characters; a line that is shorter is not broken because it was full
MODE_LINE = re.compile(r"\s*-\*-.{0,200}?-\*-")  # "-*- outline -*-", for Emacs
RULE = re.compile(r"([-=_*~#+.^\"'`:<>])(?:[ \t]*\1){2,}")  # "-----", "* * *"
BULLET = re.compile(r"(?:[*+•·‣◦▪○●–-]|\(?[a-z]\))[ \t]+(?=\S)")
TAB = 8
TOP_LINES = 10  # within which a page repeats its title and names its author
FEWEST_SET_IN, SET_IN = 8, 0.9  # lines, and the share of them, that stand to the right of headings


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it; numbers count from 1."""

    number: int
    indent: int  # characters before it
    text: str


def lines_of(text: str, number: int) -> list[Line]:
    """The lines of a text that begins on a line of its file."""
    lines: list[Line] = []
    for count, raw in enumerate(text.split("\n"), number):
        bare = MODE_LINE.sub("", raw).strip() if "-*-" in raw else raw.strip()
        if bare:
            margin = raw[: len(raw) - len(raw.lstrip())]
            lines.append(Line(count, len(margin.expandtabs(TAB)), bare))
    return lines


def groups(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines that no blank line divides, together."""
    group: list[Line] = []
    for line in lines:
        if group and line.number > group[-1].number + 1:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def looks_wrapped(lines: Sequence[Line]) -> bool:
    """Whether an editor broke the paragraphs into lines: nearly all are short, and most neighbours run on."""
    neighbours = [line for line, after in pairwise(lines) if after.number == line.number + 1]
    if len(lines) < 4 or not neighbours:
        return False
    if quantiles([line.indent + len(line.text) for line in lines], n=10)[-1] > LONGEST_WRAPPED_LINE:
        return False
    run_on = sum(not ENDS_THOUGHT.search(line.text) for line in neighbours)
    return run_on * 2 > len(neighbours)


def body_indent(lines: Sequence[Line]) -> int:
    """How far most of a text is set in."""
    indents = Counter(line.indent for line in lines if len(line.text) >= SHORTEST_FULL_LINE)
    indent, many = indents.most_common(1)[0] if indents else (0, 0)
    return indent if many * 2 > indents.total() else 0


def is_set_in(lines: Sequence[Line]) -> bool:
    """Whether nearly all of a text stands to the right of its headings, as in a manual page."""
    long = [line for line in lines if len(line.text) >= SHORTEST_FULL_LINE]
    return len(long) >= FEWEST_SET_IN and sum(line.indent > 0 for line in long) > SET_IN * len(long)


def size(lines: Sequence[Line]) -> int:
    """How many characters lines hold."""
    return sum(len(line.text) for line in lines)
