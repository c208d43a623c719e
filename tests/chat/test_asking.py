"""Every way of asking gets its answer, where it was asked; everything else is met with silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH
from tests.chat.transport import ANONYMOUS_ADMIN, AS_CHANNEL, TELEGRAM
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP, OTHER_BOT, STAFF, TOPIC, ago

if TYPE_CHECKING:
    from tests.chat.transport import Json, Shown
    from tests.chat.world import World

QUESTION = "When did the company move to Tokyo?"
ANSWER = "In October 2017 the company moved to Tokyo."
HOW_TO = "What would you like to know?"


def is_answer(shown: list[Shown]) -> bool:
    return len(shown) == 1 and shown[0].bold == ["October 2017", ANSWER]


def name_of_bot(text: str, name: str) -> list[Json]:
    """A mention of the bot by its name, as members without user names are mentioned."""
    me = {"id": 123456789, "first_name": "History", "is_bot": True, "username": "HistoryBot"}
    offset = len(text[: text.index(name)].encode("utf-16-le")) // 2
    return [{"type": "text_mention", "offset": offset, "length": len(name), "user": me}]


async def an_answer_of_the_bot(world: World, chat: int, topic: int | None = None) -> int:
    (shown,) = await world.says(ANNA, "/ask who ran the Oslo library?", chat, topic=topic)
    return shown.id


WAYS_IN_A_GROUP = [
    f"/ask {QUESTION}",
    f"/ask@HistoryBot {QUESTION}",
    f"/ASK@historybot {QUESTION}",
    f"/ask\n{QUESTION}",
    f"@HistoryBot {QUESTION}",
    f"@historybot, {QUESTION}",
    f"{QUESTION} @HistoryBot",
    "When did the company @HistoryBot move to Tokyo?",
    f"😀🏳️‍🌈 @HistoryBot {QUESTION}",
    f"@boris, ask @HistoryBot: {QUESTION}",
    f"@HistoryBot {QUESTION} 😀 @HistoryBot",
    f"@HistoryBot – @historybot: {QUESTION}",
]


@pytest.mark.parametrize("text", WAYS_IN_A_GROUP)
async def test_a_group_is_answered_when_it_speaks_to_the_bot(world: World, text: str) -> None:
    message = world.message(ANNA, text, GROUP)

    shown = await world.hears({"message": message})

    assert is_answer(shown)
    assert (shown[0].chat, shown[0].reply_to, shown[0].thread) == (GROUP, message["message_id"], None)


async def test_a_name_without_user_name_is_a_mention_too(world: World) -> None:
    text = f"😀 History, {QUESTION}"

    assert is_answer(await world.says(ANNA, text, GROUP, entities=name_of_bot(text, "History")))


async def test_a_reply_to_the_bot_is_a_question(world: World) -> None:
    earlier = await an_answer_of_the_bot(world, GROUP)

    assert is_answer(await world.says(BORIS, QUESTION, GROUP, reply_to=earlier))


@pytest.mark.parametrize("text", [f"{QUESTION} @boris wants to know", f"well, @boris, {QUESTION}"])
async def test_a_reply_to_the_bot_that_names_somebody_later_on_is_a_question(world: World, text: str) -> None:
    earlier = await an_answer_of_the_bot(world, GROUP)

    assert is_answer(await world.says(ANNA, text, GROUP, reply_to=earlier))


async def test_a_reply_to_an_answer_goes_on_from_its_question(world: World) -> None:
    (answer,) = await world.says(ANNA, "/ask who opened the Oslo library?", GROUP)

    (shown,) = await world.says(BORIS, "when?", GROUP, reply_to=answer.id)

    assert (shown.text, shown.reply_to) == ("March 1998\n— Alice in Oslo", shown.id - 1)


async def test_without_a_reply_nothing_goes_on(world: World) -> None:
    await world.says(ANNA, "/ask who opened the Oslo library?", GROUP)

    (shown,) = await world.says(BORIS, "/ask when?", GROUP)

    assert shown.text == ENGLISH.text("nothing_to_go_on_from")


async def test_a_caption_is_read_like_a_text(world: World) -> None:
    text = f"@HistoryBot {QUESTION}"
    marks = [{"type": "mention", "offset": 0, "length": 11}]
    photo = [{"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1}]

    shown = await world.sends(ANNA, GROUP, caption=text, caption_entities=marks, photo=photo)
    assert is_answer(shown)


@pytest.mark.parametrize("text", [QUESTION, f"/ask {QUESTION}", f"@HistoryBot {QUESTION}", f"  {QUESTION}  "])
async def test_in_private_every_text_is_a_question(world: World, text: str) -> None:
    assert is_answer(await world.says(ANNA, text))


async def test_a_forwarded_text_is_no_question_and_in_private_that_is_said(world: World) -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"}

    (shown,) = await world.says(ANNA, QUESTION, forward_origin=origin)
    assert shown.text.startswith("I do not answer what was forwarded")
    assert await world.says(ANNA, f"/ask {QUESTION}", GROUP, forward_origin=origin) == []


async def test_a_caption_may_be_a_command(world: World) -> None:
    photo = [{"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1}]
    marks = [{"type": "bot_command", "offset": 0, "length": 4}]
    caption = {"caption": f"/ask {QUESTION}", "caption_entities": marks}

    assert is_answer(await world.sends(ANNA, GROUP, photo=photo, **caption))


async def test_a_topic_is_answered_in_the_topic(world: World) -> None:
    (shown,) = await world.says(ANNA, f"/ask {QUESTION}", FORUM, topic=TOPIC)

    assert shown.thread == TOPIC


async def test_the_general_topic_is_answered_without_a_topic_number(world: World) -> None:
    (shown,) = await world.says(ANNA, f"/ask {QUESTION}", FORUM)

    assert shown.thread is None


async def test_a_chain_of_replies_in_a_plain_group_is_no_topic(world: World) -> None:
    earlier = await an_answer_of_the_bot(world, GROUP)

    (shown,) = await world.says(ANNA, QUESTION, GROUP, reply_to=earlier)
    assert shown.thread is None


BEHIND_A_CHAT: list[tuple[str, int, Json]] = [
    ("an admin who writes as the group", GROUP, {"from": ANONYMOUS_ADMIN, "sender_chat": GROUP}),
    ("a member who writes as their channel", GROUP, {"from": AS_CHANNEL, "sender_chat": -1_000_000_000_099}),
]


@pytest.mark.parametrize(("who", "chat", "sender"), BEHIND_A_CHAT, ids=[row[0] for row in BEHIND_A_CHAT])
async def test_people_who_write_as_something_are_answered(
    world: World, who: str, chat: int, sender: Json
) -> None:
    kind = "supergroup" if sender["sender_chat"] == chat else "channel"
    fields: Json = sender | {"sender_chat": {"id": sender["sender_chat"], "type": kind, "title": "History"}}

    shown = await world.says(ANNA, f"/ask {QUESTION}", chat, **fields)

    assert is_answer(shown)


@pytest.mark.parametrize("text", ["/ask", "/ask@HistoryBot", "@HistoryBot", "@HistoryBot ?!", "/ask   "])
async def test_asking_nothing_is_told_how_to_ask(world: World, text: str) -> None:
    (shown,) = await world.says(ANNA, text, GROUP)

    assert shown.text.startswith((HOW_TO, "I need a name or a word"))


@pytest.mark.parametrize("call", ["/ask", "@HistoryBot"])
async def test_calling_the_bot_in_reply_to_a_member_asks_what_they_asked(world: World, call: str) -> None:
    message = world.message(BORIS, QUESTION, GROUP)
    assert await world.hears({"message": message}) == []

    assert is_answer(await world.says(ANNA, call, GROUP, reply_to=message["message_id"]))


async def test_calling_the_bot_in_reply_to_a_caption_or_a_quotation_asks_that(world: World) -> None:
    photo = [{"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1}]
    captioned = world.message(BORIS, "", GROUP, photo=photo, caption=QUESTION)
    long = world.message(BORIS, f"Good morning. Who ran the Oslo library? {QUESTION}", GROUP)
    quote = {"text": QUESTION, "position": 40, "is_manual": True}

    assert is_answer(await world.says(ANNA, "/ask", GROUP, reply_to=captioned["message_id"]))
    world.clock.time += 121
    assert is_answer(await world.says(ANNA, "/ask", GROUP, reply_to=long["message_id"], quote=quote))


async def test_calling_the_bot_in_reply_to_itself_asks_nothing(world: World) -> None:
    earlier = await an_answer_of_the_bot(world, GROUP)

    (shown,) = await world.says(ANNA, "/ask", GROUP, reply_to=earlier)
    assert shown.text.startswith(HOW_TO)


async def test_calling_the_bot_in_a_topic_does_not_ask_the_topics_beginning(world: World) -> None:
    (shown,) = await world.says(ANNA, "/ask", FORUM, topic=TOPIC)

    assert shown.text.startswith(HOW_TO)


SILENCE_IN_A_GROUP: list[tuple[str, str, Json]] = [
    ("talk", QUESTION, {}),
    ("a mention of somebody else", f"@boris {QUESTION}", {}),
    ("a name that begins like the bot's", f"@HistoryBotany {QUESTION}", {}),
    ("a mail address", f"anna@HistoryBot {QUESTION}", {}),
    ("another bot's command", f"/ask@OtherBot {QUESTION}", {}),
    ("an unknown command", "/weather Tokyo", {}),
    ("a command in mid-sentence", f"well, /ask {QUESTION}", {}),
    ("another bot", f"/ask {QUESTION}", {"from": OTHER_BOT.json}),
    ("a message by way of another bot", f"/ask {QUESTION}", {"via_bot": OTHER_BOT.json | {"username": "x"}}),
    (
        "a forwarded message",
        f"@HistoryBot {QUESTION}",
        {"forward_origin": {"type": "user", "date": 1, "sender_user": ANNA.json}},
    ),
    (
        "a post of the channel behind the group",
        f"/ask {QUESTION}",
        {
            "from": TELEGRAM, "is_automatic_forward": True,
            "sender_chat": {"id": -1_000_000_000_099, "type": "channel", "title": "News"},
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("case", "text", "more"), SILENCE_IN_A_GROUP, ids=[row[0] for row in SILENCE_IN_A_GROUP]
)
async def test_a_group_is_left_alone(world: World, case: str, text: str, more: Json) -> None:
    assert await world.says(ANNA, text, GROUP, **more) == []


@pytest.mark.parametrize("text", ["@boris look at this", "/weather@OtherBot Tokyo", "/start@OtherBot"])
async def test_a_reply_to_the_bot_that_turns_to_others_is_left_alone(world: World, text: str) -> None:
    earlier = await an_answer_of_the_bot(world, GROUP)

    assert await world.says(ANNA, text, GROUP, reply_to=earlier) == []


async def test_a_reply_to_a_member_is_left_alone(world: World) -> None:
    message = world.message(BORIS, QUESTION, GROUP)

    assert await world.says(ANNA, QUESTION, GROUP, reply_to=message["message_id"]) == []


OTHER_UPDATES = ["channel_post", "edited_channel_post", "business_message", "guest_message"]


@pytest.mark.parametrize("kind", OTHER_UPDATES)
async def test_posts_and_other_peoples_chats_are_left_alone(world: World, kind: str) -> None:
    message = world.message(ANNA, f"/ask {QUESTION}", GROUP)
    if "channel" in kind:
        message["chat"] = {"id": GROUP, "type": "channel", "title": "News"}

    assert await world.hears({kind: message}) == []


async def test_the_bot_does_not_answer_itself(world: World) -> None:
    from_itself: Json = {"from": world.transport.me}

    assert await world.says(ANNA, f"/ask {QUESTION}", GROUP, **from_itself) == []


async def test_service_messages_are_left_alone(world: World) -> None:
    assert await world.sends(ANNA, delete_chat_photo=True) == []
    assert await world.sends(ANNA, GROUP, new_chat_members=[ANNA.json]) == []


async def test_a_sticker_gets_a_friendly_line_in_private_and_silence_in_a_group(world: World) -> None:
    sticker = {
        "file_id": "x", "file_unique_id": "y", "width": 1, "height": 1, "type": "regular",
        "is_animated": False, "is_video": False,
    }  # fmt: skip

    (shown,) = await world.sends(ANNA, sticker=sticker)
    assert shown.text.startswith("I can only read text")
    assert await world.sends(ANNA, GROUP, sticker=sticker) == []


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("/start", "Hello!"),
        ("/start inline", "Hello!"),
        ("/help", "How to ask"),
        ("/sources", "What I have read"),
        ("/weather Tokyo", "I do not know /weather"),
        ("/reload", "That is for the admins"),
        ("/status", "That is for the admins"),
    ],
)
async def test_commands_in_private(world: World, text: str, begins: str) -> None:
    (shown,) = await world.says(ANNA, text)

    assert shown.text.startswith(begins)


@pytest.mark.parametrize("text", ["/start@HistoryBot", "/help", "/sources@HistoryBot"])
async def test_commands_in_a_group_are_answered_as_replies(world: World, text: str) -> None:
    message = world.message(ANNA, text, GROUP)

    (shown,) = await world.hears({"message": message})
    assert shown.reply_to == message["message_id"]


async def test_an_unknown_word_is_refused_by_name(world: World) -> None:
    (shown,) = await world.says(ANNA, "When did Wojtyła visit the zoo?")

    assert "I found nothing about that." in shown.bold
    assert "“Wojtyła”" in shown.text


HOSTILE = [
    "<b>Tokyo",
    "</blockquote> & <script> quagga",
    "&lt;Tokyo&gt; &#0; &bogus;",
    "\u202eTokyo\u202c quagga",
    "\u200b\u200b",
    "🏳️‍🌈" * 400,
    "…" * 4096,
    "a" * 4096,
    "when " * 819,
    "Tokyo " * 682,
    "\U0001f600" * 2048,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_questions_get_one_friendly_card(world: World, text: str) -> None:
    shown = await world.says(ANNA, text)

    assert len(shown) == 1
    assert "wrong" not in shown[0].text


async def test_a_question_that_is_too_long_is_told_so(world: World) -> None:
    (shown,) = await world.says(ANNA, "a" * 4097)

    assert shown.text.startswith("That is too long")


async def test_an_old_question_is_answered_after_a_pause(world: World) -> None:
    assert is_answer(await world.says(ADA, f"/ask {QUESTION}", STAFF, date=ago(120)))
