"""Who asks too much is told once for how long they get no answer, and holds nobody else up."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from bot.chat import cooldown
from bot.chat.asking import replies
from tests.chat.transport import AS_CHANNEL
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP, STAFF, TOPIC

if TYPE_CHECKING:
    from tests.chat.transport import Json, Member, Shown
    from tests.chat.world import World

OSLO = "/ask who opened the Oslo library?"
LINE = "That was a lot at once. I answer again in "


@pytest.fixture(autouse=True)
def _answers_are_said_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the same question counts each time that it is answered."""
    monkeypatch.setattr(replies, "RECENT", -1)


def is_line(shown: list[Shown]) -> bool:
    """Whether all there is is the line that says how long a cool-down lasts."""
    return len(shown) == 1 and shown[0].text.startswith(LINE)


async def asks_a_lot(world: World, member: Member, times: int = 10) -> None:
    for _ in range(times):
        (shown,) = await world.says(member, OSLO)
        assert shown.bold[0] == "March 1998"


async def test_a_user_has_ten_answers_in_five_minutes_wherever_they_ask(world: World) -> None:
    places = [(None, None), (GROUP, None), (FORUM, TOPIC), (GROUP, None), (None, None)] * 2
    for chat, topic in places:
        (shown,) = await world.says(ANNA, OSLO, chat, topic=topic)
        assert shown.bold[0] == "March 1998"

    assert is_line(await world.says(ANNA, OSLO, GROUP))
    assert await world.says(ANNA, OSLO, GROUP) == []
    assert len(await world.says(BORIS, OSLO, GROUP)) == 1


async def test_the_line_says_once_in_each_cool_down_until_when_it_lasts(world: World) -> None:
    began = world.clock.time
    await asks_a_lot(world, ANNA)
    world.clock.time = began + 200
    (shown,) = await world.says(ANNA, OSLO)
    assert shown.text == f"{LINE}1 min 40 s."
    world.clock.time = began + 299
    assert await world.says(ANNA, OSLO) == []

    world.clock.time = began + 320
    await asks_a_lot(world, ANNA)
    assert is_line(await world.says(ANNA, OSLO))
    assert await world.says(ANNA, OSLO) == []


async def test_the_line_stands_where_the_question_does(world: World) -> None:
    await asks_a_lot(world, ANNA)
    message = world.message(ANNA, OSLO, FORUM, topic=TOPIC)

    (shown,) = await world.hears({"message": message})
    assert (shown.chat, shown.thread, shown.reply_to) == (FORUM, TOPIC, message["message_id"])


async def test_a_chat_has_fifteen_answers_a_minute(world: World) -> None:
    began = world.clock.time
    shown = [await world.says(member, OSLO, GROUP) for member in world.crowd(20)]
    assert [len(cards) for cards in shown] == [1] * 16 + [0] * 4
    assert is_line(shown[15])

    assert len(await world.says(ANNA, OSLO)) == 1  # elsewhere
    world.clock.time = began + 61
    assert not is_line(await world.says(ANNA, OSLO, GROUP))


async def test_what_gets_no_answer_does_not_lengthen_the_silence(world: World) -> None:
    began = world.clock.time
    await asks_a_lot(world, ANNA)
    assert is_line(await world.says(ANNA, OSLO))
    for _ in range(20):
        world.clock.time += 10
        assert await world.says(ANNA, OSLO) == []
    world.clock.time = began + 312

    await asks_a_lot(world, ANNA, times=1)


async def test_talk_that_is_not_for_the_bot_does_not_count(world: World) -> None:
    for _ in range(20):
        await world.says(ANNA, "good morning", GROUP)

    assert not is_line(await world.says(ANNA, OSLO, GROUP))


async def test_a_channel_is_one_user_and_not_the_bot_that_telegram_names(world: World) -> None:
    def channel(number: int) -> Json:
        return {"from": AS_CHANNEL, "sender_chat": {"id": number, "type": "channel", "title": "A"}}

    shown = [await world.says(ANNA, OSLO, GROUP, **channel(-1)) for _ in range(11)]
    assert [is_line(cards) for cards in shown] == [False] * 10 + [True]
    assert not is_line(await world.says(ANNA, OSLO, GROUP, **channel(-2)))


HELP_AND_RIGHTS = [
    ("/start", "Hello!"),
    ("/help", "How to ask"),
    ("/sources", "What I have read"),
    ("/privacy", "What I store"),
    ("/mydata", "What I have stored about you"),
    ("/forgetme", "Done."),
    ("/weather", "I do not know"),
]


@pytest.mark.parametrize(("command", "begins"), HELP_AND_RIGHTS, ids=[row[0] for row in HELP_AND_RIGHTS])
async def test_whoever_has_asked_a_lot_gets_help_and_their_rights_all_the_same(
    world: World, command: str, begins: str
) -> None:
    await asks_a_lot(world, ANNA)
    await world.says(ANNA, OSLO)

    (shown,) = await world.says(ANNA, command)
    assert shown.text.startswith(begins)


async def test_commands_have_a_cool_down_of_their_own(world: World) -> None:
    shown = [await world.says(ANNA, "/sources") for _ in range(12)]
    assert [len(cards) for cards in shown] == [1] * 11 + [0]
    assert is_line(shown[10])

    await asks_a_lot(world, ANNA, times=1)


#   what is written, by how many members where, how often it is responded to, in how many seconds
LIMITS = [
    (OSLO, 1, None, 10, 300),
    (OSLO, 20, GROUP, 15, 60),
    ("/help", 1, None, 10, 60),
    ("/help", 20, GROUP, 15, 60),
]


@pytest.mark.parametrize(("text", "members", "chat", "most", "seconds"), LIMITS)
async def test_a_cool_down_begins_after_so_many_and_lasts_until_the_first_is_so_long_ago(
    world: World, text: str, members: int, chat: int | None, most: int, seconds: int
) -> None:
    crowd, began = itertools.cycle(world.crowd(members)), world.clock.time
    shown = [await world.says(next(crowd), text, chat) for _ in range(most + 2)]
    assert [len(cards) for cards in shown] == [1] * (most + 1) + [0]
    assert [is_line(cards) for cards in shown] == [False] * most + [True, False]

    world.clock.time = began + seconds - 0.1
    assert await world.says(next(crowd), text, chat) == []
    world.clock.time = began + seconds
    (answer,) = await world.says(next(crowd), text, chat)
    assert not answer.text.startswith(LINE)


async def test_a_chat_is_told_of_its_own_cool_down_though_a_member_in_it_was_told_of_a_longer_one(
    world: World,
) -> None:
    began = world.clock.time
    await asks_a_lot(world, ANNA)
    world.clock.time = began + 20
    for member in world.crowd(15):
        await world.says(member, OSLO, GROUP)
    assert is_line(await world.says(ANNA, OSLO, GROUP))  # both are full: it lasts as long as the longer one
    assert await world.says(BORIS, OSLO, GROUP) == []
    world.clock.time = began + 120
    for member in world.crowd(15):
        await world.says(member, OSLO, GROUP)

    assert is_line(await world.says(BORIS, OSLO, GROUP))


@pytest.mark.parametrize(("member", "chat"), [(BORIS, None), (ADA, STAFF)])
async def test_admins_have_no_cool_down_of_their_commands(
    world: World, member: Member, chat: int | None
) -> None:
    for _ in range(15):
        (shown,) = await world.says(member, "/status", chat)
        assert shown.text.startswith("Library:")


@pytest.mark.parametrize("command", ["/status", "/reload"])
async def test_who_tries_admins_commands_has_a_cool_down(world: World, command: str) -> None:
    shown = [await world.says(ANNA, command) for _ in range(12)]

    assert [len(cards) for cards in shown] == [1] * 11 + [0]
    assert is_line(shown[10])


async def test_the_clock_on_the_wall_does_not_matter(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await asks_a_lot(world, ANNA)
    monkeypatch.setattr("time.time", lambda: 4e9)

    assert is_line(await world.says(ANNA, OSLO, date=4_000_000_000))


async def test_no_more_are_kept_in_mind_than_there_is_room_for(
    quiet_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cooldown, "KNOWN_A_SECOND", 2 / 300)
    async with quiet_world.running() as world:
        await asks_a_lot(world, ANNA, times=9)
        await asks_a_lot(world, BORIS, times=1)
        await asks_a_lot(world, ANNA, times=1)
        await asks_a_lot(world, ADA, times=1)
        assert is_line(await world.says(ANNA, OSLO))  # who wrote last is known best

        await asks_a_lot(world, BORIS, times=10)
        await asks_a_lot(world, ADA, times=1)
        await asks_a_lot(world, ANNA, times=1)
