"""The tokens of a Markdown text; a mark that is never closed does not swallow what follows it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.sources.draft import Remark
from bot.sources.formats.markdown.source import blanked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from bot.sources.draft import Draft
UNCLOSED = re.compile(
    r"<(pre|script|style|textarea)\b(?!.*</\1>)|<\?(?!.*\?>)|<!\[CDATA\[(?!.*\]\]>)",
    re.IGNORECASE | re.DOTALL,
)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a bot whose library is saved reads no documents
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415

    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin, inline=False)


def parsed(source: str, line: int, draft: Draft) -> tuple[list[Token], str]:
    """The tokens of a text; a mark that is never closed does not swallow what follows it."""
    tokens = _parser().parse(source)
    rows = source.split("\n")
    unclosed = [token for token in tokens if _is_unclosed(token, rows)]
    for token in unclosed:
        assert token.map
        opener = token.markup if token.type == "fence" else token.content.split(">", 1)[0].strip()[:20]
        draft.remarks.append(
            Remark(token.map[0] + line, f"{opener} is never closed; what follows is read as text")
        )
    if unclosed:
        source = blanked(rows, [token.map[0] for token in unclosed if token.map])
        tokens = _parser().parse(source)
    return tokens, source


def _is_unclosed(token: Token, rows: list[str]) -> bool:
    if token.type == "fence" and token.map:
        last = rows[min(token.map[1], len(rows)) - 1].strip(" \t>")
        is_closed = (
            token.map[1] - token.map[0] > 1
            and last.startswith(token.markup)
            and not last.strip(token.markup[0])
        )
        return not is_closed
    return token.type == "html_block" and UNCLOSED.match(token.content.lstrip()) is not None


def parsed_below(rows: Sequence[str], above: int) -> list[Token]:
    """The tokens of the rows that stand below so many others."""
    tokens = _parser().parse("\n".join(rows)) if any(map(str.strip, rows)) else []
    for token in tokens:
        token.map = [line + above for line in token.map] if token.map else None
    return tokens


def closing(tokens: Sequence[Token], at: int, kind: str) -> int:
    """Where the token that closes an open one stands."""
    return next((n for n in range(at, len(tokens)) if tokens[n].type == kind), len(tokens) - 1)
