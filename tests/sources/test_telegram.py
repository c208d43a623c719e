"""Exports of Telegram Desktop: one chat or a whole account, whatever state the file is in."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from bot.sources.draft import FormatError
from bot.sources.formats import telegram

if TYPE_CHECKING:
    from bot.sources.draft import Draft

Row = dict[str, Any]


def row(number: int, text: Any, **facts: Any) -> Row:
    return {
        "id": number, "type": "message", "date": "2021-04-12T09:30:00", "date_unixtime": "1618219800",
        "from": f"Person {number}", "from_id": f"user{number}", "text": text, **facts,
    }  # fmt: skip


def chat(*rows: Row, **facts: Any) -> Row:
    return {"name": "Harbour club", "type": "private_supergroup", "id": 77, **facts, "messages": list(rows)}


def read(export: Any) -> list[Draft]:
    raw = export if isinstance(export, bytes) else json.dumps(export, ensure_ascii=False).encode()
    return list(telegram.read(io.BytesIO(raw)))


def texts(export: Any) -> list[str]:
    """What is shown of an export, nothing where it holds nothing."""
    try:
        return [part.text for draft in read(export) for part in draft.parts]
    except FormatError:
        return []


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        (row(1, "the mill burnt"), ["the mill burnt"]),
        # a text in pieces; addresses are not shown, names and bold words are
        (row(1, ["the ", {"type": "bold", "text": "mill"}, " burnt"]), ["the mill burnt"]),
        (row(1, ["by ", {"type": "link", "text": "example.org/mill"}, "me"]), ["by me"]),
        (row(1, ["by ", {"type": "mention", "text": "@ann"}]), ["by @ann"]),
        (row(1, ["the ", {"type": "text_link", "text": "mill", "href": "x.org"}]), ["the mill"]),
        # a poll is its question and its options
        (
            row(1, "", poll={"question": "New boat?", "answers": [{"text": "yes"}, {"text": "no"}]}),
            ["New boat?\nyes\nno"],
        ),
        (row(1, "", poll={"question": ["New ", {"text": "boat"}], "answers": 3}), ["New boat"]),
        (row(1, "the mill burnt", edited="2021-04-13T09:30:00"), ["the mill burnt"]),
        # nobody's words
        (row(1, "", action="pin_message", type="service"), []),
        (row(1, "", photo="photos/1.jpg"), []),
        (row(1, "price is up", **{"from": "PriceBot"}), []),
        (row(1, "a picture", via_bot="@gif"), []),
        # values of another kind than expected
        (row(1, None), []),
        (row(1, 5), []),
        (row(1, [None, 5, ["deep"], {"no": "text"}]), ["deep"]),
        (row(1, "no day", date="soon", date_unixtime="soon"), []),
        (row(1, "year 1e9", date="soon", date_unixtime="99999999999999999"), []),
    ],
)  # fmt: skip
def test_what_is_shown_of_a_message(message: Row, shown: list[str]) -> None:
    assert texts(chat(message)) == shown


def test_a_message_has_its_own_day_sender_and_link() -> None:
    (part,) = read(chat(row(5, "the mill burnt", date="2021-04-11T23:30:00")))[0].parts

    assert str(part.stamp) == "2021-04-12"  # by the seconds since 1970, not by the exporter's clock
    assert part.place
    assert (part.place.label, part.place.url) == ("Person 5", "https://t.me/c/77/5")


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        ({"from": None}, "deleted account"),
        ({"forwarded_from": "Harbour News"}, "Person 5, forwarded from Harbour News"),
        ({"forwarded_from": None}, "Person 5"),
    ],
)
def test_who_wrote_it(facts: Row, label: str) -> None:
    (part,) = read(chat(row(5, "the mill burnt", **facts)))[0].parts

    assert part.place
    assert part.place.label == label


def test_an_old_export_has_no_seconds_since_1970() -> None:
    (part,) = read(chat(row(5, "the mill burnt", date="2019-02-28T23:30:00", date_unixtime=None)))[0].parts

    assert str(part.stamp) == "2019-02-28"


def test_a_group_that_is_no_supergroup_has_no_links() -> None:
    (part,) = read(chat(row(5, "the mill burnt"), type="private_group"))[0].parts

    assert part.place
    assert part.place.url is None


def test_an_answer_carries_what_it_answers() -> None:
    (draft,) = read(chat(row(1, "who has the key?"), row(2, "rain"), row(3, "me", reply_to_message_id=1)))

    assert [part.context for part in draft.parts] == [
        "Person 1", "Person 2\nwho has the key?", "Person 3\nwho has the key?",
    ]  # fmt: skip


def test_topics_of_a_forum_are_part_of_the_place() -> None:
    opened = row(2, "", type="service", action="topic_created", title="Boats")
    rows = (
        opened,
        row(3, "new oars", reply_to_message_id=2),
        row(4, "fine", reply_to_message_id=3),
        row(5, "hi"),
    )
    (draft,) = read(chat(*rows))

    labels = [part.place.label for part in draft.parts if part.place]
    assert labels == ["Person 3, Boats", "Person 4, Boats", "Person 5"]


def test_of_an_account_only_groups_and_channels_are_read() -> None:
    account = {
        "about": "all of it",
        "personal_information": {"user_id": 5, "name": "Ann"},
        "chats": {
            "about": "chats",
            "list": [
                chat(row(1, "our secret"), name="Bo", type="personal_chat"),
                chat(row(1, "a note"), name="Saved", type="saved_messages"),
                chat(row(1, "the mill burnt"), name="Mill group"),
                chat(row(1, "tide at nine"), name="Tides", type="public_channel"),
            ],
        },
        "left_chats": {
            "about": "left",
            "list": [chat(row(1, "the end"), name="Old group", type="private_group")],
        },
    }
    rows = [(draft.facts.title, part.text) for draft in read(account) for part in draft.parts]

    assert rows == [("Mill group", "the mill burnt"), ("Tides", "tide at nine"), ("Old group", "the end")]


def test_a_backslash_that_json_does_not_know_costs_nothing() -> None:
    for at in range(65_530, 65_542):  # where the file is read piece by piece
        padding = "x" * at
        raw = json.dumps(chat(row(1, f"{padding} C:HERE and n"))).encode()
        raw = raw.replace(b"HERE", rb"\x41\\\n").replace(b" n", rb" \u006e")

        (text,) = texts(raw)
        assert text.removeprefix(padding) == " C:\\x41\\\nand n"


WHOLE = json.dumps(chat(row(1, "first"), row(2, "second"))).encode()


@pytest.mark.parametrize("cut", range(len(WHOLE)))
def test_what_came_before_the_place_where_a_file_is_cut_off_is_read(cut: int) -> None:
    shown = texts(WHOLE[:cut])

    assert shown == ["first", "second"][: WHOLE[:cut].count(b"}")]
    if shown:
        assert ["cut off" in remark.message for remark in read(WHOLE[:cut])[-1].remarks] == [True]


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"[]", b"null", b"{}", b"\x00\x01", b'{"messages": 5}', b'{"name": "x"}', b"[" * 100_000,
        b'{"a":' * 100_000, b"<html>", '{"messages": "\ud83d"}'.encode("utf-8", "surrogatepass"),
    ],
)  # fmt: skip
def test_what_is_no_export_says_so(raw: bytes) -> None:
    with pytest.raises(FormatError, match=r"Telegram|cut off|no sound JSON|nested"):
        read(raw)


def test_a_message_nested_too_deep_ends_the_reading_with_a_remark() -> None:
    raw = WHOLE.replace(b'"second"', b"[" * 5_000 + b"]" * 5_000)
    (draft,) = read(raw)

    assert [part.text for part in draft.parts] == ["first"]
    assert ["nested too deep" in remark.message for remark in draft.remarks] == [True]
