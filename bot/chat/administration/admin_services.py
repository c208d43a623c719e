"""What the commands and buttons of admins work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from bot.chat.administration.progress import ProgressMessages
    from bot.chat.buttons import Alert, Buttons, OnPress, Press
    from bot.chat.delivery.outbox import Outbox
    from bot.chat.permissions.admins import Admins

    Background = Callable[[Coroutine[Any, Any, None]], object]


@dataclass(frozen=True, slots=True)
class AdminServices:
    """The parts of the bot that all of them share."""

    outbox: Outbox
    buttons: Buttons
    admins: Admins
    background: Background  # begins work that nobody waits for
    pseudonym: Callable[[int], str]  # of the number of a person or a chat
    progress: ProgressMessages

    def on_press(self, kind: str, callback: OnPress) -> None:
        """Calls back when an admin presses a button of a kind; others are told that it is for admins."""

        async def call_for_admins(press: Press) -> str | Alert:
            if not await self.admins.has(press.member):
                return press.book.text("press_for_admins")
            return await callback(press)

        self.buttons.on(kind, call_for_admins)
