"""The Telegram in memory refuses what Telegram refuses: without that the other tests would prove little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, Forbidden, InvalidToken

from tests.chat.rules import Refused, parse_html
from tests.chat.transport import TOKEN, Chat, Transport

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

CHAT, TOPIC = -1001, 77

ACCEPTED = [
    ("a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;", "a <b> & \"c\" 'd'"),
    ("<b>a<i>b</i></b>", "ab"),
    ('<a href="https://x.org/?a=1&amp;b=2"><b>c</b></a>', "c"),
    ("<blockquote>a <b>b</b>\nc</blockquote>d", "a b\ncd"),
    ("a > b", "a > b"),
]
REFUSED = [
    "a < b",
    "a & b",
    "&nbsp;",
    "<h1>a</h1>",
    "<B>a</B>",
    "<br>",
    "<b>a",
    "a</b>",
    "<b><i>a</b></i>",
    "<b></b>",
    "<b class='x'>a</b>",
    "<a>a</a>",
    "<a href='x'>a</a>",
    '<a href="x" onclick="y">a</a>',
    "<blockquote><blockquote>a</blockquote></blockquote>",
    "<b><code>a</code></b>",
    "<code><b>a</b></code>",
]


@pytest.mark.parametrize(("html", "text"), ACCEPTED)
def test_html_is_read(html: str, text: str) -> None:
    assert parse_html(html).text == text


@pytest.mark.parametrize("html", REFUSED)
def test_faulty_html_is_refused(html: str) -> None:
    with pytest.raises(Refused):
        parse_html(html)


def test_entities_are_counted_in_utf_16_units() -> None:
    parsed = parse_html("😀<b>é😀</b>")

    assert parsed.entities == [{"type": "bold", "offset": 2, "length": 3}]
    assert parsed.marked("bold") == ["é😀"]


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    transport = Transport()
    transport.chats[CHAT] = Chat(CHAT, "supergroup", topics={TOPIC})
    transport.chats[2] = Chat(2, "private", closed_to_bot="bot was blocked by the user")
    async with Bot(TOKEN, request=transport, get_updates_request=transport) as opened:
        yield opened


def button(name: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data=name)]])


SENDS: list[tuple[str, dict[str, Any], str]] = [
    ("a text that is too long", {"text": "a" * 4097}, "message is too long"),
    ("a text too long in UTF-16", {"text": "😀" * 2049}, "message is too long"),
    ("an empty text", {"text": " \n"}, "message text is empty"),
    ("nothing but marks", {"text": "\u200b", "parse_mode": "HTML"}, "message text is empty"),
    ("the general topic by number", {"text": "a", "message_thread_id": 1}, "message thread not found"),
    ("a topic that does not exist", {"text": "a", "message_thread_id": 5}, "message thread not found"),
    ("a reply to nothing", {"text": "a", "reply_parameters": ReplyParameters(99)}, "to be replied not found"),
    ("an unknown chat", {"text": "a", "chat_id": 3}, "chat not found"),
    ("too much behind a button", {"text": "a", "reply_markup": button("é" * 33)}, "BUTTON_DATA_INVALID"),
]


@pytest.mark.parametrize(("case", "request_", "why"), SENDS, ids=[row[0] for row in SENDS])
async def test_sending_is_refused(bot: Bot, case: str, request_: dict[str, Any], why: str) -> None:
    with pytest.raises(BadRequest, match=rf"(?i){why}"):
        await bot.send_message(**{"chat_id": CHAT, **request_})


async def test_the_longest_texts_are_accepted(bot: Bot) -> None:
    await bot.send_message(CHAT, "😀" * 2048)
    await bot.send_message(CHAT, "&amp;" * 4096, parse_mode="HTML")
    await bot.send_message(CHAT, "a", reply_markup=button("é" * 32), message_thread_id=TOPIC)


async def test_whoever_blocked_the_bot_gets_nothing(bot: Bot) -> None:
    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(2, "a")


async def test_captions_are_shorter(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_document(CHAT, b"a file", caption="a" * 1025)


async def test_only_own_messages_can_be_edited_and_only_to_something_else(bot: Bot) -> None:
    sent = await bot.send_message(CHAT, "a")
    with pytest.raises(BadRequest, match=r"(?i)not modified"):
        await bot.edit_message_text("a", CHAT, sent.message_id)
    with pytest.raises(BadRequest, match="not found"):
        await bot.edit_message_text("b", CHAT, 99)
    await bot.edit_message_text("<b>a</b>", CHAT, sent.message_id, parse_mode="HTML")


async def test_long_callback_answers_are_refused(bot: Bot) -> None:
    await bot.answer_callback_query("1", "a" * 200)
    with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
        await bot.answer_callback_query("1", "a" * 201)


@pytest.mark.parametrize(
    "command", [("Ask", "a"), ("a-b", "a"), ("a" * 33, "a"), ("a", ""), ("a", "b" * 257)], ids=range(5)
)
async def test_faulty_menus_are_refused(bot: Bot, command: tuple[str, str]) -> None:
    with pytest.raises(BadRequest, match=r"(?i)bot_command"):
        await bot.set_my_commands([command])


async def test_another_token_is_refused() -> None:
    transport = Transport()
    with pytest.raises(InvalidToken):
        await Bot(TOKEN[:-1] + "x", request=transport, get_updates_request=transport).initialize()
