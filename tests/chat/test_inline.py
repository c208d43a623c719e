"""Inline: the answer to post anywhere, or a way into the private chat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from telegram.error import BadRequest

from bot.cards import PHRASEBOOKS
from bot.dates import HistoricalDate
from tests.chat.rules import parse_html
from tests.chat.world import ANNA, BORIS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.world import World


@pytest.fixture(autouse=True)
def more_of_tokyo(knowledge: Path) -> None:
    rows = "".join(f"In {year} the company left Tokyo for Malta again.\n\n" for year in range(2019, 2026))
    (knowledge / "tokyo.md").write_text(f"# Later\n\n{rows}", encoding="utf-8")


async def test_an_answer_is_offered_with_its_date_sentence_and_source(world: World) -> None:
    offered = await world.types(ANNA, "when did the company move to Tokyo?")

    first, *others = offered["results"]
    assert first["title"] == "October 2017"
    assert first["description"] == "In October 2017 the company moved to Tokyo. — Binance & its <homes>"
    assert 2 <= len(others) <= 4
    assert all(other["title"] and " — " in other["description"] for other in others)
    assert len({result["description"] for result in offered["results"]}) == 1 + len(others)


async def test_what_is_posted_of_another_passage_holds_the_question_too(world: World) -> None:
    offered = await world.types(ANNA, "when did the company move to Tokyo?")

    assert len(offered["results"]) > 1
    for result in offered["results"]:
        posted = parse_html(result["input_message_content"]["message_text"])
        assert posted.marked("italic")[0] == "when did the company move to Tokyo?"
        assert "\n— " in posted.text


async def test_what_is_posted_holds_the_question_and_the_card(world: World) -> None:
    offered = await world.types(ANNA, "who opened the <Oslo> library & when?")

    posted = parse_html(offered["results"][0]["input_message_content"]["message_text"])
    assert posted.marked("italic") == ["who opened the <Oslo> library & when?"]
    assert posted.marked("bold")[0] == "March 1998"


async def test_what_is_posted_leads_to_its_passage_in_the_bot(world: World) -> None:
    offered = await world.types(ANNA, "when did the company move to Tokyo?")

    assert len(offered["results"]) > 1
    for result in offered["results"]:
        posted = parse_html(result["input_message_content"]["message_text"])
        link = posted.entities[-1]["url"]
        (opened,) = await world.says(BORIS, f"/start {link.partition('start=')[2]}")
        assert link.startswith("https://t.me/HistoryBot?start=p")
        assert opened.bold[0] == posted.marked("bold")[0]


async def test_answers_are_for_the_one_who_asked_and_for_a_minute(world: World) -> None:
    offered = await world.types(ANNA, "Tokyo")

    assert (offered["is_personal"], offered["cache_time"]) == (True, 60)
    assert "button" not in offered


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("tok", "tokyo"),
        ("Tok", "Tokyo"),
        ("  TOK", "TOKYO"),
        ("zzzz tok", None),
        ("tok ", None),
        ("tok?", None),
    ],
)
async def test_a_word_that_is_still_being_typed_is_completed_from_the_library(
    world: World, text: str, asked: str | None
) -> None:
    offered = await world.types(ANNA, text)

    posted = [
        parse_html(result["input_message_content"]["message_text"]).marked("italic")[0]
        for result in offered["results"]
    ]
    assert set(posted) == ({asked} if asked else set())


@pytest.mark.parametrize(
    ("text", "invitation"),
    [
        ("", "Type a question about our history"),
        ("   ", "Type a question about our history"),
        ("qu", "Type a question about our history"),  # as yet nothing is missing
        ("🙂🙂🙂", "Type a question about our history"),
        ("the", "Nothing found; ask me in a private chat"),
        ("zebra quagga", "Nothing found; ask me in a private chat"),
    ],
)
async def test_without_an_answer_a_button_leads_to_the_private_chat(
    world: World, knowledge: Path, text: str, invitation: str
) -> None:
    for file in knowledge.iterdir():
        file.unlink()
    (knowledge / "boats.txt").write_text("Nobody remembers when the boats came.\n", encoding="utf-8")
    await world.says(BORIS, "/reload")
    offered = await world.types(ANNA, text)

    assert offered["results"] == []
    assert offered["button"] == {"text": invitation, "start_parameter": "inline"}


GOLDEN = """
- {question: "Who <ran> the Oslo library?", passage: Alice Andersen}
- {question: "Where is the wallaby?", refuse: true}
- {question: "When did the company move to Tokyo?", passage: Tokyo, date: 2017-10}
"""


@pytest.mark.parametrize("text", ["", " ", "q", "qu"])
async def test_examples_are_questions_that_are_answered(world: World, knowledge: Path, text: str) -> None:
    (knowledge / "questions.yaml").write_text(GOLDEN, encoding="utf-8")
    await world.says(BORIS, "/reload")
    offered = await world.types(ANNA, text)

    assert [result["title"] for result in offered["results"]] == [
        "Who <ran> the Oslo library?",
        "When did the company move to Tokyo?",
    ]
    assert offered["results"][1]["description"].startswith("October 2017: In October 2017 the company moved")
    assert "button" not in offered
    assert not (await world.types(ANNA, "zebra"))["results"]


async def test_without_golden_questions_the_examples_are_headings(world: World) -> None:
    offered = await world.types(ANNA, "")

    assert [result["title"] for result in offered["results"]] == [
        "Tokyo?",
        "Shanghai?",
    ]  # the rarer word first


@pytest.mark.parametrize("language", PHRASEBOOKS)
async def test_each_language_of_the_interface(world: World, language: str) -> None:
    member = replace(ANNA, language=language)
    book = PHRASEBOOKS[language]
    offered, nothing = await world.types(member, "Tokyo"), await world.types(member, "zebra")

    assert offered["results"][0]["title"] == book.date(HistoricalDate.parse("2017-10"))
    assert nothing["button"]["text"] == book.text("inline_nothing")


async def test_the_longest_passage_and_title_fit(world: World, knowledge: Path) -> None:
    text = f"# {'Zeppelins and ' * 60}\n\nIn 1900 the zeppelin {'<rose> & ' * 400} sank.\n"
    (knowledge / "long.md").write_text(text, encoding="utf-8")
    await world.says(BORIS, "/reload")

    assert (await world.types(ANNA, "zeppelin"))["results"]  # the transport refuses what is too long


async def test_who_types_all_the_time_is_told_once_for_how_long_there_are_no_answers(world: World) -> None:
    for _ in range(60):
        assert (await world.types(ANNA, "Tokyo"))["results"]
    button = (await world.types(ANNA, "Tokyo"))["button"]
    assert button["text"] == "Too much at once; I answer again in 1 min"
    await world.types(ANNA, "Tokyo")
    assert len(world.transport.inline) == 61
    assert (await world.types(BORIS, "Tokyo"))["results"]
    assert len(await world.says(ANNA, "Tokyo")) == 1  # questions are counted apart


async def test_a_query_that_has_gone_stale_is_no_fault(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.transport.failing["answerInlineQuery"] = [
        BadRequest("Query is too old and response timeout expired")
    ]

    await world.hears({"inline_query": {"id": "1", "from": ANNA.json, "query": "Tokyo", "offset": ""}})
    assert caplog.text == ""
