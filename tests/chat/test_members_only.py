"""MEMBERS_ONLY: strangers get one kind line in private and inline, members get answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from telegram.error import NetworkError

from bot.cards import ENGLISH, PHRASEBOOKS
from bot.chat.permissions.members_only import LIFETIME, LIFETIME_OF_NO, Memberships
from bot.store import DailyPost
from tests.chat.test_admin_commands import Clock
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP, MALLORY, World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.chat.transport import Member

OSLO = "who opened the Oslo library?"
ONLY, LATER, INLINE, INLINE_LATER = map(
    ENGLISH.text, ("members_only", "members_later", "members_inline", "members_inline_later")
)


def status(member: Member, status: str, **more: Any) -> dict[str, Any]:
    return {"status": status, "user": member.json, **more}


@pytest.fixture
async def closed(quiet_world: World) -> AsyncIterator[World]:
    """A world whose bot answers members of the group and the forum; Anna is in the forum, Mallory in none."""
    chats = frozenset({GROUP, FORUM})
    quiet_world.config = replace(quiet_world.config, chats=chats, members_only=True)
    quiet_world.transport.chats[GROUP].members = {ANNA.id: status(ANNA, "left")}
    quiet_world.transport.chats[FORUM].members = {ANNA.id: status(ANNA, "member")}
    async with quiet_world.running() as world:
        yield world


async def test_members_are_answered_and_strangers_told_why_not(closed: World) -> None:
    assert "Alice Andersen" in (await closed.says(ANNA, OSLO))[0].text
    for text in (OSLO, "/start", "/help", "/status", "hello"):
        (refusal,) = await closed.says(MALLORY, text)
        assert refusal.text == ONLY
    (refusal,) = await closed.says(replace(MALLORY, language="ru"), OSLO)
    assert refusal.text == PHRASEBOOKS["ru"].text("members_only")


async def test_in_their_groups_all_are_answered(closed: World) -> None:
    assert "Alice Andersen" in (await closed.says(MALLORY, f"/ask {OSLO}", GROUP))[0].text
    assert closed.calls("getChatMember") == []


@pytest.mark.parametrize("command", ["/privacy", "/mydata", "/forgetme"])
async def test_what_is_stored_can_be_seen_and_deleted_by_those_who_left(closed: World, command: str) -> None:
    (card,) = await closed.says(MALLORY, command)

    assert card.text != ONLY


@pytest.mark.parametrize("kind", ["code", "pre", "spoiler", None])
async def test_what_is_only_written_like_a_command_is_a_question(closed: World, kind: str | None) -> None:
    marks = [{"type": kind, "offset": 0, "length": 8}] if kind else []

    (shown,) = await closed.says(MALLORY, f"/privacy {OSLO}", entities=marks)
    edited = await closed.edits(shown.id - 1, f"/mydata {OSLO}", MALLORY.id, entities=marks)

    assert [shown.text, *(each.text for each in edited)] == [ONLY]


@pytest.mark.parametrize("admin", [BORIS, ADA])
async def test_admins_need_not_be_members(closed: World, admin: Member) -> None:
    (card,) = await closed.says(admin, "/status")

    assert card.text.startswith("Library")


async def test_inline_only_members_are_answered(closed: World) -> None:
    assert (await closed.types(ANNA, OSLO))["results"]
    answer = await closed.types(MALLORY, OSLO)
    assert (answer["results"], answer["button"]["text"]) == ([], INLINE)

    closed.transport.failing["getChatMember"] = [NetworkError("x")]
    assert (await closed.types(closed.crowd(1)[0], OSLO))["button"]["text"] == INLINE_LATER


async def test_strangers_press_in_vain(closed: World) -> None:
    (answer,) = await closed.says(ANNA, "/settings")
    closed.transport.chats[FORUM].members[ANNA.id] = status(ANNA, "kicked", until_date=0)
    assert closed.bot
    async with closed.running():
        assert await closed.presses(ANNA, answer, next(iter(closed.buttons(answer).values()))) == ONLY


async def test_a_stranger_is_told_a_few_times_and_then_that_it_was_enough(closed: World) -> None:
    shown = [len(await closed.says(MALLORY, OSLO)) for _ in range(13)]

    assert shown == [1] * 11 + [0, 0]


async def test_while_telegram_does_not_say_so_it_is_not_just_now(closed: World) -> None:
    closed.transport.failing["getChatMember"] = [NetworkError("x")]

    assert (await closed.says(ANNA, OSLO))[0].text == LATER
    assert "Alice Andersen" in (await closed.says(ANNA, OSLO))[0].text


@pytest.mark.parametrize(
    ("membership", "is_member"),
    [
        (status(ANNA, "member"), True),
        (status(ANNA, "creator", is_anonymous=False), True),
        (status(ANNA, "left"), False),
        (status(ANNA, "kicked", until_date=0), False),
        (None, False),
    ],
)
async def test_who_is_a_member_is_believed_for_a_while(
    world: World, membership: dict[str, Any] | None, is_member: bool
) -> None:
    assert world.bot
    clock, members = Clock(), world.transport.chats[GROUP].members
    memberships = Memberships(world.bot.application.bot, lambda: frozenset({GROUP}), clock)
    if membership:
        members[ANNA.id] = membership
    assert await memberships.has(ANNA.id) is is_member

    members[ANNA.id] = status(ANNA, "left" if is_member else "member")
    clock.now += (LIFETIME if is_member else LIFETIME_OF_NO) - 1
    assert await memberships.has(ANNA.id) is is_member
    clock.now += 1
    assert await memberships.has(ANNA.id) is not is_member


async def test_daily_posts_in_private_are_for_members(closed: World) -> None:
    (closed.config.knowledge / "floods.md").write_text(
        "# Log\n\nOn 4 May 1903 a flood rose.\n", encoding="utf-8"
    )
    await closed.says(BORIS, "/reload")
    assert closed.store
    assert closed.bot
    for chat in (ANNA.id, MALLORY.id, GROUP):
        await closed.store.daily_posts.choose(DailyPost(chat, 9, "UTC"))
    closed.bot.services.time.note("Sat, 04 May 2030 10:00:00 GMT")
    before = len(closed.transport.shown)
    await closed.bot.callbacks.browsing.daily_posts.make_due()

    assert sorted(shown.chat for shown in closed.transport.shown[before:]) == sorted([ANNA.id, GROUP])
