"""Thumbs under an answer: a vote of each member, counted, and taken back by pressing again."""

from __future__ import annotations

import hmac
import re
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.bounded_dict import BoundedDict
from bot.cards import Button
from bot.store import Place, StoreError, Vote

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from bot.cards import Card
    from bot.chat.context import Context
    from bot.chat.outbox import Outbox
    from bot.store import Store

THUMBS = {Vote.UP: "👍", Vote.DOWN: "👎"}
PRESSED = re.compile(r"(up|down):([0-9]{1,16}):([0-9a-f]{24})")  # up:1234:0123456789abcdef01234567
MOST_WORDS = 1_000  # questions whose words are remembered, in memory alone, in case they are voted down
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

    A button holds the number of its question and a seal: it works in the chat and under the answer that it
    was made for, whatever a client of somebody's own making sends.
    """

    def __init__(self, token: str, store: Store, outbox: Outbox) -> None:
        self._key = blake2b(token.encode(), person=b"buttons").digest()
        self._store = store
        self._outbox = outbox
        self._words: BoundedDict[Place, str] = BoundedDict(MOST_WORDS)

    def with_buttons(self, card: Card, question: Place, words: str) -> Card:
        """An answer with its buttons."""
        self._words[question] = words
        signatures = {vote: f"{vote}:{question.message}:{self._signature(vote, question)}" for vote in THUMBS}
        return replace(card, buttons=tuple(Button(THUMBS[vote], data) for vote, data in signatures.items()))

    def forget(self) -> None:
        """Forgets the words of all questions."""
        self._words.clear()

    async def pressed(self, update: Update, _: Context) -> None:
        query = update.callback_query
        if query:
            await self._outbox.note(query, await self._noted(query))

    async def _noted(self, query: CallbackQuery) -> str:
        """Notes a vote; the line that whoever pressed sees."""
        pressed, message = PRESSED.fullmatch(query.data or ""), query.message
        if pressed is None or message is None:
            return UNKNOWN
        vote, question = Vote(pressed[1]), Place(message.chat.id, int(pressed[2]))
        if not hmac.compare_digest(pressed[3], self._signature(vote, question)):
            return UNKNOWN
        try:
            if await self._store.answer_to(question) != message.message_id:
                return EXPIRED
            words = self._words.get(question)
            return NOTED[await self._store.vote(question, query.from_user.id, vote, words)]
        except StoreError:
            return LATER

    def _signature(self, vote: Vote, question: Place) -> str:
        signed = f"{vote}:{question.chat}:{question.message}"
        return blake2b(signed.encode(), key=self._key, digest_size=12).hexdigest()
