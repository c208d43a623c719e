"""Changes that admins look at before they publish them: a card with pages, and buttons under it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from bot import cards
from bot.bounded_dict import BoundedDict
from bot.chat.activity import seconds_taken
from bot.chat.addressing import author_number, message_of
from bot.chat.buttons import Alert
from bot.edits import Change, EditError
from bot.publishing.check import Check

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterable, Iterator, Mapping, Sequence

    from telegram import Message, Update

    from bot.cards import Button, Card, Phrasebook
    from bot.cards.card import TextLine
    from bot.chat.administration.admin_services import AdminServices
    from bot.chat.buttons import Press
    from bot.chat.context import Context
    from bot.publishing.proposal import Proposal
    from bot.publishing.proposals import Proposals

T = TypeVar("T")

PAGE, PUBLISH, CANCEL = "check", "publish", "drop"  # kinds of buttons
PATIENCE = 2.0  # seconds that an admin waits without a word
MOST_OFFERS = 20  # that are kept in mind; of others what they would change is looked up again


@dataclass(frozen=True, slots=True)
class Offer:
    """Changes that were looked at and can be published."""

    proposal: Proposal
    check: Check
    introduction: tuple[TextLine, ...] = ()  # above what would change
    more_buttons: tuple[Button, ...] = ()


class Publishing:
    """Shows what would change, and publishes it when an admin says so."""

    def __init__(self, proposals: Proposals, services: AdminServices) -> None:
        self.proposals = proposals
        self._services = services
        self._outbox = services.outbox
        self._buttons = services.buttons
        self.progress = services.progress
        self._offers: BoundedDict[str, Offer] = BoundedDict(MOST_OFFERS)
        self._is_publishing = False
        for kind, callback in ((PAGE, self._turned), (PUBLISH, self._chosen), (CANCEL, self._cancelled)):
            services.on_press(kind, callback)

    async def check(self, update: Update, context: Context) -> None:
        """/reload check: what the folder as it is now would change."""
        message = message_of(update)
        await self.offer(message, {}, self.change_by(message, "/reload check"), book=context.book)

    def change_by(self, message: Message, why: str) -> Change:
        """A change by whoever wrote a message; an anonymous admin is called as their group."""
        return Change(self._services.pseudonym(author_number(message)), why)

    async def offer(
        self,
        message: Message,
        contents: Mapping[str, bytes | None],
        change: Change,
        introduction: Sequence[TextLine] = (),
        book: Phrasebook = cards.ENGLISH,
    ) -> None:
        """Answers a message with what would change with new contents of files; None takes a file away."""
        progress = await self.progress.say(message, cards.looking_card(book))
        try:
            proposal = await asyncio.to_thread(self.proposals.propose, contents, change)
            offer = Offer(proposal, await self.proposals.check(proposal), tuple(introduction))
        except EditError as error:
            await self.progress.end(message, progress, cards.no_change_card(str(error), book))
        else:
            await self.progress.end(message, progress, self.card(offer, message.chat_id, book))

    async def with_progress(
        self, message: Message, work: Awaitable[T], book: Phrasebook
    ) -> tuple[T, int | None]:
        """What work comes to, and our answer that says that it goes on; None where it does not take long."""
        task = asyncio.ensure_future(work)
        try:
            await asyncio.wait({task}, timeout=PATIENCE)
            if task.done():
                return await task, self.progress.before
            progress = await self.progress.say(message, cards.publishing_card(book))
            return await task, progress
        finally:
            task.cancel()

    def card(self, offer: Offer, chat: int, book: Phrasebook, page: int = 0) -> Card:
        """A page of an offer, which from now on can be published."""
        number = offer.proposal.number
        self._offers[number] = offer
        pages = cards.check_pages(offer.check.report, offer.introduction, book)
        page = min(page, len(pages) - 1)
        turning = tuple(
            self._buttons.button(text, PAGE, chat, number, there)
            for text, there in (("‹", page - 1), (f"{page + 1}/{len(pages)}", page), ("›", page + 1))
            if 0 <= there < len(pages)
        )
        return replace(
            pages[page], buttons=(*([turning] if len(pages) > 1 else []), *self._choices(offer, chat, book))
        )

    def _choices(self, offer: Offer, chat: int, book: Phrasebook) -> list[tuple[Button, ...]]:
        number = offer.proposal.number
        cancel = self._buttons.button(book.text("button_cancel"), CANCEL, chat, number)
        if offer.check.before is None:
            return [offer.more_buttons] if offer.more_buttons else []
        key = "button_publish_rest" if offer.check.report.left_out else "button_publish"
        publish = self._buttons.button(book.text(key), PUBLISH, chat, number)
        return [(publish, cancel), *([offer.more_buttons] if offer.more_buttons else [])]

    async def _turned(self, press: Press) -> str:
        """Another page."""
        number, page = press.arguments
        offer = self._offers.get(number)
        if offer is None:
            return press.book.text("check_over")
        await self._replace(press, self.card(offer, press.chat, press.book, int(page)))
        return ""

    async def _chosen(self, press: Press) -> str | Alert:
        """Begins to publish."""
        (number,) = press.arguments
        if self._is_publishing or self.proposals.is_busy:
            return Alert(press.book.text("publishing_busy"))
        proposal = self.proposals.get(number)
        if proposal is None:
            return await self._over(press, number)
        self._is_publishing = True
        self._services.background(self._publish(press, proposal))
        return press.book.text("publishing")

    async def _over(self, press: Press, number: str) -> Alert:
        """To a press for what waits no more; one that a crash cut off finds on its card what came of it."""
        is_cut_off = seconds_taken() is None
        if is_cut_off and self.proposals.was_published(number):
            await self._replace(press, cards.published_before_card(press.book))
        return Alert(press.book.text("check_over"))

    async def _publish(self, press: Press, proposal: Proposal) -> None:
        try:
            await self._replace(press, await self._outcome(press, proposal))
        except EditError as error:
            self.proposals.drop(proposal)
            await self._replace(press, cards.no_change_card(str(error), press.book))
        finally:
            self._is_publishing = False

    async def _outcome(self, press: Press, proposal: Proposal) -> Card:
        """What came of publishing, or what would change where that must be looked at again."""
        offer = self._offers.get(proposal.number)
        if offer is None:
            check, note = await self.proposals.check(proposal), "check_restarted_since"
            offer = Offer(proposal, check)
        else:
            outcome = await self.proposals.publish(proposal, offer.check)
            if not isinstance(outcome, Check):
                return cards.published_card(outcome, press.book)
            check, note = outcome, "check_changed_since"
        introduction = (press.book.line(note), *_without_notes(offer.introduction, press.book))
        offer = replace(offer, check=check, introduction=introduction)
        return self.card(offer, press.chat, press.book)

    async def _cancelled(self, press: Press) -> str | Alert:
        """Gives the changes up."""
        (number,) = press.arguments
        if self._is_publishing:
            return Alert(press.book.text("publishing_busy"))
        proposal = self.proposals.get(number)
        if proposal is None:
            return Alert(press.book.text("check_over"))
        offer = self._offers.get(number)
        self.proposals.drop(proposal, offer.check if offer else None)
        await self._replace(press, cards.cancelled_card(press.book))
        return ""

    async def _replace(self, press: Press, card: Card) -> None:
        await self._outbox.edit_pressed(press.chat, press.message, card)


def _without_notes(introduction: Iterable[TextLine], book: Phrasebook) -> Iterator[TextLine]:
    """What stands above an offer, but for why it was shown again before."""
    notes = [book.line(key) for key in ("check_changed_since", "check_restarted_since")]
    return (text_line for text_line in introduction if text_line not in notes)
