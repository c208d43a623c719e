"""A post each day of what happened on it, in the chats that chose one: once, and none when there is nothing.

A day is claimed in the database before its post is sent, so that no restart and no change of clocks makes a
second one. What was claimed when the process was killed is not sent any more.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot import cards
from bot.browsing.selection import listing
from bot.chat.addressing import numbers_of_migration
from bot.chat.delivery.telegram_errors import reason
from bot.store import StoreError
from bot.time_zones import local

if TYPE_CHECKING:
    from datetime import date

    from telegram import Update

    from bot.cards import Card
    from bot.chat.browsing.pages import Browsing
    from bot.chat.chat_settings import Settings
    from bot.chat.clock import TelegramTime
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.chat.permissions.members_only import MembersOnly
    from bot.store import DailyPost, DailyPostTable
    from bot.supervisor import Supervisor

LOG = logging.getLogger(__name__)
CHECKED = 30.0  # seconds between two looks at which posts are due
AT_ONCE = 4  # posts; each is claimed when its turn comes, so few are lost when the process is killed
GRACE = 6.0  # seconds that a post which is being sent may take when the bot stops


class DailyPosts:
    """Makes the posts."""

    def __init__(
        self,
        table: DailyPostTable,
        browsing: Browsing,
        outbox: Outbox,
        settings: Settings,
        time: TelegramTime,
    ) -> None:
        self._table = table
        self._browsing = browsing
        self._outbox = outbox
        self._settings = settings
        self._time = time
        self._running: asyncio.Task[None] | None = None
        self._sending: set[asyncio.Task[None]] = set()
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._members_only: MembersOnly | None = None

    def open(self, supervisor: Supervisor, members_only: MembersOnly | None = None) -> None:
        """Begins to make posts, if it has not; in private only for those who are answered there."""
        self._members_only = members_only
        if self._running is None:
            self._running = supervisor.keep("daily posts", self._run())

    async def close(self) -> None:
        """Makes no more posts, and lets those that are being sent arrive."""
        if self._running:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        if self._sending:
            await asyncio.wait(self._sending, timeout=GRACE)
        for task in self._sending:
            task.cancel()
        await asyncio.gather(*self._sending, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            await self.make_due()
            await asyncio.sleep(CHECKED)

    async def make_due(self) -> None:
        """Makes the posts whose hour has come, of days that are not done."""
        now = datetime.fromtimestamp(self._time.now(), UTC)
        try:
            posts = await self._table.all()
        except StoreError:  # the database tells by itself
            return
        due = ((post, due_day(post, now)) for post in posts)
        self._sending = {asyncio.create_task(self._make(post, day)) for post, day in due if day}
        if self._sending:  # they go on when this is cancelled
            done, _ = await asyncio.wait(self._sending)
            for task in done:
                task.result()

    async def _make(self, post: DailyPost, day: date) -> None:
        """Makes the post of a day in its turn."""
        try:
            async with self._turns:
                await self._claim_and_send(post, day)
        except StoreError:  # rather none than two
            return
        except TelegramError as error:
            LOG.error("A daily post was not sent: %s", reason(error))  # noqa: TRY400 - its words stay out

    async def _claim_and_send(self, post: DailyPost, day: date) -> None:
        """Makes a post, unless its day is done or there is nothing to post."""
        if not await self._table.claim(post.chat, day):
            return
        card = await self._card(post.chat, day)
        if card and await self._may_write(post.chat):
            await self._outbox.send(post.chat, card, post.topic)
        if self._outbox.is_closed(post.chat):  # nobody is there any more who could end it
            await self._table.stop(post.chat)

    async def _may_write(self, chat: int) -> bool:
        is_open = chat < 0 or self._members_only is None
        return is_open or bool(self._members_only and await self._members_only.admits(chat))

    async def _card(self, chat: int, day: date) -> Card | None:
        """What happened on a day of any year, None when nothing is known of it."""
        settings = await self._settings.of(chat)
        chronology = self._browsing.chronology(settings)
        selected = listing(chronology, f"/on {day.month:02}-{day.day:02}", day)
        if not selected:
            return None
        return self._browsing.first_page(selected, chat, cards.phrasebook_of(settings.language))

    async def of(self, chat: int) -> DailyPost | None:
        """What a chat has chosen, None without a post; raises StoreError."""
        return await self._table.of(chat)

    async def stop(self, chat: int) -> None:
        """Makes no more posts for a chat; raises StoreError."""
        await self._table.stop(chat)

    async def choose(self, post: DailyPost) -> None:
        """Keeps what a chat chose; where the hour is over, posts begin tomorrow. Raises StoreError."""
        now = datetime.fromtimestamp(self._time.now(), UTC)
        await self._table.choose(replace(post, posted=due_day(replace(post, posted=None), now)))

    async def follow(self, update: Update, _: Context) -> None:
        """A group that became a supergroup has another number, and keeps its post."""
        before, after = numbers_of_migration(update)
        with suppress(StoreError):  # it is sent to the old number, which leads on
            await self._table.move(before, after)


def due_day(post: DailyPost, now: datetime) -> date | None:
    """The day of a chat whose post is to be made by now, if it is not done; None before its hour.

    An hour that a clock leaves out has come when the next one has.
    """
    try:
        there = local(now, post.zone)
    except KeyError:  # a zone that this machine does not know any more
        return None
    is_done = post.posted is not None and post.posted >= there.date()
    return None if is_done or there.hour < post.hour else there.date()
