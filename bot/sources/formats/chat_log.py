"""Logs of a chat as IRC programs and their like write them: a time, a name in angle brackets, words."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.dates import find_dates
from bot.sources.chat_messages import Message, drafts
from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sources.draft import Draft

LINE = re.compile(
    r"""
    \ufeff? \[?
    (?: (?P<day>\d{4}-\d\d-\d\d) [T \t] )?                    # 2018-03-12 (not in a log of one day)
    (?P<hour>\d\d) : (?P<minute>\d\d) (?: :\d\d (?:[.,]\d+)? )?
    (?: Z | [+-]\d\d:?\d\d )? \]? [ \t]+
    (?: <[@+%~& ]?(?P<nick>[^>\s]{1,40})> [ \t] (?P<text>.*)    # <ann> the keys are here
      | \*[ \t]+ (?P<actor>\S{1,40}) [ ] (?P<action>.*)         # * ann waves
      | (?P<event>(?:-!-|\*{3}|[-=]{1,2}[>!]|<[-=]{1,2}|[←→⇐⇒↔]|--).*) )   # -!- bo has joined
    """,
    re.VERBOSE,
)
NEW_DAY = re.compile(
    r"[-*=\s]*(?:Day\ changed|Log\ opened|Session\ (?:Start|Time)|Logfile\ started)\b[: ]*(?P<day>.*)"
)
FILE_DAY = re.compile(r"(?<!\d)(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
LOOKED_AT = 100  # lines that tell whether a text is a log
MOSTLY = 0.7  # share of them


def is_chat(text: str) -> bool:
    """Whether a text is such a log: most of its first lines are messages or events."""
    lines = [line for line in text[:40_000].split("\n")[:LOOKED_AT] if line.strip()]
    is_entry = [bool(LINE.fullmatch(line.rstrip()) or NEW_DAY.match(line)) for line in lines]
    spoken = sum(bool(match and match["nick"]) for match in map(LINE.fullmatch, map(str.rstrip, lines)))
    return spoken >= 2 and sum(is_entry) >= MOSTLY * len(lines)


def read(text: str, name: str) -> Iterator[Draft]:
    """The drafts of a log; `name` is its file's, which may hold the day that the lines leave out."""
    left_out: Counter[str] = Counter()
    return drafts(_messages(text, _day_in(name), left_out), None, left_out, "chat log")


def _messages(text: str, day: date | None, left_out: Counter[str]) -> Iterator[Message]:
    message: Message | None = None
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.rstrip()
        match = LINE.fullmatch(line)
        if opened := NEW_DAY.match(line):
            day = _day_said(opened["day"]) or day
        if match and match["day"]:
            day = _day(match["day"])
        if match and day and (match["nick"] or match["actor"]):
            if message:
                yield message
            message = _message(match, day, number)
        elif message and line and not match and not opened:
            message = _longer(message, line)
        else:
            left_out[LeftOut.SERVICE_MESSAGES] += len(line)
    if message:
        yield message


def _message(match: re.Match[str], day: date, number: int) -> Message | None:
    try:
        sent = datetime(day.year, day.month, day.day, int(match["hour"]), int(match["minute"]))  # noqa: DTZ001 - a log names no zone
    except ValueError:
        return None
    text = match["text"] if match["nick"] else f"{match['actor']} {match['action']}"
    return Message(match["nick"] or match["actor"], sent, text, number)


def _longer(message: Message, line: str) -> Message:
    """A message that goes on in the next line."""
    return Message(message.sender, message.sent, f"{message.text} {line.strip()}", message.line)


def _day(digits: str) -> date | None:
    try:
        return date.fromisoformat(digits)
    except ValueError:
        return None


def _day_in(name: str) -> date | None:
    match = FILE_DAY.search(name)
    return _day("-".join(match.groups())) if match else None


def _day_said(words: str) -> date | None:
    """The day of a line such as "--- Day changed Mon Mar 12 2018"."""
    for mention in find_dates(words.replace(":", " ")):
        point = mention.date.begin
        if point and point.day and point.month and not mention.date.is_interval:
            return date(point.year, point.month, point.day)
    return None
