"""/gaps: admins see what had no good answer, decide on it, and those who wished it are told."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH, PHRASEBOOKS
from bot.store import GapState
from tests.chat.transport import ANONYMOUS_ADMIN
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP, MALLORY, STAFF, TOPIC, ago

if TYPE_CHECKING:
    from tests.chat.transport import Json, Shown
    from tests.chat.world import World

ZEBRA, WALLABY = "/ask when did the zebra sing?", "/ask where is the wallaby?"
ASK_ADMIN, ANSWERED, PASS_OVER, BACK = (
    ENGLISH.text(key) for key in ("ask_admin", "gap_answered", "gap_pass_over", "gap_back")
)
TITLE = "Questions without a good answer, last 90 days\n"
NONE = ENGLISH.text("gaps_none", n=90)


async def gaps(world: World, text: str = "/gaps") -> Shown:
    (shown,) = await world.says(BORIS, text)
    return shown


async def opened(world: World, number: int = 1) -> Shown:
    """An entry of a new list."""
    shown = await gaps(world)
    await world.presses(BORIS, shown, world.buttons(shown)[str(number)])
    return world.transport.shown[-1]


async def wished(world: World, chat: int | None = GROUP, topic: int | None = None) -> Shown:
    """A refusal whose asker wishes that an admin answers."""
    (refusal,) = await world.says(ANNA, ZEBRA, chat, topic=topic, date=ago(60))
    await world.presses(ANNA, refusal, world.buttons(refusal)[ASK_ADMIN])
    return refusal


async def test_when_all_is_well_the_list_says_so(world: World) -> None:
    await world.says(ANNA, "/ask who opened the Oslo library?", GROUP)

    assert (await gaps(world)).text == NONE


async def test_a_question_that_goes_on_is_listed_with_what_it_went_on_from(world: World) -> None:
    (answer,) = await world.says(ANNA, "/ask when did the company move to Tokyo?", GROUP)
    await world.says(ANNA, "and in 1830?", GROUP, reply_to=answer.id)
    (other,) = await world.says(ANNA, "/ask who opened the Oslo library?", GROUP)
    await world.says(ANNA, "and in 1830?", GROUP, reply_to=other.id)

    shown = await gaps(world)

    assert "when did the company move to Tokyo? → and in 1830?" in shown.text
    assert "who opened the Oslo library? → and in 1830?" in shown.text
    assert "I answer it by now" not in shown.text


async def test_alike_questions_stand_together_the_most_asked_first(world: World) -> None:
    await world.says(ANNA, WALLABY, GROUP)
    await world.says(ANNA, ZEBRA, GROUP, date=ago(60))
    await world.says(MALLORY, "hi, in which year did the zebras sing??")
    (answer,) = await world.says(ANNA, "/ask who opened the Oslo library?", GROUP)
    await world.presses(MALLORY, answer, world.buttons(answer)["👎"])

    shown = await gaps(world)
    assert shown.text.startswith(TITLE)
    lines = shown.text.splitlines()[2:]
    assert lines[0] == "1. hi, in which year did the zebras sing??"
    assert "not found 2 times" in lines[1]
    assert "👎 1 answer" in shown.text
    assert "nearest: Alice in Oslo" in shown.text
    assert list(world.buttons(shown)) == ["1", "2", "3"]


async def test_an_entry_shows_all_wordings_and_leads_back(world: World) -> None:
    await wished(world)
    await world.says(MALLORY, "in which year did the zebras sing")

    entry = await opened(world)
    assert "• in which year did the zebras sing\n• when did the zebra sing?" in entry.text
    assert "not found 2 times, 🔔 1 wishes to be told" in entry.text
    assert list(world.buttons(entry)) == [ANSWERED, PASS_OVER, ENGLISH.text("gap_teach"), BACK]
    await world.presses(BORIS, entry, world.buttons(entry)[BACK])
    assert world.transport.shown[-1].text.startswith(TITLE)


async def test_what_is_passed_over_goes_and_nobody_is_told(world: World) -> None:
    await wished(world)
    entry = await opened(world)

    buttons = world.buttons(entry)
    await world.presses(BORIS, entry, buttons[PASS_OVER])
    assert world.transport.shown[-1].text == NONE
    assert world.store
    assert await world.store.gaps.due() == ()
    assert await world.presses(BORIS, entry, buttons[ANSWERED]) == ENGLISH.text("gap_gone")


async def answers(world: World, entry: Shown) -> list[Shown]:
    """What is shown outside of the list when it is marked as answered."""
    before = len(world.transport.shown)
    await world.presses(BORIS, entry, world.buttons(entry)[ANSWERED])
    await all_news_told(world)
    return [shown for shown in world.transport.shown[before:] if shown.chat != BORIS.id]


async def all_news_told(world: World) -> None:
    """Waits until all news are told."""
    assert world.bot
    await world.bot.callbacks.administration.gap_news.tell_all()


@pytest.mark.parametrize(("chat", "topic"), [(None, None), (GROUP, None), (FORUM, TOPIC)])
async def test_who_wished_it_is_told_under_their_question(
    world: World, chat: int | None, topic: int | None
) -> None:
    refusal = await wished(world, chat, topic=topic)
    asked = refusal.reply_to or refusal.id - 1

    (news,) = await answers(world, await opened(world))
    assert (news.chat, news.reply_to, news.thread) == (chat or ANNA.id, asked, topic)
    assert news.text.startswith("An admin has seen to your question of ")
    assert "when did the zebra sing?" in news.text


async def test_the_answer_that_there_is_by_now_is_told(world: World) -> None:
    await wished(world)
    (world.config.knowledge / "zebra.txt").write_text(
        "Zebras\n\nThe zebra sang in May 1951.\n", encoding="utf-8"
    )
    await world.live.reload()

    entry = await opened(world)
    assert "✓ I answer it by now, from: Zebras" in entry.text
    (news,) = await answers(world, entry)
    assert news.text.startswith("Your question of ")
    assert "May 1951" in news.bold


async def test_who_did_not_wish_it_is_told_nothing(world: World) -> None:
    await world.says(ANNA, ZEBRA, GROUP)

    assert await answers(world, await opened(world)) == []


async def test_each_wish_is_told_once_also_by_two_admins_at_once(world: World) -> None:
    await wished(world)
    entry = await opened(world)
    assert len(await answers(world, entry)) == 1

    await all_news_told(world)
    assert [shown.chat for shown in world.transport.shown].count(GROUP) == 2  # the refusal and the news


async def test_what_could_not_be_told_before_a_stop_is_told_after_the_next_start(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        await wished(world)
        assert world.store
        questions = await world.store.gaps.open_since(datetime.fromtimestamp(0, UTC))
        await world.store.gaps.decide(questions, GapState.ANSWERED)
    async with quiet_world.running() as world:
        await all_news_told(world)
        assert world.transport.shown[-1].text.startswith("An admin has seen to your question")


async def test_a_chat_that_threw_the_bot_out_holds_up_nobody(world: World) -> None:
    await wished(world)
    await wished(world, FORUM)
    entry = await opened(world)
    world.transport.chats[GROUP].closed_to_bot = "bot was kicked from the supergroup chat"

    assert [shown.chat for shown in await answers(world, entry)] == [FORUM]


async def test_pages_are_turned(world: World) -> None:
    animals = ["aardvark", "bison", "camel", "dingo", "elk", "ferret", "gnu"]
    for animal, member in zip(animals, world.crowd(7), strict=True):
        await world.says(member, f"where is the {animal}?")

    first = await gaps(world)
    assert list(world.buttons(first)) == ["1", "2", "3", "4", "5", "▶"]
    await world.presses(BORIS, first, world.buttons(first)["▶"])
    second = world.transport.shown[-1]
    assert list(world.buttons(second)) == ["6", "7", "◀"]
    assert {animal for animal in animals if animal in first.text + second.text} == set(animals)


@pytest.mark.parametrize(
    ("text", "days"), [("/gaps", 90), ("/gaps week", 7), ("/gaps WEEK", 7), ("/gaps x", 90)]
)
async def test_a_week_may_be_asked_for(world: World, text: str, days: int) -> None:
    await world.says(ANNA, ZEBRA)

    assert (await gaps(world, text)).text.startswith(TITLE.replace("90", str(days)))


async def test_members_are_refused(world: World) -> None:
    (shown,) = await world.says(MALLORY, "/gaps")

    assert shown.text.startswith("That is for the admins of this bot.")


async def test_the_admins_group_may_read_it_and_others_may_not(world: World) -> None:
    group = {"id": STAFF, "type": "supergroup", "title": "x"}
    as_group: Json = {"from": ANONYMOUS_ADMIN, "sender_chat": group}
    await world.says(ANNA, ZEBRA)

    for sender in ({}, as_group):
        (shown,) = await world.says(ADA, "/gaps", STAFF, **sender)
        assert "zebra" in shown.text
    (shown,) = await world.says(BORIS, "/gaps", GROUP)
    assert shown.text == ENGLISH.text("gaps_elsewhere")


async def test_only_admins_turn_pages_and_decide(world: World) -> None:
    await world.says(ANNA, ZEBRA)
    (shown,) = await world.says(ADA, "/gaps", STAFF)
    data = world.buttons(shown)["1"]

    assert await world.presses(MALLORY, shown, data) == ENGLISH.text("press_for_admins")
    await world.presses(ADA, shown, data)
    for press in world.buttons(world.transport.shown[-1]).values():
        assert await world.presses(MALLORY, shown, press) == ENGLISH.text("press_for_admins")


async def test_the_list_works_after_a_restart(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        await world.says(ANNA, ZEBRA)
        shown = await gaps(world)
    async with quiet_world.running() as world:
        await world.presses(BORIS, shown, world.buttons(shown)["1"])
        assert "zebra" in world.transport.shown[-1].text


async def test_a_database_that_cannot_be_read_is_met_with_one_line(world: World) -> None:
    await world.says(ANNA, ZEBRA)
    shown = await gaps(world)
    assert world.store
    await world.store.close()

    assert (await gaps(world)).text == ENGLISH.text("gaps_later")
    assert await world.presses(BORIS, shown, world.buttons(shown)["1"]) == ENGLISH.text("gaps_later")


async def test_a_forgotten_question_is_in_no_list_and_nobody_is_told(world: World) -> None:
    await wished(world)
    await world.says(ANNA, "/forgetme")

    assert (await gaps(world)).text == NONE


async def test_mydata_counts_what_one_wishes_to_hear(world: World) -> None:
    await wished(world)

    (shown,) = await world.says(ANNA, "/mydata")
    assert "You wish to be told of 1 answer." in shown.text


async def test_the_longest_questions_fit(world: World) -> None:
    for member in world.crowd(6):
        await world.says(member, f"where is the {member.id}" + " very long zebra" * 60 + "?")

    assert len((await gaps(world)).text) < 4096
    entry = await opened(world)
    assert len(entry.text) < 4096


@pytest.mark.parametrize("language", ["ru", "zh"])
async def test_the_list_is_in_the_language_of_the_admin(world: World, language: str) -> None:
    as_reader: Json = {"from": BORIS.json | {"language_code": language}}
    await world.says(ANNA, ZEBRA)

    (shown,) = await world.says(BORIS, "/gaps", **as_reader)
    assert shown.text.startswith(PHRASEBOOKS[language].text("gaps_title", n=90))
