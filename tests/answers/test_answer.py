"""What is answered, with which sentence and date, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers import UNSURE_BELOW, Answer, Refusal, RefusalReason, answer, topics_near
from bot.answers.answer import is_refused
from bot.answers.confidence import Judgement
from bot.answers.dating import DatedSentence
from bot.dates import Basis, HistoricalDate
from bot.questions import LONGEST, understand, understood
from bot.search import Index
from bot.search.hit import Hit
from bot.sources.source import Passage, Source
from tests.search.worlds import ALIASES, STORY, passages, story

INDEX = story()
DATED = [
    ("When did Binance open its office in Tokyo?", "2017-10"),
    ("When was Binance founded?", "2017-07"),  # the other date of the same passage
    ("When did the CFTC sue Binance?", "2023-03"),
    ("When did the SEC charge Binance?", "2023-06"),
    ("In what year did the SEC charge Binance?", "2023"),  # no more exact than asked for
    ("when did bianance open in tokyo", "2017-10"),
    ("币安是什么时候搬到东京的?", "2017-10"),
    ("幣安是什麼時候搬到東京的?", "2017-10"),  # the same in traditional characters
    ("what happened in June 2023?", "2023-06"),
    ("what happened on 4 September 2017?", "2017-09-04"),
    ("what happened in the 94 storm?", "2017-09-04"),
]
SENTENCES = [
    ("When was Binance founded?", "It had been founded in July 2017."),
    ("how much did Binance pay in fines?", "Binance paid $4.3 billion in fines."),
    ("who was head of marketing at OKCoin?", STORY[6]),
]
REFUSED = [
    ("", RefusalReason.EMPTY),
    (" \n\t", RefusalReason.EMPTY),
    ("when was it", RefusalReason.NO_WORDS),
    ("the of and", RefusalReason.NO_WORDS),
    ("😀 👍🏽", RefusalReason.NO_WORDS),
    ("???", RefusalReason.NO_WORDS),
    ("good morning everyone", RefusalReason.NOT_FOUND),
    ("how do I reset my password?", RefusalReason.NOT_FOUND),
    ("who is the president of Brazil?", RefusalReason.NOT_FOUND),
    ("when did Kraken open its doors?", RefusalReason.NOT_FOUND),
    ("what is the capital of France", RefusalReason.NOT_FOUND),
    ("what happened in 1950?", RefusalReason.NOT_FOUND),
    ("How are you today?", RefusalReason.NOT_FOUND),
    ("What is the weather tomorrow?", RefusalReason.NOT_FOUND),
    ("what's for lunch?", RefusalReason.NOT_FOUND),  # though a passage tells of one
    ("when moon", RefusalReason.NOT_FOUND),  # no noon, no soon
    ("今天天气怎么样", RefusalReason.NOT_FOUND),
    # names that the aliases give, beside what is told nowhere
    ("币安什么时候在东京开了自助餐厅？", RefusalReason.NOT_FOUND),
    ("东京的斑马什么时候唱歌？", RefusalReason.NOT_FOUND),
    ("谁治好了赵长鹏的疟疾？", RefusalReason.NOT_FOUND),
    ("как дела?", RefusalReason.NOT_FOUND),
]
HOSTILE = [
    "a" * 4096, "a " * 2048, "1" * 4096, "1." * 2048, "'" * 4096, "a'" * 2048, "(" * 4096, "e\u0301" * 2048,
    "币安是什么" * 819, "#AbCd" * 819, "a-" * 2048, "4 September 2017 " * 240, "9 billion " * 400,
    "\0" * 4096, "\ud800" * 4096, "<b>&" * 1024, "😀" * 4096, "\u200d" * 4096,
]  # fmt: skip


@pytest.mark.parametrize(("question", "date"), DATED)
def test_the_date_that_answers_is_shown(question: str, date: str) -> None:
    result = answer(question, INDEX)

    assert isinstance(result, Answer)
    assert result.date is not None
    assert str(result.date.date) == date


@pytest.mark.parametrize(("question", "sentence"), SENTENCES)
def test_the_sentence_that_answers_is_word_for_word(question: str, sentence: str) -> None:
    result = answer(question, INDEX)

    assert isinstance(result, Answer)
    assert result.sentence is not None
    assert result.passage.text[slice(*result.sentence)] == sentence


@pytest.mark.parametrize(("question", "reason"), REFUSED)
def test_what_nobody_wrote_is_refused(question: str, reason: RefusalReason) -> None:
    result = answer(question, INDEX)

    assert isinstance(result, Refusal)
    assert result.reason is reason


def test_a_refusal_names_the_words_as_typed_and_the_nearest_topics() -> None:
    result = answer("When did KRAKEN open its doors?", INDEX)

    assert isinstance(result, Refusal)
    assert result.unknown == ("KRAKEN", "doors")
    assert result.topics == ("A heading",)
    assert result.hits


def test_a_date_that_the_question_names_does_not_answer_when() -> None:
    result = answer("When in 2017, if not in October 2017, was Binance founded?", INDEX)

    assert isinstance(result, Answer)
    assert "2017-10" not in [str(date.date) for date in result.dates]


def test_a_second_date_is_offered_when_it_is_close() -> None:
    index = Index.build(passages(("Binance moved in May 2017, and Binance moved in June 2018.",)), ALIASES)
    result = answer("When did Binance move?", index)

    assert isinstance(result, Answer)
    assert result.quotation.second_date is result.dates[1]


def test_each_date_comes_once_and_the_best_first() -> None:
    result = answer("When did Binance leave Shanghai for Tokyo?", INDEX)

    assert isinstance(result, Answer)
    assert len({row.date for row in result.dates}) == len(result.dates)
    assert [row.score for row in result.dates] == sorted((row.score for row in result.dates), reverse=True)


def test_a_life_gives_its_end_to_who_asks_for_death() -> None:
    life = "Nikola Tesla (born in Smiljan, 1856 – 1943) was an inventor; his death was mourned by many."
    index = Index.build(passages((*STORY, life)), ALIASES)
    died, born = answer("When did Tesla die?", index), answer("When was Tesla born?", index)

    assert isinstance(died, Answer)
    assert isinstance(born, Answer)
    assert [str(row.date) for row in (died.dates[0], born.dates[0])] == ["1943", "1856"]


@pytest.mark.parametrize(
    ("text", "question", "date"),
    [
        ("Ida Moor led the choir from April 2008 until May 2010.", "when did ida moor step down?", "2010-05"),
        ("Ida Moor led the choir from April 2008 until May 2010.", "when did ida moor take over?", "2008-04"),
        ("Bo Lind, who ran the mill until his death in 1852, came in 1835.", "when did bo lind die", "1852"),
        ("June 26 2016: Bo Lind, the maker of a clock in 1996, died.", "when did bo lind die", "2016-06-26"),
    ],
)
def test_the_end_or_the_beginning_that_is_asked_for_is_shown(text: str, question: str, date: str) -> None:
    result = answer(question, story((*STORY, text)))

    assert isinstance(result, Answer)
    assert result.date is not None
    assert str(result.date.date) == date


@pytest.mark.parametrize("question", ["图书馆什么时候开放？", "圖書館什麼時候開放？"])
@pytest.mark.parametrize("text", ["圖書館於1931年開放。", "图书馆于1931年开放。"])
def test_traditional_and_simplified_characters_find_each_other(text: str, question: str) -> None:
    result = answer(question, story((text, "学校在1927年搬迁。")))

    assert isinstance(result, Answer)
    assert result.passage.text == text


FOLLOWED = [  # the question before, the one that goes on from it, the date shown
    ("When did the CFTC sue Binance?", "and the SEC?", "2023-06"),
    ("What happened in June 2023?", "and in October 2017?", "2017-10"),
    ("Where was Binance founded?", "when?", "2017-07"),
    (
        "When did Binance open an office in Tokyo?",
        "when did CZ plead guilty?",
        "2023-11",
    ),  # has its own topic
]


@pytest.mark.parametrize(
    ("text", "taken", "date"),
    [
        ("Hi! When was Binance founded? Thanks in advance", "When was Binance founded?", "2017-07"),
        ("When was Binance founded? When did the CFTC sue it?", "When was Binance founded?", "2017-07"),
        # the first that has an answer
        ("When did Kraken open its doors? When was Binance founded?", "When was Binance founded?", "2017-07"),
    ],
)
def test_the_first_question_of_a_message_with_an_answer_is_answered(text: str, taken: str, date: str) -> None:
    result = answer(text, INDEX)

    assert isinstance(result, Answer)
    assert result.date is not None
    assert (result.question.text, result.question.taken, str(result.date.date)) == (text, taken, date)


def test_a_message_whose_questions_have_no_answer_is_refused_for_the_first() -> None:
    result = answer("When did Kraken open its doors? Who sank the Zubrane?", INDEX)

    assert isinstance(result, Refusal)
    assert result.question.left == ("Who sank the Zubrane?",)


@pytest.mark.parametrize(("before", "question", "date"), FOLLOWED)
def test_a_question_goes_on_from_the_one_before(before: str, question: str, date: str) -> None:
    result = answer(question, INDEX, before=lambda: understand(before, INDEX))

    assert isinstance(result, Answer)
    assert result.date is not None
    assert str(result.date.date) == date


def test_last_year_counts_from_today() -> None:
    result = answer("what happened last year?", INDEX, today=HistoricalDate.parse("2024-05-01"))

    assert isinstance(result, Answer)
    assert result.date is not None
    assert result.date.date.first.year == 2023
    assert isinstance(answer("what happened last year?", INDEX), Refusal)  # nobody said when it is asked


def test_another_passage_that_is_as_good_may_be_meant() -> None:
    texts = ("Binance opened an office in Paris.", "Binance opened an office in Rome.")
    unsure = answer("where did Binance open an office?", Index.build(passages((*STORY, *texts)), ALIASES))
    sure = answer("When did the CFTC sue Binance?", INDEX)

    assert isinstance(unsure, Answer)
    assert isinstance(sure, Answer)
    assert sure.confidence >= UNSURE_BELOW
    assert unsure.is_unsure
    assert not sure.is_unsure
    assert not replace(unsure, hits=unsure.hits[:1]).is_unsure


@pytest.mark.parametrize(("confidence", "is_unsure"), [(UNSURE_BELOW, False), (UNSURE_BELOW - 0.01, True)])
def test_where_an_answer_is_not_sure_another_passage_may_be_meant(confidence: float, is_unsure: bool) -> None:
    result = answer("When was Binance founded?", INDEX)
    assert isinstance(result, Answer)
    hits = (result.hits[0], replace(result.hits[1], score=0.9 * result.hits[0].score))

    assert replace(result, hits=hits, confidence=confidence).is_unsure is is_unsure


def test_a_text_that_is_kept_twice_is_no_other_passage() -> None:
    texts = ("Binance opened an office in Paris.", "Binance opened an office in Paris.", "An office in Rome.")
    unsure = answer("where did Binance open an office?", Index.build(passages((*STORY, *texts)), ALIASES))

    assert isinstance(unsure, Answer)
    assert [hit.passage.text for hit in unsure.hits[:2]] == [texts[0]] * 2
    assert [hit.passage.text for hit in unsure.choices[:2]] == [texts[0], unsure.hits[2].passage.text]


@pytest.mark.parametrize(
    ("scores", "many"), [((9.0, 8.0, 7.0, 6.0, 5.0), 4), ((9.0, 4.5, 4.4), 2), ((9.0, 4.4), 1), ((9.0,), 1)]
)
def test_so_many_hits_are_worth_showing(scores: tuple[float, ...], many: int) -> None:
    result = answer("When was Binance founded?", INDEX)
    assert isinstance(result, Answer)
    first = result.hits[0]
    hits = tuple(Hit(replace(first.passage, text=f"{n}"), score) for n, score in enumerate(scores))

    assert replace(result, hits=hits).choices == hits[:many]


def test_confidence_is_a_share() -> None:
    for question, _ in DATED:
        assert 0 < answer(question, INDEX).confidence <= 1


def test_another_name_of_the_same_is_no_rival() -> None:
    result = answer(
        "When was CZ pardoned?", story((*STORY, "On 23 October 2025 Trump pardoned Zhao Changpeng."))
    )

    assert isinstance(result, Answer)
    assert not result.is_unsure


def test_as_many_hits_as_wanted() -> None:
    assert [len(answer("When was Binance founded?", INDEX, top=top).hits) for top in (1, 2, 3)] == [1, 2, 3]


@pytest.mark.parametrize("question", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_questions_are_answered_or_refused(question: str) -> None:
    result = answer(question, INDEX)

    assert 0 <= result.confidence <= 1
    assert result.question.text == question[:LONGEST]


EVEN = HistoricalDate.parse("2017")


@pytest.mark.parametrize(
    ("scores", "second"),
    [((1.0,), None), ((), None), ((1.0, 0.76), 0.76), ((1.0, 0.75), None), ((1.0, 0.9, 0.8), 0.9)],
)
def test_a_second_date_is_one_nearly_as_likely(scores: tuple[float, ...], second: float | None) -> None:
    dates = tuple(DatedSentence(EVEN, Basis.EXPLICIT, (0, 1), score) for score in scores)
    result = answer("When was Binance founded?", INDEX)

    assert isinstance(result, Answer)
    shown = replace(result, dates=dates).quotation.second_date
    assert (shown and shown.score) == second


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who sold the donkey?", "The donkey was sold."),
        ("when was a donkey sold?", "In May 2017 a donkey was bought in Tokyo."),
    ],
)
def test_a_question_for_a_date_shows_its_sentence_others_that_with_most_words(
    question: str, sentence: str
) -> None:
    result = answer(
        question, story((*STORY, "The donkey was sold. In May 2017 a donkey was bought in Tokyo."))
    )

    assert isinstance(result, Answer)
    assert result.sentence is not None
    assert result.passage.text[slice(*result.sentence)] == sentence


def test_topics_are_the_nearest_headings_or_titles() -> None:
    source = Source("Of zeppelins", "zeppelins.md")
    headings = (("Flights", "Over sea"), ("Flights", "Over sea"), ())
    texts = [Passage(source, "A zeppelin flew.", line, heading) for line, heading in enumerate(headings, 1)]
    result = answer("Whose Quisk zeppelin was Hixom?", Index.build(texts, ALIASES))

    assert isinstance(result, Refusal)
    assert result.topics == ("Over sea", "Of zeppelins")


@pytest.mark.parametrize(
    ("headings", "name"),
    [((), "Of zeppelins"), (("Flights", "Over sea"), "Over sea"), (("1908",), "1908: Of zeppelins"),
     (("2 – 3.",), "2 – 3.: Of zeppelins"), (("1908年",), "1908年")],
)  # fmt: skip
def test_a_heading_without_letters_is_a_topic_with_its_title(headings: tuple[str, ...], name: str) -> None:
    passage = Passage(Source("Of zeppelins", "zeppelins.md"), "A zeppelin flew.", 1, headings)
    result = answer("Whose Quisk zeppelin was Hixom?", Index.build([passage], ALIASES))

    assert isinstance(result, Refusal)
    assert [topic.name for topic in topics_near(result)] == [name]


@pytest.mark.parametrize(
    ("question", "answerable", "refused"),
    [
        ("when did the club move?", 0.25, False),
        ("when did the club move?", 0.24, True),
        ("when did you move?", 0.35, False),  # to the people in the chat
        ("when did you move?", 0.34, True),
        ("when does the club move next?", 0.34, True),  # of the present
    ],
)
def test_chat_is_refused_where_a_question_to_a_history_is_not(
    question: str, answerable: float, *, refused: bool
) -> None:
    asked = next(iter(understood(question, INDEX)))

    assert is_refused(asked, Judgement(right=0.9, answerable=answerable, same=0.9)) is refused


def test_what_is_less_sure_than_a_third_is_not_worth_an_answer() -> None:
    asked = next(iter(understood("when did the club move?", INDEX)))

    assert is_refused(asked, Judgement(right=0.3, answerable=0.9, same=0.9))
    assert not is_refused(asked, Judgement(right=0.34, answerable=0.9, same=0.9))


@pytest.mark.parametrize(
    "question", ["when was the 94 storm?", "when was 94?", "when did the 94 ban happen?"]
)
def test_when_an_event_was_is_asked_by_its_name(question: str) -> None:
    """Its day is what is asked, and not told: another passage that names the event has a day of its own."""
    texts = (*STORY, "In 2025 the newcomers knew nothing of the panic of the 94 storm, a ban of old.")
    result = answer(question, Index.build(passages(texts), ALIASES))

    assert isinstance(result, Answer)
    assert result.date
    assert str(result.date.date) == "2017-09-04"
