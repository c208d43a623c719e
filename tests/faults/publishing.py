"""The bot is killed while an admin's files are read and published, or an earlier library is brought back."""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
import time
from functools import partial
from typing import TYPE_CHECKING

from tests.faults.finding import Finding
from tests.faults.scene import LONGEST, Scene, scene

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.server.people import Json, Person

WARM = 190  # the first of the uploads that are not disturbed
LATEST_KILL = 3.0  # times as long as an undisturbed publication takes
SENTENCES = {
    "ships.txt": "The ship Marigold of line seven sailed in May {year}.",
    "yachts.txt": "The yacht Petrel won the silver cup in June {year}.",
}
QUESTIONS = ("when did the ship Marigold sail?", "when did the yacht Petrel win the cup?")
FIRST_YEAR = 1700
YEAR = re.compile(r"(?:May|June) (1[78]\d\d)")


async def findings(kills: int) -> AsyncIterator[Finding]:
    yield await killed(kills)


async def killed(times: int) -> Finding:
    """SIGKILL at a random moment of an upload, its publication or a rollback, again and again.

    After each the files are of one upload, and the bot answers as they say, or as before a rollback.
    """
    chance, torn, wrong, left, published = random.Random(11), 0, 0, 0, 0
    is_back = False  # an earlier library may answer
    async with admin_scene() as (here, admin):
        knowledge = here.folder / "knowledge"
        longest = LATEST_KILL * await seconds_to_publish(here, admin)
        for number in range(1, times + 1):
            before = years_in_files(here)
            if number % 4 == 0:
                is_back = True
                here.world.says(admin, "/rollback")
                press(here, admin, await shown_card(here, admin, "1"), "1")
            else:
                upload(here, admin, number)
                if number % 4 != 1:
                    press(here, admin, await shown_card(here, admin, "Publish"), "Publish")
            known = data_of(here, admin, "Publish")
            await asyncio.sleep(chance.random() * longest)
            await here.bot.restart()
            if number % 4 == 1:  # what was killed is looked at again, else the next files would join these
                await here.world.until(partial(is_shown_again, here, admin, known), LONGEST)
            years, answered = years_in_files(here), await years_answered(here)
            torn += len(years) != 1
            published += years != before
            is_back &= years == before
            wrong += not answered or (answered != years and not is_back)
            left += len(list(knowledge.glob(".*.new")) + list((here.folder / "data").glob(".library*")))
        name = f"`kill -9` {times} times during uploads and rollbacks"
        figures = (
            f"{published} published; files of two uploads {torn} times, answers of another {wrong} times; "
            f"{left} files left over"
        )
        return Finding(name, not torn + wrong + left and here.bot.is_alive, figures)


@contextlib.asynccontextmanager
async def admin_scene() -> AsyncIterator[tuple[Scene, Person]]:
    """A bot that answers from the upload 0, and an admin."""
    async with scene(groups=0, polls=False) as here:
        admin = here.world.person("Ada")
        for name in SENTENCES:
            (here.folder / "knowledge" / name).write_text(content(name, 0), encoding="utf-8")
        here.bot.settings["ADMINS"] = str(admin.id)
        await here.bot.restart()
        yield here, admin


async def seconds_to_publish(here: Scene, admin: Person) -> float:
    """How long it takes on this machine from the press to the report, once all is warm."""
    seconds = 0.0
    for number in (WARM, WARM + 1):
        upload(here, admin, number)
        card = await shown_card(here, admin, "Publish")
        press(here, admin, card, "Publish")
        began = time.monotonic()
        await here.world.until(partial(is_published, here, admin, card), LONGEST)
        seconds = time.monotonic() - began
    return seconds


def is_published(here: Scene, admin: Person, card: Json) -> bool:
    """Whether a card says so by now."""
    return str(here.world.rooms[admin.id].messages[card["message_id"]]["text"]).startswith("Published")


def content(name: str, number: int) -> str:
    """A document of an upload."""
    return f"About {name}\n\n{SENTENCES[name].format(year=FIRST_YEAR + number)}\n"


def upload(here: Scene, admin: Person, number: int) -> None:
    """Two files, one after the other."""
    room = here.world.rooms[admin.id]
    for name in SENTENCES:
        file = f"{name[:-4]}{number}"
        here.world.files[file] = raw = content(name, number).encode()
        document = {"file_id": file, "file_unique_id": file, "file_size": len(raw), "file_name": name}
        here.world.updates.add("message", here.world.store(room, admin, {"document": document}))


def years_in_files(here: Scene) -> set[str]:
    """The years that the files say, one when they are of one upload."""
    knowledge = here.folder / "knowledge"
    return {
        year for name in SENTENCES for year in YEAR.findall((knowledge / name).read_text(encoding="utf-8"))
    }


async def years_answered(here: Scene) -> set[str]:
    """The years that the bot says."""
    asked = [here.world.says(here.world.person("Bo"), question) for question in QUESTIONS]
    answers = [await here.world.answer_to(question, LONGEST) for question in asked]
    return {year for answer in answers for year in YEAR.findall(str(answer["text"]))[:1]}


async def shown_card(here: Scene, admin: Person, button: str) -> Json:
    """The last message to an admin with a button, as soon as it is under one after this."""
    begun = max(here.world.rooms[admin.id].messages)
    cards: list[Json] = []

    def is_there() -> bool:
        cards[:] = [
            row for row in sent_to(here, admin) if row["message_id"] > begun and button in buttons(row)
        ]
        return bool(cards)

    await here.world.until(is_there, LONGEST)
    return cards[-1]


def is_shown_again(here: Scene, admin: Person, known: set[str]) -> bool:
    """Whether there is a button to publish beside those that were known."""
    return not data_of(here, admin, "Publish") <= known


def data_of(here: Scene, admin: Person, button: str) -> set[str]:
    """What the buttons of a name send, under all messages to an admin: a message may have become another."""
    return {buttons(row)[button] for row in sent_to(here, admin) if button in buttons(row)}


def sent_to(here: Scene, admin: Person) -> list[Json]:
    """The messages to an admin."""
    return [row for rows in here.world.rooms[admin.id].replies.values() for row in rows]


def buttons(message: Json) -> dict[str, str]:
    """What the buttons under a message send, by the last word on each."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"].split()[-1]: button["callback_data"] for row in rows for button in row}


def press(here: Scene, admin: Person, card: Json, button: str) -> None:
    here.world.presses(admin, here.world.rooms[admin.id], card["message_id"], buttons(card)[button])
