"""What is stored about a member is theirs to see and to delete, and nobody else's."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.store import KEY, WORDS_KEPT
from tests.chat.test_admin_commands import as_group
from tests.chat.transport import AS_CHANNEL
from tests.chat.world import ADA, ANNA, BORIS, GROUP, STAFF, ago

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.transport import Json
    from tests.chat.world import World

ANSWERED, REFUSED = "/ask who opened the Oslo library?", "/ask where did the wallaby go"


def found_in(folder: Path, *things: bytes) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != KEY]
    return [path.name for path in files if any(thing in path.read_bytes() for thing in things)]


async def test_one_page_says_all_that_is_stored(world: World) -> None:
    for chat in (None, GROUP):
        (page,) = await world.says(ANNA, "/privacy", chat)

        for promise in (
            "90 days", "7 days", "codes made with a secret key", "if I found nothing",
            "the admins see in /gaps and /export, without who asked", "no command shows to anybody but you",
            "whoever runs this bot can read them",
            "by /remember, or forwards to me as an answer: its words", "/mydata", "/forgetme",
        ):  # fmt: skip
            assert promise in page.text


async def test_a_member_sees_what_is_stored_about_them_alone(world: World) -> None:
    (nothing,) = await world.says(ANNA, "/mydata")
    assert nothing.text.startswith("I have stored nothing about you")
    for text in (ANSWERED, REFUSED, REFUSED + " <b>&"):
        await world.says(ANNA, text, GROUP)
    await world.says(BORIS, REFUSED + " of Boris", GROUP)

    (shown,) = await world.says(ANNA, "/mydata")
    assert "3 questions, 0 votes" in shown.text
    assert "where did the wallaby go <b>&" in shown.text
    assert "who opened the Oslo library?" in shown.text
    assert "Boris" not in shown.text


async def test_a_long_list_of_words_fits_into_one_message(world: World) -> None:
    assert world.store
    for _ in range(9):
        await world.says(ANNA, f"/ask {'wallaby ' * 80}", GROUP)
        world.clock.time += 60
    for _ in range(8):
        await world.says(ANNA, f"/ask {'wallaby ' * 80}", GROUP)
        world.clock.time += 60

    (shown,) = await world.says(ANNA, "/mydata")
    assert "… and 5 more." in shown.text


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

    (shown,) = await world.says(ADA, "/mydata", chat, **more)
    assert "Please write me that in private, under your own name: @HistoryBot" in shown.text
    assert "wallaby" not in shown.text


async def test_nothing_is_left_of_a_member_who_wants_to_be_forgotten(world: World) -> None:
    assert world.store
    for text in (ANSWERED, REFUSED):
        await world.says(ANNA, text, GROUP)
        await world.says(ANNA, text.removeprefix("/ask "))
        await world.says(BORIS, "/ask what of the kangaroo", GROUP)
    folder = world.config.data_dir

    (shown,) = await world.says(ANNA, "/forgetme", GROUP)
    await world.store.forget_old()  # as every minute: of "/forgetme" itself traces are left till then

    assert shown.text.startswith("Done. Nothing is stored about you any more")
    assert found_in(folder, b"wallaby", str(ANNA.id).encode(), b"Anna") == []
    (nothing,) = await world.says(ANNA, "/mydata")
    assert nothing.text.startswith("I have stored nothing about you")
    assert len(await world.store.database.read("SELECT * FROM questions")) == 2


async def test_nothing_is_noted_of_a_question_that_waited_while_its_member_was_forgotten(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert world.store
    may_go = world.slow_in(GROUP, monkeypatch)
    for member in (ANNA, BORIS):
        await world.takes({"message": world.message(member, REFUSED, GROUP)})
    await world.takes({"message": world.message(ANNA, "/forgetme")})
    await world.transport.has_shown(1)
    may_go.set()
    await world.all_done()

    assert len(world.transport.shown) == 3
    assert (await world.store.remembered_of(ANNA.id)).questions == 0
    assert (await world.store.remembered_of(BORIS.id)).questions == 1


async def test_what_is_asked_after_being_forgotten_is_noted_again(world: World) -> None:
    await world.says(ANNA, "/forgetme", date=ago(5))
    await world.says(ANNA, REFUSED)

    assert world.store
    assert (await world.store.remembered_of(ANNA.id)).questions == 1


async def test_questions_do_not_go_on_from_what_is_forgotten(world: World) -> None:
    (answer,) = await world.says(ANNA, ANSWERED, GROUP)
    await world.says(ANNA, "/forgetme")

    (shown,) = await world.says(BORIS, "when?", GROUP, reply_to=answer.id)
    assert shown.text.startswith("I do not know what that is about.")


async def test_who_is_still_in_a_backup_is_told_so(world: World) -> None:
    await world.says(ANNA, REFUSED, GROUP)
    (world.config.data_dir / "backups").symlink_to(world.config.data_dir / "backups")  # nobody can follow it

    (shown,) = await world.says(ANNA, "/forgetme", GROUP)
    assert "nothing is stored about you here any more" in shown.text
    assert "A backup cannot be opened just now" in shown.text


async def test_nobody_is_forgotten_in_the_name_of_a_group(world: World) -> None:
    (shown,) = await world.says(ADA, "/forgetme", STAFF, **as_group(STAFF))

    assert shown.text.startswith("Please write me that in private")


@pytest.mark.parametrize(
    ("command", "line"),
    [("/mydata", "I cannot look that up just now"), ("/forgetme", "I cannot do that just now")],
)
async def test_a_database_that_cannot_be_used_is_met_with_a_friendly_line(
    world: World, command: str, line: str
) -> None:
    assert world.store
    await world.store.close()

    (shown,) = await world.says(ANNA, command)
    assert shown.text.startswith(line)


async def test_the_words_of_an_answered_question_go_after_a_week_and_numbers_are_never_there(
    world: World,
) -> None:
    assert world.store
    await world.says(ANNA, "/ask who opened the Oslo library, zebra?", GROUP)
    await world.store.forget_old()
    numbers = str(ANNA.id).encode(), str(GROUP).encode()

    assert found_in(world.config.data_dir, b"zebra")
    assert found_in(world.config.data_dir, *numbers) == []
    week_ago = ago(WORDS_KEPT // timedelta(seconds=1) + 60)
    await world.store.database.write(("UPDATE questions SET asked_at = ?", (week_ago,)))
    await world.store.forget_old()
    assert found_in(world.config.data_dir, b"zebra") == []
