"""A question understood: its words in the forms that the index may hold, its dates, the kind of answer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.dates import Basis, HistoricalDate, find_dates
from bot.questions.context import is_within, without_context, without_context_words
from bot.questions.correction import corrected
from bot.questions.follow_up import goes_on, going_on
from bot.questions.languages import language_of
from bot.questions.messages.framing import context_sentences, questions_in
from bot.questions.messages.plain_writing import plainly_written
from bot.questions.named_periods import periods
from bot.questions.query_words import query_words
from bot.questions.question import LONGEST, Question
from bot.questions.recent_periods import recent
from bot.questions.replaced_names import without_replaced_name
from bot.questions.text_languages import text_languages
from bot.questions.wanted import OF_EVENTS, Wanted, precision, wanted, wants_end, wants_start
from bot.questions.word_forms.compounds import with_compounds
from bot.questions.word_forms.concepts import unspaced_words
from bot.questions.word_forms.derivation import with_derived
from bot.questions.word_forms.dictionary import all_unspaced_words
from bot.questions.word_forms.everyday import in_other_words
from bot.questions.word_forms.existence import with_beginning
from bot.questions.word_forms.foreign import lighter, translated
from bot.questions.word_forms.full_names import with_family_names
from bot.questions.word_forms.inflection import in_all_forms
from bot.questions.word_forms.kindred_words import with_kindred
from bot.questions.word_forms.separable_verbs import with_particles
from bot.questions.word_forms.short_names import with_whole_names
from bot.questions.word_forms.split_verbs import with_whole_verbs
from bot.questions.word_forms.umlauts import with_umlauts
from bot.questions.word_forms.versions import with_versions
from bot.search.amounts import amount_in
from bot.search.query import Query, QueryWord
from bot.search.words.analysis import analyse, fold
from bot.sentences import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.dates import Mention
    from bot.search.index import Index
    from bot.sentences import Span

MOST_PERIODS = 8  # different ones; each costs a look at all dates there are
MOST_QUESTIONS = 3  # of a message
# As members write them; "may" and "march" say little as other words, too.
MONTHS = words_of("january february march april may june july august september october november december")
_OPEN = frozenset({Wanted.EVENT, Wanted.ANYTHING})
IN_BOUND = 0.3  # weight of a word of a period's bound, which nothing in the period need name


def understand(
    text: str, index: Index, *, today: HistoricalDate | None = None, earlier: str | None = None
) -> Question:
    """The first question of a message, with its words in the forms that the index may hold.

    `today` is what "last year" counts from; `earlier` the topic of the question before, which one such as
    "and in 2018?" goes on from.
    """
    before = None if earlier is None else partial(understand_whole, earlier, index, today)
    return next(understood(text, index, today=today, before=before))


def understood(
    text: str,
    index: Index,
    *,
    today: HistoricalDate | None = None,
    before: Callable[[], Question] | None = None,
) -> Iterator[Question]:
    """The questions of a message, in order; each may go on from the one before.

    `before` makes the topic of the message before, understood as a whole; it is called at most once, and
    only where a question goes on from it.
    """
    pieces = questions_in(plainly_written(text[:LONGEST]))[:MOST_QUESTIONS]
    for piece in pieces:
        question = understand_whole(piece, index, today, has_context=True)
        if before is not None and goes_on(question):
            question = _going_on(question, before(), index, today)
        if piece != text:
            left = tuple(other for other in pieces if other is not piece)
            question = replace(question, text=text[:LONGEST], left=left)
        yield question
        before = partial(_topic, question, index, today)


def _topic(question: Question, index: Index, today: HistoricalDate | None) -> Question:
    """What a question that goes on from another one goes on from."""
    return question if question.earlier is None else understand_whole(question.topic, index, today)


def _going_on(question: Question, before: Question, index: Index, today: HistoricalDate | None) -> Question:
    """A question with what the one before was about."""
    if question.language is None and before.language:  # "¿y el segundo?" is too short to tell its own
        question = understand_whole(question.text, index, today, before.language)
    kept = without_replaced_name(before, question)
    return going_on(question, before if kept == before.taken else understand_whole(kept, index, today), kept)


def understand_whole(
    text: str,
    index: Index,
    today: HistoricalDate | None,
    language: str | None = None,
    *,
    has_context: bool = False,
) -> Question:
    """All of a text as a single question that stands alone.

    `language` is what it is taken for where its own does not show; `has_context`: sentences of it that only
    tell are none of the question.
    """
    language = language_of(text) or language
    asked, corrections = corrected(with_umlauts(text, language, index), language, index)
    if corrections:
        language = language_of(asked) or language
    context = context_sentences(asked) if has_context else ()
    query, kind = _query(asked, language, index, today, context)
    return Question(text, text, kind, replace(query, corrected=len(corrections)), language, corrections)


def _query(
    asked: str,
    language: str | None,
    index: Index,
    today: HistoricalDate | None,
    context: Sequence[Span],
) -> tuple[Query, Wanted]:
    """What the index is asked, and the kind of answer."""
    alone = without_context(asked, context)
    mentions = [date for date in _dates(asked, index, today) if not is_within(date.start, context)]
    dates = _periods(asked, mentions)
    kind = wanted(alone, names_dates=bool(dates))
    if kind is Wanted.DATE:  # "when was the 94 crackdown?": what the name of an event stands for is asked
        mentions = [date for date in mentions if date.basis is not Basis.ALIAS]
        dates = _periods(asked, mentions)
    of_question = without_context_words(_words(asked, language, index), asked, context, index)
    words = tuple(_beside_dates(of_question, asked, mentions, dates))
    if dates and kind in _OPEN and _is_of_events(words):
        kind, words = Wanted.EVENT, tuple(replace(word, is_beside=True) for word in words)
    query = Query(
        text=alone,
        words=words,
        units=analyse(alone).terms,
        dates=dates,
        wants_date=kind is Wanted.DATE,
        wants_number=kind is Wanted.AMOUNT,
        amount=amount_in(alone),
        wants_event=kind is Wanted.EVENT,
        precision=precision(alone),
        wants_start=wants_start(alone),
        wants_end=wants_end(alone),
        language=language,
    )
    return query, kind


def _periods(asked: str, mentions: Sequence[Mention]) -> tuple[HistoricalDate, ...]:
    """The periods that dates of a question mean, each once."""
    return tuple(dict.fromkeys(periods(asked, mentions)))[:MOST_PERIODS]


def _words(asked: str, language: str | None, index: Index) -> Sequence[QueryWord]:
    """The words of a question in all forms that the index may hold, each step taking those of the one before.

    First what words belong together, then what the texts write for them, at last how much each tells.
    """
    is_chinese = not text_languages(index).are_foreign_to("zh")
    unspaced = unspaced_words if is_chinese else all_unspaced_words
    words: Sequence[QueryWord] = query_words(asked, language, index.names, unspaced)
    words = with_particles(words, asked, language)
    words = with_whole_verbs(words, asked, index)
    words = with_beginning(words, asked, language)
    words = with_whole_names(words, language, index)
    words = with_versions(words, index)
    words = in_all_forms(words, language, index)
    words = with_family_names(words, index)
    words = with_compounds(words, language, index)
    words = translated(words, language, index)
    words = with_derived(words, index)
    words = in_other_words(words, language, index)
    words = with_kindred(words, language, index)
    return lighter(words, language, index)


def _dates(text: str, index: Index, today: HistoricalDate | None) -> Sequence[Mention]:
    """The dates that a question names, in order; among them stretches up to today."""
    named = find_dates(text, events=index.event_dates, today=today)
    return sorted((*named, *(recent(text, today) if today else ())), key=lambda mention: mention.start)


def _is_of_events(words: Sequence[QueryWord]) -> bool:
    """Whether all that is asked is what happened: "news from 2014", but not "in 2014?"."""
    asked = [word for word in words if not word.is_beside]
    return bool(asked) and all(fold(word.typed) in OF_EVENTS for word in asked)


def _beside_dates(
    words: Iterable[QueryWord], text: str, mentions: Sequence[Mention], dates: Sequence[HistoricalDate]
) -> Iterator[QueryWord]:
    """The words; those of dates and months tell nothing by themselves, little those of a period's bounds.

    "May" of "between May and July 2024" stands in no passage about June.
    """
    starts = analyse(text).starts
    for word in words:
        around = next((m for m in mentions if m.start <= starts[word.place] < m.end), None)
        if around is None:
            says_little = not word.is_beside and word.typed.lower() in MONTHS
            yield replace(word, is_beside=True) if says_little else word
        else:
            bound = 1.0 if around.date in dates else IN_BOUND
            yield replace(word, weight=word.weight * bound, is_beside=True)
