"""Sentences that two paragraphs share, as where a page ended, and questions apart from their answers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sentences import words_of
from bot.sources.line_joining import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.draft import Draft, Part

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


def with_broken_joined(parts: Sequence[Part], _: Draft) -> Iterator[Part]:
    """Parts in which a sentence that two paragraphs share is whole, and a question stands with its answer."""
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
