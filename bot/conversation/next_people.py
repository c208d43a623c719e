"""Who came next in an office that was spoken of, or before: "who took over?"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.answers import Quotation
from bot.answers.answer_signs import new_people
from bot.answers.dating import DatedSentence
from bot.answers.quotation import quoted_sentence
from bot.conversation.neighbours import MOST_STATEMENTS, statements_from
from bot.questions import understand
from bot.questions.follow_up_phrases import asks_who_somebody_is
from bot.questions.messages.framing import questions_in
from bot.search.words.analysis import analyse, fold, term
from bot.search.words.commonness import MAY_NAME, is_name, rarity
from bot.sentences import sentences, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.quotation import Unseen
    from bot.browsing.chronology import Chronology, DatedStatement
    from bot.search.index import Index
    from bot.sentences import Span
    from bot.sources.source import Passage

LIKE = 0.5  # weight of a form of a word that names an office
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


def next_person(
    chronology: Chronology, now: Quotation, asked: str, is_unseen: Unseen, *, is_later: bool
) -> Quotation | None:
    """The next statement in time that names somebody else in the office asked for, or says who took over."""
    shown = now.text
    # Who took over is told with the one before: "Bo Falk took over from Ann Reed".
    known = " ".join((asked, shown if is_later else "".join(new_people(shown, "")[:1])))
    statements = islice(statements_from(chronology, now, is_later=is_later), MOST_STATEMENTS)
    office = _office(asked, chronology.library.index)
    beside = frozenset(analyse(shown).terms)
    for there in _naming_somebody(chronology, statements, known):
        if there.sentence is None or not is_unseen(there.passage, there.sentence):
            continue
        text = there.text
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
                quotation = quoted_sentence(passage, sentence)
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
