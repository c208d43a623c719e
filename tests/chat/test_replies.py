"""The bot called in reply to somebody: whose words are the question, and what its answer stands under."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.chat.world import ANNA, BORIS, FORUM, GROUP, TOPIC

if TYPE_CHECKING:
    from tests.chat.transport import Json
    from tests.chat.world import World

QUESTION = "When did the company move to Tokyo?"
OTHER_CHAT: Json = {"origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"}}


def quoted(text: str) -> Json:
    return {"text": text, "position": 0, "is_manual": True}


EMPTY_WORDS = [
    "/ask", "@HistoryBot", "/ask what about this?", "@HistoryBot can you answer this?", "/ask pls",
    "@HistoryBot ?", "/ask 👆", "@HistoryBot please help him", "/ask ответь пожалуйста", "/ask 这个呢？",
    "@HistoryBot und das?", "/ask ¿y esto?",
]  # fmt: skip


@pytest.mark.parametrize("call", EMPTY_WORDS)
@pytest.mark.parametrize(("chat", "topic"), [(GROUP, None), (FORUM, TOPIC)])
async def test_called_without_a_question_it_answers_the_message_replied_to(
    world: World, call: str, chat: int, topic: int | None
) -> None:
    asked = world.message(BORIS, QUESTION, chat, topic=topic)
    assert await world.hears({"message": asked}) == []

    thread: Json = {"message_thread_id": topic, "is_topic_message": True} if topic else {}
    (shown,) = await world.says(ANNA, call, chat, reply_to=asked["message_id"], **thread)
    assert (shown.bold[0], shown.reply_to, shown.thread) == ("October 2017", asked["message_id"], topic)


async def test_an_answer_to_a_deleted_message_comes_all_the_same(world: World) -> None:
    asked = world.message(BORIS, QUESTION, GROUP)
    call = world.message(ANNA, "/ask", GROUP, reply_to=asked["message_id"])
    del world.transport.chats[GROUP].messages[asked["message_id"]]

    (shown,) = await world.hears({"message": call})
    assert (shown.bold[0], shown.reply_to) == ("October 2017", None)


async def test_called_with_a_question_it_answers_the_caller(world: World) -> None:
    asked = world.message(BORIS, QUESTION, GROUP)
    call = world.message(ANNA, "/ask who opened the Oslo library?", GROUP, reply_to=asked["message_id"])

    (shown,) = await world.hears({"message": call})
    assert (shown.bold[0], shown.reply_to) == ("March 1998", call["message_id"])


async def test_called_with_words_that_need_a_topic_it_takes_the_message_replied_to(world: World) -> None:
    talk = world.message(BORIS, "The Oslo library was beautiful.", GROUP)

    (shown,) = await world.says(ANNA, "/ask who opened it?", GROUP, reply_to=talk["message_id"])
    assert shown.bold[0] == "March 1998"


@pytest.mark.parametrize("call", ["/ask", "@HistoryBot can you answer this?"])
async def test_a_quotation_from_another_chat_is_the_question(world: World, call: str) -> None:
    message = world.message(ANNA, call, GROUP, external_reply=OTHER_CHAT, quote=quoted(QUESTION))

    (shown,) = await world.hears({"message": message})
    assert (shown.bold[0], shown.reply_to) == ("October 2017", message["message_id"])


async def test_in_private_a_quotation_from_another_chat_is_the_question(world: World) -> None:
    (shown,) = await world.says(ANNA, "what about this?", external_reply=OTHER_CHAT, quote=quoted(QUESTION))

    assert shown.bold[0] == "October 2017"


ABOUT_A_QUOTATION: list[tuple[str, dict[str, Any]]] = [
    ("who is this?", {"chat": GROUP}),
    ("/ask who is this?", {"chat": GROUP}),
    ("@HistoryBot who is she?", {"chat": GROUP}),
    ("who is this?", {"chat": None}),
]


@pytest.mark.parametrize(("text", "where"), ABOUT_A_QUOTATION)
async def test_a_question_with_a_quotation_of_an_answer_is_about_the_quotation(
    world: World, text: str, where: dict[str, Any]
) -> None:
    (answer,) = await world.says(ANNA, f"/ask {QUESTION}", **where)

    (shown,) = await world.says(ANNA, text, **where, reply_to=answer.id, quote=quoted("Alice Andersen"))
    assert "Alice Andersen opened the Oslo library in March 1998." in shown.bold


async def test_thanks_with_a_quotation_meet_silence(world: World) -> None:
    (answer,) = await world.says(ANNA, f"/ask {QUESTION}", GROUP)

    assert await world.says(ANNA, "thanks!", GROUP, reply_to=answer.id, quote=quoted("Tokyo")) == []


async def test_an_edited_call_corrects_the_answer_to_the_message_replied_to(world: World) -> None:
    asked = world.message(BORIS, QUESTION, GROUP)
    call = world.message(ANNA, "/ask", GROUP, reply_to=asked["message_id"])
    (answer,) = await world.hears({"message": call})

    (shown,) = await world.edits(call["message_id"], "/ask who opened the Oslo library?", GROUP)
    assert (shown.is_edit, shown.id, shown.bold[0]) == (True, answer.id, "March 1998")
