"""Small libraries that every search test asks."""

from __future__ import annotations

from bot.dates import HistoricalDate, PassageDate, resolve
from bot.search import Index
from bot.sources.aliases import Aliases, Event
from bot.sources.source import Passage, Source

ALIASES = Aliases(
    names=(
        ("Zhao Changpeng", "CZ", "赵长鹏"),
        ("Binance", "币安", "Бинанс"),
        ("Tokyo", "东京", "Токио"),
        ("OKCoin", "OK"),
    ),
    events=(Event(("94", "94 storm"), HistoricalDate.parse("2017-09-04")),),
)
STORY = (
    "In 2013 Zhao Changpeng heard of Bitcoin at a poker table, where a friend told him to sell his flat.",
    "On 4 September 2017 seven authorities banned coin offerings. Exchanges stopped trading in October 2017.",
    "In October 2017 Binance opened an office in Tokyo and left Shanghai. It had been founded in July 2017.",
    "In March 2023 the CFTC sued Binance. In June 2023 the SEC charged it with thirteen violations.",
    "In November 2023 Zhao Changpeng pleaded guilty and stepped down. Binance paid $4.3 billion in fines.",
    "He served four months in Lompoc, California, until 27 September 2024.",
    "He Yi was head of marketing at OKCoin, and everyone there ate donkey burgers for lunch.",
)


def passages(texts: tuple[str, ...] = STORY, title: str = "A story of exchanges") -> tuple[Passage, ...]:
    source = Source(title, "story.md")
    return tuple(
        Passage(source, text, line, ("A heading",), mentions, _own(mentions))
        for line, text in enumerate(texts, 1)
        for mentions in [tuple(resolve(text, events=ALIASES.event_dates))]
    )


def _own(mentions: tuple) -> PassageDate | None:  # type: ignore[type-arg]
    return PassageDate(mentions[0].date, mentions[0].basis) if mentions else None


def story(texts: tuple[str, ...] = STORY) -> Index:
    return Index.build(passages(texts), ALIASES)
