"""The buttons under an answer: its message shows other passages, neighbours in time, what stands around."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH, PHRASEBOOKS
from bot.publishing.live import LiveLibrary
from bot.store import WORDS_KEPT
from tests.chat.test_admin_commands import as_group
from tests.chat.transport import ANONYMOUS_ADMIN
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP, MALLORY, STAFF, TOPIC, World, ago

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.transport import Json, Member, Shown

TOKYO = "/ask when did the company move to Tokyo?"
OFFICES = "/ask what happened to the office on the floor?"
EARLIER, CONTEXT, LATER = map(ENGLISH.text, ("button_earlier", "button_context", "button_later"))
TOO_OLD = ENGLISH.text("button_too_old")
KIND_LATER = ENGLISH.text("press_later")
PLACES = [(None, None), (GROUP, None), (FORUM, TOPIC)]


@pytest.fixture
def knowledge(knowledge: Path) -> Path:
    """With offices of which each may be meant, and one text without a date."""
    for number, town in enumerate(("Bergen", "Malmö", "Turku", "Aarhus", "Narvik")):
        text = f"In May {1990 + number} the ferry line opened an office in {town}.\n"
        end = "The house had a view of the sea.\n"
        whole = f"Ferries of {town}\n\n{text}\n{end}"
        (knowledge / f"ferries{number}.txt").write_text(whole, encoding="utf-8")
    (knowledge / "harbour.txt").write_text("The harbour\n\nThe harbour has two cranes.\n", encoding="utf-8")
    return knowledge


async def press(world: World, shown: Shown, text: str, member: Member = ANNA) -> tuple[str | None, Shown]:
    """What a member sees who presses a button, and what the message shows then."""
    line = await world.presses(member, shown, world.buttons(shown)[text])
    return line, next(row for row in reversed(world.transport.shown) if row.id == shown.id)


FERRIES = "/ask where did the ferry line open an office?"


@pytest.mark.parametrize(("chat", "topic"), PLACES)
async def test_other_passages_for_the_question_are_turned_over(
    world: World, chat: int | None, topic: int | None
) -> None:
    (answer,) = await world.says(ANNA, FERRIES, chat, topic=topic)
    assert "1/4" in world.buttons(answer)

    towns = [answer.bold[-1]]
    shown = answer
    for number in (2, 3, 4, 1):
        line, shown = await press(world, shown, "▶")
        assert (line, shown.is_edit, f"{number}/4" in world.buttons(shown)) == (None, True, True)
        towns.append(shown.bold[-1])
    assert len(set(towns)) == 4
    assert towns[-1] == towns[0]
    _, shown = await press(world, shown, "◀")
    assert shown.bold[-1] == towns[3]
    line, _ = await press(world, shown, "4/4")
    assert line == "Passage 4 of 4 for this question."


async def test_one_passage_has_no_arrows_and_a_card_has_two_rows(world: World) -> None:
    (answer,) = await world.says(ANNA, "how many cranes has the harbour?")
    rows = world.transport.chats[ANNA.id].messages[answer.id]["reply_markup"]["inline_keyboard"]

    assert [[button["text"] for button in row] for row in rows] == [
        ["👍", "👎", "ℹ️", "🗑"], [EARLIER, CONTEXT, LATER],
    ]  # fmt: skip


@pytest.mark.parametrize(("chat", "topic"), PLACES)
async def test_the_neighbours_in_time_are_looked_at_and_the_answer_again(
    world: World, chat: int | None, topic: int | None
) -> None:
    (answer,) = await world.says(ANNA, TOKYO, chat, topic=topic)

    line, before = await press(world, answer, EARLIER, BORIS)
    assert (line, before.bold[0]) == (None, "4 September 2017")
    _, before = await press(world, before, EARLIER)
    assert before.bold[0] == "July 2017"
    _, again = await press(world, before, LATER)
    assert again.bold[0] == "4 September 2017"
    _, again = await press(world, again, "↩")
    assert again.bold == answer.bold
    line, _ = await press(world, again, LATER)
    assert line == ENGLISH.text("no_later")


async def test_what_has_no_date_has_no_neighbours_and_what_stands_alone_nothing_around(world: World) -> None:
    (answer,) = await world.says(ANNA, "how many cranes has the harbour?")

    assert (await press(world, answer, EARLIER))[0] == ENGLISH.text("no_neighbours")
    assert (await press(world, answer, CONTEXT))[0] == ENGLISH.text("no_context")


async def test_the_paragraphs_around_are_shown_and_folded_away_again(world: World) -> None:
    (answer,) = await world.says(ANNA, TOKYO, GROUP)

    _, around = await press(world, answer, CONTEXT)
    (above,) = around.folded
    assert above.startswith("Binance was founded in Shanghai in July 2017.")
    assert above.endswith("and the office on the 15th floor was given up.")
    assert around.bold == ["October 2017", "In October 2017 the company moved to Tokyo."]
    _, back = await press(world, around, ENGLISH.text("button_back"))
    assert (back.bold, back.folded) == (answer.bold, answer.folded)


async def test_the_citation_is_told_to_whoever_taps_for_it(world: World) -> None:
    (answer,) = await world.says(ANNA, TOKYO, GROUP)
    before = len(world.transport.shown)

    await world.presses(BORIS, answer, world.buttons(answer)["ℹ️"])
    alert = world.transport.callbacks[-1]
    assert alert["show_alert"]
    assert alert["text"] == "Binance & its <homes>\nA. Historian, The Tokyo Press, May 2024\nTokyo"
    assert len(world.transport.shown) == before


WHO_REMOVES: list[tuple[str, Member, int | None, bool]] = [
    ("who asked", ANNA, GROUP, True),
    ("alone with the bot", ANNA, None, True),
    ("somebody else", MALLORY, GROUP, False),
    ("an admin of the bot", BORIS, GROUP, True),
    ("an admin of the group", ADA, STAFF, True),
]


@pytest.mark.parametrize(
    ("who", "member", "chat", "is_allowed"), WHO_REMOVES, ids=[row[0] for row in WHO_REMOVES]
)
async def test_who_asked_and_admins_remove_an_answer(
    world: World, who: str, member: Member, chat: int | None, is_allowed: bool
) -> None:
    (answer,) = await world.says(ANNA, TOKYO, chat)

    line = await world.presses(member, answer, world.buttons(answer)["🗑"])
    assert line == (None if is_allowed else ENGLISH.text("only_asker_removes"))
    assert ((answer.chat, answer.id) in world.transport.deleted) == is_allowed
    assert world.store
    assert (await world.store.subjects.of_answer(answer.chat, answer.id) is None) == is_allowed


async def test_an_admin_removes_under_their_own_number_what_was_asked_as_the_group(
    world: World,
) -> None:
    (answer,) = await world.says(ADA, TOKYO, STAFF, **as_group(STAFF))

    assert await world.presses(MALLORY, answer, world.buttons(answer)["🗑"]) is not None
    assert await world.presses(ADA, answer, world.buttons(answer)["🗑"]) is None
    assert world.transport.deleted == [(STAFF, answer.id)]


async def test_an_answer_older_than_two_days_says_that_it_was_removed(world: World) -> None:
    (answer,) = await world.says(ANNA, TOKYO, GROUP)
    data = world.buttons(answer)["🗑"]
    world.transport.chats[GROUP].messages[answer.id]["date"] = ago(49 * 3600)

    assert await world.presses(ANNA, answer, data) is None
    last = world.transport.shown[-1]
    assert (last.id, last.text) == (answer.id, "This answer was withdrawn.")
    assert world.buttons(last) == {}


async def test_all_buttons_work_after_a_restart_and_a_reload(quiet_world: World, knowledge: Path) -> None:
    async with quiet_world.running() as world:
        (answer,) = await world.says(ANNA, FERRIES, GROUP)
        (tokyo,) = await world.says(ANNA, TOKYO, GROUP)
    (knowledge / "alice.md").write_text("# Something else\n\nNothing of it.\n", encoding="utf-8")
    homes = knowledge / "binance.md"
    homes.write_text(
        homes.read_text(encoding="utf-8").replace("# Shang", "Before.\n\n# Shang"), encoding="utf-8"
    )
    quiet_world.live = LiveLibrary(knowledge)

    async with quiet_world.running() as world:
        _, second = await press(world, answer, "▶")
        assert second.bold[-1] != answer.bold[-1]
        _, before = await press(world, tokyo, EARLIER)
        assert before.bold[0] == "4 September 2017"
        _, around = await press(world, before, CONTEXT)
        assert len(around.folded) == 2
        await world.presses(ANNA, tokyo, world.buttons(tokyo)["ℹ️"])
        assert world.transport.callbacks[-1]["text"].startswith("Binance")
        await world.presses(ANNA, answer, world.buttons(answer)["🗑"])
        assert (GROUP, answer.id) in world.transport.deleted


@pytest.mark.parametrize("button", [EARLIER, CONTEXT, "ℹ️"])
async def test_a_passage_that_is_gone_after_a_reload_is_told_kindly(
    world: World, knowledge: Path, button: str
) -> None:
    (answer,) = await world.says(ANNA, TOKYO, GROUP)
    (knowledge / "binance.md").unlink()
    await world.live.reload()

    line, _ = await press(world, answer, button)
    assert line == ENGLISH.text("passage_gone")


async def test_buttons_of_a_forgotten_question_say_so(world: World) -> None:
    (answer,) = await world.says(ANNA, FERRIES, GROUP)
    assert world.store
    old = ago(WORDS_KEPT // timedelta(seconds=1) + 60)
    await world.store.database.write(("UPDATE questions SET asked_at = ?", (old,)))
    await world.store.forget_old()

    for text in ("▶", EARLIER, CONTEXT, LATER, "ℹ️"):
        assert (await press(world, answer, text))[0] == TOO_OLD
    assert (await press(world, answer, "👍"))[0] == ENGLISH.text("voted_up")  # votes count for 90 days


async def test_a_database_that_cannot_be_used_is_met_with_a_kind_line(world: World) -> None:
    assert world.store
    (answer,) = await world.says(ANNA, FERRIES, GROUP)
    await world.store.close()

    for text in ("▶", EARLIER, CONTEXT, "ℹ️", "🗑"):
        assert (await press(world, answer, text))[0] == KIND_LATER


async def test_an_answer_that_could_not_be_noted_is_not_called_old(world: World) -> None:
    assert world.store
    await world.store.database.read("PRAGMA query_only = ON")
    (answer,) = await world.says(ANNA, FERRIES, GROUP)

    for text in ("▶", EARLIER, CONTEXT, "ℹ️"):
        assert (await press(world, answer, text))[0] == KIND_LATER
    assert (await press(world, answer, "👍"))[0] == ENGLISH.text("vote_later")
    await world.store.database.read("PRAGMA query_only = OFF")


async def test_labels_and_lines_are_in_the_language_of_the_chat(world: World) -> None:
    russian = PHRASEBOOKS["ru"]
    speaker: Json = {"from": ANNA.json | {"language_code": "ru"}}
    (answer,) = await world.says(ANNA, TOKYO, **speaker)

    labels = [russian.text(f"button_{name}") for name in ("earlier", "context", "later")]
    assert [*world.buttons(answer)][-3:] == labels
    assert answer.bold[0] == "октябрь 2017 года"


async def test_many_presses_at_once_make_few_edits_and_the_last_one_is_shown(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    (answer,) = await world.says(ANNA, FERRIES, GROUP)
    edit, may_go = world.transport.on_edit_message_text, asyncio.Event()

    async def slow(parameters: Json) -> Json:
        await may_go.wait()
        return edit(parameters)

    monkeypatch.setattr(world.transport, "on_edit_message_text", slow)
    message = world.transport.chats[GROUP].messages[answer.id]
    wanted = {"id": "1", "message": message, "chat_instance": "1", "data": world.buttons(answer)["▶"]}
    around = wanted | {"data": world.buttons(answer)[CONTEXT]}
    crowd = world.crowd(20)
    await world.takes(*({"callback_query": wanted | {"from": member.json}} for member in crowd))
    await world.takes({"callback_query": around | {"from": ANNA.json}})
    await world.all_done()
    (other,) = await world.says(BORIS, TOKYO, settles=False)  # nobody waits for that chat
    may_go.set()
    await world.settles()

    assert other.bold[0] == "October 2017"
    assert len(world.calls("editMessageText")) == 2
    assert ENGLISH.text("button_back") in world.buttons(answer)


async def test_an_edit_that_telegram_does_not_take_ends_nothing(world: World) -> None:
    (answer,) = await world.says(ANNA, FERRIES, GROUP)
    data = world.buttons(answer)["▶"]
    del world.transport.chats[GROUP].messages[answer.id]
    gone: Json = {
        "chat": {"id": GROUP, "type": "supergroup", "title": "x"},
        "message_id": answer.id,
        "date": 0,
    }
    query = {"id": "1", "from": ANNA.json, "message": gone, "chat_instance": "1", "data": data}
    await world.hears({"callback_query": query})

    assert world.bot
    assert not world.bot.services.supervisor.failed.is_set()
    assert await world.says(ANNA, TOKYO, GROUP)


async def test_where_votes_are_not_wanted_the_other_buttons_stay(world: World) -> None:
    assert world.bot
    settings = world.bot.services.settings
    await settings.choose(GROUP, type(await settings.of(GROUP))(has_votes=False))
    (answer,) = await world.says(ANNA, FERRIES, GROUP)

    assert list(world.buttons(answer)) == ["◀", "1/4", "▶", "ℹ️", "🗑", EARLIER, CONTEXT, LATER]


async def test_who_writes_as_the_group_can_look_on(world: World) -> None:
    (answer,) = await world.says(ADA, FERRIES, STAFF, **as_group(STAFF))

    assert ANONYMOUS_ADMIN["is_bot"]
    _, shown = await press(world, answer, "▶", ADA)
    assert shown.bold[-1] != answer.bold[-1]


@pytest.mark.parametrize("language", PHRASEBOOKS)
@pytest.mark.parametrize("letter", ["x", "語", "😀"])
async def test_the_longest_passage_fits_whatever_is_shown_of_it(
    quiet_world: World, knowledge: Path, language: str, letter: str
) -> None:
    paragraphs = "\n\n".join(
        f"On {day} May 1881 the {animal} came to the zoo. {letter * 3_900}."
        for day, animal in enumerate(("okapi", "lynx", "quagga", "tapir", "gnu"), 1)
    )
    text = f"# {letter * 900}\n\n## {letter * 800}\n\n{paragraphs}\n"
    (knowledge / "long.md").write_text(f"---\ntitle: {letter * 900}\n---\n{text}", encoding="utf-8")
    quiet_world.live = LiveLibrary(knowledge)

    async with quiet_world.running() as world:
        speaker: Json = {"from": ANNA.json | {"language_code": language}}
        (answer,) = await world.says(ANNA, "when did the quagga come to the zoo?", **speaker)
        names = [PHRASEBOOKS[language].text(f"button_{name}") for name in ("later", "context", "earlier")]
        for name in (*names, "ℹ️"):
            data = world.buttons(answer)[name]
            message = world.transport.chats[ANNA.id].messages[answer.id]
            press = {"id": "1", "message": message, "chat_instance": "1", "data": data} | speaker
            await world.hears({"callback_query": press})
        assert world.calls("editMessageText")
        assert len(world.transport.callbacks[-1]["text"]) > 60


async def test_presses_stay_within_what_telegram_allows_a_group(world: World) -> None:
    (answer,) = await world.says(ANNA, FERRIES, GROUP)
    message = world.transport.chats[GROUP].messages[answer.id]
    crowd = world.crowd(60)
    wanted = {"id": "1", "message": message, "chat_instance": "1", "data": world.buttons(answer)["▶"]}
    began = world.clock.time
    await world.hears(*({"callback_query": wanted | {"from": member.json}} for member in crowd))

    assert len(world.transport.callbacks) == 60
    assert len(world.calls("editMessageText")) <= max(world.clock.time - began, 1) + 1
