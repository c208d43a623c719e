"""What a question that goes on from another one asks of its subject: why, who, where; or another date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.answer_signs import CALLED, PLAIN_CAUSE, PLAIN_SIGNS, kind_of, new_people
from bot.answers.dating import DatedSentence
from bot.answers.matching import MatchedPassage
from bot.answers.quotation import Quotation, quoted, worth_showing
from bot.dates import Precision, date_of_sentence
from bot.questions.follow_up_kinds import asks_for_more, points_at_person
from bot.questions.wanted import Wanted, asks_for_name, asks_why
from bot.search.words.analysis import analyse
from bot.search.words.commonness import is_name
from bot.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.answers.answer import Answer
    from bot.dates import HistoricalDate, Mention, PassageDate
    from bot.questions import Question
    from bot.search.hit import Hit
    from bot.search.index import Index
    from bot.sentences import Span
    from bot.sources.source import Passage

    Unseen = Callable[[Passage, Span], bool]


_DOER = re.compile(  # "was founded by Ann Reed"
    r"\b (?: by | von | por | durch ) \s (?:(?:the|dem|der|den|el|la) \s)? (?:[A-ZА-ЯЁÄÖÜ]|@)", re.VERBOSE
)


def on_other_date(
    asked: Question, hits: Sequence[Hit], index: Index, dates: Sequence[HistoricalDate], is_unseen: Unseen
) -> Quotation | None:
    """The best of some passages with a date that is asked for and a word of the subject, if there is one.

    What was shown comes last; "what else was there in 1925?" may be of another subject.
    """
    there = [
        Quotation(hit.passage, date.sentence, (date,))
        for hit in hits
        for date in _dates_in(hit.passage, dates)
    ]
    unseen = [shown for shown in there if is_unseen(shown.passage, shown.sentence or (0, 0))]
    of_subject = [shown for shown in (*unseen, *there) if has_word(asked, shown.passage, index)]
    is_told = bool(of_subject) and of_subject[0] in unseen
    if unseen and asks_for_more(asked.taken) and not is_told:
        return unseen[0]
    return of_subject[0] if of_subject else None


def with_own_words(asked: Question, hits: Sequence[Hit], index: Index) -> Quotation | None:
    """The first of some passages that holds most of the words of the message itself, if any holds one.

    It is the sentence that has to hold them, but a date may stand in another one. The words of the subject
    before weigh less, but there may be many of them.
    """
    own = own_words(asked)
    held = [(_weight_held(asked, hit.passage, own, index), hit) for hit in hits if own]
    most = max((weight for weight, _ in held), default=0.0)
    best = [quoted(asked, hit.passage, index) for weight, hit in held if 0.0 < weight == most]
    if dates := asked.query.dates:
        best.sort(key=lambda shown: next(_dates_in(shown.passage, dates), None) is None)
    if kind_of(asked.taken) is Wanted.PERSON:
        best.sort(
            key=lambda shown: not shows_kind(asked, shown.passage.text[slice(*(shown.sentence or (0, 0)))])
        )
    return best[0] if best else None


def with_all_own_words(asked: Question, hits: Sequence[Hit], index: Index) -> Quotation | None:
    """Of the passages whose sentence holds all that the message itself names, "the first one", the best.

    It has to hold something of the subject before, too.
    """
    own = own_words(asked)
    quotations = [quoted(asked, hit.passage, index) for hit in hits if own]
    held = [(_held(asked, shown.passage, shown.sentence or (0, 0), index), shown) for shown in quotations]
    best = [(sum(words.values()), shown) for words, shown in held if own < words.keys()]
    return max(best, key=lambda weighed: weighed[0])[1] if best else None


def _held(asked: Question, passage: Passage, span: Span, index: Index) -> dict[int, float]:
    """The words of a question in a piece of a passage, but for those beside others, and what each counts."""
    held: dict[int, float] = {}
    for match in MatchedPassage.of(asked.query, passage, index).matches:
        if span[0] <= match.start < span[1] and not asked.query.words[match.word].is_beside:
            held[match.word] = max(held.get(match.word, 0.0), match.gain)
    return held


def in_same_document(answer: Answer, index: Index, now: Quotation | None) -> Quotation | None:
    """What the document that is shown tells of a question that names nothing, where it tells as much.

    "When did the church close?" means the church that was spoken of.
    """
    asked = answer.question
    if now is None or answer.passage.source == now.passage.source or names_anything(asked):
        return None
    wanted = _words_held(asked, answer.passage, index)
    for hit in worth_showing(answer.hits, len(answer.hits)):
        if hit.passage.source == now.passage.source and wanted <= _words_held(asked, hit.passage, index):
            return quoted(asked, hit.passage, index)
    return None


def names_anything(asked: Question) -> bool:
    """Whether a question names a date, somebody or something."""
    words = [word.typed for word in asked.query.words if not word.is_beside]
    return bool(asked.query.dates) or any(is_name(typed, asked.language) for typed in words)


def _words_held(asked: Question, passage: Passage, index: Index) -> set[int]:
    """Which words of a question a passage holds."""
    return {match.word for match in MatchedPassage.of(asked.query, passage, index).matches}


def has_own_words(asked: Question) -> bool:
    """Whether a message names anything by itself: "and the boats?", but not "why?"."""
    return bool(own_words(asked))


def own_words(asked: Question) -> set[int]:
    """Which of a question's words stand in the message itself."""
    words = asked.query.words
    return {n for n, word in enumerate(words) if word.typed in asked.taken and not word.is_beside}


def _weight_held(asked: Question, passage: Passage, own: set[int], index: Index) -> float:
    """What some words of a question weigh that the sentence of a passage holds."""
    start, end = 0, len(passage.text)
    if not asked.query.wants_date:
        start, end = quoted(asked, passage, index).sentence or (0, 0)
    matches = MatchedPassage.of(asked.query, passage, index).matches
    held = {match.word for match in matches if start <= match.start < end} & own
    return sum(asked.query.words[word].weight for word in sorted(held))


def shows_kind(asked: Question, text: str) -> bool:
    """Whether a text has the kind of thing that is asked for, and not only that of the question."""
    kind = kind_of(asked.taken)
    if kind is Wanted.PERSON:
        return bool(new_people(text, asked.query.text) or points_at_person(text))
    sign = PLAIN_SIGNS.get(kind)
    return bool(sign and sign.search(text))


def another_sentence(
    asked: Question, hits: Sequence[Hit], index: Index, is_unseen: Unseen, now: Quotation | None = None
) -> Quotation | None:
    """Of the best passages for a question the first sentence that nobody was shown.

    One that has what is asked for, a reason, people or a place, goes before all others, and the passage that
    is shown before the others; a reason may well stand beside the sentence that tells what happened. A place
    that is named in what is shown comes before other documents.
    """
    hits = worth_showing(hits, len(hits))
    passages = now_first(hits, now)
    if now and _names_doer(asked, now):
        return now
    sign = CALLED if asks_for_name(asked.taken) else PLAIN_SIGNS.get(asked.wanted)
    if now and _names_place(asked, now, sign):
        near = [passage for passage in passages if passage.source == now.passage.source]
        return _with_sign(sign, asked, near, index, is_unseen) or now
    if asks_why(asked.taken):
        shown = _reason(asked, passages, index, is_unseen, now)
    else:
        shown = _with_sign(sign, asked, passages, index, is_unseen)
    if shown:
        return shown
    if now and now.sentence and sign and sign.search(now.passage.text, *now.sentence):
        return now
    for hit in hits:
        quotation = quoted(asked, hit.passage, index)
        if is_unseen(hit.passage, quotation.sentence or (0, 0)):
            return quotation
    return None


def _names_place(asked: Question, now: Quotation, sign: re.Pattern[str] | None) -> bool:
    """Whether it is asked where that was, and the sentence shown names a place that no question did."""
    if kind_of(asked.taken) is not Wanted.PLACE or own_words(asked) or not (now.sentence and sign):
        return False
    known = {form.term for word in asked.query.words for form in word.forms[:1]}
    places = (match[0] for match in sign.finditer(now.passage.text, *now.sentence))
    return any(not known.issuperset(analyse(place).terms) for place in places)


def _names_doer(asked: Question, now: Quotation) -> bool:
    """Whether it is asked by whom that was, and the sentence that is shown says so."""
    is_asked = kind_of(asked.taken) is Wanted.PERSON and not own_words(asked)
    return bool(is_asked and now.sentence and _DOER.search(now.passage.text, *now.sentence))


def sentence_of_reason(
    asked: Question, hits: Sequence[Hit], index: Index, is_unseen: Unseen, now: Quotation | None
) -> Quotation | None:
    """The first sentence that nobody was shown and that tells a reason with a word of the question."""
    passages = now_first(worth_showing(hits, len(hits)), now)
    for passage in passages:
        matched = MatchedPassage.of(asked.query, passage, index)
        for sentence in sorted(matched.sentences, key=lambda span: -matched.gains[span]):
            tells = matched.gains[sentence] and PLAIN_CAUSE.search(passage.text, *sentence)
            if tells and is_unseen(passage, sentence):
                return with_sentence(passage, sentence)
    return None


def now_first(hits: Sequence[Hit], now: Quotation | None) -> list[Passage]:
    """The passage that is shown, and those of the hits but for that, of the same document first."""
    passages = [hit.passage for hit in hits]
    if now is None:
        return passages
    others = [passage for passage in passages if passage.text != now.passage.text]
    return [now.passage, *sorted(others, key=lambda passage: passage.source != now.passage.source)]


def _with_sign(
    sign: re.Pattern[str] | None,
    asked: Question,
    passages: Sequence[Passage],
    index: Index,
    is_unseen: Unseen,
) -> Quotation | None:
    """The first sentence that nobody was shown and that shows what is asked for."""
    for passage in passages if sign else ():
        for sentence in _sentences_by_gain(asked, passage, index):
            if sign and sign.search(passage.text, *sentence) and is_unseen(passage, sentence):
                return with_sentence(passage, sentence)
    return None


def _reason(
    asked: Question, passages: Sequence[Passage], index: Index, is_unseen: Unseen, now: Quotation | None
) -> Quotation | None:
    """A sentence that tells a reason, or stands beside what is shown; what is shown where that tells it."""
    passages = sorted(passages, key=lambda passage: not _is_about_reasons(passage))
    if sentence_of_reason := _with_sign(PLAIN_CAUSE, asked, passages, index, is_unseen):
        return sentence_of_reason
    beside = now or (quoted(asked, passages[0], index) if passages else None)
    if beside is None:
        return None
    for sentence in _beside(beside):
        if is_unseen(beside.passage, sentence):
            return with_sentence(beside.passage, sentence)
    return now if now and PLAIN_CAUSE.search(now.passage.text, *(now.sentence or (0, 0))) else None


def with_sentence(passage: Passage, sentence: Span) -> Quotation:
    """A passage with a sentence of it, and the date that the sentence has by itself or from those before."""
    own = _own_date(passage, sentence)
    dates = () if own is None else (DatedSentence(own.date, own.basis, sentence, 0.0),)
    return Quotation(passage, sentence, dates)


def _own_date(passage: Passage, sentence: Span) -> Mention | PassageDate | None:
    inside = [mention for mention in passage.mentions if sentence[0] <= mention.start < sentence[1]]
    statements = [mention for mention in inside if mention.is_statement]
    if statements or inside:
        return (statements or inside)[0]
    language = passage.source.language
    return date_of_sentence(passage.text, passage.mentions, passage.date, sentence[0], language)


def _dates_in(passage: Passage, wanted: Sequence[HistoricalDate]) -> Iterator[DatedSentence]:
    """The dates of a passage that lie within those that are wanted, its sentences' before its own."""
    spans = sentences(passage.text) or [(0, len(passage.text))]
    for mention in passage.mentions:
        if any(date.overlaps(mention.date) and not _is_far_wider(mention.date, date) for date in wanted):
            sentence = next(span for span in reversed(spans) if span[0] <= mention.start)
            yield DatedSentence(mention.date, mention.basis, sentence, 0.0)
    own = passage.date
    if own and any(date.covers(own.date) for date in wanted):
        yield DatedSentence(own.date, own.basis, spans[0], 0.0)


def _is_far_wider(date: HistoricalDate, wanted: HistoricalDate) -> bool:
    """Whether a date is a decade or a century, and what is asked for is less: of all of it much is told."""
    return date.precision > max(Precision.YEAR, wanted.precision)


def has_word(asked: Question, passage: Passage, index: Index) -> bool:
    """Whether a passage or what it stands under has a word of a question; without words it asks for all."""
    words = [word for word in asked.query.words if not word.is_beside]
    terms = {form.term for word in words for form in word.forms}
    above = " ".join((passage.source.title, *passage.headings))
    if not terms or not terms.isdisjoint(analyse(f"{above}\n{passage.text}").terms):
        return True
    matches = MatchedPassage.of(asked.query, passage, index).matches
    return any(not asked.query.words[match.word].is_beside for match in matches)


def _is_about_reasons(passage: Passage) -> bool:
    return any(PLAIN_CAUSE.search(heading) for heading in passage.headings[-1:])


def _beside(quotation: Quotation) -> Iterator[Span]:
    """The sentence after that of a quotation, and the one before."""
    spans = sentences(quotation.passage.text)
    at = spans.index(quotation.sentence) if quotation.sentence in spans else 0
    yield from spans[at + 1 : at + 2]
    yield from spans[max(at - 1, 0) : at]


def _sentences_by_gain(asked: Question, passage: Passage, index: Index) -> Sequence[Span]:
    matched = MatchedPassage.of(asked.query, passage, index)
    return sorted(matched.sentences, key=lambda span: -matched.gains[span])
