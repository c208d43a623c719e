"""What each rule of the date resolver brings, measured on annotated texts with the rule switched off.

    python -m tests.dates.ablation CORPUS [--style narrative|news|log]

CORPUS holds a JSON object a line: `{"id", "text", "dct" (EDTF), "timexes": [[start, end, type, value], ...]}`
with TIMEX values such as 1943-SU. A row says what is lost without the rule: right dates of all, of those
without a year of their own, and wrong dates that appear, in dates of the corpus.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.dates import HistoricalDate, Style, digressions, missing_years, resolve
from bot.dates.finder import finder
from bot.dates.lexicon import NEVER
from bot.dates.lexicons import en
from bot.dates.signs import signs_of
from bot.dates.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from bot.dates import Day, Mention

SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36"}
PART = re.compile(
    r"\b(?:early|late|mid|beginning|start|end|middle|first|second|latter|half)\b", re.IGNORECASE
)
SIGNS = (  # of a lexicon
    "side", "back", "earlier_past", "label", "numbered", "named", "any_day",
    "future", "deadline", "past_tense",
)  # fmt: skip
CLASSES = ("counted", "kind", "circa", "part", "not_how_long", "bare_season")  # of words


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated date: text[start:end] and the stretch it means."""

    start: int
    end: int
    first: Day
    last: Day
    is_yearless: bool
    is_part: bool  # "early 1917" may also be given as the first months


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with its annotated dates."""

    text: str
    written: HistoricalDate | None
    gold: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many annotated dates were given their value, and how many dates given have none of them."""

    right: int
    yearless_right: int
    wrong: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table, the most useful rule first."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("corpus", type=Path)
    cli.add_argument("--style", type=Style, default=Style.NARRATIVE)
    chosen = cli.parse_args(arguments)
    corpus = [_text(json.loads(line)) for line in chosen.corpus.read_text(encoding="utf-8").splitlines()]
    whole = score(corpus, chosen.style)
    lost = []
    for name, off in rules():
        with off:
            lost.append((name, score(corpus, chosen.style)))
    lost.sort(key=lambda row: (row[1].right, -row[1].wrong))
    dates = [gold for text in corpus for gold in text.gold]
    _print(f"{len(dates)} dates, {sum(gold.is_yearless for gold in dates)} of them without a year; {whole}")
    _print(f"{'without':34}  {'all':>5}  {'year-less':>9}  {'wrong':>5}")
    for name, row in lost:
        _print(
            f"{name:34}  {row.right - whole.right:5}  {row.yearless_right - whole.yearless_right:9}"
            f"  {row.wrong - whole.wrong:+5}"
        )
    return 0


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def rules() -> Iterator[tuple[str, AbstractContextManager[None]]]:
    """Each rule's name and how it is switched off."""
    for rule in digressions.DIGRESSIONS:
        rest = tuple(other for other in digressions.DIGRESSIONS if other is not rule)
        yield f"digression: {_named(rule)}", _patched(digressions, DIGRESSIONS=rest)
    for number, year in enumerate(missing_years.YEARS):
        rest_of_years = (*missing_years.YEARS[:number], *missing_years.YEARS[number + 1 :])
        yield f"year: {_named(year)}", _patched(missing_years, YEARS=rest_of_years)
    yield "timeline: the year of a heading", _patched(Timeline, enter=lambda self, scene: None)
    for reader in dict.fromkeys(shape.read for shape in en.LEXICON.shapes):
        kept = tuple(shape for shape in en.LEXICON.shapes if shape.read is not reader)
        yield f"shape: {_named(reader)}", _patched(en, LEXICON=replace(en.LEXICON, shapes=kept))
    for sign in SIGNS:
        changed: dict[str, Any] = {sign: NEVER}
        yield f"sign: {sign}", _patched(en, LEXICON=replace(en.LEXICON, **changed))
    for name in CLASSES:
        places = en.LEXICON.places | {name: NEVER if name != "not_how_long" else ""}  # type: ignore[operator]
        yield f"words: {name}", _patched(en, LEXICON=replace(en.LEXICON, places=places))


def _named(rule: Callable[..., object]) -> str:
    return rule.__name__.replace("_", " ")


@contextmanager
def _patched(where: object, **changes: object) -> Iterator[None]:
    """Something of ours replaced for a while, what was compiled from it made anew."""
    before = {name: getattr(where, name) for name in changes}
    try:
        _set(where, changes)
        yield
    finally:
        _set(where, before)


def _set(where: object, values: dict[str, object]) -> None:
    for name, value in values.items():
        setattr(where, name, value)
    finder.cache_clear()
    signs_of.cache_clear()


def score(corpus: Sequence[AnnotatedText], style: Style) -> Score:
    """The resolver's dates against the annotated ones."""
    right = yearless = wrong = 0
    for text in corpus:
        mentions = resolve(text.text, written=text.written, style=style, language="en")
        used: set[Mention] = set()
        for gold in text.gold:
            agreeing = [
                mention for mention in mentions if _overlaps(mention, gold) and _agrees(mention.date, gold)
            ]
            used.update(agreeing)
            right += bool(agreeing)
            yearless += bool(agreeing) and gold.is_yearless
        wrong += len(mentions) - len(used)
    return Score(right, yearless, wrong)


def _overlaps(mention: Mention, gold: Gold) -> bool:
    return mention.start < gold.end and gold.start < mention.end


def _agrees(date: HistoricalDate, gold: Gold) -> bool:
    """The same stretch, one end of an interval that was found over two dates, or a part of what has parts."""
    if date.is_interval and (date.first == gold.first or date.last == gold.last):
        return True
    if gold.is_part and gold.first <= date.first and date.last <= gold.last:
        return True
    return (date.first, date.last) == (gold.first, gold.last)


def _text(row: dict[str, Any]) -> AnnotatedText:
    gold = (_gold(row["text"], start, end, value) for start, end, _, value, *_ in row["timexes"])
    written = HistoricalDate.parse(row["dct"]) if row.get("dct") else None
    return AnnotatedText(row["text"], written, tuple(date for date in gold if date))


def _gold(text: str, start: int, end: int, value: str | None) -> Gold | None:
    """None for durations, sets, weeks and what no calendar holds."""
    edtf = re.sub(r"T.*|-XX", "", (value or "").strip().upper())
    edtf = re.sub(r"(?<=-)(?:SP|SU|FA|WI|Q\d)$", lambda name: SEASONS[name[0]], edtf)
    edtf += {3: "X", 2: "XX"}.get(len(edtf), "")
    try:
        date = HistoricalDate.parse(edtf)
    except ValueError:
        return None
    words = text[start:end]
    yearless = not re.search(r"\b[12]\d{3}\b", words) and len(edtf) > 3 and edtf[:4].isdecimal()
    return Gold(start, end, date.first, date.last, yearless, bool(PART.search(words)))


if __name__ == "__main__":
    sys.exit(main())
