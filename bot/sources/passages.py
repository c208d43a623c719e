"""The passages of a document, each with the dates that its whole document gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates import date_passages, guess_style, resolve
from bot.sources.cutting import cut
from bot.sources.source import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.dates import HistoricalDate, Mention, PassageDate, Style
    from bot.sources.cutting import Cut
    from bot.sources.source import Document


def passages(document: Document, events: Mapping[str, HistoricalDate]) -> tuple[Passage, ...]:
    """The passages of a document in reading order; `events` are nicknames of dated events ("94")."""
    pieces = cut(document)
    blocks = pieces.blocks
    source = document.source
    mentions = resolve(
        document.text,
        written=document.written,
        style=source.style,
        language=source.language,
        events=events,
        blocks=blocks,
        document_date=document.date,
    )
    dated = date_passages(
        document.text,
        blocks,
        mentions,
        written=document.written,
        language=source.language,
        document_date=document.date,
    )
    rows = zip(pieces.cuts, dated.dates, _by_cut(pieces.cuts, dated.mentions), strict=True)
    return tuple(_passage(document, piece, own, inside) for piece, own, inside in rows)


def _passage(
    document: Document, piece: Cut, date: PassageDate | None, mentions: tuple[Mention, ...]
) -> Passage:
    return Passage(
        source=document.source,
        text=document.text[piece.start : piece.end],
        line=piece.line,
        headings=piece.headings,
        mentions=mentions,
        date=date,
        context=piece.block.context,
        place=piece.place,
    )


def style_of(document: Document) -> tuple[Style, bool]:
    """How a document tells time, and whether that is a guess because its head does not say."""
    source = document.source
    if source.style:
        return source.style, False
    guess = guess_style(
        document.text,
        written=document.written,
        language=source.language,
        blocks=cut(document).blocks,
        document_date=document.date,
    )
    return guess, True


def _by_cut(cuts: Sequence[Cut], mentions: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """For each passage the mentions in it, their spans counted from its own beginning; one pass over both."""
    at = 0
    for piece in cuts:
        inside: list[Mention] = []
        while at < len(mentions) and mentions[at].start < piece.end:
            if mentions[at].start >= piece.start and mentions[at].end <= piece.end:
                inside.append(mentions[at].moved(-piece.start))
            at += 1
        yield tuple(inside)
