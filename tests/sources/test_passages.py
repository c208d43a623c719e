"""Cutting documents: a paragraph is a passage, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bot.sources import markdown
from bot.sources.passages import LONGEST, cut, passages
from bot.sources.source import Document, Source

if TYPE_CHECKING:
    from bot.sources.source import Passage


def document(text: str) -> Document:
    return Document(Source("Ferries", "ferries.md"), text, markdown.blocks(text))


def cut_texts(text: str) -> list[str]:
    return [text[one.start : one.end] for one in cut(document(text))]


def dated(text: str) -> tuple[Passage, ...]:
    return passages(document(text), {})


def test_a_paragraph_is_a_passage_under_its_headings() -> None:
    text = "# War\n## 1914\nThe ferry stopped.\n\n## 1918\nIt ran again.\n\n# Peace\nAll was well."

    found = list(cut(document(text)))

    assert [one.headings for one in found] == [("War", "1914"), ("War", "1918"), ("Peace",)]
    assert [one.line for one in found] == [3, 6, 9]


def test_a_fragment_joins_what_it_leads_in() -> None:
    text = "The captain said:\n\n“We sail at noon.”\n\nNobody objected."

    assert cut_texts(text) == ["The captain said:\n\n“We sail at noon.”", "Nobody objected."]


def test_a_fragment_at_the_end_of_a_section_stays_alone() -> None:
    assert cut_texts("# War\nTo be continued\n\n# Peace\nAll was well.") == [
        "To be continued",
        "All was well.",
    ]


def test_a_very_long_paragraph_is_cut_at_sentence_ends_into_about_equal_parts() -> None:
    sentence = "The ferry crossed the strait again on that day and came back late. "
    text = (sentence * 150).strip()

    found = cut_texts(text)

    assert " ".join(found) == text
    assert len(found) == 3
    assert all(one.endswith("late.") for one in found)
    assert max(map(len, found)) - min(map(len, found)) < 3 * len(sentence)


def test_a_word_without_end_is_cut_all_the_same() -> None:
    found = cut_texts("x" * 10_000)

    assert "".join(found) == "x" * 10_000
    assert max(map(len, found)) <= LONGEST


def test_mentions_are_counted_from_the_beginning_of_their_passage() -> None:
    found = dated("# Early\nNothing is known.\n\nThe ferry came on 4 May 1903 and left in 1905.")

    assert [(one.start, one.end, str(one.date)) for one in found[1].mentions] == [
        (18, 28, "1903-05-04"),
        (41, 45, "1905"),
    ]
    assert all(found[1].text[one.start : one.end] == one.text for one in found[1].mentions)


def test_an_undated_passage_has_no_date() -> None:
    assert dated("Nobody remembers when the ferry came.")[0].date is None


@given(
    st.lists(
        st.sampled_from(["The ferry came. ", "On 4 May 1903 ", "\n\n", "# War\n", "x" * 900, "He said:"])
    )
)
def test_passages_are_substrings_in_reading_order(parts: list[str]) -> None:
    text = "".join(parts)

    at = 0
    for one in dated(text):
        at = text.index(one.text, at)
        assert 0 < len(one.text) <= LONGEST
        assert text.count("\n", 0, at) + 1 == one.line
        at += len(one.text)
