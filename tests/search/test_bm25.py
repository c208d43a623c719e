"""Scores from postings are those of rank_bm25, to the ninth decimal."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rank_bm25

from bot.search.bm25 import OKAPI, PLUS, TRUE_PLUS, InvertedBM25, Variant

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
TEXTS = [
    paragraph.lower().split()
    for file in sorted(KNOWLEDGE.glob("*.md"))
    for paragraph in file.read_text(encoding="utf-8").split("\n\n")
]
QUESTIONS = [
    "when did binance move to tokyo",
    "zhao zhao zhao",
    "the of and",
    "nothingtofind",
    "binance nothingtofind",
    "",
]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(("variant", "peer"), [(OKAPI, rank_bm25.BM25Okapi), (PLUS, rank_bm25.BM25Plus)])
def test_variants_score_as_rank_bm25_does(variant: Variant, peer: type, question: str) -> None:
    ours, theirs = InvertedBM25(TEXTS, variant, np.float64), peer(TEXTS)
    words = question.split()

    assert np.allclose(ours.get_scores(words), theirs.get_scores(words), rtol=0, atol=1e-9)
    some = list(range(0, len(TEXTS), 7))
    assert np.allclose(
        ours.get_batch_scores(words, some), theirs.get_batch_scores(words, some), rtol=0, atol=1e-9
    )


def test_it_is_a_rank_bm25() -> None:
    assert issubclass(InvertedBM25, rank_bm25.BM25)


@pytest.mark.parametrize("variant", [OKAPI, PLUS, TRUE_PLUS])
def test_an_empty_corpus_has_no_scores(variant: Variant) -> None:
    index = InvertedBM25([], variant)

    assert index.get_scores(["binance"]).tolist() == []
    assert index.get_top_n(["binance"], []) == []


def test_only_texts_that_share_a_word_are_found() -> None:
    index = InvertedBM25([["a", "b"], ["c"], [], ["a"]])

    assert index.get_top_n(["a", "z"], ["first", "second", "third", "fourth"]) == ["fourth", "first"]
    assert index.get_scores(["a"])[1] == 0


def test_equal_scores_keep_the_reading_order() -> None:
    index = InvertedBM25([["a"], ["a"], ["a"], ["b"]])

    assert index.get_top_n(["a"], [1, 2, 3, 4], 2) == [1, 2]


def test_documents_of_another_number_are_refused() -> None:
    with pytest.raises(ValueError, match="2 documents are indexed, 1 were given"):
        InvertedBM25([["a"], ["b"]]).get_top_n(["a"], ["only"])


def test_a_term_counts_by_its_weight() -> None:
    index = InvertedBM25([["a"], ["b"], ["a", "b"]])
    a, b = index.get_scores(["a"]), index.get_scores(["b"])

    scores = index.weigh([(index.numbers["a"], 1.0), (index.numbers["b"], 0.5)])

    assert scores == pytest.approx(a + b / 2)
