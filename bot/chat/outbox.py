"""All that the bot says goes out here."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, RetryAfter, TimedOut

from bot.chat import cards

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from telegram import Bot, InlineQuery, Message

    from bot.chat.cards import Card

T = TypeVar("T")

LOG = logging.getLogger(__name__)
LONGEST_WAIT = 60.0  # seconds; when Telegram asks for more the answer comes too late to be of use
INLINE_LIFETIME = (
    60  # seconds that Telegram may show an answer again without asking; a reload changes answers
)
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
EXPECTED = (  # what members may do between a question and its answer
    "message is not modified",
    "message to be replied not found",
    "message to edit not found",
    "message can't be edited",
    "query is too old",
    "topic_closed",
    "not enough rights",
)


class Outbox:
    """Sends cards, and knows what may become of them."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def reply(self, to: Message, card: Card) -> int | None:
        """Answers a message where it stands: in its chat, its topic, and in a group as a reply to it.

        The number of the message sent, None when there was nobody to send it to or that is not known.
        """
        sent = await self._send(lambda: to.reply_html(cards.html(card), link_preview_options=NO_PREVIEW))
        return sent.message_id if sent else None

    async def edit(self, chat: int, message: int, card: Card) -> None:
        """Puts a card in the place of what a message of ours said."""
        await self._send(
            lambda: self._bot.edit_message_text(
                cards.html(card),
                chat_id=chat,
                message_id=message,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
            )
        )

    async def offer(
        self, query: InlineQuery, offers: Sequence[InlineQueryResultArticle], invitation: str
    ) -> None:
        """Answers an inline query; without offers the invitation leads to the private chat."""
        button = None if offers else InlineQueryResultsButton(invitation, start_parameter="inline")
        await self._send(
            lambda: query.answer(offers, cache_time=INLINE_LIFETIME, is_personal=True, button=button)
        )

    async def _send(self, request: Callable[[], Awaitable[T]]) -> T | None:
        """What a request gives, None when it came to nothing as requests do; or raises TelegramError."""
        try:
            return await _patiently(request)
        except Forbidden:
            LOG.info("Not sent: the bot was blocked or removed")
        except TimedOut:  # it may have been delivered: sent once more it might stand there twice
            LOG.warning("Telegram did not say whether a message was delivered")
        except BadRequest as error:
            if not any(known in error.message.lower() for known in EXPECTED):
                raise
            LOG.debug("Not sent: %s", error.message)
        return None


async def _patiently(request: Callable[[], Awaitable[T]]) -> T:
    """Tries again once when Telegram asks for a little patience."""
    try:
        return await request()
    except RetryAfter as error:
        wait = error.retry_after
        seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
        if seconds > LONGEST_WAIT:
            raise
        LOG.warning("Telegram asks to wait %.0f seconds", seconds)
        await asyncio.sleep(seconds)
        return await request()


def article(name: str, title: str, description: str, card: Card) -> InlineQueryResultArticle:
    """A card that a member can post through an inline query."""
    content = InputTextMessageContent(cards.html(card), ParseMode.HTML, link_preview_options=NO_PREVIEW)
    return InlineQueryResultArticle(name, title, content, description=description)
