"""A text without what a reader passes over: addresses, marks of notes, characters that cannot be seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from collections import Counter


SPACES = re.compile(r"[^\S\n\u3000]+|\u3000+(?=\n|$)")  # no-break and thin spaces too
ODD_SPACE = re.compile(r"[^\S\n ]")
UNSEEN = re.compile(  # soft hyphen, marks of order
    "[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
ADDRESS = re.compile(
    r"""
    <?(?:https?|ftp)://[\w\-.~:/?\#\[\]@!$&'()*+,;=%]++>?  # https://example.org/a
    | <?\bwww\.[\w\-]+\.[\w\-.~:/?\#@!$&'()*+,;=%]++>?
    | <[\w.+\-]+@[\w\-]+\.[\w.\-]+>                      # <ann@example.org>
    """,
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
ISSUE = re.compile(r"/(?:issues|pull|merge_requests)/(\d{1,7})\b")  # shown as #1234 where such texts are read
BEHIND_ADDRESS = ".,;:!?'"
NOTE_MARK = re.compile(  # [27]; one with words, as "[citation needed]", says something
    r"\[(?:\d{1,3}|edit|\^)\]"
)
FORUM_MARK = re.compile(  # BBCode: [quote=Ann]   [/url]   [b], where it is closed
    r"""\[/(?:img|url|quote|size|colou?r|font|spoiler|center|youtube|attach|[bius])\]
    | \[(?:img|url|quote|spoiler|center|youtube|attach)\]
    | \[(?:img|url|quote|size|colou?r|font|spoiler)=[^\]\n]{1,200}\]
    | \[(?P<tag>[bius])\](?=[^\[\n]{1,200}\[/(?P=tag)\])""",
    re.VERBOSE | re.IGNORECASE,
)
RAISED_MARK = re.compile(r"(?<=[.,;:!?。，”’»\"')])[¹²³⁰⁴-⁹]{1,3}(?!\w)")  # behind a stop: not m²
EMPTY_BRACKETS = re.compile(r"[ ]?(?:\([\s,;:–-]*\)|\[[\s,;:–-]*\]|<\s*>)")
SPACE_BEFORE_STOP = re.compile(r" +(?=[,;:!?).\]]{1,3}(?:\s|$))")
PICTURE_ENDING = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|bmp)(?=\s|$)", re.IGNORECASE)
PICTURE_FILE = re.compile(rf"(?:^|(?<=\s))\S+{PICTURE_ENDING.pattern}", re.IGNORECASE)


def clean(text: str, left_out: Counter[str]) -> str:
    """A text as a reader sees it; what is taken away is counted by its kind, in characters.

    >>> from collections import Counter
    >>> clean("The mill[27] burnt\u00a0down (see https://example.org/a).", Counter())
    'The mill burnt down (see).'
    """
    if UNSEEN.search(text):
        text = UNSEEN.sub("", text)
    shorter = text
    if "[" in text:
        shorter = FORUM_MARK.sub("", text)
        left_out[LeftOut.FORUM_MARKS] += len(text) - len(shorter)
    if "://" in text or "www." in text or "@" in text:
        marked, shorter = shorter, ADDRESS.sub(_behind, shorter)
        left_out[LeftOut.ADDRESSES] += len(marked) - len(shorter)
    if "[" in shorter:
        marked, shorter = shorter, NOTE_MARK.sub("", shorter)
        left_out[LeftOut.NOTE_MARKS] += len(marked) - len(shorter)
    if not shorter.isascii():
        marked, shorter = shorter, RAISED_MARK.sub("", shorter)
        left_out[LeftOut.NOTE_MARKS] += len(marked) - len(shorter)
    if PICTURE_ENDING.search(shorter):  # found sooner than a word that ends so
        shorter = PICTURE_FILE.sub("", shorter)
    if shorter is not text and shorter != text:
        shorter = SPACE_BEFORE_STOP.sub("", EMPTY_BRACKETS.sub("", shorter))
    if "  " in shorter or ODD_SPACE.search(shorter):  # few texts have any to mend
        shorter = SPACES.sub(" ", shorter)
    return (
        "\n".join(line.strip() for line in shorter.split("\n")).strip()
        if "\n" in shorter
        else shorter.strip()
    )


def _behind(match: re.Match[str]) -> str:
    """What stays where an address stood: the marks that end its sentence, a number of an issue."""
    address = match[0]
    if address.startswith("<"):
        return "" if address.endswith(">") else "<"
    issue = ISSUE.search(address)
    shown = f"#{issue[1]}" if issue else ""
    bare = address.rstrip(BEHIND_ADDRESS)
    while bare.endswith((")", "]")) and bare.count(bare[-1]) > bare.count("(" if bare[-1] == ")" else "["):
        bare = bare[:-1].rstrip(BEHIND_ADDRESS)
    return shown + address[len(bare) :]


def as_many_lines(match: re.Match[str]) -> str:
    """What is put in the place of something left out, so that the lines below keep their numbers."""
    return "\n" * match[0].count("\n")
