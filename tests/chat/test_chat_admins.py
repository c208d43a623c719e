"""Who may decide for a chat: its administrators, anonymous ones too, and the bot's admins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from telegram import Message
from telegram.error import TimedOut

from bot.chat.permissions.administrators import LIFETIME, RETRY, Administrators
from bot.chat.permissions.admins import Admins
from bot.chat.permissions.chat_admins import ChatAdmins
from tests.chat.test_admin_commands import Clock, as_group
from tests.chat.world import ADA, ANNA, BORIS, GROUP, MALLORY, STAFF

if TYPE_CHECKING:
    from tests.chat.transport import Json, Member
    from tests.chat.world import World


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def chat_admins(world: World, clock: Clock) -> ChatAdmins:
    """Anna administers the group, Ada the staff's, Boris is in ADMINS."""
    assert world.bot
    world.transport.chats[GROUP].admins = [ANNA]
    administrators = Administrators(world.bot.application.bot, str, clock)
    return ChatAdmins(Admins(world.config, administrators), administrators)


async def manages(world: World, chat_admins: ChatAdmins, member: Member, chat: int, **more: Any) -> bool:
    message = Message.de_json(world.message(member, "hello", chat, **more), None)
    assert message
    return await chat_admins.manages(message)


CASES: list[tuple[str, Member, int, Json, bool]] = [
    ("an administrator of the group", ANNA, GROUP, {}, True),
    ("one of another group", ANNA, STAFF, {}, False),
    ("a member", MALLORY, GROUP, {}, False),
    ("an administrator who writes as the group", ANNA, GROUP, as_group(GROUP), True),
    ("who writes as another group", ANNA, GROUP, as_group(STAFF), False),
    ("one of ADMINS", BORIS, GROUP, {}, True),
    ("an administrator of ADMIN_CHAT", ADA, GROUP, {}, True),
    ("who is alone with the bot", MALLORY, MALLORY.id, {}, True),
]


@pytest.mark.parametrize(("case", "member", "chat", "more", "may"), CASES, ids=[row[0] for row in CASES])
async def test_a_chat_is_managed_by_its_administrators_and_the_bots_admins(
    world: World, chat_admins: ChatAdmins, case: str, member: Member, chat: int, more: Json, may: bool
) -> None:
    assert await manages(world, chat_admins, member, chat, **more) is may
    if not more:
        assert await chat_admins.manages_as(chat, member.id) is may


async def test_nobody_is_taken_for_an_administrator_while_telegram_says_nothing(
    world: World, chat_admins: ChatAdmins, clock: Clock
) -> None:
    world.transport.failing["getChatAdministrators"] = [TimedOut()] * 2  # for this group, and for ADMIN_CHAT
    assert not await chat_admins.manages_as(GROUP, ANNA.id)
    clock.now += RETRY
    assert await chat_admins.manages_as(GROUP, ANNA.id)

    clock.now += LIFETIME
    world.transport.failing["getChatAdministrators"] = [TimedOut()] * 2
    assert await chat_admins.manages_as(GROUP, ANNA.id)
