"""Questions to try: golden ones that a library answers as its admin wants, else what its headings name."""

from __future__ import annotations

import re
import weakref
from itertools import islice
from typing import TYPE_CHECKING

from bot.answers import Answer
from bot.bounded_dict import BoundedDict
from bot.building.golden_check import is_answered
from bot.search.words.analysis import fold
from bot.search.words.commonness import rarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.library import Library
    from bot.publishing.live import LiveLibrary

MOST = 3
MOST_CHOICES = 50  # of sources and language, whose examples are kept
MOST_PASSAGES = 500  # that are looked through for headings
MOST_TRIED = 12  # headings
LONGEST_HEADING = 40  # characters
WORD = re.compile(r"[\u3400-\u9fff]+|[^\W\d_]{3,}")
CYRILLIC, HAN = re.compile("[а-яё]", re.IGNORECASE), re.compile(r"[\u3400-\u9fff]")


class Examples:
    """Finds them by asking, once for each library, choice of sources and language."""

    def __init__(self, live: LiveLibrary) -> None:
        self._live = live
        self._known: BoundedDict[tuple[frozenset[str], str], tuple[weakref.ref[Library], tuple[str, ...]]] = (
            BoundedDict(MOST_CHOICES)
        )

    def of(self, language: str = "en", hidden: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """Up to three questions answered now without the hidden files, those in a language first."""
        library, key = self._live.without(hidden), (hidden, language)
        library_then, examples = self._known.get(key, (None, ()))
        if library_then is None or library_then() is not library:
            golden = tuple(islice(_answered(library, language), MOST))
            examples = golden or tuple(islice(_of_headings(library), MOST))
            self._known[key] = (weakref.ref(library), examples)
        return examples

    def first(self, language: str = "en", hidden: frozenset[str] = frozenset()) -> str:
        """One of them, empty where there are none."""
        return next(iter(self.of(language, hidden)), "")


def _answered(library: Library, language: str) -> Iterator[str]:
    """The golden questions that have an answer, as they are asked for."""
    for row in sorted(library.golden, key=lambda row: _script(row.question) != language):
        if not row.refuse and is_answered(library, row):
            yield row.question


def _of_headings(library: Library) -> Iterator[str]:
    """Short headings as questions, in any language: "The Vistula flood?"; what stands there answers.

    Those with the rarest words first, and titles last: "Introduction" tells nobody what may be asked.
    """
    passages = [passage for passage in islice(library.index.passages, MOST_PASSAGES) if passage.headings]
    titles = {passage.source.title for passage in passages}
    names = dict.fromkeys(passage.headings[-1] for passage in passages)
    short = [name for name in names if len(name) <= LONGEST_HEADING and WORD.search(name)]
    for name in sorted(short, key=lambda name: (name in titles, -_rarity(name)))[:MOST_TRIED]:
        result = library.answer(f"{name}?", top=1)
        if isinstance(result, Answer) and result.date and name in result.passage.headings:
            yield f"{name}?"


def _rarity(heading: str) -> float:
    """How rare its rarest word is."""
    return max(rarity(fold(word)) for word in WORD.findall(heading))


def _script(text: str) -> str:
    """The language of the interface whose letters a text is written in."""
    if HAN.search(text):
        return "zh"
    return "ru" if CYRILLIC.search(text) else "en"
