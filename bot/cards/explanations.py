"""To an admin: why a question was answered as it was, or not at all, and what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import RefusalReason
from bot.answers.explanation import RemedyKind
from bot.cards.card import Card, Span, TextLine, clipped, line
from bot.cards.formatting import GAP, LONGEST_NAME, bold, card, code, italic
from bot.dates import say
from bot.questions.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers import Explanation
    from bot.answers.explanation import LookedFor, PassageFindings, Remedy

MOST_WORDS = 8  # of a list of words
LONGEST_SENTENCE = 160  # characters

_KINDS = {
    Wanted.DATE: "a date", Wanted.PERSON: "a person", Wanted.PLACE: "a place", Wanted.AMOUNT: "a number",
    Wanted.EVENT: "what happened then", Wanted.ANYTHING: "anything about it",
}  # fmt: skip
_REASONS = {
    RefusalReason.EMPTY: "there was no question",
    RefusalReason.NO_WORDS: "no word of it says what it is about",
    RefusalReason.NOT_FOUND: "no passage holds enough of it together",
}


def explanation_card(explanation: Explanation) -> Card:
    """What was looked for, what the best passages hold and lack of it, how sure that is, what would help."""
    return card(
        *_looked_for(explanation.looked_for),
        *_passages(explanation),
        GAP,
        _verdict(explanation),
        *_remedies(explanation.remedies),
    )


def _looked_for(looked_for: LookedFor) -> Iterator[TextLine]:
    yield line(bold("Looked for: "), _KINDS[looked_for.kind])
    rows = (
        ("names", looked_for.names),
        ("words", looked_for.words),
        ("dates", tuple(map(say, looked_for.dates))),
    )
    yield from (line(f"{name}: ", _listed(words)) for name, words in rows if words)


def _listed(words: Sequence[str]) -> str:
    more = f" and {len(words) - MOST_WORDS} more" if len(words) > MOST_WORDS else ""
    return ", ".join(clipped(word, LONGEST_NAME) for word in words[:MOST_WORDS]) + more


def _passages(explanation: Explanation) -> Iterator[TextLine]:
    for number, findings in enumerate(explanation.passages, 1):
        first = "Nearest" if explanation.refused else "Shown"
        yield GAP
        yield line(bold(f"{first if number == 1 else f'{number}.'} "), *_place(findings))
        yield line(_sentence(findings), quoted=True)
        yield from _held(findings)


def _place(findings: PassageFindings) -> Iterable[Span | str]:
    passage = findings.passage
    yield code(clipped(f"{passage.source.file}:{passage.line}", LONGEST_NAME))
    if findings.date:
        yield f", {say(findings.date)}"
    elif not findings.is_dated:
        yield ", without a date"


def _sentence(findings: PassageFindings) -> str:
    text = findings.passage.text
    return clipped(text[slice(*findings.sentence)] if findings.sentence else text, LONGEST_SENTENCE)


def _held(findings: PassageFindings) -> Iterator[TextLine]:
    rows = (
        ("in this sentence", findings.in_sentence),
        ("elsewhere in the passage", findings.elsewhere),
        ("in its headings", findings.in_headings),
        ("lacks", findings.lacking),
    )
    yield from (line(italic(f"{name}: "), _listed(words)) for name, words in rows if words)


def _verdict(explanation: Explanation) -> TextLine:
    sure = f"sure to {explanation.confidence:.0%} that it is right"
    told = f"to {explanation.answerable:.0%} that the documents tell it"
    if explanation.refused is None:
        return line(bold("Answered: "), f"{sure}, {told}.")
    reason = _REASONS[explanation.refused]
    return line(bold("Refused: "), f"{reason} ({told})." if explanation.passages else f"{reason}.")


def _remedies(remedies: Sequence[Remedy]) -> Iterator[TextLine]:
    if remedies:
        yield line(bold("What would help:"))
    yield from (line("• ", *_remedy(remedy)) for remedy in remedies[:MOST_WORDS])


def _remedy(remedy: Remedy) -> Iterable[Span | str]:
    target = clipped(remedy.target, LONGEST_NAME)
    if remedy.kind is RemedyKind.ALIAS:
        yield f"“{target}” stands in no document: what they call it, as a line in "
        yield code("aliases.yaml")
    elif remedy.kind is RemedyKind.DATE:
        yield from (code("published:"), " in the head of ", code(target), ", which has no date there")
    else:
        yield "a document that tells it"
