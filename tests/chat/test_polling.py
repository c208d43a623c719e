"""Updates are taken in one by one and in order, whatever they hold and however Telegram misbehaves."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from typing import TYPE_CHECKING

import pytest
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.chat.delivery.connection import ApiRequest
from bot.chat.updates.polling import WANTED, TwoBotsError
from tests import HANG
from tests.chat.world import ANNA, BORIS, GROUP

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.chat.transport import Json
    from tests.chat.world import World


@contextlib.asynccontextmanager
async def taking_in(world: World) -> AsyncIterator[None]:
    assert world.bot
    task = asyncio.create_task(world.bot.services.receiver.run())
    try:
        async with asyncio.timeout(HANG):
            yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


BROKEN: list[Json] = [
    {"message": {"text": "wallaby"}},
    {"message": {"message_id": "x", "date": "soon", "chat": None}},
    {"message": 5},
    {"inline_query": []},
]


@pytest.mark.parametrize("broken", BROKEN, ids=range(len(BROKEN)))
async def test_an_update_that_cannot_be_read_does_not_hold_up_the_next(world: World, broken: Json) -> None:
    message = {"message": world.message(ANNA, "/help")}
    world.transport.brings({"update_id": 5, **broken}, {"update_id": 6, **message})

    async with taking_in(world):
        await world.transport.has_shown(1)


async def test_updates_of_a_kind_nobody_knows_are_passed_over(world: World) -> None:
    message = {"message": world.message(ANNA, "/help")}
    world.transport.brings(
        {"update_id": 5, "new_thing": {"a": 1}}, {"update_id": 6}, {"update_id": 7, **message}
    )

    async with taking_in(world):
        await world.transport.has_shown(1)


ERRORS: list[TelegramError] = [
    Conflict("terminated by other getUpdates request"),
    NetworkError("Bad Gateway wallaby"),
    TimedOut(),
    BadRequest("wallaby"),
    TelegramError("The server's answer is no JSON"),
    RetryAfter(1),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
async def test_it_goes_on_after_an_error(
    world: World, error: TelegramError, caplog: pytest.LogCaptureFixture
) -> None:
    world.transport.failing["getUpdates"] = [error, error]
    world.transport.brings({"update_id": 5, "message": world.message(ANNA, "/help")})

    async with taking_in(world):
        await world.transport.has_shown(1)
    assert caplog.text.count(f"No updates ({type(error).__name__}") == 2
    assert "wallaby" not in caplog.text


async def test_pauses_grow_while_it_cannot_be_reached_and_begin_anew_after_that(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    assert world.bot
    began = world.clock.time
    help_message = {"message": world.message(ANNA, "/help")}
    world.transport.failing["getUpdates"] = [NetworkError("Bad Gateway") for _ in range(7)]
    world.transport.brings({"update_id": 5, **help_message})
    async with taking_in(world):
        await world.transport.has_shown(1)
        world.transport.failing["getUpdates"] = [NetworkError("Bad Gateway")]
        world.transport.brings({"update_id": 6, **help_message})
        await world.transport.has_shown(2)

    pauses = [int(pause) for pause in re.findall(r"next try in (\d+) s", caplog.text)]
    assert pauses == [1, 2, 4, 8, 16, 30, 30, 1]
    assert world.clock.time - began >= sum(pauses)


#   what getUpdates fails with, one after the other: whether another bot must be at work
CONFLICT, OTHER = Conflict("terminated by other getUpdates request"), NetworkError("Bad Gateway")
CONFLICTS: list[tuple[list[TelegramError], bool]] = [
    ([CONFLICT] * 3, True),
    ([CONFLICT] * 2, False),
    ([CONFLICT, CONFLICT, OTHER, CONFLICT, CONFLICT], False),
]


@pytest.mark.parametrize(("errors", "are_two"), CONFLICTS, ids=["three", "two", "two and two"])
async def test_three_conflicts_running_mean_a_second_bot(
    world: World, errors: list[TelegramError], are_two: bool
) -> None:
    assert world.bot
    world.transport.failing["getUpdates"] = [*errors]
    world.transport.brings({"update_id": 5, "message": world.message(ANNA, "/help")})

    if are_two:
        with pytest.raises(TwoBotsError, match="409, 3 times running"):
            await world.bot.services.receiver.run()
    else:
        async with taking_in(world):
            await world.transport.has_shown(1)


async def test_an_answer_between_them_makes_conflicts_harmless(world: World) -> None:
    help_message = {"message": world.message(ANNA, "/help")}
    async with taking_in(world):
        for number in (1, 2):
            world.transport.failing["getUpdates"] = [CONFLICT, CONFLICT]
            world.transport.brings({"update_id": number, **help_message})
            await world.transport.has_shown(number)


@pytest.mark.parametrize("number", [None, "5", 5.0, -1, 2**63])
async def test_what_has_no_number_is_told_of_and_not_asked_for_again_at_once(
    world: World, number: object, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    nameless: Json = {"message": world.message(ANNA, "/help"), "update_id": number}
    batches, all_sent = iter([[nameless], [nameless, {"update_id": 2**63 - 1}]]), asyncio.Event()

    async def send(_: Json) -> list[Json]:
        batch = next(batches, None)
        if batch is None:
            all_sent.set()
            await asyncio.sleep(HANG)
        return batch or []

    monkeypatch.setattr(world.transport, "on_get_updates", send)
    async with taking_in(world):
        await all_sent.wait()

    assert caplog.text.count("Telegram sent 1 updates without a number") == 2
    assert caplog.text.count("No updates (TelegramError: no update has a number)") == 1
    assert world.calls("getUpdates")[-1]["offset"] == 2**63
    assert world.transport.shown == []


async def test_it_asks_for_what_the_bot_reacts_to(world: World) -> None:
    world.transport.brings({"update_id": 5, "message": world.message(ANNA, "/help")})
    async with taking_in(world):
        await world.transport.has_shown(1)

    first = world.calls("getUpdates")[0]
    assert (
        first["allowed_updates"]
        == list(WANTED)
        == ["message", "edited_message", "inline_query", "callback_query", "my_chat_member"]
    )
    assert first["timeout"] == 25
    assert "offset" not in first


async def test_what_was_taken_in_is_confirmed(world: World) -> None:
    world.transport.brings({"update_id": 5, "message": world.message(ANNA, "/help")})
    async with taking_in(world):
        await world.transport.has_shown(1)

    assert world.transport.waiting == []
    assert world.calls("getUpdates")[-1]["offset"] == 6


async def test_the_age_of_the_last_poll_is_known(world: World) -> None:
    assert world.bot
    assert world.bot.services.receiver.last_poll_age is None
    world.transport.brings({"update_id": 5, "message": world.message(ANNA, "/help")})
    async with taking_in(world):
        await world.transport.has_shown(1)

    assert world.bot.services.receiver.last_poll_age is not None
    world.clock.time += 70
    assert 70 <= world.bot.services.receiver.last_poll_age < 70 + HANG


async def test_a_chat_is_answered_in_the_order_it_asked(world: World) -> None:
    words = ["/ask Tokyo", "/ask Oslo", "/ask zebra", "/help", "/ask Shanghai", "/sources", "/ask wallaby"]
    asking = zip(world.crowd(len(words)), words, strict=True)
    messages = [world.message(member, word, GROUP) for member, word in asking]

    await world.hears(*({"message": message} for message in messages))

    assert [message.reply_to for message in world.transport.shown] == [
        message["message_id"] for message in messages
    ]


async def test_a_chat_that_is_slow_to_answer_holds_up_nobody_else(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go = world.slow_in(GROUP, monkeypatch)
    busy = [{"message": world.message(member, "/help", GROUP)} for member in world.crowd(15)]
    await world.takes(*busy, {"message": world.message(BORIS, "/help")})

    async with asyncio.timeout(HANG):
        await world.transport.has_shown(1)
    assert world.transport.shown[0].chat == BORIS.id
    may_go.set()
    await world.hears()
    assert len(world.transport.shown) == 16


async def test_no_more_than_sixteen_requests_are_made_at_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go, send, at_work = asyncio.Event(), world.transport.on_send_message, 0

    async def slow(parameters: Json) -> Json:
        nonlocal at_work
        at_work += 1
        await may_go.wait()
        return send(parameters)

    monkeypatch.setattr(world.transport, "on_send_message", slow)
    await world.takes(*({"message": world.message(member, "/help")} for member in world.crowd(40)))
    async with asyncio.timeout(HANG):
        while world.clock.time < 1_002.5:  # noqa: ASYNC110 - by then 25 have had their turn
            await asyncio.sleep(0)

    assert at_work == 16
    may_go.set()
    await world.hears()


@pytest.mark.parametrize(
    "payload", [b"<html>502</html>", b'{"ok": true, "resu', b'{"ok": true}', b"[1]", b"\xff", b"[" * 100_000]
)
async def test_an_answer_that_is_no_json_is_not_logged(
    payload: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(TelegramError, match="no JSON"):
        ApiRequest.parse_json_payload(payload)

    assert caplog.text == ""


@pytest.mark.parametrize(
    "answer", [{"ok": True, "result": []}, {"ok": True, "result": None}, {"ok": False, "error_code": 400}]
)
def test_an_answer_of_telegram_is_read(answer: Json) -> None:
    assert ApiRequest.parse_json_payload(json.dumps(answer).encode()) == answer
