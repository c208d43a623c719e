"""German verbs whose first part stands at the end: "hörte … auf" is read as "aufgehört", as texts have it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.questions.word_forms.irregular_verbs import german_participle
from bot.search.query import Form, QueryWord
from bot.search.words.analysis import fold, term
from bot.sentences import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SECOND = 2  # a finite verb stands behind the word of asking, or behind that and a noun
FORM_WEIGHT = 0.8  # of the verb as it stands in a side clause ("aufhörte") against the participle
_LAST_WORD = re.compile(r"(\w+)\W*$")
_NOUN_LAST = re.compile(r"\b(?:d(?:as|er|ie|en|em)|ein(?:e[mnrs]?)?)\s+\w+\W*$", re.IGNORECASE)  # "das fest"
# Verbs that say nothing alone: "warum gab sie auf", but not "wann gab es …".
_LIGHT_VERB = re.compile(r"\W*\w+\s+(gab|gaben|gibt|kam|kamen|kommt)\b(?!\s+es\b)", re.IGNORECASE)
_FINITE_ENDING = re.compile(r"(?:e?te[nst]?|e?test|e?t|en|e)$")
_PARTICLES = words_of(
    "ab an auf aus bei ein fest frei hin her los mit nach nieder statt teil um vor weg zu zuruck zusammen"
    " online offline live pleite kaputt verloren"
)
_APART = words_of("online offline live pleite kaputt verloren")  # written apart from a participle
_STOOD = {"stand": "gestanden", "standen": "gestanden"}  # nouns, too, so that no table of verbs has them


def with_particles(words: Sequence[QueryWord], text: str, language: str | None) -> Sequence[QueryWord]:
    """The words of a question in German, its verb with the part of it that ends the question."""
    if language != "de" or _NOUN_LAST.search(text):
        return words
    words, last = _written_together(words), _LAST_WORD.search(text)
    if last is None or fold(last[1]) not in _PARTICLES:
        return words
    if light := _LIGHT_VERB.match(text):
        return [_joined(QueryWord(light[1], (), SECOND - 1), last[1]), *words]
    first = words[0] if words and words[0].place <= SECOND and words[0].typed.islower() else None
    if first is None:
        return words
    others = [word for word in words[1:] if word.typed != last[1]]  # "online" stands for itself, too
    return [_joined(first, last[1]), *others]


def _written_together(words: Sequence[QueryWord]) -> Sequence[QueryWord]:
    """The words, "online gegangen" as one: what tells of it is not that somebody went."""
    joined: list[QueryWord] = []
    for word in words:
        before = joined[-1] if joined else None
        follows = before is not None and before.place + 1 == word.place and fold(before.typed) in _APART
        if before and follows and word.typed.startswith("ge"):
            typed = before.typed + word.typed
            joined[-1] = replace(before, typed=typed, forms=(Form(term(typed)),), size=2, weight=word.weight)
        else:
            joined.append(word)
    return joined


def _joined(word: QueryWord, particle: str) -> QueryWord:
    """The participle of a verb with its first part, and the verb written together."""
    joined = particle + participle(word.typed)
    forms = (Form(term(joined)), Form(term(particle + word.typed), FORM_WEIGHT))
    return replace(word, typed=joined, forms=forms)


def participle(finite: str) -> str:
    """The participle of a German verb in the present or the past.

    >>> participle("hörte"), participle("arbeitete"), participle("fing")
    ('gehört', 'gearbeitet', 'gefangen')
    """
    folded = fold(finite)
    if irregular := german_participle(folded) or _STOOD.get(folded):
        return irregular
    stem = _FINITE_ENDING.sub("", finite) or finite
    return f"ge{stem}{'et' if stem.endswith(('t', 'd')) else 't'}"
