"""What is stored about a member is theirs to see and to delete, and nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.store import KEY
from tests.chat.test_admin_commands import as_group
from tests.chat.transport import AS_CHANNEL
from tests.chat.world import ADA, ANNA, BORIS, GROUP, STAFF

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.transport import Json
    from tests.chat.world import World

ANSWERED, REFUSED = "/ask who opened the Oslo library?", "/ask where did the wallaby go"


def found_in(folder: Path, *things: bytes) -> list[str]:
    files = [one for one in folder.rglob("*") if one.is_file() and one.name != KEY]
    return [one.name for one in files if any(thing in one.read_bytes() for thing in things)]


async def test_one_page_says_all_that_is_stored(world: World) -> None:
    for chat in (None, GROUP):
        (page,) = await world.says(ANNA, "/privacy", chat)

        for promise in (
            "90 days", "codes made with a secret key", "if I found nothing",
            "No command shows them to anybody but you", "whoever runs this bot can read them",
            "encrypted", "/mydata", "/forgetme",
        ):  # fmt: skip
            assert promise in page.text


async def test_a_member_sees_what_is_stored_about_them_alone(world: World) -> None:
    (nothing,) = await world.says(ANNA, "/mydata")
    assert nothing.text.startswith("I have stored nothing about you")
    for text in (ANSWERED, REFUSED, REFUSED + " <b>&"):
        await world.says(ANNA, text, GROUP)
    await world.says(BORIS, REFUSED + " of Boris", GROUP)

    (told,) = await world.says(ANNA, "/mydata")
    assert "3 questions, 0 votes" in told.text
    assert "where did the wallaby go <b>&" in told.text
    assert "Boris" not in told.text
    assert "Oslo" not in told.text


async def test_a_long_list_of_words_fits_into_one_message(world: World) -> None:
    assert world.store
    for _ in range(9):
        await world.says(ANNA, f"/ask {'wallaby ' * 80}", GROUP)
        world.clock.time += 60
    for _ in range(8):
        await world.says(ANNA, f"/ask {'wallaby ' * 80}", GROUP)
        world.clock.time += 60

    (told,) = await world.says(ANNA, "/mydata")
    assert "… and 5 more." in told.text


OTHER_NAMES: list[tuple[str, int, Json]] = [
    ("in a group", GROUP, {}),
    ("as an anonymous admin", STAFF, as_group(STAFF)),
    (
        "as a channel",
        GROUP,
        {"from": AS_CHANNEL, "sender_chat": {"id": -5, "type": "channel", "title": "A"}},
    ),
]


@pytest.mark.parametrize(("case", "chat", "more"), OTHER_NAMES, ids=[row[0] for row in OTHER_NAMES])
async def test_it_is_shown_where_only_they_see_it(world: World, case: str, chat: int, more: Json) -> None:
    await world.says(ADA, REFUSED, chat, **more)

    (told,) = await world.says(ADA, "/mydata", chat, **more)
    assert "Please write me that in private, under your own name: @HistoryBot" in told.text
    assert "wallaby" not in told.text


async def test_nothing_is_left_of_a_member_who_wants_to_be_forgotten(world: World) -> None:
    assert world.store
    for text in (ANSWERED, REFUSED):
        await world.says(ANNA, text, GROUP)
        await world.says(ANNA, text.removeprefix("/ask "))
        await world.says(BORIS, "/ask what of the kangaroo", GROUP)
    folder = world.config.data_dir

    (told,) = await world.says(ANNA, "/forgetme", GROUP)
    await world.store.forget_old()  # as every minute: of "/forgetme" itself traces are left till then

    assert told.text.startswith("Done. Nothing is stored about you any more")
    assert found_in(folder, b"wallaby", str(ANNA.id).encode(), b"Anna") == []
    (nothing,) = await world.says(ANNA, "/mydata")
    assert nothing.text.startswith("I have stored nothing about you")
    assert len(await world.store.database.read("SELECT * FROM questions")) == 2


async def test_questions_do_not_go_on_from_what_is_forgotten(world: World) -> None:
    (answer,) = await world.says(ANNA, ANSWERED, GROUP)
    await world.says(ANNA, "/forgetme")

    (shown,) = await world.says(BORIS, "when?", GROUP, reply_to=answer.id)
    assert shown.text.startswith("I need a name or a word to look for.")


async def test_who_is_still_in_a_backup_is_told_so(world: World) -> None:
    await world.says(ANNA, REFUSED, GROUP)
    (world.config.data_dir / "backups").symlink_to(world.config.data_dir / "backups")  # nobody can follow it

    (shown,) = await world.says(ANNA, "/forgetme", GROUP)
    assert "nothing is stored about you here any more" in shown.text
    assert "A backup cannot be opened just now" in shown.text


async def test_nobody_is_forgotten_in_the_name_of_a_group(world: World) -> None:
    (told,) = await world.says(ADA, "/forgetme", STAFF, **as_group(STAFF))

    assert told.text.startswith("Please write me that in private")


@pytest.mark.parametrize("command", ["/mydata", "/forgetme"])
async def test_a_database_that_cannot_be_used_is_met_with_a_friendly_line(world: World, command: str) -> None:
    assert world.store
    await world.store.close()

    (told,) = await world.says(ANNA, command)
    assert told.text.startswith("I cannot look that up just now")


async def test_nothing_that_a_member_wrote_is_stored_with_an_answer(world: World) -> None:
    assert world.store
    await world.says(ANNA, "/ask who opened the Oslo library, zebra?", GROUP)
    await world.store.forget_old()

    assert (
        found_in(world.config.data_dir, b"zebra", b"Oslo", str(ANNA.id).encode(), str(GROUP).encode()) == []
    )
