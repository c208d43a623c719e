"""Numbers are found in a row as going through it one by one finds them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.search.lookup import SMALLEST, Lookup

NUMBERS = st.integers(0, 4 * SMALLEST) | st.sampled_from((0, SMALLEST, 2 * SMALLEST, 1 << 40))


@given(st.lists(NUMBERS, unique=True, max_size=8), st.lists(NUMBERS, max_size=20))
def test_numbers_are_found_where_they_stand(wanted: list[int], row: list[int]) -> None:
    places, which = Lookup.of(np.array(wanted, np.int64)).find(np.array(row, np.int64))

    assert list(zip(places.tolist(), which.tolist(), strict=True)) == [
        (place, wanted.index(number)) for place, number in enumerate(row) if number in wanted
    ]
