"""The bundled history: retold, dated from its source, able to answer its golden questions."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.sources.folder import read_folder
from bot.sources.passages import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.folder import Knowledge
    from bot.sources.golden import GoldenQuestion

PROJECT = Path(__file__).resolve().parents[1]
FOLDER = PROJECT / "knowledge"
MEMOIR = PROJECT.parent / "shared" / "data" / "article" / "binance-memoir.txt"
LONGEST_COMMON_RUN = 7  # words; eight in a row are a copied sentence

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")  # Binance's   4   hold'em
LEANING = re.compile(r"(?:He(?! Yi\b)|She|It|They|These|There|His|Her)\b")  # on the passage before
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

needs_memoir = pytest.mark.skipif(
    not MEMOIR.is_file(), reason="the memoir that the history retells is not part of the project"
)


@cache
def knowledge() -> Knowledge:
    return read_folder(FOLDER)


@cache
def passages() -> tuple[tuple[str, str], ...]:
    """Text of each passage, and its headings, of the bundled history."""
    return tuple(
        (document.text[one.start : one.end], " ".join(one.headings))
        for document in knowledge().documents
        for one in cut(document)
    )


MEMOIR_TITLE = "How did Binance's CZ, who fled to Shanghai, get pardoned by Trump?"


def golden() -> tuple[GoldenQuestion, ...]:
    return knowledge().golden


@cache
def memoir() -> str:
    return MEMOIR.read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    return WORD.findall(text.replace("’", "'"))


def plain_runs(text: str, common: frozenset[str]) -> Iterator[list[str]]:
    """Words between names and figures; `common` are those which are no name though they begin a sentence."""
    run: list[str] = []
    for word in words(text):
        if word[0].isdigit() or (word[0].isupper() and word.lower() not in common):
            yield run
            run = []
        else:
            run.append(word.lower())
    yield run


def sequences(text: str, common: frozenset[str], length: int) -> set[tuple[str, ...]]:
    return {
        tuple(run[i : i + length]) for run in plain_runs(text, common) for i in range(len(run) - length + 1)
    }


def copied(text: str, source: str, length: int = LONGEST_COMMON_RUN + 1) -> set[tuple[str, ...]]:
    """Runs of `length` words that both texts hold."""
    common = frozenset(word for word in words(source) if word[0].islower())
    return sequences(text, common, length) & sequences(source, common, length)


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
    cited = {(one.source.author, one.source.publisher) for one in knowledge().documents}
    published = {str(one.source.published) for one in knowledge().documents}

    assert cited == {(f"retold from JayZhou, “{MEMOIR_TITLE}”", "TechFlow")}
    assert published == {"2025-10-25"}


def test_titles_are_told_apart() -> None:
    titles = [one.source.title for one in knowledge().documents]

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
    told = "\n".join(f"{headings}\n{text}" for text, headings in passages()).casefold()

    assert [group for group in knowledge().aliases.names if not _is_told(group, told)] == []


def _is_told(group: Sequence[str], told: str) -> bool:
    return any(name.casefold() in told for name in group)


@needs_memoir
@pytest.mark.parametrize("text", [text for text, _ in passages()], ids=lambda text: text[:40])
def test_no_passage_copies_the_memoir(text: str) -> None:
    assert copied(text, memoir()) == set()


@needs_memoir
def test_every_year_stands_in_the_memoir() -> None:
    told = {year for text, headings in passages() for year in YEAR.findall(f"{headings} {text}")}

    assert told <= set(YEAR.findall(memoir()))
