"""Edits of our messages while others press: of those that wait for their turn only the latest is made."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.error import TelegramError

from bot.chat.delivery.telegram_errors import reason

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.cards import Card
    from bot.chat.asking.replies import Replies
    from bot.chat.delivery.outbox import Outbox
    from bot.supervisor import Supervisor

    Place = tuple[int, int]  # chat, message

LOG = logging.getLogger(__name__)
NAME = "edit of an answer"


class LatestEdits:
    """Makes edits in the background: a press does not wait for Telegram's limits, nor do those behind it.

    What a message should show when the bot stops meanwhile is lost; its buttons work on.
    """

    def __init__(self, outbox: Outbox, supervisor: Supervisor, replies: Replies) -> None:
        self._replies = replies
        self._outbox = outbox
        self._supervisor = supervisor
        self._wanted: dict[Place, Card] = {}

    def remove(self, chat: int, message: int, otherwise: Card) -> None:
        """Takes a message of ours away; where Telegram refuses, a card stands there."""
        self._replies.forget(chat, message)
        self._supervisor.start(NAME, self._attempted(self._outbox.delete(chat, message, otherwise)))

    def show(self, chat: int, message: int, card: Card) -> None:
        """Puts a card in the place of what a message of ours says, as soon as that may be."""
        place = (chat, message)
        self._replies.forget(chat, message)
        is_at_work = place in self._wanted
        self._wanted[place] = card
        if not is_at_work:
            self._supervisor.start(NAME, self._edit(place))

    async def _edit(self, place: Place) -> None:
        shown: Card | None = None
        try:
            while (card := self._wanted[place]) is not shown:
                await self._attempted(self._outbox.edit_pressed(*place, card))
                shown = card
        finally:
            del self._wanted[place]

    async def _attempted(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except TelegramError as error:  # one that nobody expects
            LOG.error("An answer could not be edited (%s)", reason(error))  # noqa: TRY400 - no trace of it
