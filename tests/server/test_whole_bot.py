"""Whole bots over real HTTP: they answer where they were asked, stop when told to, and come back."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from bot.store import DATABASE
from tests.server.misbehaviour import Answers, Changes, ScriptRow, bad_gateway
from tests.server.processes import BotProcess, ProcessEndedError
from tests.server.quiz import FACTS, Quiz

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.server import BotApiServer
    from tests.server.world import TelegramWorld

TOPIC = 77


@pytest.mark.usefixtures("started_by_python")
async def test_a_bot_answers_where_it_was_asked_and_keeps_its_token_to_itself(
    server: BotApiServer, world: TelegramWorld, folder: Path
) -> None:
    anna, forum, fact = world.person("Anna"), world.supergroup(topics=[TOPIC]), FACTS[3]
    async with BotProcess(server, folder, LOG_LEVEL="DEBUG") as bot:
        in_private = await world.answer_to(world.says(anna, fact.question))
        question = world.says(anna, f"/ask {fact.question}", forum, topic=TOPIC)
        in_topic = await world.answer_to(question)
        bot.send(signal.SIGTERM)
        status = await bot.ends()

        assert fact.date in in_private["text"]
        assert fact.date in in_topic["text"]
        assert in_topic["message_thread_id"] == TOPIC
        assert len(world.answers_to(question)) == 1
        assert status == 0
        assert world.updates.waiting == []
        assert "/sendMessage" in bot.log
        assert world.token.split(":")[1] not in bot.log


async def test_nobody_is_named_in_the_files_of_a_bot_that_has_stopped_and_no_word_in_its_log(
    server: BotApiServer, world: TelegramWorld, folder: Path
) -> None:
    anna, group = world.person("Annabella"), world.supergroup()
    async with BotProcess(server, folder, LOG_LEVEL="INFO") as bot:
        await world.answer_to(world.says(anna, f"/ask {FACTS[3].question}", group))
        await world.answer_to(world.says(anna, FACTS[4].question))
        bot.send(signal.SIGTERM)
        await bot.ends()

    files = [path for path in (folder / "data").rglob("*") if path.is_file()]
    held = bot.log.encode() + b"".join(path.read_bytes() for path in files)
    who = ["Annabella", str(anna.id), world.token.split(":")[1]]
    assert DATABASE in [path.name for path in files]
    assert [trace for trace in who if trace.encode() in held] == []
    assert [fact.question for fact in FACTS[3:5] if fact.question in bot.log] == []


async def test_all_that_a_bot_writes_is_for_its_owner_alone(
    server: BotApiServer, world: TelegramWorld, folder: Path
) -> None:
    (folder / "data").mkdir(mode=0o755)
    before = os.umask(0)
    try:
        async with BotProcess(server, folder, LOG_LEVEL="INFO"):
            await world.answer_to(world.says(world.person("Anna"), FACTS[3].question))
            paths = [folder / "data", *(folder / "data").rglob("*")]
            open_to_others = {
                path.name: oct(path.stat().st_mode) for path in paths if path.stat().st_mode & 0o77
            }
    finally:
        os.umask(before)

    assert {"bot.lock", "library", DATABASE, f"{DATABASE}-wal"} <= {path.name for path in paths}
    assert open_to_others == {}


async def test_a_wrong_token_ends_with_one_clear_line(server: BotApiServer, folder: Path) -> None:
    wrong = "987654321:" + server.world.token.split(":")[1][::-1]
    bot = BotProcess(server, folder, BOT_TOKEN=wrong, LOG_LEVEL="INFO")
    await bot.start()

    assert await bot.ends() == 2
    (line,) = bot.log.splitlines()
    assert line.startswith("BOT_TOKEN was rejected by Telegram")


def without(field: str) -> ScriptRow:
    return ScriptRow(
        "getMe", Changes(lambda me: {name: value for name, value in me.items() if name != field})
    )


NO_BOT_APIS = [  # what getMe is answered with
    without("id"),
    without("is_bot"),
    without("first_name"),
    without("username"),
    ScriptRow("getMe", Changes(lambda _: [])),
    ScriptRow("getMe", Changes(lambda _: None)),
    ScriptRow("getMe", Answers(404, b"<html>Not Found</html>", "text/html")),
]


@pytest.mark.parametrize("row", NO_BOT_APIS, ids=range(len(NO_BOT_APIS)))
async def test_a_server_that_is_no_bot_api_ends_with_one_clear_line(
    server: BotApiServer, folder: Path, row: ScriptRow
) -> None:
    server.misbehaves(row)
    bot = BotProcess(server, folder, LOG_LEVEL="INFO")
    await bot.start()

    assert await bot.ends() == 2
    (line,) = bot.log.splitlines()
    assert (
        line == f"BOT_API_URL: {server.url} is no Bot API server: it does not say which bot this is (getMe)"
    )


async def test_a_bot_without_a_folder_of_documents_does_not_come_up(
    server: BotApiServer, tmp_path: Path
) -> None:
    bot = BotProcess(server, tmp_path)
    await bot.start()

    try:
        with pytest.raises(ProcessEndedError, match="knowledge"):
            await bot.polls()
    finally:
        await bot.kill()


async def test_an_example_that_was_tried_may_be_taken_away_before_the_bot_runs_first_and_not_after(
    server: BotApiServer, world: TelegramWorld, tmp_path: Path
) -> None:
    example = tmp_path / "knowledge" / "example.md"
    example.parent.mkdir()
    example.write_text("The harbour was opened in May 1904.\n", encoding="utf-8")
    chat = BotProcess(server, tmp_path, BOT_TOKEN="")  # the chat in the terminal
    await chat.start()
    assert await chat.ends() == 0

    example.unlink()
    async with BotProcess(server, tmp_path, LOG_LEVEL="INFO") as bot:
        refusal = await world.answer_to(world.says(world.person("Anna"), "when was the harbour opened?"))
        example.write_text("The harbour was opened in May 1904.\n", encoding="utf-8")
        await bot.restart()
        example.unlink()
        await bot.kill()
        await bot.start()

        assert await bot.ends() == 2
    assert "I have not read anything yet" in refusal["text"]
    (line,) = [line for line in bot.log.splitlines() if "holds no documents, but did" in line]
    assert line.startswith(f"{example.parent}: ")


async def test_a_bot_that_starts_beside_a_faulty_file_answers_as_before_and_says_so(
    server: BotApiServer, world: TelegramWorld, folder: Path
) -> None:
    staff = world.supergroup(world.person("Ada"))
    async with BotProcess(server, folder, LOG_LEVEL="INFO", ADMIN_CHAT=str(staff.id)) as bot:
        (folder / "knowledge" / "bad.md").write_text("", encoding="utf-8")
        await bot.restart()
        answer = await world.answer_to(world.says(world.person("Anna"), FACTS[3].question))
        await world.until(lambda: bool(staff.replies[None]))
        bot.expects_errors = True

    assert FACTS[3].date in answer["text"]
    assert "bad.md:1: holds no text" in staff.replies[None][0]["text"]
    (line,) = [line for line in bot.log.splitlines() if " ERROR " in line]
    assert "so the library before answers (/reload tells all): bad.md:1: holds no text" in line


async def test_a_wrong_number_of_the_admins_group_is_named_by_its_setting(
    server: BotApiServer, world: TelegramWorld, folder: Path
) -> None:
    async with BotProcess(server, folder, LOG_LEVEL="INFO", ADMIN_CHAT="-1001234567899") as bot:
        await world.answer_to(world.says(world.person("Anna"), FACTS[3].question))

    (line,) = [line for line in bot.log.splitlines() if "ADMIN_CHAT" in line]
    assert "WARNING" in line
    assert "the bot is in no group -1001234567899; add it there, or correct the number" in line


async def test_a_bot_that_was_killed_comes_back(server: BotApiServer, folder: Path) -> None:
    quiz = Quiz(server.world)
    async with BotProcess(server, folder) as bot:
        quiz.ask()
        await quiz.settles()
        await bot.restart()
        quiz.ask(4)
        await quiz.settles()

    tally = quiz.tally()
    assert (tally.answered, tally.lost, tally.wrong) == (5, 0, 0)
    assert tally.doubled <= 1  # killed between an answer and the note that it was given


async def test_a_bot_outlives_a_bad_gateway(server: BotApiServer, folder: Path) -> None:
    quiz = Quiz(server.world)
    server.misbehaves(*(ScriptRow(method, bad_gateway(), times=1) for method in ("getMe", "getUpdates")))
    async with BotProcess(server, folder) as bot:
        quiz.ask(2)
        await quiz.settles()

        assert bot.is_alive
    assert quiz.tally().is_perfect
    assert server.script.done == [1, 1]


async def test_a_list_a_picture_and_a_quiz_come_over_the_wire(
    server: BotApiServer, world: TelegramWorld, folder: Path
) -> None:
    anna, forum = world.person("Anna"), world.supergroup(topics=[TOPIC])
    async with BotProcess(server, folder, LOG_LEVEL="DEBUG") as bot:
        shown = await world.answer_to(world.says(anna, "/timeline harbour", forum, topic=TOPIC))
        picture = shown["reply_markup"]["inline_keyboard"][-1][0]["callback_data"]
        world.presses(anna, forum, shown["message_id"], picture)
        await world.until(lambda: any("photo" in message for message in forum.messages.values()))
        quiz = await world.answer_to(world.says(anna, "/quiz harbour", forum, topic=TOPIC))
        bot.send(signal.SIGTERM)  # what it thinks of Telegram's answers is in its log when it has ended
        status = await bot.ends()

        photo = next(message for message in forum.messages.values() if "photo" in message)
        assert "1. January 1900 – The harbour of Bergen" in shown["text"]
        assert (photo["message_thread_id"], photo["caption"]) == (TOPIC, "/timeline harbour")
        assert (quiz["message_thread_id"], quiz["poll"]["type"]) == (TOPIC, "quiz")
        assert status == 0
