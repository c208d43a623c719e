"""Replies to questions; what a chat was answered in the last two minutes is pointed to, not said again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import cards
from bot.bounded_dict import BoundedDict
from bot.store import Outcome

if TYPE_CHECKING:
    from telegram import Message

    from bot.cards import Card, Phrasebook
    from bot.chat.activity import Activity
    from bot.chat.addressing import MemberQuestion
    from bot.chat.apologies import Apologies
    from bot.chat.clock import MonotonicClock
    from bot.chat.delivery.outbox import Outbox
    from bot.publishing.live import LiveLibrary

RECENT = 120.0  # seconds
MOST_ANSWERS = 4_000  # that are kept in mind: Telegram lets a bot send 30 messages a second

Key = tuple[int, int | None, int]  # a chat, a topic of a forum, the hash of what is said


@dataclass(frozen=True, slots=True)
class _SentAnswer:
    """An answer, and when it was sent or changed last."""

    answer: int
    at: float


class Replies:
    """Sends and corrects answers, and knows the last ones by where they stand and what they say."""

    def __init__(
        self,
        live: LiveLibrary,
        outbox: Outbox,
        apologies: Apologies,
        activity: Activity,
        clock: MonotonicClock,
    ) -> None:
        self._live = live
        self._library = live.current  # that gave the answers that are pointed to
        self._outbox = outbox
        self._activity = activity
        self._apologies = apologies
        self._clock = clock
        self._sent: BoundedDict[Key, _SentAnswer] = BoundedDict(MOST_ANSWERS)
        self._keys: BoundedDict[tuple[int, int], Key] = BoundedDict(MOST_ANSWERS)

    async def refuse(self, question: MemberQuestion, card: Card) -> int | None:
        """Says why there is no answer; our message's number, None when it was not sent."""
        sent = await self._outbox.reply(question.message, card, beneath=question.beneath)
        return self._noted(sent, Outcome.REFUSED)

    async def answer(self, question: MemberQuestion, card: Card, book: Phrasebook) -> int | None:
        """Answers, or points to the message that says the same just above; our message's number.

        Where that message is gone the answer comes as a whole.
        """
        if self._library is not self._live.current:  # whoever asks again wants to know what it says now
            self._library = self._live.current
            self._sent.clear()
        sent = self._sent.get(_key(card, question.message))
        if sent and self._clock.now() - sent.at <= RECENT:
            line = cards.answered_above_card(book)
            pointer = await self._outbox.reply(question.message, line, beneath=sent.answer, otherwise=card)
            return self._noted(pointer, Outcome.ANSWERED)
        answer = await self._outbox.reply(question.message, card, beneath=question.beneath)
        if answer is not None:
            self._note(card, question.message, answer)
        return self._noted(answer, Outcome.ANSWERED)

    def _noted(self, sent: int | None, outcome: Outcome) -> int | None:
        """The number of a message, counted if it was sent."""
        if sent is not None:
            self._activity.note(outcome)
        return sent

    async def correct(self, question: MemberQuestion, answer: int, card: Card) -> None:
        """Lets a message of ours say something else, as its question does."""
        await self._outbox.edit(answer, question.message, card)
        self._note(card, question.message, answer)

    async def apologise(self, question: MemberQuestion, card: Card) -> None:
        """Says what cannot be done just now, once to whoever waits for it."""
        await self._apologies.tell_sender(question.message, card)

    def forget(self, chat: int, answer: int) -> None:
        """Points to a message of ours no more: it shows something else now."""
        before = self._keys.pop((chat, answer), None)
        if before is not None and before in self._sent and self._sent[before].answer == answer:
            del self._sent[before]

    def _note(self, card: Card, question: Message, answer: int) -> None:
        """Keeps what a message of ours says, in place of what it said before."""
        self.forget(question.chat_id, answer)
        key = self._keys[question.chat_id, answer] = _key(card, question)
        self._sent[key] = _SentAnswer(answer, self._clock.now())


def _key(card: Card, question: Message) -> Key:
    topic = question.message_thread_id if question.is_topic_message else None
    return question.chat_id, topic, hash(card.lines)
