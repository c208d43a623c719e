"""Messages that say that something goes on, until they say what came of it: also over a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.background_work import UPDATE_AT_WORK

if TYPE_CHECKING:
    from telegram import Message

    from bot.cards import Card
    from bot.chat.delivery.outbox import Outbox
    from bot.store import Inbox


class ProgressMessages:
    """Says that something goes on, once an update.

    When an update is worked on again after a crash, the message that said so then says what comes of it.
    """

    def __init__(self, outbox: Outbox, inbox: Inbox) -> None:
        self._outbox = outbox
        self._inbox = inbox

    @property
    def before(self) -> int | None:
        """The number of the message that said so in an earlier life; None where there is none."""
        update = UPDATE_AT_WORK.get()
        return update.progress if update else None

    async def say(self, message: Message, card: Card) -> int | None:
        """Answers a message with a card that says so; our answer's number, None when it was not sent."""
        if self.before is not None:
            await self._outbox.edit(self.before, message, card)
            return self.before
        sent, update = await self._outbox.reply(message, card), UPDATE_AT_WORK.get()
        if sent is not None and update is not None:
            self._inbox.note_progress(update, sent)
        return sent

    async def end(self, message: Message, progress: int | None, card: Card) -> int | None:
        """Puts a card in the place of our answer that said that something goes on; its number."""
        if progress is None:
            return await self._outbox.reply(message, card)
        await self._outbox.edit(progress, message, card)
        return progress
