"""Help shows what works here, a group that the bot is added to is greeted, deep links lead somewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH, PHRASEBOOKS
from bot.chat.deep_links import LinkedPassage, LinkedQuestion, link_to_passage, link_to_question, read
from bot.store import ChatSettings, Speaking
from tests.chat.test_admin_commands import as_group
from tests.chat.transport import ADMIN_RIGHTS, Chat
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP, MALLORY, TOPIC

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.transport import Json
    from tests.chat.world import World

GOLDEN = """
- {question: "Who is the wallaby?", refuse: true}
- {question: "Where is the wallaby?", passage: "wallaby"}
- {question: "Who opened the Oslo library?", passage: "Alice Andersen"}
- {question: "Когда компания переехала в Токио?", passage: "moved to Tokyo"}
"""
OSLO, TOKYO = "Who opened the Oslo library?", "Когда компания переехала в Токио?"
HELLO = ENGLISH.text("start_title")


@pytest.fixture(autouse=True)
def _golden(quiet_world: World, knowledge: Path) -> None:
    """Golden questions of which one has the answer that it should have; Anna administers the group."""
    (knowledge / "questions.yaml").write_text(GOLDEN, encoding="utf-8")
    quiet_world.live.reload_now()
    quiet_world.transport.chats[GROUP].admins = [ANNA]


async def hears_all(world: World, *, really: bool = True) -> None:
    """Lets the bot know that privacy mode is off."""
    assert world.bot
    world.transport.me |= {"can_read_all_group_messages": really}
    await world.bot.application.bot.get_me()


async def test_in_private_help_shows_what_works_there(world: World) -> None:
    (card,) = await world.says(MALLORY, "/help")

    assert "Just write your question" in card.text
    assert "In any other chat: write @HistoryBot your question" in card.text
    assert f"For example\n• {OSLO}\n• {TOKYO}\n\n" in card.text
    for absent in ("mention", "For admins", "/ask your question", "wallaby", "/reload"):
        assert absent not in card.text
    assert "/settings" in card.text


@pytest.mark.parametrize("command", ["/help", "/start"])
async def test_an_example_asks_itself_when_it_is_tapped(world: World, command: str) -> None:
    (card,) = await world.says(MALLORY, command)
    links = [entity["url"] for entity in card.parsed.entities if entity["type"] == "text_link"]

    (answer,) = await world.says(MALLORY, f"/start {payload(links[0])}")
    assert "Alice Andersen opened" in answer.text


async def test_in_a_group_help_shows_what_reaches_the_bot(world: World) -> None:
    (card,) = await world.says(MALLORY, "/help", GROUP)
    assert "• Ask with /ask your question, or reply to one of my messages." in card.text
    for absent in ("mention @HistoryBot", "Just write", "Just ask", "/settings", "/status"):
        assert absent not in card.text

    await hears_all(world)
    assert world.bot
    await world.bot.services.settings.choose(GROUP, ChatSettings(speaking=Speaking.SURE))
    (card,) = await world.says(MALLORY, "/help", GROUP)
    assert "mention @HistoryBot" in card.text
    assert "Just ask: if I am sure" in card.text


async def test_what_is_off_is_not_shown(world: World) -> None:
    world.transport.me |= {"supports_inline_queries": False}
    assert world.bot
    await world.bot.application.bot.get_me()

    assert "In any other chat" not in (await world.says(MALLORY, "/help"))[0].text


async def test_examples_are_from_the_sources_that_the_chat_uses(world: World) -> None:
    assert world.bot
    await world.bot.services.settings.choose(GROUP, ChatSettings(hidden_sources=frozenset({"alice.md"})))

    for command in ("/help", "/start"):
        (card,) = await world.says(MALLORY, command, GROUP)
        assert OSLO not in card.text
        assert TOKYO in card.text


async def test_examples_in_the_language_of_the_chat_come_first(world: World) -> None:
    (card,) = await world.says(replace(MALLORY, language="ru"), "/start")

    assert f"Например: {TOKYO}" in card.text
    assert OSLO not in card.text


ADMINS = [  # who, more of their message, commands that they are shown
    (MALLORY, {}, set()),
    (ANNA, {}, {"/settings"}),
    (MALLORY, as_group(GROUP), {"/settings"}),
    (BORIS, {}, {"/settings", "/reload", "/status"}),
    (ADA, {}, {"/settings", "/reload", "/status"}),
]


@pytest.mark.parametrize(("member", "more", "shown"), ADMINS)
async def test_commands_of_admins_are_shown_to_them_alone(
    world: World, member: object, more: Json, shown: set[str]
) -> None:
    (card,) = await world.says(member, "/help", GROUP, **more)  # type: ignore[arg-type]

    lines = {line.split(" – ")[0] for line in card.text.splitlines() if line.startswith("/")}
    assert lines & {"/settings", "/reload", "/status"} == shown
    assert {"/ask", "/sources", "/help", "/privacy"} <= lines
    assert ("For admins" in card.text) is bool(shown)


@pytest.mark.parametrize("language", PHRASEBOOKS)
@pytest.mark.parametrize("text", ["/help", "/start", "/nonsense", ""])
async def test_every_language_speaks(world: World, language: str, text: str) -> None:
    anna = replace(BORIS, language=language)
    (card,) = await (world.says(anna, text) if text else world.sends(anna, dice=DICE))

    assert "{" not in card.text
    assert len(card.text) < 2_500
    (english,) = await (world.says(BORIS, text) if text else world.sends(BORIS, dice=DICE))
    assert (card.text == english.text) is (language == "en")


DICE = {"emoji": "🎲", "value": 3}


def joined(world: World, chat: int, before: str, after: str) -> Json:
    return {
        "my_chat_member": {
            "chat": world.transport.chats[chat].json, "from": ANNA.json, "date": 1,
            "old_chat_member": member_of(world, before), "new_chat_member": member_of(world, after),
        }
    }  # fmt: skip


def member_of(world: World, status: str) -> Json:
    rights: Json = {"until_date": 0} if status == "kicked" else {}
    if status == "administrator":
        rights = {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(ADMIN_RIGHTS, True)}
    return {"status": status, "user": world.transport.me, **rights}


JOINS = [
    (GROUP, "left", "member", 1),
    (GROUP, "kicked", "member", 1),
    (FORUM, "left", "administrator", 1),
    (GROUP, "member", "administrator", 0),
    (GROUP, "administrator", "member", 0),
    (GROUP, "member", "left", 0),
    (ANNA.id, "kicked", "member", 0),  # she has unblocked it
]


@pytest.mark.parametrize(("chat", "before", "after", "cards"), JOINS)
async def test_a_group_is_greeted_when_the_bot_comes(
    world: World, chat: int, before: str, after: str, cards: int
) -> None:
    shown = await world.hears(joined(world, chat, before, after))

    assert len(shown) == cards
    for card in shown:
        assert card.chat == chat
        assert len(card.text.splitlines()) == 3
        assert f"The number of this chat is {chat}" in card.text


async def test_a_greeting_says_how_to_ask_there_in_the_language_of_the_group(world: World) -> None:
    (card,) = await world.hears(joined(world, GROUP, "left", "member"))
    assert "mention" not in card.text

    await hears_all(world)
    assert world.bot
    await world.bot.services.settings.choose(GROUP, ChatSettings(language="ru"))
    (card,) = await world.hears(joined(world, GROUP, "left", "member"))
    assert "упомяните @HistoryBot" in card.text


async def test_a_group_that_has_chosen_no_language_is_spoken_to_in_that_of_who_added_the_bot(
    world: World,
) -> None:
    russian = joined(world, GROUP, "left", "member")
    russian["my_chat_member"]["from"] = replace(ANNA, language="ru").json
    (card,) = await world.hears(russian)
    (later,) = await world.says(MALLORY, "/help", GROUP)
    assert card.text.startswith("Здравствуйте!")
    assert later.text.startswith("Как спрашивать")

    chinese = joined(world, GROUP, "left", "member")
    chinese["my_chat_member"]["from"] = replace(ANNA, language="zh-hans").json
    (again,) = await world.hears(chinese)
    assert again.text.startswith("Здравствуйте!")  # the group has its language by now


async def test_a_channel_is_not_greeted(world: World) -> None:
    world.transport.chats[-5] = Chat(-5, "channel")

    assert await world.hears(joined(world, -5, "left", "administrator")) == []


def payload(link: str | None) -> str:
    assert link
    assert len(link.partition("start=")[2]) <= 64
    return link.partition("start=")[2]


async def test_a_link_asks_its_question(world: World) -> None:
    (card,) = await world.says(MALLORY, f"/start {payload(link_to_question('HistoryBot', OSLO))}")

    assert "Alice Andersen opened" in card.text


async def test_a_link_opens_its_passage_after_a_restart_and_a_reload(
    quiet_world: World, knowledge: Path
) -> None:
    passage = next(p for p in quiet_world.live.current.passages if "moved to Tokyo" in p.text)
    text = f"/start {payload(link_to_passage('HistoryBot', passage))}"
    async with quiet_world.running() as world:
        (card,) = await world.says(MALLORY, text)
    assert card.text.startswith("October 2017\nTokyo\n")
    (above,) = card.folded
    assert above.startswith("Binance was founded in Shanghai")
    assert card.bold[1].startswith("In October 2017 the company moved to Tokyo.")
    assert "— Binance & its <homes>, A. Historian, The Tokyo Press, May 2024" in card.text

    (knowledge / "binance.md").unlink()
    quiet_world.live.reload_now()
    async with quiet_world.running() as world:
        (card,) = await world.says(MALLORY, text)
    assert card.text == ENGLISH.text("passage_gone")


async def test_a_passage_of_a_hidden_source_is_gone(world: World) -> None:
    assert world.bot
    await world.bot.services.settings.choose(MALLORY.id, ChatSettings(hidden_sources=frozenset({"alice.md"})))
    passage = next(p for p in world.live.current.passages if "Alice" in p.text)

    (card,) = await world.says(MALLORY, f"/start {payload(link_to_passage('HistoryBot', passage))}")

    assert card.text == ENGLISH.text("passage_gone")


UNKNOWN = ["", "inline", "x", "q", "p", "q!!", "qAAAA", "q" + "_" * 63, "p" + "a" * 63, "q4Kiu4oCu", "Привет"]


@pytest.mark.parametrize("text", UNKNOWN)
async def test_an_unknown_payload_gets_a_friendly_card(world: World, text: str) -> None:
    (card,) = await world.says(MALLORY, f"/start {text}".strip())

    assert card.text.startswith((HELLO, ENGLISH.text("passage_gone")))


async def test_in_a_topic_help_stays_there(world: World) -> None:
    (card,) = await world.says(MALLORY, "/help", FORUM, topic=TOPIC)

    assert card.thread == TOPIC


@pytest.mark.parametrize("text", ["Who is CZ?", "什么时候？", "a" * 47])
def test_a_question_comes_back_from_its_link(text: str) -> None:
    assert read(payload(link_to_question("HistoryBot", text))) == LinkedQuestion(text)


def test_what_is_too_long_has_no_link() -> None:
    assert link_to_question("HistoryBot", "a" * 48) is None
    assert read("pAbC-_d1") == LinkedPassage("AbC-_d1")


@pytest.mark.parametrize("text", ["/ask", "/ask what was it?", "?"])
async def test_who_asks_nothing_is_shown_a_question_that_has_an_answer(world: World, text: str) -> None:
    (card,) = await world.says(MALLORY, text)

    assert OSLO in card.text
