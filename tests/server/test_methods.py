"""The methods do what Telegram's do, and are refused in its words."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from telegram import (
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputFile,
    InputTextMessageContent,
    ReplyParameters,
)
from telegram.error import BadRequest, ChatMigrated, EndPointNotFound, Forbidden, InvalidToken, RetryAfter

from tests.server.limits import SendingLimits
from tests.server.people import BotStanding, MemberStatus, Room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import httpx
    from telegram import Bot

    from tests.server.people import Json
    from tests.server.server import BotApiServer
    from tests.server.world import TelegramWorld

TOPIC = 77


@pytest.fixture
def forum(world: TelegramWorld) -> Room:
    return world.supergroup(world.person("Ada"), topics=[TOPIC])


async def test_a_message_is_kept_as_its_reader_sees_it(world: TelegramWorld, bot: Bot, forum: Room) -> None:
    question = world.says(world.person("Anna"), "hello", forum, topic=TOPIC)
    sent = await bot.send_message(
        forum.id, "<b>8 &lt; 9</b> 🎉", "HTML", reply_parameters=ReplyParameters(question.id)
    )

    (kept,) = world.answers_to(question)
    assert kept["message_id"] == sent.message_id
    assert kept["text"] == sent.text == "8 < 9 🎉"
    assert kept["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    assert sent.reply_to_message
    assert sent.reply_to_message.message_id == question.id
    assert sent.message_thread_id == TOPIC  # a reply stays in the topic


async def test_numbers_of_messages_are_a_supergroups_own(world: TelegramWorld, bot: Bot) -> None:
    group, other = world.supergroup(), world.supergroup()

    assert (await bot.send_message(group.id, "a")).message_id == 1
    assert (await bot.send_message(other.id, "a")).message_id == 1


FORMS: list[Callable[[Json], dict[str, Any]]] = [
    lambda values: {"json": values},
    lambda values: {"data": values | {"reply_parameters": json.dumps(values["reply_parameters"])}},
    lambda values: {"params": values | {"reply_parameters": json.dumps(values["reply_parameters"])}},
    lambda values: {
        "data": values | {"reply_parameters": json.dumps(values["reply_parameters"])},
        "files": {"unused": b"x"},
    },
]


@pytest.mark.parametrize("form", FORMS, ids=["json", "form", "query", "multipart"])
async def test_parameters_come_in_every_way(
    world: TelegramWorld, client: httpx.AsyncClient, form: Callable[[Json], dict[str, Any]]
) -> None:
    question = world.says(world.person("Anna"), "hello")
    values = {"chat_id": question.room, "text": "ä🎉", "reply_parameters": {"message_id": question.id}}
    answer = (await client.post("SENDmessage", **form(values))).json()

    assert answer["ok"] is True
    assert answer["result"]["text"] == "ä🎉"
    assert answer["result"]["reply_to_message"]["message_id"] == question.id


def button(data: str) -> Json:
    return {"text": "a", "callback_data": data}


REFUSED: list[tuple[str, Json]] = [
    # texts
    ("message text is empty", {"text": " \n"}),
    ("message is too long", {"text": "🎉" * 2049}),
    ("can't parse entities: unsupported tag", {"text": "<p>a</p>", "parse_mode": "HTML"}),
    ("can't parse entities: unexpected end tag", {"text": "<b><i>a</b></i>", "parse_mode": "HTML"}),
    ("can't parse entities: can't find end tag", {"text": "<b>a", "parse_mode": "HTML"}),
    ("can't parse entities: unsupported tag", {"text": "a < b", "parse_mode": "HTML"}),
    # places
    ("chat_id is empty", {"chat_id": ""}),
    ("chat not found", {"chat_id": 5}),
    ("message to be replied not found", {"reply_parameters": {"message_id": 999}}),
    ("message thread not found", {"message_thread_id": 999}),
    ("message thread not found", {"message_thread_id": 1}),
    # buttons
    ("BUTTON_DATA_INVALID", {"reply_markup": {"inline_keyboard": [[button("ä" * 33)]]}}),
    ("can't parse reply_markup JSON object", {"reply_markup": "{"}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "wrong"), REFUSED)
async def test_a_wrong_message_is_refused(
    client: httpx.AsyncClient, forum: Room, message: str, wrong: Json
) -> None:
    answer = await client.post("sendMessage", json={"chat_id": forum.id, "text": "a"} | wrong)

    assert answer.status_code == 400
    assert answer.json()["error_code"] == 400
    assert answer.json()["ok"] is False
    assert answer.json()["description"].startswith(f"Bad Request: {message}")
    assert forum.messages == {}


FITTING: list[Json] = [
    {"text": "🎉" * 2048},
    {"text": "<b>" + "a" * 4096 + "</b>", "parse_mode": "HTML"},
    {"reply_parameters": {"message_id": 999, "allow_sending_without_reply": True}},
    {"message_thread_id": TOPIC},
    {"reply_markup": {"inline_keyboard": [[button("ä" * 32)]]}},
]


@pytest.mark.parametrize("right", FITTING, ids=range(len(FITTING)))
async def test_what_just_fits_is_sent(client: httpx.AsyncClient, forum: Room, right: Json) -> None:
    answer = await client.post("sendMessage", json={"chat_id": forum.id, "text": "a"} | right)

    assert answer.status_code == 200


STANDINGS: list[tuple[BotStanding, type[Exception], str]] = [
    (BotStanding.MUTED, BadRequest, "Not enough rights to send text messages"),
    (BotStanding.KICKED, Forbidden, "bot was kicked from the supergroup chat"),
    (BotStanding.LEFT, Forbidden, "bot is not a member"),
    (BotStanding.BLOCKED, Forbidden, "bot was blocked by the user"),
    (BotStanding.STRANGER, Forbidden, "bot can't initiate conversation"),
    (BotStanding.DEACTIVATED, Forbidden, "user is deactivated"),
]


@pytest.mark.parametrize(("standing", "error", "message"), STANDINGS)
async def test_a_bot_that_may_not_write_is_told_why(
    bot: Bot, forum: Room, standing: BotStanding, error: type[Exception], message: str
) -> None:
    forum.standing = standing

    with pytest.raises(error, match=message):
        await bot.send_message(forum.id, "a")
    with pytest.raises(error, match=message):
        await bot.send_chat_action(forum.id, "typing")


async def test_a_closed_topic_refuses(bot: Bot, forum: Room) -> None:
    forum.closed_topics.add(TOPIC)

    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(forum.id, "a", message_thread_id=TOPIC)
    await bot.send_message(forum.id, "a")


async def test_a_group_that_became_a_supergroup_says_where_it_went(world: TelegramWorld, bot: Bot) -> None:
    group = world.group(world.person("Ada"))
    new = world.migrates(group)

    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(group.id, "a")
    assert caught.value.new_chat_id == new.id
    await bot.send_message(caught.value.new_chat_id, "a")
    notes = [update["message"] for update in world.updates.waiting]
    assert [notes[0]["migrate_to_chat_id"], notes[1]["migrate_from_chat_id"]] == [new.id, group.id]


async def test_messages_are_edited_and_deleted(world: TelegramWorld, bot: Bot, forum: Room) -> None:
    theirs = world.says(world.person("Anna"), "hello", forum)
    ours = await bot.send_message(forum.id, "a")
    await bot.edit_message_text("<b>b</b>", forum.id, ours.message_id, parse_mode="HTML")

    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("<b>b</b>", forum.id, ours.message_id, parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("b", forum.id, 999)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("b", forum.id, theirs.id)
    button = InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="1")]])
    await bot.edit_message_text("<b>b</b>", forum.id, ours.message_id, parse_mode="HTML", reply_markup=button)
    assert forum.messages[ours.message_id]["text"] == "b"

    await bot.delete_message(forum.id, ours.message_id)
    assert set(forum.messages) == {theirs.id}
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(forum.id, ours.message_id)


async def test_a_file_goes_up_and_comes_down(world: TelegramWorld, bot: Bot) -> None:
    anna = world.person("Anna")
    sent = await bot.send_document(anna.id, InputFile(b"\x00\r\n--x", "a.bin"), caption="c" * 1024)
    assert sent.document
    file = await bot.get_file(sent.document.file_id)

    assert bytes(await file.download_as_bytearray()) == b"\x00\r\n--x"
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_document(anna.id, sent.document.file_id, caption="c" * 1025)
    with pytest.raises(BadRequest, match="Wrong file_id"):
        await bot.get_file("unknown")


async def test_queries_are_answered_once(world: TelegramWorld, bot: Bot, forum: Room) -> None:
    query = world.types(world.person("Anna"), "tokyo")
    results = [InlineQueryResultArticle("1", "Tokyo", InputTextMessageContent("a"))]
    await bot.answer_inline_query(query, results)
    press = world.presses(
        world.person("Boris"), forum, (await bot.send_message(forum.id, "a")).message_id, "x"
    )

    assert world.inline_answers[query]["results"][0]["title"] == "Tokyo"
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_inline_query(query, results)
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(press, "a" * 201)
    await bot.answer_callback_query(press, "a" * 200)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(press)


async def test_chats_tell_who_is_in_them(world: TelegramWorld, bot: Bot, forum: Room) -> None:
    anna = world.person("Anna")
    ada = next(who for who, status in forum.members.values() if status is MemberStatus.ADMINISTRATOR)
    me = await bot.get_me()

    assert me.is_bot
    assert [admin.user.id for admin in await bot.get_chat_administrators(forum.id)] == [ada.id]
    assert (await bot.get_chat_member(forum.id, ada.id)).status == "administrator"
    assert (await bot.get_chat_member(forum.id, anna.id)).status == "left"
    assert (await bot.get_chat(forum.id)).is_forum
    with pytest.raises(BadRequest, match="no administrators in the private chat"):
        await bot.get_chat_administrators(anna.id)
    await bot.leave_chat(forum.id)
    with pytest.raises(Forbidden):
        await bot.get_chat(forum.id)


async def test_menus_are_kept_by_scope(world: TelegramWorld, bot: Bot) -> None:
    anna = world.person("Anna")
    await bot.set_my_commands([("ask", "Ask")])
    await bot.set_my_commands([("status", "How")], scope=BotCommandScopeChat(anna.id))

    assert [command.command for command in await bot.get_my_commands()] == ["ask"]
    assert set(world.menus) == {"default", f"chat:{anna.id}"}
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([BotCommand("Ask me", "Ask")])
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands([("ask", "Ask")], scope=BotCommandScopeChat(5))


async def test_tokens_and_methods_are_checked(
    server: BotApiServer, bot: Bot, client: httpx.AsyncClient
) -> None:
    assert (await client.get(f"{server.url}/bot1:wrong/getMe")).status_code == 401
    assert (await client.get(f"{server.url}/botwrong/getMe")).status_code == 404
    assert (await client.get("getSomething")).json()["description"] == "Not Found: method not found"
    assert (
        await client.post("getMe", content=b"[", headers={"content-type": "application/json"})
    ).status_code == 400
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("getSomething")
    server.world.is_revoked = True
    with pytest.raises(InvalidToken):
        await bot.get_me()


def wait_for(limits: SendingLimits, room: Room) -> float:
    """Seconds that a message has to wait, 0 when it goes out."""
    before = len(limits.exceeded)
    limits.count(room)
    return limits.exceeded[-1].wait if len(limits.exceeded) > before else 0.0


def sent_by(limits: SendingLimits, rooms: Iterable[Room]) -> list[bool]:
    return [wait_for(limits, room) == 0 for room in rooms]


def test_limits_are_a_second_a_chat_twenty_a_minute_a_group_thirty_a_second() -> None:
    now = 0.0
    limits = SendingLimits(refuses=False, clock=lambda: now)
    group, private = Room(-1, "group", "G"), Room(1, "private", "P")

    assert wait_for(limits, private) == 0
    assert wait_for(limits, private) == 1.0
    for _ in range(20):
        now += 2
        assert wait_for(limits, group) == 0
    now += 2
    assert wait_for(limits, group) == 20.0  # until the first of them is a minute old
    assert [message.which for message in limits.exceeded] == ["chat", "group"]

    now += 100
    rooms = [Room(number, "private", "P") for number in range(40)]
    assert sent_by(limits, rooms).count(True) == 30
    assert limits.exceeded[-1].which == "all"


async def test_a_bot_that_writes_too_fast_is_told_how_long_to_wait(world: TelegramWorld, bot: Bot) -> None:
    world.limits = SendingLimits()
    anna, boris = world.person("Anna"), world.person("Boris")
    await bot.send_message(anna.id, "a")

    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(anna.id, "a")
    assert caught.value.retry_after == timedelta(seconds=1)
    await bot.send_message(boris.id, "a")
    await bot.send_chat_action(anna.id, "typing")
    assert [message.which for message in world.limits.exceeded] == ["chat"]
    assert len(world.rooms[anna.id].messages) == 1
