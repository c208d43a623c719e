"""A group's own chronicle: what its members remembered, a dated section of a Markdown file each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

from bot.dates import HistoricalDate, Precision, Style, resolve, say
from bot.edits.knowledge_folder import EditError, safe_name
from bot.sources.facts import LINK

if TYPE_CHECKING:
    from datetime import date, datetime

PREFIX = "chronicle-"
LONGEST_SLUG = 40  # characters of a group's title in the name of its file
MARKS = re.compile(r"[\\`*_\[\]<>{}&|~#]")  # what Markdown may take for something else than itself
LIST_MARK = re.compile(r"^([-+=])")
LIST_NUMBER = re.compile(r"^(\d{1,9})([.)])")
WORD = re.compile(r"[\w-]+")
DAY_NUMBER = re.compile(r"\d{2}")  # of a day that not every month has
LONGEST_DATE = 30  # characters from its beginning to its day
NUMERIC_DATE = re.compile(r"\d{1,4}[-./年]\d{1,2}[\d\-./月日]*(?=\s|$)")  # what can be nothing but a date
BETWEEN = " \t:;,.–—-"  # what people write between a date and a title
UNTITLED = "Remembered"
NAMELESS = "message"  # what a link is called to a message whose author is not to be named
TAUGHT = "taught.md"  # the file of what admins told
HEAD_ALONE = re.compile(r"---\n(?:\w+:.*\n)*---\s*")
SECTION = re.compile(r"^## .*\n\n<!-- entry (?P<number>[0-9a-f]{8}) -->\n(?:(?!## ).*\n?)*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ChronicleEntry:
    """A message that somebody wants remembered."""

    number: str  # eight hexadecimal digits
    date: HistoricalDate | None
    title: str  # empty where none was given
    text: str
    author: str  # empty where names are not to be written down
    url: str | None  # of the message, where it has one


def entry_number(chat: str, message: int, when: datetime) -> str:
    """The number of an entry that a message asks for: the same each time, that none is made twice.

    `chat` is a pseudonym.
    """
    return sha256(f"{chat}:{message}:{when.isoformat()}".encode()).hexdigest()[:8]


def taught_entry(message: str, number: str, written: date) -> ChronicleEntry:
    """An entry from an admin's message: a passage, above it a line with its date and source if there are.

    A line that holds neither a date at its beginning nor a link is the passage's own. Raises NoDateError.

    >>> from datetime import date
    >>> entry = taught_entry("14 July 2017, Minutes" + chr(10) + "We moved.", "0000000a", date(2020, 1, 1))
    >>> str(entry.date), entry.title, entry.text
    ('2017-07-14', 'Minutes', 'We moved.')
    """
    first, _, rest = message.strip().partition("\n")
    whole = ChronicleEntry(number, None, "", message.strip(), "", None)
    if not rest.strip():
        return whole
    link = LINK.search(first)
    about = " ".join((first.replace(link[0], " ") if link else first).split())
    day, title = date_and_title(about, written)
    is_dated = title != about
    if not (is_dated or link):
        return whole
    return ChronicleEntry(number, day if is_dated else None, title, rest.strip(), title, link and link[0])


class EntryGoneError(EditError):
    """An entry is not in its chronicle."""

    def __init__(self) -> None:
        super().__init__("that is not in the chronicle any more")


class NoDateError(ValueError):
    """What looks like a date and is none; the text is in its arguments."""


def date_and_title(wanted: str, written: date) -> tuple[HistoricalDate, str]:
    """When a message of a day is about, and its title, from what stands behind /remember.

    Without a date it is the day itself; a year that is not given is the one that a reader of the day would
    take. Raises NoDateError.

    >>> from datetime import date
    >>> day, title = date_and_title("14 July: we moved", date(2017, 9, 1))
    >>> str(day), title
    ('2017-07-14', 'we moved')
    """
    text = " ".join(wanted.split())
    day = HistoricalDate.parse(written.isoformat())
    mentions = resolve(text, written=day, style=Style.NEWS)
    numeric = NUMERIC_DATE.match(text)
    if mentions and mentions[0].start == 0 and not (numeric and numeric.end() > mentions[0].end):
        return mentions[0].date, text[mentions[0].end :].strip(BETWEEN)
    if words := numeric[0] if numeric else _impossible_day(text, day):
        raise NoDateError(words)
    return day, text


def _impossible_day(text: str, written: HistoricalDate) -> str:
    """The words that a text begins with and that would be a date if there were such a day: "30 February"."""
    for number in islice(DAY_NUMBER.finditer(text[:LONGEST_DATE]), 2):  # it may stand behind the month's
        would_be = f"{text[: number.start()]}1{text[number.end() :]}"
        mention = next(iter(resolve(would_be, written=written, style=Style.NEWS)), None)
        if mention and mention.start == 0 and mention.date.precision is Precision.DAY:
            return text[: mention.end + len(number[0]) - 1]
    return ""


def chronicle_file(title: str, number: str) -> str:
    """What the file of a group is called: by its title and a few digits of its hash.

    >>> chronicle_file("Ferry Club: talk", "0a1b2c3d")
    'chronicle-ferry-club-talk-0a1b.md'
    """
    slug = "-".join(WORD.findall(title.casefold()))[:LONGEST_SLUG].strip("-_")
    return safe_name(f"{PREFIX}{slug}-{number[:4]}.md" if slug else f"{PREFIX}{number[:4]}.md")


def with_entry(chronicle: str, title: str, entry: ChronicleEntry) -> str:
    """A chronicle with one more entry at its end, unless it holds that; an empty one begins with a title."""
    if any(section["number"] == entry.number for section in SECTION.finditer(chronicle)):
        return chronicle
    before = chronicle or f"---\ntitle: {_quoted(title)}\nstyle: log\n---\n"
    gap = "\n" if before.endswith("\n") else "\n\n"
    return f"{before}{gap}{_section(entry)}"


def without_entry(chronicle: str, number: str) -> str:
    """A chronicle without one of its entries, empty when that was all; raises EntryGoneError."""
    for section in SECTION.finditer(chronicle):
        if section["number"] == number:
            rest = chronicle[: section.start()].rstrip("\n") + "\n" + _gap(chronicle[section.end() :])
            return "" if HEAD_ALONE.fullmatch(rest) else rest
    raise EntryGoneError


def _gap(rest: str) -> str:
    return f"\n{rest}" if rest else ""


def _section(entry: ChronicleEntry) -> str:
    title = _escaped(" ".join(entry.title.split()))
    heading = ": ".join(filter(None, (say(entry.date) if entry.date else "", title))) or UNTITLED
    label = entry.author or NAMELESS
    source = f"\n— [{_escaped(' '.join(label.split()))}]({entry.url})\n" if entry.url else ""
    return f"## {heading}\n\n<!-- entry {entry.number} -->\n{_paragraphs(entry.text)}\n{source}"


def _paragraphs(text: str) -> str:
    """A text whose every line stands for itself, as in a chat."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join("\\\n".join(_lines(paragraph)) for paragraph in paragraphs)


def _lines(paragraph: str) -> list[str]:
    rows = (_escaped(row.strip()) for row in paragraph.splitlines())
    return [row for row in rows if row]


def _escaped(text: str) -> str:
    """A text that Markdown reads as it stands."""
    text = MARKS.sub(lambda mark: "&lt;" if mark[0] == "<" else f"\\{mark[0]}", text)
    return LIST_NUMBER.sub(r"\1\\\2", LIST_MARK.sub(r"\\\1", text))


def _quoted(text: str) -> str:
    """A text as YAML's quoted scalar."""
    plain = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
