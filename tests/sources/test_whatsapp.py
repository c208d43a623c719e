"""Exports of WhatsApp, with dates in the order of whoever made them."""

from __future__ import annotations

import pytest

from bot.sources.formats import whatsapp

ANDROID = """\
3/4/2021, 21:05 - Messages and calls are end-to-end encrypted.
3/4/2021, 21:05 - Ann: the mill burnt
on both floors
3/4/2021, 21:09 - Bo Li: <Media omitted>
13/4/2021, 9:00 - Bo Li: it is rebuilt: look <This message was edited>
13/4/2021, 9:01 - Cy: This message was deleted
"""


def read(text: str) -> list[tuple[int, str, str, str]]:
    return [
        (part.line, str(part.stamp), part.place.label if part.place else "", part.text)
        for draft in whatsapp.read(text)
        for part in draft.parts
    ]


def test_messages_have_their_lines_days_senders_and_texts() -> None:
    assert read(ANDROID) == [
        (2, "2021-04-03", "Ann", "the mill burnt\non both floors"),
        (5, "2021-04-13", "Bo Li", "it is rebuilt: look"),
    ]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        # day first, month first: what no date contradicts
        (["25/12/2020, 21:05 - A: x1", "1/2/2021, 21:05 - B: x2"], ["2020-12-25", "2021-02-01"]),
        (["12/25/20, 9:05 PM - A: x1", "1/2/21, 9:05 AM - B: x2"], ["2020-12-25", "2021-01-02"]),
        # none is contradicted: the order in which time goes on
        (
            ["1/2/2021, 21:05 - A: x1", "1/3/2021, 21:05 - B: x2", "2/1/2021, 8:00 - A: x3"],
            ["2021-01-02", "2021-01-03", "2021-02-01"],
        ),
        (["1/2/2021, 21:05 - A: x1", "2/2/2021, 21:05 - B: x2"], ["2021-02-01", "2021-02-02"]),
        # as other countries and phones write
        (["[12.03.21, 21:05:33] A: x1", "[13.03.21, 21:05:33] B: x2"], ["2021-03-12", "2021-03-13"]),
        (["2021/03/12, 21:05 - A: x1", "2021/03/13, 21:05 - B: x2"], ["2021-03-12", "2021-03-13"]),
        (
            ["\u200e[12-03-2021 9:05:33\u202fp.\u00a0m.] ~\u202fA: x1", "[13-03-2021 9:05:33 a. m.] B: x2"],
            ["2021-03-12", "2021-03-13"],
        ),
        # a day that there is not costs its message alone
        (["31/12/2020, 21:05 - A: x1", "31/2/2021, 21:05 - B: x2"], ["2020-12-31"]),
    ],
)  # fmt: skip
def test_dates_are_read_in_the_order_that_fits_the_whole_chat(lines: list[str], days: list[str]) -> None:
    text = "\n".join(lines)

    assert whatsapp.is_chat(text)
    assert [day for _, day, _, _ in read(text)] == days


@pytest.mark.parametrize(
    ("half", "hour"), [("12:05 AM", 0), ("1:05 am", 1), ("12:05 PM", 12), ("11:05 p.m.", 23)]
)
def test_the_clock_has_two_halves(half: str, hour: int) -> None:
    (entry,) = whatsapp._entries(f"12/25/20, {half} - A: x")

    assert entry.hour == hour


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The mill burnt on 3/4/2021, 21:05 - nobody knows why.",
        "3/4/2021, 21:05 - Ann: only one line of a chat",
        "3/4/2021 the mill burnt\n4/4/2021 it was rebuilt",  # a chronicle
        "A history\n\n3/4/2021, 21:05 - Ann: hello\n3/4/2021, 21:05 - Bo: hello",  # quoted in a text
    ],
)
def test_other_texts_are_no_chats(text: str) -> None:
    assert not whatsapp.is_chat(text)
