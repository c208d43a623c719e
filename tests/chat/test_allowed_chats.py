"""The bot stays in the chats on its list, and leaves all others without a word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.chat.world import ANNA, FORUM, GROUP, STAFF, World, ago

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.chat.transport import Json

OSLO = "/ask who opened the Oslo library?"


@pytest.fixture
async def closed(quiet_world: World) -> AsyncIterator[World]:
    """A world whose bot stays in the group, in the staff's because it is ADMIN_CHAT, and nowhere else."""
    quiet_world.config = replace(quiet_world.config, chats=frozenset({GROUP}))
    async with quiet_world.running() as world:
        yield world


def moved(world: World, chat: int, status: str) -> Json:
    return {
        "my_chat_member": {
            "chat": world.transport.chats[chat].json, "from": ANNA.json, "date": 1,
            "old_chat_member": {"status": "left", "user": world.transport.me},
            "new_chat_member": {"status": status, "user": world.transport.me}
            | ({"until_date": 0} if status == "kicked" else {}),
        }
    }  # fmt: skip


def left(world: World) -> list[int]:
    return [int(call["chat_id"]) for call in world.calls("leaveChat")]


@pytest.mark.parametrize(("chat", "is_left"), [(GROUP, False), (STAFF, False), (None, False), (FORUM, True)])
async def test_a_question_from_a_chat_that_is_not_listed_makes_it_leave(
    closed: World, chat: int | None, is_left: bool
) -> None:
    shown = await closed.says(ANNA, OSLO, chat)

    assert len(shown) == (not is_left)
    assert left(closed) == ([FORUM] if is_left else [])


@pytest.mark.parametrize("text", ["good morning", "/status", "/help"])
async def test_any_message_there_makes_it_leave(closed: World, text: str) -> None:
    assert await closed.says(ANNA, text, FORUM) == []
    assert left(closed) == [FORUM]


@pytest.mark.parametrize(
    ("chat", "status", "is_left"),
    [(FORUM, "member", True), (GROUP, "member", False), (FORUM, "left", False), (FORUM, "kicked", False)],
)
async def test_it_leaves_at_once_when_it_is_added(
    closed: World, chat: int, status: str, is_left: bool
) -> None:
    await closed.hears(moved(closed, chat, status))

    assert left(closed) == ([chat] if is_left else [])


async def test_a_chat_that_cannot_be_left_harms_nobody(
    closed: World, caplog: pytest.LogCaptureFixture
) -> None:
    del closed.transport.chats[FORUM]
    message = closed.message(ANNA, OSLO, GROUP) | {"chat": {"id": FORUM, "type": "group", "title": "a"}}
    await closed.hears({"message": message})

    assert "could not be left (BadRequest: chat not found)" in caplog.text
    assert len(await closed.says(ANNA, OSLO)) == 1


async def test_without_a_list_it_stays_everywhere(world: World) -> None:
    assert len(await world.says(ANNA, OSLO, FORUM)) == 1
    assert left(world) == []


@pytest.mark.parametrize("told_in", ["the old one", "the new one"])
async def test_a_listed_group_that_becomes_a_supergroup_is_followed_and_the_admins_told(
    closed: World, told_in: str, caplog: pytest.LogCaptureFixture
) -> None:
    if told_in == "the old one":
        await closed.says(ANNA, "", GROUP, migrate_to_chat_id=FORUM)
    else:
        await closed.says(ANNA, "", FORUM, migrate_from_chat_id=GROUP)

    assert len(await closed.says(ANNA, OSLO, FORUM)) == 1
    assert left(closed) == []
    assert f"The group {GROUP} is now {FORUM}: put that number into CHATS" in caplog.text


async def test_a_group_that_became_a_supergroup_while_the_bot_was_away_is_followed(closed: World) -> None:
    await closed.says(ANNA, "", GROUP, migrate_to_chat_id=FORUM, date=ago(11 * 60))

    assert len(await closed.says(ANNA, OSLO, FORUM)) == 1
    assert left(closed) == []


async def test_nobody_is_followed_from_a_chat_that_is_not_listed(closed: World) -> None:
    await closed.says(ANNA, "", FORUM, migrate_from_chat_id=-5)

    assert await closed.says(ANNA, OSLO, FORUM) == []
    assert left(closed) == [FORUM]
