"""/settings: one message whose buttons change what a chat has chosen, for those who manage it."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot import cards
from bot.cards import PHRASEBOOKS
from bot.chat.addressing import message_of
from bot.chat.buttons import Alert
from bot.store import Speaking, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from telegram import Bot, Update

    from bot.cards import Button, Card, Phrasebook
    from bot.chat.buttons import Buttons, Press
    from bot.chat.chat_settings import Settings
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.chat.permissions.chat_admins import ChatAdmins
    from bot.publishing.live import LiveLibrary
    from bot.store import ChatSettings

    Rows = tuple[tuple[Button, ...], ...]

KIND = "set"
DAILY_POSTS = "daily"  # kind of the button that leads to them
CHOSEN = "✓ "
PER_PAGE = 8  # sources
LONGEST_LABEL = 40  # characters of a source's title on a button
WHEN = {Speaking.SPOKEN_TO: "settings_when_spoken_to", Speaking.SURE: "settings_when_sure"}


@dataclass(frozen=True, slots=True)
class _View:
    """The chat whose settings are shown, and in which language."""

    chat: int
    settings: ChatSettings
    book: Phrasebook


class SettingsMenu:
    """Shows the settings of a chat, and changes them."""

    def __init__(
        self,
        live: LiveLibrary,
        outbox: Outbox,
        settings: Settings,
        chat_admins: ChatAdmins,
        buttons: Buttons,
    ) -> None:
        self._live = live
        self._outbox = outbox
        self._settings = settings
        self._chat_admins = chat_admins
        self._buttons = buttons
        self._changes: dict[str, Callable[[ChatSettings, str], ChatSettings]] = {
            "speak": lambda settings, value: replace(settings, speaking=Speaking(value)),
            "lang": lambda settings, value: replace(settings, language=value),
            "votes": lambda settings, value: replace(settings, has_votes=value == "1"),
            "names": lambda settings, value: replace(settings, names=value == "1"),
        }
        buttons.on(KIND, self._pressed)

    async def show(self, update: Update, context: Context) -> None:
        """The settings of the chat in which it was asked for them."""
        message, book = message_of(update), context.book
        if not await self._chat_admins.manages(message):
            is_known = await self._chat_admins.knows(message.chat_id)
            card = cards.settings_refused_card(book) if is_known else cards.settings_later_card(book)
        else:
            card = await self._card(_View(message.chat_id, context.settings, book), context.bot)
        await self._outbox.reply(message, card)

    async def _pressed(self, press: Press) -> str | Alert:
        if not await self._chat_admins.manages_as(press.chat, press.member):
            is_known = await self._chat_admins.knows(press.chat)
            return Alert(press.book.text("settings_for_admins" if is_known else "settings_later"))
        what, *values = press.arguments
        view = _View(press.chat, press.settings, press.book)
        if what == "close":
            card = replace(await self._card(view, press.query.get_bot()), buttons=())
        elif what == "page":
            card = self._sources_card(view, int(values[0]))
        elif what == "source":
            return await self._toggle(press, view, *values)
        elif what in self._changes:
            return await self._change(press, self._changes[what](view.settings, values[0]))
        else:
            card = await self._card(view, press.query.get_bot())
        await self._outbox.edit_pressed(press.chat, press.message, card)
        return ""

    async def _change(self, press: Press, settings: ChatSettings) -> str:
        """Keeps a choice, and shows the settings as they are now, in the language chosen."""
        try:
            await self._settings.choose(press.chat, settings)
        except StoreError:
            return press.book.text("vote_later")
        book = cards.phrasebook_of(settings.language) if settings.language else press.book
        card = await self._card(_View(press.chat, settings, book), press.query.get_bot())
        await self._outbox.edit_pressed(press.chat, press.message, card)
        return book.text("settings_saved")

    async def _card(self, view: _View, bot: Bot) -> Card:
        is_group, book = view.chat < 0, view.book
        card = (
            cards.settings_card(view.settings, reads_all_messages=await _reads_all(bot), book=book)
            if is_group
            else cards.own_settings_card(book)
        )
        return replace(card, buttons=self._rows(view, is_group=is_group))

    def _rows(self, view: _View, *, is_group: bool) -> Rows:
        settings, book = view.settings, view.book
        shown, every = self._counts(settings)
        votes = book.text("settings_votes_shown" if settings.has_votes else "settings_votes_hidden")
        names = book.text("settings_names_on" if settings.names else "settings_names_off")
        sources = book.text("settings_sources", shown=shown, every=every)
        only_in_groups: Rows = (
            tuple(
                self._choice(view, book.text(key), settings.speaking is when, "speak", when)
                for when, key in WHEN.items()
            ),
            (self._button(view, names, "names", int(not settings.names)),),
        )
        return (
            *(only_in_groups if is_group else ()),
            tuple(
                self._choice(view, language.name, language is book, "lang", language.language)
                for language in PHRASEBOOKS.values()
            ),
            (
                self._button(view, votes, "votes", int(not settings.has_votes)),
                self._button(view, sources, "page", 0),
            ),
            (self._buttons.button(book.text("daily_button"), DAILY_POSTS, view.chat, "show"),),
            (self._button(view, book.text("settings_close"), "close"),),
        )

    def _choice(self, view: _View, label: str, is_chosen: bool, *arguments: str) -> Button:  # noqa: FBT001
        """A button for one of several that exclude each other."""
        return self._button(view, (CHOSEN if is_chosen else "") + label, *arguments)

    def _button(self, view: _View, label: str, *arguments: int | str) -> Button:
        return self._buttons.button(label, KIND, view.chat, *arguments)

    def _counts(self, settings: ChatSettings) -> tuple[int, int]:
        """How many sources are used, and how many there are."""
        titles = self._titles()
        return len(titles.keys() - settings.hidden_sources), len(titles)

    def _titles(self) -> dict[str, str]:
        """The titles of all sources by file; one file may hold several."""
        titles: dict[str, str] = {}
        for source in self._live.current.sources:
            titles.setdefault(source.file, source.title)
        return titles

    def _sources_card(self, view: _View, page: int) -> Card:
        titles, book = self._titles(), view.book
        pages = max(-(-len(titles) // PER_PAGE), 1)
        page = min(max(page, 0), pages - 1)
        shown, every = self._counts(view.settings)
        rows = [
            (self._source_button(view, file, title, page),)
            for file, title in list(titles.items())[page * PER_PAGE : (page + 1) * PER_PAGE]
        ]
        turning = (
            self._button(view, "◀", "page", (page - 1) % pages),
            self._button(view, f"{page + 1}/{pages}", "page", page),
            self._button(view, "▶", "page", (page + 1) % pages),
        )
        back = (self._button(view, book.text("settings_back"), "main"),)
        card = cards.sources_to_choose_card(shown, every, book)
        return replace(card, buttons=(*rows, *([turning] if pages > 1 else []), back))

    def _source_button(self, view: _View, file: str, title: str, page: int) -> Button:
        is_hidden = file in view.settings.hidden_sources
        label = f"{'▫️' if is_hidden else '✅'} {cards.clipped(title, LONGEST_LABEL)}"
        return self._button(view, label, "source", _digest(file), int(not is_hidden), page)

    async def _toggle(self, press: Press, view: _View, digest: str, hide: str, page: str) -> str | Alert:
        """Lets a source be used, or not; at least one is."""
        files = self._titles().keys()
        chosen = {file for file in files if _digest(file) == digest}  # none: a reload took it away
        hidden = view.settings.hidden_sources
        hidden = hidden | chosen if hide == "1" else hidden - chosen
        if not _without(files, hidden):
            return Alert(press.book.text("settings_one_source"))
        settings = replace(view.settings, hidden_sources=hidden)
        try:
            await self._settings.choose(press.chat, settings)
        except StoreError:
            return press.book.text("vote_later")
        card = self._sources_card(replace(view, settings=settings), int(page))
        await self._outbox.edit_pressed(press.chat, press.message, card)
        return press.book.text("settings_saved")


def _without(files: Iterable[str], hidden: frozenset[str]) -> list[str]:
    return [file for file in files if file not in hidden]


def _digest(file: str) -> str:
    """A file's name in eight letters: in a button there is no room for it."""
    return urlsafe_b64encode(blake2b(file.encode(errors="replace"), digest_size=6).digest()).decode()


async def _reads_all(bot: Bot) -> bool:
    """Whether Telegram's privacy mode is off, as it is now: @BotFather may have been asked meanwhile."""
    try:
        me = await bot.get_me()
    except TelegramError:
        me = bot.bot
    return bool(me.can_read_all_group_messages)
