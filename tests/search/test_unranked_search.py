"""Which passages are about a topic."""

from __future__ import annotations

import pytest

from bot.questions import understand
from bot.search import Index
from bot.search.unranked_search import passages_holding
from tests.search.worlds import ALIASES, passages, story

HELD = [
    ("Tokyo", [2]),
    ("tokyo", [2]),
    ("东京", [2]),  # another name of the same
    ("fine", [4]),  # in another form
    ("Binance fines", [4]),  # both words in one passage
    ("Binance", [2, 3, 4]),
    ("Binance zeppelin", [2, 3, 4]),  # a word that stands nowhere is passed over
    ("zeppelin", []),
    ("of the", []),
    ("Lompoc Tokyo", []),
]


@pytest.mark.parametrize(("topic", "held"), HELD)
def test_a_topic_is_held_by_the_passages_with_its_words(topic: str, held: list[int]) -> None:
    index = story()

    assert passages_holding(understand(topic, index).query, index).nonzero()[0].tolist() == held


def test_a_title_s_word_counts_only_where_no_passage_says_it() -> None:
    texts = ("In Tokyo it rained.", "The sun shone.")
    index = Index.build([*passages(texts, title="Tokyo"), *passages(("A man ran.",), "Oslo")], ALIASES)

    assert passages_holding(understand("Tokyo", index).query, index).nonzero()[0].tolist() == [0]
    assert passages_holding(understand("Oslo", index).query, index).nonzero()[0].tolist() == [2]
