"""A document is taken out of the folder by an admin; while an earlier library answers nothing sneaks back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH
from bot.publishing.proposals import ROLLED_BACK
from tests.chat.test_publishing import ZOO, press, write
from tests.chat.world import ANNA, BORIS, FORUM, GROUP, MALLORY, TOPIC

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.world import World

PUBLISH = ENGLISH.text("button_publish")


@pytest.mark.parametrize(("chat", "topic"), [(None, None), (GROUP, None), (FORUM, TOPIC)])
@pytest.mark.parametrize("name", ["alice.md", "Alice.md"])
async def test_a_document_is_taken_out_after_a_look(
    world: World, knowledge: Path, chat: int | None, topic: int | None, name: str
) -> None:
    *_, card = await world.says(BORIS, f"/remove {name}", chat, topic=topic)
    assert "• alice.md: gone, " in card.text
    assert (knowledge / "alice.md").exists()
    _, after = await press(world, BORIS, card, PUBLISH)

    assert after.bold[0] == "Published."
    assert not (knowledge / "alice.md").exists()
    assert "removed alice.md" in (knowledge / ".changes.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["", "zoo.md", "../alice.md", "aliases.yaml"])
async def test_without_a_known_name_it_lists_those_there_are(world: World, name: str) -> None:
    (shown,) = await world.says(BORIS, f"/remove {name}")

    unknown = f"There is no document {name}.\n" if name else ""
    assert shown.text == f"{unknown}Which document? /remove alice.md\nThese I have: alice.md, binance.md"


async def test_it_is_for_admins(world: World, knowledge: Path) -> None:
    (shown,) = await world.says(MALLORY, "/remove alice.md", GROUP)

    assert shown.text.startswith("That is for the admins")
    assert (knowledge / "alice.md").exists()


async def test_the_last_document_stays(world: World, knowledge: Path) -> None:
    (knowledge / "alice.md").unlink()
    await world.live.reload()

    *_, card = await world.says(BORIS, "/remove binance.md")

    assert card.bold[0] == "This cannot be published."
    assert world.buttons(card) == {}
    assert (knowledge / "binance.md").exists()


async def rolled_back(world: World, knowledge: Path) -> None:
    """The zoo is published, and the library before it answers again."""
    write(knowledge)
    await world.says(BORIS, "/reload")
    (card,) = await world.says(BORIS, "/rollback")
    await press(world, BORIS, card, "1")
    assert world.live.is_rolled_back


async def test_after_a_rollback_the_file_goes_at_once_and_nothing_brings_it_back(
    world: World, knowledge: Path
) -> None:
    await rolled_back(world, knowledge)

    *_, card = await world.says(BORIS, "/remove zoo.txt")

    assert card.text == "Taken out: zoo.txt. What I answer from stays as it is."
    assert not (knowledge / "zoo.txt").exists()
    assert not world.live.is_rolled_back
    *_, report = await world.says(BORIS, "/reload")
    assert report.bold[0] == "Nothing has changed."


async def test_after_a_rollback_what_publishes_unasked_does_not_bring_the_later_library_back(
    world: World, knowledge: Path
) -> None:
    await rolled_back(world, knowledge)
    (answer,) = await world.says(ANNA, "/ask when did the company move to Tokyo?", GROUP)

    *_, shown = await world.says(BORIS, "/pin", GROUP, reply_to=answer.id)

    assert shown.text == f"Nothing was changed: {ROLLED_BACK}"
    assert world.live.is_rolled_back
    assert (knowledge / "zoo.txt").read_text(encoding="utf-8") == ZOO


async def test_the_status_says_that_an_earlier_library_answers_since_when_and_why(
    world: World, knowledge: Path
) -> None:
    (before,) = await world.says(BORIS, "/status")
    await rolled_back(world, knowledge)
    (after,) = await world.says(BORIS, "/status")

    assert "earlier library" not in before.text
    assert "⏪ An earlier library answers since 20" in after.text
    assert " UTC, by /rollback 20" in after.text
