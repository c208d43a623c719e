"""Dates of passages, written with marks: a question's words in square brackets, the date in angle ones."""

from __future__ import annotations

import re

from bot.answers.matching import DateCandidate, MatchedPassage, WordMatch
from bot.dates import Basis, HistoricalDate, Mention
from bot.search.query import Form, Query, QueryWord

_MARK = re.compile(r"\[(?P<word>[^\]]+)\]|<(?P<date>[^>]+)>")


def marked(
    text: str,
    query: Query | None = None,
    *,
    date: str = "2017",
    rivals: int = 0,
    basis: Basis = Basis.EXPLICIT,
) -> DateCandidate:
    """The date of a passage of one sentence; every word in brackets stands once in the question and counts 1.

    Without a date in angle brackets it is the passage's own.
    """
    plain, done, mention = "", 0, None
    matches: list[WordMatch] = []
    for mark in _MARK.finditer(text):
        plain += text[done : mark.start()]
        start, done = len(plain), mark.end()
        plain += mark["word"] or mark["date"]
        if mark["word"]:
            matches.append(WordMatch(start, len(plain), len(matches), 1.0))
        else:
            mention = Mention(start, len(plain), mark["date"], HistoricalDate.parse(date), basis)
    plain += text[done:]
    words = tuple(
        QueryWord(plain[m.start : m.end], (Form(plain[m.start : m.end].casefold()),), m.word) for m in matches
    )
    whole = (0, len(plain))
    asked = query or Query(text="", words=words)
    passage = MatchedPassage(asked, plain, (whole,), matches, {}, float(len(matches) or 1))
    return DateCandidate(passage, HistoricalDate.parse(date), basis, mention, whole, whole, rivals)
