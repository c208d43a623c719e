"""Heads of messages that stand within a text: who wrote what follows, when, and about what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind, HistoricalDate, Precision, find_dates
from bot.sources.source import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.draft import Part

LABELLED = re.compile(r"(?P<label>[^\W\d_][\w-]{0,39})[ \t]?[:：][ \t]*(?P<value>.*)")
LABELS = {
    "from": "sender", "fm": "sender", "von": "sender", "de": "sender", "от": "sender", "发件人": "sender",
    "author": "sender",
    "date": "date", "sent": "date", "datum": "date", "gesendet": "date", "fecha": "date", "дата": "date",
    "日期": "date", "发送时间": "date",
    "subject": "subject", "sb": "subject", "subj": "subject", "betreff": "subject", "asunto": "subject",
    "тема": "subject", "主题": "subject",
}  # fmt: skip
MOST_LINES = 120  # of a head, with what programs add to it
MOST_UNLABELLED = 2  # lines above the others: a number of the message, its day
MAIL_ADDRESS = re.compile(r"[<(\[]?[\w.+\-]+(?:@| \[?at\]? )[\w\-]+\.[\w.\-]+[>)\]]?|\s\d{4,},\d+$")
MARKS = re.compile(r"^[\s\"'<(\[]+|[\s\"'>)\]]+$")
SOME_DAY = HistoricalDate.parse("2030-01-01")  # two digits of a year are seen from here: '91 is 1991


@dataclass(frozen=True, slots=True)
class LetterHead:
    """What the head of a message says of it."""

    lines: int  # that it takes
    sender: str
    date: HistoricalDate
    subject: str = ""

    def of(self, part: Part) -> Part:
        """A part of the message's text, as a message."""
        return replace(
            part,
            kind=BlockKind.MESSAGE,
            level=0,
            stamp=self.date,
            context=self.subject,
            place=Place(self.sender),
        )


def letter_head(lines: Sequence[str]) -> LetterHead | None:
    """The head that some lines begin with; it names a sender and a day, and a subject or an address.

    Lines that are set in go on with what stands above them.

    >>> letter_head(["From: Ann Reed <ann@example.org>", "Date: 3 May 1998", "", "Hello."]).sender
    'Ann Reed'
    """
    values: dict[str, str] = {}
    labelled = continued = unlabelled = 0
    for line in lines[:MOST_LINES]:
        match = LABELLED.fullmatch(line.strip())
        if labelled and line[:1].isspace():
            continued += 1
        elif match:
            labelled += 1
            values.setdefault(LABELS.get(match["label"].lower(), ""), match["value"].strip())
        elif labelled or unlabelled == MOST_UNLABELLED or not re.search(r"\d", line):
            break
        else:
            unlabelled += 1
    sender = values.get("sender", "")
    is_mail = "subject" in values or MAIL_ADDRESS.search(sender)
    if labelled < 2 or not (sender and is_mail):  # nearly every paragraph: its dates are not looked for
        return None
    date = _day(values.get("date") or " ".join(lines[:unlabelled]))
    return (
        LetterHead(labelled + continued + unlabelled, _name(sender), date, values.get("subject", ""))
        if date
        else None
    )


def _day(text: str) -> HistoricalDate | None:
    """The first day that a text names."""
    days = [row.date for row in find_dates(text, today=SOME_DAY) if re.search(r"\d", row.text)]
    return next((day for day in days if day.precision is Precision.DAY and not day.is_interval), None)


def _name(sender: str) -> str:
    """The sender without an address, unless that is all."""
    return MARKS.sub("", MAIL_ADDRESS.sub("", sender)) or sender
