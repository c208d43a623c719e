"""A chat as WhatsApp exports it: a line a message, with a date in the order of whoever exported it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.sources.chat_messages import Message, drafts
from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.draft import Draft

HEADER = re.compile(
    r"""
    [\u200e\u200f\ufeff\s]*
    \[? (?P<first>\d{1,4}) [./-] (?P<second>\d{1,2}) [./-] (?P<third>\d{2,4}) ,? [ ]   # 12/03/2021, 12.03.21
    (?P<hour>\d{1,2}) [:.] (?P<minute>\d\d) (?:[:.]\d\d)?
    (?:[ \u202f\u00a0]? (?P<half>[ap])\.?[ \u00a0]?m\.?)?                                # 9:05 p.m.
    (?: \] [ ]? | [ ] [-–] [ ] )
    (?P<rest>.*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
SPOKEN = re.compile(r"[\u200e\u200f]?(?P<sender>[^:\n]{1,80}):[ ](?P<text>.*)", re.DOTALL)
OMITTED = re.compile(
    r"""
    [\u200e\s]* (?:
        <[^<>\n]{1,60}>                                                 # <Media omitted>
      | (?:image|video|audio|sticker|gif|document|contact\ card)\ omitted
      | (?:this\ message\ was\ deleted|you\ deleted\ this\ message|null)\.?
    ) \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
EDITED = re.compile(r"[ \u200e]*<[^<>\n]{0,20}\bedited\b[^<>\n]{0,20}>\s*$", re.IGNORECASE)
LOOKED_AT = 50  # lines that tell whether a text is such a chat


@dataclass(frozen=True, slots=True)
class _Entry:
    """A message's header with its lines; `numbers` are the three of its date as they stand."""

    numbers: tuple[int, int, int]
    hour: int
    minute: int
    rest: str
    line: int


def is_chat(text: str) -> bool:
    """Whether a text is such an export: it begins with a header, and another follows soon."""
    lines = [line for line in text[:20_000].split("\n")[:LOOKED_AT] if line.strip()]
    return bool(lines and HEADER.match(lines[0])) and sum(bool(HEADER.match(line)) for line in lines) >= 2


def read(text: str, title: str | None = None) -> Iterator[Draft]:
    """The drafts of an exported chat."""
    left_out: Counter[str] = Counter()
    return drafts(_messages(list(_entries(text)), left_out), title, left_out, "WhatsApp chat")


def _entries(text: str) -> Iterator[_Entry]:
    header: re.Match[str] | None = None
    lines: list[str] = []
    begun = 1
    for number, line in enumerate(text.split("\n"), 1):
        match = HEADER.match(line)
        if not match:
            lines.append(line)
            continue
        if header:
            yield _entry(header, lines, begun)
        header, lines, begun = match, [match["rest"]], number
    if header:
        yield _entry(header, lines, begun)


def _entry(header: re.Match[str], lines: list[str], line: int) -> _Entry:
    hour = int(header["hour"])
    if header["half"]:
        hour = hour % 12 + 12 * (header["half"].lower() == "p")
    numbers = (int(header["first"]), int(header["second"]), int(header["third"]))
    return _Entry(numbers, hour, int(header["minute"]), "\n".join(lines).strip(), line)


def _messages(entries: Sequence[_Entry], left_out: Counter[str]) -> Iterator[Message]:
    order = _order(entries)
    for entry in entries:
        spoken = SPOKEN.fullmatch(entry.rest)
        sent = _sent(entry, order)
        if not spoken or not sent:
            left_out[LeftOut.SERVICE_MESSAGES] += len(entry.rest)
        elif OMITTED.fullmatch(spoken["text"]):
            left_out[LeftOut.MEDIA_ALONE] += len(spoken["text"])
        else:
            text = EDITED.sub("", spoken["text"]).strip()
            yield Message(spoken["sender"].strip(" ~\u202f\u00a0"), sent, text, entry.line)


def _order(entries: Sequence[_Entry]) -> tuple[int, int, int]:
    """Where year, month and day stand: as no date contradicts, then as time goes on."""
    if entries and entries[0].numbers[0] > 31:
        return 0, 1, 2
    orders = ((2, 1, 0), (2, 0, 1))  # 31/12/2021 before 12/31/2021, which only one country writes
    return max(orders, key=lambda order: (-_impossible(entries, order), -_backwards(entries, order)))


def _impossible(entries: Sequence[_Entry], order: tuple[int, int, int]) -> int:
    return sum(_sent(entry, order) is None for entry in entries)


def _backwards(entries: Sequence[_Entry], order: tuple[int, int, int]) -> int:
    """How often a message would be older than the one before it."""
    times = [time for entry in entries if (time := _sent(entry, order))]
    return sum(later < earlier for earlier, later in pairwise(times))


def _sent(entry: _Entry, order: tuple[int, int, int]) -> datetime | None:
    year, month, day = (entry.numbers[place] for place in order)
    try:
        return datetime(year + 2000 * (year < 100), month, day, entry.hour, entry.minute)  # noqa: DTZ001 - the file names no zone
    except ValueError:
        return None
