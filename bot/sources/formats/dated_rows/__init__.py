"""Files of rows with dates, as sites keep their timelines: YAML, JSON, CSV, lists in programs."""

from __future__ import annotations

from bot.sources.formats.dated_rows.reader import (
    is_likely,
    is_likely_table,
    parts_of_program,
    read,
    read_json,
    read_table,
)

__all__ = ["is_likely", "is_likely_table", "parts_of_program", "read", "read_json", "read_table"]
