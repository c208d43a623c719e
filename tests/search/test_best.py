"""The best scores are those that a stable sort of all puts first."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.bm25 import LIKELY, best

SCORES = st.lists(st.sampled_from((0.0, 0.5, 1.0, 2.0, 2.5, 8.0, 9.75)), max_size=60)


@given(SCORES, st.sampled_from((0, 1, 3, 10, 50)))
def test_the_best_are_those_of_a_sort_of_all(scores: list[float], n: int) -> None:
    wanted = [i for i in np.argsort(-np.array(scores), kind="stable")[:n].tolist() if scores[i] > 0]

    assert best(np.array(scores), n).tolist() == wanted


@pytest.mark.parametrize(
    ("scores", "wanted"),
    [
        ([1.0, LIKELY, 0.5, 0.0], [0, 2]),
        ([1.0, LIKELY, 0.1, 0.0], [0, 1]),  # too few above the likely ones' bound
        ([0.1, 1.0, 0.1, 0.1], [1, 0]),
        ([0.0, 0.0], []),
    ],
)
def test_equal_ones_come_in_order_wherever_the_bound_lies(scores: list[float], wanted: list[int]) -> None:
    assert best(np.array(scores), 2).tolist() == wanted
