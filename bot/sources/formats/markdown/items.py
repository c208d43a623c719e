"""Items of lists in a Markdown text, as they are read paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.dates import BlockKind, Precision, find_dates
from bot.sources.dated_lines import SOME_DAY
from bot.sources.draft import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token
LONGEST_ITEM = 1_500  # characters: paragraphs of a longer item are parts of their own
YEAR = 1_000  # a list does not count so far: "1945. The furnace" is a year, no number


@dataclass(slots=True)
class Item:
    """An item of a list as far as it is read."""

    depth: int
    line: int
    marker: str = ""  # a number that belongs to its text
    texts: list[tuple[str, int]] = field(default_factory=list)  # with their lines
    is_link: bool = True

    def taken(self) -> Iterator[Part]:
        """What it holds so far, as one part unless it is long; nothing of that is left in it."""
        texts = [(self.marker + text if n == 0 else text, line) for n, (text, line) in enumerate(self.texts)]
        if texts and sum(len(text) for text, _ in texts) <= LONGEST_ITEM:
            texts = [("\n".join(text for text, _ in texts), texts[0][1])]
        for text, line in texts:
            yield Part(text, line, BlockKind.ITEM, depth=self.depth, is_link=self.is_link)
        if texts:
            self.texts, self.marker = [], ""


def number_of_text(token: Token, tokens: Sequence[Token], at: int) -> str:
    """A number before an item that is no place in a list: "1945. The furnace", "4. November 1989"."""
    if not token.info.isdecimal():
        return ""
    marker = f"{token.info}{token.markup} "
    if int(token.info) >= YEAR:
        return marker
    text = next((later.content for later in tokens[at : at + 3] if later.type == "inline"), "")
    return marker if _begins_with_day(marker + text[:30]) else ""


def _begins_with_day(text: str) -> bool:
    """Whether a number with a dot is the day of a date, as German and others write it."""
    dates = [
        date
        for language in (None, "de")
        for date in find_dates(text, language=language, today=SOME_DAY)[:1]  # also "4. November: ..."
    ]
    return any(date.start == 0 and date.date.precision is Precision.DAY for date in dates)
