"""Conversations about the bundled history: what goes on from an answer, and never with the same card again.

The dialogues were written down before they were tried.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot import cards
from bot.answers import Refusal
from bot.browsing.chronology import Chronology
from bot.building.build import build
from bot.conversation.conversation import Conversation
from bot.conversation.response import Citation, Lack, Lacking, Surroundings
from bot.dates import HistoricalDate
from bot.questions.messages.steps import Step
from bot.sources.passage_references import reference_to

if TYPE_CHECKING:
    from bot.conversation.response import Response
    from bot.conversation.subject import Subject

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def conversation() -> Conversation:
    library = build(Path(__file__).parent.parent.parent / "knowledge")
    chronology = Chronology.of(library)
    return Conversation(library, lambda: chronology)


def said(conversation: Conversation, *messages: str) -> list[Response]:
    """What is said to each of some messages."""
    responses: list[Response] = []
    subject: Subject | None = None
    for message in messages:
        responses.append(conversation.respond(message, subject, today=TODAY))
        subject = responses[-1].subject
    return responses


def shown(response: Response) -> tuple[str, int]:
    """The passage and the place of the sentence on a card."""
    quotation = response.quotation
    assert quotation, response.result
    return reference_to(quotation.passage), (quotation.sentence or (0, 0))[0]


def dated(response: Response) -> str:
    quotation = response.quotation
    assert quotation, response.result
    return str(quotation.date.date) if quotation.date else ""


ASPECTS = [  # messages, what each card holds
    (
        ("when did Binance move to Tokyo?", "why?", "who was there?"),
        ("Tokyo", "forced the young company abroad", "Zhao Changpeng and He Yi arrived"),
    ),
    (
        ("when was Zhao Changpeng pardoned?", "why?", "more"),
        ("pardoned Zhao Changpeng", "Why did Trump pardon", "pardon"),
    ),
    (("how much was the fine?", "when?", "why?"), ("4.3", "November 2023", "money laundering")),
    (("where was Zhao Changpeng in prison?", "how long?"), ("Lompoc", "four months")),
    (("who invested in Binance?", "how much?", "when?"), ("MGX", "$2 billion", "March 2025")),
    (("who was at the OKCoin lunch?", "what did they eat?"), ("Xu Mingxing", "donkey burgers")),
    (("when did the CFTC sue Binance?", "and the SEC?"), ("the CFTC", "June 2023")),
]


@pytest.mark.parametrize(("messages", "held"), ASPECTS, ids=[row[0][0] for row in ASPECTS])
def test_a_question_goes_on_from_the_answer_before(
    conversation: Conversation, messages: tuple[str, ...], held: tuple[str, ...]
) -> None:
    texts = [
        cards.plain(cards.response_card(response), width=10_000) for response in said(conversation, *messages)
    ]

    assert [words in text for words, text in zip(held, texts, strict=True)] == [True] * len(held), texts


NEVER_AGAIN = [
    ("when did Binance move to Tokyo?", "why?", "who was there?", "where?", "more"),
    ("when was Zhao Changpeng pardoned?", "why?", "more", "more", "who?"),
    ("币安创始人什么时候出狱?", "为什么?", "之后呢?", "还有吗?"),
    ("what happened on September 4, 2017?", "what happened next?", "and then?", "and before that?"),
]


@pytest.mark.parametrize("messages", NEVER_AGAIN, ids=[row[0] for row in NEVER_AGAIN])
def test_the_same_card_never_comes_again(conversation: Conversation, messages: tuple[str, ...]) -> None:
    cards_shown = [shown(response) for response in said(conversation, *messages) if response.quotation]

    assert len(set(cards_shown)) == len(cards_shown) > 2


DATES = [  # a message, the date that it asks about, what is said of it
    ("and in June?", "2023-06", True),
    ("and in November?", "2023-11", True),
    ("what about 2021?", "2021", True),
    ("and in 2018?", "2018", False),
    ("那2018年呢?", "2018", False),
    ("а в 2018?", "2018", False),
    ("und 2018?", "2018", False),
    ("and in 1850?", "1850", False),
]


@pytest.mark.parametrize(("message", "asked", "is_told"), DATES)
def test_of_another_date_there_is_what_is_told_or_an_honest_nothing(
    conversation: Conversation, message: str, asked: str, is_told: bool
) -> None:
    _, response = said(conversation, "when did the CFTC sue Binance?", message)

    if is_told:
        assert HistoricalDate.parse(asked).overlaps(HistoricalDate.parse(dated(response)))
    else:
        assert response.result == Lacking(Lack.ON_DATE, HistoricalDate.parse(asked))
        assert "Nothing about" in cards.plain(cards.response_card(response))


def test_what_was_not_found_leaves_the_subject_before(conversation: Conversation) -> None:
    first, nothing, again = said(
        conversation, "when did the CFTC sue Binance?", "and in 2018?", "and in June 2023?"
    )

    assert nothing.subject == first.subject
    assert dated(again) == "2023-06"


def test_a_refusal_of_another_question_leaves_no_subject(conversation: Conversation) -> None:
    _, refused, alone = said(
        conversation, "when did Binance move to Tokyo?", "who painted the Zubrane wallaby?", "and in 2018?"
    )

    assert isinstance(refused.result, Refusal)
    assert refused.subject is None
    assert isinstance(alone.result, Refusal)


@pytest.mark.parametrize("message", ["what happened next?", "а что было дальше?", "后来呢?", "und danach?"])
def test_what_came_next_is_not_before(conversation: Conversation, message: str) -> None:
    first, later = said(conversation, "when did the CFTC sue Binance?", message)

    assert HistoricalDate.parse(dated(later)).last >= HistoricalDate.parse(dated(first)).first
    assert shown(later) != shown(first)


@pytest.mark.parametrize("message", ["and before that?", "а до этого?", "之前呢?", "¿y antes de eso?"])
def test_what_was_before_is_not_later(conversation: Conversation, message: str) -> None:
    first, earlier = said(conversation, "when did the CFTC sue Binance?", message)

    assert HistoricalDate.parse(dated(earlier)).first <= HistoricalDate.parse(dated(first)).last
    assert shown(earlier) != shown(first)


@pytest.mark.parametrize("message", ["source?", "источник?", "来源?", "Quelle?", "fuente?"])
def test_the_source_is_cited_in_full(conversation: Conversation, message: str) -> None:
    first, source = said(conversation, "when did the CFTC sue Binance?", message)

    assert isinstance(source.result, Citation)
    assert first.quotation
    assert source.result.passage == first.quotation.passage
    assert "TechFlow" in cards.plain(cards.response_card(source))


def test_context_shows_the_paragraphs_around(conversation: Conversation) -> None:
    first, around = said(conversation, "when did the CFTC sue Binance?", "context")

    assert isinstance(around.result, Surroundings)
    assert around.quotation
    assert first.quotation
    assert around.quotation.passage == first.quotation.passage
    files = {passage.source.file for passage in (*around.result.before, *around.result.after)}
    assert files == {first.quotation.passage.source.file}


def test_more_ends_with_a_line(conversation: Conversation) -> None:
    *_, last = said(conversation, "when did the CFTC sue Binance?", *["more"] * 12)

    assert last.result == Lacking(Lack.MORE)
    assert "all I have" in cards.plain(cards.response_card(last))


@pytest.mark.parametrize("message", ["more", "source?", "what happened next?", "und davor?", "who was next?"])
def test_without_an_answer_before_such_words_are_asked_back(conversation: Conversation, message: str) -> None:
    (response,) = said(conversation, message)

    assert response.result == Lacking(Lack.SUBJECT)


def test_choices_are_counted_from_the_answer(conversation: Conversation) -> None:
    (first,) = said(conversation, "when was Zhao Changpeng pardoned?")
    assert first.subject
    assert first.place == 0

    second = conversation.choice(first.subject, 1, today=TODAY)
    assert second.place == 1
    assert second.choices == first.choices
    assert conversation.choice(first.subject, 9, today=TODAY).result == Lacking(Lack.PASSAGE)
    assert second.subject
    later = conversation.step(Step.LATER, second.subject, today=TODAY)
    assert later.subject
    assert conversation.now(later.subject, today=TODAY).quotation == later.quotation


def test_buttons_go_back_where_they_came_from(conversation: Conversation) -> None:
    (first,) = said(conversation, "when did the CFTC sue Binance?")
    assert first.subject
    later = conversation.step(Step.LATER, first.subject, today=TODAY)
    assert later.subject
    back = conversation.step(Step.EARLIER, later.subject, today=TODAY)

    assert shown(back) == shown(first)
