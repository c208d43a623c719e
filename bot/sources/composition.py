"""A draft into a document: its title, its text as a reader sees it, and the blocks over it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import Block, BlockKind
from bot.sentences import words_of
from bot.sources.datelines import with_dated_headings
from bot.sources.dates_over_lists import with_dates_over_lists
from bot.sources.forum_posts import with_posts_as_messages
from bot.sources.labelled_values import with_labelled_values
from bot.sources.lines import is_date_alone, joined
from bot.sources.page_breaks import without_page_breaks
from bot.sources.prose import SENTENCE_END
from bot.sources.source import Document, Source, TitleOrigin
from bot.sources.teasers import without_teasers
from bot.sources.titles import opening_of, title_of
from bot.sources.typed_items import with_typed_items
from bot.sources.writing_date import record_opening, writing_date

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence

    from bot.sources.draft import Draft, Part

REFERENCES = "references"
CONTENTS = "tables of contents"
LINKS = "links alone"
SHORTEST_BROKEN = 60  # characters of a paragraph that a page's end may have broken
GOES_ON_BEHIND = words_of(
    """
    a an the and or but of in on at to for with by from as that which who whose is was were be had has not
    der die das den dem des ein eine einen und oder von im am zu zum zur mit für bei auf an
    el la los las un una unos y o de del en con por para que se su
    и в на с по для от из к о не
    """
)
ANSWERS = {
    "q": "a", "question": "answer", "f": "a", "frage": "antwort", "p": "r", "pregunta": "respuesta",
    "в": "о", "вопрос": "ответ", "问": "答", "問": "答",
}  # fmt: skip
ASKED = re.compile(rf"({'|'.join(ANSWERS)})[ ]?\d{{0,2}}[ ]?[:：.)][ ]?\S", re.IGNORECASE)
ANSWERED = re.compile(
    rf"({'|'.join(sorted(set(ANSWERS.values())))})[ ]?\d{{0,2}}[ ]?[:：.)][ ]?\S", re.IGNORECASE
)
OPEN_SENTENCE = re.compile(r"[^\W\d_][,;\-\u2010]$")
LAST_WORD = re.compile(r"[^\W\d_]+$")
LONGEST_CONTEXT = 200  # characters of each line that introduces something
FEW_WORDS = 4  # of a paragraph that is only a link: "Read more", "Back to the top"
WORD = re.compile(r"\w")
REFERENCE_HEADING = re.compile(
    r"""
    (?:\d+(?:\.\d+)*\.?\s+)?
    (?: references?(?:\s+and\s+(?:notes|further\s+reading|links))? | notes(?:\s+and\s+references)?
      | footnotes | citations | works\s+cited | bibliography | further\s+reading | external\s+links
      | see\s+also | related\s+links
      | einzelnachweise | quellen | weblinks | literatur | fußnoten | siehe\s+auch
      | referencias | bibliografía | enlaces\s+externos | véase\s+también | notas
      | примечания | литература | ссылки | источники | см\.\s+также
      | 参考文献 | 参考资料 | 參考資料 | 參考文獻 | 外部链接 | 外部連結 | 注释 | 註釋
      | 参见 | 參見 | 延伸阅读 | 引用
    )\s*:?
    """,
    re.VERBOSE | re.IGNORECASE,
)
CONTENTS_HEADING = re.compile(
    r"(?:table of )?contents|toc|on this page|inhalt(?:sverzeichnis)?|índice|contenido"
    r"|содержание|оглавление|目录|目錄",
    re.IGNORECASE,
)


def compose(draft: Draft, file: str, form: str) -> Document:
    """The document of a draft; `form` is the name of its format."""
    pages = without_page_breaks(draft.parts, draft.left_out)
    whole = list(_with_broken_joined(_worth_reading(pages, draft.left_out)))
    whole = list(without_teasers(whole, draft.left_out))
    posts = with_posts_as_messages(list(with_labelled_values(whole)))
    parts = with_dated_headings(posts, draft.facts.language)
    title, origin = title_of(draft.facts, parts, file)
    if origin is TitleOrigin.LINE:
        parts = parts[1:]
    parts = with_typed_items(list(with_dates_over_lists(parts)))
    facts, opening = draft.facts, opening_of(title, origin, file, draft.facts.published)
    written = writing_date(parts, title, opening, facts.published) or facts.published
    opening = record_opening(parts, title, opening, facts.published) or opening
    text, blocks = _laid_out(_introduced(parts))
    source = Source(
        title=title,
        file=file,
        url=facts.url,
        author=facts.author,
        publisher=facts.publisher,
        published=facts.published,
        language=facts.language,
        style=facts.style,
        aliases=facts.aliases,
    )
    places = tuple(part.place for part in parts) if any(part.place for part in parts) else ()
    left_out = tuple((kind, many) for kind, many in draft.left_out.most_common() if many > 0)
    return Document(source, text, blocks, places, opening, origin, form, left_out, written)


def _worth_reading(parts: Iterable[Part], left_out: Counter[str]) -> Iterator[Part]:
    """Parts without lists of references and contents, links that only lead elsewhere, and marks alone."""
    parts = (part for part in parts if part.kind is BlockKind.MESSAGE or WORD.search(part.text))
    skipped = 0  # level of the heading over what is left out, 0 for none
    kind = REFERENCES
    for part in parts:
        if part.kind is BlockKind.HEADING and (not skipped or part.level <= skipped):
            kind = CONTENTS if CONTENTS_HEADING.fullmatch(part.text) else REFERENCES
            is_left_out = kind == CONTENTS or REFERENCE_HEADING.fullmatch(part.text)
            skipped = part.level if is_left_out else 0
        if skipped:
            left_out[kind] += len(part.text)
        elif _only_leads_elsewhere(part):
            left_out[LINKS] += len(part.text)
        else:
            yield part


def _only_leads_elsewhere(part: Part) -> bool:
    """Whether it is a link of few words; those of timelines are dates over what was then."""
    is_short = part.is_link and part.kind is BlockKind.PARAGRAPH and len(part.text.split()) <= FEW_WORDS
    return is_short and not is_date_alone(part.text)


def _with_broken_joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Parts in which a question stands with its answer, and a sentence that two paragraphs share is whole.

    It may be broken where a page ended.
    """
    before: Part | None = None
    for part in parts:
        if before and _goes_on(before, part):
            is_asked = ASKED.match(before.text) and ANSWERED.match(part.text)
            text = f"{before.text}\n{part.text}" if is_asked else joined([before.text, part.text])
            before = replace(before, text=text)
            continue
        if before:
            yield before
        before = part
    if before:
        yield before


def _goes_on(before: Part, part: Part) -> bool:
    """Whether a paragraph of long lines ends amid a sentence that the next one ends."""
    if not before.kind is part.kind is BlockKind.PARAGRAPH or before.place != part.place:
        return False
    asked, answered = ASKED.match(before.text), ANSWERED.match(part.text)
    if asked and answered and "\n" not in before.text:
        return ANSWERS[asked[1].lower()] == answered[1].lower()
    last = LAST_WORD.search(before.text)
    is_open = last[0] in GOES_ON_BEHIND if last else OPEN_SENTENCE.search(before.text) is not None
    is_open = is_open and "\n" not in before.text
    return is_open and len(before.text) >= SHORTEST_BROKEN and part.text[:1].islower() and not part.is_link


def _introduced(parts: Sequence[Part]) -> Iterator[Part]:
    """Items and rows with the line that introduces their list as context, nested ones with those above."""
    introduction = ""
    above: list[tuple[int, str]] = []  # the items that the next one may stand under, with their depths
    for part in parts:
        if part.kind in {BlockKind.ITEM, BlockKind.ROW}:
            above = [(depth, text) for depth, text in above if depth < part.depth]
            lines = [introduction, *(text for _, text in above), part.context]
            yield replace(part, context="\n".join(filter(None, lines)))
            above.append((part.depth, _clipped(part.text)))
        else:
            introduction, above = _introduction(part), []
            yield part


def _introduction(part: Part) -> str:
    """What of a paragraph introduces a list that follows: its last line, unless that is a whole sentence."""
    if part.kind is not BlockKind.PARAGRAPH:
        return ""
    line = part.text.rsplit("\n", 1)[-1]
    if SENTENCE_END.search(line):
        return ""
    return _clipped(re.split(r"(?<=[.!?。！？])\s+", line)[-1], from_end=True)


def _clipped(text: str, *, from_end: bool = False) -> str:
    line = " ".join(text.split())
    return line[-LONGEST_CONTEXT:] if from_end else line[:LONGEST_CONTEXT]


def _laid_out(parts: Iterable[Part]) -> tuple[str, tuple[Block, ...]]:
    """The text, items and rows on lines of their own, all else between blank ones; and its blocks."""
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    before: Part | None = None
    for part in parts:
        is_close = (
            before is not None and before.kind is part.kind and part.kind in {BlockKind.ITEM, BlockKind.ROW}
        )
        gap = "" if before is None else "\n" if is_close else "\n\n"
        pieces += (gap, part.text)
        start = at + len(gap)
        at = start + len(part.text)
        blocks.append(
            Block(start, at, part.line, part.level, part.kind, part.depth, part.stamp, part.context)
        )
        before = part
    return "".join(pieces), tuple(blocks)
