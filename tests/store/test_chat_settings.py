"""What chats have chosen outlives everything but their wish to be forgotten."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.store import DATABASE, DEFAULT_SETTINGS, ChatSettings, Speaking, Store

if TYPE_CHECKING:
    from pathlib import Path

GROUP, SUPERGROUP, MEMBER = -1234567890, -1001234567890, 987654321
CHOSEN = ChatSettings(
    "ru", Speaking.SURE, has_votes=False, names=True, hidden_sources=frozenset({"a.md", "b/ü.md"})
)


async def test_a_chat_has_what_it_chose_last_and_others_the_defaults(tmp_path: Path) -> None:
    async with await Store.open(tmp_path) as store:
        await store.settings.choose(GROUP, ChatSettings("zh"))
        await store.settings.choose(GROUP, CHOSEN)

    async with await Store.open(tmp_path) as store:
        assert await store.settings.of(GROUP) == CHOSEN
        assert await store.settings.of(MEMBER) == DEFAULT_SETTINGS
    assert str(GROUP).encode() not in (tmp_path / DATABASE).read_bytes()


async def test_the_settings_of_all_chats_are_had_at_once(store: Store) -> None:
    await store.settings.choose(GROUP, CHOSEN)
    await store.settings.choose(MEMBER, ChatSettings("zh"))

    key = store.settings.key
    assert await store.settings.all() == {key(GROUP): CHOSEN, key(MEMBER): ChatSettings("zh")}


async def test_a_group_that_became_a_supergroup_keeps_its_settings(store: Store) -> None:
    await store.settings.choose(GROUP, CHOSEN)

    for _ in range(2):  # Telegram says it in both chats
        await store.settings.move(GROUP, SUPERGROUP)
        assert await store.settings.of(SUPERGROUP) == CHOSEN
        assert await store.settings.of(GROUP) == DEFAULT_SETTINGS


async def test_a_member_is_forgotten_with_their_settings(store: Store) -> None:
    await store.settings.choose(MEMBER, CHOSEN)
    await store.settings.choose(GROUP, CHOSEN)

    await store.forget(MEMBER)

    assert await store.settings.of(MEMBER) == DEFAULT_SETTINGS
    assert await store.settings.of(GROUP) == CHOSEN


async def test_what_a_newer_version_wrote_is_the_default(store: Store) -> None:
    await store.settings.choose(GROUP, CHOSEN)
    await store.database.write(("UPDATE chat_settings SET speaking = 'in rhymes'", ()))

    assert (await store.settings.of(GROUP)).speaking is Speaking.SPOKEN_TO


@pytest.mark.parametrize("hidden", ["", "[", "7", '"a.md"'])
async def test_what_cannot_be_read_of_a_chat_concerns_no_other(store: Store, hidden: str) -> None:
    await store.settings.choose(GROUP, CHOSEN)
    await store.settings.choose(MEMBER, CHOSEN)
    row = (hidden, store.settings.key(GROUP))
    await store.database.write(("UPDATE chat_settings SET hidden_sources = ? WHERE chat = ?", row))

    every = await store.settings.all()

    assert every[store.settings.key(GROUP)] == replace(CHOSEN, hidden_sources=frozenset())
    assert every[store.settings.key(MEMBER)] == CHOSEN
