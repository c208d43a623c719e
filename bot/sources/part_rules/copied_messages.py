"""Messages as they are copied out of Telegram: "Ann Reed, [22.11.17 08:21]" and what she wrote."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind, HistoricalDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.draft import Part

FEWEST = 2  # such messages of a text
STAMP = (
    r",[ ]\[(?P<first>\d\d?)(?P<dot>[./])(?P<second>\d\d?)(?P=dot)(?P<year>\d{2}|\d{4}),?[ ]"
    r"\d\d?:\d\d(?::\d\d)?(?P<half>[ ]?[AP]M)?\]:?"
)
HEAD = re.compile(rf"(?P<sender>[^\n,\[\]]{{1,60}}){STAMP}(?:\s+|$)")
INNER = re.compile(r"\s(?=(?P<sender>[^\n,\[\]]{1,60}),[ ]\[\d\d?[./]\d\d?[./]\d{2,4},?[ ]\d\d?:\d\d)")
ENDED = frozenset('.!?…)"”»')  # before a message of somebody else
ANSWERS = re.compile(r"\[(?:In reply to|Forwarded from) (?P<whom>[^\]\n]{1,60})\]\s*")
CENTURY = 2000  # Telegram is of 2013
MONTHS = 12


def split_at_copied(parts: Sequence[Part]) -> list[Part]:
    """Parts in which each message that was copied begins one of its own, where there are several."""
    senders = {match["sender"] for part in parts if (match := _head(part))}
    if not senders:
        return list(parts)
    pieces = [piece for part in parts for piece in _pieces(part, senders)]
    return pieces if sum(_head(piece) is not None for piece in pieces) >= FEWEST else list(parts)


def _pieces(part: Part, senders: set[str]) -> Iterator[Part]:
    """A part cut before each message of a sender who is known, or that stands behind a sentence's end."""
    text, start, line = part.text, 0, part.line
    if not part.level and part.kind is not BlockKind.MESSAGE:
        for cut in INNER.finditer(text):
            if cut["sender"] in senders or text[cut.start() - 1 : cut.start()] in ENDED:
                yield replace(part, text=text[start : cut.start()], line=line)
                line += text.count("\n", start, cut.end())
                start = cut.end()
    yield replace(part, text=text[start:], line=line) if start else part


def _head(part: Part) -> re.Match[str] | None:
    return None if part.level or part.kind is BlockKind.MESSAGE else HEAD.match(part.text)


def copied_message(part: Part) -> tuple[str, HistoricalDate, str] | None:
    """Sender, day and words of a message that was copied; None for other parts."""
    match = _head(part)
    day = match and _day(match)
    if not match or not day:
        return None
    words = part.text[match.end() :]
    answers = ANSWERS.match(words)
    return match["sender"].strip(), day, words[answers.end() :] if answers else words


def _day(match: re.Match[str]) -> HistoricalDate | None:
    """The day of a head, the month first where its hour is of twelve: "[11/22/17 8:21 AM]"."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    day, month = (second, first) if match["half"] or second > MONTHS else (first, second)
    try:
        return HistoricalDate.parse(f"{year + CENTURY * (year < CENTURY)}-{month:02}-{day:02}")
    except ValueError:
        return None
