"""Names that a question cuts short."""

from __future__ import annotations

import pytest

from bot.questions import understand
from tests.search.worlds import story

INDEX = story(
    (
        "In 2011 ZubraneMarine became owner of the server, and Quokkelberg stayed.",
        "Quokkelstein left with the Marketquibble of Hixom. A Hixomite came.",
    )
)


@pytest.mark.parametrize(
    ("typed", "whole", "is_meant"),
    [
        ("zubrane", "zubranemarin", True),
        ("quokke", "quokkelberg", False),  # it may be another
        ("zubr", "zubranemarin", False),  # too short
        ("market", "marketquibbl", False),  # a word of its own
        ("hixom", "hixomit", False),  # it stands there itself
    ],
)
def test_a_name_that_is_cut_short_is_the_only_one_that_begins_so(
    typed: str, whole: str, *, is_meant: bool
) -> None:
    (word,) = understand(f"when did {typed} go", INDEX).query.words[:1]

    assert (whole in {form.term for form in word.forms}) == is_meant
