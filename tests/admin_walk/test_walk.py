"""The beginning of the walk: from an empty folder and no admin to an answer; and what is recorded of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot import cards
from tests.admin_walk import club
from tests.admin_walk.recording import card_of
from tests.admin_walk.walk import NOT_PUBLISHED, PUBLISHED, QUESTIONS, walk_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.people import Json


async def test_an_empty_folder_becomes_a_history_that_answers(tmp_path: Path) -> None:
    async with walk_in(tmp_path) as walk:
        await walk.become_admin()
        card = await walk.recorder.sends(walk.admin, {"our-story.html": club.page()}, NOT_PUBLISHED)
        await walk.recorder.presses(walk.admin, card, "Publish", PUBLISHED)
        answer = await walk.ask(QUESTIONS[0])

    first, *_ = walk.turns
    assert "I have not read anything yet." in first.shown["text"]
    assert QUESTIONS[0].wanted in answer["text"]


def test_the_export_has_its_messages_and_its_story() -> None:
    messages = json.loads(club.export())["messages"]

    assert len(messages) == club.MESSAGES
    assert [row["id"] for row in messages] == list(range(1, club.MESSAGES + 1))
    assert {moment.text for moment in club.STORY} <= {row["text"] for row in messages}
    assert sum("poll" in row for row in messages) == 1
    assert sum(row["type"] == "service" for row in messages) == 1


def test_a_message_is_recorded_with_its_styles_and_buttons() -> None:
    message: Json = {
        "text": "🙂 Yes\nno",
        "entities": [
            {"type": "bold", "offset": 3, "length": 3}, {"type": "blockquote", "offset": 7, "length": 2},
        ],
        "reply_markup": {"inline_keyboard": [[{"text": "✅", "callback_data": "x"}]]},
    }  # fmt: skip

    card = card_of(message)

    assert cards.plain(card) == "🙂 Yes\n│ no"
    assert [[span.text for span in line.spans if span.bold] for line in card.lines] == [["Yes"], []]
    assert [button.text for row in card.buttons for button in row] == ["✅"]
