"""Rows of values kept in flat arrays, in memory or in one file that is mapped into it."""

from bot.shelf.columns import Columns
from bot.shelf.file import ShelfError, read, tidy, write
from bot.shelf.grown import Grown
from bot.shelf.rows import counted, offsets, ranges
from bot.shelf.strings import Strings
from bot.shelf.vocabulary import Vocabulary

__all__ = [
    "Columns",
    "Grown",
    "ShelfError",
    "Strings",
    "Vocabulary",
    "counted",
    "offsets",
    "ranges",
    "read",
    "tidy",
    "write",
]
