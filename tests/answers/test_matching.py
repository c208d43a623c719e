"""Where a question's words stand in a passage, and which dates may answer it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.answers.dating import as_asked, rank_dates
from bot.answers.matching import MatchedPassage, date_candidates, gain
from bot.dates import Basis, HistoricalDate, PassageDate, Precision
from bot.questions import understand
from bot.questions.query_words import weight_of
from bot.search import Index
from bot.search.query import Query
from tests.search.worlds import ALIASES, STORY, passages


def matched(question: str, text: str) -> MatchedPassage:
    """A passage as a question meets it, in a library that holds the story too."""
    index = Index.build(passages((*STORY, text)), ALIASES)
    return MatchedPassage.of(understand(question, index).query, index.passages[len(STORY)], index)


def clauses(question: str, text: str) -> dict[str, str]:
    """The clause of each date of a passage that may answer, by the date as written; of its own one, by ""."""
    index = Index.build(passages((*STORY, text)), ALIASES)
    passage = index.passages[len(STORY)]
    asked = MatchedPassage.of(understand(question, index).query, passage, index)
    return {
        c.mention.text if c.mention else "": text[slice(*c.clause)] for c in date_candidates(asked, passage)
    }


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("When did they move the office?", "The office was moved to Tokyo.", ["office", "moved"]),
        # a name is one word, each of its parts a little of it
        ("When did CZ move?", "Zhao Changpeng moved.", ["Zhao", "Zhao Changpeng", "Changpeng", "moved"]),
        # another word that means the same
        ("When did they relocate?", "They moved.", ["moved"]),
        # a compound with a hyphen, written together
        ("Who was the vicepresident?", "The vice-president came.", ["vice-president"]),
        ("who paid 4.3bn?", "They paid 4.3 billion.", ["paid", "4.3 billion"]),
        ("when was the zeppelin built?", "Nothing of that.", []),
    ],
)
def test_words_are_found_in_any_of_their_forms(question: str, text: str, words: list[str]) -> None:
    asked = matched(question, text)

    assert [asked.text[match.start : match.end] for match in asked.matches] == words


def test_a_word_counts_by_how_rare_it_is_and_once_a_sentence() -> None:
    text = "Binance moved. Binance and Binance. A donkey came to Tokyo."
    index = Index.build(passages((*STORY, text)), ALIASES)
    query = understand("Did the Binance donkey move?", index).query
    asked = MatchedPassage.of(query, index.passages[len(STORY)], index)
    gains = {asked.text[match.start : match.end]: match.gain for match in asked.matches}

    assert gains["donkey"] > gains["Binance"] > 0
    assert gain(asked.matches, asked.sentences[1]) == gains["Binance"]
    assert gain(asked.matches, asked.sentences[2]) == gains["donkey"]
    assert gains["moved"] == pytest.approx(index.idf("move") * weight_of("move"))
    assert asked.most == max(gains["donkey"], gains["Binance"] + gains["moved"])


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did Binance move to Tokyo?", ["move"]),
        ("when did binance move to tokyo", ["move"]),
        ("when did it move quickly", ["move", "quickly"]),  # one that the passage lacks may be one
    ],
)
def test_words_of_the_event_are_no_names_however_they_are_typed(question: str, words: list[str]) -> None:
    asked = matched(question, "In 2017 the firm Binance moved to Tokyo.")

    assert [asked.query.words[number].typed for number in asked.event_words] == words


def test_words_of_the_event_in_chinese_are_those_of_the_table() -> None:
    asked = matched("大桥哪年建成的?", "大桥于1921年建成。")

    assert [asked.query.words[number].typed for number in asked.event_words] == ["大桥", "建成"]


def test_no_sentence_is_best_where_none_holds_a_word() -> None:
    assert matched("zeppelin?", "Nothing of that.").best_sentence() is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # a clause ends at a comma and at a word that joins
        (
            "It opened in May 2017, it shut in 2018.",
            ["It opened in May 2017", "it shut in 2018."],
        ),
        ("It opened in May 2017 and shut in 2018.", ["It opened in May 2017", "shut in 2018."]),
        # a date in front belongs to the piece behind it
        (
            "In May 2017, it opened; in 2018, it shut.",
            ["In May 2017, it opened", "in 2018, it shut."],
        ),
        # each sentence is read by itself
        (
            "It opened in May 2017. It shut in 2018.",
            ["It opened in May 2017.", "It shut in 2018."],
        ),
        ("2017年5月开业，2018年6月关门。", ["2017年5月开业，2018年6月关门。"] * 2),
    ],
)
def test_a_date_stands_in_its_clause(text: str, parts: list[str]) -> None:
    assert list(clauses("When did it open?", text).values())[:2] == parts


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        # a date that the question names does not answer when; the passage's own is the last
        ("When did it open?", ["May 2017", "2018", ""]),
        ("When did it open, if not in May 2017?", ["2018"]),
        ("What opened in May 2017?", ["May 2017", "2018", ""]),
    ],
)
def test_all_dates_may_answer_but_those_that_a_question_for_a_date_names(
    question: str, dates: list[str]
) -> None:
    assert list(clauses(question, "It opened in May 2017. It shut in 2018.")) == dates


def test_dates_of_a_sentence_are_rivals() -> None:
    text = "It opened in May 2017 and shut in 2018. It burned in 2020."
    index = Index.build(passages((text,)), ALIASES)
    asked = MatchedPassage.of(understand("When did it open?", index).query, index.passages[0], index)

    assert [c.rivals for c in date_candidates(asked, index.passages[0]) if c.mention] == [1, 1, 0]


def test_a_passage_without_a_match_dates_its_whole_text() -> None:
    text = "It opened in May 2017. It closed."
    index = Index.build(passages((text,)), ALIASES)
    asked = MatchedPassage.of(understand("zeppelin?", index).query, index.passages[0], index)

    assert date_candidates(asked, index.passages[0])[-1].sentence == (0, len(text))


@pytest.mark.parametrize(
    ("date", "query", "wanted"),
    [
        # a year where a year is asked for
        ("2017-10-04", {"precision": Precision.YEAR}, "2017"),
        ("2017-10~", {"precision": Precision.YEAR}, "2017~"),
        ("2017", {"precision": Precision.YEAR}, "2017"),
        ("201X", {"precision": Precision.YEAR}, "201X"),
        ("2017-10/2018-02", {"precision": Precision.YEAR}, "2017-10/2018-02"),
        ("2017-10-04", {}, "2017-10-04"),
        # one end of a stretch where only that is asked for
        ("2017-10/2018-02", {"wants_start": True}, "2017-10"),
        ("2017-10/2018-02", {"wants_end": True}, "2018-02"),
        ("2017-10/2018-02", {"wants_end": True, "precision": Precision.YEAR}, "2018"),
        ("2017-10/2018-02", {"wants_start": True, "wants_end": True}, "2017-10/2018-02"),
        ("2017-10/2018-02", {}, "2017-10/2018-02"),
        ("2017/..", {"wants_end": True}, "2017/.."),
        ("2017-10", {"wants_end": True}, "2017-10"),
    ],
)
def test_a_date_is_shown_as_it_was_asked_for(date: str, query: dict[str, Any], wanted: str) -> None:
    assert str(as_asked(HistoricalDate.parse(date), Query("", (), **query))) == wanted


def test_a_date_told_twice_comes_once_from_its_better_sentence() -> None:
    text = "It was in May 2017. In 2018 it closed, and the office opened in May 2017."
    index = Index.build(passages((text,)), ALIASES)
    asked = MatchedPassage.of(
        understand("When was the office opened?", index).query, index.passages[0], index
    )
    rows = rank_dates(asked, index.passages[0])

    assert [(str(row.date), text[slice(*row.sentence)][:5]) for row in rows] == [
        ("2017-05", "In 20"),
        ("2018", "In 20"),
    ]


ENTRIES = [  # an entry, when its record was set, as asked for the record
    ("1992\n• Ann left\n• Bo set the record, May 4\n• Cy came", "1992-05-04"),
    ("1992\n• Ann left, May 4\n• Bo set the record\n• Cy came", "1992"),
    ("1992: Bo set the record, and Ann left on May 4", "1992"),
]


@pytest.mark.parametrize(("text", "wanted"), ENTRIES)
def test_a_line_of_an_entry_tells_its_day_closer_than_the_head(text: str, wanted: str) -> None:
    index = Index.build(passages((text,)), ALIASES)
    asked = MatchedPassage.of(understand("When was the record set?", index).query, index.passages[0], index)

    assert str(rank_dates(asked, index.passages[0])[0].date) == wanted


def test_a_time_that_only_serves_to_compare_answers_nothing() -> None:
    text = "In 2014 more came. We tripled from the previous year. We doubled the next year."

    assert list(clauses("When did they triple?", text)) == ["2014", "next year", ""]


def test_the_end_of_a_year_of_accounts_answers_nothing() -> None:
    text = "Accepted: the accounts for the year ended 31 May 2017. The season ending in May 2018 was bad."

    assert list(clauses("When were the accounts accepted?", text)) == ["May 2018", ""]


def test_a_stretch_around_a_passage_is_none_of_what_it_tells() -> None:
    around = PassageDate(HistoricalDate.parse("2020-11/2020-12"), Basis.HEADING)
    passage = replace(passages(("The arena opened.",))[0], date=around)
    index = Index.build((passage,), ALIASES)
    asked = MatchedPassage.of(understand("When did the arena open?", index).query, passage, index)

    assert [str(row.date) for row in rank_dates(asked, passage)] == ["2020-11/2020-12"]


@pytest.mark.parametrize(
    ("text", "around", "dates"),
    [
        ("Fm was written before 1991 in Japan.", "1999-02-18", ["1991"]),
        ("Fm was written before 1991 in Japan.", "1985", ["1991", "1985"]),
        ("Fm was written in 1991 in Japan.", "1999-02-18", ["1991", "1999-02-18"]),
        ("Fm wurde vor dem Jahr 1991 geschrieben.", "1999", ["1991"]),
        ("Fm写于1991年之前。", "1999", ["1991"]),
    ],
)
def test_what_was_before_a_day_was_not_on_a_later_one(text: str, around: str, dates: list[str]) -> None:
    date = PassageDate(HistoricalDate.parse(around), Basis.HEADING)
    passage = replace(passages((text,))[0], date=date)
    index = Index.build((passage,), ALIASES)
    asked = MatchedPassage.of(understand("when was fm written?", index).query, passage, index)

    assert [str(candidate.date) for candidate in date_candidates(asked, passage)] == dates
