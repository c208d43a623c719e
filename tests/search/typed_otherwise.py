"""What right answers to real questions are lost when the questions are typed otherwise.

    python -m tests.search.typed_otherwise DIR ...

DIR holds docs/NAME/ and questions/NAME.yaml (see real_questions.py). The English questions are asked in other
forms, and with a typing error in a word; all are asked in a row in private, in any order. It prints how many
of the right passages are not shown any more.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answers import Answer, Quotation, answer
from bot.browsing.chronology import Chronology
from bot.building.build import build
from bot.conversation.conversation import Conversation
from bot.questions.query_words import is_stop
from tests.search.real_questions import real_questions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.conversation.subject import Subject
    from bot.library import Library
    from tests.search.real_questions import RealQuestion

TODAY = date(2026, 11, 27)
ENGLISH = re.compile(r"\b(?:when|who|what|where|why|how|did|was|is|the)\b")
TELLING = re.compile(r"[^\W\d_]{5,}")  # a word that a typing error is made in
FORMS = (
    "{}???", "hey, {}", "btw {}", "does anyone know {}", "asking for a friend: {}", "🙏 {} 😅", "1. {}",
    "{} lol", "{}, not sure", "{} idk", "{} hello?", "{} #askingforafriend", "{} in our history?",
    "{} asking because my cousin wants to know", "I was talking with an old friend about the good days. {}",
)  # fmt: skip
BEGINNINGS = ("wen", "whne", "when tf", "roughly when", "when exactly")
GUESSES = ("{} was it 2018?", "{}, i think it was 2018", "{}, exact date?")


def main(folders: Sequence[str]) -> int:
    lost: dict[str, Counter[bool]] = {}
    for folder in map(Path, folders):
        rows: dict[str, list[RealQuestion]] = {}
        for question in real_questions(folder):
            rows.setdefault(question.document, []).append(question)
        for document, questions in rows.items():
            library = build(folder / "docs" / document)
            _count_forms(library, [row for row in questions if row.is_answerable], lost)
            _count_row(library, questions, lost)
    for form, counts in lost.items():
        share = 100 * counts[True] / counts.total()
        print(f"{share:5.1f} % of {counts.total():5,} lost: {form}")
    return 0


def _count_forms(library: Library, questions: Sequence[RealQuestion], lost: dict[str, Counter[bool]]) -> None:
    for question in questions:
        if not question.text.isascii() or not ENGLISH.search(question.text):
            continue
        if not _is_shown(question, answer(question.text, library.index)):
            continue
        for form, text in _typed(question.text).items():
            is_shown = _is_shown(question, answer(text, library.index))
            lost.setdefault(form, Counter())[not is_shown] += 1


def _typed(text: str) -> dict[str, str]:
    """A question in all forms, by their names."""
    typed = {form: form.format(text) for form in FORMS} | {"IN CAPITALS": text.upper()}
    if text.startswith("when "):
        typed |= {form: form.format(text) for form in GUESSES}
        typed |= {beginning: f"{beginning}{text.removeprefix('when')}" for beginning in BEGINNINGS}
    return typed | _misspelt(text)


def _misspelt(text: str) -> dict[str, str]:
    """A question with an error in one of its telling words, by the kind of error."""
    words = [word for word in TELLING.finditer(text) if not is_stop(word[0])]
    if not words:
        return {}
    chance = random.Random(text)
    word = chance.choice(words)
    at = word.start() + chance.randrange(1, len(word[0]) - 1)
    slips: dict[str, Callable[[], str]] = {
        "two letters swapped": lambda: text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        "a letter left out": lambda: text[:at] + text[at + 1 :],
        "a letter typed twice": lambda: text[:at] + text[at] + text[at:],
        "another letter": lambda: text[:at] + chance.choice("aeioutsnr") + text[at + 1 :],
    }
    return {kind: typed for kind, slip in slips.items() if (typed := slip()) != text}


def _count_row(library: Library, questions: Sequence[RealQuestion], lost: dict[str, Counter[bool]]) -> None:
    chronology = Chronology.of(library)
    conversation = Conversation(library, lambda: chronology)
    subject: Subject | None = None
    for question in random.Random(questions[0].document).sample(questions, len(questions)):
        alone = conversation.respond(question.text, today=TODAY)
        response = conversation.respond(question.text, subject, today=TODAY)
        subject = response.subject
        if _is_shown(question, alone.result):
            lost.setdefault("in a row", Counter())[not _is_shown(question, response.result)] += 1


def _is_shown(question: RealQuestion, result: object) -> bool:
    """Whether the right passage is shown, with whatever date."""
    if not question.is_answerable or not isinstance(result, Answer | Quotation):
        return False
    return all(re.search(must, result.passage.text, re.IGNORECASE) for must in question.must)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
