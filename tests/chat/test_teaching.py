"""What an admin forwards, or links to, becomes the passage that a question lacked."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH
from bot.store import ChatSettings
from tests.chat.world import ANNA, BORIS, FORUM, GROUP, MALLORY, STAFF, TOPIC

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.transport import Json, Member, Shown
    from tests.chat.world import World

QUESTION = "/ask where does the wallaby live?"
PASSAGE = "The wallaby lives in the harbour zoo."
SENT = int(datetime(2019, 5, 9, 12, tzinfo=UTC).timestamp())
FERRIES: Json = {"id": -1001234567890, "type": "channel", "title": "Ferries"}
ORIGINS: list[tuple[Json, str]] = [  # who wrote what was forwarded, and the source that is written down
    ({"type": "user", "sender_user": ANNA.json}, f"## 9 May 2019: {ANNA.name}"),
    ({"type": "hidden_user", "sender_user_name": "Ines"}, "## 9 May 2019: Ines"),
    ({"type": "chat", "sender_chat": {"id": -5, "type": "group", "title": "Club"}}, "## 9 May 2019: Club"),
    ({"type": "channel", "chat": FERRIES, "message_id": 7}, "— [Ferries](https://t.me/c/1234567890/7)"),
    (
        {"type": "channel", "chat": FERRIES | {"username": "ferries"}, "message_id": 7},
        "— [Ferries](https://t.me/ferries/7)",
    ),
]


async def asked(world: World, chat: int | None = None, topic: int | None = None) -> Shown:
    """The message that asks an admin for a passage."""
    (refusal,) = await world.says(BORIS, QUESTION, chat, topic=topic)
    (prompt,) = await world.says(BORIS, "/teach", chat, topic=topic, reply_to=refusal.id)
    return prompt


async def forwards(
    world: World, origin: Json, member: Member = BORIS, chat: int | None = None, text: str = PASSAGE
) -> list[Shown]:
    return await world.says(member, text, chat, forward_origin=origin | {"date": SENT})


def taught(world: World) -> str:
    path = world.config.knowledge / "taught.md"
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.parametrize(("origin", "source"), ORIGINS)
async def test_a_forwarded_message_brings_its_date_and_source(
    world: World, origin: Json, source: str
) -> None:
    assert world.bot
    await world.bot.services.settings.choose(BORIS.id, ChatSettings(names=True))
    await asked(world)

    *_, shown = await forwards(world, origin)

    assert shown.text.startswith("Published.")
    assert "9 May 2019" in shown.text
    assert source in taught(world)


@pytest.mark.parametrize("chat", [GROUP, STAFF])
async def test_in_a_group_it_is_taken_too_and_names_nobody_where_that_is_not_wanted(
    world: World, chat: int
) -> None:
    assert world.bot
    await world.bot.services.settings.choose(chat, ChatSettings(names=False))
    await asked(world, chat)

    *_, shown = await forwards(world, ORIGINS[0][0], chat=chat)

    assert shown.text.startswith("Published.")
    assert ANNA.name not in taught(world)


async def test_without_a_prompt_just_before_a_forwarded_message_is_none_of_it(world: World) -> None:
    await forwards(world, ORIGINS[0][0])
    await asked(world)
    await forwards(world, ORIGINS[0][0], MALLORY)
    assert taught(world) == ""

    await forwards(world, ORIGINS[0][0])
    await forwards(world, ORIGINS[1][0], text="A koala too.")
    assert "koala" not in taught(world)


EXPORT = {
    "name": "Ferries", "type": "private_supergroup", "id": 1234567890,
    "messages": [
        {"id": 7, "type": "message", "date": "2019-05-09T12:00:00", "date_unixtime": str(SENT),
         "from": "Ines", "text": PASSAGE},
    ],
}  # fmt: skip
LINKS = [
    "https://t.me/c/1234567890/7", "https://t.me/c/1234567890/3/7", "t.me/c/1234567890/7?single",
    "https://telegram.me/c/1234567890/7/",
]  # fmt: skip


@pytest.mark.parametrize("link", LINKS)
async def test_a_link_to_a_message_of_an_exported_chat_brings_that(
    world: World, knowledge: Path, link: str
) -> None:
    prompt = await asked(world, FORUM, TOPIC)  # before the chat is read
    (knowledge / "result.json").write_text(json.dumps(EXPORT), encoding="utf-8")
    await world.live.reload()

    *_, shown = await world.says(BORIS, link, FORUM, topic=TOPIC, reply_to=prompt.id)

    assert shown.text.startswith("Published.")
    assert "— [Ines](https://t.me/c/1234567890/7)" in taught(world)
    assert "## 9 May 2019: Ines" in taught(world)


@pytest.mark.parametrize(("chat", "topic"), [(GROUP, None), (FORUM, TOPIC)])
async def test_a_link_to_a_message_that_was_remembered_brings_that(
    world: World, chat: int, topic: int | None
) -> None:
    prompt = await asked(world, chat, topic)
    text = f"{PASSAGE}\n\nIt has a pool there."
    message = world.message(ANNA, text, chat, topic=topic)
    await world.hears({"message": message})
    await world.says(BORIS, "/remember 9 May 2019", chat, topic=topic, reply_to=message["message_id"])
    link = f"https://t.me/c/{str(chat).removeprefix('-100')}/{message['message_id']}"

    *_, shown = await world.says(BORIS, link, chat, topic=topic, reply_to=prompt.id)

    assert shown.text.startswith("Published.")
    assert PASSAGE in taught(world)
    assert "It has a pool there." in taught(world)
    assert "## 9 May 2019" in taught(world)


@pytest.mark.parametrize("link", ["https://t.me/c/1234567890/8", "https://t.me/ferries/7"])
async def test_another_link_is_met_with_what_to_do_and_the_prompt_waits(world: World, link: str) -> None:
    prompt = await asked(world)

    *_, shown = await world.says(BORIS, link, reply_to=prompt.id)

    assert shown.text.startswith("A bot cannot open links to messages")
    assert taught(world) == ""
    *_, shown = await world.says(BORIS, PASSAGE, reply_to=prompt.id)
    assert shown.text.startswith(ENGLISH.text("taught"))
