"""An edited question has its answer corrected in place, also after a restart; nothing else runs again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH
from tests.chat.world import ANNA, BORIS, GROUP

if TYPE_CHECKING:
    from tests.chat.world import World

TYPO, TOKYO, ALICE = "/ask zzzz", "/ask when did it move to Tokyo?", "/ask who opened the Oslo library?"


async def asks(world: World, text: str, chat: int = GROUP) -> tuple[int, int]:
    """A question that was put: the numbers of the message and of its answer."""
    message = world.message(ANNA, text, chat)
    (shown,) = await world.hears({"message": message})
    return message["message_id"], shown.id


@pytest.mark.parametrize(("before", "after"), [(TYPO, TOKYO), ("/ask", TOKYO), (ALICE, TOKYO)])
async def test_the_answer_to_an_edited_question_is_edited(world: World, before: str, after: str) -> None:
    question, answer = await asks(world, before)

    (shown,) = await world.edits(question, after, GROUP)

    assert (shown.is_edit, shown.id, shown.bold[0]) == (True, answer, "October 2017")


async def test_an_answer_can_become_a_refusal_and_an_answer_again(world: World) -> None:
    question, answer = await asks(world, TOKYO)

    (refused,) = await world.edits(question, TYPO, GROUP)
    (answered,) = await world.edits(question, ALICE, GROUP, after=3600)

    assert (refused.id, refused.bold) == (answer, ["I found nothing about that."])
    assert (answered.id, answered.bold[0]) == (answer, "March 1998")


async def test_the_right_answer_is_edited_after_a_restart(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        first, second = await asks(world, TYPO), await asks(world, ALICE)

    async with quiet_world.running() as world:
        (shown,) = await world.edits(first[0], TOKYO, GROUP)
        assert (shown.is_edit, shown.id) == (True, first[1])
        (shown,) = await world.edits(second[0], TOKYO, GROUP)
        assert (shown.is_edit, shown.id) == (True, second[1])


async def test_each_chat_has_its_own_messages(world: World) -> None:
    question, _ = await asks(world, TYPO)
    world.transport.chats[ANNA.id].messages[question] = dict(
        world.message(ANNA, TYPO), message_id=question, date=1
    )

    assert await world.edits(question, TOKYO, ANNA.id, after=10**6) == []


async def test_an_edit_that_changes_nothing_changes_nothing(world: World) -> None:
    question, _ = await asks(world, TOKYO)

    assert await world.edits(question, TOKYO, GROUP) == []
    assert await world.edits(question, "/ask When did it move to  Tokyo ??", GROUP) == []


async def test_a_message_that_becomes_a_question_is_answered(world: World) -> None:
    message = world.message(ANNA, "when did it move to Tokyo?", GROUP)
    await world.hears({"message": message})

    (shown,) = await world.edits(message["message_id"], "@HistoryBot when did it move to Tokyo?", GROUP)

    assert (shown.is_edit, shown.reply_to) == (False, message["message_id"])


@pytest.mark.parametrize(("after", "answers"), [(300, 1), (301, 0)])
async def test_an_old_message_that_becomes_a_question_is_left_alone(
    world: World, after: int, answers: int
) -> None:
    message = world.message(ANNA, "when did it move to Tokyo?", GROUP)

    assert len(await world.edits(message["message_id"], TOKYO, GROUP, after=after)) == answers


async def test_an_answer_that_was_deleted_is_not_sent_again(world: World) -> None:
    question, answer = await asks(world, TYPO)
    del world.transport.chats[GROUP].messages[answer]

    assert await world.edits(question, TOKYO, GROUP) == []


@pytest.mark.parametrize("command", ["/start", "/help", "/sources", "/reload", "/status", "/weather"])
@pytest.mark.parametrize("chat", [GROUP, BORIS.id])
async def test_edited_commands_do_not_run(world: World, command: str, chat: int) -> None:
    message = world.message(BORIS, "x", chat)

    assert await world.edits(message["message_id"], command, chat) == []


async def test_answers_go_out_when_nothing_can_be_noted(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    assert world.store
    await world.store.close()

    (shown,) = await world.says(ANNA, TOKYO)

    assert shown.bold[0] == "October 2017"
    assert "Tokyo" not in caplog.text


async def test_no_second_answer_when_the_first_cannot_be_looked_up_which_is_said_once(
    world: World,
) -> None:
    question, _ = await asks(world, TYPO)
    assert world.store
    await world.store.close()

    (shown,) = await world.edits(question, TOKYO, GROUP)
    assert shown.text == ENGLISH.text("correction_later")
    assert await world.edits(question, ALICE, GROUP) == []
    world.clock.time += 600
    assert len(await world.edits(question, TOKYO, GROUP)) == 1
