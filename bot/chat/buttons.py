"""Buttons under messages: what they send back when they are pressed, and who is called then."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from telegram import Message

from bot.cards import Button

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import CallbackQuery, Update

    from bot.cards import Phrasebook
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.store import ChatSettings

    OnPress = Callable[["Press"], Awaitable["str | Alert"]]

LONGEST_DATA = 64  # bytes, Telegram's limit
SIGNATURE_BYTES = 8  # nobody can try more than a few a second


@dataclass(frozen=True, slots=True)
class Press:
    """A button of ours that somebody pressed."""

    kind: str
    arguments: tuple[str, ...]
    query: CallbackQuery
    chat: int
    message: int  # ours, with the button
    member: int  # who pressed; admins who write as their group press under their own number
    book: Phrasebook  # in whose language the answer is
    settings: ChatSettings  # of the chat

    @property
    def is_under_its_like(self) -> bool:
        """Whether a button of this kind is under the message; programs may send it for any other of ours."""
        message = self.query.message
        markup = message.reply_markup if isinstance(message, Message) else None
        rows = markup.inline_keyboard if markup else ()
        return any(str(button.callback_data).partition(":")[0] == self.kind for row in rows for button in row)


@dataclass(frozen=True, slots=True)
class Alert:
    """A line that whoever pressed has to close, up to 200 characters; a plain one goes by itself."""

    text: str


class Buttons:
    """Makes buttons, and calls whom they are for.

    What a button sends is signed for its chat: it works in no other one, and nothing made up works at all.
    """

    def __init__(self, token: str, outbox: Outbox) -> None:
        key = blake2b(token.encode(), person=b"buttons").digest()
        self._signer = blake2b(key=key, digest_size=SIGNATURE_BYTES)
        self._outbox = outbox
        self._callbacks: dict[str, OnPress] = {}

    def on(self, kind: str, callback: OnPress) -> None:
        """Calls back when a button of a kind is pressed; the line returned is shown to whoever pressed."""
        assert kind not in self._callbacks, kind
        self._callbacks[kind] = callback

    def button(self, text: str, kind: str, chat: int, *arguments: int | str) -> Button:
        """A button for a chat; kind and arguments are without colons, and 50 bytes at most together."""
        content = ":".join((kind, *map(str, arguments)))
        data = f"{content}:{self._signature(content, chat)}"
        assert len(data.encode()) <= LONGEST_DATA, data
        return Button(text, data)

    async def pressed(self, update: Update, context: Context) -> None:
        """Handles a press; of a button that is none of ours it says so."""
        query = update.callback_query
        if query is None:
            return
        press = self._read(query, context)
        answer = await self._callbacks[press.kind](press) if press else context.book.text("unknown_button")
        is_alert = isinstance(answer, Alert)
        text = answer.text if isinstance(answer, Alert) else answer
        await self._outbox.answer_press(query, text, is_alert=is_alert)

    def _read(self, query: CallbackQuery, context: Context) -> Press | None:
        content, _, signature = (query.data or "").rpartition(":")
        kind, *arguments = content.split(":")
        message = query.message
        if message is None or kind not in self._callbacks:
            return None
        chat = message.chat.id
        if not hmac.compare_digest(signature.encode(), self._signature(content, chat).encode()):
            return None
        member = query.from_user.id
        where = (chat, message.message_id)
        return Press(kind, tuple(arguments), query, *where, member, context.book, context.settings)

    def _signature(self, content: str, chat: int) -> str:
        """Eleven letters, without the sign that fills them up to twelve."""
        signer = self._signer.copy()
        signer.update(f"{chat}:{content}".encode())
        return urlsafe_b64encode(signer.digest()).decode()[:-1]
