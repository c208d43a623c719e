"""Pictures and files go the same way as cards: in their topic, as a reply, with the same guarantees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram import Message
from telegram.error import BadRequest, Forbidden, RetryAfter, TimedOut

from bot.cards.card import Button, Card, line
from bot.chat.delivery.outgoing_message import Attachment
from tests.chat.world import ANNA, FORUM, GROUP, TOPIC

if TYPE_CHECKING:
    from tests.chat.world import World

CARD = Card((line("A <picture> of it"),), ((Button("more", "x"),),))
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes((0, 0, 0, 9, 0, 0, 0, 9))  # the beginning of one, 9 by 9
KINDS = [Attachment("a.csv", b"a;b"), Attachment("a.png", PNG, is_picture=True)]


@pytest.mark.parametrize("attachment", KINDS, ids=["file", "picture"])
@pytest.mark.parametrize(("chat", "topic"), [(None, None), (GROUP, None), (FORUM, TOPIC)])
async def test_a_card_is_its_caption(
    world: World, attachment: Attachment, chat: int | None, topic: int | None
) -> None:
    assert world.bot
    message = Message.de_json(world.message(ANNA, "x", chat, topic=topic), world.bot.application.bot)
    assert await world.bot.services.outbox.attach(message, CARD, attachment)

    method = "sendPhoto" if attachment.is_picture else "sendDocument"
    assert world.transport.files == [(method, attachment.name, attachment.content)]
    (shown,) = world.transport.shown
    assert (shown.text, shown.thread) == ("A <picture> of it", topic)
    assert shown.reply_to == (None if chat is None else message.message_id)


FAILURES = [
    ([RetryAfter(7)], 2, 1),
    ([TimedOut()], 1, 0),  # it may have arrived
    ([Forbidden("bot was kicked from the supergroup chat")], 1, 0),
    ([BadRequest("Message to be replied not found")], 2, 1),
]


@pytest.mark.parametrize(("errors", "tries", "sent"), FAILURES)
async def test_what_fails_is_tried_again_as_any_card_is(
    world: World, errors: list[Exception], tries: int, sent: int
) -> None:
    assert world.bot
    world.transport.failing["sendDocument"] = list(errors)
    message = Message.de_json(world.message(ANNA, "x", GROUP), world.bot.application.bot)
    await world.bot.services.outbox.attach(message, CARD, KINDS[0])

    assert len(world.calls("sendDocument")) == tries
    assert len(world.transport.shown) == sent
