"""An edit that takes the question away takes its answer away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram.error import TimedOut

from bot.store import MessageId
from tests.chat.world import ANNA, FORUM, GROUP, TOPIC, ago

if TYPE_CHECKING:
    from tests.chat.world import World

QUESTION = "when did it move to Tokyo?"
WITHDRAWN = "The question was taken back."


async def asks(world: World, text: str, chat: int = GROUP, topic: int | None = None) -> tuple[int, int]:
    message = world.message(ANNA, text, chat, topic=topic)
    (shown,) = await world.hears({"message": message})
    return message["message_id"], shown.id


CASES = [
    (f"/ask {QUESTION}", QUESTION, GROUP, None),
    (f"/ask {QUESTION}", "never mind", FORUM, TOPIC),
    (f"@HistoryBot {QUESTION}", QUESTION, GROUP, None),
    (f"@HistoryBot {QUESTION}", "@HistoryBot thanks!", GROUP, None),
    (f"/ask {QUESTION}", f"/ask@OtherBot {QUESTION}", GROUP, None),
    (QUESTION, "thank you", ANNA.id, None),
    ("/ask zzzz", "sorry", GROUP, None),  # a refusal
]


@pytest.mark.parametrize(("before", "after", "chat", "topic"), CASES)
async def test_the_answer_goes_with_its_question(
    world: World, before: str, after: str, chat: int, topic: int | None
) -> None:
    question, answer = await asks(world, before, chat, topic)

    assert await world.edits(question, after, chat) == []
    assert world.transport.deleted == [(chat, answer)]
    assert world.store
    assert await world.store.answer_to(MessageId(chat, question)) is None


async def test_an_answer_goes_after_a_restart_too(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        question, answer = await asks(world, f"/ask {QUESTION}")
    async with quiet_world.running() as world:
        await world.edits(question, QUESTION, GROUP)
        assert world.transport.deleted == [(GROUP, answer)]


async def test_an_answer_that_may_not_be_deleted_any_more_says_that_its_question_is_gone(
    world: World,
) -> None:
    question, answer = await asks(world, f"/ask {QUESTION}")
    world.transport.chats[GROUP].messages[answer]["date"] = ago(49 * 3600)

    (shown,) = await world.edits(question, QUESTION, GROUP)
    assert (shown.is_edit, shown.id, shown.text) == (True, answer, WITHDRAWN)


async def test_an_answer_that_is_gone_already_is_not_missed(world: World) -> None:
    question, answer = await asks(world, f"/ask {QUESTION}")
    del world.transport.chats[GROUP].messages[answer]

    assert await world.edits(question, QUESTION, GROUP) == []


async def test_a_question_that_comes_back_is_answered_anew(world: World) -> None:
    question, answer = await asks(world, f"/ask {QUESTION}")
    await world.edits(question, "never mind", GROUP)

    (shown,) = await world.edits(question, f"/ask {QUESTION}", GROUP, after=60)
    assert (shown.is_edit, shown.id == answer, shown.bold[0]) == (False, False, "October 2017")


async def test_edited_talk_that_never_was_a_question_deletes_nothing(world: World) -> None:
    message = world.message(ANNA, QUESTION, GROUP)
    await world.hears({"message": message})

    assert await world.edits(message["message_id"], "never mind", GROUP) == []
    assert world.transport.deleted == []


async def test_where_the_answer_cannot_be_looked_up_it_stays(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    question, _ = await asks(world, f"/ask {QUESTION}")
    assert world.store
    await world.store.close()

    assert await world.edits(question, "never mind", GROUP) == []
    assert world.transport.deleted == []
    assert "never mind" not in caplog.text


async def test_a_deletion_whose_line_was_down_is_tried_again(world: World) -> None:
    question, answer = await asks(world, f"/ask {QUESTION}")
    world.transport.failing["deleteMessage"] = [TimedOut(), TimedOut()]
    await world.edits(question, "never mind", GROUP)
    assert world.transport.deleted == [(GROUP, answer)]
