"""What the bot must remember and knowledge/ cannot give back: SQLite, one writer, whole transactions."""

from bot.store.backups import back_up, restore, todays_copy
from bot.store.errors import StoreError
from bot.store.housekeeping import look_after
from bot.store.inbox import Inbox, Raw, Taken
from bot.store.pseudonyms import KEY
from bot.store.schema import DATABASE, MIGRATIONS, migrate
from bot.store.store import KEPT, Asked, Outcome, Place, Remembered, Store
from bot.store.votes import Vote, Votes

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
    "Vote",
    "Votes",
    "back_up",
    "look_after",
    "migrate",
    "restore",
    "todays_copy",
]
