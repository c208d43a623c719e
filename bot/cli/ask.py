"""The `ask` command: a card for people, JSON for other programs, and the score explained."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from bot.answers import Answer
from bot.cli.exit_status import ANSWERED, MISTAKE, REFUSED
from bot.cli.json_lines import LineError, rows
from bot.dates import say
from bot.today import day_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from typing import TextIO

    from bot.answers import Refusal
    from bot.cli.json_lines import Json
    from bot.library import Library
    from bot.search.hit import Hit
    from bot.sources.source import Passage


def run(library: Library, question: str, chosen: argparse.Namespace) -> int:
    """Answers in the form chosen (`top`, `json`, `jsonl`, `explain`); the exit code."""
    try:
        if chosen.jsonl:
            return ask_jsonl(library, sys.stdin, sys.stdout, top=chosen.top)
    except LineError as error:
        sys.stderr.write(f"{error}\n")
        return MISTAKE
    if chosen.json:
        return ask_json(library, question, sys.stdout, top=chosen.top)
    result = library.answer(question, top=chosen.top, today=day_of())
    _write_card(library, result, sys.stdout)
    if chosen.explain:
        explain(library, result, sys.stdout)
    return ANSWERED if isinstance(result, Answer) else REFUSED


def _write_card(library: Library, result: Answer | Refusal, out: TextIO) -> None:
    from bot import cards  # noqa: PLC0415 - JSON lines need no cards

    card = (
        cards.answer_card(result, cited=True)
        if isinstance(result, Answer)
        else cards.refusal_card(result, languages=library.languages_instead(result.question.text))
    )
    out.write(cards.plain(card, colour=out.isatty()) + "\n")


def ask_json(library: Library, question: str, out: TextIO, *, top: int = 1) -> int:
    """Writes the answer to one question as a JSON object; the exit code."""
    result = library.answer(question, top=top, today=day_of())
    out.write(json.dumps({"question": question} | form(result), ensure_ascii=False) + "\n")
    return ANSWERED if isinstance(result, Answer) else REFUSED


def ask_jsonl(library: Library, lines: Iterable[str], out: TextIO, *, top: int = 1) -> int:
    """Writes an answer for each line `{"id", "question"}`, in order; LineError for a line that is none."""
    for _, row in rows(lines, "question"):
        question = {"id": row.get("id"), "question": row["question"]}
        result = library.answer(row["question"], top=top, today=day_of())
        out.write(json.dumps(question | form(result), ensure_ascii=False) + "\n")
    return ANSWERED


def explain(library: Library, result: Answer | Refusal, out: TextIO) -> int:
    """Writes why it is so in words, then each part of the score of every hit; the exit code."""
    from bot import cards  # noqa: PLC0415 - JSON lines need no cards

    out.write(f"\n{cards.plain(cards.explanation_card(library.explain(result)), colour=out.isatty())}\n\n")
    for number, hit in enumerate(result.hits, 1):
        out.write(f"{number}. {hit.score:.2f}  {_shortened(hit.passage.text)}\n")
        out.writelines(
            f"   {part.value * part.weight:8.2f}  {part.name:16} {part.value:.2f} x {part.weight:g}\n"
            for part in hit.evidence
            if part.value
        )
    out.write(f"confidence {result.confidence:.2f}\n")
    out.writelines(f"read {c.read!r} for {c.typed!r}\n" for c in result.question.corrections)
    if isinstance(result, Answer):
        out.writelines(f"date {say(d.date)} ({d.basis}): {d.score:.2f}\n" for d in result.dates)
        return ANSWERED
    out.write(f"refused: {result.reason}; unknown: {', '.join(result.unknown) or 'no word'}\n")
    return REFUSED


def form(result: Answer | Refusal) -> Json:
    """The answer as other programs read it; `hits` holds the ranking also when it is a refusal."""
    common: Json = {
        "confidence": round(result.confidence, 4),
        "corrections": [{"typed": c.typed, "read": c.read} for c in result.question.corrections],
        "hits": [_hit(hit) for hit in result.hits],
    }
    if isinstance(result, Answer):
        return {"answered": True} | _answer(result) | common
    empty = dict.fromkeys(("date", "date_text", "basis", "text", "sentence", "source"))
    refusal = {"reason": str(result.reason), "unknown": list(result.unknown), "topics": list(result.topics)}
    return {"answered": False} | empty | {"dates": []} | refusal | common


def _answer(answer: Answer) -> Json:
    text = answer.passage.text
    best = answer.dates[0] if answer.dates else None
    return {
        "date": str(best.date) if best else None,
        "date_text": say(best.date) if best else None,
        "basis": str(best.basis) if best else None,
        "text": text,
        "sentence": text[slice(*answer.sentence)] if answer.sentence else None,
        "source": _source(answer.passage),
        "dates": [
            {"date": str(d.date), "sentence": text[slice(*d.sentence)], "score": round(d.score, 4)}
            for d in answer.dates
        ],
    }


def _hit(hit: Hit) -> Json:
    passage = hit.passage
    date = passage.date.date if passage.date else passage.mentions[0].date if passage.mentions else None
    return {
        "text": passage.text,
        "score": round(hit.score, 4),
        "date": str(date) if date else None,
        "source": _source(passage),
    }


def _source(passage: Passage) -> Json:
    source, place = passage.source, passage.place
    return {
        "title": source.title,
        "url": source.url,
        "author": source.author,
        "publisher": source.publisher,
        "published": str(source.published) if source.published else None,
        "file": source.file,
        "place": place.label if place else None,
        "place_url": place.url if place else None,
    }


def _shortened(text: str) -> str:
    return text if len(text) <= 90 else text[:89] + "…"
