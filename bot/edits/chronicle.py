"""A group's own chronicle: what its members remembered, a dated section of a Markdown file each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dates import say
from bot.edits.knowledge_folder import EditError, safe_name

if TYPE_CHECKING:
    from bot.dates import HistoricalDate

PREFIX = "chronicle-"
LONGEST_SLUG = 40  # characters of a group's title in the name of its file
MARKS = re.compile(r"[\\`*_\[\]<>{}&|~#]")  # what Markdown may take for something else than itself
LIST_MARK = re.compile(r"^([-+=])")
LIST_NUMBER = re.compile(r"^(\d{1,9})([.)])")
WORD = re.compile(r"[\w-]+")
SECTION = re.compile(r"^## .*\n\n<!-- entry (?P<number>[0-9a-f]{8}) -->\n(?:(?!## ).*\n?)*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ChronicleEntry:
    """A message that somebody wants remembered."""

    number: str  # eight hexadecimal digits
    date: HistoricalDate
    title: str  # empty where none was given
    text: str
    author: str  # empty where names are not to be written down
    url: str | None  # of the message, where it has one


def chronicle_file(title: str, number: str) -> str:
    """What the file of a group is called: by its title and a few digits of its hash.

    >>> chronicle_file("Ferry Club: talk", "0a1b2c3d")
    'chronicle-ferry-club-talk-0a1b.md'
    """
    slug = "-".join(WORD.findall(title.casefold()))[:LONGEST_SLUG].strip("-_")
    return safe_name(f"{PREFIX}{slug}-{number[:4]}.md" if slug else f"{PREFIX}{number[:4]}.md")


def with_entry(chronicle: str, title: str, entry: ChronicleEntry) -> str:
    """A chronicle with one more entry at its end; an empty one is begun with the group's title."""
    before = chronicle or f"---\ntitle: {_quoted(title)}\nstyle: log\n---\n"
    gap = "\n" if before.endswith("\n") else "\n\n"
    return f"{before}{gap}{_section(entry)}"


def without_entry(chronicle: str, number: str) -> str:
    """A chronicle without one of its entries; raises EditError when it does not hold that."""
    for section in SECTION.finditer(chronicle):
        if section["number"] == number:
            return chronicle[: section.start()].rstrip("\n") + "\n" + _gap(chronicle[section.end() :])
    raise EditError("that is not in the chronicle any more")


def _gap(rest: str) -> str:
    return f"\n{rest}" if rest else ""


def _section(entry: ChronicleEntry) -> str:
    heading = say(entry.date) + (f": {_escaped(' '.join(entry.title.split()))}" if entry.title else "")
    label = entry.author or "message"
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
