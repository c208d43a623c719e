"""An admin learns why an answer came, and mends it: an alias, a dated event, a golden question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.cards import ENGLISH
from bot.chat.administration import publishing
from bot.store import ChatSettings
from tests.chat.world import ANNA, BORIS, GROUP, MALLORY, ago

if TYPE_CHECKING:
    from tests.chat.transport import Shown
    from tests.chat.world import World

TOKYO = "/ask when did the company move to Tokyo?"
PUBLISH, TEACH = ENGLISH.text("button_publish"), ENGLISH.text("gap_teach")


async def replies(world: World, command: str, to: Shown) -> Shown:
    (shown,) = await world.says(BORIS, command, to.chat, reply_to=to.id)
    return shown


@pytest.mark.parametrize("chat", [None, GROUP])
async def test_why_says_what_was_looked_for_and_where_it_stands(world: World, chat: int | None) -> None:
    (answer,) = await world.says(BORIS, TOKYO, chat)
    why = await replies(world, "/why", answer)

    for words in ("Tokyo", "company", "October 2017", "binance.md"):
        assert words in why.text


async def test_why_explains_what_the_chat_was_answered_from_the_sources_that_it_uses(world: World) -> None:
    assert world.bot
    await world.bot.services.settings.choose(GROUP, ChatSettings(hidden_sources=frozenset({"binance.md"})))
    (refusal,) = await world.says(BORIS, TOKYO, GROUP)
    why = await replies(world, "/why", refusal)

    assert "binance.md" not in why.text
    assert why.text.count("Refused:") == refusal.text.count("I found nothing")


async def test_why_of_a_refusal_says_what_was_missing_and_what_would_help(world: World) -> None:
    (refusal,) = await world.says(ANNA, "/ask where is the wallaby", GROUP)
    why = await replies(world, "/why", refusal)

    assert "wallaby" in why.text
    assert "aliases.yaml" in why.text or "/alias" in why.text


@pytest.mark.parametrize("command", ["/why", "/pin", "/alias", "/alias CZ", "/event", "/event 94", "/teach"])
async def test_what_leads_to_nothing_is_met_with_how_to(world: World, command: str) -> None:
    (shown,) = await world.says(BORIS, command)

    key = {"/why": "why_how", "/pin": "pin_how", "/teach": "teach_how"}.get(command)
    key = key or ("alias_how" if "alias" in command else "event_how")
    assert shown.text == ENGLISH.line(key).spans[0].text + "".join(
        s.text for s in ENGLISH.line(key).spans[1:]
    )


@pytest.mark.parametrize(
    "command", ["/why", "/pin", "/alias a = b", "/event a = 2017", "/teach", "/stats", "/export"]
)
async def test_they_are_for_admins(world: World, command: str) -> None:
    (shown,) = await world.says(MALLORY, command, GROUP)
    assert shown.text.startswith("That is for the admins")


async def test_a_question_is_pinned_with_its_passage_and_date(world: World) -> None:
    (answer,) = await world.says(ANNA, TOKYO, GROUP)
    line = await replies(world, "/pin", answer)

    assert line.bold == ["October 2017"]
    written = (world.config.knowledge / "questions.yaml").read_text(encoding="utf-8")
    assert 'question: "when did the company move to Tokyo?"' in written
    assert "In October 2017 the company moved to Tokyo." in written
    (row,) = world.live.current.golden
    assert row.date is not None


@pytest.mark.parametrize("command", ["/pin", "/remember", "/forget"])
async def test_what_takes_long_says_first_that_it_goes_on(
    world: World, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    message = world.message(ANNA, "The boat sank on 9 May 2019.", GROUP)
    await world.hears({"message": message})
    if command == "/forget":
        await world.says(BORIS, "/remember", GROUP, reply_to=message["message_id"])
    (answer,) = await world.says(ANNA, TOKYO, GROUP)
    monkeypatch.setattr(publishing, "PATIENCE", 0.0)

    to = answer.id if command == "/pin" else message["message_id"]
    first, last = await world.says(BORIS, command, GROUP, reply_to=to)

    assert first.text == ENGLISH.text("publishing")
    assert (last.is_edit, last.id) == (True, first.id)
    assert last.text != first.text


async def test_a_pinned_answer_that_breaks_is_told_at_the_next_reload(world: World) -> None:
    (answer,) = await world.says(ANNA, TOKYO, GROUP)
    await replies(world, "/pin", answer)
    text = (world.config.knowledge / "binance.md").read_text(encoding="utf-8")
    (world.config.knowledge / "binance.md").write_text(
        text.replace("October 2017", "May 2018"), encoding="utf-8"
    )

    *_, report = await world.says(BORIS, "/reload")
    assert "when did the company move to Tokyo?" in report.text


async def test_an_alias_is_looked_at_before_it_is_published(world: World) -> None:
    *_, offer = await world.says(BORIS, "/alias Bnb Corp = Binance")

    assert not (world.config.knowledge / "aliases.yaml").exists()
    assert "Bnb Corp = Binance" in offer.text
    await world.presses(BORIS, offer, world.buttons(offer)[PUBLISH])
    await world.settles()
    assert "- [Bnb Corp, Binance]" in (world.config.knowledge / "aliases.yaml").read_text(encoding="utf-8")
    assert world.live.current.aliases.names == (("Bnb Corp", "Binance"),)


async def test_an_everyday_word_as_a_name_is_warned_of(world: World) -> None:
    *_, offer = await world.says(BORIS, "/alias thing = Binance")

    assert "“thing” is an everyday word" in offer.text


REFUSED = [
    ("/alias Binance = binance", "given twice"),
    ("/event 94 = 2017-02-30", "is no date"),
    ("/event 94 = soon", "is no date"),
]


@pytest.mark.parametrize(("command", "why"), REFUSED)
async def test_what_cannot_be_is_refused_with_the_reason(world: World, command: str, why: str) -> None:
    *_, shown = await world.says(BORIS, command)

    assert why in shown.text
    assert not (world.config.knowledge / "aliases.yaml").exists()


async def test_an_event_dates_what_is_asked_by_its_nickname(world: World) -> None:
    *_, offer = await world.says(BORIS, "/event 94 = 4 September 2017")
    await world.presses(BORIS, offer, world.buttons(offer)[PUBLISH])
    await world.settles()

    (answer,) = await world.says(ANNA, "/ask what happened on 94?", GROUP)
    assert "banned token sales" in answer.text


PASSAGE = "9 May 2020, Minutes https://example.org/minutes\nThe wallaby lives in the harbour zoo."


@pytest.mark.parametrize("chat", [None, GROUP])
async def test_an_admin_teaches_what_nobody_could_answer(world: World, chat: int | None) -> None:
    (refusal,) = await world.says(BORIS, "/ask where does the wallaby live?", chat)
    prompt = await replies(world, "/teach", refusal)
    (taught,) = await world.says(BORIS, PASSAGE, chat, reply_to=prompt.id)
    (answer,) = await world.says(ANNA, "/ask where does the wallaby live?", GROUP)

    assert "where does the wallaby live?" in prompt.text
    assert taught.text.startswith("Published.")
    for shown in (taught, answer):
        assert "The wallaby lives in the harbour zoo." in shown.text
        assert "9 May 2020" in shown.text


@pytest.mark.parametrize("text", ["ok", "👍", "thanks!", "?"])
async def test_what_is_no_passage_is_not_published_and_the_prompt_waits(world: World, text: str) -> None:
    (refusal,) = await world.says(BORIS, "/ask where does the wallaby live?")
    prompt = await replies(world, "/teach", refusal)
    (shown,) = await world.says(BORIS, text, reply_to=prompt.id)
    assert shown.text.startswith("That is no passage")
    assert not (world.config.knowledge / "taught.md").exists()

    (taught,) = await world.says(BORIS, PASSAGE, reply_to=prompt.id)
    assert taught.text.startswith("Published. Members get this now:")


async def test_a_passage_that_the_question_does_not_find_ends_nobodys_wait(world: World) -> None:
    (refusal,) = await world.says(ANNA, "/ask where does the wallaby live?", GROUP)
    await world.presses(ANNA, refusal, world.buttons(refusal)[ENGLISH.text("ask_admin")])
    prompt = await replies(world, "/teach", refusal)
    (in_vain,) = await world.says(BORIS, "We shall see about that.", GROUP, reply_to=prompt.id)
    assert in_vain.text.startswith("Published, but the question does not find it")
    assert "I found nothing about that." in in_vain.text
    (gaps,) = await world.says(BORIS, "/gaps")
    assert "1 wishes to be told" in gaps.text

    prompt = await replies(world, "/teach", refusal)
    before = len(world.transport.shown)
    await world.says(BORIS, PASSAGE, GROUP, reply_to=prompt.id)
    await world.transport.has_shown(before + 2)
    news = [row for row in world.transport.shown[before:] if row.text.startswith("Your question of")]
    assert len(news) == 1


async def test_a_prompt_is_answered_once_after_a_restart_and_by_an_admin(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        (refusal,) = await world.says(BORIS, "/ask where does the wallaby live?", GROUP)
        prompt = await replies(world, "/teach", refusal)
        await world.says(MALLORY, PASSAGE, GROUP, reply_to=prompt.id)
        assert not (world.config.knowledge / "taught.md").exists()
    async with quiet_world.running() as world:
        (taught,) = await world.says(BORIS, PASSAGE, GROUP, reply_to=prompt.id)
        assert taught.text.startswith("Published.")
        await world.says(BORIS, "where does the koala live?", GROUP, reply_to=prompt.id)
        assert "koala" not in (world.config.knowledge / "taught.md").read_text(encoding="utf-8")


async def test_an_entry_of_the_gaps_is_taught_and_who_asked_is_told(world: World) -> None:
    (refusal,) = await world.says(ANNA, "/ask where does the wallaby live?", GROUP, date=ago(60))
    await world.presses(ANNA, refusal, world.buttons(refusal)[ENGLISH.text("ask_admin")])
    (gaps,) = await world.says(BORIS, "/gaps")
    await world.presses(BORIS, gaps, world.buttons(gaps)["1"])
    entry = world.transport.shown[-1]
    assert await world.presses(MALLORY, entry, world.buttons(entry)[TEACH]) == ENGLISH.text(
        "press_for_admins"
    )
    await world.presses(BORIS, entry, world.buttons(entry)[TEACH])
    prompt = world.transport.shown[-1]
    await world.says(BORIS, PASSAGE, reply_to=prompt.id)
    await world.settles()
    assert world.bot
    await world.bot.callbacks.administration.gap_news.tell_all()

    news = [shown for shown in world.transport.shown if shown.chat == GROUP][-1]
    assert "where does the wallaby live?" in news.text
    assert "The wallaby lives in the harbour zoo." in news.text
    (gaps,) = await world.says(BORIS, "/gaps")
    assert "wallaby" not in gaps.text


async def test_what_admins_mend_is_read_in_the_language_of_the_chat(world: World) -> None:
    boris = replace(BORIS, language="ru")
    (refusal,) = await world.says(boris, "/ask where does the wallaby live?")
    (why,) = await world.says(boris, "/why", reply_to=refusal.id)
    (how,) = await world.says(boris, "/alias")

    assert why.text.startswith("Что искалось")
    assert how.text.startswith("Напишите разные названия")


FAILING = ["/pin", "/alias Bnb Corp = Binance", "/event 94 = 2017-09-04"]


@pytest.mark.parametrize("command", FAILING)
async def test_a_file_that_somebody_broke_is_named_and_left_as_it_is(world: World, command: str) -> None:
    (answer,) = await world.says(BORIS, TOKYO)
    for name in ("aliases.yaml", "questions.yaml"):
        (world.config.knowledge / name).write_text("names: [\n", encoding="utf-8")
    shown = await replies(world, command, answer)

    assert shown.text.startswith("Nothing was changed: ")
    assert ".yaml" in shown.text
    for name in ("aliases.yaml", "questions.yaml"):
        assert (world.config.knowledge / name).read_text(encoding="utf-8") == "names: [\n"


async def break_another_file(world: World) -> None:
    (world.config.knowledge / "empty.md").write_text("---\ntitle: x\n---\n", encoding="utf-8")


async def test_while_a_file_is_faulty_nothing_is_pinned_and_nothing_said_to_be(world: World) -> None:
    (answer,) = await world.says(ANNA, TOKYO, GROUP)
    await break_another_file(world)
    line = await replies(world, "/pin", answer)

    assert line.text.startswith("Nothing was changed: empty.md")
    assert not (world.config.knowledge / "questions.yaml").exists()


async def test_while_a_file_is_faulty_nothing_is_taught_and_the_prompt_waits(world: World) -> None:
    (refusal,) = await world.says(BORIS, "/ask where does the wallaby live?", GROUP)
    prompt = await replies(world, "/teach", refusal)
    await break_another_file(world)
    (refused,) = await world.says(BORIS, PASSAGE, GROUP, reply_to=prompt.id)
    (world.config.knowledge / "empty.md").unlink()
    (taught,) = await world.says(BORIS, PASSAGE, GROUP, reply_to=prompt.id)

    assert refused.text.startswith("Nothing was changed: empty.md")
    assert taught.text.startswith("Published.")


async def test_an_empty_list_is_begun_and_one_that_is_no_text_is_left_alone(world: World) -> None:
    (answer,) = await world.says(ANNA, TOKYO, GROUP)
    questions = world.config.knowledge / "questions.yaml"
    questions.write_bytes(b"\xff\xfe\x00")
    assert "is not UTF-8 text" in (await replies(world, "/pin", answer)).text
    assert questions.read_bytes() == b"\xff\xfe\x00"
    questions.write_bytes(b"")
    assert (await replies(world, "/pin", answer)).bold == ["October 2017"]
