"""The methods of the Bot API by which updates reach the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.chat.rules import Refused, bad
from tests.server.updates import WEBHOOK_SET

if TYPE_CHECKING:
    from tests.server.parameters import Parameters
    from tests.server.people import Json
    from tests.server.webhook import Webhook
    from tests.server.world import TelegramWorld

WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


class Receiving:
    """Each public method is one of the Bot API."""

    def __init__(self, world: TelegramWorld, webhook: Webhook) -> None:
        self._updates = world.updates
        self._webhook = webhook

    async def get_updates(self, asked: Parameters) -> list[Json]:
        if self._webhook.url:
            raise Refused(409, WEBHOOK_ACTIVE)
        self._want(asked)
        offset, limit = asked.integer("offset"), asked.integer("limit", 100)
        return await self._updates.get(offset, limit, asked.integer("timeout"))

    def set_webhook(self, asked: Parameters) -> bool:
        self._webhook.set(asked)
        self._want(asked)
        self._updates.end_poll(WEBHOOK_SET)
        self._drop(asked)
        return True

    def delete_webhook(self, asked: Parameters) -> bool:
        asked.values["url"] = ""
        self._webhook.set(asked)
        self._drop(asked)
        return True

    def get_webhook_info(self, _: Parameters) -> Json:
        return self._webhook.as_json()

    def _want(self, asked: Parameters) -> None:
        kinds = asked.structure("allowed_updates")
        if kinds is not None and not isinstance(kinds, list):
            raise bad("can't parse allowed_updates JSON array")
        self._updates.want(kinds)

    def _drop(self, asked: Parameters) -> None:
        if asked.flag("drop_pending_updates"):
            self._updates.clear()
