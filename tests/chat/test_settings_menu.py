"""/settings: whoever manages a chat decides there, with buttons, and nobody else does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from telegram.error import TimedOut

from bot.cards import ENGLISH, PHRASEBOOKS
from bot.store import DEFAULT_SETTINGS, ChatSettings, Speaking
from tests.chat.test_admin_commands import as_group
from tests.chat.world import ANNA, BORIS, FORUM, GROUP, MALLORY, TOPIC

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.transport import Member, Shown
    from tests.chat.world import World

FOR_ADMINS, LATER, ONE_SOURCE, UNKNOWN, NOT_NOTED = map(
    ENGLISH.text,
    ("settings_for_admins", "settings_later", "settings_one_source", "unknown_button", "vote_later"),
)
PRIVACY_MODE = "privacy mode is on"


@pytest.fixture(autouse=True)
def _administered(quiet_world: World) -> None:
    """Anna administers the group and the forum."""
    for chat in (GROUP, FORUM):
        quiet_world.transport.chats[chat].admins = [ANNA]


async def settings_of(world: World, chat: int) -> ChatSettings:
    assert world.store
    return await world.store.settings.of(chat)


async def press(world: World, member: Member, shown: Shown, label: str) -> str | None:
    """What a member is told who presses the button that begins so, as the message stands now."""
    buttons = world.buttons(shown)
    return await world.presses(member, shown, next(buttons[text] for text in buttons if label in text))


async def test_an_administrator_decides_when_the_bot_speaks(world: World) -> None:
    (menu,) = await world.says(ANNA, "/settings", GROUP)
    assert "I answer when I am spoken to" in menu.text
    assert PRIVACY_MODE not in menu.text

    assert await press(world, ANNA, menu, "Also when sure") == "Done."
    after = world.transport.shown[-1]
    assert (after.id, after.is_edit) == (menu.id, True)
    assert "if I am sure of the answer" in after.text
    assert PRIVACY_MODE in after.text
    assert "✓ Also when sure" in world.buttons(menu)
    assert (await settings_of(world, GROUP)).speaking is Speaking.SURE

    await press(world, ANNA, menu, "When spoken to")
    assert await settings_of(world, GROUP) == DEFAULT_SETTINGS


async def test_without_privacy_mode_nothing_is_said_of_it(world: World) -> None:
    world.transport.me |= {"can_read_all_group_messages": True}
    (menu,) = await world.says(ANNA, "/settings", GROUP)

    await press(world, ANNA, menu, "Also when sure")

    assert PRIVACY_MODE not in world.transport.shown[-1].text


@pytest.mark.parametrize("chat", [GROUP, None])
async def test_a_language_is_spoken_at_once(world: World, chat: int | None) -> None:
    (menu,) = await world.says(ANNA, "/settings", chat)
    russian = PHRASEBOOKS["ru"]

    assert await press(world, ANNA, menu, "Русский") == russian.text("settings_saved")
    title = "settings_of_group" if chat else "settings_of_member"
    assert world.transport.shown[-1].text.startswith(russian.text(title))
    assert "✓ Русский" in world.buttons(menu)
    assert "English" in world.buttons(menu)
    (again,) = await world.says(ANNA, "/settings", chat)
    assert again.text.startswith(russian.text(title))


@pytest.mark.parametrize(
    ("label", "after", "settings"),
    [
        ("👍 👎: shown", "👍 👎: hidden", ChatSettings(has_votes=False)),
        ("Authors: not named", "Authors: named", ChatSettings(names=True)),
    ],
)
async def test_switches_go_to_and_fro(world: World, label: str, after: str, settings: ChatSettings) -> None:
    (menu,) = await world.says(ANNA, "/settings", GROUP)

    await press(world, ANNA, menu, label)
    assert await settings_of(world, GROUP) == settings
    assert label not in world.buttons(menu)
    await press(world, ANNA, menu, after)
    assert await settings_of(world, GROUP) == DEFAULT_SETTINGS


async def test_sources_are_switched_off_and_on_again(world: World) -> None:
    (menu,) = await world.says(ANNA, "/settings", GROUP)
    assert "Sources: 2 of 2" in world.buttons(menu)

    await press(world, ANNA, menu, "Sources")
    assert list(world.buttons(menu)) == ["✅ Alice in Oslo", "✅ Binance & its <homes>", "‹ Back"]
    await press(world, ANNA, menu, "Alice")
    assert "1 source of 2" in world.transport.shown[-1].text
    assert (await settings_of(world, GROUP)).hidden_sources == {"alice.md"}
    assert await press(world, ANNA, menu, "Binance") == ONE_SOURCE
    await press(world, ANNA, menu, "Back")
    assert "Sources: 1 of 2" in world.buttons(menu)

    await press(world, ANNA, menu, "Sources")
    await press(world, ANNA, menu, "▫️ Alice")
    assert await settings_of(world, GROUP) == DEFAULT_SETTINGS


async def test_many_sources_stand_on_pages_that_go_round(quiet_world: World, knowledge: Path) -> None:
    long = "Chronicle of a very long name " * 5
    for number in range(10):
        text = f"---\ntitle: {number:02} {long}\n---\nThe fair of the year was in May {1950 + number}.\n"
        (knowledge / f"{number:02}.md").write_text(text, encoding="utf-8")
    quiet_world.live.reload_now()
    async with quiet_world.running() as world:
        (menu,) = await world.says(ANNA, "/settings", GROUP)

        await press(world, ANNA, menu, "Sources: 12 of 12")
        first = list(world.buttons(menu))
        assert first[-4:] == ["◀", "1/2", "▶", "‹ Back"]
        assert all(len(text) <= 64 for text in first)
        await press(world, ANNA, menu, "▶")
        assert "✅ Binance & its <homes>" in world.buttons(menu)
        await press(world, ANNA, menu, "Binance")
        assert "▫️ Binance & its <homes>" in world.buttons(menu)  # the page stays
        await press(world, ANNA, menu, "▶")
        assert list(world.buttons(menu)) == first

        for number in range(10):
            (knowledge / f"{number:02}.md").unlink()
        world.live.reload_now()
        await press(world, ANNA, menu, "▶")  # to the second page, which is gone
        assert list(world.buttons(menu)) == ["✅ Alice in Oslo", "▫️ Binance & its <homes>", "‹ Back"]


async def test_a_source_that_a_reload_took_away_changes_nothing(world: World, knowledge: Path) -> None:
    (menu,) = await world.says(ANNA, "/settings", GROUP)
    await press(world, ANNA, menu, "Sources")
    (knowledge / "alice.md").unlink()
    world.live.reload_now()

    await press(world, ANNA, menu, "Alice")

    assert await settings_of(world, GROUP) == DEFAULT_SETTINGS
    assert list(world.buttons(menu)) == ["✅ Binance & its <homes>", "‹ Back"]


async def test_closing_takes_the_buttons_away(world: World) -> None:
    (menu,) = await world.says(ANNA, "/settings", GROUP)

    await press(world, ANNA, menu, "Close")

    assert world.buttons(menu) == {}


async def test_buttons_work_after_a_restart_and_only_in_their_chat(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        (menu,) = await world.says(ANNA, "/settings", GROUP)
        (other,) = await world.says(ANNA, "/settings", FORUM)
    async with quiet_world.running() as world:
        assert await press(world, ANNA, menu, "中文") == PHRASEBOOKS["zh"].text("settings_saved")
        data = world.buttons(menu)["Русский"]
        assert await world.presses(ANNA, other, data) == UNKNOWN
        assert await settings_of(world, FORUM) == DEFAULT_SETTINGS


async def test_members_may_not_change_a_group(world: World) -> None:
    (refusal,) = await world.says(MALLORY, "/settings", GROUP)
    assert (refusal.text, world.buttons(refusal)) == (FOR_ADMINS, {})

    (menu,) = await world.says(ANNA, "/settings", GROUP)
    assert await press(world, MALLORY, menu, "Also when sure") == FOR_ADMINS
    assert world.transport.callbacks[-1]["show_alert"]
    assert await settings_of(world, GROUP) == DEFAULT_SETTINGS
    assert len(world.transport.shown) == 2


async def test_an_anonymous_administrator_and_the_bots_admins_may(world: World) -> None:
    (menu,) = await world.says(MALLORY, "/settings", GROUP, **as_group(GROUP))
    assert world.buttons(menu)
    (menu,) = await world.says(BORIS, "/settings", GROUP)
    assert await press(world, BORIS, menu, "Also when sure") == "Done."


async def test_everybody_has_settings_of_their_own_in_private(world: World) -> None:
    (menu,) = await world.says(MALLORY, "/settings")
    labels = list(world.buttons(menu))
    assert labels == [
        "✓ English",
        "中文",
        "Русский",
        "👍 👎: shown",
        "Sources: 2 of 2",
        "Daily post …",
        "Close",
    ]

    await press(world, MALLORY, menu, "👍 👎")
    assert await settings_of(world, MALLORY.id) == ChatSettings(has_votes=False)


async def test_in_a_topic_it_stays_in_the_topic(world: World) -> None:
    (menu,) = await world.says(ANNA, "/settings", FORUM, topic=TOPIC)

    assert menu.thread == TOPIC
    await press(world, ANNA, menu, "Also when sure")
    assert (await settings_of(world, FORUM)).speaking is Speaking.SURE


async def test_while_telegram_says_nothing_of_administrators_it_says_so(world: World) -> None:
    world.transport.failing["getChatAdministrators"] = [TimedOut()] * 4

    (refusal,) = await world.says(ANNA, "/settings", GROUP)

    assert refusal.text == LATER


async def test_what_cannot_be_kept_is_not_changed(world: World) -> None:
    (menu,) = await world.says(ANNA, "/settings", GROUP)
    assert world.store
    await world.store.database.write(("DROP TABLE chat_settings", ()))

    assert await press(world, ANNA, menu, "Also when sure") == NOT_NOTED
    await press(world, ANNA, menu, "Sources")
    assert await press(world, ANNA, menu, "Alice") == NOT_NOTED
    assert "I answer when I am spoken to:" in (await world.says(ANNA, "/settings", GROUP))[0].text


@pytest.mark.parametrize("language", PHRASEBOOKS)
async def test_every_language_fits(world: World, language: str) -> None:
    world.transport.chats[GROUP].admins = [replace(ANNA)]
    (menu,) = await world.says(ANNA, "/settings", GROUP)
    await press(world, ANNA, menu, PHRASEBOOKS[language].name)
    await press(world, ANNA, menu, PHRASEBOOKS[language].text("settings_when_sure"))

    assert all(len(label) <= 64 for label in world.buttons(menu))
    assert "{" not in world.transport.shown[-1].text


TOKYO = "/ask when did the company move to Tokyo?"


@pytest.mark.parametrize("chat", [GROUP, None])
async def test_answers_are_as_the_chat_has_chosen(world: World, chat: int | None) -> None:
    (menu,) = await world.says(ANNA, "/settings", chat)
    assert "October 2017" in (await world.says(ANNA, TOKYO, chat))[0].text

    await press(world, ANNA, menu, "👍 👎")
    (answer,) = await world.says(ANNA, TOKYO, chat)
    assert not {"👍", "👎"} & world.buttons(answer).keys()
    await press(world, ANNA, menu, "Sources")
    await press(world, ANNA, menu, "Binance")
    assert "October 2017" not in (await world.says(ANNA, TOKYO, chat))[0].text
    offers = (await world.types(ANNA, TOKYO.removeprefix("/ask ")))["results"]
    assert bool(offers) is (chat == GROUP)  # what is asked inline is asked for oneself


async def test_a_flood_of_presses_ends_in_what_was_pressed_last(world: World) -> None:
    (menu,) = await world.says(ANNA, "/settings", GROUP)
    pressed = [world.buttons(menu)["✓ When spoken to"], world.buttons(menu)["Also when sure"]]

    answers = [await world.presses(ANNA, menu, pressed[number % 2]) for number in range(32)]

    is_sure = max(number for number, answer in enumerate(answers) if answer == "Done.") % 2
    assert (await settings_of(world, GROUP)).speaking is (Speaking.SURE if is_sure else Speaking.SPOKEN_TO)
    assert ("✓ Also when sure" in world.buttons(menu)) is bool(is_sure)
