"""What becomes of a member, and of the log, when a handler fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from tests.chat.world import ANNA, BORIS, GROUP

if TYPE_CHECKING:
    from bot.answers import Answer, Refusal
    from tests.chat.world import World


@pytest.fixture
def _broken_search(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_self: object, question: str, **_: object) -> Answer | Refusal:
        raise ValueError(f"cannot search for {question}")

    monkeypatch.setattr(type(world.live.current), "answer", fail)


@pytest.mark.usefixtures("_broken_search")
async def test_a_handler_that_fails_says_sorry_and_tells_the_log_where(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    (shown,) = await world.says(ANNA, "/ask wallaby", GROUP)

    assert shown.text == "Sorry, something went wrong here. Please try again in a moment."
    assert "failed: ValueError" in caplog.text
    assert "answering.py" in caplog.text
    assert "wallaby" not in caplog.text


@pytest.mark.usefixtures("_broken_search")
async def test_an_apology_that_cannot_be_sent_ends_there(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.transport.failing["sendMessage"] = [BadRequest("wallaby")]

    assert await world.says(ANNA, "/ask wallaby", GROUP) == []
    assert "Not even an apology" in caplog.text
    assert "wallaby" not in caplog.text


@pytest.mark.parametrize(
    ("error", "apologies"), [(BadRequest("wallaby"), 1), (TimedOut(), 1), (NetworkError("Bad Gateway"), 0)]
)
async def test_while_the_line_is_down_there_is_no_apology_that_could_not_arrive_either(
    world: World, error: TelegramError, apologies: int, caplog: pytest.LogCaptureFixture
) -> None:
    world.transport.failing["getMe"] = [error]

    shown = await world.says(BORIS, "/status")
    assert [message.text[:5] for message in shown] == ["Sorry"] * apologies
    assert f"failed: {type(error).__name__}" in caplog.text
    assert "admin_commands.py" in caplog.text


@pytest.mark.usefixtures("_broken_search")
async def test_edits_and_inline_queries_that_fail_are_met_with_silence(world: World) -> None:
    message = world.message(ANNA, "/ask wallaby", GROUP)

    assert await world.edits(message["message_id"], "/ask wallaby", GROUP) == []
    assert (
        await world.hears({"inline_query": {"id": "1", "from": ANNA.json, "query": "x", "offset": ""}}) == []
    )
