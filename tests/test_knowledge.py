"""The bundled history: retold, dated from its source, able to answer its golden questions."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.retelling import FOLDER, copied, passages_of, words
from tests.sources.whole_folder import read_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.golden import GoldenQuestion
    from tests.sources.whole_folder import WholeFolder

MEMOIR_TITLE = "How did Binance's CZ, who fled to Shanghai, get pardoned by Trump?"
LEANING = re.compile(r"(?:He(?! Yi\b)|She|It|They|These|There|His|Her)\b")  # on the passage before


@cache
def knowledge() -> WholeFolder:
    return read_folder(FOLDER)


@cache
def passages() -> tuple[tuple[str, str], ...]:
    return passages_of(knowledge())


def golden() -> tuple[GoldenQuestion, ...]:
    return knowledge().golden


@pytest.mark.parametrize(
    ("text", "is_copied"),
    [
        ("He said that the office was small and full of people.", True),
        ("THE OFFICE WAS SMALL and full of paper.", False),  # seven words only
        ("In Tokyo the office was small, and it was full of people.", False),
    ],
)
def test_a_copied_sentence_is_noticed(text: str, is_copied: bool) -> None:
    source = "One day he said that the office was small and full of people in Shanghai."

    assert bool(copied(text, source)) == is_copied


def test_every_file_is_read_without_a_problem() -> None:
    assert knowledge().problems == []
    assert knowledge().notices == []


def test_every_file_cites_the_memoir() -> None:
    cited = {(document.source.author, document.source.publisher) for document in knowledge().documents}
    published = {str(document.source.published) for document in knowledge().documents}

    assert cited == {(f"retold from JayZhou, “{MEMOIR_TITLE}”", "TechFlow")}
    assert published == {"2025-10-25"}


def test_titles_are_told_apart() -> None:
    titles = [document.source.title for document in knowledge().documents]

    assert len(set(titles)) == len(titles)


def test_there_is_enough_to_ask_about() -> None:
    assert len(passages()) >= 70
    assert len(golden()) >= 40
    assert sum(row.refuse for row in golden()) >= len(golden()) / 10


@pytest.mark.parametrize("text", [text for text, _ in passages()], ids=lambda text: text[:40])
def test_a_passage_can_be_understood_alone(text: str) -> None:
    assert not LEANING.match(text)
    assert 20 <= len(words(text)) <= 110


@pytest.mark.parametrize("row", golden(), ids=lambda row: row.question)
def test_a_golden_question_has_a_passage_that_can_answer_it(row: GoldenQuestion) -> None:
    if row.refuse:
        assert row.passage is None
        return

    holding = [f"{headings} {text}" for text, headings in passages() if row.passage and row.passage in text]

    assert holding, f"no passage holds {row.passage!r}"
    assert row.date is None or any(str(row.date.first.year) in text for text in holding)


def test_no_golden_question_is_asked_twice() -> None:
    questions = [row.question.casefold() for row in golden()]

    assert len(set(questions)) == len(questions)


def test_every_alias_of_a_person_or_place_leads_to_a_passage() -> None:
    texts = "\n".join(f"{headings}\n{text}" for text, headings in passages()).casefold()

    assert [group for group in knowledge().aliases.names if not _is_told(group, texts)] == []


def _is_told(group: Sequence[str], texts: str) -> bool:
    return any(name.casefold() in texts for name in group)
