"""Questions to nobody in groups that want them answered too: only where the answer is nearly sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import MessageEntity

from bot.answers import Answer
from bot.bounded_dict import BoundedDict
from bot.chat.addressing import MemberQuestion
from bot.chat.delivery.rate_limits import Window
from bot.questions import LONGEST, asks
from bot.store import Speaking, StoreError
from bot.today import day_of

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.asking.answering import Asking
    from bot.chat.clock import MonotonicClock
    from bot.chat.context import Context
    from bot.chat.cooldown import Callback
    from bot.publishing.live import LiveLibrary
    from bot.store import Store

SURE = 0.9  # confidence; the README says how often answers above it are right
IN_A_CHAT = (5, 300.0)  # answers in seconds: whoever was not asked speaks seldom
MOST_CHATS = 1_000  # that are kept in mind
TO_SOMEBODY = {MessageEntity.MENTION, MessageEntity.TEXT_MENTION}


class Overhearing:
    """Hears what is said in groups, and hands questions on whose answer it is sure of."""

    def __init__(self, live: LiveLibrary, asking: Asking, store: Store, clock: MonotonicClock) -> None:
        self._live = live
        self._asking = asking
        self._store = store
        self._clock = clock
        self._answered: BoundedDict[int, Window] = BoundedDict(MOST_CHATS)

    async def overheard(self, update: Update, context: Context) -> None:
        """Answers a question to nobody."""
        message = update.message
        if message and self._is_sure(message, context) and self._has_room(message.chat_id):
            await self._answer(MemberQuestion(message, _text(message), is_edit=False), update, context)

    def or_else(self, otherwise: Callback) -> Callback:
        """Corrects the answer to a question to nobody that was edited; calls `otherwise` for other edits."""

        async def edited(update: Update, context: Context) -> None:
            message = update.edited_message
            if message and self._is_sure(message, context):
                question = MemberQuestion(message, _text(message), is_edit=True)
                if await self._was_answered(question):
                    await self._answer(question, update, context)
            else:
                await otherwise(update, context)

        return edited

    async def _answer(self, question: MemberQuestion, update: Update, context: Context) -> None:
        context.question = question
        await self._asking.asked(update, context)

    async def _was_answered(self, question: MemberQuestion) -> bool:
        try:
            return await self._store.answer_to(question.place) is not None
        except StoreError:
            return False

    def _is_sure(self, message: Message, context: Context) -> bool:
        """Whether a message is a question to nobody whose answer is nearly sure, in a group that wants it."""
        text, settings = _text(message), context.settings
        if (
            settings.speaking is not Speaking.SURE
            or not context.bot.bot.can_read_all_group_messages
            or not _is_to_nobody(message)
            or len(text) > LONGEST
            or not asks(text)
        ):
            return False
        library = self._live.without(settings.hidden_sources)
        result = library.answer(text, top=1, today=day_of(message.date))
        return isinstance(result, Answer) and result.confidence >= SURE

    def _has_room(self, chat: int) -> bool:
        """Whether the bot may speak once more without having been asked, which counts."""
        now, window = self._clock.now(), self._answered.get(chat) or Window(*IN_A_CHAT)
        self._answered[chat] = window
        if window.opens > now:
            return False
        window.add(now)
        return True


def _text(message: Message) -> str:
    return (message.text or "").strip()


def _is_to_nobody(message: Message) -> bool:
    """Whether a message names and answers nobody; those in a topic answer the message that made it."""
    replied = message.reply_to_message
    if replied and not replied.forum_topic_created:
        return False
    return not any(entity.type in TO_SOMEBODY for entity in message.entities)
