"""The chats that want a post each day, and which days are done."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.store import DailyPost, Store

if TYPE_CHECKING:
    from pathlib import Path

POST = DailyPost(-1001, 9, "Europe/Berlin", topic=77)
DAY = date(2026, 11, 26)


async def test_a_day_is_claimed_once_also_after_a_restart(tmp_path: Path) -> None:
    async with await Store.open(tmp_path) as store:
        await store.daily_posts.choose(POST)
        claims = await asyncio.gather(*(store.daily_posts.claim(POST.chat, DAY) for _ in range(5)))
        assert sorted(claims) == [False] * 4 + [True]
    async with await Store.open(tmp_path) as store:
        assert not await store.daily_posts.claim(POST.chat, DAY)
        assert await store.daily_posts.all() == [replace(POST, posted=DAY)]
        assert not await store.daily_posts.claim(POST.chat, date(2026, 11, 25))  # days do not come back
        assert await store.daily_posts.claim(POST.chat, date(2026, 11, 27))


async def test_a_chat_without_a_post_claims_nothing(tmp_path: Path) -> None:
    async with await Store.open(tmp_path) as store:
        assert not await store.daily_posts.claim(POST.chat, DAY)
        await store.daily_posts.choose(POST)
        await store.daily_posts.stop(POST.chat)
        assert not await store.daily_posts.claim(POST.chat, DAY)
        assert await store.daily_posts.of(POST.chat) is None


async def test_a_group_that_moves_keeps_its_post_and_what_is_done(tmp_path: Path) -> None:
    async with await Store.open(tmp_path) as store:
        await store.daily_posts.choose(POST)
        await store.daily_posts.claim(POST.chat, DAY)
        await store.daily_posts.move(POST.chat, -1002)

        assert await store.daily_posts.all() == [replace(POST, chat=-1002, topic=None, posted=DAY)]
        assert not await store.daily_posts.claim(-1002, DAY)


async def test_a_member_who_wants_to_be_forgotten_has_no_post(tmp_path: Path) -> None:
    async with await Store.open(tmp_path) as store:
        await store.daily_posts.choose(replace(POST, chat=5, topic=None))
        await store.daily_posts.choose(POST)
        assert (await store.remembered_of(5)).has_daily_post
        await store.forget(5)

        assert not (await store.remembered_of(5)).has_daily_post
        assert await store.daily_posts.all() == [POST]
