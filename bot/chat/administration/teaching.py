"""/teach: what nobody could answer is answered by a passage that an admin sends."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import timedelta
from typing import TYPE_CHECKING

from telegram import Message
from telegram.ext import ApplicationHandlerStop

from bot import cards
from bot.answers import Answer
from bot.chat.addressing import message_of
from bot.chat.administration.taught_passages import UnknownLinkError, passage_in
from bot.chat.buttons import Alert
from bot.edits import EditError
from bot.edits.chronicle import TAUGHT, NoDateError, entry_number, with_entry
from bot.questions.messages.pleasantries import pleasantry
from bot.store import MessageId, Prompt, StoreError

if TYPE_CHECKING:
    from telegram import Update

    from bot.cards import Card, Phrasebook
    from bot.chat.administration.admin_services import AdminServices
    from bot.chat.administration.gaps import Gaps
    from bot.chat.administration.publishing import Publishing
    from bot.chat.buttons import Press
    from bot.chat.context import Context
    from bot.publishing.live import LiveLibrary
    from bot.store import Store

LONGEST_WAIT = timedelta(minutes=10)  # from a prompt to what is forwarded for it
TEACH = "teach"  # kind of button


class Teaching:
    """Asks an admin for a passage, takes it, publishes it, and shows what members get now."""

    def __init__(
        self, live: LiveLibrary, store: Store, publishing: Publishing, gaps: Gaps, services: AdminServices
    ) -> None:
        self._live = live
        self._services = services
        self._outbox = services.outbox
        self._store = store
        self._publishing = publishing
        self._gaps = gaps
        services.on_press(TEACH, self._pressed)
        gaps.add_action("gap_teach", TEACH)

    async def teach(self, update: Update, context: Context) -> None:
        """/teach as a reply to a refusal, or to an answer that does not answer."""
        command, book = message_of(update), context.book
        replied = command.reply_to_message
        asked = None
        with contextlib.suppress(StoreError):
            if replied:
                asked = await self._store.subjects.asked(command.chat_id, replied.message_id)
        if asked is None:
            await self._outbox.reply(command, cards.teach_how_card(book))
            return
        await self._ask_for(command, asked.words, book)

    async def _pressed(self, press: Press) -> str | Alert:
        """The button under an entry of /gaps: asks for the passage that answers its questions."""
        try:
            entry = await self._gaps.entry(press.arguments[0])
        except StoreError:
            return Alert(press.book.text("gaps_later"))
        if entry is None or not isinstance(press.query.message, Message):
            return Alert(press.book.text("gap_gone"))
        await self._ask_for(press.query.message, entry.wordings[0], press.book)
        return ""

    async def _ask_for(self, message: Message, words: str, book: Phrasebook) -> None:
        """Asks whoever wrote a message for the passage that answers a question."""
        prompt = await self._outbox.reply(message, cards.teach_prompt_card(words, book))
        if prompt is None:
            return
        try:
            await self._store.teaching.note(Prompt(MessageId(message.chat_id, prompt), words))
        except StoreError:
            await self._outbox.reply(message, cards.not_now_card(book))

    async def taken(self, update: Update, context: Context) -> None:
        """Takes an admin's reply to a prompt; everything else goes on to the other handlers."""
        message = update.message
        replied = message.reply_to_message if message else None
        if message is None or replied is None or not replied.from_user or not replied.from_user.is_bot:
            return
        try:
            prompt = await self._store.teaching.prompt_at(
                MessageId(message.chat_id, replied.message_id), message.message_id
            )
        except StoreError:
            return
        if prompt is None or not await self._services.admins.wrote(message):
            return
        try:
            await self._store.teaching.claim(prompt, message.message_id)
        except StoreError:
            await self._outbox.reply(message, cards.not_now_card(context.book))
        else:
            self._services.background(self._take(message, prompt, context))
        raise ApplicationHandlerStop

    async def forwarded(self, update: Update, context: Context) -> None:
        """Takes what an admin forwards right after a prompt: Telegram lets nobody reply by forwarding."""
        message = update.message
        if message is None or not await self._services.admins.wrote(message):
            return
        try:
            prompt = await self._store.teaching.last_prompt(
                message.chat_id, message.message_id, message.date - LONGEST_WAIT
            )
            if prompt is None:
                return
            await self._store.teaching.claim(prompt, message.message_id)
        except StoreError:
            return
        self._services.background(self._take(message, prompt, context))
        raise ApplicationHandlerStop

    async def _take(self, message: Message, prompt: Prompt, context: Context) -> None:
        """Answers the message, whatever came of it."""
        work = self._outcome(message, prompt, context)
        outcome, progress = await self._publishing.with_progress(message, work, context.book)
        await self._publishing.progress.end(message, progress, outcome)

    async def _outcome(self, message: Message, prompt: Prompt, context: Context) -> Card:
        """What came of a passage; when nothing did the prompt waits for another one."""
        why_not = await self._publish(message, context)
        if why_not:
            with contextlib.suppress(StoreError):  # /teach asks for one again
                await self._store.teaching.claim(prompt, None)
            return why_not
        result = self._live.current.answer(prompt.words)
        if isinstance(result, Answer):  # else nobody is told, and /gaps goes on to show the question
            with contextlib.suppress(StoreError):
                await self._gaps.mark_answered(prompt.words)
        return cards.taught_card(result, context.book)

    async def _publish(self, message: Message, context: Context) -> Card | None:
        """Publishes the passage, once however often the message is worked on; the card that says why not."""
        book = context.book
        text = message.text or message.caption or ""
        if not text.strip() or pleasantry(text):
            return cards.no_passage_card(book)
        try:
            number = entry_number(self._store.pseudonym(message.chat_id), message.message_id, message.date)
            has_names, library = context.settings.names, self._live.current
            entry = await asyncio.to_thread(passage_in, message, number, library, has_names=has_names)
            title = cards.ENGLISH.text("taught_title")
            change = self._publishing.change_by(message, f"teach {entry.number}")
            await self._publishing.proposals.edit(TAUGHT, lambda text: with_entry(text, title, entry), change)
        except UnknownLinkError:
            return cards.unknown_link_card(book)
        except NoDateError as error:
            return cards.no_date_card(str(error), book)
        except EditError as error:
            return cards.not_written_card(str(error), book)
        return None
