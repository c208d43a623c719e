"""Browsing in chats: lists on one message, their buttons, after a restart and after a reload."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.cards import PHRASEBOOKS
from bot.store import ChatSettings
from bot.today import day_of
from tests.chat.rules import Refused
from tests.chat.world import ANNA, BORIS, FORUM, GROUP, TOPIC

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.transport import Shown
    from tests.chat.world import World

LOG = "# Log\n\n" + "".join(f"* {day} May 2019: the day of the {day}th flood\n" for day in range(4, 24))
TOO_OLD = PHRASEBOOKS["en"].text("list_too_old")


@pytest.fixture(autouse=True)
def knowledge_of_floods(knowledge: Path) -> None:
    (knowledge / "floods.md").write_text(LOG, encoding="utf-8")


def shown_now(world: World, shown: Shown) -> str:
    """What a message says by now."""
    return str(world.transport.chats[shown.chat].messages[shown.id]["text"])


@pytest.mark.parametrize(("chat", "topic"), [(None, None), (GROUP, None), (FORUM, TOPIC)])
async def test_a_timeline_is_a_list_with_a_button_for_each_line(
    world: World, chat: int | None, topic: int | None
) -> None:
    (shown,) = await world.says(ANNA, "/timeline Tokyo 2017-2019", chat, topic=topic)

    assert shown.text.startswith("/timeline Tokyo 2017-2019 – 1 dated sentence\n")
    assert (
        "1. October 2017 – In October 2017 the company moved to Tokyo.\n\n— Binance & its <homes>"
        in shown.text
    )
    assert list(world.buttons(shown)) == ["1", "🖼 Picture"]
    assert (shown.reply_to is None) == (chat is None)
    assert shown.thread == topic


async def test_buttons_turn_the_pages_of_the_one_message(world: World) -> None:
    (first,) = await world.says(ANNA, "/timeline flood", GROUP)
    assert list(world.buttons(first)) == [*map(str, range(1, 9)), "◀", "1/3", "▶", "🖼 Picture"]

    assert await world.presses(BORIS, first, world.buttons(first)["▶"]) is None
    assert "9. 12 May 2019" in shown_now(world, first)
    await world.presses(BORIS, first, world.buttons(first)["▶"])
    assert list(world.buttons(first)) == [*map(str, range(17, 21)), "◀", "3/3", "▶", "🖼 Picture"]
    await world.presses(BORIS, first, world.buttons(first)["▶"])
    assert shown_now(world, first) == first.text
    await world.presses(BORIS, first, world.buttons(first)["◀"])
    assert "20. 23 May 2019" in shown_now(world, first)
    assert await world.presses(BORIS, first, world.buttons(first)["3/3"]) is None
    assert len(world.transport.chats[GROUP].messages) == 2  # the command and the list


async def test_a_number_shows_its_passage_and_the_way_back(world: World) -> None:
    (shown,) = await world.says(ANNA, "/timeline flood")
    await world.presses(ANNA, shown, world.buttons(shown)["▶"])
    await world.presses(ANNA, shown, world.buttons(shown)["16"])

    assert shown_now(world, shown).startswith("/timeline flood – 16 of 20\n\n19 May 2019\n")
    assert list(world.buttons(shown)) == ["◀", "16/20", "▶", "↩ List"]
    await world.presses(ANNA, shown, world.buttons(shown)["▶"])
    assert "– 17 of 20" in shown_now(world, shown)
    await world.presses(ANNA, shown, world.buttons(shown)["↩ List"])
    assert next(iter(world.buttons(shown))) == "17"


@pytest.mark.parametrize("text", ["/on 2017-09", "/on@HistoryBot september 2017", "/on  2017年9月"])
async def test_a_date_in_words(world: World, text: str) -> None:
    (shown,) = await world.says(ANNA, text)

    assert "1. 4 September 2017 – On 4 September 2017 the regulators banned" in shown.text


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("/on", "Which date?"),
        ("/on the moon", "“the moon” is no date that I can read."),
        ("/on 30 February", "“30 February” is no date that I can read."),
        ("/on 1850", "My sources tell nothing of that date."),
        ("/timeline zebra", "Nothing dated about that"),
        ("/timeline " + "long " * 50, "That is too long for me."),
    ],
)
async def test_what_selects_nothing_says_what_would(world: World, text: str, answer: str) -> None:
    (shown,) = await world.says(ANNA, text)

    assert shown.text.startswith(answer)
    assert not world.buttons(shown)


async def test_today_says_of_what_time_it_is(world: World, knowledge: Path) -> None:
    today = day_of()
    flood = f"# Today\n\nOn {today.day} {today:%B} 2012 a flood of today rose.\n"  # 2012 had a 29 February
    (knowledge / "today.md").write_text(flood, encoding="utf-8")
    await world.says(BORIS, "/reload")
    (shown,) = await world.says(ANNA, "/today", GROUP)

    assert shown.text.startswith("/today – on this day\n")
    assert "a flood of today rose" in shown.text
    await world.presses(ANNA, shown, world.buttons(shown)["1"])
    assert shown_now(world, shown).startswith("/today – 1 of ")


async def test_a_passage_by_chance_and_another_one(world: World) -> None:
    (shown,) = await world.says(ANNA, "/random", GROUP)
    seen = {shown.text}
    for _ in range(25):
        await world.presses(ANNA, shown, world.buttons(shown)["🎲 Another"])
        seen.add(shown_now(world, shown))

    assert len(seen) > 3
    assert all("\n— " in text for text in seen)


async def test_sources_say_what_they_cover_page_by_page(world: World, knowledge: Path) -> None:
    for number in range(10):
        (knowledge / f"z{number}.md").write_text(
            f"# Tale {number}\n\nIt was in 200{number}.\n", encoding="utf-8"
        )
    await world.says(BORIS, "/reload")
    (shown,) = await world.says(ANNA, "/sources")

    assert "• Alice in Oslo – March 1998 – winter 2011; 2 passages" in shown.text
    await world.presses(ANNA, shown, world.buttons(shown)["▶"])
    assert "• Tale 9 – 2009; 1 passage" in shown_now(world, shown)
    assert list(world.buttons(shown)) == ["◀", "2/2", "▶"]


async def test_lists_work_after_a_restart(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        (shown,) = await world.says(ANNA, "/timeline flood", GROUP)
    async with quiet_world.running() as world:
        await world.presses(BORIS, shown, world.buttons(shown)["▶"])
        await world.presses(BORIS, shown, world.buttons(shown)["9"])
        assert "– 9 of 20" in shown_now(world, shown)


async def test_after_a_reload_a_number_brings_the_list_anew(world: World, knowledge: Path) -> None:
    (shown,) = await world.says(ANNA, "/timeline flood")
    (knowledge / "more.md").write_text("# More\n\nThe flood of 1900 was the first.\n", encoding="utf-8")
    await world.says(BORIS, "/reload")

    assert await world.presses(ANNA, shown, world.buttons(shown)["1"]) == (
        "My sources were read again: here is the list as it is now."
    )
    assert "1. 1900 – The flood of 1900" in shown_now(world, shown)
    await world.presses(ANNA, shown, world.buttons(shown)["1"])
    assert "– 1 of 21" in shown_now(world, shown)


async def test_a_list_that_is_gone_after_a_reload_says_so(world: World, knowledge: Path) -> None:
    (shown,) = await world.says(ANNA, "/timeline flood")
    (knowledge / "floods.md").unlink()
    await world.says(BORIS, "/reload")

    for button in ("▶", "2"):
        notice = await world.presses(ANNA, shown, world.buttons(shown)[button])
        assert notice == PHRASEBOOKS["en"].text("list_is_empty")


async def test_a_message_that_telegram_shows_no_more(world: World) -> None:
    (shown,) = await world.says(ANNA, "/timeline flood")
    message = world.transport.chats[ANNA.id].messages[shown.id]
    gone = {"chat": message["chat"], "message_id": shown.id, "date": 0}
    press = {"id": "1", "from": ANNA.json, "message": gone, "chat_instance": "1"}
    for button in ("▶", "2"):
        await world.hears({"callback_query": press | {"data": world.buttons(shown)[button]}})

        assert world.transport.callbacks[-1]["text"] == TOO_OLD
        assert world.transport.callbacks[-1]["show_alert"] is True


@pytest.mark.parametrize("language", PHRASEBOOKS)
async def test_each_language_of_the_interface(world: World, language: str) -> None:
    assert world.bot
    await world.bot.services.settings.choose(GROUP, ChatSettings(language=language))
    for text in ("/timeline flood", "/on 4 May", "/today", "/random", "/sources", "/timeline zebra", "/on x"):
        (shown,) = await world.says(ANNA, text, GROUP)

        for data in list(world.buttons(shown).values())[:2]:
            await world.presses(ANNA, shown, data)


async def test_sources_that_a_chat_does_not_use_are_not_browsed(world: World) -> None:
    assert world.bot
    await world.bot.services.settings.choose(GROUP, ChatSettings(hidden_sources=frozenset({"floods.md"})))
    (timeline,) = await world.says(ANNA, "/timeline", GROUP)
    (sources,) = await world.says(ANNA, "/sources", GROUP)

    assert "flood" not in timeline.text
    assert "• Log" not in sources.text
    assert "• Binance" in sources.text


async def test_too_many_requests_are_waited_for(world: World) -> None:
    (shown,) = await world.says(ANNA, "/timeline flood", GROUP)
    world.transport.failing["editMessageText"] = [Refused(429, "Too Many Requests", retry_after=5)]

    assert await world.presses(ANNA, shown, world.buttons(shown)["▶"]) is None
    assert "9. 12 May 2019" in shown_now(world, shown)


async def test_a_page_is_sent_as_a_picture(world: World) -> None:
    (shown,) = await world.says(ANNA, "/timeline flood", FORUM, topic=TOPIC)
    await world.presses(ANNA, shown, world.buttons(shown)["▶"])
    assert await world.presses(BORIS, shown, world.buttons(shown)["🖼 Picture"]) is None

    sent = world.transport.shown[-1]
    assert [method for method, _, _ in world.transport.files] == ["sendPhoto"]
    assert (sent.text, sent.reply_to, sent.thread) == ("/timeline flood", shown.id, TOPIC)


async def test_a_picture_that_a_chat_does_not_take(world: World) -> None:
    (shown,) = await world.says(ANNA, "/timeline flood", GROUP)
    world.transport.failing["sendPhoto"] = [
        Refused(400, "Bad Request: not enough rights to send photos to the chat")
    ]

    answer = await world.presses(ANNA, shown, world.buttons(shown)["🖼 Picture"])
    assert answer == "I may not send pictures here."


async def test_letters_that_no_font_has_are_named(world: World, knowledge: Path) -> None:
    thai = "ไทย " * 30
    (knowledge / "thai.md").write_text(f"# Wat\n\nIn 1900 {thai} flooded.\n", encoding="utf-8")
    await world.says(BORIS, "/reload")
    (shown,) = await world.says(ANNA, "/timeline 1900")

    answer = await world.presses(ANNA, shown, world.buttons(shown)["🖼 Picture"])
    drawn = world.calls("sendPhoto")
    assert drawn or answer == "I cannot draw that here: no font on my machine has Thai letters " + (
        "(fonts-noto-core would bring one)."
    )


async def test_without_pillow_there_is_no_button(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.chat.browsing.pages.can_draw", lambda: False)
    (shown,) = await world.says(ANNA, "/timeline Tokyo")

    assert list(world.buttons(shown)) == ["1"]


@pytest.mark.parametrize("command", ["/random", "/timeline"])
async def test_no_button_changes_another_message_of_ours(world: World, command: str) -> None:
    (listed,) = await world.says(ANNA, command, GROUP)
    (answer,) = await world.says(ANNA, "/ask when did the company move to Tokyo?", GROUP)
    data = list(world.buttons(listed).values())
    before = len(world.transport.shown)

    await world.presses(ANNA, answer, data[0])

    assert len(world.transport.shown) == before
