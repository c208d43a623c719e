"""To admins: what was asked in a time, how it ended, which passages and sources answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.cards.card import Card, TextLine, clipped
from bot.cards.density import BARS
from bot.cards.formatting import GAP, LONGEST_NAME, card, title_of
from bot.cards.languages import ENGLISH
from bot.pictures import Bar, BarsPicture

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bot.cards.phrasebook import Phrasebook
    from bot.sources.source import Passage, Source
    from bot.store import Statistics

MOST_PASSAGES, MOST_SOURCES = 5, 8
LONGEST_PASSAGE = 100  # characters


@dataclass(frozen=True, slots=True)
class Usage:
    """Which of the library's passages and sources answered."""

    passages: tuple[tuple[Passage, int], ...]  # with how often, the most used first
    unused: tuple[Source, ...]


def stats_card(
    statistics: Statistics, usage: Usage, days: Sequence[date], book: Phrasebook = ENGLISH
) -> Card:
    """Some days at a glance; all numbers are of those days, one a bar."""
    asked = statistics.answered + statistics.refused
    seconds = statistics.seconds
    return card(
        book.line("stats_title", n=len(days)),
        book.line(
            "stats_bars", first=f"{days[0]:%m-%d}", bars=_bars(statistics, days), last=f"{days[-1]:%m-%d}"
        ),
        book.line("stats_questions", n=asked, answered=statistics.answered, refused=statistics.refused),
        book.line("stats_votes", up=statistics.votes_up, down=statistics.votes_down),
        *([] if seconds is None else [book.line("stats_seconds", seconds=_short(seconds))]),
        GAP,
        *_passages(usage.passages, book),
        GAP,
        *_unused(usage.unused, book),
    )


def _short(seconds: float) -> str:
    """Seconds with a digit behind the point, under one with two and never none."""
    return f"{seconds:.1f}" if seconds >= 1 else f"{max(seconds, 0.01):.2f}"


def _bars(statistics: Statistics, days: Sequence[date]) -> str:
    """A bar a day, as high as its questions; a day without any has the lowest."""
    asked = {row.day: row.answered + row.refused for row in statistics.days}
    most = max(asked.values(), default=0) or 1
    return "".join(BARS[-(-asked.get(day, 0) * (len(BARS) - 1) // most)] for day in days)


def _passages(passages: Sequence[tuple[Passage, int]], book: Phrasebook) -> Iterable[TextLine]:
    if passages:
        yield book.line("stats_used")
        for passage, times in passages[:MOST_PASSAGES]:
            text = clipped(" ".join(passage.text.split()), LONGEST_PASSAGE)
            yield book.line("stats_passage", times=times, text=text, title=title_of(passage.source))


def _unused(sources: Sequence[Source], book: Phrasebook) -> Iterable[TextLine]:
    if sources:
        names = "; ".join(clipped(source.title, LONGEST_NAME // 2) for source in sources[:MOST_SOURCES])
        yield book.line("stats_unused", n=len(sources), names=names)


def stats_picture(statistics: Statistics, days: Sequence[date], book: Phrasebook = ENGLISH) -> BarsPicture:
    """The same days as bars."""
    asked = {row.day: row for row in statistics.days}
    bars = tuple(
        Bar(f"{day:%m-%d}", row.answered if row else 0, row.refused if row else 0)
        for day, row in ((day, asked.get(day)) for day in days)
    )
    answered, refused = book.text("stats_answered"), book.text("stats_refused")
    return BarsPicture(book.text("stats_title", n=len(days)), bars, answered, refused)


def export_card(number: int, book: Phrasebook = ENGLISH) -> Card:
    """What stands beside the file of questions."""
    return card(book.line("export", n=number))


def stats_how_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("stats_how"))
