"""Changelogs as Debian keeps them, whose entries are dated by their last line."""

from __future__ import annotations

import re

HEADER = re.compile(r"(?P<version>[a-z0-9][a-z0-9+.\-]* \([^()\s]{1,60}\))(?: [\w\-]+)+;(?: ?\w+=\w+,?)+")
TRAILER = re.compile(r" -- .{1,120}?<[^<>]{0,80}> {1,2}(?:\w{3}, )?(?P<day>\d{1,2} \w{3} \d{4}) [\d:]{5,8}.*")


def is_changelog(text: str) -> bool:
    """Whether a text begins with the header of an entry."""
    return HEADER.match(text.lstrip("\n")) is not None


def with_dates_on_top(text: str) -> str:
    r"""The same lines, each header marked as one, its package and version alone, its entry's date below it.

    >>> entry = "mill (1.2) unstable; urgency=low\n\n  * Grind.\n\n"
    >>> with_dates_on_top(f"{entry} -- Ann <a@b.org>  Mon, 05 May 2003 10:00:00 +0000")
    '== mill (1.2) ==\n05 May 2003\n  * Grind.\n\n'
    """
    rows = text.split("\n")
    header = -1
    for number, row in enumerate(rows):
        if match := HEADER.fullmatch(row.rstrip()):
            header = number
            rows[number] = f"== {match['version']} =="
        elif header >= 0 and (match := TRAILER.match(row)):
            if header + 1 < number and not rows[header + 1].strip():
                rows[header + 1] = match["day"]
            rows[number] = ""
            header = -1
    return "\n".join(rows)
