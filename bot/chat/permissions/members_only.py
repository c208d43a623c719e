"""MEMBERS_ONLY: in private, and inline, the bot answers nobody but members of its groups."""

from __future__ import annotations

import logging
import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import ChatMemberRestricted, MessageEntity
from telegram.error import BadRequest, TelegramError
from telegram.ext import ApplicationHandlerStop

from bot import cards
from bot.bounded_dict import BoundedDict
from bot.chat.delivery.telegram_errors import NO_MEMBER, reason, says
from bot.chat.membership import is_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Bot, Message, Update

    from bot.chat.context import Context
    from bot.chat.cooldown import Callback
    from bot.chat.delivery.outbox import Outbox
    from bot.chat.permissions.admins import Admins

LOG = logging.getLogger(__name__)
LIFETIME = 600.0  # seconds that a member is believed to be one
LIFETIME_OF_NO = 60.0  # somebody else may have joined
MOST_MEMBERS = 10_000  # that are kept in mind
FOR_EVERYBODY = ("/privacy", "/mydata", "/forgetme")  # also for those who have left


@dataclass(frozen=True, slots=True)
class _KnownMember:
    """Whether somebody is a member, and until when that is believed, by the clock."""

    is_member: bool
    until: float


class Memberships:
    """Knows who is a member of one of the bot's groups; `chats` says which these are now."""

    def __init__(
        self, bot: Bot, chats: Callable[[], frozenset[int]], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._bot = bot
        self._chats = chats
        self._clock = clock
        self._known: BoundedDict[int, _KnownMember] = BoundedDict(MOST_MEMBERS)

    async def has(self, member: int) -> bool | None:
        """Whether somebody is a member of any group; None when Telegram does not say just now."""
        known = self._known.get(member, _KnownMember(is_member=False, until=-math.inf))
        if self._clock() < known.until:
            return known.is_member
        try:
            is_member = await self._is_in_any(member)
        except TelegramError as error:
            LOG.warning("Telegram did not say whether somebody is a member (%s)", reason(error))
            return None
        lifetime = LIFETIME if is_member else LIFETIME_OF_NO
        self._known[member] = _KnownMember(is_member, self._clock() + lifetime)
        return is_member

    async def _is_in_any(self, member: int) -> bool:
        for chat in sorted(self._chats()):
            if await self._is_in(chat, member):
                return True
        return False

    async def _is_in(self, chat: int, member: int) -> bool:
        try:
            membership = await self._bot.get_chat_member(chat, member)
        except BadRequest as error:
            if says(error, NO_MEMBER):
                return False
            raise
        if isinstance(membership, ChatMemberRestricted):
            return membership.is_member
        return not is_out(membership.status)


class MembersOnly:
    """Lets nothing through to the other handlers that comes from somebody else in private or inline."""

    def __init__(
        self,
        memberships: Memberships,
        admins: Admins,
        outbox: Outbox,
        limited: Callable[[Callback], Callback],
    ) -> None:
        self._memberships = memberships
        self._admins = admins
        self._outbox = outbox
        self._refuse_limited = limited(self._refuse)

    async def check(self, update: Update, context: Context) -> None:
        """Ends an update of somebody who is no member; raises ApplicationHandlerStop then."""
        user = update.effective_user
        if user is None or not _is_private(update):
            return
        context.is_member = await self.admits(user.id)
        if not context.is_member:
            await self._refuse_limited(update, context)
            raise ApplicationHandlerStop

    async def admits(self, member: int) -> bool | None:
        """Whether somebody is answered in private; None when Telegram does not say just now."""
        return await self._admins.has(member) or await self._memberships.has(member)

    async def _refuse(self, update: Update, context: Context) -> None:
        """One friendly line, by the way that whoever wrote has taken."""
        book, is_unknown = context.book, context.is_member is None
        if update.inline_query:
            line = book.text("members_inline_later" if is_unknown else "members_inline")
            await self._outbox.answer_inline(update.inline_query, [], line)
        elif update.callback_query:
            line = book.text("members_later" if is_unknown else "members_only")
            await self._outbox.answer_press(update.callback_query, line, is_alert=True)
        elif update.message:
            card = cards.members_later_card(book) if is_unknown else cards.members_only_card(book)
            await self._outbox.reply(update.message, card)


def _is_private(update: Update) -> bool:
    """Whether somebody alone with the bot wants something of it; commands about themselves are for all."""
    if update.inline_query:
        return True
    chat = update.effective_chat
    if chat is None or chat.id < 0 or update.my_chat_member:
        return False
    return update.message is None or not _is_for_everybody(update.message)


def _is_for_everybody(message: Message) -> bool:
    """Whether a message is such a command to Telegram, too: what is only written like one is a question."""
    entity = next(iter(message.entities), None)
    if entity is None or entity.type != MessageEntity.BOT_COMMAND or entity.offset:
        return False
    command = (message.text or "")[: entity.length]
    return command.partition("@")[0].lower() in FOR_EVERYBODY
