"""Messages become history as a reply to them, and whoever wrote them can take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH
from bot.edits.changes import read_changes
from tests.chat.test_admin_commands import as_group
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP, MALLORY, TOPIC

if TYPE_CHECKING:
    from tests.chat.transport import Json, Member, Shown
    from tests.chat.world import World

FERRY = "The old ferry Wanderer sank in the harbour, nobody was hurt."
ASK = "/ask what happened to the ferry Wanderer?"


async def remembered(
    world: World, command: str = "/remember", by: Member = BORIS, **more: Json
) -> list[Shown]:
    """What is shown when an admin remembers a message of Anna's in the group."""
    message = world.message(ANNA, FERRY, GROUP)
    return await world.says(by, command, GROUP, settles=True, reply_to=message["message_id"], **more)


def chronicle(world: World) -> str:
    (file,) = world.config.knowledge.glob("chronicle-*.md")
    return file.read_text(encoding="utf-8")


async def test_a_message_is_answered_from_with_its_date_and_a_link_to_it(world: World) -> None:
    (line,) = await remembered(world, "/remember 3 May 2021 The end of the Wanderer")
    (answer,) = await world.says(MALLORY, ASK, GROUP)

    assert line.text.startswith("Remembered as of 3 May 2021, in “")
    assert FERRY in answer.text
    assert "3 May 2021" in answer.text
    assert "Anna" not in chronicle(world)
    assert "t.me/c/" in chronicle(world)


async def test_without_a_date_it_is_the_day_of_the_message(world: World) -> None:
    (line,) = await remembered(world)
    (answer,) = await world.says(MALLORY, ASK, GROUP)

    day = line.bold[0]
    assert day in answer.text


async def test_the_name_is_written_down_where_the_group_says_so(world: World) -> None:
    assert world.bot
    settings = await world.bot.services.settings.of(GROUP)
    from dataclasses import replace  # noqa: PLC0415

    await world.bot.services.settings.choose(GROUP, replace(settings, names=True))
    await remembered(world)

    assert "[Anna](https://t.me/c/" in chronicle(world)


MAY = [
    ("the bot's admin", BORIS, {}, True),
    ("an anonymous admin of the group", ADA, as_group(GROUP), True),
    ("a member", MALLORY, {}, False),
]


@pytest.mark.parametrize(("case", "member", "more", "may"), MAY, ids=[row[0] for row in MAY])
async def test_admins_of_the_group_remember(
    world: World, case: str, member: Member, more: Json, may: bool
) -> None:
    (line,) = await remembered(world, by=member, **more)

    assert line.text.startswith("Remembered as of") is may
    assert bool(list(world.config.knowledge.glob("chronicle-*"))) is may
    if not may:
        assert line.text == ENGLISH.text("managers_only")


async def test_what_was_remembered_twice_stands_there_once_with_the_last_date(world: World) -> None:
    message = world.message(ANNA, FERRY, GROUP)
    for command in ("/remember 2020", "/remember 3 May 2021"):
        await world.says(BORIS, command, GROUP, reply_to=message["message_id"])

    assert chronicle(world).count("Wanderer") == 1
    assert "3 May 2021" in chronicle(world)


async def test_admins_who_remember_at_the_same_time_wait_for_each_other(world: World) -> None:
    ferry, pier = (world.message(ANNA, text, GROUP) for text in (FERRY, "The pier was painted red."))
    commands = [
        {"message": world.message(by, "/remember", GROUP, reply_to=what["message_id"])}
        for by, what in ((BORIS, ferry), (ADA, pier), (ADA, ferry))
    ]
    world.transport.chats[GROUP].admins = [ADA]
    await world.hears(*commands)

    last = {row.id: row.text for row in world.transport.shown}
    assert [text for text in last.values() if not text.startswith("Remembered as of")] == []
    assert chronicle(world).count("Wanderer") == 1
    assert chronicle(world).count("The pier was painted red.") == 1


WRONG = [
    ("/remember 2021-02-30 x", "“2021-02-30” is no date"),
    ("/remember 31.02.2021", "“31.02.2021” is no date"),
    ("/remember 30 February 2021 The end", "“30 February 2021” is no date"),
]


@pytest.mark.parametrize(("command", "line"), WRONG)
async def test_a_date_that_is_none_changes_nothing(world: World, command: str, line: str) -> None:
    (shown,) = await remembered(world, command)

    assert shown.text.startswith(line)
    assert not list(world.config.knowledge.glob("chronicle-*"))


async def test_what_is_no_message_of_a_member_is_met_with_how_to(world: World) -> None:
    (alone,) = await world.says(BORIS, "/remember", GROUP)
    (private,) = await world.says(BORIS, "/remember")
    photo = world.message(ANNA, "", GROUP, photo=[])
    (wordless,) = await world.says(BORIS, "/remember", GROUP, reply_to=photo["message_id"])
    (answer,) = await world.says(ANNA, "/ask who opened the Oslo library?", GROUP)
    (own,) = await world.says(BORIS, "/remember", GROUP, reply_to=answer.id)

    assert {alone.text, private.text} == {private.text}
    assert private.text.startswith("Reply to a message in a group with /remember")
    assert wordless.text == own.text == ENGLISH.text("remember_no_text")


@pytest.mark.parametrize("by", [ANNA, BORIS], ids=["its author", "an admin"])
@pytest.mark.parametrize("to", ["the message", "our line"])
async def test_it_is_taken_out_again(world: World, by: Member, to: str) -> None:
    message = world.message(ANNA, FERRY, GROUP)
    (line,) = await world.says(BORIS, "/remember", GROUP, reply_to=message["message_id"])
    number = message["message_id"] if to == "the message" else line.id

    (other,) = await world.says(MALLORY, "/forget", GROUP, reply_to=number)
    assert other.text == ENGLISH.text("not_yours")
    (done,) = await world.says(by, "/forget", GROUP, reply_to=number)
    (answer,) = await world.says(MALLORY, ASK, GROUP)

    assert done.text == ENGLISH.text("taken_out")
    assert FERRY not in answer.text
    assert not list(world.config.knowledge.glob("chronicle-*"))
    assert [entry.why.split()[0] for entry in read_changes(world.config.knowledge)] == ["remember", "forget"]


async def test_after_a_restart_its_author_takes_it_out_too(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        message = world.message(ANNA, FERRY, GROUP)
        await world.says(BORIS, "/remember", GROUP, reply_to=message["message_id"])
    async with quiet_world.running() as world:
        (done,) = await world.says(ANNA, "/forget", GROUP, reply_to=message["message_id"])
    assert done.text == ENGLISH.text("taken_out")


async def test_who_was_forgotten_is_an_author_no_more(world: World) -> None:
    message = world.message(ANNA, FERRY, GROUP)
    await world.says(BORIS, "/remember", GROUP, reply_to=message["message_id"])
    await world.says(ANNA, "/forgetme")

    (line,) = await world.says(ANNA, "/forget", GROUP, reply_to=message["message_id"])
    assert line.text == ENGLISH.text("not_yours")
    (done,) = await world.says(BORIS, "/forget", GROUP, reply_to=message["message_id"])
    assert done.text == ENGLISH.text("taken_out")


async def test_what_was_written_by_hand_stays(world: World) -> None:
    await remembered(world)
    (file,) = world.config.knowledge.glob("chronicle-*.md")
    by_hand = file.read_text(encoding="utf-8") + "\n## 2019\n\nA line of an admin's own.\n"
    file.write_text(by_hand, encoding="utf-8")
    await remembered(world, "/remember 2020")

    assert "A line of an admin's own." in chronicle(world)
    assert chronicle(world).count("Wanderer") == 2


async def test_an_entry_that_was_taken_out_by_hand_is_gone(world: World) -> None:
    message = world.message(ANNA, FERRY, GROUP)
    await world.says(BORIS, "/remember", GROUP, reply_to=message["message_id"])
    (file,) = world.config.knowledge.glob("chronicle-*.md")
    file.write_text("---\ntitle: Ours\n---\n\nAll new.\n", encoding="utf-8")

    (line,) = await world.says(BORIS, "/forget", GROUP, reply_to=message["message_id"])
    assert line.text == "Nothing was changed: that is not in the chronicle any more"


async def test_in_a_topic_it_is_answered_there(world: World) -> None:
    message = world.message(ANNA, FERRY, FORUM, topic=TOPIC)
    (line,) = await world.says(
        BORIS,
        "/remember",
        FORUM,
        reply_to=message["message_id"],
        message_thread_id=TOPIC,
        is_topic_message=True,
    )

    assert line.text.startswith("Remembered as of")


async def test_a_quotation_alone_is_remembered(world: World) -> None:
    message = world.message(ANNA, f"{FERRY} And now for lunch.", GROUP)
    quote = {"text": FERRY, "position": 0, "is_manual": True}
    await world.says(BORIS, "/remember", GROUP, reply_to=message["message_id"], quote=quote)

    assert "lunch" not in chronicle(world)
    assert "Wanderer" in chronicle(world)


async def test_while_a_file_is_faulty_nothing_is_remembered_or_taken_out_or_said_to_be(world: World) -> None:
    message = world.message(ANNA, FERRY, GROUP)
    number, faulty = message["message_id"], world.config.knowledge / "empty.md"

    async def says(command: str) -> str:
        (shown,) = await world.says(BORIS, command, GROUP, reply_to=number)
        return shown.text

    faulty.write_text("---\ntitle: x\n---\n", encoding="utf-8")
    assert (await says("/remember")).startswith("Nothing was changed: empty.md")
    assert not list(world.config.knowledge.glob("chronicle-*"))
    faulty.unlink()
    await says("/remember")
    faulty.write_text("---\ntitle: x\n---\n", encoding="utf-8")
    assert (await says("/forget")).startswith("Nothing was changed: empty.md")
    assert "Wanderer" in chronicle(world)
    faulty.unlink()
    assert await says("/forget") == ENGLISH.text("taken_out")
