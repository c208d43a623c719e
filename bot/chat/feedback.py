"""Thumbs under an answer: a vote of each member, counted, and taken back by pressing again."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.store import MessageId, StoreError, Vote

if TYPE_CHECKING:
    from bot.cards import Card
    from bot.chat.buttons import Buttons, Press
    from bot.store import Store

THUMBS = {Vote.UP: "👍", Vote.DOWN: "👎"}
KEY_BYTES = 12
WORD = re.compile(r"\w+")
NOTED = {Vote.UP: "voted_up", Vote.DOWN: "voted_down", Vote.NONE: "vote_taken_back"}


class Feedback:
    """Puts the thumbs under answers, and notes who pressed them."""

    def __init__(self, token: str, store: Store, buttons: Buttons) -> None:
        self._key = blake2b(token.encode(), person=b"words").digest()
        self._store = store
        self._buttons = buttons
        for vote in THUMBS:
            buttons.on(vote, self._voted)

    def with_buttons(self, card: Card, question: MessageId, words: str) -> Card:
        """An answer with its buttons; the one for a vote down holds the key to the question's words."""
        key = urlsafe_b64encode(self.key(question, words)).decode()
        chat, number = question.chat, question.message
        thumbs = (
            self._buttons.button(THUMBS[Vote.UP], Vote.UP, chat, number),
            self._buttons.button(THUMBS[Vote.DOWN], Vote.DOWN, chat, number, key),
        )
        return replace(card, buttons=(thumbs,))

    def key(self, question: MessageId, words: str) -> bytes:
        """What the words of a question are encrypted with: made from them, and kept nowhere but in a button.

        Another way of writing the same words has the same key: where an edit changes no answer, it changes no
        button.
        """
        plain = f"{question.chat}:{question.message}:{' '.join(WORD.findall(words.casefold()))}"
        return blake2b(plain.encode(errors="replace"), key=self._key, digest_size=KEY_BYTES).digest()

    async def _voted(self, press: Press) -> str:
        """Notes a vote; the line that whoever pressed sees."""
        number, *key = press.arguments
        question, vote = MessageId(press.chat, int(number)), Vote(press.kind)
        try:
            if await self._store.answer_to(question) != press.message:
                return press.book.text("button_too_old")
            opened = urlsafe_b64decode(key[0]) if key else None
            return press.book.text(NOTED[await self._store.vote(question, press.member, vote, opened)])
        except StoreError:
            return press.book.text("vote_later")
