"""Thumbs under an answer: a vote of each member, counted, and taken back by pressing again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.store import MessageId, StoreError, Vote

if TYPE_CHECKING:
    from bot.cards import Button
    from bot.chat.buttons import Buttons, Press
    from bot.store import Store

THUMBS = {Vote.UP: "👍", Vote.DOWN: "👎"}
NOTED = {Vote.UP: "voted_up", Vote.DOWN: "voted_down", Vote.NONE: "vote_taken_back"}


class Feedback:
    """Makes the thumbs under answers, and notes who pressed them."""

    def __init__(self, store: Store, buttons: Buttons) -> None:
        self._store = store
        self._buttons = buttons
        for vote in THUMBS:
            buttons.on(vote, self._voted)

    def thumbs(self, chat: int) -> tuple[Button, ...]:
        """The buttons to vote with on an answer in a chat."""
        return tuple(self._buttons.button(text, vote, chat) for vote, text in THUMBS.items())

    async def _voted(self, press: Press) -> str:
        """Notes a vote; the line that whoever pressed sees."""
        answer = MessageId(press.chat, press.message)
        try:
            vote = await self._store.vote(answer, press.member, Vote(press.kind))
        except StoreError:
            return press.book.text("vote_later")
        return press.book.text("button_too_old" if vote is None else NOTED[vote])
