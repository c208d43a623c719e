"""Logs of IRC programs, with and without days in their lines."""

from __future__ import annotations

import pytest

from bot.sources.formats import chat_log


def read(text: str, name: str = "meeting.txt") -> list[tuple[int, str, str, str]]:
    return [
        (part.line, str(part.stamp), part.place.label if part.place else "", part.text)
        for draft in chat_log.read(text, name)
        for part in draft.parts
    ]


@pytest.mark.parametrize(
    ("lines", "name", "days"),
    [
        # a day in each line
        (["[2018-03-12 10:46] <ann> a1", "[2018-03-13 10:46] <bo> b1"], "x", ["2018-03-12", "2018-03-13"]),
        (["2018-03-12T10:46Z <@ann> a1", "2018-03-12T10:46:28+01:00 <+bo> b1"], "x.log", ["2018-03-12"] * 2),
        (["2018-03-12 10:46:28.123 <ann> a1", "2018-03-12 10:47 <bo> b1"], "x.log", ["2018-03-12"] * 2),
        # days in lines of their own
        (
            [
                "--- Log opened Sun Mar 11 23:58:01 2018",
                "23:59 <ann> a1",
                "--- Day changed Mon Mar 12 2018",
                "00:01 < bo> b1",
            ],
            "x.log",
            ["2018-03-11", "2018-03-12"],
        ),
        # or in the file's name
        (["[10:46:28] <ann> a1", "[10:46:29] <bo> b1"], "#club.2018-03-12.log", ["2018-03-12", "2018-03-12"]),
        (["[10:46:28] <ann> a1", "[10:46:29] <bo> b1"], "club_20180312.log", ["2018-03-12", "2018-03-12"]),
        # nowhere, or none that there is: nobody can say when
        (["[10:46:28] <ann> a1", "[10:46:29] <bo> b1"], "club.log", []),
        (["[2018-02-30 10:46] <ann> a1", "[2018-03-13 25:46:28] <bo> b1"], "x.txt", []),
    ],
)  # fmt: skip
def test_the_day_of_each_message(lines: list[str], name: str, days: list[str]) -> None:
    text = "\n".join(lines)

    assert chat_log.is_chat(text)
    assert [day for _, day, _, _ in read(text, name)] == days


def test_events_are_left_out_and_lines_that_go_on_joined() -> None:
    text = """\
[2018-03-12 10:46] <ann> the mill burnt
on both floors
[2018-03-12 10:46:29] → cy joined (~cy@example.org)
[2018-03-12 10:46:30] -!- dee has quit
[2018-03-12 10:47:31] * bo looks for water
[2018-03-12 10:48:31] *** Mode +o bo
[2018-03-12 10:49:31] <cy> all is wet
"""
    assert chat_log.is_chat(text)
    assert read(text) == [
        (1, "2018-03-12", "ann", "the mill burnt on both floors"),
        (5, "2018-03-12", "bo", "bo looks for water"),
        (7, "2018-03-12", "cy", "all is wet"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[2018-03-12 10:46] <ann> a line alone",
        "10:46 the mill burnt\n10:50 the fire brigade came\n11:00 all was over",  # minutes of a night
        "2018-03-12 10:46 the mill burnt\n2018-03-13 10:46 it rained",
        "A talk:\n\n10:46 <ann> hello\n10:47 <bo> hello\n\nThat was all.\n\nNobody came.\n",
    ],
)
def test_other_texts_are_no_logs(text: str) -> None:
    assert not chat_log.is_chat(text)
