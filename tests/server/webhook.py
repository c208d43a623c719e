"""Updates posted to the address that the bot gave: a chat's in order, again and again until it says 200."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from tests.chat.rules import bad

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.server.parameters import Parameters
    from tests.server.people import Json
    from tests.server.world import TelegramWorld

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
MOST_CONNECTIONS = 40  # unless the bot wants another number
READ_TIMEOUT = 60.0  # seconds that the bot may take
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds between attempts; the first one follows at once


@dataclass
class Webhook:
    """Where updates go; without an address they wait to be asked for."""

    world: TelegramWorld
    answered: Callable[[Json], Awaitable[None]]  # a method in the body of the bot's 200 is carried out
    url: str = ""
    proxy: str = ""  # where the address leads behind the proxy that it names, such as http://127.0.0.1:8080
    secret: str = ""
    most_connections: int = MOST_CONNECTIONS
    last_error: tuple[int, str] | None = None
    pause: float = FIRST_PAUSE
    read_timeout: float = READ_TIMEOUT
    attempts: list[tuple[int, str]] = field(default_factory=list)  # (update_id, "200" or what went wrong)
    _queues: dict[Any, deque[Json]] = field(default_factory=dict)  # of each chat; an empty one is gone
    _ready: deque[Any] = field(default_factory=deque)  # chats whose first update may go
    _fails: Counter[int] = field(default_factory=Counter)  # of each update
    _posting: set[asyncio.Task[None]] = field(default_factory=set)

    def set(self, asked: Parameters) -> None:
        """Sets or, without an address, removes the webhook."""
        url, secret = asked.text("url"), asked.text("secret_token")
        if url and not url.startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if (
            not all(letter.isascii() and (letter.isalnum() or letter in "_-") for letter in secret)
            or len(secret) > 256
        ):
            raise bad("secret token contains unallowed characters")
        self.url, self.secret, self.last_error = url, secret, None
        self.most_connections = min(max(asked.integer("max_connections", MOST_CONNECTIONS), 1), 100)
        self._queues.clear()
        self._ready.clear()
        self.world.updates.added = self.take if url else lambda _: None
        for update in self.world.updates.waiting if url else ():
            self.take(update)

    def as_json(self) -> Json:
        """What getWebhookInfo tells."""
        info: Json = {
            "url": self.url, "has_custom_certificate": False,
            "pending_update_count": len(self.world.updates.waiting),
        }  # fmt: skip
        if self.url:
            info |= {"max_connections": self.most_connections, "ip_address": "127.0.0.1"}
        if self.last_error:
            info |= {"last_error_date": self.last_error[0], "last_error_message": self.last_error[1]}
        if self.world.updates.allowed:
            info |= {"allowed_updates": sorted(self.world.updates.allowed)}
        return info

    def take(self, update: Json) -> None:
        """Lets an update follow those of its chat."""
        chat = _chat_of(update)
        if chat not in self._queues:
            self._queues[chat] = deque()
            self._ready.append(chat)
        self._queues[chat].append(update)
        self._deliver()

    def _deliver(self) -> None:
        while self._ready and len(self._posting) < self.most_connections:
            chat = self._ready.popleft()
            task = asyncio.create_task(self._post(chat, self._queues[chat]))
            self._posting.add(task)
            task.add_done_callback(self._posted)

    def _posted(self, task: asyncio.Task[None]) -> None:
        self._posting.discard(task)
        if not task.cancelled():
            self._deliver()
            self.world.happened()

    async def _post(self, chat: Any, queue: deque[Json]) -> None:
        update = queue[0]
        answer = await self._answer_to(update)
        self.attempts.append((update["update_id"], answer if isinstance(answer, str) else "200"))
        if self._queues.get(chat) is not queue:  # the webhook was set anew meanwhile
            return
        if isinstance(answer, str):
            self._failed(chat, update, answer)
            return
        queue.popleft()
        self.world.updates.done(update)
        if queue:
            self._ready.append(chat)
        else:
            del self._queues[chat]
        await self._carry_out(answer)

    @property
    def _target(self) -> str:
        parts = urlsplit(self.url)
        return urlunsplit(parts._replace(scheme="http", netloc=urlsplit(self.proxy or self.url).netloc))

    async def _answer_to(self, update: Json) -> bytes | str:
        """The body of the bot's answer, or what went wrong in Telegram's words."""
        try:
            async with asyncio.timeout(self.read_timeout):
                status, reason, body = await _answer_of(self._target, self.secret, update)
        except TimeoutError:
            return "Read timeout expired"
        except ConnectionRefusedError:
            return "Connection refused"
        except (OSError, asyncio.IncompleteReadError, ValueError):
            return "Connection closed"
        return body if 200 <= status <= 299 else f"Wrong response from the webhook: {status} {reason}"

    def _failed(self, chat: Any, update: Json, wrong: str) -> None:
        """Lets a chat wait: not at all after the first failure, then twice as long each time."""
        self.last_error = int(time.time()), wrong
        fails = self._fails[update["update_id"]]
        self._fails[update["update_id"]] += 1
        pause = min(self.pause * 2**fails, LONGEST_PAUSE) if fails else 0.0
        asyncio.get_running_loop().call_later(pause, self._try_again, chat, self._queues[chat])

    def _try_again(self, chat: Any, queue: deque[Json]) -> None:
        if self._queues.get(chat) is queue:
            self._ready.append(chat)
            self._deliver()

    async def _carry_out(self, body: bytes) -> None:
        with contextlib.suppress(ValueError):
            read = json.loads(body)
            if isinstance(read, dict) and "method" in read:
                await self.answered(read)

    async def close(self) -> None:
        """Gives up what is on its way."""
        self.url = ""
        for task in list(self._posting):
            task.cancel()
        await asyncio.gather(*self._posting, return_exceptions=True)


def _chat_of(update: Json) -> Any:
    """What keeps its order: the chat of an update, or who sent it."""
    for content in update.values():
        if isinstance(content, dict):
            return (content.get("chat") or content.get("from") or {}).get("id")
    return None


async def _answer_of(url: str, secret: str, update: Json) -> tuple[int, str, bytes]:
    """The status, reason and body of the bot's answer."""
    parts = urlsplit(url)
    body = json.dumps(update).encode()
    head = [
        f"POST {parts.path or '/'}{'?' + parts.query if parts.query else ''} HTTP/1.1",
        f"Host: {parts.netloc}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        "Connection: close",
        *([f"{SECRET_HEADER}: {secret}"] if secret else []),
    ]
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
    try:
        writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)
        first, *_ = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        _, status, reason = (first + " ").split(" ", 2)
        return int(status), reason.strip(), await reader.read()
    finally:
        writer.close()
