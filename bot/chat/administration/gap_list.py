"""Questions without a good answer, alike ones together, and what the library has nearest to them."""

from __future__ import annotations

import asyncio
from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.answers import Answer
from bot.cards import GapEntry, GapPage
from bot.questions.alike_questions import content_words, grouped_alike
from bot.store import KEPT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from bot.answers import Refusal
    from bot.library import Library
    from bot.publishing.live import LiveLibrary
    from bot.store import Gap, GapState, GapTable

PER_PAGE = 5
KEY_BYTES = 6


class GapList:
    """Makes the list anew each time: nothing of it is kept."""

    def __init__(self, live: LiveLibrary, table: GapTable) -> None:
        self._live = live
        self._table = table

    async def page(self, number: int, span: timedelta) -> GapPage:
        """A page of the entries of a time up to now, the most asked first, or the last page; StoreError."""
        groups, library = await self._groups(span), self._live.current
        last = max(0, (len(groups) - 1) // PER_PAGE)
        number = min(number, last)
        shown = groups[number * PER_PAGE : (number + 1) * PER_PAGE]
        entries = tuple(_entry(group, library) for group in shown)
        return GapPage(entries, number, last, number * PER_PAGE + 1, len(groups), span.days)

    async def entry(self, key: str) -> GapEntry | None:
        """An entry by its key, None when nothing is left of it; raises StoreError."""
        group = await self.questions(key)
        return _entry(group, self._live.current) if group else None

    async def questions(self, key: str) -> Sequence[Gap]:
        """The questions of an entry, the newest first; none when something was decided on all. StoreError."""
        groups = await self._groups(KEPT)
        return next((group for group in groups if _key(group[0].whole) == key), [])

    async def questions_like(self, words: str) -> Sequence[Gap]:
        """The questions with the same content words; raises StoreError."""
        return await self.questions(_key(words))

    async def decide(self, questions: Sequence[Gap], state: GapState) -> None:
        """Notes what was decided on questions; raises StoreError."""
        await self._table.decide(questions, state)

    async def _groups(self, span: timedelta) -> list[list[Gap]]:
        """All open questions, alike ones together; thousands take a while."""
        gaps = await self._table.open_since(datetime.now(UTC) - span)
        return await asyncio.to_thread(grouped_alike, gaps, lambda gap: gap.whole)


def _key(words: str) -> str:
    """Eight letters that stand for the content words of alike questions, over restarts and reloads."""
    content = " ".join(sorted(content_words(words)))
    digest = blake2b(content.encode(errors="replace"), digest_size=KEY_BYTES).digest()
    return urlsafe_b64encode(digest).decode()


def _entry(group: Sequence[Gap], library: Library) -> GapEntry:
    """Alike questions as they are shown, with what the library has nearest to the newest."""
    result = library.answer(group[0].words, top=1, earlier=group[0].earlier)
    refused = sum(gap.is_refused for gap in group)
    return GapEntry(
        key=_key(group[0].whole),
        wordings=tuple(dict.fromkeys(gap.whole for gap in group)),
        refused=refused,
        voted_down=len(group) - refused,
        wishes=sum(gap.is_wished for gap in group),
        last_asked=group[0].asked_at,
        nearest=_nearest(result),
        is_answered_now=isinstance(result, Answer) and bool(refused) and not group[0].earlier,
    )


def _nearest(result: Answer | Refusal) -> str | None:
    """The heading or title of the passage that comes nearest, if any does."""
    if isinstance(result, Answer):
        return result.passage.headings[-1] if result.passage.headings else result.passage.source.title
    return next(iter(result.topics), None)
