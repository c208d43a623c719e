"""The words of a Markdown paragraph: its lines, the captions of its pictures, what it is nothing but."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sources.cleaning import clean
from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

BADGE = re.compile(r"badge|shields\.io|\.svg(?:\?|$)", re.IGNORECASE)
NOTE = re.compile(r"[\[(]?\d{1,3}[\])]?")  # the words of a link to one
FILE_NAME = re.compile(r"\S+\.\w{2,4}|[\w\-.]*\d[\w\-.]*|[a-z0-9_\-]+")  # "5th-bday", "logo2.png", "header"


@dataclass(frozen=True, slots=True)
class Inline:
    """What a paragraph holds: lines with whether each was broken on purpose, captions of its pictures."""

    lines: tuple[tuple[str, bool], ...]
    captions: tuple[str, ...]
    is_link: bool  # nothing but links
    is_bold: bool  # nothing but bold words


class InlineReader:
    """Reads the words of a paragraph."""

    def __init__(self, left_out: Counter[str]) -> None:
        self._left_out = left_out
        self._lines: list[tuple[list[str], bool]] = [([], False)]
        self._captions: list[str] = []
        self._links = self._bolds = self._outside_links = self._outside_bold = 0

    def read(self, tokens: Sequence[Token]) -> Inline:
        """What the tokens within one paragraph hold; a reader reads one paragraph only."""
        for token in _without_note_marks(tokens):
            self._token(token)
        lines = tuple(("".join(pieces), is_broken) for pieces, is_broken in self._lines)
        has_words = any(text.strip() for text, _ in lines)
        return Inline(
            lines,
            tuple(self._captions),
            is_link=has_words and not self._outside_links,
            is_bold=has_words and not self._outside_bold and len(lines) == 1,
        )

    def _token(self, token: Token) -> None:
        kind = token.type
        if kind in {"text", "text_special", "code_inline"}:
            self._word(token.content)
        elif kind in {"softbreak", "hardbreak"}:
            self._break(on_purpose=kind == "hardbreak")
        elif kind == "html_inline":
            self._tag(token.content)
        elif kind == "image":
            self._picture(token)
        else:
            self._links += (kind == "link_open") - (kind == "link_close")
            self._bolds += (kind == "strong_open") - (kind == "strong_close")

    def _word(self, text: str) -> None:
        self._lines[-1][0].append(text)
        if text.strip(" .:;,"):
            self._outside_links += not self._links
            self._outside_bold += not self._bolds

    def _break(self, *, on_purpose: bool) -> None:
        pieces, _ = self._lines.pop()
        self._lines += [(pieces, on_purpose), ([], False)]

    def _tag(self, tag: str) -> None:
        if re.match(r"<br\b", tag, re.IGNORECASE):
            self._break(on_purpose=True)
        else:
            self._left_out[LeftOut.TAGS] += len(tag)

    def _picture(self, token: Token) -> None:
        title, source = str(token.attrs.get("title") or ""), str(token.attrs.get("src") or "")
        caption = " ".join(clean(title or token.content, self._left_out).split())
        is_badge = bool(self._links and BADGE.search(source))
        if caption and not is_badge and not FILE_NAME.fullmatch(caption):
            self._captions.append(caption)


def _without_note_marks(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens but for numbers that lead to a note below: <sup>[1](#fn1)</sup>."""
    skipped = 0  # tokens of a mark still to come
    for n, token in enumerate(tokens):
        href = str(token.attrs.get("href") or "") if token.type == "link_open" else ""
        if href.startswith("#") and n + 2 < len(tokens) and NOTE.fullmatch(tokens[n + 1].content):
            skipped = 3 if tokens[n + 2].type == "link_close" else 0
        if skipped:
            skipped -= 1
        else:
            yield token
