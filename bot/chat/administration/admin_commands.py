"""What admins may do: reload the documents, see how the bot is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.constants import ChatType

from bot import __version__, cards
from bot.chat.addressing import author_number, message_of
from bot.publishing.generations import Reason
from bot.sources.folder import FaultyFiles
from bot.store import StoreError

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.cards import Phrasebook
    from bot.chat.activity import Activity
    from bot.chat.administration.progress import ProgressMessages
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.chat.updates.polling import Polling
    from bot.chat.updates.webhook import Webhook
    from bot.publishing.live import LiveLibrary
    from bot.store import Store, Votes


class AdminCommands:
    """Commands for admins, and what everyone else gets who tries them."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is a part of the bot that it works with
        self,
        live: LiveLibrary,
        outbox: Outbox,
        receiver: Polling | Webhook,
        store: Store,
        activity: Activity,
        progress: ProgressMessages,
    ) -> None:
        self._live = live
        self._outbox = outbox
        self._receiver = receiver
        self._store = store
        self._activity = activity
        self._progress = progress
        self._is_reloading = False

    async def reload(self, update: Update, context: Context) -> None:
        """/reload, with "anyway" without the files that cannot be read; one at a time."""
        message = message_of(update)
        if self._is_reloading:
            await self._outbox.reply(message, cards.reload_runs_card(context.book))
            return
        self._is_reloading = True
        try:
            is_anyway = [argument.lower() for argument in context.args or ()] == ["anyway"]
            await self._reload(message, "/reload anyway" if is_anyway else "/reload", context.book)
        finally:
            self._is_reloading = False

    async def _reload(self, message: Message, command: str, book: Phrasebook) -> None:
        progress = await self._progress.say(message, cards.reloading_card(book))
        faulty = FaultyFiles.REFUSED if command == "/reload" else FaultyFiles.LEFT_OUT
        reason = Reason(command, self._store.pseudonym(author_number(message)))
        report = cards.reload_card(await self._live.reload(faulty, reason), book)
        await self._progress.end(message, progress, report)

    async def status(self, update: Update, context: Context) -> None:
        """/status: how the bot is, and which library answers."""
        me = await context.bot.get_me()
        library = self._live.current
        status = cards.Status(
            documents=len(library.documents),
            passages=len(library.passages),
            dated_share=library.dated_share,
            library_version=library.version,
            bot_version=__version__,
            uptime=self._activity.uptime,
            last_poll_age=self._receiver.last_poll_age,
            reads_all_messages=bool(me.can_read_all_group_messages),
            waiting=len(self._store.inbox),
            votes=await self._votes(),
            today=await self._activity.figures_now(),
            problem=self._store.database.problem,
            rolled_back=self._live.generation if self._live.is_rolled_back else None,
        )
        await self._outbox.reply(message_of(update), cards.status_card(status, context.book))

    async def _votes(self) -> Votes | None:
        try:
            return await self._store.votes()
        except StoreError:
            return None

    async def refuse(self, update: Update, context: Context) -> None:
        """A friendly line for everybody else, in private with their number: ADMINS wants it."""
        message = message_of(update)
        is_private = message.chat.type == ChatType.PRIVATE and message.from_user
        number = message.from_user.id if is_private and message.from_user else None
        await self._outbox.reply(message, cards.admins_only_card(number, context.book))
