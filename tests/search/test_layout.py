"""Which terms of a passage BM25 counts, and in which passage each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.search import Index
from bot.sources.aliases import Aliases
from bot.sources.source import Passage, Source

if TYPE_CHECKING:
    from collections.abc import Iterable


def terms(index: Index) -> list[list[str]]:
    """The terms of each passage that are counted, in order of the alphabet."""
    corpus = index.layout.corpus()
    names = list(corpus.numbers)
    counted = zip(corpus.terms.tolist(), corpus.texts.tolist(), strict=True)
    return _by_passage(((names[term], passage) for term, passage in counted), corpus.size)


def _by_passage(counted: Iterable[tuple[str, int]], size: int) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(size)]
    for term, passage in counted:
        rows[passage].append(term)
    return [sorted(row) for row in rows]


def index_of(*texts: tuple[str, str], aliases: Aliases | None = None) -> Index:
    """An index of texts, each with its title."""
    passages = [
        Passage(Source(title, f"{title}.md"), text, line, (), (), None)
        for line, (title, text) in enumerate(texts, 1)
    ]
    return Index.build(passages, aliases or Aliases())


def test_words_what_stands_beside_them_names_and_titles_are_counted() -> None:
    ships = Aliases(names=(("Marigold", "Old Mary"),))
    index = index_of(
        ("Zoo", "It cost 4.3 billion."), ("Kiln", "A sea-wall."), ("Inn", "Old Mary sank."), aliases=ships
    )

    assert terms(index) == [
        sorted(["it", "cost", "4.3", "billion", "4300000000", "zoo"]),  # a sum
        sorted(["a", "sea", "wall", "seawal", "kiln"]),  # a compound
        sorted(["old", "mari", "sink", "inn", "=0"]),  # the first thing that has names, by any of them
    ]


@pytest.mark.parametrize(("under_it", "is_counted"), [(1, True), (5, True), (6, False), (10, False)])
def test_a_word_of_a_title_over_more_than_half_of_all_passages_is_not_counted(
    under_it: int, is_counted: bool
) -> None:
    titles = ["Harbours"] * under_it + ["Zoo"] * (10 - under_it)
    index = index_of(*((title, f"It rained {number} times.") for number, title in enumerate(titles)))

    assert ("harbor" in terms(index)[0]) == is_counted
