"""Cutting documents: a paragraph, an item, a row is a passage, a substring of the text that a reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dates import BlockKind
from bot.sources.composition import compose
from bot.sources.cutting import LONGEST, cut
from bot.sources.draft import Draft, Part
from bot.sources.formats import html, markdown, plain
from bot.sources.passages import passages

if TYPE_CHECKING:
    from bot.sources.source import Document, Passage


def document(text: str) -> Document:
    return compose(markdown.read(f"---\ntitle: Ferries\n---\n{text}"), "ferries.md", "Markdown")


def cut_texts(text: str) -> list[str]:
    return [passage.text for passage in dated(text)]


def dated(text: str) -> tuple[Passage, ...]:
    return passages(document(text), {})


def test_a_paragraph_is_a_passage_under_its_headings() -> None:
    text = "# War\n## 1914\nThe ferry stopped.\n\n## 1918\nIt ran again.\n\n# Peace\nAll was well."

    cuts = cut(document(text)).cuts

    assert [piece.headings for piece in cuts] == [("War", "1914"), ("War", "1918"), ("Peace",)]
    assert [piece.line - 3 for piece in cuts] == [3, 6, 9]


def test_a_fragment_joins_what_it_leads_in() -> None:
    text = "The captain said:\n\n“We sail at noon.”\n\nNobody objected."

    assert cut_texts(text) == ["The captain said:\n\n“We sail at noon.”", "Nobody objected."]


def test_a_dated_heading_with_nothing_under_it_is_a_passage() -> None:
    log = "# Log\n## 1.2 - 2018-05-01\n### Mended\n- The mast.\n## 1.1 - 2017-06-01\n## Boats\n### Rafts\n"
    rows = [(row.text, row.headings, str(row.date and row.date.date)) for row in dated(log)]

    assert rows == [
        ("The mast.", ("Log", "1.2 - 2018-05-01", "Mended"), "2018-05-01"),
        ("1.1 - 2017-06-01", ("Log",), "2017-06-01"),
    ]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("## May\n### The mill\n### The barn\n## June\nRain.", ["The mill", "The barn", "Rain."]),
        ("## May\n### The mill\n## June\nRain.", ["Rain."]),  # no list
        ("## May\n### The mill\n## June\n### The barn", ["The mill", "The barn"]),
        ("### The mill\n### A\nB.\n### C\nD.\n### E\nF.\n### G\nH.\n### The barn", ["B.", "D.", "F.", "H."]),
        ("## May\n### 2016\n### 2017\n## June\nRain.", ["Rain."]),  # tell nothing
        ("## May\n### The mill burned down.\n## June\nRain.", ["The mill burned down.", "Rain."]),
        ("## May\n### So it goes on.\n## June\nRain.", ["Rain."]),  # too short to tell anything
        ("## May\n### The mill\n![](a.png)\n### The barn\n![](b.png)", ["The mill", "The barn"]),
    ],
)
def test_headings_that_tell_something_by_themselves_are_passages(text: str, texts: list[str]) -> None:
    assert cut_texts(text) == texts


def test_dates_alone_over_lists_are_headings() -> None:
    text = "# Mills\n\n1991\n\n* Ann left.\n\n1992\n\n* Bo left, May 4."

    rows = [(row.text, row.headings, str(row.date and row.date.date)) for row in dated(text)]

    assert rows == [
        ("Ann left.", ("Mills", "1991"), "1991"),
        ("Bo left, May 4.", ("Mills", "1992"), "1992-05-04"),
    ]


def test_days_over_lists_of_a_plain_text_date_them_and_release_names_head_them() -> None:
    log = "Mill\n\n-- Release 2.3 --\n{}\n* Sails.\n{}\n* A door.\n\n-- Release 2.2 --\n{}\n* A roof."
    for days in (("5-19-94", "5-1-94", "2-9-94"), ("1994-05-19", "1994-05-01", "1994-02-09")):
        whole = compose(plain.read(log.format(*days)), "mill.txt", "text")
        rows = [(row.text, row.headings[0], str(row.date and row.date.date)) for row in passages(whole, {})]

        assert rows == [
            ("Sails.", "-- Release 2.3 --", "1994-05-19"),
            ("A door.", "-- Release 2.3 --", "1994-05-01"),
            ("A roof.", "-- Release 2.2 --", "1994-02-09"),
        ]


TIMELINES = (  # of web pages, years in lists of their own or as links
    "<ul><li>1991</li></ul><p>Ann left.</p><ul><li>1992</li></ul><p>Bo left.</p>",
    '<li><a href="#">1991</a></li><h4>Ann left.</h4><li><a href="#">1992</a></li><h4>Bo left.</h4>',
    "<div>1991</div><h4>Ann left.</h4><div>1992</div><h4>Bo left.</h4>",
)


@pytest.mark.parametrize("page", TIMELINES)
def test_years_of_a_timeline_date_what_stands_below(page: str) -> None:
    whole = compose(html.read(f"<h1>Mills</h1>{page}"), "mills.html", "HTML")
    rows = [(row.text, str(row.date and row.date.date)) for row in passages(whole, {})]

    assert rows == [("Ann left.", "1991"), ("Bo left.", "1992")]


@pytest.mark.parametrize("above", ["3 May 1991", "In 1991"])
def test_a_date_alone_over_the_only_list_is_none(above: str) -> None:
    assert cut_texts(f"Text of it.\n\n{above}\n\n* Ann left.") == ["Text of it.", above, "Ann left."]


def test_each_of_a_roll_is_a_passage() -> None:
    text = "#1: 1923 – Ann Reed\n\n#2: 1924-1929 Bo\n\n1929-1951 Nobody\n\n#3: 1951-54 Cy Holm\n\nThe end."

    assert cut_texts(text) == text.split("\n\n")


def test_an_entry_of_a_chronicle_leads_in_nothing() -> None:
    text = "March: the hut was bought\n\n2 May 1911: the first boat\n\nIt sank."

    assert cut_texts(text) == ["March: the hut was bought", "2 May 1911: the first boat", "It sank."]


def test_a_year_over_a_few_words_does_not_lead_in_the_next_year() -> None:
    page = "<h3>Boats</h3><p>1921<p>A boat came<p>1925<p>It sank<p>1930<p>Another boat<p>The end."
    whole = compose(html.read(page), "boats.html", "HTML")
    rows = [(row.text, str(row.date and row.date.date)) for row in passages(whole, {})]

    assert rows == [
        ("1921\n\nA boat came", "1921"),
        ("1925\n\nIt sank", "1925"),
        ("1930\n\nAnother boat\n\nThe end.", "1930"),
    ]


def test_a_fragment_at_the_end_of_a_section_stays_alone() -> None:
    assert cut_texts("# War\nTo be continued\n\n# Peace\nAll was well.") == [
        "To be continued",
        "All was well.",
    ]


CONTEXTS = [  # text, passages and what introduces each
    ("We had:\n\n- a boat\n- a hut", [("a boat", "We had:"), ("a hut", "We had:")]),
    ("It grew. We had:\n- a boat", [("It grew. We had:", ""), ("a boat", "We had:")]),
    ("It grew.\n\n- a boat", [("It grew.", ""), ("a boat", "")]),
    ("Present\n\n- Ann", [("Present", ""), ("Ann", "Present")]),
    ("- Boats:\n  - Alma\n- Huts\n  - None", [
        ("Alma", "Boats:"), ("Huts", ""), ("None", "Huts"),
    ]),
    ("# Keepers\n\n- Ann\n\nText.", [("Ann", ""), ("Text.", "")]),
    ("Keepers:\n\n| Name | Left |\n|---|---|\n| Ann | 1930 |", [("Name: Ann, Left: 1930", "Keepers:")]),
]  # fmt: skip


BROKEN = [  # two paragraphs, how many blocks they are
    ("The chapel seats forty, and can be used for prayers. Weddings will need a", "particular licence.", 1),
    ("Mr Reed kept the first inn, and Oliver Lund taught in the bar-room of the tavern,", "in 1807.", 1),
    ("The mill stood at the end of the town where all the roads came from the hills", "in 1807.", 2),
    ("Weddings need a", "particular licence.", 2),
    ("The chapel seats forty, and can be used for prayers. Weddings will need a", "Particular licence.", 2),
    ("The chapel seats forty, and can be used for prayers. It is of 1807.", "and so on.", 2),
    ("Q: When did you start?", "A: In 1807.", 1),
    ("Frage 2: Wann war das?", "Antwort 2: Im Jahr 1807.", 1),
    ("Q: When did you start?", "R: In 1807.", 2),
    ("Quite when did you start?", "A: In 1807.", 2),
]


@pytest.mark.parametrize(("first", "second", "wanted"), BROKEN)
def test_a_sentence_that_two_paragraphs_share_is_whole(first: str, second: str, wanted: int) -> None:
    assert len(document(f"The first line.\n\n{first}\n\n{second}\n\nThe last line.").blocks) == wanted + 2


PAIRS = """# The Alma

## Type:

Steamer

## Date of loss:

22 November 1986

## Keeper:

## Cause:

Storm

## Story

It sank.

## End:

It is gone.

***
"""


def test_labels_over_short_values_are_one_passage_of_what_they_tell_of() -> None:
    cut_down = [(passage.text, passage.headings) for passage in dated(PAIRS)]

    assert cut_down == [
        ("Type: Steamer\nDate of loss: 22 November 1986", ("The Alma",)),
        ("Storm", ("The Alma", "Cause:")),
        ("It sank.", ("The Alma", "Story")),
        ("It is gone.", ("The Alma", "End:")),
    ]


def test_items_that_are_all_set_in_stand_beside_each_other() -> None:
    items = [
        Part(text, 1, BlockKind.ITEM, depth=depth) for text, depth in (("a", 2), ("b", 2), ("c", 4), ("d", 1))
    ]
    blocks = compose(Draft([Part("We had:", 1), *items]), "x.txt", "text").blocks

    assert [block.context for block in blocks] == ["", "We had:", "We had:", "We had:\nb", "We had:"]


@pytest.mark.parametrize(("text", "wanted"), CONTEXTS)
def test_items_and_rows_carry_the_line_that_introduces_them(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(passage.text, passage.context) for passage in dated(text)] == wanted


def test_a_very_long_paragraph_is_cut_at_sentence_ends_into_about_equal_parts() -> None:
    sentence = "The ferry crossed the strait again on that day and came back late. "
    text = (sentence * 150).strip()

    texts = cut_texts(text)

    assert " ".join(texts) == text
    assert len(texts) == 3
    assert all(part.endswith("late.") for part in texts)
    assert max(map(len, texts)) - min(map(len, texts)) < 3 * len(sentence)


def test_a_word_without_end_is_cut_all_the_same() -> None:
    texts = cut_texts("x" * 10_000)

    assert "".join(texts) == "x" * 10_000
    assert max(map(len, texts)) <= LONGEST


def test_mentions_are_counted_from_the_beginning_of_their_passage() -> None:
    passages = dated("# Early\nNothing is known.\n\nThe ferry came on 4 May 1903 and left in 1905.")

    assert [(mention.start, mention.end, str(mention.date)) for mention in passages[1].mentions] == [
        (18, 28, "1903-05-04"),
        (41, 45, "1905"),
    ]
    assert all(
        passages[1].text[mention.start : mention.end] == mention.text for mention in passages[1].mentions
    )


def test_an_undated_passage_has_no_date() -> None:
    assert dated("Nobody remembers when the ferry came.")[0].date is None


def test_references_contents_and_lone_links_are_no_passages() -> None:
    read = document(
        "# Contents\n- [Rise](#rise)\n\n# Rise\nThe ferry came.\n\n[Read more](https://a.b)\n\n"
        "# References\n1. Ann, 1903\n\n## Books\nBo, 1905.\n\n# Fall\nIt sank."
    )

    assert [passage.text for passage in passages(read, {})] == ["The ferry came.", "It sank."]
    assert dict(read.left_out) == {"tables of contents": 12, "references": 33, "links alone": 9}


@given(
    st.lists(
        st.sampled_from([
            "The ferry came. ", "On 4 May 1903 ", "\n\n", "# War\n", "x" * 900, "He said:", "\n- ",
            "*so* ", "&mdash;",
            "\n| a | b |\n|---|---|\n", "[27]", "https://a.b/c ", "a <b>", "<!-- ", "-\nwise",
        ])
    )
)  # fmt: skip
def test_passages_are_substrings_of_what_a_reader_sees_in_reading_order(parts: list[str]) -> None:
    text = "".join(parts)
    read = document(text)

    at = 0
    for passage in passages(read, {}):
        at = read.text.index(passage.text, at)
        assert 0 < len(passage.text) <= LONGEST
        assert 4 <= passage.line <= 4 + text.count("\n")
        assert "*so*" not in passage.text
        assert "https://" not in passage.text
        at += len(passage.text)
