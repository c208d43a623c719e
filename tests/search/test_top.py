"""The best ones found are the best of all, and scores are the same whichever way they are found."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.bm25 import OKAPI, PLUS, TRUE_PLUS, InvertedBM25, Variant
from bot.search.top import FEW_TERMS, FEW_TEXTS

RNG = np.random.default_rng(7)
SIZES = (0, 1, 2, 63, 64, 65, 1925)
WEIGHTS = (1.0, 0.5, 0.9)


def texts(size: int) -> list[list[str]]:
    """Texts of up to twelve of forty terms, common ones and rare ones, many texts alike."""
    return [[f"t{min(int(rank), 39)}" for rank in RNG.zipf(1.4, RNG.integers(0, 12))] for _ in range(size)]


INDEXES = [InvertedBM25(texts(size), variant) for size in SIZES for variant in (TRUE_PLUS, OKAPI, PLUS)]
# What is large in terms, in texts, in both is searched in other ways.
RARE = [[f"x{i}" for i in range(FEW_TERMS)]]
MANY = texts(SIZES[-1]) * (FEW_TEXTS // SIZES[-1] + 1)
INDEXES += [InvertedBM25(some) for some in (texts(SIZES[-1]) + RARE, MANY, MANY + RARE)]
QUERIES = st.lists(st.tuples(st.integers(0, 39), st.sampled_from(WEIGHTS)), max_size=8)


def known(index: InvertedBM25, query: list[tuple[int, float]]) -> list[tuple[int, float]]:
    return [(index.numbers[f"t{term}"], weight) for term, weight in query if f"t{term}" in index.numbers]


@given(st.sampled_from(INDEXES), QUERIES, st.sampled_from((1, 3, 10, 50)))
def test_the_best_are_those_of_a_sort_of_all(
    index: InvertedBM25, query: list[tuple[int, float]], n: int
) -> None:
    asked = known(index, query)
    scores = index.weigh(asked)

    found = index.top(asked, n)

    wanted = [i for i in np.argsort(-scores, kind="stable")[:n] if scores[i] > 0]
    assert found.texts.tolist() == wanted
    assert found.scores.tolist() == scores[wanted].tolist()


@given(st.sampled_from(INDEXES), st.lists(st.integers(0, 39), max_size=8), st.sampled_from((0, 1, 10, 50)))
def test_the_best_documents_are_those_of_the_best_scores(
    index: InvertedBM25, terms: list[int], n: int
) -> None:
    asked = [f"t{term}" for term in terms]
    scores = index.weigh(known(index, [(term, 1.0) for term in terms]))

    found = index.get_top_n(asked, range(index.corpus_size), n)

    assert found == [i for i in np.argsort(-scores, kind="stable")[:n].tolist() if scores[i] > 0]


@given(st.sampled_from(INDEXES), QUERIES, st.sets(st.integers(0, SIZES[-1] - 1), max_size=40))
def test_scores_of_some_are_those_of_all(
    index: InvertedBM25, query: list[tuple[int, float]], chosen: set[int]
) -> None:
    some = np.array(sorted(one for one in chosen if one < index.corpus_size), np.int64)
    asked = known(index, query)

    assert index.scores_of(asked, some).tolist() == index.weigh(asked)[some].tolist()


@pytest.mark.parametrize("variant", [TRUE_PLUS, PLUS])
def test_more_than_there_are_is_all_there_are(variant: Variant) -> None:
    index = InvertedBM25([["a"], ["b"], ["a", "b"]], variant)

    assert sorted(index.top(known_terms(index, "ab"), 99).texts.tolist()) == [0, 1, 2]


def known_terms(index: InvertedBM25, terms: str) -> list[tuple[int, float]]:
    return [(index.numbers[term], 1.0) for term in terms]
