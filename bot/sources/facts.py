"""What the entries of a head say about a source, whatever tool's names they bear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from typing import TYPE_CHECKING, TypeVar

from bot.dates import HistoricalDate, Precision, Style, find_dates
from bot.sentences import words_of
from bot.sources.cleaning import UNSEEN
from bot.sources.draft import Facts, Remark
from bot.sources.problem import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")

TITLES = (
    "title",
    "label",
    "titel",
    "titre",
    "título",
    "titulo",
    "заголовок",
    "название",
    "标题",
    "標題",
    "subject",
)
AUTHORS = ("author", "authors", "autor", "autora", "автор", "作者", "byline")
PUBLISHERS = ("publisher", "site_name")
WRITTEN = (  # when the text was written; the first that holds a date counts
    "published", "date", "publishdate", "pubdate", "published_at", "date_published",
    "datum", "fecha", "дата", "日期",
    "created", "created_at", "updated", "lastmod", "modified", "last_modified_at",
)  # fmt: skip
ADDRESSES = ("url", "canonical_url", "canonical", "source_url", "original_url", "link", "source")
LANGUAGES = ("language", "lang", "locale")
FLAGS = words_of(
    """
    true false yes no on off draft 1 0
    """
)  # "published: true" is no date
LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]{2,8})*")  # en   en-GB   zh_Hant
LINK = re.compile(r"https?://[^\s<>\"]{1,2000}")
SECONDS = re.compile(r"1\d{9}")  # since 1970, of the years 2001 to 2033: no year, no date without dashes
TIME = re.compile(r"(?<=\d)(?:[T ]|,? at )+\d{1,2}:\d{2}(?:.*)$", re.DOTALL)  # 2014-10-13[ 6:47 UTC+12:00]
DAY_NAME = re.compile(r"^[^\W\d_]{2,12}\.?,\s*")  # "Mon, "


@dataclass(frozen=True, slots=True)
class Entry:
    """The value behind a key, and its line; None stands for what is neither a text nor a list of texts."""

    line: int
    value: str | tuple[str, ...] | None


def read_facts(entries: Mapping[str, Entry]) -> tuple[Facts, list[Remark]]:
    """The facts in entries whose keys are in lower case, and a remark for each value that is wrong."""
    reader = _FactReader(entries)
    return reader.read(), reader.remarks


class _FactReader:
    """Looks each fact up under its names."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self.remarks: list[Remark] = []

    def read(self) -> Facts:
        """All that the entries say; what is wrong is among the remarks."""
        return Facts(
            title=self._text(TITLES, "title"),
            url=self._checked(ADDRESSES, _link, "a web address such as https://example.org/history"),
            author=self._text(AUTHORS),
            publisher=self._text(PUBLISHERS),
            published=self._checked(WRITTEN, date_of, "a date such as 2018-03"),
            language=self._checked(LANGUAGES, _language, "a two-letter code such as en"),
            style=self._checked(("style",), Style, f"one of {', '.join(Style)}"),
            aliases=self._aliases(),
        )

    def _text(self, keys: tuple[str, ...], strict: str = "") -> str | None:
        """The first text under some keys, a list's items between commas; `strict` must be one text."""
        for key in keys:
            entry = self._entries.get(key)
            if entry is None:
                continue
            if key == strict and not isinstance(entry.value, str):
                self._remark(entry.line, f"{key} must be one text, not a list or a map")
                continue
            value = ", ".join(entry.value) if isinstance(entry.value, tuple) else entry.value
            if value and value.strip():
                return " ".join(UNSEEN.sub("", unescape(value)).split())  # "Fish &amp; chips"
        return None

    def _checked(self, keys: tuple[str, ...], read: Callable[[str], T], wanted: str) -> T | None:
        """The first value under some keys that can be read; of the first key a wrong one is remarked on."""
        for key in keys:
            entry = self._entries.get(key)
            text = entry.value.strip() if entry and isinstance(entry.value, str) else ""
            if not entry or not text or text.lower() in FLAGS:
                continue
            try:
                return read(text)
            except ValueError:
                if key in {keys[0], "date"} and not text.startswith("/"):
                    self._remark(entry.line, f"{key} must be {wanted}, not {quoted(text)}")
        return None

    def _aliases(self) -> tuple[str, ...]:
        """Other names of the subject; what begins with a slash is an old address."""
        entry = self._entries.get("aliases")
        if entry is None or entry.value is None:
            if entry:
                self._remark(entry.line, "aliases must be a list of texts such as [CZ, 赵长鹏]")
            return ()
        values = (entry.value,) if isinstance(entry.value, str) else entry.value
        names = (" ".join(value.split()) for value in values)
        return tuple(name for name in names if name and not name.startswith("/") and "://" not in name)

    def _remark(self, line: int, message: str) -> None:
        self.remarks.append(Remark(line, message))


def _link(text: str) -> str:
    if not LINK.fullmatch(text):
        raise ValueError(text)
    return text


def _language(text: str) -> str:
    code = LANGUAGE.fullmatch(text)
    if not code:
        raise ValueError(text)
    return code[1].lower()


def date_of(text: str) -> HistoricalDate:
    """The one date that a text is, as EDTF or in words, its time of day left out; raises ValueError.

    >>> str(date_of("Mon, 13 Oct 2014 06:47:00 +0000"))
    '2014-10-13'
    """
    if SECONDS.fullmatch(text.strip()):
        return HistoricalDate.parse(datetime.fromtimestamp(int(text), UTC).date().isoformat())
    bare = TIME.sub("", DAY_NAME.sub("", text.strip())).strip()
    try:
        return HistoricalDate.parse(bare)
    except ValueError:
        dates = find_dates(bare)
        if len(dates) != 1 or re.search(r"\w", bare[: dates[0].start] + bare[dates[0].end :]):
            raise
        if dates[0].date.precision > Precision.YEAR:
            raise
        return dates[0].date
