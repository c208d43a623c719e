"""Cards for newcomers: an example that works, and what has been read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot import cards
from bot.publishing.examples import Examples
from bot.publishing.live import LiveLibrary
from bot.sources.source import Source
from tests.cards.reading import text_of
from tests.chat.rules import parse_html

if TYPE_CHECKING:
    from pathlib import Path

LINKS = [
    ("https://example.org/a", True),
    ("http://example.org/a?b=1&c=<", False),
    ("javascript:alert(1)", False),
    ("ftp://example.org", False),
    ('https://example.org/"onclick="x', False),
    ("https://example.org/ x", False),
]


@pytest.mark.parametrize(("url", "is_linked"), LINKS)
def test_only_web_addresses_become_links(url: str, is_linked: bool) -> None:
    parsed = parse_html(cards.html(cards.sources_card([Source(title="A", file="a.md", url=url)])))

    assert bool(parsed.marked("text_link")) is is_linked


def test_sources_of_one_origin_name_it_once() -> None:
    ferries = Source("Ferries", "a.md", author="A. Writer", publisher="Harbour Press")
    sources = [ferries, Source("Storms", "b.md"), replace(ferries, title="Docks", file="c.md")]

    assert text_of(cards.sources_card(sources)) == (
        "What I have read\n• Ferries\n• Docks\n— A. Writer, Harbour Press\n• Storms"
    )


@pytest.mark.parametrize(("number", "last"), [(25, "• Source 24"), (26, "… and 1 more.")])
def test_a_list_that_is_cut_says_how_much_is_missing(number: int, last: str) -> None:
    sources = [Source(f"Source {n}", f"{n}.md") for n in range(number)]

    assert text_of(cards.sources_card(sources)).split("\n")[-1] == last


def test_without_golden_questions_what_headings_name_are_examples(tmp_path: Path) -> None:
    (tmp_path / "town.md").write_text(
        "# Our town\n\n## The great flood\n\nIn May 1952 the river rose.\n\n## Contact\n\nWrite to us.\n"
        f"\n## {'A very long story ' * 5}\n\nIn 1953 it was told.\n",
        encoding="utf-8",
    )

    assert Examples(LiveLibrary(tmp_path)).of() == ("The great flood?",)


def test_a_start_card_shows_a_question_that_has_an_answer(knowledge: Path) -> None:
    golden = '- {question: "Wallaby?", refuse: true}\n- {question: "Who <ran> it?", passage: Alice}\n'
    (knowledge / "questions.yaml").write_text(golden, encoding="utf-8")

    assert "For example: Who <ran> it?" in text_of(cards.start_card(Examples(LiveLibrary(knowledge)).of()))
