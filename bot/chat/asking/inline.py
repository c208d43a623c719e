"""Inline queries: passages to post in any chat, examples while little is typed, a way to the private chat."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from bot import cards
from bot.answers import Answer, quoted
from bot.chat.deep_links import link_to_passage
from bot.chat.delivery.bot_requests import article
from bot.search.words.analysis import fold
from bot.today import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from telegram import Update

    from bot.cards import InlineOffer, Phrasebook
    from bot.cards.inline import LinkTo
    from bot.chat.clock import TelegramTime
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.library import Library
    from bot.publishing.examples import Examples
    from bot.publishing.live import LiveLibrary
    from bot.search.hit import Hit
    from bot.store import ChatSettings

LEAST, MOST = 3, 5  # results; the least also where the other passages are farther from what was typed
LAST_WORD = re.compile(r"[^\W\d_]{2,}\Z")  # that may be typed on
TYPED = 3  # letters from which on nothing that is found is worth a word


class InlineQueries:
    """Answers queries while they are typed."""

    def __init__(self, live: LiveLibrary, outbox: Outbox, time: TelegramTime, examples: Examples) -> None:
        self._live = live
        self._outbox = outbox
        self._time = time
        self._examples = examples

    async def typed(self, update: Update, context: Context) -> None:
        query = update.inline_query
        if query is None:
            return
        text, book = query.query.strip(), context.book
        today = day_of(datetime.fromtimestamp(self._time.now(), UTC))  # an inline query has no date
        library = self._live.without(context.settings.hidden_sources)
        link_to = partial(link_to_passage, context.bot.username)
        offers = list(_offers(library, text, today, book, link_to))
        if not offers and (whole := _completed(query.query, library)):
            offers = list(_offers(library, whole, today, book, link_to))
        has_typed = sum(map(str.isalnum, text)) >= TYPED
        if not offers and not has_typed:
            offers = list(self._example_offers(library, context.settings, book, link_to))
        articles = [article(str(number), offer) for number, offer in enumerate(offers, 1)]
        invitation = cards.invitation(book, has_typed=has_typed)
        await self._outbox.answer_inline(query, articles, invitation)

    def _example_offers(
        self, library: Library, settings: ChatSettings, book: Phrasebook, link_to: LinkTo
    ) -> Iterator[InlineOffer]:
        """Questions that this library answers."""
        for question in self._examples.of(book.language, settings.hidden_sources)[:MOST]:
            answer = library.answer(question, top=1)
            if isinstance(answer, Answer):
                yield cards.example_offer(answer, book, link_to)


def _completed(typed: str, library: Library) -> str | None:
    """What was typed, with the word at its end as the library has it; None where that is whole or unknown."""
    last = LAST_WORD.search(typed)
    word = last and library.index.completed_word(fold(last[0]))
    if not last or not word or len(fold(last[0])) != len(last[0]):
        return None
    rest = word[len(last[0]) :]
    return f"{typed.strip()}{rest.upper() if last[0].isupper() else rest}" if rest else None


def _offers(
    library: Library, text: str, today: date, book: Phrasebook, link_to: LinkTo
) -> Iterator[InlineOffer]:
    """What may be meant by what was typed, best first."""
    answer = library.answer(text, top=MOST, today=today)
    if isinstance(answer, Answer):
        others = (quoted(answer.question, hit.passage, library.index) for hit in _others(answer))
        yield from cards.answer_offers(answer, others, book, link_to)


def _others(answer: Answer) -> Iterator[Hit]:
    """Passages beside the one that answers: those that may be meant as well, and a few more."""
    texts = {answer.passage.text}
    different = []
    for hit in answer.hits:
        if hit.passage.text not in texts:
            texts.add(hit.passage.text)  # a text may be kept twice
            different.append(hit)
    return islice(different, max(LEAST, len(answer.choices)) - 1)
