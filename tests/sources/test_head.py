"""The heads that tools write: what is read from them, and what is wrong by its line."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate, Style
from bot.sources.draft import Facts, FormatError
from bot.sources.head import read_head

FULL = """---
title: A history of
  ferries
url: https://example.org/ferries?page=1
author: A. Writer
publisher: Harbour Press
published: 2018-03
language: EN
style: narrative
aliases: [the strait line, "渡轮"]
---
Text.
"""

TITLED = Facts(title="A")
HEADS = {  # head -> its facts
    "---\ntitle: A\n---\n": TITLED,
    "\n---\nTitle: A\n...\n": TITLED,
    "---\nlabel: A\nicon: x\norder: 3\ndata:\n  en: b.html\n---\n": TITLED,
    "---\n---\n": Facts(),
    "---\ntitle:\ntags:\n---\n": Facts(),
    "---\nauthors: [Ann, Bo]\n---\n": Facts(author="Ann, Bo"),
    "---\nlang: en-GB\n---\n": Facts(language="en"),
    "---\naliases: [/old/address/, CZ]\n---\n": Facts(aliases=("CZ",)),
    "---\nurl: /history/\n---\n": Facts(),
    # when it was written; a flag is no date
    "---\npublished: true\ndate: 2018-03-04\n---\n": Facts(published=HistoricalDate.parse("2018-03-04")),
    "---\nupdated: 2018-03-04\n---\n": Facts(published=HistoricalDate.parse("2018-03-04")),
    "---\ndate: 2022-08-26 12:03:03 UTC+12:00\n---\n": Facts(published=HistoricalDate.parse("2022-08-26")),
    "---\ndate: 2022-08-26T12:03:03Z\n---\n": Facts(published=HistoricalDate.parse("2022-08-26")),
    "---\ndate: Oct 13, 2014\n---\n": Facts(published=HistoricalDate.parse("2014-10-13")),
    # no YAML, but plain to read
    "---\ntitle: The mill: a history\n---\n": Facts(title="The mill: a history"),
    "---\ntitle: A\ntitle: B\n---\n": TITLED,
    # other tools
    '+++\ntitle = "A"\ndate = 2018-03-04T10:00:00Z\n[extra]\nx = 1\n+++\n': Facts(
        title="A", published=HistoricalDate.parse("2018-03-04")
    ),
    "title: A\ndate: 2018-03-04\ntags: [a, b]\n---\n": Facts(
        title="A", published=HistoricalDate.parse("2018-03-04")
    ),
    "Title: A\nDate: 2014-10-13 6:47\n\n": Facts(title="A", published=HistoricalDate.parse("2014-10-13")),
    "TITLE: A\nslug: b\n\n": TITLED,
    ".. title: A\n.. slug: b\n\n": TITLED,
    "<!--\n.. title: A\n.. slug: b\n-->\n": TITLED,
    "% A\n% Ann; Bo\n% 4 March 2018\n": Facts(
        title="A", author="Ann; Bo", published=HistoricalDate.parse("2018-03-04")
    ),
}  # fmt: skip
NO_HEADS = [
    "A text.",
    "---\nA text between rules.\n---\n",
    "---\n- a\n---\n",
    "---\n\n# Heading\n",
    "----\n",
    "a\n---",
    "Note: the club moved.\n\nText.",
    "Ann: Hello!\nBo: Hello.\n\n",
    "2015: A boat.\n2016: A hut.\n\n",
    "+++ oh +++\n",
]
BROKEN = [
    ("---\ntitle: [A\n---\n", 3, "is not valid YAML"),
    ('---\ntitle: "A\n---\n', 3, "is not valid YAML"),
    ("---\na: &a [x]\ntitle: [*a, *a\n---\n", 2, "holds an anchor"),
    ("+++\ntitle = A\n+++\n", 2, "the head between +++ lines is not valid TOML"),
]
WRONG = [  # head -> the remarks it must have
    ("---\ntitle: [A]\n---\n", (2, "title must be one text")),
    ("---\npublished: soon\n---\n", (2, 'published must be a date such as 2018-03, not "soon"')),
    ("---\npublished: 2017-02-30\n---\n", (2, 'published must be a date such as 2018-03, not "2017-02-30"')),
    ("\n---\npublished: 99999\n---\n", (3, "published must be a date")),
    ("---\nurl: javascript:alert(1)\n---\n", (2, "url must be a web address")),
    ("---\nlanguage: english\n---\n", (2, "language must be a two-letter code")),
    ("---\nstyle: novel\n---\n", (2, "style must be one of")),
    ("---\naliases: {a: b}\n---\n", (2, "aliases must be a list of texts")),
    ("Title: A\nDate: soon\n\n", (2, "date must be a date")),
    ("\n---\ntitle: A\n\nText.", (2, "the head that opens with --- is never closed")),
    ("+++\ntitle = 'A'\nText.", (1, "the head that opens with +++ is never closed")),
]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\ndate: 2018\n\nText: of it.",
        "---\ntitle: A\ndate: 2018\nText.",
        "---\ntitle: A\ndate: 2018\n\nText of it, by Ann.\n\n---\n\nBelow a rule.",
    ],
)
def test_a_head_that_is_never_closed_ends_where_its_entries_end(text: str) -> None:
    head = read_head(text)

    assert (head.facts.title, str(head.facts.published)) == ("A", "2018")
    assert text[head.body :].strip().startswith("Text")


def test_a_date_may_be_seconds_since_1970() -> None:
    assert str(read_head("---\ntitle: A\ndate: 1321018560\n---\nText.").facts.published) == "2011-11-11"


def test_a_full_head_says_all_about_its_source() -> None:
    head = read_head(FULL)

    assert head.facts == Facts(
        title="A history of ferries",
        url="https://example.org/ferries?page=1",
        author="A. Writer",
        publisher="Harbour Press",
        published=HistoricalDate.parse("2018-03"),
        language="en",
        style=Style.NARRATIVE,
        aliases=("the strait line", "渡轮"),
    )
    assert FULL[head.body :] == "\nText.\n"
    assert head.body_line == 11
    assert head.remarks == ()


@pytest.mark.parametrize("text", HEADS)
def test_heads_of_all_tools_are_read_and_what_means_nothing_here_is_passed_over(text: str) -> None:
    head = read_head(text + "Text.")

    assert head.facts == HEADS[text]
    assert (text + "Text.")[head.body :].strip() == "Text."
    assert head.remarks == ()


@pytest.mark.parametrize("text", NO_HEADS)
def test_what_only_looks_like_a_head_is_text(text: str) -> None:
    head = read_head(text)

    assert (head.facts, head.body, head.body_line) == (Facts(), 0, 1)


@pytest.mark.parametrize(("text", "line", "message"), BROKEN)
def test_a_broken_head_is_one_line_with_its_place(text: str, line: int, message: str) -> None:
    with pytest.raises(FormatError) as error:
        read_head(text)

    assert (error.value.line, error.value.message[: len(message)]) == (line, message)


@pytest.mark.parametrize(("text", "wanted"), WRONG)
def test_what_is_wrong_in_one_value_costs_that_value(text: str, wanted: tuple[int, str]) -> None:
    head = read_head(text)

    assert head.facts in {Facts(), TITLED}
    assert [(remark.line, remark.message[: len(wanted[1])]) for remark in head.remarks] == [wanted]
