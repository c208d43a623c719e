"""Dates in texts: finding them, knowing what they mean within their document, saying them in words.

The way of a text through this package, a module a step:

1. `lexicons/en.py`, ...: the words of a language as data; `lexicon.py` says what a lexicon holds.
2. `western/`: the shapes in which European languages write dates, each a pattern with places for word
   classes and a reader for its match (`calendar_readers.py`, `relative_readers.py`). A language that writes
   otherwise brings its own shapes, as Chinese does in `eastern/`.
3. `finder.py`: one pattern of trigger words runs over the text, shapes are tried where it fires; out come
   expressions (`expression.py`): "4 September", "two days later", "that year". `day_month_order.py`
   decides which number of 4/9/2017 is the day; `nicknames.py` adds the names of dated events that an admin
   wrote down.
4. `block.py`: the headings, paragraphs, items and messages of a document, as whoever cut it hands them over;
   `surroundings.py`: the block, brackets, quotation and words around each expression; `layout.py`: what part
   it plays in its block.
5. `styles.py` guesses how the document tells time. `timeline.py` keeps what a reader has in mind,
   `digressions.py` says which dates leave it where it was. `resolver.py` gives each expression its date
   (`value.py`): `missing_years.py` the year of one that names none, `counting.py` what is counted from the
   narrative, `events.py` from an event, `deictics.py` from the day of writing, by the tense of the verb
   (`tense.py`).
6. `passage_dates.py`: one date for each passage, of its words or its section (`sections.py`); `wording.py`:
   dates in words; `parts_of_year.py`: the months that "early 2017" leaves open.

A new language is one file in `lexicons/`, which says how, and its name in `languages.py`.
What each rule brings prints `python -m tests.dates.ablation CORPUS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates.block import Block, BlockKind, title_number
from bot.dates.finder import expressions, plain_text
from bot.dates.languages import main_language
from bot.dates.layout import blocks_of
from bot.dates.mention import Basis, Mention, PassageDate, Style
from bot.dates.nicknames import known, merged
from bot.dates.parts_of_year import months_left_open
from bot.dates.passage_dates import date_of_sentence, date_passages
from bot.dates.resolver import mentions
from bot.dates.signs import signs_of
from bot.dates.styles import guessed_style
from bot.dates.surroundings import occurrences_of
from bot.dates.timeline import timeline_of
from bot.dates.value import Day, HistoricalDate, Point, Precision
from bot.dates.wording import say, say_basis

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.dates.expression import Expression
    from bot.dates.surroundings import Occurrence

__all__ = [
    "Basis",
    "Block",
    "BlockKind",
    "Day",
    "HistoricalDate",
    "Mention",
    "PassageDate",
    "Point",
    "Precision",
    "Style",
    "date_of_sentence",
    "date_passages",
    "find_dates",
    "guess_style",
    "months_left_open",
    "resolve",
    "say",
    "say_basis",
]
NO_EVENTS: Mapping[str, HistoricalDate] = {}


def resolve(  # noqa: PLR0913 - each names one thing that a document's head may say
    text: str,
    *,
    written: HistoricalDate | None = None,
    style: Style | None = None,
    language: str | None = None,
    events: Mapping[str, HistoricalDate] = NO_EVENTS,
    blocks: Sequence[Block] | None = None,
    document_date: PassageDate | None = None,
) -> list[Mention]:
    """All date mentions of a document, in order; a style that is not given is guessed.

    `document_date` dates all that nothing better does: a date in the document's title or its file's name.
    """
    plain = plain_text(text)
    spans = blocks_of(plain) if blocks is None else blocks
    main = main_language(plain, language)
    dates = merged(expressions(plain, spans, main), known(plain, events))
    if not dates:
        return []
    occurrences = list(occurrences_of(plain, spans, dates))
    style = style or _guessed(occurrences, spans, written, document_date, main)
    timeline = timeline_of(written, style, document_date, title_number(spans))
    resolved = mentions(plain, spans, occurrences, main, timeline)
    return resolved if plain == text else [mention.of(text) for mention in resolved]


def guess_style(
    text: str,
    *,
    written: HistoricalDate | None = None,
    language: str | None = None,
    blocks: Sequence[Block],
    document_date: PassageDate | None = None,
) -> Style:
    """The style that `resolve` takes for a document whose head says none."""
    plain, main = plain_text(text), main_language(text, language)
    occurrences = list(occurrences_of(plain, blocks, list(expressions(plain, blocks, main))))
    return _guessed(occurrences, blocks, written, document_date, main)


def _guessed(
    occurrences: Sequence[Occurrence[Expression]],
    blocks: Sequence[Block],
    written: HistoricalDate | None,
    document_date: PassageDate | None,
    language: str,
) -> Style:
    written = written or (document_date.date if document_date else None)
    paragraphs = sum(not block.level for block in blocks)
    return guessed_style(occurrences, paragraphs, written, signs_of(language))


def find_dates(
    text: str,
    *,
    language: str | None = None,
    events: Mapping[str, HistoricalDate] = NO_EVENTS,
    today: HistoricalDate | None = None,
) -> list[Mention]:
    """The dates that a question names, without a context."""
    return resolve(text, written=today, style=Style.NEWS if today else None, language=language, events=events)
