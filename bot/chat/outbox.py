"""All that the bot says goes out here, chat by chat, as fast as Telegram allows.

There is no typing action: an answer takes a few milliseconds, and one that has to wait does so because
Telegram's limits are used up, against which typing would count too.
"""

from __future__ import annotations

import asyncio
import logging
import math
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot import cards
from bot.chat.clock import MonotonicClock
from bot.chat.connection import CONNECTIONS
from bot.chat.outgoing_message import OutgoingMessage, instead, may_have_arrived
from bot.chat.rate_limits import RateLimits, TooLateError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Bot, CallbackQuery, InlineQuery, Message

    from bot.cards import Card

T = TypeVar("T")

LOG = logging.getLogger(__name__)
LIFETIME = 120.0  # seconds that an answer is of use to whoever asked
PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 30.0)  # seconds before each try while the line is down
CLOSED_FOR = 600.0  # seconds that a chat is left alone after it threw the bot out, unless it lets it in again
MOST_REMEMBERED = 1_000  # chats that moved or threw the bot out
INLINE_LIFETIME = 60  # seconds that Telegram may show an answer again; a reload changes answers
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Outbox:
    """Sends cards, and knows what may become of them."""

    def __init__(self, bot: Bot, clock: MonotonicClock | None = None) -> None:
        self._bot = bot
        self._clock = clock or MonotonicClock()
        self._rate_limits = RateLimits(self._clock)
        self._connections = asyncio.Semaphore(CONNECTIONS)  # each is a connection
        self._closed_until: dict[int, float] = {}  # chat -> until when nothing is sent there
        self._supergroups: dict[int, int] = {}  # group -> the supergroup that it became
        self.counts: Counter[str] = Counter()  # what became of messages, in words

    async def reply(self, to: Message, card: Card) -> int | None:
        """Answers a message where it stands.

        The number of the message sent, None when it was not sent or that is not known. Raises TelegramError
        when Telegram does not take it for a reason that nobody expects.
        """
        return await self._send(OutgoingMessage.to(to, card))

    async def tell(self, chat: int, card: Card) -> int | None:
        """As `reply`, to nobody's message."""
        return await self._send(OutgoingMessage(chat, card))

    async def edit(self, chat: int, message: int, card: Card) -> None:
        """Puts a card in the place of what a message of ours said."""
        await self._send(OutgoingMessage(chat, card, edits=message))

    async def offer(
        self, query: InlineQuery, offers: Sequence[InlineQueryResultArticle], invitation: str
    ) -> None:
        """Answers an inline query; without offers the invitation leads to the private chat."""
        button = None if offers else InlineQueryResultsButton(invitation, start_parameter="inline")
        try:
            async with self._connections:
                await query.answer(offers, cache_time=INLINE_LIFETIME, is_personal=True, button=button)
        except TelegramError as error:  # whoever types has typed on
            if isinstance(error, BadRequest) and "query is too old" not in error.message.lower():
                raise
            LOG.info("An inline query was not answered: %s", type(error).__name__)

    async def note(self, query: CallbackQuery, text: str) -> None:
        """Tells whoever pressed a button what came of it; up to 200 characters."""
        try:
            async with self._connections:
                await query.answer(text)
        except TelegramError as error:  # they see the button at rest again after a while
            LOG.info("A press of a button was not answered: %s", type(error).__name__)

    def reopen(self, chat: int) -> None:
        """A chat let the bot in again."""
        self._closed_until.pop(chat, None)

    async def _send(self, message: OutgoingMessage) -> int | None:
        """Waits for the message's turn, sends it, and makes the best of what goes wrong."""
        message = self._addressed(message)
        deadline, pauses = self._clock.now() + LIFETIME, iter(PAUSES)
        async with self._rate_limits.queue(message.chat):
            while self._is_open(message.chat):
                try:
                    return await self._try(message, deadline)
                except TooLateError:
                    LOG.warning("An answer was dropped: its turn would have come two minutes late")
                    break
                except RetryAfter as error:
                    self._rate_limits.refused(message.chat, _seconds(error))
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
            async with self._connections:
                number = await self._request(message)
        finally:
            self._rate_limits.arrived(began)
        self._rate_limits.accepted(message.chat, began)
        self.counts["sent"] += 1
        return number

    async def _request(self, message: OutgoingMessage) -> int:
        text = cards.plain(message.card) if message.is_plain else cards.html(message.card)
        mode = None if message.is_plain else ParseMode.HTML
        if message.edits is not None:
            await self._bot.edit_message_text(
                text,
                message.chat,
                message.edits,
                parse_mode=mode,
                link_preview_options=NO_PREVIEW,
                reply_markup=_keyboard(message.card),
            )
            return message.edits
        sent = await self._bot.send_message(
            message.chat,
            text,
            mode,
            link_preview_options=NO_PREVIEW,
            message_thread_id=message.topic,
            reply_parameters=_reply_to(message.reply_to),
            reply_markup=_keyboard(message.card),
        )
        return sent.message_id

    def _after(self, message: OutgoingMessage, error: TelegramError) -> OutgoingMessage | None:
        """The message to send after an error, if any; what the error says of the chat is kept in mind."""
        if isinstance(error, ChatMigrated):
            _remember(self._supergroups, message.chat, error.new_chat_id)
        if isinstance(error, Forbidden):
            _remember(self._closed_until, message.chat, self._clock.now() + CLOSED_FOR)
        following = instead(message, error)
        kind = type(error).__name__
        if following is None and may_have_arrived(error):
            LOG.warning("Telegram did not say whether a message was delivered (%s)", kind)
        elif following is None:
            LOG.info("Not sent: the chat does not take it (%s)", kind)
        elif following.is_plain and not message.is_plain:
            LOG.error("Telegram could not read a card; it was sent without marks")
        else:
            LOG.info("Sent once more (%s)", kind)
        return following

    def _addressed(self, message: OutgoingMessage) -> OutgoingMessage:
        there = self._supergroups.get(message.chat)
        return OutgoingMessage(there, message.card) if there and message.edits is None else message

    def _is_open(self, chat: int) -> bool:
        return self._clock.now() >= self._closed_until.get(chat, -math.inf)


def _keyboard(card: Card) -> InlineKeyboardMarkup | None:
    row = [InlineKeyboardButton(button.text, callback_data=button.data) for button in card.buttons]
    return InlineKeyboardMarkup([row]) if row else None


def _reply_to(message: int | None) -> ReplyParameters | None:
    """Where the message is gone the answer comes without it."""
    return None if message is None else ReplyParameters(message, allow_sending_without_reply=True)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _remember(known: dict[int, T], chat: int, what: T) -> None:
    known[chat] = what
    if len(known) > MOST_REMEMBERED:
        del known[next(iter(known))]


def article(name: str, title: str, description: str, card: Card) -> InlineQueryResultArticle:
    """A card that a member can post through an inline query."""
    content = InputTextMessageContent(cards.html(card), ParseMode.HTML, link_preview_options=NO_PREVIEW)
    return InlineQueryResultArticle(name, title, content, description=description)
