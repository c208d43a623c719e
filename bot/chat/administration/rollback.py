"""/rollback: one of the libraries before answers again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import cards
from bot.arrays import ArrayFileError
from bot.chat.addressing import message_of
from bot.chat.buttons import Alert
from bot.publishing.generations import Reason

if TYPE_CHECKING:
    from telegram import Update

    from bot.cards import Card, Phrasebook
    from bot.chat.administration.admin_services import AdminServices
    from bot.chat.buttons import Press
    from bot.chat.context import Context
    from bot.publishing.generations import Generation
    from bot.publishing.live import LiveLibrary

ROLL_BACK = "rollback"  # the kind of button


class Rollback:
    """Shows the libraries that are kept, and lets an admin choose."""

    def __init__(self, live: LiveLibrary, services: AdminServices) -> None:
        self._live = live
        self._services = services
        self._outbox = services.outbox
        services.on_press(ROLL_BACK, self._chosen)

    async def rollback(self, update: Update, context: Context) -> None:
        """The libraries to choose from."""
        message = message_of(update)
        await self._outbox.reply(message, self._card(message.chat_id, context.book))

    def _card(self, chat: int, book: Phrasebook) -> Card:
        """The library that answers, and those before it as buttons."""
        earlier = self._live.earlier
        choices = tuple(
            self._services.buttons.button(str(n), ROLL_BACK, chat, row.number)
            for n, row in enumerate(earlier, 1)
        )
        return replace(cards.earlier_card(self._live.generation, earlier, book), buttons=(choices,))

    async def _chosen(self, press: Press) -> str | Alert:
        if self._live.is_busy:
            return Alert(press.book.text("publishing_busy"))
        number = int(press.arguments[0])
        chosen = next((row for row in self._live.earlier if row.number == number), None)
        if chosen is None:  # as after a crash, when it answers already
            await self._outbox.edit_pressed(press.chat, press.message, self._card(press.chat, press.book))
            return Alert(press.book.text("rollback_gone"))
        self._services.background(self._roll_back(press, chosen))
        return press.book.text("publishing")

    async def _roll_back(self, press: Press, chosen: Generation) -> None:
        book = press.book
        reason = Reason(f"/rollback {cards.generation_time(chosen)}", self._services.pseudonym(press.member))
        try:
            is_back = await self._live.roll_back(chosen.number, reason)
        except (OSError, ArrayFileError) as error:
            card = cards.no_change_card(getattr(error, "strerror", None) or str(error), book)
        else:
            gone = cards.no_change_card(book.text("rollback_gone"), book)
            card = cards.rolled_back_card(chosen, book) if is_back else gone
        await self._outbox.edit_pressed(press.chat, press.message, card)
