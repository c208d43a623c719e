"""/remove: a document is taken out of the folder, after a look at what that would change."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot import cards
from bot.chat.addressing import message_of
from bot.chat.administration.publishing import Offer
from bot.edits import EditError, FileEdit, FolderEdit, digest_of
from bot.publishing.generations import Reason
from bot.sources.folder import ALIASES, QUESTIONS, FaultyFiles, FolderReader

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.cards import Card, Phrasebook
    from bot.chat.administration.publishing import Publishing
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.edits import Change, KnowledgeFolder
    from bot.publishing.live import LiveLibrary


class DocumentRemoval:
    """Offers to take documents out; one that nothing is answered from goes at once."""

    def __init__(self, live: LiveLibrary, outbox: Outbox, publishing: Publishing) -> None:
        self._live = live
        self._outbox = outbox
        self._publishing = publishing

    async def remove(self, update: Update, context: Context) -> None:
        """/remove minutes.pdf; without a name that is known it lists those there are."""
        message, book, wanted = message_of(update), context.book, " ".join(context.args or ())
        files = await asyncio.to_thread(self._files)
        names = [name for name in files if name.casefold() == wanted.casefold()]
        if not names:
            await self._outbox.reply(message, cards.remove_how_card(wanted, files, book))
            return
        progress = await self._publishing.progress.say(message, cards.looking_card(book))
        change = self._publishing.change_by(message, f"removed {names[0]}")
        try:
            card = await self._outcome(message, names[0], change, book)
        except EditError as error:
            card = cards.no_change_card(str(error), book)
        await self._publishing.progress.end(message, progress, card)

    def _files(self) -> list[str]:
        """All that the folder holds, whether it is answered from or not."""
        reader = FolderReader(self._publishing.proposals.knowledge.folder)
        return [name for name, _ in reader.all_files() if name not in {ALIASES, QUESTIONS}]

    async def _outcome(self, message: Message, name: str, change: Change, book: Phrasebook) -> Card:
        """What would change, with a button; or that the file is gone where nothing changes. EditError."""
        proposals = self._publishing.proposals
        proposal = await asyncio.to_thread(proposals.propose, {name: None}, change)
        check = await proposals.check(proposal)
        if not check.report.unchanged:
            return self._publishing.card(Offer(proposal, check), message.chat_id, book)
        proposals.drop(proposal, check)
        await asyncio.to_thread(_take_away, proposals.knowledge, name, change)
        await self._live.reload(FaultyFiles.AS_BEFORE, Reason(change.why, change.who))
        return cards.document_removed_card(name, book)


def _take_away(knowledge: KnowledgeFolder, name: str, change: Change) -> None:
    """Takes a file out of the folder, with a line in the log; raises EditError."""
    edit = FolderEdit(knowledge, [FileEdit(name, None, digest_of(knowledge.read(name)))], change)
    edit.make()
    edit.clear()
