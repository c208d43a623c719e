"""Messages as mail programs keep them (`.eml`, `.mbox`), one or many, without what only programs read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING

from bot.dates import HistoricalDate
from bot.sources.cleaning import as_many_lines
from bot.sources.draft import Draft, Remark
from bot.sources.formats import html
from bot.sources.formats.plain import TextReader, lines_of
from bot.sources.formats.plain.letter_heads import LetterHead
from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from bot.sources.draft import Part

START = 20_000  # bytes in which the first head ends
BYTES = "latin-1"  # a character a byte: what a message is coded in, its head says
FIELD = r"[A-Za-z][\w-]{0,60}:[^\n]*\r?\n(?:[ \t]+\S[^\n]*\n)*"
HEAD = re.compile(rf"\s*(?:{FIELD})+(?=\r?\n|\Z)")
SEPARATOR = re.compile(  # "From ann@example.org Mon Oct 13 06:47:00 2014", before each message of an archive
    r"^From [^\n]{1,200}\d\d:\d\d(?::\d\d)?[^\n]{0,12}[ ]\d{4}[^\n]{0,12}\n(?=[A-Za-z][\w-]{0,60}:)",
    re.MULTILINE,
)
OF_PROGRAMS = re.compile(r"^(?:Message-ID|Received|MIME-Version|Return-Path):", re.IGNORECASE | re.MULTILINE)
NEEDED = tuple(re.compile(rf"^{name}:", re.IGNORECASE | re.MULTILINE) for name in ("From", "Date"))
SENDER = re.compile(r"^From:[ \t]*([^\n]*(?:\n[ \t]+[^\n]+)*)", re.IGNORECASE | re.MULTILINE)
SIGNATURE = re.compile(r"^-- ?\n.*\Z", re.MULTILINE | re.DOTALL)
SHIELDED = re.compile(r"^>(?=From )", re.MULTILINE)
QUOTED = re.compile(  # of the message that is answered: "On Monday Ann Reed wrote:" and what follows
    r"(?:^[^\n>]{1,120}(?:wrote|writes|schrieb|escribió|пишет|写道)[^\n]{0,60}[:：][ \t]*\n+(?=[ \t]*>))?"
    r"(?:^[ \t]*>[^\n]*\n?)+",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class _Message:
    head: LetterHead
    parts: list[Part]


def is_mail(raw: bytes) -> bool:
    """Whether a file begins with a head that only programs write: with its number, or the way it took."""
    start = raw[:START].decode(BYTES)
    separator = SEPARATOR.match(start)
    head = HEAD.match(start, separator.end() if separator else 0)
    return bool(head and OF_PROGRAMS.search(head[0]) and all(field.search(head[0]) for field in NEEDED))


def read(raw: bytes) -> Draft:
    """The messages of an archive, without what they quote of each other; a single one has its title."""
    text = raw.decode(BYTES)
    draft = Draft(format="mail")
    separators = list(SEPARATOR.finditer(text))
    starts = [match.end() for match in separators] or [len(text) - len(text.lstrip())]
    ends = [match.start() for match in separators[1:]]
    is_one = len(starts) == 1
    messages: list[_Message] = []
    line, counted = 1, 0
    for start, end in zip(starts, [*ends, len(text)], strict=True):
        line, counted = line + text.count("\n", counted, start), start
        if message := _message(text[start:end], line, draft, quotes=is_one):
            messages.append(message)
    draft.parts = [message.head.of(part) for message in messages for part in message.parts]
    if is_one and messages:
        head = messages[0].head
        draft.facts = replace(
            draft.facts, title=head.subject or None, author=head.sender or None, published=head.date
        )
    return draft


def _message(source: str, line: int, draft: Draft, *, quotes: bool) -> _Message | None:
    """A message whose source begins on a line; None, and a remark, for one that cannot be read."""
    try:
        message = message_from_bytes(source.encode(BYTES), policy=default)
        body = message.get_body(("plain", "html"))
        text = body.get_content() if body else ""
        sender = SENDER.search(source)  # with the name in brackets that the parser drops
        name, address = parseaddr(sender[1] if sender else "")
        subject = " ".join(str(message.get("Subject", "")).split())
        day = parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (MessageError, LookupError, ValueError, AttributeError, TypeError):
        draft.remarks.append(Remark(line, "the head or the coding of a message is broken: it is left out"))
        return None
    head = LetterHead(0, str(make_header(decode_header(name))) or address, HistoricalDate.parse(day), subject)
    text = SHIELDED.sub("", SIGNATURE.sub("", str(text).replace("\r\n", "\n")))
    seen = text if quotes else QUOTED.sub(as_many_lines, text)
    draft.left_out[LeftOut.HEADS_OF_MESSAGES] += max(0, source.find("\n\n"))
    draft.left_out[LeftOut.QUOTATIONS] += len(text) - len(seen)
    first = line + source.count("\n", 0, max(source.find("\n\n"), 0)) + 2
    is_page = body is not None and body.get_content_type() == "text/html"
    parts = html.read(seen).parts if is_page else TextReader(lines_of(seen, first), draft).parts()
    return _Message(head, [replace(part, line=first) if is_page else part for part in parts])
