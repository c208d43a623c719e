"""Thumbs under answers: whoever is in the chat may vote, once, and nobody can pretend."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH
from bot.chat.asking import feedback
from bot.chat.buttons import Buttons
from bot.store import MessageId, Vote, Votes
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP

if TYPE_CHECKING:
    from tests.chat.world import World

OSLO = "/ask who opened the Oslo library?"
UNKNOWN, EXPIRED, LATER = map(ENGLISH.text, ("unknown_button", "button_too_old", "vote_later"))
NOTED = {vote: ENGLISH.text(key) for vote, key in feedback.NOTED.items()}


async def votes(world: World) -> Votes:
    assert world.store
    return await world.store.votes()


@pytest.mark.parametrize("chat", [None, GROUP, FORUM])
async def test_an_answer_can_be_voted_on_and_other_cards_cannot(world: World, chat: int | None) -> None:
    (answer,) = await world.says(ANNA, OSLO, chat)
    (refusal,) = await world.says(ANNA, "/ask where is the wallaby", chat)

    assert {"👍", "👎"} <= world.buttons(answer).keys()
    assert all(len(data.encode()) <= 64 for data in world.buttons(answer).values())
    assert not {"👍", "👎"} & world.buttons(refusal).keys()


async def test_each_member_has_one_vote_and_takes_it_back_by_pressing_again(world: World) -> None:
    (answer,) = await world.says(ANNA, OSLO, GROUP)
    up, down = (world.buttons(answer)[thumb] for thumb in "👍👎")

    assert await world.presses(ANNA, answer, up) == NOTED[Vote.UP]
    assert await world.presses(BORIS, answer, down) == NOTED[Vote.DOWN]
    assert await votes(world) == Votes(1, 1)
    assert await world.presses(ANNA, answer, down) == NOTED[Vote.DOWN]
    assert await votes(world) == Votes(0, 2)
    assert await world.presses(ANNA, answer, down) == NOTED[Vote.NONE]
    assert await world.presses(BORIS, answer, down) == NOTED[Vote.NONE]
    assert await votes(world) == Votes(0, 0)


async def test_votes_go_when_the_question_is_edited_and_the_new_answer_has_buttons(world: World) -> None:
    (answer,) = await world.says(ANNA, OSLO, GROUP)
    await world.presses(ANNA, answer, world.buttons(answer)["👎"])
    question = answer.reply_to
    assert question

    (edited,) = await world.edits(question, "/ask when did the company move to Tokyo?", GROUP)
    assert edited.id == answer.id
    assert await votes(world) == Votes(0, 0)
    assert await world.presses(ANNA, edited, world.buttons(edited)["👍"]) == NOTED[Vote.UP]


FORGED = [
    "", "up", "up:1:", "x" * 64, "up:1:000000000000000000000000", "none:1:000000000000000000000000", "🙂",
]  # fmt: skip


@pytest.mark.parametrize("data", FORGED)
async def test_forged_data_gets_a_friendly_line(world: World, data: str) -> None:
    (answer,) = await world.says(ANNA, OSLO, GROUP)

    assert await world.presses(ANNA, answer, data) == UNKNOWN
    assert await votes(world) == Votes(0, 0)


async def test_a_vote_cannot_be_turned_round_or_moved_to_another_chat(world: World) -> None:
    (answer,) = await world.says(ANNA, OSLO, GROUP)
    (elsewhere,) = await world.says(ANNA, OSLO, FORUM)
    data = world.buttons(answer)["👍"]

    assert await world.presses(ANNA, answer, data.replace("up", "down")) == UNKNOWN
    assert await world.presses(ANNA, elsewhere, data) == UNKNOWN
    assert await votes(world) == Votes(0, 0)


async def test_buttons_of_another_bot_are_not_taken(world: World) -> None:
    (answer,) = await world.says(ANNA, OSLO, GROUP)
    assert world.bot
    other = Buttons("another token", world.bot.services.outbox).button("👍", Vote.UP, GROUP)

    assert await world.presses(ANNA, answer, other.data) == UNKNOWN


async def test_an_answer_that_is_forgotten_cannot_be_voted_on(world: World) -> None:
    (answer,) = await world.says(ANNA, OSLO, GROUP)
    await world.says(ANNA, "/forgetme")

    assert await world.presses(BORIS, answer, world.buttons(answer)["👍"]) == EXPIRED


async def test_a_press_under_a_message_that_telegram_shows_no_more_is_answered(world: World) -> None:
    (answer,) = await world.says(ANNA, OSLO, GROUP)
    message = world.transport.chats[GROUP].messages[answer.id]
    gone = {"chat": message["chat"], "message_id": answer.id, "date": 0}
    press = {"id": "1", "from": ANNA.json, "message": gone, "chat_instance": "1"}
    await world.hears({"callback_query": press | {"data": world.buttons(answer)["👍"]}})
    await world.hears(
        {"callback_query": press | {"data": "up:1:0", "message": None, "inline_message_id": "5"}}
    )

    assert [answer["text"] for answer in world.transport.callbacks] == [NOTED[Vote.UP], UNKNOWN]


@pytest.mark.parametrize("chat", [None, GROUP])
async def test_a_vote_after_a_restart_counts(quiet_world: World, chat: int | None) -> None:
    async with quiet_world.running() as world:
        (answer,) = await world.says(ANNA, OSLO, chat)
    async with quiet_world.running() as world:
        assert await world.presses(ANNA, answer, world.buttons(answer)["👎"]) == NOTED[Vote.DOWN]
        assert await votes(world) == Votes(0, 1)


async def test_a_database_that_cannot_be_used_is_met_with_a_friendly_line(world: World) -> None:
    assert world.store
    (answer,) = await world.says(ANNA, OSLO, GROUP)
    await world.store.close()

    assert await world.presses(ANNA, answer, world.buttons(answer)["👎"]) == LATER


async def test_who_presses_all_the_time_is_told_once_and_then_meets_silence(world: World) -> None:
    (answer,) = await world.says(ANNA, OSLO, GROUP)
    up = world.buttons(answer)["👍"]

    lines = [await world.presses(ANNA, answer, up) for _ in range(32)]
    assert [lines[29], lines[31]] == [NOTED[Vote.NONE], None]
    assert lines[30] == ENGLISH.text("cooldown_press", duration="1 min")
    assert await world.presses(ADA, answer, up) == NOTED[Vote.UP]
    assert await world.says(ANNA, OSLO, GROUP)  # questions are counted apart


async def test_votes_stand_in_the_status(world: World) -> None:
    (answer,) = await world.says(ANNA, OSLO, GROUP)
    await world.presses(ANNA, answer, world.buttons(answer)["👎"])

    (status,) = await world.says(BORIS, "/status")
    assert "Votes in 90 days: 0 👍, 1 👎" in status.text
    assert "Database: well" in status.text


async def test_a_thousand_presses_at_once_leave_one_vote(world: World) -> None:
    (answer,) = await world.says(ANNA, OSLO, GROUP)
    message = world.transport.chats[GROUP].messages[answer.id]
    press = {"id": "1", "from": ANNA.json, "message": message, "chat_instance": "1"}
    thumbs = [world.buttons(answer)[thumb] for thumb in "👍👎"]

    await world.hears(*({"callback_query": press | {"data": thumbs[n % 2]}} for n in range(1_000)))
    assert (await votes(world)).up + (await votes(world)).down == 1
    assert world.store
    together = [world.store.vote(MessageId(GROUP, answer.id), BORIS.id, Vote.DOWN) for _ in range(1_001)]
    await asyncio.gather(*together)
    assert (await votes(world)).up + (await votes(world)).down == 2
