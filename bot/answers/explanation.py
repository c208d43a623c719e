"""Why a question was answered as it was, or not: what was looked for, what stands where, what would help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, RefusalReason
from bot.answers.passage_reading import PassageReading
from bot.answers.signals.contradictions import instead_of_asked
from bot.answers.signals.kinds import lacks_kind
from bot.answers.support import Standing, names_of
from bot.questions.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.answer import Refusal
    from bot.answers.signals.contradictions import Instead
    from bot.dates import HistoricalDate
    from bot.search.index import Index
    from bot.search.query import QueryWord
    from bot.sentences import Span
    from bot.sources.source import Passage

LIKELY_TOLD = 0.5  # chance that the documents tell what is refused: from here something like it stands there
MOST_PASSAGES = 3  # that are looked at: the one shown or nearest, and the next two


@dataclass(frozen=True, slots=True)
class LookedFor:
    """What a question was understood to ask: the kind of answer, names, other words, and dates."""

    kind: Wanted
    names: tuple[str, ...]  # of somebody, something or a number, as typed
    words: tuple[str, ...]  # the others that say what it is about, as typed
    dates: tuple[HistoricalDate, ...]  # that the question names


@dataclass(frozen=True, slots=True)
class PassageFindings:
    """What a passage holds of the question's words, as typed and in their order, and what it lacks."""

    passage: Passage
    sentence: Span | None  # that answers, or holds most of what was asked
    date: HistoricalDate | None  # shown with it; None where there is none, and where nothing is shown
    in_sentence: tuple[str, ...]
    elsewhere: tuple[str, ...]  # in other sentences of the passage
    in_headings: tuple[str, ...]
    lacking: tuple[str, ...]
    is_dated: bool  # whether it has any date, its own or one that its words name
    lacks_kind: bool = False  # whether a person, a number or a length is asked for and none is there
    instead: tuple[Instead, ...] = ()  # what it says in the place of what was asked for


class RemedyKind(StrEnum):
    """What an admin can do for a question."""

    ALIAS = "alias"  # a line in aliases.yaml for a word that stands nowhere
    DATE = "date"  # `published` in the head of a document that has no date
    DOCUMENT = "document"  # one that tells it


@dataclass(frozen=True, slots=True)
class Remedy:
    """Something that would help a question, and for which word or file."""

    kind: RemedyKind
    target: str  # the word as typed, the file; empty for a document that there is not yet


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a question was answered as it was, or refused."""

    refused: RefusalReason | None  # None: it was answered
    confidence: float  # 0 to 1, that what is shown, or would be, is right
    answerable: float  # 0 to 1, that the documents tell it
    is_rival: bool  # whether it was refused for what the first passage says in the place of what was asked
    looked_for: LookedFor
    unknown: tuple[str, ...]  # words as typed that stand in no document in any form
    passages: tuple[PassageFindings, ...]  # best first; the first is shown, or would be
    remedies: tuple[Remedy, ...]  # the likeliest first


def explained(result: Answer | Refusal, index: Index) -> Explanation:
    """Why a result came out of an index, which has to be the one that answered."""
    question = result.question
    words = question.query.words
    names = names_of(words)
    plain = tuple(word.typed for word in words if not word.is_beside and word.typed not in names)
    passages = tuple(_findings(result, index))
    unknown = tuple(
        word.typed
        for word in words
        if not word.is_beside and not any(index.knows(form.term) for form in word.forms)
    )
    return Explanation(
        refused=None if isinstance(result, Answer) else result.reason,
        confidence=result.confidence,
        answerable=result.answerable,
        is_rival=result.answerable >= LIKELY_TOLD and not isinstance(result, Answer),
        looked_for=LookedFor(question.wanted, names, plain, question.query.dates),
        unknown=unknown,
        passages=passages,
        remedies=tuple(_remedies(result, _whole_names(words, names, unknown), passages)),
    )


def _whole_names(words: Sequence[QueryWord], names: Sequence[str], unknown: Sequence[str]) -> tuple[str, ...]:
    """What stands in no document, with the words of the same name beside it: "Grey Lady", not "Grey"."""
    runs: list[list[QueryWord]] = []
    for word in words:
        last = runs[-1][-1] if runs else None
        follows = last is not None and last.place + last.size == word.place
        if follows and last and {last.typed, word.typed} <= set(names):
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple(
        " ".join(word.typed for word in run) for run in runs if any(word.typed in unknown for word in run)
    )


def _findings(result: Answer | Refusal, index: Index) -> Iterator[PassageFindings]:
    """What the shown passage and the next two hold."""
    for number, hit in enumerate(result.hits[:MOST_PASSAGES]):
        shown = result if isinstance(result, Answer) and not number else None
        support = PassageReading.of(result.question, hit.passage, index).support
        yield PassageFindings(
            passage=hit.passage,
            sentence=support.sentence,
            date=shown.date.date if shown and shown.date else None,
            in_sentence=support.typed(Standing.SENTENCE, Standing.MEANING),
            elsewhere=support.typed(Standing.NEIGHBOUR, Standing.PASSAGE),
            in_headings=support.typed(Standing.HEADING),
            lacking=support.typed(Standing.NOWHERE),
            is_dated=bool(hit.passage.date or hit.passage.mentions),
            lacks_kind=lacks_kind(support),
            instead=instead_of_asked(support),
        )


def _remedies(
    result: Answer | Refusal, unknown: Sequence[str], passages: Sequence[PassageFindings]
) -> Iterator[Remedy]:
    """What would help; nothing where all words stand somewhere and a date that is asked for is known."""
    yield from (Remedy(RemedyKind.ALIAS, word) for word in unknown if not word[:1].isdecimal())
    first = passages[0] if passages else None
    if first and result.question.wanted is Wanted.DATE and not first.is_dated:
        yield Remedy(RemedyKind.DATE, first.passage.source.file)
    if not isinstance(result, Answer) and result.reason is RefusalReason.NOT_FOUND:
        yield Remedy(RemedyKind.DOCUMENT, "")
