"""The YAML head of a document: what is read from it, and every mistake by its line."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate, Style
from bot.sources.head import has_head, read_head

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

MISTAKES = [  # head -> the problems it must have, as printed
    ("---\nauthor: A\n---\n", ["x.md:1: the head has no title"]),
    ("---\n---\n", ["x.md:1: the head must hold lines such as title:"]),
    ("---\n- a\n---\n", ["x.md:2: the head must hold lines such as title:"]),
    ("---\ntitle: A\n", ["x.md:1: the head that opens with --- is never closed"]),
    ("---\ntitle:\n---\n", ["x.md:2: title is empty"]),
    ("---\ntitle: [A]\n---\n", ["x.md:2: title must be one text"]),
    ("---\ntitle: A\ntitle: B\n---\n", ['x.md:3: has the key "title" twice']),
    (
        "---\ntitle: A\npublished: soon\n---\n",
        ['x.md:3: published must be a date such as 2018-03, not "soon"'],
    ),
    (
        "---\ntitle: A\npublished: 2017-02-30\n---\n",
        ['x.md:3: published must be a date such as 2018-03, not "2017-02-30"'],
    ),
    ("---\ntitle: A\npublished: 99999\n---\n", ["x.md:3: published must be a date"]),
    ("---\ntitle: A\nurl: javascript:alert(1)\n---\n", ["x.md:3: url must be a web address"]),
    ("---\ntitle: A\nlanguage: english\n---\n", ["x.md:3: language must be a two-letter code"]),
    ("---\ntitle: A\nstyle: novel\n---\n", ["x.md:3: style must be one of"]),
    ("---\ntitle: A\naliases: {a: b}\n---\n", ["x.md:3: aliases must be a list of texts"]),
    (
        "---\nurl: x\npublished: soon\n---\n",
        ["x.md:1: the head has no title", "x.md:2: url must be", "x.md:3: published must be"],
    ),
]


def test_a_full_head_says_all_about_its_source() -> None:
    head = read_head(FULL, "a/b.md")

    assert head.source is not None
    assert (head.source.title, head.source.file) == ("A history of ferries", "a/b.md")
    assert head.source.url == "https://example.org/ferries?page=1"
    assert (head.source.author, head.source.publisher) == ("A. Writer", "Harbour Press")
    assert head.source.published == HistoricalDate.parse("2018-03")
    assert (head.source.language, head.source.style) == ("en", Style.NARRATIVE)
    assert head.source.aliases == ("the strait line", "渡轮")
    assert FULL[head.body :] == "\nText.\n"
    assert head.body_line == 11
    assert head.problems == head.notices == []


@pytest.mark.parametrize(("text", "wanted"), MISTAKES, ids=[row[0][4:30] for row in MISTAKES])
def test_each_mistake_is_one_line_with_its_place(text: str, wanted: list[str]) -> None:
    found = [str(one) for one in read_head(text, "x.md").problems]

    assert len(found) == len(wanted)
    for line, start in zip(sorted(found), wanted, strict=True):
        assert line.startswith(start)
        assert "\n" not in line


def test_a_key_nobody_uses_is_noted_with_the_one_that_was_meant() -> None:
    head = read_head("---\ntitle: A\npublishd: 2018\ntags: x\n---\n", "x.md")

    assert head.source is not None
    assert [str(one) for one in head.notices] == [
        'x.md:3: "publishd" is not used in a head; did you mean published?',
        'x.md:4: "tags" is not used in a head',
    ]


@pytest.mark.parametrize(
    ("text", "wanted"), [("---\na", True), ("--- \na", True), ("----\n", False), ("a\n---", False)]
)
def test_a_head_is_told_by_its_first_line(text: str, wanted: bool) -> None:
    assert has_head(text) is wanted
