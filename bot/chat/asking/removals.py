"""Answers that are taken away by a button: by who asked, and by who manages the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import cards
from bot.chat.asking.answer_buttons import REMOVE
from bot.store import StoreError

if TYPE_CHECKING:
    from bot.chat.asking.latest_edits import LatestEdits
    from bot.chat.buttons import Buttons, Press
    from bot.chat.permissions.chat_admins import ChatAdmins
    from bot.store import Store


class Removals:
    """Removes answers, and what they were about from the database."""

    def __init__(self, edits: LatestEdits, store: Store, buttons: Buttons, chat_admins: ChatAdmins) -> None:
        self._edits = edits
        self._store = store
        self._chat_admins = chat_admins
        buttons.on(REMOVE, self._removed)

    async def _removed(self, press: Press) -> str:
        """Takes the answer away, if whoever pressed asked for it or manages the chat."""
        try:
            is_theirs = await self._store.subjects.is_asker(press.chat, press.message, press.member)
        except StoreError:
            return press.book.text("press_later")
        if not (is_theirs or await self._chat_admins.manages_as(press.chat, press.member)):
            return press.book.text("only_asker_removes")
        self._edits.remove(press.chat, press.message, cards.removed_card(press.book))
        self._store.subjects.forget(press.chat, press.message)
        return ""
