"""Refusals that help: topics near the question to look at, and the wish that an admin answers it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import cards
from bot.answers import Refusal, RefusalReason, topics_near
from bot.chat.buttons import Alert
from bot.sources.passage_references import reference_to
from bot.store import MessageId, StoreError, WishOutcome

if TYPE_CHECKING:
    from bot.cards import Button, Card, Phrasebook
    from bot.chat.asking.latest_edits import LatestEdits
    from bot.chat.buttons import Buttons, Press
    from bot.chat.context import Context
    from bot.library import Library
    from bot.publishing.examples import Examples
    from bot.publishing.live import LiveLibrary
    from bot.sources.source import Passage
    from bot.store import GapTable

LOOKED_AT = 5  # hits that topics are taken from
NEAR, WISH = "near", "wish"  # kinds of buttons
WISHES = {
    WishOutcome.NOTED: "wish_noted",
    WishOutcome.NOT_THEIRS: "wish_not_yours",
    WishOutcome.TOO_LATE: "button_too_old",
}


class Refusals:
    """Puts buttons under refusals. One for a topic shows its passage in the place of what was said before."""

    def __init__(
        self, live: LiveLibrary, edits: LatestEdits, gaps: GapTable, buttons: Buttons, examples: Examples
    ) -> None:
        self._live = live
        self._examples = examples
        self._edits = edits
        self._gaps = gaps
        self._buttons = buttons
        buttons.on(NEAR, self._looked_at)
        buttons.on(WISH, self._wished)

    def card(self, refusal: Refusal, question: MessageId, context: Context) -> Card:
        """Why there is no answer, with its buttons."""
        library, book = self._live.without(context.settings.hidden_sources), context.book
        if not library.documents:
            return cards.nothing_read_card(book)
        languages = library.languages_instead(refusal.question.text)
        example = self._examples.first(book.language, library.hidden)
        card = cards.refusal_card(refusal, book, languages, example=example, has_buttons=True)
        if refusal.reason is not RefusalReason.NOT_FOUND:
            return card
        return replace(card, buttons=self._rows(refusal, question, book))

    def _rows(self, refusal: Refusal, at: MessageId, book: Phrasebook) -> tuple[tuple[Button, ...], ...]:
        """A row for each topic, and one for the wish."""
        topics = topics_near(refusal)
        labels = cards.topic_labels([topic.name for topic in topics])
        looks = [
            self._buttons.button(label, NEAR, at.chat, at.message, reference_to(topic.passage))
            for label, topic in zip(labels, topics, strict=True)
        ]
        wish = self._buttons.button(book.text("ask_admin"), WISH, at.chat, at.message)
        return (*((look,) for look in looks), (wish,))

    async def _looked_at(self, press: Press) -> str | Alert:
        """Shows the passage of a topic, or the answer if there is one by now, with the buttons as before."""
        number, reference = press.arguments
        try:
            words = await self._gaps.words_of(press.chat, int(number))
        except StoreError:
            return Alert(press.book.text("wish_later"))
        library = self._live.without(press.settings.hidden_sources)
        found_at = library.index.passages.find(reference)
        if words is None or found_at is None or not press.is_under_its_like:
            return Alert(press.book.text("button_too_old"))
        passage = library.passages[found_at]
        if passage.source.file in library.hidden:  # switched off since
            return Alert(press.book.text("passage_gone"))
        card = self._topic_card(words, passage, library, press)
        self._edits.show(press.chat, press.message, card)
        return ""

    def _topic_card(self, words: str, passage: Passage, library: Library, press: Press) -> Card:
        result = library.answer(words, top=LOOKED_AT)
        if not isinstance(result, Refusal):
            return cards.answer_card(result, press.book)
        name = passage.headings[-1] if passage.headings else passage.source.title
        rows = self._rows(result, MessageId(press.chat, int(press.arguments[0])), press.book)
        card = cards.topic_card(library.look_at(passage, result.question), name, press.book)
        return replace(card, buttons=rows)

    async def _wished(self, press: Press) -> Alert:
        """Puts a question on the admins' list with its asker's wish to be told."""
        (number,) = press.arguments
        try:
            outcome = await self._gaps.wish(press.chat, int(number), press.member)
        except StoreError:
            return Alert(press.book.text("wish_later"))
        return Alert(press.book.text(WISHES[outcome]))
