"""What becomes of an answer when Telegram does not take it, and of a member when a handler fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from tests.chat.world import ANNA, GROUP

if TYPE_CHECKING:
    from bot.answers import Answer, Refusal
    from tests.chat.world import World

QUESTION = "/ask when did the company move to Tokyo?"

GIVEN_UP: list[tuple[TelegramError, int]] = [  # what sending fails with, how often it is tried
    (Forbidden("bot was kicked from the supergroup chat"), 1),
    (TimedOut(), 1),  # it may have been delivered
    (BadRequest("Message to be replied not found"), 1),
    (BadRequest("TOPIC_CLOSED"), 1),
    (BadRequest("Not enough rights to send text messages to the chat"), 1),
]


@pytest.mark.parametrize(("error", "times"), GIVEN_UP, ids=str)
async def test_what_cannot_be_delivered_is_given_up_quietly(
    world: World, error: TelegramError, times: int, caplog: pytest.LogCaptureFixture
) -> None:
    world.transport.failing["sendMessage"] = [error]

    assert await world.says(ANNA, QUESTION, GROUP) == []
    assert len(world.calls("sendMessage")) == times
    assert "ERROR" not in caplog.text


async def test_a_chat_that_blocked_the_bot_is_left_alone(world: World) -> None:
    world.transport.chats[ANNA.id].closed_to_bot = "bot was blocked by the user"

    assert await world.says(ANNA, QUESTION) == []


async def test_a_question_that_was_deleted_is_not_answered(world: World) -> None:
    message = world.message(ANNA, QUESTION, GROUP)
    del world.transport.chats[GROUP].messages[message["message_id"]]

    assert await world.hears({"message": message}) == []


async def test_patience_is_shown_when_it_is_asked_for(world: World) -> None:
    world.transport.failing["sendMessage"] = [RetryAfter(0)]

    assert len(await world.says(ANNA, QUESTION, GROUP)) == 1


async def test_too_much_patience_is_not(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.transport.failing["sendMessage"] = [RetryAfter(3600), RetryAfter(3600)]

    assert await world.says(ANNA, QUESTION, GROUP) == []
    assert "RetryAfter" in caplog.text


@pytest.mark.parametrize("error", [BadRequest("can't parse entities: wallaby"), RuntimeError("wallaby")])
async def test_a_card_that_is_refused_gets_an_apology(
    world: World, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    world.transport.failing["sendMessage"] = [error]
    shown = await world.says(ANNA, QUESTION, GROUP)

    assert [one.text for one in shown] in (
        [],  # the transport wraps what is no TelegramError into a NetworkError: the line is down
        ["Sorry, something went wrong here. Please try again in a moment."],
    )
    assert "wallaby" not in caplog.text


async def test_while_the_line_is_down_nothing_more_is_sent(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.transport.failing["sendMessage"] = [NetworkError("wallaby")]

    assert await world.says(ANNA, QUESTION, GROUP) == []
    assert len(world.calls("sendMessage")) == 1
    assert "failed: NetworkError" in caplog.text
    assert "wallaby" not in caplog.text


@pytest.fixture
def _broken_search(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_self: object, question: str, *, top: int = 1) -> Answer | Refusal:
        raise ValueError(f"cannot search for {question}")

    monkeypatch.setattr(type(world.live.current), "answer", fail)


@pytest.mark.usefixtures("_broken_search")
async def test_a_handler_that_fails_says_sorry_and_tells_the_log_where(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    (shown,) = await world.says(ANNA, "/ask wallaby", GROUP)

    assert shown.text == "Sorry, something went wrong here. Please try again in a moment."
    assert "failed: ValueError" in caplog.text
    assert "asking.py" in caplog.text
    assert "wallaby" not in caplog.text


@pytest.mark.usefixtures("_broken_search")
async def test_an_apology_that_cannot_be_sent_ends_there(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.transport.failing["sendMessage"] = [BadRequest("wallaby")]

    assert await world.says(ANNA, "/ask wallaby", GROUP) == []
    assert "Not even an apology" in caplog.text
    assert "wallaby" not in caplog.text


@pytest.mark.usefixtures("_broken_search")
async def test_edits_and_inline_queries_that_fail_are_met_with_silence(world: World) -> None:
    message = world.message(ANNA, "/ask wallaby", GROUP)

    assert await world.edits(message["message_id"], "/ask wallaby", GROUP) == []
    assert (
        await world.hears({"inline_query": {"id": "1", "from": ANNA.json, "query": "x", "offset": ""}}) == []
    )
