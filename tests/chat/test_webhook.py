"""The bot that updates are posted to looks after its address."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from telegram.error import InvalidToken, TimedOut

from bot.chat.updates import webhook
from bot.chat.updates.webhook import SECRET_HEADER, Webhook, secret_for
from bot.config import WebhookSettings
from tests import HANG
from tests.chat.transport import TOKEN
from tests.ports import free_port

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.chat.world import World

URL = "https://bots.example.org/history"


@pytest.fixture
async def posted(quiet_world: World, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """A world whose bot listens, and asks Telegram how it goes all the time."""
    monkeypatch.setattr(webhook, "CHECKED", 0.001)
    with free_port() as port:
        quiet_world.config = replace(quiet_world.config, webhook=WebhookSettings(URL, "127.0.0.1", port))
        async with quiet_world.running() as world:
            yield world


@contextlib.asynccontextmanager
async def listening(world: World) -> AsyncIterator[asyncio.Task[None]]:
    assert world.bot
    task = asyncio.create_task(world.bot.services.receiver.run())
    try:
        async with asyncio.timeout(HANG):
            yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def calls(world: World, method: str, number: int) -> None:
    while len(world.calls(method)) < number:
        world.transport.sent.clear()
        await world.transport.sent.wait()


async def test_telegram_is_told_the_address_the_secret_and_what_is_wanted(posted: World) -> None:
    (parameters,) = posted.calls("setWebhook")

    assert (parameters["url"], parameters["secret_token"]) == (URL, secret_for(TOKEN))
    assert "callback_query" in parameters["allowed_updates"]
    assert posted.calls("deleteWebhook") == []
    assert posted.bot
    assert isinstance(posted.bot.services.receiver, Webhook)


async def test_an_address_that_was_lost_is_set_again(posted: World) -> None:
    posted.transport.on_delete_webhook({})
    async with listening(posted):
        await calls(posted, "setWebhook", 2)

    assert posted.transport.webhook["url"] == URL


async def test_what_telegram_complains_of_is_told_once(
    posted: World, caplog: pytest.LogCaptureFixture
) -> None:
    posted.transport.webhook |= {"last_error_date": 1_700_000_000, "last_error_message": "Connection refused"}
    async with listening(posted):
        await calls(posted, "getWebhookInfo", 5)

    assert caplog.text.count("Telegram could not post: Connection refused") == 1


async def test_a_telegram_that_does_not_answer_is_asked_again_and_its_silence_known(
    posted: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert posted.bot
    then = time.monotonic() + 1_000
    posted.transport.failing["getWebhookInfo"] = [TimedOut(), TimedOut()]
    with monkeypatch.context() as patched:
        patched.setattr(time, "monotonic", lambda: then)
        assert (posted.bot.silence or 0) > 900
    async with listening(posted):
        await calls(posted, "getWebhookInfo", 4)

    assert caplog.text.count("could not be asked about the webhook (TimedOut)") == 2
    assert (posted.bot.silence or 0) < 900


async def test_a_token_that_is_revoked_ends_it(posted: World) -> None:
    posted.transport.is_revoked = True
    with pytest.raises(InvalidToken):
        async with listening(posted) as task:
            await task


def test_the_header_is_the_one_that_telegram_sends() -> None:
    assert SECRET_HEADER == "X-Telegram-Bot-Api-Secret-Token"
