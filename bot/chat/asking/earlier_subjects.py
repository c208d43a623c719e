"""What a question may go on from: the answer that it replies to, in private also the one just before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.conversation.subject import Subject
from bot.questions import may_go_on
from bot.store import StoreError

if TYPE_CHECKING:
    from bot.chat.addressing import MemberQuestion
    from bot.store import SubjectTable

FRESH = timedelta(minutes=10)  # how long a private question may go on from the one before without a reply


class EarlierSubjects:
    """Finds the subject that a question may go on from."""

    def __init__(self, subjects: SubjectTable) -> None:
        self._subjects = subjects

    async def subject_before(self, question: MemberQuestion) -> Subject | None:
        """The subject; what a member quotes takes the place of its topic. None when there is none."""
        may = question.is_to_answer or may_go_on(question.text)
        known = await self._known(question) if may else None
        if question.about:
            return replace(known or Subject(question.about, question.about), topic=question.about)
        return known

    async def _known(self, question: MemberQuestion) -> Subject | None:
        message, replied = question.message, question.message.reply_to_message
        try:
            if question.is_to_answer and replied:
                before = await self._subjects.of_answer(message.chat_id, replied.message_id)
            elif question.is_private:
                since = message.date - FRESH
                before = await self._subjects.last_before(message.chat_id, message.message_id, since)
            else:
                return None
        except StoreError:  # the database tells by itself that it cannot be read
            return None
        return before.subject if before else None
