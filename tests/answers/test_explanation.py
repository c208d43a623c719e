"""Why a question was answered as it was, or refused."""

from __future__ import annotations

import pytest

from bot.answers import Explanation, RefusalReason, answer, explained
from bot.answers.explanation import MOST_PASSAGES, RemedyKind
from bot.questions.wanted import Wanted
from bot.search import Index
from bot.sources.aliases import Aliases
from bot.sources.source import Passage, Source
from tests.search.worlds import ALIASES, STORY, passages

CLUB = Source("The rowing club", "club.md")
TEXTS = [
    Passage(CLUB, "The boathouse of Marlow burned. Ida Quenby saw it.", 3, ("Fires",)),
    Passage(CLUB, "A new boathouse was built.", 5, ("Fires",)),
    Passage(CLUB, "Rowers met in Marlow.", 7),
    Passage(CLUB, "The boathouse was sold.", 9),
]
STORIES = Index.build(passages(STORY), ALIASES)
CLUBS = Index.build(TEXTS, Aliases())
RIVALS = Index.build([Passage(CLUB, "Ida Quenby sold the second boathouse of Marlow.", 3)], Aliases())


def why(question: str, index: Index = CLUBS) -> Explanation:
    return explained(answer(question, index), index)


def test_what_was_looked_for_is_named_as_typed() -> None:
    looked_for = why("Who saw the boathouse burn in Marlow in May 1937?").looked_for

    assert looked_for.kind is Wanted.PERSON
    assert looked_for.names == ("Marlow",)
    assert looked_for.words == ("saw", "boathouse", "burn")
    assert [str(date) for date in looked_for.dates] == ["1937-05"]


def test_each_word_stands_in_its_best_place() -> None:
    findings = why(
        "When did the boathouse of Marlow burn, was Quenby rowing to the fires in Hixom?"
    ).passages[0]

    assert findings.passage == TEXTS[0]
    assert findings.in_sentence == ("boathouse", "Marlow", "burn", "fires")  # "burned" means fire
    assert findings.elsewhere == ("Quenby",)
    assert findings.in_headings == ("rowing",)
    assert findings.lacking == ("Hixom",)


def test_an_answer_names_its_date_and_no_remedy() -> None:
    explanation = why("When was Binance founded?", STORIES)

    assert explanation.refused is None
    assert str(explanation.passages[0].date) == "2017-07"
    assert explanation.passages[0].is_dated
    assert not explanation.unknown
    assert not explanation.remedies


def test_a_refusal_names_the_words_that_stand_nowhere_and_what_would_help() -> None:
    explanation = why("When did KRAKEN open its doors?", STORIES)

    assert explanation.refused is RefusalReason.NOT_FOUND
    assert explanation.unknown == ("KRAKEN", "doors")
    assert [(remedy.kind, remedy.target) for remedy in explanation.remedies] == [
        (RemedyKind.ALIAS, "KRAKEN"), (RemedyKind.ALIAS, "doors"), (RemedyKind.DOCUMENT, ""),
    ]  # fmt: skip
    assert explanation.passages[0].date is None


def test_a_date_in_the_head_helps_where_a_date_is_asked_and_none_is_there() -> None:
    remedies = why("When did the boathouse of Marlow burn?").remedies

    assert (RemedyKind.DATE, "club.md") in [(remedy.kind, remedy.target) for remedy in remedies]
    assert not why("Who saw the boathouse of Marlow burn?").remedies


def test_what_stands_in_the_place_of_what_was_asked_is_named() -> None:
    explanation = why("Who sold the seventh boathouse of Marlow?", RIVALS)
    findings = explanation.passages[0]

    assert explanation.refused is RefusalReason.NOT_FOUND
    assert explanation.is_rival
    assert [(pair.asked, pair.instead) for pair in findings.instead] == [("seventh", "second")]


def test_a_person_or_a_number_that_is_asked_for_and_not_there_is_named() -> None:
    assert why("How many boats burned in the boathouse of Marlow?").passages[0].lacks_kind
    assert why("Who burned the boathouse of Marlow?").passages[0].lacks_kind
    assert not why("Where did the boathouse of Marlow burn?").passages[0].lacks_kind


def test_a_number_needs_no_alias() -> None:
    remedies = why("When did the boathouse of Hixom burn in 71 places?").remedies

    assert [remedy.target for remedy in remedies if remedy.kind is RemedyKind.ALIAS] == ["Hixom", "places"]


@pytest.mark.parametrize(
    ("question", "reason"), [("", RefusalReason.EMPTY), ("when was it", RefusalReason.NO_WORDS)]
)
def test_a_question_without_words_has_no_passages(question: str, reason: RefusalReason) -> None:
    explanation = why(question)

    assert (explanation.refused, explanation.passages, explanation.remedies) == (reason, (), ())


def test_no_more_than_three_passages_are_looked_at() -> None:
    result = answer("Who sold the boathouse of Marlow?", CLUBS, top=4)

    assert len(result.hits) > MOST_PASSAGES == len(explained(result, CLUBS).passages)
