"""Inline: the answer to post anywhere, or a way into the private chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram.error import BadRequest

from tests.chat.rules import parse_html
from tests.chat.world import ANNA, BORIS

if TYPE_CHECKING:
    from tests.chat.world import World


async def test_an_answer_is_offered_with_its_date_and_sentence(world: World) -> None:
    offered = await world.types(ANNA, "when did the company move to Tokyo?")

    (result,) = offered["results"]
    assert result["title"] == "October 2017"
    assert result["description"] == "In October 2017 the company moved to Tokyo."


async def test_what_is_posted_holds_the_question_and_the_card(world: World) -> None:
    offered = await world.types(ANNA, "who opened the <Oslo> library & when?")

    posted = parse_html(offered["results"][0]["input_message_content"]["message_text"])
    assert posted.marked("italic") == ["who opened the <Oslo> library & when?"]
    assert posted.marked("bold")[0] == "March 1998"


async def test_answers_are_for_the_one_who_asked_and_for_a_minute(world: World) -> None:
    offered = await world.types(ANNA, "Tokyo")

    assert (offered["is_personal"], offered["cache_time"]) == (True, 60)
    assert "button" not in offered


@pytest.mark.parametrize(
    ("text", "invitation"),
    [
        ("", "Type a question about our history"),
        ("   ", "Type a question about our history"),
        ("the", "Nothing found; ask me in a private chat"),
        ("zebra quagga", "Nothing found; ask me in a private chat"),
        ("🙂", "Nothing found; ask me in a private chat"),
    ],
)
async def test_without_an_answer_a_button_leads_to_the_private_chat(
    world: World, text: str, invitation: str
) -> None:
    offered = await world.types(ANNA, text)

    assert offered["results"] == []
    assert offered["button"] == {"text": invitation, "start_parameter": "inline"}


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
