"""Of passages that share a question's words alike the one that tells what is asked goes first."""

from __future__ import annotations

import pytest

from bot.answers import answer
from bot.answers.passage_reading import PassageReading
from bot.answers.second_ranking import FEATURES
from bot.questions import understand
from bot.search.evidence import EVIDENCE
from tests.search.worlds import story

ROWS = [
    # names and the event in one sentence
    ("names with event", "Ann Reed founded the Quenby Club.", "when was the Quenby Club founded?", 1.0),
    ("names with event", "The Quenby Club rows.", "when was the Quenby Club founded?", 0.0),
    # a person where one is asked for, and by whom it was done
    ("person named", "The letter was edited by Ann Reed.", "who edited the letter?", 1.0),
    ("person named", "The letter was edited with care.", "who edited the letter?", 0.0),
    ("person named", "The letter was edited by Ann Reed.", "when was the letter edited?", 0.0),
    ("doer named", "The letter was edited for years by Ann Reed.", "who edited the letter?", 1.0),
    ("doer named", "Gedruckt wurde das Heft von Ann Reed.", "wer hat das Heft gedruckt?", 1.0),
    ("doer named", "The letter was edited. It was sold by Ann Reed.", "who edited the letter?", 0.0),
    ("doer named", "The letter was edited by Ann Reed.", "what was edited?", 0.0),
    # a place, an amount, a reason, a name
    ("place named", "The congress was held in Marlow.", "where was the congress held?", 1.0),
    ("place named", "The congress was held in spring.", "where was the congress held?", 0.0),
    ("place named", "The congress was held in Marlow.", "why was the congress held?", 0.0),
    ("amount given", "The club had 40 members.", "how many members had the club?", 1.0),
    ("amount given", "The club had members.", "how many members had the club?", 0.0),
    ("amount given", "The club had 40 members.", "when had the club members?", 0.0),
    ("reason given", "The club closed. It was no longer paid for.", "why did the club close?", 1.0),
    ("reason given", "The club closed. It was sold.", "why did the club close?", 0.0),
    ("reason given", "The club closed because of rain.", "when did the club close?", 0.0),
    ("reason given", "The club closed because of rain.", "when did the club close, and why?", 0.0),
    ("name given", "The club, originally the Endeavour, rowed.", "what was the club called at first?", 1.0),
    ("name given", "俱乐部原名是海鸥队。", "俱乐部以前叫什么", 1.0),
    ("name given", "The club rowed.", "what was the club called at first?", 0.0),
    ("name given", "The club was renamed in 1980.", "when was the club renamed?", 0.0),
    # a date
    ("date fits", "The club closed with a feast.", "when did the club close?", 0.0),
    ("date fits", "The club closed in 1990.", "who closed the club?", 0.0),
    ("dated", "The club closed in 1990. It was a loss.", "when did we lose the club?", 1.0),
    ("dated", "The club closed.", "when did the club close?", 0.0),
    ("dated", "The club closed in 1990.", "who closed the club?", 0.0),
    # the words of the question in its order, close to each other
    ("in order", "Ann Reed sold the boat.", "did Ann Reed sell a boat?", 1.0),
    ("in order", "The boat was sold to Ann Reed.", "did Ann Reed sell a boat?", 1 / 3),
    ("in order", "Ann.", "did Ann Reed sell a boat?", 0.0),
    ("close together", "Ann.", "did Ann Reed sell a boat?", 0.0),
]


def value(sign: str, text: str, question: str) -> float:
    index = story((text,))
    reading = PassageReading.of(understand(question, index), index.passages[0], index)
    return next(row.of(reading) for row in FEATURES if row.name == sign)


@pytest.mark.parametrize(("sign", "text", "question", "expected"), ROWS)
def test_a_sign_says_whether_a_passage_tells_it(sign: str, text: str, question: str, expected: float) -> None:
    assert value(sign, text, question) == pytest.approx(expected)


def test_a_date_beside_the_event_fits_better_than_one_of_another_clause() -> None:
    beside = value(
        "date fits", "The club closed in 1990, and its boats were sold.", "when did the club close?"
    )
    apart = value(
        "date fits", "The club closed, and its boats were sold in 1990.", "when did the club close?"
    )

    assert 0 < apart < beside


def test_words_close_together_count_more() -> None:
    close, wide = (
        value("close together", text, "did Reed sell?")
        for text in ("Reed sold it.", "Reed, as all of us in the club remember to this day, sold it.")
    )

    assert 0 < wide < close < 1


@pytest.mark.parametrize(
    ("question", "shares_more", "tells"),
    [
        (
            "who edited the letter of the club?",
            "The letter of the club was edited with care, for the letter of the club was read by all.",
            "The letter of the club was edited for all those years by Ann Reed, with much care.",
        ),
        (
            "why did the club close its hall?",
            "The club was to close its hall, and close its hall it did, says the club.",
            "The club had to close its hall in winter because the roof had come down on it.",
        ),
        (
            "where was the hall opened?",
            "The hall was opened, and what a hall it was that was opened, says all the town.",
            "The hall was opened to all who wanted to see it, in the old Tannery.",
        ),
    ],
)
def test_what_tells_it_goes_before_what_shares_more_words(
    question: str, shares_more: str, tells: str
) -> None:
    index = story((shares_more, tells, "A boat was sold.", "Rain fell on Marlow."))
    query = understand(question, index).query

    assert index.search(query, 1)[0].passage.text == shares_more
    assert answer(question, index).hits[0].passage.text == tells


def test_the_score_is_the_sum_of_its_evidence_still() -> None:
    texts = ("The hall was opened by Ann Reed in 1990.", "The hall was opened by Ida Reed in 1991.")
    hits = answer("who opened the hall?", story(texts)).hits

    assert len(hits) == len(texts)
    for hit in hits:
        assert hit.score == pytest.approx(sum(part.value * part.weight for part in hit.evidence))
        names = [row.name for row in EVIDENCE] + [row.name for row in FEATURES]
        assert [part.name for part in hit.evidence] == names


def test_a_hit_far_behind_is_not_read() -> None:
    hits = answer(
        "who opened the old hall of Quenby?", story(("Ann Reed opened the old hall of Quenby.", "A hall."))
    ).hits

    assert [len(hit.evidence) for hit in hits] == [len(EVIDENCE), len(EVIDENCE)]
