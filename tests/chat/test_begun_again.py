"""What an admin began is done after a stop or a crash, and what is worked on twice is made once."""

from __future__ import annotations

import asyncio
import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH
from bot.edits.changes import read_changes
from bot.publishing.live import LiveLibrary
from tests.building.in_thread import built_in_thread
from tests.chat.test_dispatcher import left_behind
from tests.chat.test_publishing import PUBLISH, ZOO
from tests.chat.world import ANNA, BORIS, GROUP, World, config_for

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from bot.building.dry_run import BuildOrder, DryRun
    from tests.chat.transport import Json, Shown

WALLABY = "/ask where does the wallaby live?"
PASSAGE = "9 May 2020, Minutes\nThe wallaby lives in the harbour zoo."
FERRY = "The old ferry Wanderer sank in the harbour, nobody was hurt."
TOKYO = "/ask when did the company move to Tokyo?"
WRITTEN = ("taught.md", "chronicle-*.md", "questions.yaml", "zoo.txt", "aliases.yaml")


GOES_ON = tuple(  # what a message of ours says until it says what came of it
    ENGLISH.text(key) for key in ("publishing", "check_reads", "reloading", "upload_receiving")
)


def standing(world: World) -> list[str]:
    """What all messages say now."""
    return [
        message.get("text", "")
        for chat in world.transport.chats.values()
        for message in chat.messages.values()
    ]


@dataclass
class Builder:
    """Builds libraries in a thread, or is at it until the bot ends."""

    is_stuck: bool = False

    async def __call__(self, order: BuildOrder, _: object = None) -> DryRun:
        if self.is_stuck:
            await asyncio.Event().wait()
        return await built_in_thread(order)


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Builder:
    monkeypatch.setattr("bot.chat.application.GRACE", 0.2)
    monkeypatch.setattr("bot.chat.administration.publishing.PATIENCE", 0.0)  # it says at once that it goes on
    return Builder()


@pytest.fixture
def still_world(knowledge: Path, builder: Builder) -> World:
    """A world whose bot does not run yet."""
    config = config_for(knowledge.parent)
    return World(config, LiveLibrary(knowledge, place=config.data_dir / "library", builder=builder))


async def wished(world: World) -> Shown:
    """The prompt for a passage that answers Anna's question, who wishes to be told."""
    (refusal,) = await world.says(ANNA, WALLABY, GROUP)
    await world.presses(ANNA, refusal, world.buttons(refusal)[ENGLISH.text("ask_admin")])
    (prompt,) = await world.says(BORIS, "/teach", GROUP, reply_to=refusal.id)
    return prompt


async def teach(world: World) -> Json:
    prompt = await wished(world)
    return {"message": world.message(BORIS, PASSAGE, GROUP, reply_to=prompt.id)}


async def remember(world: World) -> Json:
    message = world.message(ANNA, FERRY, GROUP)
    return {"message": world.message(BORIS, "/remember", GROUP, reply_to=message["message_id"])}


async def pin(world: World) -> Json:
    (answer,) = await world.says(ANNA, TOKYO, GROUP)
    return {"message": world.message(BORIS, "/pin", GROUP, reply_to=answer.id)}


async def reload(world: World) -> Json:
    (world.config.knowledge / "zoo.txt").write_text(ZOO, encoding="utf-8")
    return {"message": world.message(BORIS, "/reload")}


async def upload(world: World) -> Json:
    document = world.transport.document("zoo.txt", ZOO.encode())
    return {"message": world.message(BORIS, "", document=document)}


async def alias(world: World) -> Json:
    return {"message": world.message(BORIS, "/alias CZ = Changpeng Zhao")}


async def publish(world: World) -> Json:
    card = (await world.hears(await upload(world)))[-1]
    message = copy.deepcopy(world.transport.chats[card.chat].messages[card.id])  # as it is at the press
    data = world.buttons(card)[PUBLISH]
    return {
        "callback_query": {
            "id": "1", "from": BORIS.json, "message": message, "chat_instance": "1", "data": data
        }
    }  # fmt: skip


BEGUN: list[tuple[Callable[[World], Awaitable[Json]], str]] = [  # and how what comes of it begins
    (teach, "Published."),
    (remember, "Remembered as of"),
    (pin, "Every reload checks"),
    (reload, "Reloaded"),
    (upload, "zoo.txt: new"),
    (alias, "aliases.yaml"),
    (publish, "I was started anew since you looked"),
]


@pytest.mark.parametrize(("prepare", "outcome"), BEGUN, ids=lambda row: getattr(row, "__name__", ""))
async def test_what_was_begun_when_the_bot_stopped_is_done_after_the_next_start(
    still_world: World, builder: Builder, prepare: Callable[[World], Awaitable[Json]], outcome: str
) -> None:
    async with still_world.running() as world:
        update = await prepare(world)
        builder.is_stuck = True
        await world.hears(update, settles=False)
    builder.is_stuck = False
    before = len(still_world.transport.shown)

    async with still_world.running() as world:
        await world.all_done()
        await world.settles()
    texts = [shown.text for shown in still_world.transport.shown[before:]]
    assert any(outcome in text for text in texts), texts
    assert not [text for text in standing(still_world) if text.startswith(GOES_ON)]


@pytest.mark.parametrize("prepare", [teach, remember, pin, publish], ids=lambda row: row.__name__)
async def test_what_is_worked_on_twice_is_made_once(
    still_world: World, prepare: Callable[[World], Awaitable[Json]]
) -> None:
    knowledge = still_world.config.knowledge

    def written() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for name in WRITTEN for path in knowledge.glob(name)}

    async with still_world.running() as world:
        update = await prepare(world)
        await world.hears(update)
        before, changes = written(), list(read_changes(knowledge))
    await left_behind(still_world, update)
    async with still_world.running() as world:
        await world.all_done()
        await world.settles()

    assert before
    assert written() == before
    assert list(read_changes(knowledge)) == changes


async def test_who_asked_is_told_once_though_the_passage_is_taken_twice(still_world: World) -> None:
    async with still_world.running() as world:
        update = await teach(world)
        await world.hears(update)
        assert world.bot
        await world.bot.callbacks.administration.gap_news.tell_all()
    await left_behind(still_world, update)
    async with still_world.running() as world:
        await world.all_done()
        await world.settles()
        assert world.bot
        await world.bot.callbacks.administration.gap_news.tell_all()

    news = [
        shown
        for shown in still_world.transport.shown
        if "harbour zoo" in shown.text and shown.chat == GROUP and "Published" not in shown.text
    ]
    assert len(news) == 1


async def test_a_press_that_a_crash_cut_off_after_it_published_finds_that_on_its_card(
    still_world: World,
) -> None:
    async with still_world.running() as world:
        update = await publish(world)
        await world.hears(update)
    await left_behind(still_world, update)
    async with still_world.running() as world:
        await world.all_done()
        await world.settles()

    assert still_world.transport.shown[-1].text == "Published."
    assert list(world.buttons(still_world.transport.shown[-1])) == []
