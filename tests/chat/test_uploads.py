"""Files that admins send become documents; what is wrong with one is said in a line."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from telegram.error import TimedOut

from bot.cards import ENGLISH
from bot.edits.changes import read_changes
from bot.publishing.additions import LARGEST
from bot.publishing.page_fetch import FetchedPage, FetchError
from bot.publishing.proposal import FOLDER
from tests import file_steps
from tests.building.in_thread import live_library
from tests.chat.test_publishing import CANCEL, PUBLISH, press
from tests.chat.transport import ANONYMOUS_ADMIN, entities
from tests.chat.world import ADA, ANNA, BORIS, FORUM, GROUP, MALLORY, STAFF, TOPIC
from tests.conftest import ALICE, BINANCE
from tests.sources import files
from tests.sources.test_office import locked_pdf, locked_zip

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.transport import Json, Member, Shown
    from tests.chat.world import World

ZOO = b"Zoo\n\nThe zoo of Bergen opened in 1950 with a wallaby.\n"
AS_NEW = "➕ Add beside it instead"
AS_STAFF = {
    "from": ANONYMOUS_ADMIN, "sender_chat": {"id": STAFF, "type": "supergroup", "title": "History"}
}  # fmt: skip


def captioned(text: str) -> Json:
    return {"caption": text, "caption_entities": entities(text)}


async def sent(
    world: World,
    *contents: tuple[str | None, bytes],
    member: Member = BORIS,
    chat: int | None = None,
    **more: Any,
) -> list[Shown]:
    """What the bot shows after files that came one after the other."""
    updates = [
        {"message": world.message(member, "", chat, document=world.transport.document(name, content), **more)}
        for name, content in contents
    ]
    return await world.hears(*updates)


def text_of(knowledge: Path, name: str) -> bytes:
    return (knowledge / name).read_bytes()


async def test_a_file_is_shown_and_then_published(world: World, knowledge: Path) -> None:
    progress, card = await sent(world, ("zoo.txt", ZOO))

    assert progress.text == ENGLISH.text("upload_receiving")
    assert (card.is_edit, card.id) == (True, progress.id)
    assert card.text.startswith("Not published yet.\n")
    assert "• zoo.txt: new, 1 passage\n" in card.text
    assert not (knowledge / "zoo.txt").exists()
    _, after = await press(world, BORIS, card, PUBLISH)
    assert after.bold[0] == "Published."
    assert text_of(knowledge, "zoo.txt") == ZOO
    (shown,) = await world.says(ANNA, "when did the zoo of Bergen open?")
    assert shown.bold[0] == "1950"
    assert world.store
    (change,) = read_changes(knowledge)
    assert (change.who, change.why) == (world.store.pseudonym(BORIS.id), "added zoo.txt")
    assert (await world.says(BORIS, "/reload"))[-1].text.startswith("Nothing has changed")
    assert world.live.generation
    assert world.live.generation.why == "added zoo.txt"


async def test_several_files_are_one_change(world: World, knowledge: Path) -> None:
    canal = b"Canals\n\nThe canal was dug in 1870 by hand.\n"

    *_, card = await sent(world, ("zoo.txt", ZOO), ("canal.txt", canal), ("zoo2.txt", ZOO), ("x.exe", b"MZ"))

    assert card.text.startswith(
        "✗ zoo2.txt: you sent the same twice\n✗ x.exe: not a kind of file that I read; documents end in .md, "
    )
    _, after = await press(world, BORIS, card, PUBLISH)
    assert "New: canal.txt, zoo.txt" in after.text
    assert text_of(knowledge, "canal.txt") == canal


async def test_cancelled_leaves_nothing(world: World, knowledge: Path) -> None:
    *_, card = await sent(world, ("zoo.txt", ZOO))

    await press(world, BORIS, card, CANCEL)

    assert not (knowledge / "zoo.txt").exists()
    assert list((world.config.data_dir / FOLDER).iterdir()) == []
    assert not (world.config.data_dir / "library.checked").exists()


VERSIONS = [
    ("by its name", "alice.md"),
    ("by its name in other letters", "Alice.MD"),
    ("by the name that a phone gives a second one", "alice (1).md"),
    ("by a name behind folders", "C:\\Users\\me\\alice.md"),
]


@pytest.mark.parametrize(("case", "name"), VERSIONS, ids=[row[0] for row in VERSIONS])
async def test_a_new_version_takes_the_place_of_the_known_one(
    world: World, knowledge: Path, case: str, name: str
) -> None:
    changed = ALICE.replace("1998", "1999").encode()

    *_, card = await sent(world, (name, changed))
    assert card.text.startswith("📄 alice.md: a new version\n")
    assert "• alice.md: " in card.text
    await press(world, BORIS, card, PUBLISH)

    assert text_of(knowledge, "alice.md") == changed
    assert sorted(path.name for path in knowledge.glob("*.md")) == ["alice.md", "binance.md"]


async def test_a_new_version_is_known_by_its_passages(world: World, knowledge: Path) -> None:
    changed = (BINANCE + "\nIn 2019 it moved on to Malta.\n").encode()

    *_, card = await sent(world, ("history, final.md", changed))
    assert card.text.startswith("📄 history, final.md: a new version of binance.md, of which it holds 100%\n")
    assert "• binance.md: " in card.text
    await press(world, BORIS, card, PUBLISH)

    assert text_of(knowledge, "binance.md") == changed
    assert not (knowledge / "history, final.md").exists()


async def test_a_version_of_another_kind_replaces_the_known_file(world: World, knowledge: Path) -> None:
    paragraphs = [row for row in ALICE.split("---\n")[2].split("\n\n") if row.strip()]
    page = "<!doctype html><title>Alice</title>" + "".join(f"<p>{row.strip()}</p>" for row in paragraphs)

    *_, card = await sent(world, ("page.html", page.encode()))
    assert "📄 page.html: a new version of alice.md" in card.text
    assert "• page.html: new, " in card.text
    assert "• alice.md: gone, " in card.text
    await press(world, BORIS, card, PUBLISH)

    assert not (knowledge / "alice.md").exists()
    assert text_of(knowledge, "page.html") == page.encode()


async def test_a_version_can_be_added_beside_the_known_file(world: World, knowledge: Path) -> None:
    changed = ALICE.replace("1998", "1999").encode()
    *_, card = await sent(world, ("alice.md", changed))

    notice, again = await press(world, BORIS, card, AS_NEW)
    assert notice == "Reading the documents to see what would change …"
    assert "• alice-2.md: new, " in again.text
    await press(world, BORIS, again, PUBLISH)

    assert text_of(knowledge, "alice-2.md") == changed
    assert text_of(knowledge, "alice.md") == ALICE.encode()


@pytest.mark.parametrize("name", ["aliases.yaml", "questions.yaml"])
async def test_lists_are_read_under_one_name_so_none_is_offered_beside(
    world: World, knowledge: Path, name: str
) -> None:
    (knowledge / name).write_text("", encoding="utf-8")
    content = {"aliases.yaml": b"names:\n- [Oslo, Kristiania]\n", "questions.yaml": b""}[name] or (
        b"- question: who opened the Oslo library?\n  passage: Alice in Oslo opened\n"
    )
    *_, card = await sent(world, (name, content))

    assert f"📄 {name}: a new version" in card.text
    assert AS_NEW not in world.buttons(card)


def zipped(**members: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name.replace("__", "/"), member)
    return content.getvalue()


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'
EXPORT = b'{"name": "Our group", "type": "private_supergroup", "id": 1, "messages": [{"id": 1, "type": "mess'
BAD = [
    ("an empty file", "empty.md", b"", "it is empty"),
    ("white space alone", "blank.txt", b" \n\t\n", "it is empty"),
    ("no text under a heading", "head.md", b"# Only a heading\n", "holds no text"),
    ("a program", "setup.exe", b"MZ\x90\x00", "not a kind of file that I read"),
    ("a program without an ending", "setup", b"#!/bin/sh\nexit 0\n", "not a kind of file that I read"),
    ("a picture that is called a text", "photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\rIHDR", "not a text file"),
    ("a text that is called a PDF", "zoo.pdf", ZOO, "PDF"),
    ("a PDF that ends in its middle", "cut.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Cat", "is damaged"),
    ("a PDF with a password", "locked.pdf", locked_pdf(), "password"),
    ("a PDF of pictures", "scan.pdf", files.pdf([]), "text"),
    ("a Word document with a password", "locked.docx", locked_zip(files.word("")), "password"),
    ("a text that is called a Word document", "zoo.docx", ZOO, "Word"),
    ("a zip file that is no Word document", "zip.docx", zipped(a=b"b"), "Word"),
    ("entities that unfold", "bomb.docx", zipped(word__document__xml=ENTITIES), ""),
    ("a zip that unfolds", "bomb.epub", zipped(mimetype=bytes(2**27 + 1)), "unpacks to more than 128 MB"),
    ("JSON of something else", "data.json", b'{"a": [1, 2]}', "not a chat that Telegram Desktop exported"),
    ("a faulty list of names", "aliases.yaml", b"names: 5", "names"),
    ("a faulty list of questions", "questions.yaml", b"- 5", "question"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "name", "content", "why"), BAD, ids=[row[0] for row in BAD])
async def test_a_file_that_is_not_taken_says_why(
    world: World, knowledge: Path, case: str, name: str, content: bytes, why: str
) -> None:
    before = sorted(knowledge.iterdir())

    *_, card = await sent(world, (name, content))

    first, line = card.text.split("\n")
    assert first == "There is nothing to add."
    assert line.startswith(f"✗ {name}: ")
    assert why in line
    assert world.buttons(card) == {}
    assert sorted(knowledge.iterdir()) == before
    assert world.live.current.documents.by_file().keys() == {"alice.md", "binance.md"}


async def test_an_export_that_was_cut_off_is_said_to_be(world: World) -> None:
    *_, card = await sent(world, ("result.json", EXPORT))

    assert "✗ result.json: " in card.text


async def test_a_faulty_new_version_leaves_the_known_one(world: World, knowledge: Path) -> None:
    *_, card = await sent(world, ("alice.md", b"---\ntitle: [A\n---\n"), ("zoo.txt", ZOO))

    assert "✗ alice.md: line 3: is not valid YAML" in card.text
    await press(world, BORIS, card, PUBLISH)
    assert text_of(knowledge, "alice.md") == ALICE.encode()
    assert world.live.current.documents.by_file().keys() == {"alice.md", "binance.md", "zoo.txt"}


async def test_what_the_bot_has_already_is_said(world: World) -> None:
    *_, card = await sent(world, ("copy.md", ALICE.encode()))

    assert "✗ copy.md: the same as alice.md, which I have" in card.text


NAMES = [
    ("ways out", "../../../etc/passwd.txt", "passwd.txt"),
    ("a path of Windows", "..\\..\\evil.txt", "evil.txt"),
    ("a hidden name", ".hidden.txt", "hidden.txt"),
    ("dots alone", "....txt", "txt"),
    ("control characters", "a\x00b\x1b[2J\nc.txt", "a b [2J c.txt"),
    ("letters that turn the text", "a\u202etxt.md.txt", "a txt.md.txt"),
    ("a name that Windows keeps", "con.txt", "_con.txt"),
    ("a long name", "x" * 300 + ".txt", "x" * 116 + ".txt"),
    ("a long Chinese name", "史" * 200 + ".txt", "史" * 38 + ".txt"),
    ("markup", "<b>&.txt", "b &.txt"),
]


@pytest.mark.parametrize(("case", "name", "file"), NAMES, ids=[row[0] for row in NAMES])
async def test_a_name_is_made_safe(world: World, knowledge: Path, case: str, name: str, file: str) -> None:
    *_, card = await sent(world, (name, ZOO))
    await press(world, BORIS, card, PUBLISH)

    assert text_of(knowledge, file) == ZOO
    assert {path.name for path in knowledge.parent.iterdir()} == {"knowledge", "data"}


async def test_a_file_that_is_too_large_is_not_fetched(world: World) -> None:
    document = world.transport.document("big.txt", ZOO) | {"file_size": LARGEST + 1}

    *_, card = await world.hears({"message": world.message(BORIS, "", document=document)})

    assert "✗ big.txt: it has more than 20 MB" in card.text
    assert world.calls("getFile") == []


async def test_a_file_that_telegram_does_not_give_is_named(world: World) -> None:
    world.transport.failing["getFile"] = [TimedOut()]

    *_, card = await sent(world, ("zoo.txt", ZOO), ("canal.txt", b"Canals\n\nThe canal was dug in 1870.\n"))

    assert "✗ zoo.txt: I could not get it from Telegram (" in card.text
    assert "• canal.txt: new" in card.text


async def test_more_than_ten_at_once_are_too_many(world: World) -> None:
    many = [(f"zoo{n}.txt", ZOO + str(n).encode()) for n in range(12)]

    *_, card = await sent(world, *many)

    assert card.text.count("✗ zoo") == 2
    assert "✗ zoo11.txt: more than ten at once" in card.text


FOR_THE_BOT: list[tuple[str, Member, int | None, Json, bool]] = [
    ("an admin in private", BORIS, None, {}, True),
    ("an admin in private, with words", BORIS, None, captioned("our new history"), True),
    ("an admin in private, forwarded", BORIS, None, {
        "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"}
    }, True),
    ("an admin in a group with /add", BORIS, GROUP, captioned("/add"), True),
    ("an admin in the admins' group with /add", ADA, STAFF, captioned("/add@HistoryBot please"), True),
    ("an anonymous admin with /add", ADA, STAFF, captioned("/add") | AS_STAFF, True),
    ("an admin with another bot's /add", ADA, STAFF, captioned("/add@OtherBot"), False),
    ("an admin who shares a file in a group", ADA, STAFF, {}, False),
    ("an admin who shares an album", ADA, STAFF, {"media_group_id": "1"}, False),
    ("a member in a group with /add", MALLORY, GROUP, captioned("/add"), False),
    ("a member in private", MALLORY, None, {}, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("case", "member", "chat", "more", "may"), FOR_THE_BOT, ids=[row[0] for row in FOR_THE_BOT]
)
async def test_files_of_admins_are_taken(
    world: World, case: str, member: Member, chat: int | None, more: Json, may: bool
) -> None:
    shown = await sent(world, ("zoo.txt", ZOO), member=member, chat=chat, **more)

    assert any("• zoo.txt: new" in each.text for each in shown) is may


@pytest.mark.parametrize(("chat", "caption"), [(None, ""), (None, "/add"), (GROUP, "/add")])
async def test_a_member_is_told_kindly_who_adds_documents(
    world: World, chat: int | None, caption: str
) -> None:
    more = captioned(caption) if caption else {}
    (shown,) = await sent(world, ("zoo.txt", ZOO), member=MALLORY, chat=chat, **more)

    assert shown.text == "Documents are added by the admins of this bot. Ask me a question instead!"


async def test_an_album_with_add_is_taken_as_one(world: World) -> None:
    album: Json = {"media_group_id": "7"}
    first = world.message(
        ADA, "", STAFF, document=world.transport.document("zoo.txt", ZOO), **captioned("/add"), **album
    )
    canal = world.transport.document("canal.txt", b"Canals\n\nThe canal was dug in 1870 by hand.\n")
    second = world.message(ADA, "", STAFF, document=canal, **album)

    *_, card = await world.hears({"message": first}, {"message": second})

    assert "• canal.txt: new, " in card.text
    assert "• zoo.txt: new, " in card.text


async def test_add_as_a_reply_takes_the_file_and_alone_it_helps(world: World) -> None:
    shared = world.message(ANNA, "", STAFF, document=world.transport.document("zoo.txt", ZOO))

    *_, card = await world.says(ADA, "/add", STAFF, reply_to=shared["message_id"])
    (hint,) = await world.says(ADA, "/add", STAFF)
    (refused,) = await world.says(MALLORY, "/add", GROUP)

    assert "• zoo.txt: new, " in card.text
    assert hint.text.startswith("Send me a file in our private chat")
    assert refused.text.startswith("That is for the admins")


async def test_it_works_in_a_topic(world: World) -> None:
    _, card = await sent(world, ("zoo.txt", ZOO), chat=FORUM, topic=TOPIC, **captioned("/add"))

    assert (card.chat, "• zoo.txt: new" in card.text) == (FORUM, True)


async def test_files_outlive_a_restart(quiet_world: World, knowledge: Path) -> None:
    async with quiet_world.running() as world:
        *_, card = await sent(world, ("zoo.txt", ZOO))
    quiet_world.live = live_library(knowledge, quiet_world.config.data_dir / "library")

    async with quiet_world.running() as world:
        _, again = await press(world, BORIS, card, PUBLISH)
        assert again.bold[0].startswith("I was started anew")
        await press(world, BORIS, again, PUBLISH)

    assert text_of(knowledge, "zoo.txt") == ZOO


async def test_a_full_disk_is_said_and_changes_nothing(world: World, knowledge: Path) -> None:
    *_, card = await sent(world, ("zoo.txt", ZOO))
    file_steps.fill_disk_at(1, knowledge)

    _, after = await press(world, BORIS, card, PUBLISH)
    file_steps.end()

    assert after.text == "Nothing was changed.\nthe folder cannot be written: No space left on device"
    assert not (knowledge / "zoo.txt").exists()


class FakeWeb:
    """One page, or why there is none."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def fetch(self, link: str) -> FetchedPage:
        self.asked.append(link)
        if "inside" in link:
            raise FetchError("it leads to a private address, and those are not fetched")
        return FetchedPage("example.org zoo.txt", ZOO)


@pytest.fixture
async def web(world: World, monkeypatch: pytest.MonkeyPatch) -> FakeWeb:
    """A world whose settings allow links."""
    assert world.bot
    fake = FakeWeb()
    monkeypatch.setattr(world.bot.callbacks.administration.adding, "_fetcher", fake)
    return fake


LINK = "https://example.org/zoo"
LINKS: list[tuple[str, str, Member, int | None, bool]] = [
    ("a link alone in private", LINK, BORIS, None, True),
    ("/add in private", f"/add {LINK}", BORIS, None, True),
    ("/add in a group", f"/add {LINK}", ADA, STAFF, True),
    ("a link alone in a group", LINK, ADA, STAFF, False),
    ("a link among words", f"what about {LINK}", BORIS, None, False),
    ("a member in private", LINK, MALLORY, None, False),
    ("a member with /add", f"/add {LINK}", MALLORY, GROUP, False),
]


@pytest.mark.parametrize(("case", "text", "member", "chat", "may"), LINKS, ids=[row[0] for row in LINKS])
async def test_pages_are_fetched_for_admins(
    world: World, web: FakeWeb, case: str, text: str, member: Member, chat: int | None, may: bool
) -> None:
    shown = await world.says(member, text, chat)

    assert web.asked == ([LINK] if may else [])
    assert any("• example.org zoo.txt: new" in each.text for each in shown) is may


async def test_a_page_that_is_not_fetched_says_why(world: World, web: FakeWeb) -> None:
    _, card = await world.says(BORIS, "https://inside.example.org")

    assert card.text == "Nothing was changed.\nit leads to a private address, and those are not fetched"


async def test_without_the_setting_no_page_is_fetched(world: World) -> None:
    (hint,) = await world.says(BORIS, f"/add {LINK}")

    assert "Links to pages are not fetched (FETCH_LINKS in the settings)." in hint.text
