"""Cutting a document into passages, each with the dates that its whole document gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dates import Block, date_passages, guess_style, resolve
from bot.sentences import sentences
from bot.sources.source import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.dates import HistoricalDate, Mention, Style
    from bot.sources.source import Document

LONGEST = 4_096  # characters: what Telegram shows in one message
FRAGMENT = 80  # characters: shorter, and without a sentence's end, a paragraph leads in the next one
SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]）」』*_]*$")


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a passage stands in its document: text[start:end], from line `line`, under `headings`."""

    start: int
    end: int
    line: int
    headings: tuple[str, ...]


def passages(document: Document, events: Mapping[str, HistoricalDate]) -> tuple[Passage, ...]:
    """The passages of a document in reading order; `events` are nicknames of dated events ("94")."""
    cuts = tuple(cut(document))
    spans = _spans(document, cuts)
    source = document.source
    mentions = resolve(
        document.text,
        written=source.published,
        style=source.style,
        language=source.language,
        events=events,
        blocks=spans,
    )
    dates = date_passages(document.text, spans, mentions, written=source.published, language=source.language)
    return tuple(
        Passage(
            source=source,
            text=document.text[one.start : one.end],
            line=one.line,
            headings=one.headings,
            mentions=inside,
            date=own,
        )
        for one, own, inside in zip(cuts, dates, _by_cut(cuts, mentions), strict=True)
    )


def style_of(document: Document) -> tuple[Style, bool]:
    """How a document tells time, and whether that is a guess because its head does not say."""
    source = document.source
    if source.style:
        return source.style, False
    spans = _spans(document, tuple(cut(document)))
    guess = guess_style(document.text, written=source.published, language=source.language, blocks=spans)
    return guess, True


def cut(document: Document) -> Iterator[Cut]:
    """Paragraphs, fragments joined with what they lead in and very long ones cut at sentence ends."""
    headings: list[tuple[int, str]] = []
    waiting: Cut | None = None
    for block in document.blocks:
        if block.level:
            if waiting:
                yield waiting
            waiting = None
            headings = [one for one in headings if one[0] < block.level]
            headings.append((block.level, " ".join(document.text[block.start : block.end].split())))
            continue
        one = _joined(waiting, block, tuple(text for _, text in headings))
        waiting = one if _is_fragment(document.text, one) else None
        if not waiting:
            yield from _pieces(document.text, one)
    if waiting:
        yield waiting


def _joined(before: Cut | None, block: Block, headings: tuple[str, ...]) -> Cut:
    if before:
        return Cut(before.start, block.end, before.line, headings)
    return Cut(block.start, block.end, block.line, headings)


def _is_fragment(text: str, one: Cut) -> bool:
    """A few words that end in no sentence, such as "He said:" or a list's first line."""
    return one.end - one.start < FRAGMENT and not SENTENCE_END.search(text[one.start : one.end])


def _pieces(text: str, one: Cut) -> Iterator[Cut]:
    """The passage itself, or about equal parts of one that is too long, each ending with a sentence."""
    if one.end - one.start <= LONGEST:
        yield one
        return
    parts = -(-(one.end - one.start) // LONGEST)
    wanted = (one.end - one.start) // parts
    start = end = one.start
    for first, last in _short_spans(text, one):
        if end > start and last - start > wanted:
            yield Cut(start, end, one.line + text.count("\n", one.start, start), one.headings)
            start = first
        end = last
    yield Cut(start, end, one.line + text.count("\n", one.start, start), one.headings)


def _short_spans(text: str, one: Cut) -> Iterator[tuple[int, int]]:
    """The sentences of a passage; one that is itself too long is cut where its words end."""
    for first, last in sentences(text[one.start : one.end]):
        start, end = one.start + first, one.start + last
        while end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            middle = space if space > 0 else start + LONGEST
            yield start, middle
            start = middle + (space > 0)
        if end > start:
            yield start, end


def _spans(document: Document, cuts: tuple[Cut, ...]) -> tuple[Block, ...]:
    """Headings and passages as the date resolver wants them, in reading order."""
    headings = [block for block in document.blocks if block.level]
    paragraphs = [Block(one.start, one.end, one.line) for one in cuts]
    return tuple(sorted([*headings, *paragraphs], key=lambda block: block.start))


def _by_cut(cuts: tuple[Cut, ...], mentions: list[Mention]) -> Iterator[tuple[Mention, ...]]:
    """For each passage the mentions in it, their spans counted from its own beginning; one pass over both."""
    at = 0
    for one in cuts:
        inside: list[Mention] = []
        while at < len(mentions) and mentions[at].start < one.end:
            if mentions[at].start >= one.start and mentions[at].end <= one.end:
                inside.append(mentions[at].moved(-one.start))
            at += 1
        yield tuple(inside)
