"""What admins may do, who they are, and what everyone else is told."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from telegram import Message
from telegram.error import TimedOut

from bot import __version__
from bot.cards import ENGLISH, PHRASEBOOKS
from bot.chat import application
from bot.chat.permissions.administrators import LIFETIME, Administrators
from bot.chat.permissions.admins import Admins
from tests.chat.transport import ANONYMOUS_ADMIN, Chat
from tests.chat.world import ADA, ANNA, BORIS, GROUP, MALLORY, STAFF
from tests.conftest import BINANCE

if TYPE_CHECKING:
    from pathlib import Path

    from bot.building.reload_report import ReloadReport
    from tests.chat.transport import Json, Member
    from tests.chat.world import World


def as_group(chat: int) -> Json:
    """An admin who writes in the name of a group."""
    return {"from": ANONYMOUS_ADMIN, "sender_chat": {"id": chat, "type": "supergroup", "title": "History"}}


ADMINS_AND_OTHERS: list[tuple[str, Member, int | None, Json, bool]] = [
    ("one of ADMINS in private", BORIS, None, {}, True),
    ("one of ADMINS in a group", BORIS, GROUP, {}, True),
    ("an administrator of ADMIN_CHAT there", ADA, STAFF, {}, True),
    ("an administrator of ADMIN_CHAT elsewhere", ADA, GROUP, {}, True),
    ("an administrator of ADMIN_CHAT in private", ADA, None, {}, True),
    ("an anonymous administrator of ADMIN_CHAT", ADA, STAFF, as_group(STAFF), True),
    ("an anonymous administrator of another group", ADA, GROUP, as_group(GROUP), False),
    ("a channel with the number of ADMIN_CHAT in another group", ADA, GROUP, as_group(STAFF), False),
    ("a member in private", MALLORY, None, {}, False),
    ("a member in ADMIN_CHAT", MALLORY, STAFF, {}, False),
]


@pytest.mark.parametrize("command", ["/status", "/reload", "/reload check", "/rollback"])
@pytest.mark.parametrize(
    ("case", "member", "chat", "more", "may"), ADMINS_AND_OTHERS, ids=[row[0] for row in ADMINS_AND_OTHERS]
)
async def test_admin_commands_are_for_admins(
    world: World, case: str, member: Member, chat: int | None, more: Json, may: bool, command: str
) -> None:
    shown = await world.says(member, command, chat, **more)

    assert shown[0].text.startswith("That is for the admins") is not may


async def test_a_member_learns_their_number_in_private_only(world: World) -> None:
    (private,) = await world.says(MALLORY, "/reload")
    (public,) = await world.says(MALLORY, "/reload", GROUP)

    assert f"Put ADMINS={MALLORY.id} into its settings" in private.text
    assert str(MALLORY.id) not in public.text


async def test_a_reload_shows_its_progress_and_then_its_report(world: World, knowledge: Path) -> None:
    (knowledge / "alice.md").unlink()
    (knowledge / "new.txt").write_text("Zoo\n\nThe zoo opened in 1950 with a wallaby.\n", encoding="utf-8")
    (knowledge / "binance.md").write_text(BINANCE.replace("rented", "bought"), encoding="utf-8")

    progress, report = await world.says(BORIS, "/reload")

    assert progress.text.startswith("Reading the documents")
    assert (report.is_edit, report.id) == (True, progress.id)
    assert "Reloaded in" in report.bold[0]
    for words in ("2 documents", "New: new.txt", "Gone: alice.md", "Changed: binance.md", "of them dated"):
        assert words in report.text


async def test_the_next_question_is_answered_from_the_new_documents(world: World, knowledge: Path) -> None:
    (knowledge / "new.txt").write_text("Zoo\n\nThe zoo opened in 1950 with a wallaby.\n", encoding="utf-8")
    await world.says(BORIS, "/reload")

    (shown,) = await world.says(ANNA, "when did the zoo open?")
    assert shown.bold[0] == "1950"


async def test_a_faulty_file_keeps_the_old_library_and_is_named(world: World, knowledge: Path) -> None:
    (knowledge / "bad & <evil>.md").write_text("", encoding="utf-8")
    (knowledge / "alice.md").unlink()

    _, report = await world.says(BORIS, "/reload")

    assert report.bold[0].startswith("Not reloaded")
    assert "• bad & <evil>.md" in report.text
    (shown,) = await world.says(ANNA, "who opened the Oslo library?")
    assert shown.bold[0] == "March 1998"


async def test_a_reload_anyway_publishes_what_is_not_faulty(world: World, knowledge: Path) -> None:
    (knowledge / "bad.md").write_text("", encoding="utf-8")
    (knowledge / "new.txt").write_text("Zoo\n\nThe zoo opened in 1950 with a wallaby.\n", encoding="utf-8")

    _, refused = await world.says(BORIS, "/reload")
    _, report = await world.says(BORIS, "/reload anyway")

    assert "/reload anyway publishes the rest" in refused.text
    assert report.bold[0].startswith("Reloaded in")
    assert "Left out, as you wished:\n• bad.md:1: holds no text" in report.text
    assert "• new.txt: “Zoo” (first line); text; 1 passage; 100% dated, 1950" in report.text
    (knowledge / "worse.md").write_text("", encoding="utf-8")
    _, refused = await world.says(BORIS, "/reload")
    assert "• worse.md:1: holds no text" in refused.text
    assert "as you wished" not in refused.text


async def test_a_hundred_problems_fit_into_one_message(world: World, knowledge: Path) -> None:
    for number in range(100):
        (knowledge / f"{'long' * 40}{number}.md").write_text("", encoding="utf-8")

    _, report = await world.says(BORIS, "/reload")

    assert "more; python -m bot check lists all" in report.text


async def test_a_second_reload_is_told_that_one_runs(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    may_end, reload = asyncio.Event(), world.live.reload

    async def slow_reload(*_: object) -> ReloadReport:
        await may_end.wait()
        return await reload()

    monkeypatch.setattr(world.live, "reload", slow_reload)
    await world.takes(*({"message": world.message(member, "/reload", STAFF)} for member in (BORIS, ADA)))
    await world.all_done()
    while "A reload is running" not in str(world.transport.shown):  # noqa: ASYNC110 - only tests want to know
        await asyncio.sleep(0)
    (answer,) = await world.says(ANNA, "who opened the Oslo library?", settles=False)
    may_end.set()
    await world.settles()

    texts = [message.text for message in world.transport.shown]
    assert answer.bold[0] == "March 1998"  # questions are answered meanwhile
    assert sum(text.startswith("A reload is running") for text in texts) == 1
    assert sum(text.startswith("Nothing has changed") for text in texts) == 1


async def test_after_a_reload_that_failed_there_can_be_another(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken_reload(*_: object) -> ReloadReport:
        raise RuntimeError("secret words")

    with monkeypatch.context() as patched:
        patched.setattr(world.live, "reload", broken_reload)
        shown = await world.says(BORIS, "/reload")
    assert shown[-1].text.startswith("Sorry, something went wrong")

    assert (await world.says(BORIS, "/reload"))[-1].text.startswith("Nothing has changed")


async def test_a_reload_that_takes_too_long_does_not_hold_up_the_stop(
    quiet_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancelled = []

    async def endless_reload(*_: object) -> ReloadReport:
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.append(True)
        raise AssertionError

    monkeypatch.setattr(application, "GRACE", 0.01)
    async with quiet_world.running() as world:
        monkeypatch.setattr(world.live, "reload", endless_reload)
        await world.says(BORIS, "/reload", settles=False)

    assert cancelled == [True]


async def test_status_says_how_the_bot_is(world: World) -> None:
    world.transport.me["can_read_all_group_messages"] = True
    world.clock.time += 125

    (shown,) = await world.says(BORIS, "/status")

    for words in (
        "2 documents, 5 passages",
        f"Its version: {world.live.current.version}",
        "Last word from Telegram: none yet",
        "Waiting for an answer: 0",
        "Votes in 90 days: 0 👍, 0 👎",
        "Database: well",
        "Running for: 2 min 5 s",
        "Privacy mode: off",
        f"Bot version: {__version__}",
    ):
        assert words in shown.text


async def test_the_status_counts_what_waits(world: World) -> None:
    assert world.store
    crowd = [{"message": world.message(member, "/help")} for member in world.crowd(5)]
    await world.takes({"message": world.message(BORIS, "/status")}, *crowd)
    await world.all_done()

    (status,) = [message for message in world.transport.shown if message.chat == BORIS.id]
    assert "Waiting for an answer: 5" in status.text


async def test_the_status_is_shown_when_votes_cannot_be_counted(world: World) -> None:
    assert world.store
    await world.store.close()

    (shown,) = await world.says(BORIS, "/status")
    assert "Votes in 90 days: not known just now" in shown.text


async def test_a_reload_whose_beginning_could_not_be_told_is_reported_all_the_same(world: World) -> None:
    world.transport.failing["sendMessage"] = [TimedOut()]

    (report,) = await world.says(BORIS, "/reload")
    assert (report.is_edit, report.bold) == (False, ["Nothing has changed."])


async def test_privacy_mode_stands_in_the_log_at_the_start(
    quiet_world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")

    async with quiet_world.running():
        assert "This is @HistoryBot; privacy mode is on; commands and replies" in caplog.text


@pytest.mark.usefixtures("menus")
async def test_menus_are_set_for_members_and_for_admins(world: World) -> None:
    members = ["ask", "timeline", "on", "today", "random", "quiz", "daily", "sources", "help", "privacy"]
    managers = [*members, "settings", "remember", "forget"]
    mending = ["why", "teach", "alias", "event", "pin", "gaps", "stats", "export"]
    admins = [*managers, "add", "remove", "reload", "rollback", *mending, "status"]

    scopes = {
        "all_private_chats": [*members, "settings"],
        "all_group_chats": members,
        "all_chat_administrators": managers,
        f"{STAFF}:chat_administrators": admins,
        f"{BORIS.id}:chat": admins,
    }
    languages = {"": ENGLISH, ":zh": PHRASEBOOKS["zh"], ":ru": PHRASEBOOKS["ru"]}
    assert world.transport.menus == {
        scope + code: {command: book.text(f"menu_{command}") for command in commands}
        for scope, commands in scopes.items()
        for code, book in languages.items()
    }


@pytest.mark.usefixtures("menus")
async def test_a_menu_that_is_refused_does_not_keep_the_bot_from_starting(
    quiet_world: World, caplog: pytest.LogCaptureFixture
) -> None:
    del quiet_world.transport.chats[BORIS.id]

    async with quiet_world.running() as world:
        assert "ADMINS: one of them has no menu" in caplog.text
        assert "(BadRequest: chat not found)" in caplog.text
        assert len(await world.says(ANNA, "/help")) == 1


async def test_the_log_names_a_group_that_the_bot_was_added_to(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    for chat in (GROUP, ANNA.id):
        change = {
            "chat": world.transport.chats[chat].json, "from": ANNA.json, "date": 1,
            "old_chat_member": {"status": "left", "user": world.transport.me},
            "new_chat_member": {"status": "member", "user": world.transport.me},
        }  # fmt: skip
        await world.hears({"my_chat_member": change})

    assert f"In the group {GROUP} the bot is now: member" in caplog.text
    assert str(ANNA.id) not in caplog.text


def a_message(world: World, member: Member) -> Message:
    assert world.bot
    return Message.de_json(world.message(member, "/status"), world.bot.application.bot)


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


async def test_administrators_are_asked_for_once_in_a_while(world: World) -> None:
    clock = Clock()
    assert world.bot
    admins = Admins(world.config, Administrators(world.bot.application.bot, str, clock))
    message = a_message(world, ADA)

    assert [await admins.wrote(message) for _ in range(3)] == [True] * 3
    asked = len(world.calls("getChatAdministrators"))
    world.transport.chats[STAFF] = Chat(STAFF, "supergroup", admins=[])
    clock.now += LIFETIME - 1
    assert await admins.wrote(message)
    clock.now += 1
    assert not await admins.wrote(message)
    assert len(world.calls("getChatAdministrators")) == asked + 1


async def test_a_telegram_that_does_not_answer_leaves_the_last_list_standing(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()
    assert world.bot
    admins = Admins(world.config, Administrators(world.bot.application.bot, str, clock))
    message = a_message(world, ADA)
    assert await admins.wrote(message)
    clock.now += LIFETIME
    world.transport.failing["getChatAdministrators"] = [TimedOut()]

    assert await admins.wrote(message)
    assert f"The administrators of chat {STAFF} could not be asked for (TimedOut)" in caplog.text
