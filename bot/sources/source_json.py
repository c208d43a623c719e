"""A source as a line of JSON, and back."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from bot.dates import HistoricalDate, Style
from bot.sources.source import Source


def json_of_source(source: Source) -> str:
    """A source as a list of its values in their order."""
    row: list[Any] = [
        source.title, source.file, source.url, source.author, source.publisher,
        source.published and str(source.published), source.language, source.style, source.aliases,
    ]  # fmt: skip
    return json.dumps(row, ensure_ascii=False)


@lru_cache(maxsize=1024)
def source_of_json(line: str) -> Source:
    """The source of such a line; one object for all passages that ask for it shortly after each other."""
    title, file, url, author, publisher, published, language, style, aliases = json.loads(line)
    return Source(
        title=title,
        file=file,
        url=url,
        author=author,
        publisher=publisher,
        published=HistoricalDate.parse(published) if published else None,
        language=language,
        style=Style(style) if style else None,
        aliases=tuple(aliases),
    )
