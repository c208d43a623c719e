"""Cutting a document into passages, each with the dates that its whole document gives it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind, date_passages, guess_style, resolve
from bot.sentences import sentences
from bot.sources.dated_lines import is_entry, tells_date
from bot.sources.prose import SENTENCE_END, WORD
from bot.sources.source import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.dates import Block, HistoricalDate, Mention, Style
    from bot.sources.source import Document, Place

LONGEST = 4_096  # characters: what Telegram shows in one message
FRAGMENT = 80  # characters: shorter, and without a sentence's end, a paragraph leads in the next one
DATED_NAME = re.compile(r"[(（\[][^()（）\[\]\n]{0,40}\d{4}[)）\]]$")  # "Release 3.0 (May 1950)"
LONGEST_CLOSING = 40  # characters of a last fragment
FEWEST_BARE, MANY_BARE = 2, 0.3  # headings with nothing under them that make a list, of those of their level
SENTENCE = 20  # characters of a heading that is a sentence, at least
DIGIT = re.compile(r"\d")
LEADS_ON = (":", "：")


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a passage stands in its document, and the headings that it stands under, outermost first."""

    block: Block
    headings: tuple[str, ...]
    place: Place | None = None

    @property
    def start(self) -> int:
        return self.block.start

    @property
    def end(self) -> int:
        return self.block.end

    @property
    def line(self) -> int:
        return self.block.line


def passages(document: Document, events: Mapping[str, HistoricalDate]) -> tuple[Passage, ...]:
    """The passages of a document in reading order; `events` are nicknames of dated events ("94")."""
    cuts = tuple(cut(document))
    spans = _spans(document, cuts)
    source = document.source
    mentions = resolve(
        document.text,
        written=document.written,
        style=source.style,
        language=source.language,
        events=events,
        blocks=spans,
        opening=document.opening,
    )
    dated = date_passages(
        document.text,
        spans,
        mentions,
        written=document.written,
        language=source.language,
        opening=document.opening,
    )
    return tuple(
        Passage(
            source=source,
            text=document.text[piece.start : piece.end],
            line=piece.line,
            headings=piece.headings,
            mentions=inside,
            date=own,
            context=piece.block.context,
            place=piece.place,
        )
        for piece, own, inside in zip(cuts, dated.dates, _by_cut(cuts, dated.mentions), strict=True)
    )


def style_of(document: Document) -> tuple[Style, bool]:
    """How a document tells time, and whether that is a guess because its head does not say."""
    source = document.source
    if source.style:
        return source.style, False
    spans = _spans(document, tuple(cut(document)))
    guess = guess_style(
        document.text,
        written=document.written,
        language=source.language,
        blocks=spans,
        opening=document.opening,
    )
    return guess, True


def cut(document: Document) -> Iterator[Cut]:
    """Paragraphs, items, rows; fragments joined with what they lead in, long ones cut at sentence ends.

    A last fragment that leads in nothing, such as a signature, is shown with what stands above it.
    """
    before: Cut | None = None
    for piece in _cuts(document):
        if before and _closes(document.text, before, piece):
            before = replace(before, block=replace(before.block, end=piece.end))
            continue
        if before:
            yield before
        before = piece
    if before:
        yield before


def _closes(text: str, above: Cut, fragment: Cut) -> bool:
    """Whether a fragment without a date only ends the paragraph above it."""
    if not above.block.kind is fragment.block.kind is BlockKind.PARAGRAPH:
        return False
    words = text[fragment.start : fragment.end]
    is_beside = above.headings == fragment.headings and above.place == fragment.place
    is_short = fragment.end - above.start <= LONGEST and len(words) <= LONGEST_CLOSING
    is_plain = not (DIGIT.search(words) or words.endswith(LEADS_ON))
    return is_beside and is_short and is_plain and _is_fragment(text, fragment.block)


def _cuts(document: Document) -> Iterator[Cut]:
    headings: list[tuple[int, str]] = []
    waiting: Cut | None = None  # a fragment, until it shows what it leads in
    places = document.places or (None,) * len(document.blocks)
    rows = zip(document.blocks, _with_bare_headings(document), places, strict=True)
    for written, block, place in rows:
        if waiting and not _may_lead_in(document.text, waiting.block, block):
            if not _introduces(document.text, waiting.block, block):
                yield waiting
            waiting = None
        if written.level:
            headings = [heading for heading in headings if heading[0] < written.level]
        if block.level:
            headings.append((block.level, " ".join(document.text[block.start : block.end].split())))
            continue
        piece = Cut(_joined(waiting, block), tuple(text for _, text in headings), place)
        waiting = piece if _is_fragment(document.text, piece.block) else None
        if not waiting:
            yield from _pieces(document.text, piece)
    if waiting:
        yield waiting


def _with_bare_headings(document: Document) -> Iterator[Block]:
    """The blocks, headings that tell something by themselves as items.

    Nothing stands under them, and they name a date ("## 1.0.0 - 2017-05-04"), are sentences, or there are
    several of their level, as of a list whose pictures are gone.
    """
    blocks = document.blocks
    below = [*[block.level for block in blocks[1:]], 1]
    bare = {n for n in range(1, len(blocks)) if 0 < below[n] <= blocks[n].level}
    levels = Counter(block.level for block in blocks)
    lists = {
        level
        for level, many in Counter(blocks[n].level for n in bare).items()
        if many >= max(FEWEST_BARE, levels[level] * MANY_BARE)
    }
    for number, block in enumerate(blocks):
        text = document.text[block.start : block.end]
        if number in bare and _tells(text, is_of_list=block.level in lists):
            yield replace(block, level=0, kind=BlockKind.ITEM)
        else:
            yield block


def _tells(heading: str, *, is_of_list: bool) -> bool:
    is_sentence = len(heading) >= SENTENCE and SENTENCE_END.search(heading)
    return bool(is_sentence or (is_of_list and WORD.search(heading))) or tells_date(heading)


def _may_lead_in(text: str, fragment: Block, block: Block) -> bool:
    """Whether a fragment is shown with what follows it: a paragraph that is no dated entry of its own."""
    if not block.kind is fragment.kind is BlockKind.PARAGRAPH:
        return False
    return text[fragment.start : fragment.end].endswith(LEADS_ON) or not is_entry(
        text[block.start : block.end]
    )


def _joined(before: Cut | None, block: Block) -> Block:
    return replace(block, start=before.start, line=before.line) if before else block


def _is_fragment(text: str, block: Block) -> bool:
    """A few words that end in no sentence, such as "He said:" or a list's first line."""
    if block.end - block.start >= FRAGMENT:
        return False
    words = text[block.start : block.end]
    if block.kind is BlockKind.PARAGRAPH:
        is_dated = DATED_NAME.search(words) is not None
        return not (SENTENCE_END.search(words) or is_dated or is_entry(words))
    return block.kind is BlockKind.ITEM and words.endswith(LEADS_ON)


def _introduces(text: str, fragment: Block, block: Block) -> bool:
    """Whether a fragment only leads in a list, whose items all carry it as their context."""
    words = text[fragment.start : fragment.end]
    return words.endswith(LEADS_ON) and words in block.context.split("\n")


def _pieces(text: str, whole: Cut) -> Iterator[Cut]:
    """The passage itself, or about equal parts of one that is too long, each ending with a sentence."""
    if whole.end - whole.start <= LONGEST:
        yield whole
        return
    parts = -(-(whole.end - whole.start) // LONGEST)
    wanted = (whole.end - whole.start) // parts
    start = end = whole.start
    for first, last in _short_spans(text, whole):
        if end > start and last - start > wanted:
            yield replace(whole, block=replace(whole.block, start=start, end=end))
            start = first
        end = last
    yield replace(whole, block=replace(whole.block, start=start, end=end))


def _short_spans(text: str, whole: Cut) -> Iterator[tuple[int, int]]:
    """The sentences of a passage; one that is itself too long is cut where its words end."""
    for first, last in sentences(text[whole.start : whole.end]):
        start, end = whole.start + first, whole.start + last
        while end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            middle = space if space > 0 else start + LONGEST
            yield start, middle
            start = middle + (space > 0)
        if end > start:
            yield start, end


def _spans(document: Document, cuts: tuple[Cut, ...]) -> tuple[Block, ...]:
    """Headings and passages as the date resolver wants them, in reading order."""
    headings = [block for block in _with_bare_headings(document) if block.level]
    return tuple(sorted([*headings, *(piece.block for piece in cuts)], key=lambda block: block.start))


def _by_cut(cuts: tuple[Cut, ...], mentions: list[Mention]) -> Iterator[tuple[Mention, ...]]:
    """For each passage the mentions in it, their spans counted from its own beginning; one pass over both."""
    at = 0
    for piece in cuts:
        inside: list[Mention] = []
        while at < len(mentions) and mentions[at].start < piece.end:
            if mentions[at].start >= piece.start and mentions[at].end <= piece.end:
                inside.append(mentions[at].moved(-piece.start))
            at += 1
        yield tuple(inside)
