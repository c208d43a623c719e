"""/start: hello, or what a deep link leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import cards
from bot.chat.addressing import MemberQuestion, message_of
from bot.chat.deep_links import LinkedPassage, LinkedQuestion, links_to_questions, read
from bot.conversation.conversation import paragraphs_around

if TYPE_CHECKING:
    from telegram import Update

    from bot.cards import Card
    from bot.chat.asking.answering import Asking
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.publishing.examples import Examples
    from bot.publishing.live import LiveLibrary


class Starting:
    """Begins a talk."""

    def __init__(self, live: LiveLibrary, outbox: Outbox, asking: Asking, examples: Examples) -> None:
        self._live = live
        self._outbox = outbox
        self._asking = asking
        self._examples = examples

    async def start(self, update: Update, context: Context) -> None:
        """Says hello; a deep link asks its question or opens its passage instead."""
        message = message_of(update)
        wanted = read(context.args[0]) if context.args else None
        if isinstance(wanted, LinkedQuestion):
            context.question = MemberQuestion(message, wanted.text, is_edit=False)
            await self._asking.asked(update, context)
        elif isinstance(wanted, LinkedPassage):
            await self._outbox.reply(message, self._passage_card(wanted, context))
        elif not self._live.current.documents:
            await self._outbox.reply(message, cards.nothing_read_card(context.book))
        else:
            examples = self._examples.of(context.book.language, context.settings.hidden_sources)
            links = links_to_questions(context.bot.username, examples)
            await self._outbox.reply(message, cards.start_card(examples, context.book, links))

    def _passage_card(self, wanted: LinkedPassage, context: Context) -> Card:
        library = self._live.without(context.settings.hidden_sources)
        number = library.index.passages.find(wanted.reference)
        passage = None if number is None else library.passages[number]
        if number is None or passage is None or passage.source.file in library.hidden:
            return cards.passage_gone_card(context.book)
        before, after = paragraphs_around(library.passages, number)
        return cards.passage_card(before, passage, after, context.book)
