"""What becomes of an answer when Telegram does not take it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.chat.gauges import counts, levels
from tests.chat.transport import Chat
from tests.chat.world import ANNA, BORIS, FORUM, GROUP, TOPIC, ago

if TYPE_CHECKING:
    from tests.chat.world import World

QUESTION = "/ask when did the company move to Tokyo?"
OSLO = "/ask who opened the Oslo library?"
SORRY = "Sorry, something went wrong here. Please try again in a moment."
NEW_HOME = -1_000_000_000_009


def caused(error: TelegramError, by: Exception) -> TelegramError:
    """An error of python-telegram-bot as it comes when httpx raised another."""
    error.__cause__ = by
    return error


#   what sending fails with, one after the other                             tries  answers  seconds it takes
BECOMES: list[tuple[list[Exception], int, int, float]] = [
    # it may have been delivered: never again
    ([TimedOut()], 1, 0, 0),
    ([caused(TimedOut(), httpx.ReadTimeout("wallaby"))], 1, 0, 0),
    ([caused(NetworkError("wallaby"), httpx.ReadError("wallaby"))], 1, 0, 0),
    ([caused(NetworkError("wallaby"), httpx.RemoteProtocolError("wallaby"))], 1, 0, 0),
    ([TelegramError("The server's answer is no JSON")], 1, 0, 0),
    ([RuntimeError("wallaby")], 1, 0, 0),
    # nothing went out, or Telegram's machines are down: again, with pauses
    ([caused(NetworkError("wallaby"), httpx.ConnectError("wallaby"))], 2, 1, 1),
    ([caused(TimedOut(), httpx.ConnectTimeout("wallaby"))] * 3, 4, 1, 7),
    ([caused(TimedOut(), httpx.PoolTimeout("wallaby"))], 2, 1, 1),
    ([NetworkError("Internal Server Error")] * 2, 3, 1, 3),
    ([caused(NetworkError("Bad Gateway"), TelegramError("no JSON"))], 2, 1, 1),
    ([caused(NetworkError("wallaby"), httpx.ConnectError("wallaby"))] * 50, 8, 0, 90),
    # patience, as long as the answer is of use
    ([RetryAfter(7)], 2, 1, 7),
    ([RetryAfter(1), RetryAfter(30)], 3, 1, 31),
    ([RetryAfter(120)], 2, 1, 120),
    ([RetryAfter(121)], 1, 0, 0),
    # what people do meanwhile
    ([Forbidden("bot was kicked from the supergroup chat")], 1, 0, 0),
    ([BadRequest("TOPIC_CLOSED")], 1, 0, 0),
    ([BadRequest("Not enough rights to send text messages to the chat")], 1, 0, 0),
    ([BadRequest("Chat not found")], 1, 0, 0),
    ([BadRequest("Message to be replied not found")], 2, 1, 1),
    ([BadRequest("can't parse entities: wallaby")], 2, 1, 1),
    ([BadRequest("can't parse entities: wallaby"), RetryAfter(3), NetworkError("Bad Gateway")], 4, 1, 5),
]


@pytest.mark.parametrize(("errors", "tries", "answers", "seconds"), BECOMES)
async def test_an_answer_that_telegram_does_not_take(
    world: World,
    errors: list[Exception],
    tries: int,
    answers: int,
    seconds: float,
    caplog: pytest.LogCaptureFixture,
) -> None:
    world.transport.failing["sendMessage"] = [*errors]
    began = world.clock.time
    shown = await world.says(ANNA, QUESTION, GROUP)

    assert (len(world.calls("sendMessage")), len(shown)) == (tries, answers)
    assert world.clock.time - began == pytest.approx(seconds)
    assert all("October 2017" in message.text for message in shown)
    assert "wallaby" not in caplog.text


@pytest.mark.parametrize(
    ("error", "is_told"),
    [(TimedOut(), True), (BadRequest("CHAT_WRITE_FORBIDDEN"), False), (Forbidden("bot was blocked"), False)],
)
async def test_the_log_tells_of_answers_of_which_nobody_knows(
    world: World, error: TelegramError, is_told: bool, caplog: pytest.LogCaptureFixture
) -> None:
    world.transport.failing["sendMessage"] = [error]
    await world.says(ANNA, QUESTION, GROUP)

    assert ("did not say whether a message to chat" in caplog.text) == is_told


async def test_a_refusal_that_nobody_expects_gets_an_apology(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.transport.failing["sendMessage"] = [BadRequest("wallaby")]

    assert [message.text for message in await world.says(ANNA, QUESTION, GROUP)] == [SORRY]
    assert "wallaby" not in caplog.text


async def test_a_card_that_cannot_be_read_comes_without_marks(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.transport.failing["sendMessage"] = [BadRequest("can't parse entities: wallaby")]
    (shown,) = await world.says(ANNA, QUESTION, GROUP)

    assert shown.parsed.entities == []
    assert "rented <b>two floors</b>" in shown.text  # as it stands in the source
    assert shown.reply_to is not None
    assert "could not read a card" in caplog.text


async def test_a_question_that_was_deleted_is_answered_without_it(world: World) -> None:
    message = world.message(ANNA, QUESTION, GROUP)
    del world.transport.chats[GROUP].messages[message["message_id"]]
    (shown,) = await world.hears({"message": message})

    assert shown.reply_to is None
    assert len(world.calls("sendMessage")) == 1


async def test_a_question_that_was_deleted_in_a_topic_is_answered_in_the_topic(world: World) -> None:
    message = world.message(ANNA, QUESTION, FORUM, topic=TOPIC)
    del world.transport.chats[FORUM].messages[message["message_id"]]
    (shown,) = await world.hears({"message": message})

    assert (shown.thread, shown.reply_to) == (TOPIC, None)


async def test_a_topic_that_is_gone_is_answered_in_general(world: World) -> None:
    message = world.message(ANNA, QUESTION, FORUM, topic=TOPIC)
    world.transport.chats[FORUM].topics.remove(TOPIC)
    world.transport.chats[FORUM].messages.clear()
    (shown,) = await world.hears({"message": message})

    assert (shown.chat, shown.thread, shown.reply_to) == (FORUM, None, None)


async def test_a_group_that_moved_is_answered_where_it_is_now(world: World) -> None:
    world.transport.chats[NEW_HOME] = Chat(NEW_HOME, "supergroup")
    world.transport.failing["sendMessage"] = [ChatMigrated(NEW_HOME)]
    (first,) = await world.says(ANNA, QUESTION, GROUP)
    (second,) = await world.says(ANNA, QUESTION, GROUP)

    assert [(message.chat, message.reply_to) for message in (first, second)] == [(NEW_HOME, None)] * 2
    assert len(world.calls("sendMessage")) == 3  # the second went there at once


async def test_an_edit_after_a_group_became_a_supergroup_brings_no_second_message(world: World) -> None:
    world.transport.chats[NEW_HOME] = Chat(NEW_HOME, "supergroup")
    message = world.message(ANNA, QUESTION, GROUP)
    await world.hears({"message": message})
    world.transport.failing["editMessageText"] = [ChatMigrated(NEW_HOME), ChatMigrated(NEW_HOME)]

    for text in (OSLO, QUESTION):  # at the second edit the bot knows of the supergroup
        assert await world.edits(message["message_id"], text, GROUP) == []
    assert len(world.calls("sendMessage")) == 1
    assert len(world.calls("editMessageText")) == 2


async def test_a_chat_that_threw_the_bot_out_is_left_alone(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.transport.chats[ANNA.id].closed_to_bot = "bot was blocked by the user"

    for _ in range(3):  # they waited for their turn
        assert await world.says(ANNA, QUESTION, date=ago(5)) == []
    assert len(world.calls("sendMessage")) == 1
    assert "WARNING" not in caplog.text
    assert len(await world.says(BORIS, QUESTION)) == 1


async def is_thrown_out(world: World) -> None:
    """The group throws the bot out, which notices, and lets it in again."""
    room = world.transport.chats[GROUP]
    room.closed_to_bot = "bot was kicked from the supergroup chat"
    assert await world.says(ANNA, QUESTION, GROUP) == []
    room.closed_to_bot = ""


async def test_a_chat_that_threw_the_bot_out_is_left_alone_for_ten_minutes(world: World) -> None:
    await is_thrown_out(world)

    world.clock.time += 599.9
    assert await world.says(ANNA, QUESTION, GROUP, date=ago(5)) == []


@pytest.mark.parametrize("way", ["the bot is told", "after a while"])
async def test_a_chat_that_let_the_bot_in_again_is_answered_again(world: World, way: str) -> None:
    await is_thrown_out(world)
    if way == "the bot is told":
        await world.hears({"my_chat_member": standing_changed(world, "left", "member")})
    else:
        world.clock.time += 600

    assert len(await world.says(ANNA, QUESTION, GROUP, date=ago(5))) == 1


async def test_a_chat_where_somebody_writes_again_is_answered_again(world: World) -> None:
    await is_thrown_out(world)

    assert await world.says(ANNA, QUESTION, GROUP, date=ago(5)) == []  # this had been written before
    assert len(await world.says(ANNA, QUESTION, GROUP)) == 1


async def test_a_correction_opens_a_chat_too(world: World) -> None:
    message = world.message(ANNA, QUESTION, GROUP, date=ago(60))
    await world.hears({"message": message})
    await is_thrown_out(world)

    since = ago(0) - message["date"]  # now, however long all that took
    assert len(await world.edits(message["message_id"], OSLO, GROUP, after=since)) == 1


async def test_who_blocks_the_bot_and_writes_all_the_same_costs_a_request_a_message(world: World) -> None:
    world.transport.chats[ANNA.id].closed_to_bot = "bot was blocked by the user"

    for number in range(3):
        assert await world.says(ANNA, QUESTION) == []
        assert len(world.calls("sendMessage")) == number + 1


@pytest.mark.parametrize("status", ["left", "kicked"])
async def test_a_chat_that_throws_the_bot_out_is_not_open_again(world: World, status: str) -> None:
    await is_thrown_out(world)
    await world.hears({"my_chat_member": standing_changed(world, "member", status)})

    assert await world.says(ANNA, QUESTION, GROUP, date=ago(5)) == []


def standing_changed(world: World, before: str, after: str) -> dict[str, Any]:
    me = world.transport.me
    return {
        "chat": world.transport.chats[GROUP].json,
        "from": ANNA.json,
        "date": 1,
        "old_chat_member": {"user": me, "status": before},
        "new_chat_member": {"user": me, "status": after, "until_date": 0},
    }


REASONS: list[tuple[TelegramError, str]] = [
    (BadRequest("Not enough rights to send text messages to the chat"), "BadRequest: not enough rights"),
    (BadRequest("CHAT_WRITE_FORBIDDEN"), "BadRequest: CHAT_WRITE_FORBIDDEN"),
    (BadRequest("TOPIC_CLOSED"), "BadRequest: TOPIC_CLOSED"),
    (Forbidden("Forbidden: bot was blocked by the user"), "Forbidden: bot was blocked by the user"),
    (Forbidden("Forbidden: wallaby"), "Forbidden"),
    (caused(TimedOut(), httpx.ReadTimeout("wallaby")), "TimedOut, ReadTimeout"),
]


@pytest.mark.parametrize(("error", "why"), REASONS, ids=[row[1] for row in REASONS])
async def test_the_log_says_why_and_names_the_chat_by_its_pseudonym(
    world: World, error: TelegramError, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    world.transport.failing["sendMessage"] = [error]
    await world.says(ANNA, QUESTION, GROUP)

    assert world.store
    (line,) = [row.getMessage() for row in caplog.records if row.name == "bot.chat.delivery.outbox"]
    assert line.endswith(f"({why})")
    assert f"chat {world.store.pseudonym(GROUP)}" in line
    assert str(GROUP) not in line
    assert "wallaby" not in line


async def test_a_chat_has_one_pseudonym_that_others_have_not(world: World) -> None:
    assert world.store
    names = [world.store.pseudonym(chat) for chat in (GROUP, FORUM, GROUP)]

    assert names[0] == names[2] != names[1]
    assert [len(name) for name in names] == [12] * 3


@pytest.mark.parametrize(
    ("error", "tries"),
    [
        (TimedOut(), 2),  # the same text twice in one place is no harm
        (RetryAfter(5), 2),
        (BadRequest("can't parse entities"), 2),
        (BadRequest("Message is not modified"), 1),
        (BadRequest("Message to edit not found"), 1),
        (ChatMigrated(NEW_HOME), 1),
    ],
)
async def test_a_correction_that_telegram_does_not_take(
    world: World, error: TelegramError, tries: int
) -> None:
    message = world.message(ANNA, QUESTION, GROUP)
    await world.hears({"message": message})
    world.transport.failing["editMessageText"] = [error]

    await world.edits(message["message_id"], OSLO, GROUP)
    assert len(world.calls("editMessageText")) == tries


@pytest.mark.parametrize(
    "error", [TimedOut(), RetryAfter(5), BadRequest("Query is too old and response timeout expired")]
)
async def test_an_inline_query_is_answered_now_or_never(world: World, error: TelegramError) -> None:
    world.transport.failing["answerInlineQuery"] = [error]
    query = {"id": "1", "from": ANNA.json, "query": "Tokyo", "offset": ""}

    assert await world.hears({"inline_query": query}) == []
    assert len(world.calls("answerInlineQuery")) == 1
    assert world.clock.time == 1_000


async def test_it_is_counted_what_became_of_messages(world: World) -> None:
    assert world.bot
    await world.says(ANNA, QUESTION)
    world.transport.failing["sendMessage"] = [Forbidden("bot was blocked by the user")]
    await world.says(ANNA, QUESTION)
    world.transport.failing["sendMessage"] = [RetryAfter(1)]
    await world.says(ANNA, QUESTION)

    assert counts(world.bot.services) == {
        ("messages", "sent"): 2, ("messages", "dropped"): 1, ("questions", "answered"): 2,
    }  # fmt: skip
    level = levels(world.bot.services)
    assert (level["documents"], level["passages"], level["waiting"]) == (2, 5, 0)


async def test_nobody_is_told_that_the_bot_types(world: World) -> None:
    for _ in range(3):
        await world.says(ANNA, QUESTION, GROUP)

    assert world.calls("sendChatAction") == []
