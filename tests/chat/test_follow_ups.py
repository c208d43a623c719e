"""Messages that go on from an answer: in reply to it, and in private within ten minutes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH
from bot.publishing.live import LiveLibrary
from tests.chat.test_admin_commands import as_group
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP, STAFF, TOPIC, World, ago

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.transport import Json

FIRST = "/ask when did the company move to Tokyo?"
PLACES: list[tuple[int | None, int | None]] = [(None, None), (GROUP, None), (FORUM, TOPIC)]
TURNS = [
    ("and before that?", "4 September 2017"),
    ("and in July 2017?", "July 2017"),
    ("and in 1998?", "Nothing about 1998 in my sources"),
    ("source?", "The Tokyo Press"),
]


@pytest.mark.parametrize(("chat", "topic"), PLACES)
async def test_a_reply_goes_on_from_the_answer_and_from_what_followed(
    world: World, chat: int | None, topic: int | None
) -> None:
    (last,) = await world.says(ANNA, FIRST, chat, topic=topic)

    for text, held in TURNS:
        (shown,) = await world.says(BORIS if chat else ANNA, text, chat, reply_to=last.id)
        assert held in shown.text
        last = shown


async def test_in_private_the_next_question_goes_on_for_ten_minutes(world: World) -> None:
    await world.says(ANNA, FIRST, date=ago(9 * 60))
    (shown,) = await world.says(ANNA, "and before that?")
    assert shown.text.startswith("4 September 2017")

    await world.says(BORIS, FIRST, date=ago(11 * 60))
    assert world.store
    await world.store.database.write(("UPDATE questions SET asked_at = ?", (ago(11 * 60),)))
    (shown,) = await world.says(BORIS, "and before that?")
    assert "4 September 2017" not in shown.text


async def test_in_a_group_only_a_reply_goes_on(world: World) -> None:
    await world.says(ANNA, FIRST, GROUP)

    (shown,) = await world.says(ANNA, "/ask and before that?", GROUP)
    assert "4 September 2017" not in shown.text


async def test_a_question_of_its_own_begins_anew(world: World) -> None:
    await world.says(ANNA, FIRST)

    (shown,) = await world.says(ANNA, "who opened the Oslo library?")
    assert shown.bold[0] == "March 1998"
    (shown,) = await world.says(ANNA, "when did it burn down?")
    assert shown.text.startswith("winter")


async def test_a_refused_question_leaves_nothing_to_go_on_from(world: World) -> None:
    await world.says(ANNA, FIRST)
    await world.says(ANNA, "where did the wallaby of Zubrane go?")

    (shown,) = await world.says(ANNA, "and before that?")
    assert "4 September 2017" not in shown.text


@pytest.mark.parametrize("chat", [None, GROUP])
async def test_one_can_go_on_after_a_restart_and_a_reload(
    quiet_world: World, knowledge: Path, chat: int | None
) -> None:
    async with quiet_world.running() as world:
        (answer,) = await world.says(ANNA, FIRST, chat)
    (knowledge / "alice.md").unlink()
    quiet_world.live = LiveLibrary(knowledge)

    async with quiet_world.running() as world:
        (shown,) = await world.says(ANNA, "and before that?", chat, reply_to=answer.id)
        assert shown.text.startswith("4 September 2017")


async def test_one_goes_on_from_what_is_shown_now(world: World) -> None:
    (answer,) = await world.says(ANNA, FIRST, GROUP)
    await world.presses(ANNA, answer, world.buttons(answer)["« earlier"])

    (shown,) = await world.says(ANNA, "and before that?", GROUP, reply_to=answer.id)
    assert shown.text.startswith("July 2017")


async def test_after_forgetme_there_is_nothing_to_go_on_from(world: World) -> None:
    (answer,) = await world.says(ANNA, FIRST, GROUP)
    (second,) = await world.says(BORIS, "and before that?", GROUP, reply_to=answer.id)
    await world.says(ANNA, "/forgetme", GROUP)

    for message in (answer, second):
        (shown,) = await world.says(BORIS, "and in July 2017?", GROUP, reply_to=message.id)
        assert "Nothing" not in shown.text
        assert "4 September 2017" not in shown.text


async def test_who_writes_as_the_group_can_go_on(world: World) -> None:
    (answer,) = await world.says(ADA, FIRST, STAFF, **as_group(STAFF))

    (shown,) = await world.says(ADA, "and before that?", STAFF, reply_to=answer.id, **as_group(STAFF))
    assert shown.text.startswith("4 September 2017")


async def test_while_the_database_cannot_be_read_a_question_stands_alone(world: World) -> None:
    (answer,) = await world.says(ANNA, FIRST, GROUP)
    assert world.store
    await world.store.close()

    (shown,) = await world.says(ANNA, "and before that?", GROUP, reply_to=answer.id)
    assert shown.text == ENGLISH.text("nothing_to_go_on_from")


async def test_messages_that_come_at_once_go_on_one_after_the_other(world: World) -> None:
    await world.says(ANNA, FIRST)
    messages: list[Json] = [{"message": world.message(ANNA, "and before that?")} for _ in range(5)]

    shown = await asyncio.wait_for(world.hears(*messages), 60)
    assert len(shown) == 5
    assert shown[0].text.startswith("4 September 2017")
    assert shown[1].text.startswith("July 2017")
    assert shown[2].text.startswith("winter 2011")
    assert shown[4].text == "Nothing earlier in my sources."
