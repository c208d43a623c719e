"""The same answer asked for again within two minutes is pointed to, not repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram.error import ChatMigrated

from bot.cards import ENGLISH, PHRASEBOOKS
from tests.chat.transport import ANONYMOUS_ADMIN
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP, STAFF, TOPIC

if TYPE_CHECKING:
    from tests.chat.transport import Json, Shown
    from tests.chat.world import World

TOKYO, OSLO = "/ask When did the company move to Tokyo?", "/ask who opened the Oslo library?"
ABOVE = ENGLISH.text("answered_above")


def points_to(shown: list[Shown], answer: Shown) -> bool:
    return [(message.text, message.reply_to) for message in shown] == [(ABOVE, answer.id)]


@pytest.mark.parametrize(("chat", "topic"), [(None, None), (GROUP, None), (FORUM, TOPIC)])
async def test_the_second_time_it_points_to_the_first(
    world: World, chat: int | None, topic: int | None
) -> None:
    (answer,) = await world.says(ANNA, TOKYO, chat, topic=topic)

    shown = await world.says(ANNA if chat is None else BORIS, TOKYO, chat, topic=topic)
    assert points_to(shown, answer)
    assert shown[0].thread == topic
    assert points_to(await world.says(ANNA, "/ask when did they move to Tokyo", chat, topic=topic), answer)


@pytest.mark.parametrize(("seconds", "is_pointed_to"), [(120, True), (120.1, False)])
async def test_after_two_minutes_it_is_said_again(world: World, seconds: float, is_pointed_to: bool) -> None:
    (answer,) = await world.says(ANNA, TOKYO, GROUP)
    world.clock.time += seconds

    shown = await world.says(BORIS, TOKYO, GROUP)
    assert points_to(shown, answer) is is_pointed_to
    assert shown[0].bold[:1] == ([] if is_pointed_to else ["October 2017"])


async def test_another_chat_or_topic_or_answer_has_its_own(world: World) -> None:
    world.transport.chats[FORUM].topics.add(78)
    await world.says(ANNA, TOKYO, FORUM, topic=TOPIC)

    for text, chat, topic in ((TOKYO, FORUM, 78), (TOKYO, GROUP, None), (OSLO, FORUM, TOPIC)):
        (shown,) = await world.says(BORIS, text, chat, topic=topic)
        assert shown.text != ABOVE


async def test_an_anonymous_admin_is_pointed_to_it_too(world: World) -> None:
    as_group: Json = {
        "from": ANONYMOUS_ADMIN,
        "sender_chat": {"id": STAFF, "type": "supergroup", "title": "x"},
    }
    (answer,) = await world.says(ADA, TOKYO, STAFF)

    assert points_to(await world.says(ADA, TOKYO, STAFF, **as_group), answer)


async def test_what_was_not_found_is_said_each_time(world: World) -> None:
    for _ in range(2):
        (shown,) = await world.says(ANNA, "/ask where is the wallaby", GROUP)
        assert shown.bold == ["I found nothing about that."]


async def test_where_the_first_was_deleted_the_answer_comes_as_a_whole(world: World) -> None:
    (answer,) = await world.says(ANNA, TOKYO, GROUP)
    del world.transport.chats[GROUP].messages[answer.id]

    (shown,) = await world.says(BORIS, TOKYO, GROUP)
    assert shown.bold[0] == "October 2017"


async def test_a_line_that_points_becomes_an_answer_when_its_question_is_edited(world: World) -> None:
    await world.says(ANNA, TOKYO, GROUP)
    again = world.message(BORIS, TOKYO, GROUP)
    (line,) = await world.hears({"message": again})

    (shown,) = await world.edits(again["message_id"], OSLO, GROUP)
    assert (shown.id, shown.is_edit, shown.bold[0]) == (line.id, True, "March 1998")


async def test_an_answer_that_was_corrected_is_pointed_to_for_what_it_says_now(world: World) -> None:
    question = world.message(ANNA, TOKYO, GROUP)
    (answer,) = await world.hears({"message": question})
    await world.edits(question["message_id"], OSLO, GROUP)

    assert points_to(await world.says(BORIS, OSLO, GROUP), answer)
    (shown,) = await world.says(BORIS, TOKYO, GROUP)
    assert shown.bold[0] == "October 2017"


async def test_after_a_restart_it_is_said_again(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        await world.says(ANNA, TOKYO, GROUP)
    async with quiet_world.running() as world:
        (shown,) = await world.says(BORIS, TOKYO, GROUP)
        assert shown.bold[0] == "October 2017"


async def test_in_a_group_that_has_become_a_supergroup_the_answer_comes_as_a_whole(world: World) -> None:
    await world.says(ANNA, TOKYO, GROUP)
    world.transport.failing["sendMessage"] = [ChatMigrated(FORUM)]

    (shown,) = await world.says(BORIS, TOKYO, GROUP)
    assert (shown.chat, shown.bold[0]) == (FORUM, "October 2017")


@pytest.mark.parametrize("language", ["ru", "zh"])
async def test_the_cool_down_is_told_in_the_language_of_the_chat(world: World, language: str) -> None:
    as_reader: dict[str, Json] = {"from": ANNA.json | {"language_code": language}}
    shown = [await world.says(ANNA, OSLO, **as_reader) for _ in range(11)]  # type: ignore[arg-type]

    book = PHRASEBOOKS[language]
    assert shown[1][0].text == book.text("answered_above")
    assert shown[10][0].text.startswith(book.text("cooldown", duration="")[:6])


async def test_once_the_library_has_changed_an_answer_comes_as_a_whole_again(world: World) -> None:
    await world.says(ANNA, TOKYO, GROUP)
    (world.config.knowledge / "zoo.txt").write_text("The zoo\n\nThe zoo opened in 1951.\n", encoding="utf-8")
    await world.live.reload()

    (again,) = await world.says(BORIS, TOKYO, GROUP)

    assert again.text != ABOVE
