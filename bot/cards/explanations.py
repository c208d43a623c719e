"""To an admin: why a question was answered as it was, or not at all, and what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import RefusalReason
from bot.answers.explanation import RemedyKind
from bot.cards.card import Card, Span, TextLine, clipped, line
from bot.cards.formatting import GAP, LONGEST_NAME, bold, card, code
from bot.cards.languages import ENGLISH
from bot.questions.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers import Explanation
    from bot.answers.explanation import LookedFor, PassageFindings, Remedy
    from bot.cards.phrasebook import Phrasebook

MOST_WORDS = 8  # of a list of words
LONGEST_SENTENCE = 160  # characters

_KINDS = {
    Wanted.DATE: "why_date", Wanted.PERSON: "why_person", Wanted.PLACE: "why_place",
    Wanted.AMOUNT: "why_amount", Wanted.EVENT: "why_event", Wanted.REASON: "why_reason",
    Wanted.ANYTHING: "why_anything",
}  # fmt: skip
_REASONS = {
    RefusalReason.EMPTY: "why_empty",
    RefusalReason.NO_WORDS: "why_no_words",
    RefusalReason.NOT_FOUND: "why_not_found",
}


def explanation_card(explanation: Explanation, book: Phrasebook = ENGLISH) -> Card:
    """What was looked for, what the best passages hold and lack of it, how sure that is, what would help."""
    return card(
        *_looked_for(explanation.looked_for, book),
        *_passages(explanation, book),
        GAP,
        _verdict(explanation, book),
        *_remedies(explanation.remedies, book),
    )


def _looked_for(looked_for: LookedFor, book: Phrasebook) -> Iterator[TextLine]:
    yield book.line("why_looked_for", kind=book.text(_KINDS[looked_for.kind]))
    rows = (
        ("why_names", looked_for.names),
        ("why_words", looked_for.words),
        ("why_dates", tuple(map(book.date, looked_for.dates))),
    )
    yield from (book.line(key, words=_listed(words, book)) for key, words in rows if words)


def _listed(words: Sequence[str], book: Phrasebook) -> str:
    shown = ", ".join(clipped(word, LONGEST_NAME) for word in words[:MOST_WORDS])
    more = len(words) - MOST_WORDS
    return f"{shown} {book.text('check_more', n=more)}" if more > 0 else shown


def _passages(explanation: Explanation, book: Phrasebook) -> Iterator[TextLine]:
    for number, findings in enumerate(explanation.passages, 1):
        first = book.text("why_nearest" if explanation.refused else "why_shown")
        yield GAP
        yield line(bold(first if number == 1 else f"{number}."), " ", *_place(findings, book).spans)
        yield line(_sentence(findings), quoted=True)
        yield from _held(findings, explanation.looked_for, book)


def _place(findings: PassageFindings, book: Phrasebook) -> TextLine:
    passage = findings.passage
    where = passage.place.label if passage.place else ""
    line_number = f":{passage.line}" if passage.line and not where else ""
    place = code(clipped(f"{passage.source.file}{line_number}", LONGEST_NAME))
    if where:
        place = Span(f"{place.text}, {clipped(where, LONGEST_NAME)}", code=True)
    if findings.date:
        return line(place, f", {book.date(findings.date)}")
    return line(place) if findings.is_dated else book.line("why_undated", place=place)


def _sentence(findings: PassageFindings) -> str:
    text = findings.passage.text
    return clipped(text[slice(*findings.sentence)] if findings.sentence else text, LONGEST_SENTENCE)


def _held(findings: PassageFindings, looked_for: LookedFor, book: Phrasebook) -> Iterator[TextLine]:
    rows = (
        ("why_in_sentence", findings.in_sentence),
        ("why_elsewhere", findings.elsewhere),
        ("why_in_headings", findings.in_headings),
        ("why_lacking", findings.lacking),
    )
    yield from (book.line(key, words=_listed(words, book)) for key, words in rows if words)
    if findings.instead:
        pairs = [f"{pair.asked} → {pair.instead}" for pair in findings.instead]
        yield book.line("why_instead", words=_listed(pairs, book))
    if findings.lacks_kind:
        yield book.line("why_without_kind", kind=book.text(_KINDS[looked_for.kind]))


def _verdict(explanation: Explanation, book: Phrasebook) -> TextLine:
    sure, answerable = f"{explanation.confidence:.0%}", f"{explanation.answerable:.0%}"
    if explanation.refused is None:
        return book.line("why_answered", sure=sure, told=answerable)
    reason = book.text("why_rival" if explanation.is_rival else _REASONS[explanation.refused])
    if not explanation.passages:
        return book.line("why_refused", reason=reason)
    return book.line("why_refused_likely", reason=reason, told=answerable)


def _remedies(remedies: Sequence[Remedy], book: Phrasebook) -> Iterator[TextLine]:
    if remedies:
        yield book.line("why_remedies")
    yield from (_remedy(remedy, book) for remedy in remedies[:MOST_WORDS])


def _remedy(remedy: Remedy, book: Phrasebook) -> TextLine:
    target = clipped(remedy.target, LONGEST_NAME)
    if remedy.kind is RemedyKind.ALIAS:
        return book.line("why_remedy_alias", word=book.text("quoted", text=target), name=code(target))
    if remedy.kind is RemedyKind.DATE:
        return book.line("why_remedy_date", file=code(target))
    return book.line("why_remedy_document")
