"""Abbreviations that texts explain: which are found, and that either form finds the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.search.index import names_of
from bot.search.tokenizing.tokenized_passages import all_definitions, tokenize
from bot.search.words.abbreviations import Abbreviation, definitions, joined, of_one_meaning
from bot.search.words.analysis import analyse
from bot.sources.aliases import Aliases
from bot.sources.source import Passage, Source

if TYPE_CHECKING:
    from bot.search.words.names import Names

SEC = "Securities and Exchange Commission"
FOUND = [
    # the short form in the bracket
    (f"In June the {SEC} (SEC) sued.", "SEC", SEC),
    (f'The {SEC} ("SEC") sued.', "SEC", SEC),
    (f"The {SEC} (the “SEC”) sued.", "SEC", SEC),
    (f"The {SEC} (SEC; founded in 1934) sued.", "SEC", SEC),
    (f"The {SEC}（SEC）sued.", "SEC", SEC),
    ("Deaths, the North Atlantic Treaty Organization (NATO)", "NATO", "North Atlantic Treaty Organization"),
    ("a gross domestic product (GDP) of 3", "GDP", "gross domestic product"),
    ("The Arts & Entertainment Television (A&E)", "A&E", "Arts & Entertainment Television"),
    ("Центральный банк (ЦБ) запретил", "ЦБ", "Центральный банк"),
    ("the price of Ethereum (ETH)", "ETH", "Ethereum"),
    # the long form in the bracket
    (f"In June the SEC ({SEC}) sued.", "SEC", SEC),
    (f"In June the SEC (the {SEC}, of 1934) sued.", "SEC", SEC),
]
NOT_FOUND = [
    "He left Tokyo (Japan) in May (2017).",
    "He sued the commission (now closed) and won (again).",
    f"The {SEC} (IBM) sued.",  # other letters
    f"The {SEC} in Washington (SEC) sued.",  # its last letter stands in no last word
    "He sold everything, World Trade, Organization (WTO)",  # over a comma
    "the World Health Organization (WHO) said",  # a word of every question
    "a television (TV) set",  # one word of every day
    "SEC (SEC) and (SEC)",
    "The SEC (sued by nobody) sued.",
    "the and (TA)",
    # hostile brackets
    "(", ")", "()", ")(", "(((SEC)))", "（", "(ß)(İİ)",
    f"{SEC} (SEC", f"{SEC} (SEC(", f"{SEC} (\nSEC)", "(SEC)",
    "A" * 5000 + "(" * 5000, "(A" * 5000, "(AB)" * 5000, "\ud800 (\ud800\ud801)",
]  # fmt: skip


@pytest.mark.parametrize(("text", "short", "long"), FOUND)
def test_an_explained_abbreviation_is_found(text: str, short: str, long: str) -> None:
    assert list(definitions(text)) == [Abbreviation(short, long)]


@pytest.mark.parametrize("text", NOT_FOUND, ids=lambda text: ascii(text[:30]))
def test_other_brackets_explain_nothing(text: str) -> None:
    assert list(definitions(text)) == []


def test_passages_keep_what_they_define_in_order() -> None:
    texts = [FOUND[0][0], "no bracket", f"{FOUND[8][0]}. {FOUND[9][0]}"]

    tokenized = tokenize(Passage(Source("A title", "a.md"), text, 1) for text in texts)

    assert list(all_definitions(tokenized.definitions)) == [
        Abbreviation(*FOUND[row][1:]) for row in (0, 8, 9)
    ]
    assert [bool(lines) for lines in tokenized.definitions] == [True, False, True]


def test_an_abbreviation_with_two_meanings_is_left_alone() -> None:
    texts = ["the National Football League (NFL)", "a National Film Library (NFL)", f"the {SEC} (SEC)"]

    assert of_one_meaning(definition for text in texts for definition in definitions(text)) == (
        Abbreviation("SEC", SEC),
    )


def test_two_texts_that_say_the_same_are_one() -> None:
    texts = ["private finance initiative (PFI)", "Private Finance Initiatives (PFI)"]

    assert of_one_meaning(definition for text in texts for definition in definitions(text)) == (
        Abbreviation("PFI", "private finance initiative"),
    )


@pytest.mark.parametrize(
    ("groups", "wanted"),
    [
        ([], [(SEC, "SEC")]),
        ([(SEC, "证监会")], [(SEC, "证监会", "SEC")]),
        ([("Secretary Chen", "SEC")], [("Secretary Chen", "SEC")]),
        ([(SEC, "SEC")], [(SEC, "SEC")]),
    ],
)
def test_what_the_aliases_say_counts_more(
    groups: list[tuple[str, ...]], wanted: list[tuple[str, ...]]
) -> None:
    assert list(joined(groups, [Abbreviation("SEC", SEC)])) == wanted


def test_an_abbreviation_that_is_a_common_word_must_be_written_just_so() -> None:
    names = names_of(Aliases(), [Abbreviation("ICE", "Immigration and Customs Enforcement")])

    numbers = [
        len(names.find(text, analyse(text)))
        for text in ("the ICE", "thin ice", "Immigration and Customs Enforcement")
    ]

    assert numbers == [1, 0, 1]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("the U.S.", "the United States"),
        ("the US", "США"),
        ("WWII", "the Second World War"),
        ("the DOJ", "the Department of Justice"),
        ("the EU", "欧盟"),
    ],
)
def test_well_known_names_mean_the_same(typed: str, written: str) -> None:
    names = names_of(Aliases(), [])

    assert _groups(names, typed) == _groups(names, written) != []


@pytest.mark.parametrize("text", ["told us", "un homme", "la plage"])
def test_words_that_are_written_alike_are_no_well_known_names(text: str) -> None:
    assert _groups(names_of(Aliases(), []), text) == []


def test_what_the_aliases_say_of_a_well_known_name_counts_alone() -> None:
    names = names_of(Aliases(names=(("EU", "Exchange Union"),)), [])

    assert _groups(names, "the EU") == _groups(names, "the Exchange Union") != []
    assert _groups(names, "the EU") != _groups(names, "the European Union")


def _groups(names: Names, text: str) -> list[str]:
    return [match.group for match in names.find(text, analyse(text))]
