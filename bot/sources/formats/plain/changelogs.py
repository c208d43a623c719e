"""Changelogs as Debian keeps them, whose entries are dated by their last line, and as Git writes them."""

from __future__ import annotations

import re

HEADER = re.compile(r"(?P<version>[a-z0-9][a-z0-9+.\-]* \([^()\s]{1,60}\))(?: [\w\-]+)+;(?: ?\w+=\w+,?)+")
TRAILER = re.compile(r" -- .{1,120}?<[^<>]{0,80}> {1,2}(?:\w{3}, )?(?P<day>\d{1,2} \w{3} \d{4}) [\d:]{5,8}.*")
COMMIT = re.compile(
    r"^commit [0-9a-f]{7,64}(?: \([^()\n]{1,200}\))?\n(?:Merge: [^\n]{1,200}\n)?"
    r"Author:[ \t]*(?P<name>[^<\n]{1,80}?)[ \t]*<[^>\n]{0,99}>\n"
    r"(?:Author)?Date:[ \t]*(?:\w{3} (?P<day>\w{3} \d{1,2}) [\d:]{5,8} (?P<year>\d{4})"
    r"|(?P<iso>\d{4}-\d\d-\d\d))[^\n]*"
    r"(?:\nCommit(?:Date)?:[^\n]*)*",
    re.MULTILINE,
)


def with_dates_in_headings(text: str) -> str:
    """A changelog with its entries' days in, or right below, their headings; others as they are."""
    if HEADER.match(text.lstrip("\n")):
        return with_dates_on_top(text)
    return COMMIT.sub(_commit_heading, text) if COMMIT.match(text.lstrip("\n")) else text


def _commit_heading(match: re.Match[str]) -> str:
    """The day of a commit and who wrote it, as a heading of as many lines."""
    day = match["iso"] or f"{match['day']}, {match['year']}"
    return f"== {day} · {match['name']} ==" + "\n" * match[0].count("\n")


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
