"""Words made of other words."""

from __future__ import annotations

import pytest

from bot.questions import understand
from tests.search.worlds import story


@pytest.mark.parametrize(
    ("question", "text", "term"),
    [
        ("who edited the Gull?", "The editor was Ann Reed.", "editor"),
        ("who was the editor?", "Ann Reed edited it.", "edit"),
        ("who printed it?", "The printer was Ann Reed.", "printer"),
        ("how many members has the choir?", "Its membership fell to nine.", "membership"),
    ],
)
def test_nouns_and_their_verbs_find_each_other(question: str, text: str, term: str) -> None:
    index = story((text,))

    forms = [form for word in understand(question, index).query.words for form in word.forms]

    assert [form.weight for form in forms if form.term == term] == [0.3]


def test_what_no_text_holds_is_not_looked_for() -> None:
    index = story(("Ann Reed was here.",))

    terms = [form.term for word in understand("who edited it?", index).query.words for form in word.forms]

    assert "editor" not in terms
