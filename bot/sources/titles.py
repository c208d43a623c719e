"""What a document is called, and the date that its title or its file's name bears."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bot.dates import Basis, BlockKind, HistoricalDate, PassageDate, Precision, find_dates
from bot.sources.dated_lines import begins_with_day
from bot.sources.prose import ENDS_THOUGHT, LONGEST_HEADING
from bot.sources.source import TitleOrigin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates import Mention
    from bot.sources.draft import Facts, Part

UNNAMED = frozenset({"index", "readme", "main", "default"})  # files that are called after their folder
FILE_DATE = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)([-_.]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?!\d)")
WORD_DATE = re.compile(r"[-_.\s]+")
LABELS = frozenset({"NAME", "Name", "TITLE", "Title"})  # over a title, as in manual pages
PATH_YEAR = re.compile(r"(?<=[^\W\d]/)[12]\d{3}(?=/[^\W\d]|$)")  # "Regatta/2008/Meetings", a wiki's page
SECTION = re.compile(  # headings that name a section, and no document
    r"""introduction | overview | purpose | summary | background | preface | foreword | agenda
      | attend(?:ees|ance) | (?:members[ ])?present | roll[ ]call | call[ ]to[ ]order
      | date | (?:date|time)[ ](?:and|&)[ ](?:place|location)
      | einleitung | vorwort | überblick | zweck | anwesende? | tagesordnung
      | introducción | resumen | prólogo | asistentes | orden[ ]del[ ]día
      | введение | предисловие | повестка(?:[ ]дня)? | присутств\w+
      | 简介 | 簡介 | 前言 | 概述 | 议程 | 議程""",
    re.VERBOSE | re.IGNORECASE,
)
ENTRY = re.compile(r"[\[(]?\d{1,4}[.:/-]\d")  # "[2018-03-12 10:46] <ann> ...": no title


def title_of(facts: Facts, parts: Sequence[Part], file: str) -> tuple[str, TitleOrigin]:
    """The title and where it is from: head, first heading, first line that looks so, the file's name."""
    if facts.title:
        return facts.title, TitleOrigin.HEAD
    heading = _first_heading(parts)
    if heading and not _names_section(heading, parts, file):
        return heading, TitleOrigin.HEADING
    if _is_title_line(parts):
        return parts[0].text, TitleOrigin.LINE
    return readable(file), TitleOrigin.FILE


def _first_heading(parts: Sequence[Part]) -> str:
    """The heading on top, or the only one of the first level."""
    if parts and parts[0].kind is BlockKind.HEADING:
        return "" if _is_one_day_of_many(parts) else parts[0].text
    highest = [part.text for part in parts if part.level == 1]
    return highest[0] if len(highest) == 1 else ""


def _names_section(heading: str, parts: Sequence[Part], file: str) -> bool:
    """Whether it stands over the first of several sections, and the file has a name of its own."""
    level = parts[0].level
    is_first = SECTION.fullmatch(heading) is not None and any(part.level == level for part in parts[1:])
    return is_first and PurePosixPath(file).stem.lower() not in UNNAMED


def _is_one_day_of_many(parts: Sequence[Part]) -> bool:
    """Whether the first heading is a day, as others after it are: the text is a log, and has no title."""
    level = parts[0].level
    if not begins_with_day(parts[0].text):
        return False
    return any(part.level == level and begins_with_day(part.text) for part in parts[1:])


def _is_title_line(parts: Sequence[Part]) -> bool:
    if len(parts) < 2:
        return False
    first = parts[0]
    text = first.text
    is_line = first.kind is BlockKind.PARAGRAPH and len(text) <= LONGEST_HEADING and "\n" not in text
    is_open = not ENDS_THOUGHT.search(text) or text.endswith(("?", "？", "!", "！"))
    return is_line and is_open and not first.is_link and not ENTRY.match(text) and text not in LABELS


def readable(file: str) -> str:
    """A file's name as a title.

    >>> readable("clubs/history_of_rowing-club.md")
    'History of rowing club'
    """
    path = PurePosixPath(file)
    stem = path.stem
    while PurePosixPath(stem).suffix.lower() in {".md", ".txt", ".html", ".en", ".de", ".ru", ".zh", ".es"}:
        stem = PurePosixPath(stem).stem
    if stem.lower() in UNNAMED and path.parent.name:
        stem = path.parent.name
    words = (
        stem if FILE_DATE.fullmatch(stem) else " ".join(re.split(r"[_\s]+|-(?!\d)|(?<=\D)-", stem)).strip()
    )
    return words[:1].upper() + words[1:] if words else file


def document_date_of(
    title: str, origin: TitleOrigin, file: str, published: HistoricalDate | None = None
) -> PassageDate | None:
    """The date that a whole document bears: of its title, else the day or month in its file's name.

    The file's is taken, too, where it only says more exactly what the title says. A title that names a day
    to come announces it, and dates nothing.
    """
    of_file = _file_date(file)
    date = _title_date(title) if origin in {TitleOrigin.HEAD, TitleOrigin.LINE} else None
    if date and not (published and date.date.first > published.last):
        is_within = of_file and of_file.date != date.date and date.date.covers(of_file.date)
        return of_file if is_within else PassageDate(date.date, Basis.TITLE)
    return of_file or _path_date(title)


def _path_date(title: str) -> PassageDate | None:
    """The year that is one step of a title that is a path."""
    match = PATH_YEAR.search(title)
    return PassageDate(HistoricalDate.parse(match[0]), Basis.TITLE) if match else None


def _file_date(file: str) -> PassageDate | None:
    """The day or month in a file's name."""
    stem = PurePosixPath(file).stem
    match = FILE_DATE.search(stem)
    written = "-".join(filter(None, (match[1], match[3], match[4]))) if match else WORD_DATE.sub(" ", stem)
    dates = [date for date in find_dates(written) if date.date.precision <= Precision.MONTH]
    if len(dates) == 1 and dates[0].basis is Basis.EXPLICIT and not dates[0].date.is_interval:
        return PassageDate(dates[0].date, Basis.FILE_NAME)
    return None


def _title_date(title: str) -> Mention | None:
    """The only date of a title, if its day, month or season is named, or its year begins or ends it."""
    dates = [date for date in find_dates(title) if date.basis is Basis.EXPLICIT]
    if len(dates) != 1 or dates[0].date.is_interval:
        return None
    date = dates[0]
    if date.date.precision < Precision.YEAR:
        return date
    is_year = date.date.precision is Precision.YEAR
    before, after = title[: date.start].strip(), title[date.end :].strip()
    stands_free = not before or (not after and not re.search(r"\b(?:[a-zа-яё]{1,6})$", before))
    return date if is_year and stands_free else None
