"""Admins look before they publish, publish by a button, and take it back."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.building.in_thread import live_library
from tests.chat.transport import ANONYMOUS_ADMIN
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP, MALLORY, STAFF, TOPIC
from tests.conftest import BINANCE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.transport import Member, Shown
    from tests.chat.world import World

ZOO = "Zoo\n\nThe zoo of Bergen opened in 1950 with a wallaby.\n"
GOLDEN = "- {question: Who opened the Oslo library?, passage: Oslo}\n"
PUBLISH, CANCEL = "✅ Publish", "✖️ Cancel"


def write(knowledge: Path, name: str = "zoo.txt", text: str = ZOO) -> None:
    (knowledge / name).write_text(text, encoding="utf-8")


async def looked(world: World, member: Member = BORIS, chat: int | None = None, **more: Any) -> Shown:
    """The card that /reload check ends with."""
    return (await world.says(member, "/reload check", chat, **more))[-1]


async def press(world: World, member: Member, card: Shown, text: str) -> tuple[str | None, Shown]:
    """What whoever pressed was told, and what the bot showed last."""
    notice = await world.presses(member, card, world.buttons(card)[text])
    await world.settles()
    return notice, world.transport.shown[-1]


async def test_a_check_shows_what_would_change_and_changes_nothing(world: World, knowledge: Path) -> None:
    write(knowledge)
    (knowledge / "alice.md").unlink()
    write(knowledge, "binance.md", BINANCE.replace("rented", "bought"))

    progress, card = await world.says(BORIS, "/reload check")

    assert progress.text.startswith("Reading the documents to see")
    assert card.is_edit
    assert card.id == progress.id
    assert card.bold[0] == "Not published yet."
    for words in (
        "2 documents", "• zoo.txt: new, 1 passage", "• binance.md: ", "• alice.md: gone, ",
        "+ The zoo of Bergen opened in 1950", "text “Zoo”; 100% dated (1950)",
    ):  # fmt: skip
        assert words in card.text
    assert list(world.buttons(card)) == [PUBLISH, CANCEL]
    (shown,) = await world.says(ANNA, "when did the zoo of Bergen open?")
    assert "1950" not in shown.text


async def test_what_was_checked_is_published_by_a_button(world: World, knowledge: Path) -> None:
    write(knowledge)
    card = await looked(world)

    notice, after = await press(world, BORIS, card, PUBLISH)

    assert notice == "Publishing …"
    assert (after.is_edit, after.id, after.bold[0]) == (True, card.id, "Published.")
    assert world.buttons(after) == {}
    (shown,) = await world.says(ANNA, "when did the zoo of Bergen open?")
    assert shown.bold[0] == "1950"


async def test_golden_questions_stand_side_by_side(world: World, knowledge: Path) -> None:
    write(knowledge, "questions.yaml", GOLDEN)
    await world.says(BORIS, "/reload")
    text = (knowledge / "alice.md").read_text(encoding="utf-8")
    write(knowledge, "alice.md", text.replace("1998", "1999"))

    card = await looked(world)

    assert "1 golden question would be answered otherwise." in card.text
    assert "• Who opened the Oslo library?\nbefore: ✓ March 1998 – “" in card.text
    assert "after: ✓ March 1999 – “" in card.text


async def test_cancelled_is_cancelled(world: World, knowledge: Path) -> None:
    write(knowledge)
    card = await looked(world)

    _, after = await press(world, BORIS, card, CANCEL)
    assert after.text == "Cancelled. Nothing was changed."
    notice = (
        await world.presses(BORIS, card, world.buttons(card).get(PUBLISH, "")) if world.buttons(card) else ""
    )

    assert notice == ""
    assert "zoo.txt" not in world.live.current.documents.by_file()


async def test_nothing_to_publish_has_no_button(world: World) -> None:
    card = await looked(world)

    assert card.bold[0] == "Nothing would change."
    assert world.buttons(card) == {}


async def test_a_faulty_file_is_named_and_the_rest_can_be_published(world: World, knowledge: Path) -> None:
    write(knowledge)
    write(knowledge, "bad & <evil>.md", "")

    card = await looked(world)
    assert "Left out, as it cannot be read\n• bad & <evil>.md:1: holds no text" in card.text
    _, after = await press(world, BORIS, card, "✅ Publish without them")

    assert after.bold[0] == "Published."
    assert "zoo.txt" in world.live.current.documents.by_file()


async def test_of_faulty_files_alone_there_is_nothing_to_publish(world: World, knowledge: Path) -> None:
    for path in knowledge.iterdir():
        path.write_text("")

    card = await looked(world)

    assert card.bold[0] == "This cannot be published."
    assert "Please correct\n• alice.md:1: holds no text" in card.text
    assert world.buttons(card) == {}


async def test_what_changed_since_is_shown_again(world: World, knowledge: Path) -> None:
    write(knowledge)
    card = await looked(world)
    write(knowledge, "canal.txt", "Canals\n\nThe canal was dug in 1870 by hand.\n")

    _, again = await press(world, BORIS, card, PUBLISH)

    assert again.bold[0].startswith("Something has changed since you looked")
    assert "• canal.txt: new, " in again.text
    assert "• zoo.txt: new, " in again.text
    assert "zoo.txt" not in world.live.current.documents.by_file()
    _, after = await press(world, BORIS, again, PUBLISH)
    assert after.bold[0] == "Published."


async def test_a_long_report_has_pages(world: World, knowledge: Path) -> None:
    for number in range(30):
        write(knowledge, f"zoo{number}.txt", ZOO.replace("wallaby", f"wallaby named {number} " * 3))
    card = await looked(world)

    pages = [card]
    while "›" in world.buttons(pages[-1]):
        notice, page = await press(world, BORIS, pages[-1], "›")
        assert notice is None
        pages.append(page)

    text = "\n".join(page.text for page in pages)
    assert len(pages) > 1
    assert all(f"• zoo{number}.txt: new, 1 passage" in text for number in range(30))
    _, back = await press(world, BORIS, pages[-1], "‹")
    assert back.text == pages[-2].text
    _, after = await press(world, BORIS, back, PUBLISH)
    assert after.bold[0] == "Published."


async def test_it_works_in_a_topic(world: World, knowledge: Path) -> None:
    write(knowledge)

    _, card = await world.says(BORIS, "/reload check", FORUM, topic=TOPIC)
    notice, after = await press(world, BORIS, card, PUBLISH)

    assert (notice, after.bold[0], after.chat) == ("Publishing …", "Published.", FORUM)


@pytest.mark.parametrize("text", [PUBLISH, CANCEL])
async def test_a_button_is_for_admins(world: World, knowledge: Path, text: str) -> None:
    write(knowledge)
    card = await looked(world, BORIS, GROUP)
    before = len(world.transport.shown)

    notice = await world.presses(MALLORY, card, world.buttons(card)[text])

    assert notice == "That is for the admins of this bot."
    assert len(world.transport.shown) == before
    notice, after = await press(world, ADA, card, text)  # another admin may
    assert after.is_edit


async def test_an_anonymous_admin_looks_and_publishes(world: World, knowledge: Path) -> None:
    write(knowledge)
    anonymous = {
        "from": ANONYMOUS_ADMIN, "sender_chat": {"id": STAFF, "type": "supergroup", "title": "History"}
    }  # fmt: skip

    card = await looked(world, ADA, STAFF, **anonymous)
    _, after = await press(world, ADA, card, PUBLISH)

    assert after.bold[0] == "Published."


async def test_a_second_admin_at_the_same_moment_is_told(world: World, knowledge: Path) -> None:
    write(knowledge)
    card = await looked(world, BORIS, STAFF)
    data = world.buttons(card)[PUBLISH]

    await asyncio.gather(world.presses(BORIS, card, data), world.presses(ADA, card, data))
    await world.settles()

    assert sorted(answer["text"] for answer in world.transport.callbacks) == [
        "Another change is being read or published just now. Please try again in a moment.", "Publishing …",
    ]  # fmt: skip
    assert [shown.bold[0] for shown in world.transport.shown if shown.bold].count("Published.") == 1
    assert (await world.presses(ADA, card, data) or "").startswith("This is over")


async def test_a_check_outlives_a_restart(quiet_world: World, knowledge: Path) -> None:
    async with quiet_world.running() as world:
        write(knowledge)
        card = await looked(world)
    (knowledge / "zoo.txt").unlink()
    quiet_world.live = live_library(knowledge, quiet_world.config.data_dir / "library")
    write(knowledge)

    async with quiet_world.running() as world:
        notice, again = await press(world, BORIS, card, PUBLISH)
        assert notice == "Publishing …"
        assert again.bold[0] == "I was started anew since you looked, so I looked again."
        _, after = await press(world, BORIS, again, PUBLISH)

    assert after.bold[0] == "Published."


async def test_without_room_for_it_a_check_says_so(
    world: World, knowledge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(knowledge)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bot.publishing.proposal.write_whole", full)
    card = await looked(world)

    assert card.text == "Nothing was changed.\nthe changes could not be kept (No space left on device)"


async def test_an_earlier_library_answers_again(world: World, knowledge: Path) -> None:
    write(knowledge)
    await world.says(BORIS, "/reload")

    (card,) = await world.says(BORIS, "/rollback")
    assert "UTC: /reload; 3 documents, 6 passages" in card.text
    assert "1. " in card.text
    assert "as I started; 2 documents, 5 passages" in card.text
    notice, after = await press(world, BORIS, card, "1")

    assert notice == "Publishing …"
    assert after.bold[0] == "This library answers again:"
    assert "/reload brings them again" in after.text
    (shown,) = await world.says(ANNA, "when did the zoo of Bergen open?")
    assert "1950" not in shown.text
    _, again = await world.says(BORIS, "/reload")
    assert "New: zoo.txt" in again.text


async def test_without_an_earlier_library_there_is_none_to_choose(world: World) -> None:
    (card,) = await world.says(BORIS, "/rollback")

    assert card.text.endswith("I keep no earlier library yet. From the next change on I do.")
    assert world.buttons(card) == {}


async def test_taking_back_is_for_admins_and_of_what_is_kept(world: World, knowledge: Path) -> None:
    write(knowledge)
    await world.says(BORIS, "/reload")
    (card,) = await world.says(BORIS, "/rollback", GROUP)
    data = world.buttons(card)["1"]

    assert await world.presses(MALLORY, card, data) == "That is for the admins of this bot."
    assert await world.presses(BORIS, card, data) == "Publishing …"
    await world.settles()
    assert (await world.presses(BORIS, card, data) or "").startswith("I do not keep that library any more")
