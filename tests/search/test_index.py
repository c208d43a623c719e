"""What a search finds in a small story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions import understand
from bot.search import Form, Index, Query, QueryWord
from bot.search.evidence import EVIDENCE
from tests.search.worlds import ALIASES, passages, story

if TYPE_CHECKING:
    from bot.search.ranking import Ranking

INDEX = story()
FOUND = [
    # words, stemmed, in any case
    ("when did BINANCE open an office in tokyo", "In October 2017 Binance"),
    ("who headed marketing?", "He Yi was head"),
    # names of the same thing, both ways and across scripts
    ("When did CZ plead guilty?", "In November 2023"),
    ("when did 赵长鹏 plead guilty?", "In November 2023"),
    ("币安是什么时候搬到东京的?", "In October 2017 Binance"),
    ("Когда Бинанс переехала в Токио?", "In October 2017 Binance"),
    # words that ask for the same thing
    ("when did CZ resign?", "In November 2023"),
    ("How long was he in prison in Lompoc?", "He served four months"),
    # numbers in one form
    ("what cost 4.3bn in fines", "In November 2023"),
    ("who paid 4,300,000,000?", "In November 2023"),
    # a typing error
    ("when did bianance open in tokoy", "In October 2017 Binance"),
    # dates that the question names
    ("what happened in June 2023?", "In March 2023"),
    ("what happened on 4 September 2017?", "On 4 September 2017"),
    ("what happened in the 94 storm?", "On 4 September 2017"),
    ("what happened before 2014?", "In 2013"),
]


@pytest.mark.parametrize(("question", "beginning"), FOUND)
def test_the_right_passage_comes_first(question: str, beginning: str) -> None:
    hits = INDEX.search(understand(question, INDEX).query, 3)

    assert hits[0].passage.text.startswith(beginning)


@pytest.mark.parametrize(("question", "beginning"), FOUND)
def test_the_score_is_the_sum_of_its_evidence(question: str, beginning: str) -> None:
    hits = INDEX.search(understand(question, INDEX).query, 10)

    assert hits[0].passage.text.startswith(beginning)
    for hit in hits:
        assert hit.score == pytest.approx(sum(part.value * part.weight for part in hit.evidence))
        assert [part.name for part in hit.evidence] == [row.name for row in EVIDENCE]


def test_scores_fall_and_no_passage_comes_twice() -> None:
    hits = INDEX.search(understand("Binance and Zhao Changpeng in 2017 and 2023", INDEX).query, 10)

    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.passage.line for hit in hits}) == len(hits)


@pytest.mark.parametrize("question", ["", "the of", "😀", "xylophone quartz"])
def test_nothing_is_found_where_no_word_is_shared(question: str) -> None:
    assert INDEX.search(understand(question, INDEX).query, 3) == []


def test_characters_are_found_where_they_stand_together() -> None:
    index = Index.build(passages(("币在安全的地方。", "币安成立了。", "别的事情发生了。")), ALIASES)
    hits = index.search(understand("币安", index).query, 3)

    assert [hit.passage.text for hit in hits] == ["币安成立了。"]


def test_an_index_of_nothing_finds_nothing() -> None:
    empty = Index.build((), ALIASES)

    assert empty.search(understand("when did Binance move to Tokyo in 2017?", empty).query, 3) == []


def test_passages_without_words_do_no_harm() -> None:
    index = Index.build(passages(("…", "Binance moved.", "😀")), ALIASES)

    assert [hit.passage.text for hit in index.search(understand("Binance?", index).query, 3)] == [
        "Binance moved."
    ]


def test_a_name_that_is_a_common_word_must_be_written_just_so() -> None:
    index = Index.build(passages(("It was ok to leave.", "OK hired him.")), ALIASES)

    assert index.search(understand("who was at OKCoin?", index).query, 1)[0].passage.text == "OK hired him."


def test_known_words_are_those_of_texts_and_headings() -> None:
    assert INDEX.knows("lompoc")
    assert INDEX.knows("stori")
    assert not INDEX.knows("kraken")


def test_a_title_over_all_passages_makes_its_words_no_commoner() -> None:
    titled = Index.build(passages(title="How Binance fled from Shanghai to Tokyo"), ALIASES)

    for word in ("shanghai", "fled"):
        assert titled.idf(word) == pytest.approx(INDEX.idf(word))
    assert titled.candidates(
        understand("Tokyo", titled).query
    ).context.all()  # it is about Tokyo all the same


@pytest.mark.parametrize("asked", ["Was Kraken charged?", "was kraken charged?"])
def test_a_passage_that_lacks_a_name_of_the_question_counts_less(asked: str) -> None:
    index = Index.build(passages(("The bank was charged.", "The Kraken was charged.")), ALIASES)

    lacked = {
        hit.passage.text: part.value
        for hit in index.search(understand(asked, index).query, 2)
        for part in hit.evidence
        if part.name == "names lacked"
    }

    assert lacked["The Kraken was charged."] == 0
    assert lacked["The bank was charged."] < 0


def test_the_form_that_was_typed_counts_more_than_another() -> None:
    index = Index.build(passages(("They sentence him.", "They sentenced him.")), ALIASES)

    hits = index.search(understand("who sentenced him?", index).query, 2)

    assert [hit.passage.text for hit in hits] == ["They sentenced him.", "They sentence him."]


@pytest.mark.parametrize(
    ("asked", "least", "most"),
    [("Когда был захвачен Монреаль?", 0.6, 1.0), ("Когда был основан Монреаль?", 0.0, 0.2)],  # taken, founded
)
def test_an_unknown_word_may_be_like_one_of_the_first_hit(asked: str, least: float, most: float) -> None:
    index = Index.build(passages(("В 1760 году британцы захватили Монреаль.",)), ALIASES)

    likenesses = index.rank(understand(asked, index).query).likenesses

    assert len(likenesses) == 1
    assert least <= likenesses[0] <= most


def test_an_unknown_word_counts_by_its_weight_as_rare_as_can_be() -> None:
    def ranked(*words: QueryWord) -> Ranking:
        return INDEX.rank(Query("", (QueryWord("Tokyo", (Form("tokyo"),), 0), *words)))

    known, rarest = ranked().asked_idf, ranked().rarest

    assert ranked(QueryWord("kraken", (Form("kraken"),), 1)).asked_idf == pytest.approx(known + rarest)
    half = ranked(QueryWord("kraken", (Form("kraken"),), 1, weight=0.5))
    assert half.asked_idf == pytest.approx(known + rarest / 2)
    assert ranked(QueryWord("kraken", (Form("kraken"),), 1, is_beside=True)).asked_idf == pytest.approx(known)


@pytest.mark.parametrize(
    ("text", "is_near"),
    [
        ("Shanghai fled to Tokyo.", True),
        ("Shanghai one two three Tokyo.", True),
        ("Shanghai one two three four Tokyo.", False),  # too far
        ("Tokyo fled to Shanghai.", False),  # the other way round
        ("Shanghai fled.", False),
    ],
)
def test_words_near_each_other_in_the_order_of_the_question_count_more(text: str, is_near: bool) -> None:
    index = Index.build(passages((text, "Something else.")), ALIASES)
    words = tuple(QueryWord(word, (Form(word),), place) for place, word in enumerate(("shanghai", "tokyo")))

    ranking = index.rank(Query("", words))

    assert (ranking.value("near") > 0) == is_near


@pytest.mark.parametrize(("end", "counts"), [("?", -0.5), ("？", -0.5), ("? ", -0.5), (".", 0.0)])
def test_a_passage_that_only_asks_counts_half_of_what_its_words_do(end: str, counts: float) -> None:
    index = story((f"Who keeps the Plover lighthouse{end}", "It is white."))

    (hit,) = index.search(understand("who keeps the Plover lighthouse?", index).query, 1)

    counted = {part.name: part.value * part.weight for part in hit.evidence}
    assert counted["only asks"] == pytest.approx(counts * counted["words"])


def test_a_long_passage_may_end_with_a_question() -> None:
    tells = "Ann Reed kept the Plover lighthouse. " * 6 + "Who would have thought so?"
    index = story((tells, "The lighthouse is white."))

    hits = index.search(understand("who kept the Plover lighthouse?", index).query, 2)

    assert hits[0].passage.text == tells
    assert "only asks" not in [part.name for part in hits[0].evidence if part.value]
