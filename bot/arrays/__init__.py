"""Rows of values kept in flat arrays, in memory and in one file."""

from bot.arrays.columns import Columns
from bot.arrays.file import ArrayFileError, read, write
from bot.arrays.rows import Rows, different, joined_offsets, offsets, ranges
from bot.arrays.strings import Strings, StringsWriter, Vocabulary

__all__ = [
    "ArrayFileError",
    "Columns",
    "Rows",
    "Strings",
    "StringsWriter",
    "Vocabulary",
    "different",
    "joined_offsets",
    "offsets",
    "ranges",
    "read",
    "write",
]
