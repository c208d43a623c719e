"""Messages that ask nothing: silence in a group and after an answer, a friendly line to whoever is alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.cards import ENGLISH
from tests.chat.transport import ANONYMOUS_ADMIN
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP, STAFF, TOPIC, ago

if TYPE_CHECKING:
    from tests.chat.transport import Json
    from tests.chat.world import World

QUESTION = "When did the company move to Tokyo?"
CLOSING = [
    "ok", "cool", "haha", "?", "👍", "спасибо", "谢谢", "great, thank you very much!", "Danke dir!",
    "muchas gracias", "good night", "😀🏳️‍🌈",
]  # fmt: skip


async def an_answer(world: World, chat: int | None, topic: int | None = None) -> int:
    (shown,) = await world.says(ANNA, f"/ask {QUESTION}", chat, topic=topic)
    return shown.id


@pytest.mark.parametrize("text", CLOSING)
async def test_what_only_takes_note_of_an_answer_meets_silence(world: World, text: str) -> None:
    in_group, in_private = await an_answer(world, GROUP), await an_answer(world, None)
    in_topic = await an_answer(world, FORUM, TOPIC)

    assert await world.says(BORIS, text, GROUP, reply_to=in_group) == []
    assert await world.says(BORIS, text, FORUM, reply_to=in_topic, message_thread_id=TOPIC) == []
    assert await world.says(ANNA, text, reply_to=in_private) == []


async def test_an_anonymous_admins_thanks_meet_silence_too(world: World) -> None:
    answer = await an_answer(world, STAFF)
    as_group: Json = {
        "from": ANONYMOUS_ADMIN,
        "sender_chat": {"id": STAFF, "type": "supergroup", "title": "x"},
    }

    assert await world.says(ADA, "thanks!", STAFF, reply_to=answer, **as_group) == []


IN_PRIVATE = [
    ("hi", "greeting_returned"),
    ("Привет всем", "greeting_returned"),
    ("你好", "greeting_returned"),
    ("thanks a lot!", "you_are_welcome"),
    ("Tschüss", "farewell_returned"),
    ("jajaja", "laughter_returned"),
    ("ok", "ask_whenever"),
    ("👍", "ask_in_words"),
]


@pytest.mark.parametrize(("text", "key"), IN_PRIVATE)
async def test_in_private_a_pleasantry_gets_one_friendly_line(world: World, text: str, key: str) -> None:
    (shown,) = await world.says(ANNA, text)

    assert shown.text == ENGLISH.text(key)


async def test_a_bare_question_mark_in_private_is_told_how_to_ask(world: World) -> None:
    (shown,) = await world.says(ANNA, "?")

    assert shown.text.startswith("What would you like to know?")


async def test_a_greeting_in_reply_to_an_answer_in_private_is_returned(world: World) -> None:
    (shown,) = await world.says(ANNA, "hello again", reply_to=await an_answer(world, None))

    assert shown.text == ENGLISH.text("greeting_returned")


@pytest.mark.parametrize("language", ["ru", "zh"])
async def test_the_line_is_in_the_language_of_the_chat(world: World, language: str) -> None:
    as_reader: dict[str, Any] = {"from": ANNA.json | {"language_code": language}}
    (shown,) = await world.says(ANNA, "hi", **as_reader)

    assert shown.text != ENGLISH.text("greeting_returned")
    assert shown.text.isascii() is False


@pytest.mark.parametrize(
    "text",
    ["hi", "@HistoryBot hi", "@HistoryBot thanks!", "/ask hello", "@HistoryBot 👋", "thank you @HistoryBot"],
)
async def test_in_a_group_a_pleasantry_meets_silence(world: World, text: str) -> None:
    assert await world.says(ANNA, text, GROUP) == []
    assert await world.says(ANNA, text, FORUM, topic=TOPIC) == []


async def test_who_asks_what_the_bot_is_is_told_in_a_group_too(world: World) -> None:
    for chat, topic in ((None, None), (GROUP, None), (FORUM, TOPIC)):
        text = "@HistoryBot who are you?" if chat else "who are you?"
        (shown,) = await world.says(BORIS, text, chat, topic=topic)
        assert shown.text == ENGLISH.text("about_bot")


@pytest.mark.parametrize(
    "text", ["hi, when did the company move to Tokyo?", "thanks! when did the company move to Tokyo?"]
)
async def test_a_question_behind_a_pleasantry_is_answered(world: World, text: str) -> None:
    (answer,) = await world.says(ANNA, "/ask who opened the Oslo library?", GROUP)

    (shown,) = await world.says(ANNA, text, GROUP, reply_to=answer.id)
    assert shown.bold[0] == "October 2017"


async def test_thanks_do_not_use_up_what_a_member_may_ask(world: World) -> None:
    answer = await an_answer(world, GROUP)
    for _ in range(20):
        assert await world.says(ANNA, "thanks", GROUP, reply_to=answer) == []

    assert len(await world.says(ANNA, "/ask who opened the Oslo library?", GROUP)) == 1


async def test_a_pleasantry_that_waited_for_too_long_is_not_asked_for_again(world: World) -> None:
    assert await world.says(ANNA, "thanks!", date=ago(3600)) == []
    assert await world.says(ANNA, "ok", GROUP, reply_to=await an_answer(world, GROUP), date=ago(3600)) == []


SERVICE: list[Json] = [
    {"forum_topic_created": {"name": "Talk", "icon_color": 1}},
    {"forum_topic_reopened": {}},
    {"new_chat_title": "History"},
    {"new_chat_members": [ANNA.json]},
]


@pytest.mark.parametrize("event", SERVICE, ids=lambda event: next(iter(event)))
@pytest.mark.parametrize("text", ["good morning all", QUESTION])
async def test_a_reply_to_what_tells_of_the_bots_own_deeds_is_not_spoken_to_it(
    world: World, event: Json, text: str
) -> None:
    chat = world.transport.chats[FORUM].json
    service = {"message_id": TOPIC, "date": 1, "chat": chat, "from": world.transport.me, **event}

    assert await world.says(ANNA, text, FORUM, topic=TOPIC, reply_to_message=service) == []


async def test_in_a_topic_that_the_bot_made_a_command_is_answered(world: World) -> None:
    chat = world.transport.chats[FORUM].json
    created = {"message_id": TOPIC, "date": 1, "chat": chat, "from": world.transport.me, **SERVICE[0]}

    (shown,) = await world.says(ANNA, f"/ask {QUESTION}", FORUM, topic=TOPIC, reply_to_message=created)
    assert (shown.bold[0], shown.thread) == ("October 2017", TOPIC)
