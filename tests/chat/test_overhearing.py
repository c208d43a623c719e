"""In groups that want it, questions to nobody are answered too: only sure ones, and seldom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.asking import overhearing
from bot.chat.asking.overhearing import IN_A_CHAT
from bot.store import ChatSettings, Speaking
from tests.chat.world import ANNA, FORUM, GROUP, MALLORY, TOPIC

if TYPE_CHECKING:
    from tests.chat.world import World

TOKYO = "When did the company move to Tokyo?"


@pytest.fixture(autouse=True)
def _sooner_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two short documents nobody is as sure as of a whole library."""
    monkeypatch.setattr(overhearing, "SURE", 0.78)


@pytest.fixture
async def listening(world: World) -> World:
    """A world whose group and forum want sure answers to all questions, and whose bot hears them."""
    world.transport.me |= {"can_read_all_group_messages": True}
    assert world.bot
    await world.bot.application.bot.get_me()
    for chat in (GROUP, FORUM):
        await world.bot.services.settings.choose(chat, ChatSettings(speaking=Speaking.SURE))
    return world


@pytest.mark.parametrize(
    ("text", "more", "is_answered"),
    [
        (TOKYO, {}, True),
        ("when did the company move to tokyo", {}, True),  # begins with a question word
        ("The company moved to Tokyo in 2017.", {}, False),
        ("Who ran it?", {}, False),  # not sure
        ("Where is the wallaby?", {}, False),
        (f"@boris_b {TOKYO}", {}, False),
        (f"/other {TOKYO}", {}, False),
        (TOKYO, {"forward_origin": {"type": "hidden_user", "sender_user_name": "A", "date": 1}}, False),
        ("When did the company move to Tokyo? " * 50, {}, False),
    ],
)
async def test_sure_answers_to_questions_to_nobody(
    listening: World, text: str, more: dict[str, Any], is_answered: bool
) -> None:
    shown = await listening.says(MALLORY, text, GROUP, **more)

    assert len(shown) == is_answered


async def test_a_reply_to_somebody_is_for_them_and_one_in_a_topic_for_all(listening: World) -> None:
    await listening.says(ANNA, "They moved, I remember.", GROUP)
    (number,) = listening.transport.chats[GROUP].messages

    assert await listening.says(MALLORY, TOKYO, GROUP, reply_to=number) == []
    (answer,) = await listening.says(MALLORY, TOKYO, FORUM, topic=TOPIC)
    assert answer.thread == TOPIC


async def test_it_says_nothing_where_nobody_wants_it_or_privacy_mode_is_on(listening: World) -> None:
    assert listening.bot
    await listening.bot.services.settings.choose(GROUP, ChatSettings())
    assert await listening.says(MALLORY, TOKYO, GROUP) == []

    listening.transport.me |= {"can_read_all_group_messages": False}
    await listening.bot.application.bot.get_me()
    assert await listening.says(MALLORY, TOKYO, FORUM) == []
    assert len(await listening.says(MALLORY, f"/ask {TOKYO}", FORUM)) == 1


async def test_sources_that_the_group_switched_off_make_nobody_sure(listening: World) -> None:
    assert listening.bot
    chosen = ChatSettings(speaking=Speaking.SURE, hidden_sources=frozenset({"binance.md"}))
    await listening.bot.services.settings.choose(GROUP, chosen)

    assert await listening.says(MALLORY, TOKYO, GROUP) == []


async def test_an_edit_corrects_an_answer_and_brings_none(listening: World) -> None:
    (answer,) = await listening.says(MALLORY, TOKYO, GROUP)
    assert answer.reply_to
    (edited,) = await listening.edits(answer.reply_to, "Who opened the Oslo library?", GROUP)
    assert (edited.id, edited.is_edit) == (answer.id, True)

    await listening.says(MALLORY, "They moved.", GROUP)
    (*_, other) = listening.transport.chats[GROUP].messages
    assert await listening.edits(other, TOKYO, GROUP) == []


async def test_an_answer_goes_with_the_question(listening: World) -> None:
    (answer,) = await listening.says(MALLORY, TOKYO, GROUP)
    assert answer.reply_to

    await listening.edits(answer.reply_to, "Never mind.", GROUP)

    assert answer.id not in listening.transport.chats[GROUP].messages


async def test_it_speaks_seldom_unasked_and_says_nothing_of_that(listening: World) -> None:
    most, seconds = IN_A_CHAT
    shown = [len(await listening.says(MALLORY, TOKYO, GROUP)) for _ in range(most + 2)]
    assert shown == [1] * most + [0, 0]

    listening.clock.time += seconds
    assert len(await listening.says(MALLORY, TOKYO, GROUP)) == 1
