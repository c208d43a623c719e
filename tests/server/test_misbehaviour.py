"""Each misbehaviour reaches a client as intended, when the script says so and not otherwise."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.chat.delivery.connection import ApiRequest
from tests import HANG
from tests.server.misbehaviour import (
    Changes,
    Deed,
    Drips,
    Hangs,
    Resets,
    ScriptRow,
    Truncates,
    Waits,
    bad_gateway,
    conflict,
    internal_error,
    too_many,
)

if TYPE_CHECKING:
    from tests.server.server import BotApiServer
    from tests.server.world import TelegramWorld

#   what the server does          what python-telegram-bot makes of it      is the message there
SEEN: list[tuple[Deed, type[TelegramError], bool]] = [
    (too_many(7), RetryAfter, False),
    (internal_error(), NetworkError, False),
    (bad_gateway(), NetworkError, False),
    (conflict(), Conflict, False),
    (Resets(), NetworkError, False),
    (Resets(after=True), NetworkError, True),
    (Truncates(), TelegramError, True),
    (Truncates(announces_all=True), NetworkError, True),
    (Truncates(share=0), TelegramError, True),
    (Hangs(), TimedOut, False),
    (Hangs(after=True), TimedOut, True),  # delivered, but timed out
    (Waits(2), TimedOut, False),  # it gave up before that
]


@pytest.mark.parametrize(("deed", "error", "is_there"), SEEN, ids=lambda value: str(value)[:40])
async def test_a_bot_sees(
    server: BotApiServer, bot: Bot, deed: Deed, error: type[TelegramError], is_there: bool
) -> None:
    anna = server.world.person("Anna")
    server.misbehaves(ScriptRow("sendMessage", deed, times=1))

    with pytest.raises(error) as caught:
        await bot.send_message(anna.id, "a", read_timeout=0.3 if error is TimedOut else HANG)
    assert not isinstance(caught.value, BadRequest)
    if is_there:
        await server.world.until(lambda: bool(server.world.rooms[anna.id].messages))
    assert len(server.world.rooms[anna.id].messages) == is_there
    await bot.send_message(anna.id, "b")  # once is once
    assert server.calls[1].deed == deed
    assert server.calls[2].deed is None


async def test_an_answer_that_drips_is_not_waited_for(server: BotApiServer) -> None:
    server.misbehaves(ScriptRow("getMe", Drips(0.05), times=1))
    wire = ApiRequest(longest=0.5, httpx_kwargs={"verify": False})
    bot = Bot(server.world.token, f"{server.url}/bot", request=wire)

    with pytest.raises(TimedOut):
        await bot.initialize()
    await bot.shutdown()
    assert server.script.done == [1]


async def test_html_comes_as_html(server: BotApiServer, client: httpx.AsyncClient) -> None:
    server.misbehaves(ScriptRow("getMe", bad_gateway()))
    answer = await client.get("getMe")

    assert answer.status_code == 502
    assert answer.headers["content-type"] == "text/html"
    assert "<h1>502 Bad Gateway</h1>" in answer.text


async def test_a_reset_is_one_on_the_wire(server: BotApiServer) -> None:
    server.misbehaves(ScriptRow("*", Resets()))
    reader, writer = await asyncio.open_connection("127.0.0.1", int(server.url.rpartition(":")[2]))
    writer.write(f"GET /bot{server.world.token}/getMe HTTP/1.1\r\n\r\n".encode())

    with pytest.raises(ConnectionResetError):
        await reader.read()
    writer.close()


async def test_a_drip_is_whole_but_slow(server: BotApiServer, client: httpx.AsyncClient) -> None:
    server.misbehaves(ScriptRow("*", Drips(0.001)))
    began = time.monotonic()

    assert (await client.get("getMe")).json()["ok"] is True
    assert time.monotonic() - began > 0.2


async def test_a_slow_answer_comes_late(server: BotApiServer, client: httpx.AsyncClient) -> None:
    server.misbehaves(ScriptRow("*", Waits(0.2)))
    began = time.monotonic()

    assert (await client.get("getMe")).json()["ok"] is True
    assert time.monotonic() - began > 0.19


async def test_results_are_changed_on_their_way(
    server: BotApiServer, world: TelegramWorld, client: httpx.AsyncClient
) -> None:
    server.misbehaves(ScriptRow("getUpdates", Changes(lambda result: [5, {"message": {}}, *result])))
    world.says(world.person("Anna"), "good")

    five, numberless, good = (await client.get("getUpdates")).json()["result"]
    assert (five, numberless, good["message"]["text"]) == (5, {"message": {}}, "good")


async def test_a_server_that_is_shut_refuses_connections(
    server: BotApiServer, client: httpx.AsyncClient
) -> None:
    await server.shut()
    with pytest.raises(httpx.TransportError):
        await client.get("getMe")

    await server.open()
    assert (await client.get("getMe")).status_code == 200


async def statuses(client: httpx.AsyncClient, number: int, method: str = "getMe") -> str:
    """A letter a call: `.` it went well, `x` it did not."""
    answers = [await client.get(method) for _ in range(number)]
    return "".join("." if answer.status_code == 200 else "x" for answer in answers)


async def test_a_row_holds_for_so_many_calls_of_its_method(
    server: BotApiServer, client: httpx.AsyncClient
) -> None:
    script = server.misbehaves(ScriptRow("getMe", internal_error(), times=2, after=1))

    assert await statuses(client, 2, "getWebhookInfo") == ".."
    assert await statuses(client, 5) == ".xx.."
    assert script.done == [2]


async def test_a_row_holds_for_its_chat_alone(
    server: BotApiServer, world: TelegramWorld, client: httpx.AsyncClient
) -> None:
    anna, boris = world.person("Anna"), world.person("Boris")
    server.misbehaves(ScriptRow("sendMessage", too_many(3), chat=anna.id))

    answer = await client.post("sendMessage", json={"chat_id": anna.id, "text": "a"})
    assert answer.status_code == 429
    assert answer.json()["parameters"] == {"retry_after": 3}
    answer = await client.post("sendMessage", data={"chat_id": boris.id, "text": "a"})
    assert answer.status_code == 200


async def test_now_and_then_is_the_same_for_the_same_seed(
    server: BotApiServer, client: httpx.AsyncClient
) -> None:
    drawn = []
    for seed in (1, 1, 2):
        server.misbehaves(ScriptRow("*", internal_error(), share=0.3), seed=seed)
        drawn.append(await statuses(client, 40))

    assert drawn[0] == drawn[1] != drawn[2]
    assert 4 <= drawn[0].count("x") <= 20


async def test_the_first_row_that_applies_is_done(server: BotApiServer, client: httpx.AsyncClient) -> None:
    server.misbehaves(ScriptRow("getMe", internal_error(), times=1), ScriptRow("*", bad_gateway(), times=1))

    assert [(await client.get("getMe")).status_code for _ in range(3)] == [500, 502, 200]


async def test_a_connection_is_closed_when_the_client_wants_it(server: BotApiServer) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", int(server.url.rpartition(":")[2]))
    writer.write(f"GET /bot{server.world.token}/getMe HTTP/1.1\r\nConnection: close\r\n\r\n".encode())

    assert (await reader.read()).endswith(b"}")
    writer.close()


async def test_calls_are_written_down(server: BotApiServer, client: httpx.AsyncClient) -> None:
    await client.post("sendMessage", json={"chat_id": 5, "text": "a"})

    (call,) = server.calls_of("sendmessage")
    assert (call.chat, call.parameters["text"], call.status) == (5, "a", 400)
    assert call.ended is not None
    assert call.at <= call.ended <= time.monotonic()
