"""Updates are posted to a webhook, with its secret, until it takes them."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests import HANG
from tests.server.exchange import Exchange, Request, talk
from tests.server.webhook import SECRET_HEADER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from tests.server.people import Json
    from tests.server.server import BotApiServer
    from tests.server.world import TelegramWorld


@dataclass
class Receiver:
    """A bot that takes updates by webhook: answers the next statuses, and 200 when there are none left."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    reply: Json = field(default_factory=dict)
    taken: list[tuple[str, str, str | None]] = field(default_factory=list)  # path, text, secret
    may_go: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))

    async def take(self, request: Request, writer: asyncio.StreamWriter) -> None:
        text = json.loads(request.body)["message"]["text"]
        self.taken.append((request.path, text, request.headers.get(SECRET_HEADER.lower())))
        self.arrived.release()
        await self.may_go.wait()
        status = self.statuses.pop(0) if self.statuses else 200
        exchange = Exchange(writer, _nothing)
        await exchange.answer(status, json.dumps(self.reply).encode())
        exchange.close()


async def _nothing() -> tuple[int, bytes]:
    return 200, b""


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    listener = Receiver()
    listener.may_go.set()
    listening = await asyncio.start_server(
        lambda reader, writer: talk(reader, writer, listener.take), "127.0.0.1", 0
    )
    listener.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    async with listening:
        yield listener


async def set_webhook(client: httpx.AsyncClient, url: str, **more: object) -> Json:
    answer: Json = (await client.post("setWebhook", json={"url": url, **more})).json()
    return answer


async def test_updates_are_posted_with_the_secret(
    world: TelegramWorld, client: httpx.AsyncClient, receiver: Receiver
) -> None:
    anna = world.person("Anna")
    world.says(anna, "before")
    await set_webhook(client, receiver.url + "/hook", secret_token="s3cret")
    world.says(anna, "after")
    await world.until(lambda: not world.updates.waiting)

    assert receiver.taken == [("/hook", "before", "s3cret"), ("/hook", "after", "s3cret")]


async def test_an_update_comes_again_until_it_is_taken_and_holds_up_its_chat_alone(
    server: BotApiServer, world: TelegramWorld, client: httpx.AsyncClient, receiver: Receiver
) -> None:
    server.webhook.pause = 0.05
    receiver.statuses = [500, 500, 500]
    await set_webhook(client, receiver.url, max_connections=1)
    anna, boris = world.person("Anna"), world.person("Boris")
    for person, text in ((anna, "one"), (anna, "two"), (boris, "other")):
        world.says(person, text)
    await world.until(lambda: not world.updates.waiting)

    texts = [text for _, text, _ in receiver.taken]
    assert len(texts) == 6
    assert texts.index("two") > max(at for at, text in enumerate(texts) if text == "one")
    info = (await client.get("getWebhookInfo")).json()["result"]
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert info["pending_update_count"] == 0


async def test_chats_are_served_side_by_side_up_to_the_connections_wanted(
    world: TelegramWorld, client: httpx.AsyncClient, receiver: Receiver
) -> None:
    receiver.may_go.clear()
    await set_webhook(client, receiver.url, max_connections=3)
    for _ in range(5):
        world.says(world.person("Anna"), "a")
    async with asyncio.timeout(HANG):
        for _ in range(3):
            await receiver.arrived.acquire()

    await client.get("getMe")
    assert len(receiver.taken) == 3
    receiver.may_go.set()
    await world.until(lambda: not world.updates.waiting)
    assert len(receiver.taken) == 5


async def test_a_bot_that_is_away_is_tried_again(
    server: BotApiServer, world: TelegramWorld, client: httpx.AsyncClient, receiver: Receiver
) -> None:
    server.webhook.pause = 0.05
    await set_webhook(client, "http://127.0.0.1:9/")
    world.says(world.person("Anna"), "a")
    await world.until(lambda: len(server.webhook.attempts) >= 2)
    assert server.webhook.attempts[-1][1] == "Connection refused"

    await set_webhook(client, receiver.url)
    await world.until(lambda: not world.updates.waiting)


async def test_an_address_behind_a_proxy_is_reached_through_it(
    server: BotApiServer, world: TelegramWorld, client: httpx.AsyncClient, receiver: Receiver
) -> None:
    server.webhook.proxy = receiver.url
    await set_webhook(client, "https://bots.example.org/history/hook?a=1")
    world.says(world.person("Anna"), "a")
    await world.until(lambda: not world.updates.waiting)

    assert receiver.taken[0][0] == "/history/hook"


async def test_an_answer_in_the_body_is_carried_out(
    world: TelegramWorld, client: httpx.AsyncClient, receiver: Receiver
) -> None:
    anna = world.person("Anna")
    receiver.reply = {"method": "sendMessage", "chat_id": anna.id, "text": "hello"}
    await set_webhook(client, receiver.url)
    question = world.says(anna, "a")

    assert (await world.answer_to(question))["text"] == "hello"


async def test_polling_and_webhook_exclude_each_other(
    world: TelegramWorld, client: httpx.AsyncClient, receiver: Receiver
) -> None:
    polling = asyncio.create_task(client.post("getUpdates", json={"timeout": 50}))
    await world.until(lambda: world.updates.is_polled)
    await set_webhook(client, receiver.url)

    assert (await polling).json()["description"] == "Conflict: terminated by setWebhook request"
    assert (await client.post("getUpdates")).status_code == 409
    await client.post("deleteWebhook", json={"drop_pending_updates": True})
    assert (await client.post("getUpdates")).json()["result"] == []
    assert (await client.get("getWebhookInfo")).json()["result"]["url"] == ""


@pytest.mark.parametrize(
    "wrong", [{"url": "http://example.org"}, {"url": "https://example.org", "secret_token": "a b"}]
)
async def test_a_wrong_webhook_is_refused(client: httpx.AsyncClient, wrong: Json) -> None:
    assert (await client.post("setWebhook", json=wrong)).status_code == 400
