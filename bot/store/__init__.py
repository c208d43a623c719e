"""What the bot must remember and knowledge/ cannot give back: SQLite, one writer, whole transactions."""

from bot.store.errors import StoreError
from bot.store.inbox import Inbox, Raw, Taken
from bot.store.keys import KEY
from bot.store.schema import DATABASE, MIGRATIONS, migrate
from bot.store.store import KEPT, Asked, Outcome, Place, Remembered, Store

__all__ = [
    "DATABASE",
    "KEPT",
    "KEY",
    "MIGRATIONS",
    "Asked",
    "Inbox",
    "Outcome",
    "Place",
    "Raw",
    "Remembered",
    "Store",
    "StoreError",
    "Taken",
    "migrate",
]
