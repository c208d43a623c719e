"""A library without some of its sources answers as if nothing stood in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers import Answer, Refusal
from bot.browsing.chronology import Chronology
from bot.browsing.source_spans import source_spans
from bot.building.build import build
from bot.publishing.live import LiveLibrary

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library import Library

FERRIES = """---
title: Ferries
---
The first ferry crossed the strait on 4 May 1903. Captain Okafor steered her.

In 1905 a second ferry, Marigold, was bought.
"""
BRIDGES = """---
title: Bridges
---
Engineers opened the long bridge in October 1931, and the ferry lost its passengers.

In May 1903 the mayor laid the foundation stone.
"""
HIDDEN = frozenset({"ferries.md"})


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "ferries.md").write_text(FERRIES, encoding="utf-8")
    (tmp_path / "bridges.md").write_text(BRIDGES, encoding="utf-8")
    return build(tmp_path)


QUESTIONS = [  # the file that answers with all sources, and without the ferries
    ("When was the long bridge opened?", "bridges.md", "bridges.md"),
    ("When did Captain Okafor steer the ferry?", "ferries.md", None),
    ("What was Marigold?", "ferries.md", None),
    ("What was Marigodl?", "ferries.md", None),
    ("What happened on 4 May 1903?", "ferries.md", "bridges.md"),
    ("What happened in 1905?", "ferries.md", None),
]


@pytest.mark.parametrize(("question", "before", "after"), QUESTIONS)
def test_questions_are_answered_from_the_other_sources(
    library: Library, question: str, before: str, after: str | None
) -> None:
    results = [library.answer(question), library.without(HIDDEN).answer(question)]
    files = [result.passage.source.file if isinstance(result, Answer) else None for result in results]

    assert files == [before, after]
    assert {hit.passage.source.file for hit in results[1].hits} <= {"bridges.md"}


def test_a_word_of_hidden_sources_stands_nowhere(library: Library) -> None:
    narrowed = library.without(HIDDEN)
    result = narrowed.answer("Who was Okafor?")

    assert isinstance(result, Refusal)
    assert result.unknown == ("Okafor",)
    assert result.question.corrections == ()
    assert narrowed.explain(result).unknown == ("Okafor",)
    assert narrowed.index.knows("mayor")
    assert library.index.knows("marigold")
    assert not narrowed.index.knows("marigold")


def test_sources_and_statements_are_those_of_the_others(library: Library) -> None:
    narrowed, whole = library.without(HIDDEN), Chronology.of(library)
    chronology = whole.within(narrowed)

    assert [source.title for source in narrowed.sources] == ["Bridges"]
    assert [span.source.title for span in source_spans(chronology)] == ["Bridges"]
    assert [str(statement.date) for statement in chronology.statements(range(len(chronology)))] == [
        "1903-05",
        "1931-10",
    ]
    assert len(Chronology.of(narrowed)) == len(chronology)
    assert whole.within(library) is whole


def test_without_hidden_sources_it_is_the_same_library(library: Library) -> None:
    assert library.without(["no.md"]).index is library.index
    assert library.without([]).sources == library.sources


def test_without_all_sources_nothing_is_found(library: Library) -> None:
    nothing = library.without({"ferries.md", "bridges.md"})

    assert isinstance(nothing.answer("When was the long bridge opened?"), Refusal)
    assert isinstance(nothing.answer("What happened in 1903?"), Refusal)
    assert nothing.sources == ()


def test_each_choice_of_sources_is_kept_ready_until_the_next_reload(tmp_path: Path) -> None:
    (tmp_path / "ferries.md").write_text(FERRIES, encoding="utf-8")
    live = LiveLibrary(tmp_path)
    before = live.without(HIDDEN)

    assert live.without(frozenset()) is live.current
    assert live.without(HIDDEN) is before
    (tmp_path / "bridges.md").write_text(BRIDGES, encoding="utf-8")
    live.reload_now()
    assert [source.title for source in live.without(HIDDEN).sources] == ["Bridges"]
    assert live.without(HIDDEN) is live.without(HIDDEN)
