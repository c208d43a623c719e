"""The other way in: Telegram posts updates to an address of ours, behind a proxy that speaks TLS."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import time
from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from telegram.error import InvalidToken, TelegramError

from bot.chat.delivery.telegram_errors import reason
from bot.chat.updates.polling import WANTED, is_update
from bot.web import HttpResponse, RefusedError, Request, WebServer

if TYPE_CHECKING:
    from bot.chat.delivery.connection import RawBot
    from bot.config import WebhookSettings
    from bot.store import Inbox, Raw

LOG = logging.getLogger(__name__)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of it
CHECKED = 60.0  # seconds between questions to Telegram how it goes


class ListeningError(Exception):
    """The port is taken or may not be listened on; says so in a line."""


class Webhook:
    """Takes updates that Telegram posts, and says 200 when the inbox has them in its keeping.

    What comes must have the path of the address and the secret that Telegram was given.
    """

    def __init__(self, bot: RawBot, inbox: Inbox, address: WebhookSettings) -> None:
        self._bot = bot
        self._inbox = inbox
        self._address = address
        self._path = urlsplit(address.url).path or "/"
        self._secret = secret_for(bot.token)
        self._server = WebServer(self.answer)
        self._is_listening = False
        self._last_contact: float | None = None
        self._last_complaint = 0

    @property
    def last_poll_age(self) -> float | None:
        """Seconds since Telegram last posted or answered, None before the first time."""
        return None if self._last_contact is None else time.monotonic() - self._last_contact

    async def announce(self) -> None:
        """Listens, and only then tells Telegram where to post; raises ListeningError, TelegramError."""
        if not self._is_listening:
            await self._listen()
        await self._bot.set_webhook(
            self._address.url, secret_token=self._secret, allowed_updates=list(WANTED)
        )
        self._last_contact = time.monotonic()

    async def run(self) -> None:
        """Sees until it is cancelled that Telegram posts; raises InvalidToken when the token is revoked."""
        while True:
            await asyncio.sleep(CHECKED)
            await self._check()

    async def close(self) -> None:
        """Takes nothing more."""
        await self._server.close()

    async def _listen(self) -> None:
        host, port = self._address.host, self._address.port
        try:
            await self._server.open(host, port)
        except OSError as error:
            raise ListeningError(f"WEBHOOK_LISTEN: {host}:{port} cannot be listened on: {error}") from error
        self._is_listening = True
        LOG.info("Listening on %s:%d for what Telegram posts", host, port)

    async def answer(self, request: Request) -> HttpResponse:
        """200 when an update is kept; anybody else learns as little as can be."""
        if request.path != self._path:
            return HttpResponse(404)
        if request.verb != "POST":
            return HttpResponse(405)
        if not hmac.compare_digest(request.header(SECRET_HEADER), self._secret.encode()):
            return HttpResponse(401)
        self._last_contact = time.monotonic()
        update = _update_in(await request.body())
        await asyncio.shield(self._inbox.take([update]))  # to its end, should the connection break off
        return HttpResponse(200)

    async def _check(self) -> None:
        """Asks Telegram how it goes, and sets the address again should it have been lost."""
        try:
            info = await self._bot.get_webhook_info()
            if info.url != self._address.url:
                LOG.warning("Telegram has another webhook address; ours is set again")
                await self.announce()
        except InvalidToken:
            raise
        except TelegramError as error:
            LOG.warning("Telegram could not be asked about the webhook (%s)", reason(error))
            return
        self._last_contact = time.monotonic()
        complained = int(info.last_error_date.timestamp()) if info.last_error_date else 0
        if complained > self._last_complaint:
            self._last_complaint = complained
            LOG.warning("Telegram could not post: %s", info.last_error_message)


def secret_for(token: str) -> str:
    """What Telegram sends with each update, the same after a restart; the token cannot be had from it."""
    return blake2b(token.encode(), person=b"webhook", digest_size=32).hexdigest()


def _update_in(body: bytes) -> Raw:
    try:
        update: Raw = json.loads(body)
    except (ValueError, RecursionError):
        raise RefusedError(400) from None
    if not is_update(update):
        raise RefusedError(400)
    return update
