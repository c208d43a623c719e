"""What the bot must remember and knowledge/ cannot give back: SQLite, one writer, whole transactions."""

from bot.store.backups import back_up, todays_backup
from bot.store.chat_settings import DEFAULT_SETTINGS, ChatSettings, SettingsTable, Speaking
from bot.store.chronicle import KeptEntry
from bot.store.daily_posts import DailyPost, DailyPostTable
from bot.store.database_files import DATABASE
from bot.store.errors import StoreError
from bot.store.expiry import KEPT
from bot.store.figures import Figures
from bot.store.gaps import DueNews, Gap, GapState, GapTable, WishOutcome
from bot.store.housekeeping import look_after
from bot.store.inbox import Inbox, Raw, Taken
from bot.store.message_id import MessageId
from bot.store.pseudonyms import KEY
from bot.store.restoring import restore
from bot.store.schema import MIGRATIONS, migrate
from bot.store.statistics import DayCount, ExportedQuestion, Statistics
from bot.store.store import Outcome, QuestionRecord, Remembered, Store
from bot.store.subjects import WORDS_KEPT, AnsweredQuestion, AskedQuestion, SubjectTable
from bot.store.teaching import Prompt
from bot.store.votes import Vote, Votes

__all__ = [
    "DATABASE",
    "DEFAULT_SETTINGS",
    "KEPT",
    "KEY",
    "MIGRATIONS",
    "WORDS_KEPT",
    "AnsweredQuestion",
    "AskedQuestion",
    "ChatSettings",
    "DailyPost",
    "DailyPostTable",
    "DayCount",
    "DueNews",
    "ExportedQuestion",
    "Figures",
    "Gap",
    "GapState",
    "GapTable",
    "Inbox",
    "KeptEntry",
    "MessageId",
    "Outcome",
    "Prompt",
    "QuestionRecord",
    "Raw",
    "Remembered",
    "SettingsTable",
    "Speaking",
    "Statistics",
    "Store",
    "StoreError",
    "SubjectTable",
    "Taken",
    "Vote",
    "Votes",
    "WishOutcome",
    "back_up",
    "look_after",
    "migrate",
    "restore",
    "todays_backup",
]
