"""Lines of a plain text that name a release and its day, over what changed in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.dates import Basis, Precision, find_dates
from bot.sources.dated_lines import opens_entry
from bot.sources.formats.plain.text_lines import groups
from bot.sources.prose import LONGEST_HEADING, SENTENCE_END

if TYPE_CHECKING:
    from bot.sources.formats.plain.text_lines import Line

VERSION = re.compile(r"\b(?:v|ver(?:sion)?|rel(?:ease)?|r)[ .-]?\d|\b\d+\.\d+", re.IGNORECASE)
WORDS_BESIDE = 60  # characters around the day, at most
FEWEST = 2  # such lines that make a list of releases


@dataclass(frozen=True, slots=True)
class ReleaseLines:
    """Numbers of the lines that name a release and its day, by what stands below them."""

    headings: frozenset[int] = frozenset()  # what changed
    alone: frozenset[int] = frozenset()  # nothing, among others over lines that are set in


def release_lines(lines: list[Line]) -> ReleaseLines:
    """The releases of a text; what changed stands under most of them, or is set in below some."""
    return ReleaseLines(frozenset(numbers)) if (numbers := _over_paragraphs(lines)) else _over_set_in(lines)


def _over_set_in(lines: list[Line]) -> ReleaseLines:
    """Releases at the margin over lines that are set in, where most lines at the margin are releases."""
    margin = min((line.indent for line in lines), default=0)
    at_margin = [line for line in lines if line.indent == margin]
    numbers = {line.number for line in at_margin if line.text[0].isalnum() and names_release(line.text)}
    over = {
        line.number
        for line, after in pairwise(lines)
        if line.number in numbers and after.indent > margin and after.number == line.number + 1
    }
    if len(over) < FEWEST or len(numbers) * 2 <= len(at_margin):
        return ReleaseLines()
    return ReleaseLines(frozenset(over), frozenset(numbers - over))


def _over_paragraphs(lines: list[Line]) -> set[int]:
    """The first lines of paragraphs that name releases, with what changed right below them or next."""
    margin = min((line.indent for line in lines), default=0)
    firsts = [(group[0], len(group) > 1) for group in groups(lines) if group[0].indent == margin]
    exact = sum(names_release(line.text) for line, _ in firsts)
    if exact < FEWEST:
        return set()
    releases = [(line, has_more) for line, has_more in firsts if names_release(line.text, Precision.MONTH)]
    if len({line.text for line, _ in releases}) < len(releases):
        return set()  # none, or the head of each page
    numbers = {line.number for line, _ in releases}
    all_firsts = [group[0].number for group in groups(lines)]
    over_text = {first for first, after in pairwise(all_firsts) if first in numbers and after not in numbers}
    over_text |= {line.number for line, has_more in releases if has_more}
    are_entries = any(opens_entry(line.text) for line, _ in releases) and len(over_text) < len(numbers)
    return numbers if len(over_text) * 2 >= len(numbers) and not are_entries else set()


def names_release(line: str, least: Precision = Precision.DAY) -> bool:
    """Whether a line is the number of a version and its day, at `least` so exact, and little else.

    >>> names_release("1.7 Second release - Jun 27, 2010"), names_release("2022-11-02 mill 1.5 (Day of Cake)")
    (True, True)
    >>> names_release("2022-11-02 Ann Reed"), names_release("On 3 May 2001 we released 1.5.")
    (False, False)
    """
    if len(line) > LONGEST_HEADING or SENTENCE_END.search(line):
        return False
    without_numbers = VERSION.search(line)
    dates = find_dates(line) if without_numbers else []
    if len(dates) != 1 or dates[0].basis is not Basis.EXPLICIT or dates[0].date.precision > least:
        return False
    before, after = line[: dates[0].start], line[dates[0].end :]
    is_at_edge = not re.search(r"\w", before) or not re.search(r"[^\W\d_]{2}", after)
    is_short = len(before) + len(after) <= WORDS_BESIDE
    return is_at_edge and is_short and VERSION.search(f"{before} {after}") is not None
