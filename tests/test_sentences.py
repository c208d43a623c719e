"""Where sentences end, and where they do not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sentences import sentences

CUTS = [
    # abbreviations and initials do not end a sentence
    ("Dr. Li left. He went home.", ["Dr. Li left.", "He went home."]),
    ("J. K. Rowling wrote it. Then she rested.", ["J. K. Rowling wrote it.", "Then she rested."]),
    ("Carl C. Reed was born ca. 1900, or c. 1901.", ["Carl C. Reed was born ca. 1900, or c. 1901."]),
    ("They stood on pier C. The ferry left.", ["They stood on pier C.", "The ferry left."]),
    ("Mr. Smith of No. 5 called.", ["Mr. Smith of No. 5 called."]),
    ("It opened at 5 a.m. on Monday.", ["It opened at 5 a.m. on Monday."]),
    # "U.S." may end one
    ("He lives in the U.S. He is tall.", ["He lives in the U.S.", "He is tall."]),
    ("He lives in the U.S. “It is big.”", ["He lives in the U.S.", "“It is big.”"]),
    ("She left the U.S.", ["She left the U.S."]),
    # or go on with a name
    ("The U.S. government agreed.", ["The U.S. government agreed."]),
    (
        "In June the SEC, the U.S. Securities Commission, sued.",
        ["In June the SEC, the U.S. Securities Commission, sued."],
    ),
    # an abbreviation at an end is one before a capital, but not before a name
    ("It was built c. 1900. In Feb. 1901 it burned.", ["It was built c. 1900.", "In Feb. 1901 it burned."]),
    ("She bought eggs etc. He paid.", ["She bought eggs etc.", "He paid."]),
    ("It cost approx. 5 dollars.", ["It cost approx. 5 dollars."]),
    ("That was Fig. 5 of Ch. 2.", ["That was Fig. 5 of Ch. 2."]),
    ("It cost 5 approx. Never again.", ["It cost 5 approx.", "Never again."]),
    ("Plan B. Then C.", ["Plan B. Then C."]),
    ("It was plan b. Then c.", ["It was plan b.", "Then c."]),
    ("Roe v. Wade was decided. It stood.", ["Roe v. Wade was decided.", "It stood."]),
    # German ordinals: a day of a month, or of a noun behind its article
    ("Er kam am 31. Juli 2017. Sie ging.", ["Er kam am 31. Juli 2017.", "Sie ging."]),
    ("Am 5. und 7. Mai. Danach nie.", ["Am 5. und 7. Mai.", "Danach nie."]),
    (
        "Es war der 2. Weltkrieg. Zum 25. Jubiläum kam er.",
        ["Es war der 2. Weltkrieg.", "Zum 25. Jubiläum kam er."],
    ),
    ("Sie wurde die 2. Dann ging sie.", ["Sie wurde die 2.", "Dann ging sie."]),
    ("Es kamen 12. Wir tanzten.", ["Es kamen 12.", "Wir tanzten."]),
    (
        "It ended in 1931. Juli came. He had 7. Ann had 8.",
        ["It ended in 1931.", "Juli came.", "He had 7.", "Ann had 8."],
    ),
    # decimals, web addresses and lower case go on
    ("It rose 3.5 percent. Then it fell.", ["It rose 3.5 percent.", "Then it fell."]),
    ("See blockchain.info for more.", ["See blockchain.info for more."]),
    ("One... and on.", ["One... and on."]),
    # quotes close behind the stop
    ("He said: “Stop.” Then he left.", ["He said: “Stop.”", "Then he left."]),
    ('"Why?" she asked. Nobody knew!', ['"Why?" she asked.', "Nobody knew!"]),
    # scripts without spaces
    ("币安成立。他走了！真的？", ["币安成立。", "他走了！", "真的？"]),
    ("他说：“走。”然后离开。", ["他说：“走。”", "然后离开。"]),
    # lines end sentences, white space is none of them
    ("  First line\nsecond line  ", ["First line", "second line"]),
    ("В 2017 г. Чжао основал биржу. Она выросла.", ["В 2017 г. Чжао основал биржу.", "Она выросла."]),
    ("", []),
    (" \n ", []),
]


@pytest.mark.parametrize(("text", "wanted"), CUTS)
def test_sentences_end_at_their_stops_only(text: str, wanted: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == wanted


@given(st.text(alphabet="aB. !?\n。“”U5", max_size=80))
def test_spans_are_in_order_and_lose_nothing_but_white_space(text: str) -> None:
    spans = sentences(text)

    assert all(a < b <= c < d for (a, b), (c, d) in pairwise(spans))
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())


@pytest.mark.parametrize("piece", [".", "a.", "Mr. ", '"', "。", "? ", ".\n", "...)"])
def test_hostile_texts_lose_nothing_either(piece: str) -> None:
    text = piece * 50_000

    assert "".join("".join(text[a:b] for a, b in sentences(text)).split()) == "".join(text.split())
