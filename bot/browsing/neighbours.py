"""What stands next in time to what is shown: the statement before or after it, and who came next."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.answers import Quotation
from bot.answers.answer_signs import new_people
from bot.answers.dating import DatedSentence
from bot.answers.follow_up_sentences import with_sentence
from bot.questions import understand
from bot.questions.follow_up_kinds import asks_who_somebody_is
from bot.questions.messages.framing import questions_in
from bot.search.words.analysis import analyse, fold, term
from bot.search.words.commonness import MAY_NAME, is_name, rarity
from bot.sentences import sentences, words_of
from bot.sources.passage_references import reference_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.follow_up_sentences import Unseen
    from bot.browsing.chronology import Chronology, DatedStatement
    from bot.search.index import Index
    from bot.sentences import Span
    from bot.sources.passage_table import PassageTable
    from bot.sources.source import Passage

LIKE = 0.5  # weight of a form of a word that names an office
MOST_STATEMENTS = 150  # that are looked at for who came next, and for one of the same document
_TAKES_OVER = re.compile(
    r"""
      \b (?: (?:took|takes|taken|taking) \s over | assum(?:ed|es|ing) | succeed(?:ed|s|ing)? | replaced
        | step(?:ped|s) \s in | new \s (?:\w+\s)? (?:maintainer|chair\w*|president|secretary|captain|treasurer
            |leader|head|coach|owner|manager|director|editor|admin\w*)
        | in \s (?:his|her|their) \s place
        | übern(?:immt|ahm|ommen|ahmen) | nachfolge (?:r(?:in)?)? | abgelöst | löste? | folgte?
        | neue[rs]? \s (?:vor|leit|präs|chef|spiel|train)\w*
        | asumió | asume | sucedió | sucesora? | reemplazó | relevó | sustituyó
        | сменил[аи]? | возглавил[аи]? | преемни[кц]\w* | стал[аи]? | назначен[аы]? | избран[аы]?
      ) \b | 接任 | 继任 | 繼任 | 接替 | 接手 | 接班 | 上任 | 当选 | 當選
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HOLDS = re.compile(
    rf"""
      {_TAKES_OVER.pattern}
    | \b (?: bec[ao]me | elected | appointed | installed | chosen | led | leads | headed | heads | runs? | ran
        | wurde | wird | gewählt | leitete? | führte? | dirig\w+ | presid\w+
        | избр\w+ | назнач\w+ | руковод\w+ | возглав\w+ | заведу\w+ ) \b | 担任 | 擔任 | 领导 | 領導
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b[A-ZÄÖÜА-ЯЁ][\w'’-]+")
# Words of a question that tell no office: "who was the first chairman?".
_NO_OFFICE = words_of(
    "first second third last next new old then current former now later over take took become became be"
    " erste ersten erster letzte letzten neue neuer jetzige übernahm übernimmt wurde"
    " первый первым первая последний новый стал primer primera último nuevo 第一 第一任"
)


def statements_from(chronology: Chronology, now: Quotation, *, is_later: bool) -> Iterator[DatedStatement]:
    """The statements from what is shown on, the nearest in time first; none where it has no date."""
    if now.date is None:
        return
    go = chronology.after if is_later else chronology.before
    number, date = chronology.library.index.passages.find(reference_to(now.passage)), now.date.date
    sentence = now.sentence or (0, 0)
    while number is not None and (statement := go(number, date, sentence[0])):
        yield statement
        number, date, sentence = statement.passage, statement.date, statement.sentence


def neighbour(
    chronology: Chronology, now: Quotation, is_unseen: Unseen, *, is_later: bool
) -> Quotation | None:
    """The statement before or after in time that is not of the same words, nor was shown."""
    statements = statements_from(chronology, now, is_later=is_later)
    return _first_other(chronology, statements, now, is_unseen)


def _first_other(
    chronology: Chronology, statements: Iterable[DatedStatement], now: Quotation, is_unseen: Unseen
) -> Quotation | None:
    first = chronology.library.index.passages.find(reference_to(now.passage))
    for statement in statements:
        passage = chronology.passage_of(statement)
        # of the same date it would be the same card
        is_within = statement.passage == first and now.date is not None and statement.date != now.date.date
        is_other = is_within or passage.text != now.passage.text  # a text may be kept twice
        if is_other and is_unseen(passage, statement.sentence):
            dated = DatedSentence(statement.date, statement.basis, statement.sentence, 0.0)
            return Quotation(passage, statement.sentence, (dated,))
    return None


def neighbour_in_document(
    chronology: Chronology, now: Quotation, is_unseen: Unseen, *, is_later: bool
) -> Quotation | None:
    """The neighbour in time that the document of what is shown tells of, where some is near; else any."""

    def goes_on(passage: Passage, sentence: Span) -> bool:
        return passage.source == now.passage.source and is_unseen(passage, sentence)

    statements = islice(statements_from(chronology, now, is_later=is_later), MOST_STATEMENTS)
    return _first_other(chronology, statements, now, goes_on) or neighbour(
        chronology, now, is_unseen, is_later=is_later
    )


def beside_in_document(
    passages: PassageTable, now: Quotation, is_unseen: Unseen, *, is_later: bool
) -> Quotation | None:
    """What stands next in the document of what is shown: all that tells the order of what has no date."""
    at = passages.find(reference_to(now.passage))
    step = 1 if is_later else -1
    while at is not None and 0 <= at + step < len(passages):
        at += step
        passage = passages[at]
        if passage.source != now.passage.source:
            return None
        sentence = next(iter(sentences(passage.text)), (0, len(passage.text)))
        if is_unseen(passage, sentence):
            return with_sentence(passage, sentence)
    return None


def in_same_year(chronology: Chronology, now: Quotation, is_unseen: Unseen) -> Quotation | None:
    """Another statement of the year of what is shown, the next one later in it first."""
    year = now.date.date.first.year if now.date else None
    for is_later in (True, False):
        there = neighbour_in_document(chronology, now, is_unseen, is_later=is_later)
        if there and there.date and there.date.date.first.year == year:
            return there
    return None


def next_person(
    chronology: Chronology, now: Quotation, asked: str, is_unseen: Unseen, *, is_later: bool
) -> Quotation | None:
    """The next statement in time that names somebody else in the office asked for, or says who took over."""
    shown = sentence_text(now)
    # Who took over is told with the one before: "Bo Falk took over from Ann Reed".
    known = " ".join((asked, shown if is_later else "".join(new_people(shown, "")[:1])))
    statements = islice(statements_from(chronology, now, is_later=is_later), MOST_STATEMENTS)
    office = _office(asked, chronology.library.index)
    beside = frozenset(analyse(shown).terms)
    for there in _naming_somebody(chronology, statements, known):
        if there.sentence is None or not is_unseen(there.passage, there.sentence):
            continue
        text = sentence_text(there)
        terms = frozenset(analyse(text).terms)
        holds = office & terms if office else _HOLDS.search(text) and beside & terms
        if holds or _TAKES_OVER.search(text):
            return there
    return None


def _naming_somebody(
    chronology: Chronology, statements: Iterable[DatedStatement], known: str
) -> Iterator[Quotation]:
    """The sentences of dated passages that name somebody whom a known text does not, each with its date."""
    for statement in statements:
        passage = chronology.passage_of(statement)
        dated = DatedSentence(statement.date, statement.basis, statement.sentence, 0.0)
        for sentence in _told_then(passage, statement):
            if newly_named(passage.text[slice(*sentence)], known):
                quotation = with_sentence(passage, sentence)
                yield quotation if quotation.date else Quotation(passage, sentence, (dated,))


def newly_named(text: str, known: str) -> list[str]:
    """The people whom a text names and a known one does not; where somebody takes over, by one name too.

    >>> newly_named("Bo quickly became the new captain.", "Who was the captain before?")
    ['Bo']
    """
    people = new_people(text, known)
    if people or not _TAKES_OVER.search(text):
        return people
    terms = frozenset(analyse(known).terms)
    words = [match[0] for match in _CAPITAL.finditer(text)]
    return [word for word in words if term(word) not in terms and rarity(fold(word)) >= MAY_NAME]


def _told_then(passage: Passage, statement: DatedStatement) -> Iterator[Span]:
    """The sentence of a statement, and those behind it up to the next one that names a date."""
    dated = [mention.start for mention in passage.mentions if mention.is_statement]
    for span in sentences(passage.text):
        if span[0] > statement.sentence[0] and any(span[0] <= start < span[1] for start in dated):
            return
        if span[0] >= statement.sentence[0]:
            yield span


def sentence_text(quotation: Quotation) -> str:
    """The sentence that is shown; the whole passage where it is none."""
    return (
        quotation.passage.text[slice(*quotation.sentence)] if quotation.sentence else quotation.passage.text
    )


def _office(asked: str, index: Index) -> frozenset[str]:
    """The terms of a question for who holds an office that are no names: "chairman" of "who was chairman?".

    Of several questions the last such one counts. None of another question: who comes after
    whoever built the church need have nothing to do with it.
    """
    offices = [text for text in questions_in(asked) if asks_who_somebody_is(text) or _HOLDS.search(text)]
    if not offices:
        return frozenset()
    question = understand(offices[-1], index)
    language = question.language
    words = [w for w in question.query.words if not w.is_beside and not is_name(w.typed, language)]
    return frozenset(
        form.term
        for word in words
        if word.typed.lower() not in _NO_OFFICE
        for form in word.forms
        if form.weight >= LIKE
    )
