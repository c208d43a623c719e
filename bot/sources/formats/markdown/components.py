"""Markdown with components (MDX): what a reader sees of tags such as `<Update label="May 2019">`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.sources.cleaning import as_many_lines
from bot.sources.left_out import LeftOut
from bot.sources.prose import LONGEST_HEADING

if TYPE_CHECKING:
    from collections import Counter

NAMED = re.compile(r"<[A-Z][a-z]\w*[\s/>]")  # <Photo .../>, but no <P> or <BR>
IMPORT = re.compile(  # import { Photo } from "@site/Photo"
    r"""^import[ ](?:[\w*]+(?:[ ]as[ ]\w+)?|(?:\w+,[ ])?\{[^{}]{0,1000}\})[ ]from[ ]
            (["'])[^"'\n]{1,300}\1;?[ \t]*$
        |^export[ ](?:const|default|function)\b[^\n]*$""",
    re.VERBOSE | re.MULTILINE,
)
REMARK = re.compile(r"\{/\*(?:[^*{]|\*(?!/)|\{(?!/)){0,2000}\*/\}")  # {/* not shown */}
VALUE = r"""(?:"[^"<>]{0,500}"|'[^'<>]{0,500}'|\{[^{}<>]{0,500}\})"""
TAG = re.compile(  # <Photo src="a.png" alt="The mill"/>   <Update label="May 2019">   </Update>
    rf"""<(?P<close>/?)(?P<name>[A-Z][a-z]\w{{0,50}})
        (?P<attributes>(?:\s{{1,50}}[\w:\-]{{1,50}}(?:={VALUE})?){{0,20}})
        \s{{0,50}}(?P<slash>/?)>""",
    re.VERBOSE,
)
CLOSING = re.compile(r"</([A-Z][a-z]\w{0,50})>")
ATTRIBUTE = re.compile(r"""([\w\-]+)=\{?(?:"([^"]*)"|'([^']*)'|`([^`]*)`)\}?""")
PICTURES = ("src", "image", "img")
NAMES = ("name", "nickname", "username", "player", "user", "text", "label", "title", "term", "date", "value")
CAPTIONS = ("description", "caption", "title", "alt")
HEADINGS = ("date", "year", "period", "time", "label", "title", "version", "description", "text")
HEADING = re.compile(r"^([ ]{0,3})(#{1,6})(?=[ \t])", re.MULTILINE)
BRACKETS = re.compile(r"[\[\]]")
DEEPEST = 6


def with_shown_components(text: str, left_out: Counter[str]) -> str:
    """A source in which components are headings, captions or words, on the same lines; imports are counted.

    >>> from collections import Counter
    >>> with_shown_components('It was built by <Player nickname="Ann_R"/>.', Counter())
    'It was built by Ann_R.'
    """
    if not NAMED.search(text):
        return text
    shorter = REMARK.sub(as_many_lines, IMPORT.sub(as_many_lines, text))
    left_out[LeftOut.CODE] += len(text) - len(shorter)
    last = {close[1]: close.start() for close in CLOSING.finditer(shorter)}
    return _Components(shorter, last).shown()


@dataclass(slots=True)
class _Components:
    """Walks through the tags of a source."""

    source: str
    closings: dict[str, int]  # where each component is closed for the last time, by its name
    level: int = 0  # of the heading above, outside all components
    opened: list[tuple[str, int]] = field(default_factory=list)  # those with a heading, and its level

    def shown(self) -> str:
        """The source with headings, captions and words where its components stood, on the same lines."""
        pieces: list[str] = []
        at = 0
        for tag in TAG.finditer(self.source):
            pieces += (self._between(self.source[at : tag.start()]), self._of_tag(tag), as_many_lines(tag))
            at = tag.end()
        return "".join([*pieces, self._between(self.source[at:])])

    def _between(self, text: str) -> str:
        """Text, its headings below that of the component that they stand in."""
        if self.opened:
            below = self.opened[-1][1]
            return HEADING.sub(lambda row: row[1] + "#" * min(len(row[2]) + below, DEEPEST), text)
        for heading in HEADING.finditer(text):
            self.level = len(heading[2])
        return text

    def _of_tag(self, tag: re.Match[str]) -> str:
        if tag["close"]:
            if self.opened and self.opened[-1][0] == tag["name"]:
                self.opened.pop()
            return ""
        values = {
            name.lower(): " ".join(f"{double}{single}{tick}".split())
            for name, double, single, tick in ATTRIBUTE.findall(tag["attributes"])
        }
        if not self._is_alone(tag):
            return next(filter(None, map(values.get, NAMES)), "") if tag["slash"] else ""
        if tag["slash"]:
            return _picture(values) if any(name in values for name in PICTURES) else _words(values)
        return self._heading(tag, _words(values))

    def _is_alone(self, tag: re.Match[str]) -> bool:
        before = self.source[self.source.rfind("\n", 0, tag.start()) + 1 : tag.start()]
        end = self.source.find("\n", tag.end())
        return not (before.strip() or self.source[tag.end() : end if end >= 0 else None].strip())

    def _heading(self, tag: re.Match[str], words: str) -> str:
        if not words or self.closings.get(tag["name"], 0) < tag.end():
            return ""
        level = min((self.opened[-1][1] if self.opened else self.level) + 1, DEEPEST)
        self.opened.append((tag["name"], level))
        return f"{'#' * level} {words}"


def _picture(values: dict[str, str]) -> str:
    caption = next(filter(None, map(values.get, CAPTIONS)), "")
    return f"![{BRACKETS.sub('', caption)}](picture)" if caption else ""


def _words(values: dict[str, str]) -> str:
    """What a component says in its attributes, as far as it fits in a heading: "May 2019 – Founded"."""
    words = ""
    for value in filter(None, map(values.get, HEADINGS)):
        longer = f"{words} – {value}" if words else value
        words = longer if len(longer) <= LONGEST_HEADING else words
    return words
