"""Whatever admins and members send: one clear line, no error in the log, the old library answering."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from telegram import Update

from bot.cards import ENGLISH
from bot.chat.permissions.administrators import LIFETIME
from tests import file_steps, hostile
from tests.chat.test_begun_again import PASSAGE, wished
from tests.chat.test_publishing import PUBLISH, press
from tests.chat.world import ADA, ANNA, BORIS, GROUP, STAFF

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.world import World

LONG = hostile.LENGTH
HOSTILE = {
    "letters": "a" * LONG,
    "years": "1903 " * (LONG // 5),
    "brackets": "[(" * (LONG // 2),
    "marks": "\u202e\u2066\u200b" * (LONG // 3),
    "emoji": "👩‍👩‍👧" * (LONG // 8),
    "half of a pair": "\ud800" * 50,
    "ranges": "2017-" * (LONG // 5),
    "markup": "<b>&amp;`_*~|" * (LONG // 13),
    "nothing": "\x00\r\n\t",
    "dates that are none": "2017-02-30 31.9.2017 99/99/9999",
    "far away": "999999999999999999999",
}
COMMANDS = (
    "/timeline",
    "/on",
    "/quiz",
    "/daily",
    "/remember",
    "/event",
    "/alias",
    "/stats",
    "/start",
    "/ask",
)


@pytest.mark.parametrize("text", HOSTILE)
async def test_each_command_with_anything_is_answered(
    world: World, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    shown = {command: await world.says(BORIS, f"{command} {HOSTILE[text]}") for command in COMMANDS}

    assert [command for command in COMMANDS if not shown[command]] == []
    assert not [record for record in caplog.records if record.levelname in {"ERROR", "CRITICAL"}]


@pytest.mark.parametrize("text", HOSTILE)
async def test_inline_anything_is_answered(world: World, text: str, caplog: pytest.LogCaptureFixture) -> None:
    answer = await world.types(ANNA, HOSTILE[text])

    assert "results" in answer
    assert not [record for record in caplog.records if record.levelname in {"ERROR", "CRITICAL"}]


async def test_aliases_in_a_circle_are_names_of_one_thing(world: World, knowledge: Path) -> None:
    for names in ("Tokyo = Edo", "Edo = Toto", "Toto = Tokyo"):
        *_, offer = await world.says(BORIS, f"/alias {names}")
        if PUBLISH in world.buttons(offer):
            await press(world, BORIS, offer, PUBLISH)

    assert (knowledge / "aliases.yaml").read_text(encoding="utf-8").count("Edo") == 1
    assert "Nothing would change" in offer.text
    (answer,) = await world.says(ANNA, "/ask when did the company move to Toto?", GROUP)
    assert answer.bold[0] == "October 2017"


async def test_who_is_no_admin_any_more_publishes_nothing(
    world: World, knowledge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    *_, offer = await world.says(ADA, "/alias Tokyo = Edo", STAFF)
    world.transport.chats[STAFF].admins = []
    assert world.bot
    administrators = world.bot.services.administrators
    now = administrators._clock()
    monkeypatch.setattr(administrators, "_clock", lambda: now + LIFETIME + 1)

    notice = await world.presses(ADA, offer, world.buttons(offer)[PUBLISH])

    assert notice == ENGLISH.text("press_for_admins")
    assert not (knowledge / "aliases.yaml").exists()


async def test_a_folder_that_became_read_only_is_said_and_nothing_changes(
    world: World, knowledge: Path
) -> None:
    *_, offer = await world.says(BORIS, "/alias Tokyo = Edo")
    file_steps.lock_folder(knowledge)
    _, after = await press(world, BORIS, offer, PUBLISH)
    file_steps.end()

    assert after.text.startswith("Nothing was changed.")
    assert "Read-only file system" in after.text
    assert not (knowledge / "aliases.yaml").exists()
    assert not [path for path in knowledge.rglob(".*") if path.suffix in {".new", ".old"}]


async def test_a_passage_that_cannot_be_noted_is_answered_with_a_line(world: World, knowledge: Path) -> None:
    prompt = await wished(world)
    blocking = sqlite3.connect(world.config.data_dir / "bot.sqlite3", isolation_level=None)
    assert world.store
    await world.store.database.alone(lambda connection: connection.execute("PRAGMA busy_timeout = 0"))
    blocking.execute("BEGIN IMMEDIATE")
    try:
        message = world.message(BORIS, PASSAGE, GROUP, reply_to=prompt.id)
        assert world.bot
        update = Update.de_json({"update_id": 1, "message": message}, world.bot.application.bot)
        await world.bot.application.process_update(update)
    finally:
        blocking.execute("ROLLBACK")
        blocking.close()

    assert world.transport.shown[-1].text == ENGLISH.text("press_later")
    assert not (knowledge / "taught.md").exists()


@pytest.mark.parametrize("command", ["/quiz", "/daily 9 UTC", "/timeline 1-9999", "/random", "/settings"])
async def test_a_flood_of_commands_ends_in_silence(world: World, command: str) -> None:
    shown = [len(await world.says(ANNA, command, GROUP)) for _ in range(30)]

    assert sum(shown) <= 11  # ten, and a line that there are no more
    assert shown[-15:] == [0] * 15
