"""Choosing the post of each day, for those who manage a chat: by command, and by buttons of /settings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot import cards
from bot.chat.addressing import message_of
from bot.chat.buttons import Alert
from bot.store import DailyPost, StoreError
from bot.time_zones import zone_named

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.cards import Button, Card, Phrasebook
    from bot.chat.browsing.daily_posts import DailyPosts
    from bot.chat.buttons import Buttons, Press
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.chat.permissions.chat_admins import ChatAdmins

KIND, SETTINGS = "daily", "set"  # kinds of buttons: ours, and those of /settings
FIRST_HOUR, FIRST_ZONE = 9, "UTC"  # until something else is chosen
HOUR = re.compile(r"([01]?[0-9]|2[0-3])(?::00)?")  # 9   09   9:00


class DailySettings:
    """Shows when a chat has its post, and changes it."""

    def __init__(self, posts: DailyPosts, outbox: Outbox, chat_admins: ChatAdmins, buttons: Buttons) -> None:
        self._posts = posts
        self._outbox = outbox
        self._chat_admins = chat_admins
        self._buttons = buttons
        buttons.on(KIND, self._pressed)

    async def command(self, update: Update, context: Context) -> None:
        """/daily 9 Europe/Berlin, /daily off; /daily says how it is."""
        message = message_of(update)
        try:
            card = await self._answer(message, context)
        except StoreError:
            card = cards.line_card(context.book, "vote_later")
        await self._outbox.reply(message, card)

    async def _answer(self, message: Message, context: Context) -> Card:
        arguments, book = context.args or [], context.book
        if not arguments:
            return cards.daily_card(await self._posts.of(message.chat_id), book)
        if not await self._chat_admins.manages(message):
            is_known = await self._chat_admins.knows(message.chat_id)
            return cards.line_card(book, "settings_for_admins" if is_known else "settings_later")
        if [argument.casefold() for argument in arguments] == ["off"]:
            await self._posts.stop(message.chat_id)
            return cards.line_card(book, "daily_ended")
        return await self._choose(message, arguments, book)

    async def _choose(self, message: Message, arguments: list[str], book: Phrasebook) -> Card:
        """Keeps an hour and a zone; the zone may be left out where there is one already."""
        hour, named = HOUR.fullmatch(arguments[0]), " ".join(arguments[1:])
        before = await self._posts.of(message.chat_id)
        zone = zone_named(named) if named or not before else before.zone
        if not hour:
            return cards.line_card(book, "daily_wrong")
        if not zone:
            return cards.unknown_zone_card(named, book) if named else cards.line_card(book, "daily_wrong")
        topic = message.message_thread_id if message.is_topic_message else None
        post = DailyPost(message.chat_id, int(hour[1]), zone, topic)
        await self._posts.choose(post)
        return cards.daily_card(post, book)

    async def _pressed(self, press: Press) -> str | Alert:
        """Changes the post by buttons, and shows how it is."""
        if not await self._chat_admins.manages_as(press.chat, press.member):
            is_known = await self._chat_admins.knows(press.chat)
            return Alert(press.book.text("settings_for_admins" if is_known else "settings_later"))
        try:
            post = await self._changed(press)
        except StoreError:
            return press.book.text("vote_later")
        rows = self._rows(post, press.chat, press.book)
        card = replace(cards.daily_card(post, press.book), buttons=rows)
        await self._outbox.edit_pressed(press.chat, press.message, card)
        return ""

    async def _changed(self, press: Press) -> DailyPost | None:
        """The post of a chat after a press: "show" changes nothing, a number is an hour."""
        wanted, post = press.arguments[0], await self._posts.of(press.chat)
        if wanted == "off":
            await self._posts.stop(press.chat)
            return None
        if wanted != "show":
            post = replace(post or DailyPost(press.chat, FIRST_HOUR, FIRST_ZONE), hour=int(wanted))
            await self._posts.choose(post)
        return post

    def _rows(self, post: DailyPost | None, chat: int, book: Phrasebook) -> tuple[tuple[Button, ...], ...]:
        def button(text: str, wanted: int | str) -> Button:
            return self._buttons.button(text, KIND, chat, wanted)

        back = self._buttons.button(book.text("settings_back"), SETTINGS, chat, "main")
        if post is None:
            return ((button(book.text("daily_turn_on"), FIRST_HOUR),), (back,))
        hours = (post.hour - 1) % 24, post.hour, (post.hour + 1) % 24
        return (
            tuple(button(f"{hour}:00", hour) for hour in hours),
            (button(book.text("daily_turn_off"), "off"), back),
        )
