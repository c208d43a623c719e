"""Thumbs under an answer: a vote of each member, counted, and taken back by pressing again."""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.cards import Button
from bot.store import MessageId, StoreError, Vote

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from bot.cards import Card
    from bot.chat.context import Context
    from bot.chat.outbox import Outbox
    from bot.store import Store

THUMBS = {Vote.UP: "👍", Vote.DOWN: "👎"}
PRESSED = re.compile(  # down:1234:0123456789abcdef01234567:AbCdEfGhIjKlMn-_
    r"(up|down):([0-9]{1,16}):([0-9a-f]{24})(?::([A-Za-z0-9_-]{16}))?"
)
KEY_BYTES = 12
WORD = re.compile(r"\w+")
UNKNOWN = "I do not know this button."
EXPIRED = "This answer is too old to be voted on. Ask again if you like!"
LATER = "I cannot note that just now. Please try again in a few minutes."
NOTED = {
    Vote.UP: "Thank you! 👍",
    Vote.DOWN: "Noted 👎 Thank you, that shows what I should learn.",
    Vote.NONE: "Taken back.",
}


class Feedback:
    """Puts the buttons under answers, and notes who pressed them.

    A button holds the number of its question and a signature: it works in the chat and under the answer that
    it was made for, whatever a client of somebody's own making sends.
    """

    def __init__(self, token: str, store: Store, outbox: Outbox) -> None:
        self._key = blake2b(token.encode(), person=b"buttons").digest()
        self._store = store
        self._outbox = outbox

    def with_buttons(self, card: Card, question: MessageId, words: str) -> Card:
        """An answer with its buttons; the one for a vote down holds the key to the question's words."""
        key = urlsafe_b64encode(self.key(question, words)).decode()
        up, down = (f"{vote}:{question.message}:{self._signature(vote, question)}" for vote in THUMBS)
        return replace(
            card, buttons=(Button(THUMBS[Vote.UP], up), Button(THUMBS[Vote.DOWN], f"{down}:{key}"))
        )

    def key(self, question: MessageId, words: str) -> bytes:
        """What the words of a question are encrypted with: made from them, and kept nowhere but in a button.

        Another way of writing the same words has the same key: where an edit changes no answer, it changes no
        button.
        """
        plain = f"{question.chat}:{question.message}:{' '.join(WORD.findall(words.casefold()))}"
        return blake2b(plain.encode(errors="replace"), key=self._key, digest_size=KEY_BYTES).digest()

    async def pressed(self, update: Update, _: Context) -> None:
        query = update.callback_query
        if query:
            await self._outbox.answer_press(query, await self._noted(query))

    async def _noted(self, query: CallbackQuery) -> str:
        """Notes a vote; the line that whoever pressed sees."""
        pressed, message = PRESSED.fullmatch(query.data or ""), query.message
        if pressed is None or message is None:
            return UNKNOWN
        vote, question = Vote(pressed[1]), MessageId(message.chat.id, int(pressed[2]))
        if not hmac.compare_digest(pressed[3], self._signature(vote, question)):
            return UNKNOWN
        try:
            if await self._store.answer_to(question) != message.message_id:
                return EXPIRED
            key = urlsafe_b64decode(pressed[4]) if pressed[4] else None
            return NOTED[await self._store.vote(question, query.from_user.id, vote, key)]
        except StoreError:
            return LATER

    def _signature(self, vote: Vote, question: MessageId) -> str:
        signed = f"{vote}:{question.chat}:{question.message}"
        return blake2b(signed.encode(), key=self._key, digest_size=12).hexdigest()
