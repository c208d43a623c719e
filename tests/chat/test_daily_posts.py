"""A post each day: at its hour, once over restarts and changes of clocks, silent when there is nothing."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import pytest
from telegram.error import Forbidden, TimedOut

from bot.cards import ENGLISH, PHRASEBOOKS
from bot.chat.browsing.daily_posts import due_day
from bot.store import ChatSettings, DailyPost, StoreError
from tests.chat.rules import Refused
from tests.chat.transport import ANONYMOUS_ADMIN
from tests.chat.world import ADA, ANNA, FORUM, GROUP, STAFF, TOPIC

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.transport import Shown
    from tests.chat.world import World

FLOODS = "# Floods\n\nOn 31 March 1903 a flood rose. On 27 October 1905 it rose again.\n"


@pytest.fixture(autouse=True)
def knowledge_of_floods(knowledge: Path) -> None:
    (knowledge / "floods.md").write_text(FLOODS, encoding="utf-8")


def at(world: World, moment: str) -> None:
    """Sets the time of Telegram, in UTC."""
    assert world.bot
    world.bot.services.time.note(
        format_datetime(datetime.fromisoformat(moment).replace(tzinfo=UTC), usegmt=True)
    )


async def posts(world: World, moment: str) -> list[Shown]:
    """What is posted when it is checked at a moment."""
    assert world.bot
    at(world, moment)
    before = len(world.transport.shown)
    await world.bot.callbacks.browsing.daily_posts.make_due()
    return world.transport.shown[before:]


async def chosen(world: World, hour: int = 9, zone: str = "Europe/Berlin", chat: int = GROUP) -> None:
    """A chat chooses a post, at a time when none is due."""
    at(world, "2029-01-01T00:00:00")
    assert world.store
    await world.store.daily_posts.choose(DailyPost(chat, hour, zone))


async def test_a_post_comes_at_its_hour_with_the_buttons_of_a_list(world: World) -> None:
    await chosen(world)

    assert await posts(world, "2030-03-31T06:59:00") == []  # 8:59 in Berlin, in summer since this night
    (post,) = await posts(world, "2030-03-31T07:00:00")
    assert post.chat == GROUP
    assert post.text == (
        "/on 03-31 – on this day\n\n1. 31 March 1903 – On 31 March 1903 a flood rose.\n\n— Floods"
    )
    assert await posts(world, "2030-03-31T07:00:30") == []
    assert await posts(world, "2030-03-31T20:00:00") == []
    await world.presses(ANNA, post, world.buttons(post)["1"])
    assert "/on 03-31 – 1 of 1" in world.transport.shown[-1].text


async def test_a_day_of_which_nothing_is_known_is_silent(world: World) -> None:
    await chosen(world)

    assert await posts(world, "2030-04-01T12:00:00") == []
    assert await posts(world, "2030-10-27T12:00:00") != []


CLOCKS = [  # zone, hour, moments in UTC, how many of them have it due
    ("Europe/Berlin", 2, ["2026-03-29T00:59", "2026-03-29T01:00"], [False, True]),  # 2:00 is left out
    ("Europe/Berlin", 2, ["2026-10-24T23:59", "2026-10-25T00:00", "2026-10-25T01:00"], [False, True, True]),
    ("America/Santiago", 0, ["2026-09-06T03:59", "2026-09-06T04:00"], [True, True]),  # midnight is left out
    ("Asia/Kolkata", 9, ["2026-03-29T03:29", "2026-03-29T03:30"], [False, True]),  # half an hour aside
    ("Pacific/Kiritimati", 9, ["2026-03-28T18:59", "2026-03-28T19:00"], [False, True]),  # a day ahead
    ("UTC", 23, ["2026-03-29T22:59", "2026-03-29T23:00", "2026-03-30T00:00"], [False, True, False]),
    ("Nowhere/Atall", 0, ["2026-03-29T22:59"], [False]),
]


@pytest.mark.parametrize(("zone", "hour", "moments", "due"), CLOCKS)
def test_an_hour_comes_on_each_day_whatever_clocks_do(
    zone: str, hour: int, moments: list[str], due: list[bool]
) -> None:
    post = DailyPost(GROUP, hour, zone)
    times = [datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment in moments]

    assert [due_day(post, moment) is not None for moment in times] == due


@pytest.mark.parametrize("day", ["2030-03-31", "2030-10-27"])  # 23 hours, 25 hours
async def test_a_day_with_a_change_of_clocks_has_one_post(world: World, day: str) -> None:
    await chosen(world, hour=2)
    shown = [post for hour in range(24) for post in await posts(world, f"{day}T{hour:02}:00:00")]

    assert len(shown) == 1


async def test_a_clock_that_is_set_back_makes_no_second_post(world: World) -> None:
    await chosen(world)

    assert len(await posts(world, "2030-03-31T09:00:00")) == 1
    assert await posts(world, "2030-03-30T09:00:00") == []
    assert await posts(world, "2030-03-31T09:00:00") == []


async def test_after_a_restart_a_day_that_is_done_stays_done_and_one_that_is_not_is_made(
    quiet_world: World,
) -> None:
    async with quiet_world.running() as world:
        await chosen(world)
        assert await posts(world, "2030-03-31T06:00:00") == []
    async with quiet_world.running() as world:  # it was away at nine
        assert len(await posts(world, "2030-03-31T11:00:00")) == 1
    async with quiet_world.running() as world:
        assert await posts(world, "2030-03-31T12:00:00") == []


async def test_a_stop_while_a_post_is_sent_lets_it_arrive(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        await chosen(world)
        at(world, "2030-03-31T09:00:00")
        assert world.bot
        making = asyncio.create_task(world.bot.callbacks.browsing.daily_posts.make_due())
        await asyncio.sleep(0)
        making.cancel()
    async with quiet_world.running() as world:
        later = await posts(world, "2030-03-31T10:00:00")
    assert len([shown for shown in world.transport.shown if "a flood" in shown.text]) == 1, later


async def test_a_process_that_was_killed_after_the_claim_sends_nothing_twice(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        await chosen(world)
        assert world.store
        await world.store.daily_posts.claim(GROUP, datetime(2030, 3, 31, tzinfo=UTC).date())
    async with quiet_world.running() as world:
        assert await posts(world, "2030-03-31T10:00:00") == []
        assert len(await posts(world, "2030-10-27T10:00:00")) == 1


async def test_a_post_that_may_have_arrived_is_not_repeated(world: World) -> None:
    await chosen(world)
    world.transport.failing["sendMessage"] = [TimedOut()]

    assert await posts(world, "2030-03-31T10:00:00") == []
    assert await posts(world, "2030-03-31T11:00:00") == []


async def test_too_many_requests_are_waited_for(world: World) -> None:
    await chosen(world)
    world.transport.failing["sendMessage"] = [Refused(429, "Too Many Requests", retry_after=7)]

    assert len(await posts(world, "2030-03-31T10:00:00")) == 1


async def test_a_chat_that_threw_the_bot_out_gets_no_more_posts(world: World) -> None:
    await chosen(world)
    world.transport.failing["sendMessage"] = [Forbidden("bot was kicked from the supergroup chat")]

    assert await posts(world, "2030-03-31T10:00:00") == []
    assert world.store
    assert await world.store.daily_posts.all() == []


async def test_one_chat_that_cannot_be_reached_holds_up_no_other(world: World) -> None:
    for chat in (GROUP, STAFF, ANNA.id):
        await chosen(world, chat=chat)
    world.transport.failing["sendMessage"] = [TimedOut()]

    assert len(await posts(world, "2030-03-31T10:00:00")) == 2


async def test_without_a_database_nothing_is_posted(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await chosen(world)
    assert world.store

    async def fail(*_: object) -> bool:
        raise StoreError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(world.store.daily_posts, "claim", fail)
        assert await posts(world, "2030-03-31T10:00:00") == []
    assert len(await posts(world, "2030-03-31T10:00:30")) == 1  # as soon as it can be noted


@pytest.mark.parametrize("language", PHRASEBOOKS)
async def test_a_post_is_in_the_language_and_from_the_sources_of_its_chat(
    world: World, language: str
) -> None:
    assert world.bot
    await chosen(world)
    settings = ChatSettings(language=language)
    await world.bot.services.settings.choose(GROUP, settings)
    (post,) = await posts(world, "2030-03-31T10:00:00")
    assert PHRASEBOOKS[language].text("selection_day", command="/on 03-31") in post.text

    await world.bot.services.settings.choose(GROUP, ChatSettings(hidden_sources=frozenset({"floods.md"})))
    assert await posts(world, "2030-10-27T10:00:00") == []


async def test_a_group_that_becomes_a_supergroup_keeps_its_post(world: World) -> None:
    await chosen(world, chat=STAFF)
    moved = world.message(ADA, "", STAFF, migrate_to_chat_id=GROUP)
    await world.hears({"message": moved})

    (post,) = await posts(world, "2030-03-31T10:00:00")
    assert post.chat == GROUP


async def test_who_chooses_after_the_hour_has_the_first_post_tomorrow(world: World) -> None:
    at(world, "2030-03-30T10:00:00")
    assert world.bot
    await world.bot.callbacks.browsing.daily_posts.choose(DailyPost(GROUP, 9, "UTC"))

    assert await posts(world, "2030-03-30T11:00:00") == []
    assert len(await posts(world, "2030-03-31T09:00:00")) == 1


ON, OFF = "Each day at 9:00 (Europe/Berlin)", "There is no daily post here."
COMMANDS = [
    ("/daily", OFF),
    ("/daily 9 Europe/Berlin", ON),
    ("/daily 09:00 berlin", ON),
    ("/daily 9", ENGLISH.text("daily_wrong")),
    ("/daily noon Berlin", ENGLISH.text("daily_wrong")),
    ("/daily 24 Berlin", ENGLISH.text("daily_wrong")),
    ("/daily 9:30 Berlin", ENGLISH.text("daily_wrong")),
    ("/daily 9 Mars & <b>", "I do not know the time zone “Mars & <b>”."),
    ("/daily OFF", ENGLISH.text("daily_ended")),
]


@pytest.mark.parametrize(("text", "answer"), COMMANDS)
async def test_the_command_in_private(world: World, text: str, answer: str) -> None:
    (shown,) = await world.says(ANNA, text)

    assert shown.text.startswith(answer)


async def test_the_hour_can_be_changed_without_the_zone(world: World) -> None:
    await world.says(ANNA, "/daily 9 Tokyo")
    (shown,) = await world.says(ANNA, "/daily 21")

    assert "at 21:00 (Asia/Tokyo)" in shown.text


async def test_in_a_group_its_admins_choose_and_all_may_look(world: World) -> None:
    (refused,) = await world.says(ANNA, "/daily 9 Berlin", STAFF)
    (chosen_,) = await world.says(ADA, "/daily 9 Berlin", STAFF)
    (seen,) = await world.says(ANNA, "/daily", STAFF)
    anonymous: dict[str, Any] = {
        "from": ANONYMOUS_ADMIN,
        "sender_chat": {"id": STAFF, "type": "supergroup", "title": "Staff"},
    }
    (ended,) = await world.says(ADA, "/daily off", STAFF, **anonymous)

    assert refused.text == ENGLISH.text("settings_for_admins")
    assert chosen_.text.startswith(ON)
    assert seen.text.startswith(ON)
    assert ended.text == ENGLISH.text("daily_ended")


async def test_in_a_topic_it_is_posted_there(world: World) -> None:
    world.transport.chats[FORUM].admins = [ADA]
    await world.says(ADA, "/daily 9 UTC", FORUM, topic=TOPIC)
    (post,) = await posts(world, "2031-03-31T10:00:00")

    assert (post.chat, post.thread) == (FORUM, TOPIC)


async def test_buttons_of_the_settings_choose_it_too(world: World) -> None:
    (menu,) = await world.says(ADA, "/settings", STAFF)
    await world.presses(ADA, menu, world.buttons(menu)["Daily post …"])
    assert world.transport.shown[-1].text.startswith(OFF)
    await world.presses(ADA, menu, world.buttons(menu)["Post each day"])
    assert "at 9:00 (UTC)" in world.transport.shown[-1].text
    await world.presses(ADA, menu, world.buttons(menu)["8:00"])
    assert "at 8:00 (UTC)" in world.transport.shown[-1].text
    assert await world.presses(ANNA, menu, world.buttons(menu)["7:00"]) == ENGLISH.text("settings_for_admins")
    await world.presses(ADA, menu, world.buttons(menu)["Turn it off"])
    assert world.transport.shown[-1].text.startswith(OFF)
    await world.presses(ADA, menu, world.buttons(menu)["‹ Back"])
    assert "Daily post …" in world.buttons(menu)


@pytest.mark.parametrize(
    ("hour", "hours"),
    [(0, ["23:00", "0:00", "1:00"]), (9, ["8:00", "9:00", "10:00"]), (23, ["22:00", "23:00", "0:00"])],
)
async def test_the_hours_beside_the_chosen_one_go_round_the_clock(
    world: World, hour: int, hours: list[str]
) -> None:
    await world.says(ANNA, f"/daily {hour} UTC")
    (menu,) = await world.says(ANNA, "/settings")
    await world.presses(
        ANNA, menu, next(data for text, data in world.buttons(menu).items() if "Daily" in text)
    )

    assert [text for text in world.buttons(menu) if ":" in text] == hours
