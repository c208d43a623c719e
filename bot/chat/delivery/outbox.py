"""All that the bot says goes out here, chat by chat, as fast as Telegram allows.

There is no typing action: an answer takes a few milliseconds, and one that has to wait does so because
Telegram's limits are used up, against which typing would count too.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from telegram import InlineQueryResultsButton
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.bounded_dict import BoundedDict
from bot.cards import Card
from bot.chat.delivery.bot_requests import perform
from bot.chat.delivery.connection import CONNECTIONS
from bot.chat.delivery.outgoing_message import OutgoingMessage, instead
from bot.chat.delivery.rate_limits import RateLimits, TooLateError
from bot.chat.delivery.telegram_errors import NO_QUERY, may_have_arrived, reason, says, seconds

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from telegram import CallbackQuery, InlineQuery, InlineQueryResultArticle, Message

    from bot.cards import QuizCard
    from bot.chat.clock import MonotonicClock, TelegramTime
    from bot.chat.delivery.connection import RawBot
    from bot.chat.delivery.outgoing_message import Attachment

LOG = logging.getLogger(__name__)
LIFETIME = 120.0  # seconds that an answer is of use to whoever asked
PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 30.0)  # seconds before each try while the line is down
CLOSED_FOR = 600.0  # seconds that a chat is left alone after it threw the bot out, unless it lets it in again
MOST_REMEMBERED = 1_000  # chats that moved or threw the bot out
INLINE_LIFETIME = 60  # seconds that Telegram may show an answer again; a reload changes answers


@dataclass(frozen=True, slots=True)
class _Closed:
    """A chat that threw the bot out: when that was noticed, and until when it is left alone."""

    since: float  # by Telegram's time
    until: float  # by the clock


class Outbox:
    """Sends cards, and knows what may become of them. `pseudonym` is what a chat is called in the log."""

    def __init__(
        self, bot: RawBot, clock: MonotonicClock, time: TelegramTime, pseudonym: Callable[[int], str]
    ) -> None:
        self._bot = bot
        self._clock = clock
        self._time = time
        self._pseudonym = pseudonym
        self._rate_limits = RateLimits(self._clock)
        self._connections = asyncio.Semaphore(CONNECTIONS)  # each is a connection
        self._closed: BoundedDict[int, _Closed] = BoundedDict(MOST_REMEMBERED)
        self._supergroups: BoundedDict[int, int] = BoundedDict(MOST_REMEMBERED)  # by the groups they were
        self.counts: Counter[str] = Counter()  # what became of messages, in words

    async def reply(
        self, to: Message, card: Card, *, beneath: int | None = None, otherwise: Card | None = None
    ) -> int | None:
        """Answers a message where it stands, in a group as a reply to it, or anywhere beneath another one.

        Where the message that it is a reply to is gone it comes without, or another card `otherwise`.

        The number of the message sent, None when it was not sent or that is not known. Raises TelegramError
        when Telegram does not take it for a reason that nobody expects.
        """
        self._open_by(to)
        message = OutgoingMessage.to(to, card)
        if beneath or otherwise:
            message = replace(message, reply_to=beneath or message.reply_to, otherwise=otherwise)
        return await self._deliver(message)

    async def send(
        self,
        chat: int,
        card: Card,
        topic: int | None = None,
        *,
        beneath: int | None = None,
        before: Callable[[], Awaitable[None]] | None = None,
    ) -> int | None:
        """As `reply`, by itself: in a forum's topic, or as a reply to a message, if it is named.

        `before` is called when its turn has come, before it is sent; when that raises it is not sent.
        """
        return await self._deliver(OutgoingMessage(chat, card, beneath, topic, before=before))

    async def attach(self, to: Message, card: Card, attachment: Attachment) -> int | None:
        """As `reply`, with a picture or a file."""
        self._open_by(to)
        return await self._deliver(replace(OutgoingMessage.to(to, card), attachment=attachment))

    async def ask(self, to: Message, quiz: QuizCard) -> int | None:
        """As `reply`, with a native quiz."""
        self._open_by(to)
        return await self._deliver(replace(OutgoingMessage.to(to, Card(())), quiz=quiz))

    async def edit(self, answer: int, to: Message, card: Card) -> None:
        """Puts a card in the place of what our answer to a message said."""
        self._open_by(to)
        await self._deliver(OutgoingMessage(to.chat_id, card, edits=answer))

    async def edit_pressed(self, chat: int, message: int, card: Card) -> None:
        """Puts a card in the place of the message of ours whose button was pressed."""
        self.reopen(chat)
        await self._deliver(OutgoingMessage(chat, card, edits=message))

    async def delete(self, chat: int, message: int, otherwise: Card) -> None:
        """Takes a message of ours away; where Telegram refuses, as after two days, a card stands there."""
        self.reopen(chat)
        await self._deliver(OutgoingMessage(chat, otherwise, edits=message, is_deletion=True))

    async def answer_inline(
        self, query: InlineQuery, offers: Sequence[InlineQueryResultArticle], invitation: str
    ) -> None:
        """Answers an inline query; without offers the invitation leads to the private chat."""
        button = None if offers else InlineQueryResultsButton(invitation, start_parameter="inline")
        try:
            async with self._connections:
                await query.answer(offers, cache_time=INLINE_LIFETIME, is_personal=True, button=button)
        except TelegramError as error:  # whoever types has typed on
            if isinstance(error, BadRequest) and not says(error, NO_QUERY):
                raise
            LOG.info("An inline query was not answered (%s)", reason(error))

    async def answer_press(self, query: CallbackQuery, text: str, *, is_alert: bool = False) -> None:
        """Tells whoever pressed a button what came of it; up to 200 characters, to be closed as an alert."""
        try:
            async with self._connections:
                await query.answer(text or None, show_alert=is_alert or None)
        except TelegramError as error:  # they see the button at rest again after a while
            LOG.info("A press of a button was not answered (%s)", reason(error))

    def is_closed(self, chat: int) -> bool:
        """Whether a chat threw the bot out, and has not let it in again."""
        return not self._is_open(chat)

    def reopen(self, chat: int) -> None:
        """A chat let the bot in again."""
        self._closed.pop(chat, None)

    def _open_by(self, message: Message) -> None:
        """A chat is open if somebody wrote there after it threw the bot out."""
        closed = self._closed.get(message.chat_id)
        written = (message.edit_date or message.date).timestamp()  # to the second
        if closed and written >= int(closed.since):
            self.reopen(message.chat_id)

    async def _deliver(self, message: OutgoingMessage) -> int | None:
        """Waits for the message's turn, sends it, and makes the best of what goes wrong."""
        message = self._addressed(message)
        deadline, pauses = self._clock.now() + LIFETIME, iter(PAUSES)
        async with self._rate_limits.queue(message.chat):
            while self._is_open(message.chat):
                try:
                    return await self._try(message, deadline)
                except TooLateError:
                    chat = self._pseudonym(message.chat)
                    LOG.warning("An answer to chat %s was dropped: its turn would come too late", chat)
                    break
                except RetryAfter as error:
                    self._rate_limits.refused(message.chat, seconds(error))
                except TelegramError as error:
                    following = self._after(message, error)
                    if following is None:
                        break
                    if following == message:
                        self._rate_limits.pause(message.chat, next(pauses, LIFETIME))
                    message = following
        self.counts["dropped"] += 1
        return None

    async def _try(self, message: OutgoingMessage, deadline: float) -> int:
        began = await self._rate_limits.turn(message.chat, deadline)
        try:
            if message.before:
                await message.before()
            async with self._connections:
                number = await perform(self._bot, message)
        finally:
            self._rate_limits.arrived(began)
        self._rate_limits.accepted(message.chat, began)
        self.counts["sent"] += 1
        return number

    def _after(self, message: OutgoingMessage, error: TelegramError) -> OutgoingMessage | None:
        """The message to send after an error, if any; what the error says of the chat is kept in mind."""
        if isinstance(error, ChatMigrated):
            self._supergroups[message.chat] = error.new_chat_id
        if isinstance(error, Forbidden):
            self._closed[message.chat] = _Closed(self._time.now(), self._clock.now() + CLOSED_FOR)
        following = instead(message, error)
        self._log(message, following, error)
        return following

    def _log(self, message: OutgoingMessage, following: OutgoingMessage | None, error: TelegramError) -> None:
        chat, why = self._pseudonym(message.chat), reason(error)
        if following is None and may_have_arrived(error):
            LOG.warning("Telegram did not say whether a message to chat %s was delivered (%s)", chat, why)
        elif following is None:
            LOG.info("Not sent to chat %s, which does not take it (%s)", chat, why)
        elif following.is_plain and not message.is_plain:
            LOG.error("Telegram could not read a card for chat %s; it is sent without marks", chat)
        else:
            LOG.info("Sent once more to chat %s (%s)", chat, why)

    def _addressed(self, message: OutgoingMessage) -> OutgoingMessage:
        there = self._supergroups.get(message.chat)
        return message.moved(there) if there and message.edits is None else message

    def _is_open(self, chat: int) -> bool:
        closed = self._closed.get(chat)
        return closed is None or self._clock.now() >= closed.until
