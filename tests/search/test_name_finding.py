"""Names in many passages at a time are those that each text has alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.search.name_finding import find_names
from bot.search.tokenizing.tokenized_passages import tokenize
from bot.search.words.analysis import analyse
from bot.search.words.names import Names
from bot.sources.source import Passage, Source

SOURCE = Source("A title", "a.md")
WORDS = ["new", "York", "City", "hall", "May", "may", "US", "U.S.", "币安", "OK", "ICE", "ice", "x."]
NAME = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
NAMES = st.lists(NAME, min_size=1, max_size=3)
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=5)


@given(st.lists(NAMES, max_size=5), TEXTS)
def test_names_are_found_as_in_each_text(groups: list[list[str]], texts: list[str]) -> None:
    read = tokenize(Passage(SOURCE, text, 1) for text in texts)
    names = Names.of(groups, {"ICE"})

    matches = find_names(read.passages.texts, read.units, read.forms, names)

    for number, text in enumerate(texts):
        rows = [(place, read.forms.terms[form]) for form, place in matches[number].tolist()]
        assert rows == [(name.place, name.group) for name in names.find(text, analyse(text))]
