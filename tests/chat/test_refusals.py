"""Refusals that help: topics to look at, an admin to ask, the languages of the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH, PHRASEBOOKS
from bot.store import ChatSettings
from tests.chat.transport import ANONYMOUS_ADMIN
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP, STAFF, TOPIC

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.transport import Json, Shown
    from tests.chat.world import World

NOT_FOUND = "I found nothing about that."
QUESTION = "/ask when did the Tokyo zebra sing in the library?"
ASK_ADMIN = ENGLISH.text("ask_admin")
TOPICS = ["Tokyo", "Alice in Oslo", "Shanghai"]


async def refused(
    world: World, chat: int | None = GROUP, text: str = QUESTION, topic: int | None = None
) -> Shown:
    (shown,) = await world.says(ANNA, text, chat, topic=topic)
    assert NOT_FOUND in shown.bold
    return shown


@pytest.mark.parametrize(("chat", "topic"), [(None, None), (GROUP, None), (FORUM, TOPIC)])
async def test_topics_near_a_question_are_buttons_that_show_their_passage(
    world: World, chat: int | None, topic: int | None
) -> None:
    shown = await refused(world, chat, topic=topic)
    buttons = world.buttons(shown)
    assert shown.text.endswith("Close to it I know about:")
    assert set(buttons) <= {*TOPICS, ASK_ADMIN}
    assert "Tokyo" in buttons

    await world.presses(BORIS, shown, buttons["Tokyo"])
    passage = world.transport.shown[-1]
    assert (passage.is_edit, passage.id) == (True, shown.id)
    assert passage.text.startswith("Not quite what you asked, but near it: Tokyo\n")
    assert "In October 2017 the company moved to Tokyo." in passage.text
    assert world.buttons(passage) == buttons


async def test_the_buttons_work_after_a_restart_and_a_reload(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        shown = await refused(world)
        data = world.buttons(shown)["Tokyo"]
    async with quiet_world.running() as world:
        (world.config.knowledge / "zoo.txt").write_text(
            "The zoo\n\nThe zoo opened in 1951.\n", encoding="utf-8"
        )
        await world.live.reload()
        await world.presses(ANNA, shown, data)
        assert "In October 2017 the company moved to Tokyo." in world.transport.shown[-1].text


async def test_a_topic_whose_passage_is_gone_says_so(world: World) -> None:
    shown = await refused(world)
    (world.config.knowledge / "binance.md").unlink()
    await world.live.reload()

    assert await world.presses(ANNA, shown, world.buttons(shown)["Tokyo"]) == ENGLISH.text("button_too_old")


async def test_a_question_that_the_library_answers_by_now_is_answered(world: World) -> None:
    shown = await refused(world, text="/ask when did the Tokyo zebra sing in the library?")
    path: Path = world.config.knowledge / "zebra.txt"
    path.write_text("Zebras\n\nThe Tokyo zebra sang in the library in May 1951.\n", encoding="utf-8")
    await world.live.reload()

    await world.presses(ANNA, shown, world.buttons(shown)["Tokyo"])
    assert world.transport.shown[-1].bold[0] == "May 1951"


async def test_a_topic_of_a_source_that_the_group_has_switched_off_since_is_not_shown(world: World) -> None:
    shown = await refused(world)
    assert world.bot
    await world.bot.services.settings.choose(GROUP, ChatSettings(hidden_sources=frozenset({"binance.md"})))

    assert await world.presses(ANNA, shown, world.buttons(shown)["Tokyo"]) == ENGLISH.text("passage_gone")
    assert world.transport.shown[-1].text == shown.text


async def test_a_refused_question_that_is_forgotten_has_no_topics_any_more(world: World) -> None:
    shown = await refused(world)
    await world.says(ANNA, "/forgetme")

    buttons = world.buttons(shown)
    assert "Tokyo" in buttons
    for data in buttons.values():
        assert await world.presses(ANNA, shown, data) == ENGLISH.text("button_too_old")


async def test_a_database_that_cannot_be_read_is_met_with_a_friendly_line(world: World) -> None:
    shown = await refused(world)
    assert world.store
    await world.store.close()

    buttons = world.buttons(shown)
    assert "Tokyo" in buttons
    for data in buttons.values():
        assert await world.presses(ANNA, shown, data) == ENGLISH.text("wish_later")


@pytest.mark.parametrize("text", ["/ask", "/ask ?", "/ask when was it?"])
async def test_what_names_nothing_has_no_buttons(world: World, text: str) -> None:
    (shown,) = await world.says(ANNA, text, GROUP)

    assert world.buttons(shown) == {}


async def test_the_longest_names_fit_their_buttons(world: World) -> None:
    name = "The very long zebra " * 40
    path: Path = world.config.knowledge / "long.md"
    path.write_text(f"# {name}\n\nA zebra. " + "Word " * 30, encoding="utf-8")
    await world.live.reload()

    (shown,) = await world.says(ANNA, "/ask when did the purple zebra dance in Lima?", GROUP)
    labels = list(world.buttons(shown))
    assert any(label.startswith("The very long zebra") for label in labels)
    assert all(len(label) <= 40 for label in labels)


LANGUAGES = [
    ("/ask متى انتقلت الشركة؟", True),
    ("/ask 东京的斑马什么时候唱歌？", True),
    ("/ask когда пела зебра?", True),
    ("/ask wann sang das Zebra?", True),
    ("/ask zebra Lima?", False),  # whatever language that is
    ("/ask when did the zebra sing?", False),
]


@pytest.mark.parametrize(("text", "is_told"), LANGUAGES)
async def test_a_question_in_another_language_hears_in_which_languages_to_ask(
    world: World, text: str, is_told: bool
) -> None:
    (shown,) = await world.says(ANNA, text, GROUP)

    assert (ENGLISH.text("ask_in_languages", languages="English") in shown.text) is is_told


async def test_the_asker_may_wish_that_an_admin_answers(world: World) -> None:
    shown = await refused(world)
    wish = world.buttons(shown)[ASK_ADMIN]

    assert await world.presses(BORIS, shown, wish) == ENGLISH.text("wish_not_yours")
    assert await world.presses(ANNA, shown, wish) == ENGLISH.text("wish_noted")
    assert await world.presses(ANNA, shown, wish) == ENGLISH.text("wish_noted")


async def test_who_asks_as_the_group_may_wish_it_under_their_own_number(world: World) -> None:
    group = {"id": STAFF, "type": "supergroup", "title": "x"}
    as_group: Json = {"from": ANONYMOUS_ADMIN, "sender_chat": group}
    (shown,) = await world.says(ADA, QUESTION, STAFF, **as_group)

    assert await world.presses(ADA, shown, world.buttons(shown)[ASK_ADMIN]) == ENGLISH.text("wish_noted")


@pytest.mark.parametrize("book", PHRASEBOOKS.values(), ids=lambda book: book.language)
def test_alerts_fit_in_every_language(book: object) -> None:
    texts = [book.text(key) for key in ("wish_noted", "wish_not_yours", "wish_later")]  # type: ignore[attr-defined]

    assert max(len(text.encode("utf-16-le")) // 2 for text in texts) <= 200


@pytest.mark.parametrize("language", ["ru", "zh"])
async def test_a_refusal_is_in_the_language_of_the_chat(world: World, language: str) -> None:
    as_reader: Json = {"from": ANNA.json | {"language_code": language}}

    (shown,) = await world.says(ANNA, QUESTION, **as_reader)
    book = PHRASEBOOKS[language]
    assert shown.text.startswith("".join(span.text for span in book.line("not_found").spans))
    assert book.text("ask_admin") in world.buttons(shown)


async def test_the_button_of_a_topic_changes_no_other_message_of_ours(world: World) -> None:
    topic = world.buttons(await refused(world))["Tokyo"]
    (answer,) = await world.says(ANNA, "/ask when did the company move to Tokyo?", GROUP)
    before = len(world.transport.shown)

    notice = await world.presses(ANNA, answer, topic)

    assert (notice, len(world.transport.shown)) == (ENGLISH.text("button_too_old"), before)
