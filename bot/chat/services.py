"""What all that updates are handed to works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.activity import Activity
from bot.chat.chat_settings import Settings
from bot.chat.clock import TelegramTime
from bot.chat.delivery.connection import connect
from bot.chat.delivery.outbox import Outbox
from bot.chat.permissions.administrators import Administrators
from bot.chat.permissions.admins import Admins
from bot.chat.permissions.chat_admins import ChatAdmins
from bot.chat.updates.polling import Polling
from bot.chat.updates.webhook import Webhook
from bot.supervisor import Supervisor

if TYPE_CHECKING:
    from telegram.request import BaseRequest

    from bot.chat.administration.admin_services import Background
    from bot.chat.clock import MonotonicClock
    from bot.chat.delivery.connection import RawBot
    from bot.config import Config
    from bot.publishing.live import LiveLibrary
    from bot.store import Store


@dataclass(frozen=True, slots=True)
class Services:
    """The parts of the bot that most others share."""

    config: Config
    live: LiveLibrary
    store: Store
    bot: RawBot
    outbox: Outbox
    settings: Settings
    administrators: Administrators
    admins: Admins
    chat_admins: ChatAdmins
    activity: Activity
    receiver: Polling | Webhook
    supervisor: Supervisor
    clock: MonotonicClock
    time: TelegramTime
    background: Background  # begins work that nobody waits for

    @classmethod
    def of(  # noqa: PLR0913 - what comes from outside, each by its name
        cls,
        config: Config,
        live: LiveLibrary,
        store: Store,
        *,
        clock: MonotonicClock,
        background: Background,
        requests: tuple[BaseRequest, BaseRequest] | None = None,
    ) -> Services:
        """Those of a bot with its settings, documents and database; `requests` replace its HTTP clients."""
        time = TelegramTime()
        bot = connect(config.bot_token or "", config.bot_api_url, requests, time.note)
        administrators = Administrators(bot, store.pseudonym)
        admins = Admins(config, administrators)
        webhook = config.webhook
        return cls(
            config=config,
            live=live,
            store=store,
            bot=bot,
            outbox=Outbox(bot, clock, time, store.pseudonym),
            settings=Settings(store.settings),
            administrators=administrators,
            admins=admins,
            chat_admins=ChatAdmins(admins, administrators),
            activity=Activity(store, clock),
            receiver=Webhook(bot, store.inbox, webhook) if webhook else Polling(bot, store.inbox, clock),
            supervisor=Supervisor(),
            clock=clock,
            time=time,
            background=background,
        )
