"""Each chat is answered in its language, as it has chosen, whatever becomes of the bot or the chat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.cards import PHRASEBOOKS
from bot.store import ChatSettings, StoreError
from tests.chat.world import ANNA, BORIS, GROUP

if TYPE_CHECKING:
    from tests.chat.transport import Member
    from tests.chat.world import World

SUPERGROUP = -1_000_000_000_009
KATYA, LI = replace(ANNA, language="ru"), replace(BORIS, language="zh-hans")


async def language(world: World, member: Member, chat: int | None = None) -> str:
    """The language in which whoever presses a button that is none is told so."""
    number = member.id if chat is None else chat
    message = world.message(member, "hello", number)
    press = {"id": "1", "from": member.json, "message": message, "chat_instance": "1", "data": "x"}
    await world.hears({"callback_query": press})
    answer = world.transport.callbacks[-1]["text"]
    return next(code for code, book in PHRASEBOOKS.items() if book.text("unknown_button") == answer)


async def choose(world: World, chat: int, settings: ChatSettings) -> None:
    assert world.bot
    await world.bot.services.settings.choose(chat, settings)


async def test_a_private_chat_is_in_the_language_of_the_members_app_until_they_choose(world: World) -> None:
    assert await language(world, KATYA) == "ru"
    assert await language(world, LI) == "zh"
    assert await language(world, replace(ANNA, language="fr")) == "en"
    assert await language(world, ANNA) == "en"

    await choose(world, KATYA.id, ChatSettings("zh"))
    assert await language(world, KATYA) == "zh"


async def test_a_group_is_in_its_own_language_whoever_writes(world: World) -> None:
    assert await language(world, KATYA, GROUP) == "en"

    await choose(world, GROUP, ChatSettings("ru"))
    assert await language(world, LI, GROUP) == "ru"
    assert await language(world, LI) == "zh"


async def test_settings_outlive_a_restart(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        await choose(world, GROUP, ChatSettings("ru"))
    async with quiet_world.running() as world:
        assert await language(world, ANNA, GROUP) == "ru"


@pytest.mark.parametrize("said_in_both", [False, True])
async def test_a_group_that_becomes_a_supergroup_takes_its_settings_along(
    world: World, said_in_both: bool
) -> None:
    await choose(world, GROUP, ChatSettings("zh"))
    world.transport.chats[SUPERGROUP] = replace(world.transport.chats[GROUP], id=SUPERGROUP, messages={})
    assert await language(world, ANNA, SUPERGROUP) == "en"

    if said_in_both:
        await world.sends(ANNA, GROUP, migrate_to_chat_id=SUPERGROUP)
    await world.sends(ANNA, SUPERGROUP, migrate_from_chat_id=GROUP)

    assert await language(world, ANNA, SUPERGROUP) == "zh"


async def test_they_are_read_once_for_all_chats(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        await choose(world, GROUP, ChatSettings("ru"))
    async with quiet_world.running() as world:
        assert await language(world, KATYA) == "ru"
        assert world.store
        await world.store.database.write(("DROP TABLE chat_settings", ()))

        assert await language(world, ANNA, GROUP) == "ru"
        assert await language(world, LI) == "zh"


async def test_a_database_that_cannot_be_read_means_the_defaults(world: World) -> None:
    assert world.store
    await world.store.database.write(("DROP TABLE chat_settings", ()))

    assert await language(world, KATYA) == "ru"
    assert await language(world, KATYA, GROUP) == "en"
    with pytest.raises(StoreError):
        await choose(world, GROUP, ChatSettings("zh"))
    await world.sends(ANNA, GROUP, migrate_to_chat_id=SUPERGROUP)
    assert await language(world, ANNA, GROUP) == "en"


async def test_forgetme_takes_the_settings_of_a_private_chat_back(world: World) -> None:
    await choose(world, KATYA.id, ChatSettings("zh"))

    await world.says(KATYA, "/forgetme")

    assert await language(world, KATYA) == "ru"
    assert world.store
    assert await world.store.database.read("SELECT * FROM chat_settings") == []
