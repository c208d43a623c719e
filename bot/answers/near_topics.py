"""What is near a question that nothing answers: topics to look at, and the languages of the sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dates.languages import detect_language
from bot.questions.languages import language_of
from bot.questions.word_forms.concepts import LANGUAGES
from bot.search.words.analysis import fold
from bot.search.words.stopwords import ASKING, ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from bot.answers.answer import Refusal
    from bot.search.index import Index
    from bot.sources.source import Passage

MOST_TOPICS = 3
MOST_SAMPLES = 60  # passages that tell in which languages the sources are
_SCRIPTS = {
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f]"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "han": re.compile(r"[\u3400-\u9fff]"),
}
_SCRIPT_OF = {"ru": "cyrillic", "zh": "han"}
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading or a title, and the nearest passage under it."""

    name: str
    passage: Passage


def topics_near(refusal: Refusal) -> tuple[Topic, ...]:
    """The topics of the best hits for a question that is refused, the nearest first; up to three."""
    names: dict[str, Passage] = {}
    for hit in refusal.hits:
        names.setdefault(_name_of_topic(hit.passage), hit.passage)
    return tuple(Topic(name, passage) for name, passage in names.items())[:MOST_TOPICS]


def _name_of_topic(passage: Passage) -> str:
    """The nearest heading, with the title where the heading is a year or another number."""
    title, heading = passage.source.title, passage.headings[-1] if passage.headings else None
    if heading is None:
        return title
    return heading if _LETTER.search(heading) else f"{heading}: {title}"


def languages_instead(text: str, index: Index) -> tuple[str, ...]:
    """The languages of the sources (ISO 639-1) when a question is in one that none of them has."""
    letters = len(_LETTER.findall(text))
    scripts = {name for name, script in _SCRIPTS.items() if 2 * len(script.findall(text)) > letters}
    asked = _languages_asked(text, scripts)
    if not letters or any(language in asked for language in _languages(index)):
        return ()
    return tuple(dict.fromkeys(_languages(index)))


def _languages_asked(text: str, scripts: AbstractSet[str]) -> AbstractSet[str]:
    """The languages that a question may be in: by its words of grammar, else by its script."""
    if "latin" in scripts and (language := language_of(text) or _english(text)):
        return {language}
    return {language for language in LANGUAGES if _SCRIPT_OF.get(language, "latin") in scripts}


def _english(text: str) -> str | None:
    """English, where a question has words of its grammar."""
    words = (fold(word) for word in _WORD.findall(text))
    return "en" if any(word in ENGLISH or word in ASKING for word in words) else None


def _languages(index: Index) -> Iterator[str]:
    """The languages of passages from all over the sources, each looked at when it is asked for."""
    step = max(1, len(index.passages) // MOST_SAMPLES)
    for number in range(0, len(index.passages), step):
        yield detect_language(index.passages[number].text)
