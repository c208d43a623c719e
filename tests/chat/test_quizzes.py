"""/quiz: a native quiz whose explanation is the citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH, PHRASEBOOKS
from bot.store import ChatSettings
from tests.chat.rules import Refused
from tests.chat.world import ANNA, FORUM, GROUP, TOPIC

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.world import World

TITLE = "Ferries & <tales> of a rather long name, " + "so long that it does not fit anywhere " * 8


@pytest.fixture(autouse=True)
def knowledge_of_ferries(knowledge: Path) -> None:
    rows = "".join(
        f"On {day} May {1900 + day} the <northern> ferry & the {'very ' * day}old one sailed together.\n\n"
        for day in range(1, 21)
    )
    (knowledge / "ferries.md").write_text(f"---\ntitle: {TITLE}\n---\n{rows}", encoding="utf-8")


@pytest.mark.parametrize("language", PHRASEBOOKS)
@pytest.mark.parametrize(("chat", "topic"), [(None, None), (GROUP, None), (FORUM, TOPIC)])
async def test_a_quiz_fits_telegram_in_each_language_and_place(
    world: World, language: str, chat: int | None, topic: int | None
) -> None:
    assert world.bot
    await world.bot.services.settings.choose(chat or ANNA.id, ChatSettings(language=language))
    (shown,) = await world.says(ANNA, "/quiz ferry", chat, topic=topic)
    (poll,) = world.calls("sendPoll")

    assert poll["type"] == "quiz"
    assert len(poll["options"]) == 4
    assert "____" in poll["question"]
    assert "Ferries & <tales>" in poll["explanation"]
    right = poll["options"][poll["correct_option_ids"][0]]
    assert poll["explanation"].startswith(right if isinstance(right, str) else right["text"])
    assert (shown.reply_to is None) == (chat is None)
    assert shown.thread == topic


async def test_where_there_are_too_few_dates_it_says_so(world: World) -> None:
    (shown,) = await world.says(ANNA, "/quiz zebra")

    assert shown.text == ENGLISH.text("no_quiz")


async def test_a_chat_that_takes_no_polls_is_let_be(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.transport.failing["sendPoll"] = [
        Refused(400, "Bad Request: not enough rights to send polls to the chat")
    ]

    assert await world.says(ANNA, "/quiz ferry", GROUP) == []
    assert "ERROR" not in caplog.text


async def test_too_many_requests_are_waited_for(world: World) -> None:
    world.transport.failing["sendPoll"] = [Refused(429, "Too Many Requests", retry_after=5)]

    assert len(await world.says(ANNA, "/quiz ferry", GROUP)) == 1


async def test_a_group_that_became_a_supergroup_gets_its_quiz_there(world: World) -> None:
    world.transport.failing["sendPoll"] = [
        Refused(400, "Bad Request: group chat was upgraded to a supergroup", migrate_to_chat_id=FORUM)
    ]
    (shown,) = await world.says(ANNA, "/quiz ferry", GROUP)

    assert shown.chat == FORUM
