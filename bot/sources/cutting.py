"""Where the passages of a document begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sentences import sentences
from bot.sources.bare_headings import with_bare_headings_as_items
from bot.sources.dated_lines import is_date_alone, is_entry
from bot.sources.prose import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.dates import Block
    from bot.sources.source import Document, Place

LONGEST = 4_096  # characters: what Telegram shows in one message
FRAGMENT = 80  # characters: shorter, and without a sentence's end, a paragraph leads in the next one
DATED_NAME = re.compile(r"[(（\[][^()（）\[\]\n]{0,40}\d{4}[)）\]]$")  # "Release 3.0 (May 1950)"
LONGEST_CLOSING = 40  # characters of a last fragment
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
        """The offset of its first character in the text of the document."""
        return self.block.start

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.block.end

    @property
    def line(self) -> int:
        """The line of the file that it begins on, from 1."""
        return self.block.line


@dataclass(frozen=True, slots=True)
class CutDocument:
    """The headings of a document, and where its passages stand, both in reading order."""

    headings: tuple[Block, ...]
    cuts: tuple[Cut, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Headings and passages, in reading order."""
        return tuple(
            sorted([*self.headings, *(piece.block for piece in self.cuts)], key=lambda block: block.start)
        )


def cut(document: Document) -> CutDocument:
    """A document cut into paragraphs, items and rows.

    Fragments are joined with what they lead in; what is longer than `LONGEST` is cut at sentence ends.
    """
    blocks = tuple(with_bare_headings_as_items(document))
    headings = tuple(block for block in blocks if block.level)
    return CutDocument(headings, tuple(_with_closing_joined(document.text, _cuts(document, blocks))))


def _with_closing_joined(text: str, cuts: Iterable[Cut]) -> Iterator[Cut]:
    """Cuts in which a last fragment that leads in nothing, such as a signature, ends what stands above it."""
    before: Cut | None = None
    for piece in cuts:
        if before and _closes(text, before, piece):
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


def _cuts(document: Document, blocks: Sequence[Block]) -> Iterator[Cut]:
    """The pieces of a document; `blocks` are its own, bare headings that tell something as items."""
    headings: list[tuple[int, str]] = []
    waiting: Cut | None = None  # a fragment, until it shows what it leads in
    places = document.places or (None,) * len(document.blocks)
    rows = zip(document.blocks, blocks, places, strict=True)
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


def _may_lead_in(text: str, fragment: Block, block: Block) -> bool:
    """Whether a fragment is shown with what follows it: a paragraph that is no dated entry of its own."""
    if not block.kind is fragment.kind is BlockKind.PARAGRAPH:
        return False
    first, _, rest = text[fragment.start : fragment.end].partition("\n")
    if rest and is_date_alone(first) and is_date_alone(text[block.start : block.end]):
        return False  # "1921", "A boat came", "1925", "It sank": another entry
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
