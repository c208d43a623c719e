"""Files of rows with dates, as sites keep their timelines: YAML, JSON, CSV."""

from __future__ import annotations

from bot.sources.formats.dated_rows.reader import is_likely, is_likely_table, read, read_json, read_table

__all__ = ["is_likely", "is_likely_table", "read", "read_json", "read_table"]
