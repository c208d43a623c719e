"""Rows of values kept in flat arrays, in memory or in one file that is mapped into it."""

from bot.arrays.columns import Columns
from bot.arrays.file import ArrayFileError, read, tidy, write
from bot.arrays.grown import Grown
from bot.arrays.rows import counted, offsets, ranges
from bot.arrays.strings import Strings
from bot.arrays.vocabulary import Vocabulary

__all__ = [
    "ArrayFileError",
    "Columns",
    "Grown",
    "Strings",
    "Vocabulary",
    "counted",
    "offsets",
    "ranges",
    "read",
    "tidy",
    "write",
]
