"""Which writings are the same word, and which are not."""

from __future__ import annotations

import pytest

from bot.search.words.analysis import analyse

SAME = [
    # case, accents, forms of characters
    ("Pokémon", "pokemon"), ("TOKYO", "Tokyo"), ("Ｔｏｋｙｏ", "Tokyo"), ("Straße", "strasse"),
    ("ΕΛΛΆΔΑ", "ελλάδα"),
    # endings, irregular forms, possessives
    ("relocating", "relocated"), ("took", "taken"), ("found", "finds"), ("children", "child"),
    ("Zhao's", "Zhao"), ("Zhao’s", "Zhao"), ("Hold'em", "Hold’em"),
    # British and American writings
    ("centre", "centers"), ("licence", "license"), ("organised", "organizing"),
    ("organisation", "organization"),
    # numbers in words and figures
    ("four months", "4 months"), ("4,300,000,000", "4300000000"), ("third", "3rd"), ("%", "percent"),
    ("percentage", "percent"), ("the nineteenth century", "the 19th century"),
    ("четырёх месяцев", "4 месяцев"), ("fünf", "5"), ("cuatro meses", "4 meses"),
    # tags and names
    ("#ZhaoChangpeng", "Zhao Changpeng"), ("@cz_binance", "cz binance"), ("U.S.", "USA"), ("US", "U.S."),
    ("$BTC", "BTC"),
    # other scripts
    ("переехал", "переехали"), ("система", "систему"), ("система", "систем"),
    ("ёлка", "елка"), ("2017年", "2017 年"), ("圖書館", "图书馆"), ("臺灣", "台湾"),
]  # fmt: skip
DIFFERENT = [
    ("us", "US"),  # a pronoun and a country
    ("й", "и"),  # two letters, not one with an accent
    ("founded", "find"),
    ("founded", "found"),
    ("2017", "2018"),
    ("wise", "wize"),  # too short to be told from a word of its own
    ("4.3", "43"),
    ("币安", "安币"),
    ("dos", "2"),
    ("elf", "11"),  # numbers of one language, words of another
]
HOLDS = [
    # sums as one number, beside the words as written
    ("$4.3 billion", "4300000000"), ("4.3bn", "4300000000"), ("4.3 млрд", "4300000000"), ("3亿", "300000000"),
    # compounds together too
    ("e-mail", "email"), ("press.quisk.org", "quiskorg"),
    ("block-chain", "blockchain"), ("#ZhaoChangpeng", "zhaochangpeng"),
    # neighbouring characters of unspaced scripts
    ("币安搬到东京", "东京"), ("東京タワー", "タワ"), ("搬到東京", "东京"),
]  # fmt: skip


def terms(text: str) -> set[str]:
    analysis = analyse(text)
    return {*analysis.terms, *(term for _, term in analysis.extras)}


@pytest.mark.parametrize(("writing", "other"), SAME)
def test_writings_of_a_word_are_the_same(writing: str, other: str) -> None:
    assert analyse(writing).terms == analyse(other).terms


@pytest.mark.parametrize(("word", "other"), DIFFERENT)
def test_different_words_stay_different(word: str, other: str) -> None:
    both = terms(word), terms(other)

    assert both[0] != both[1]


@pytest.mark.parametrize(("text", "term"), HOLDS)
def test_a_text_holds_the_term_beside_its_units(text: str, term: str) -> None:
    assert term in terms(text)


@pytest.mark.parametrize("text", ["😀 👍🏽", "…", "", "#", "@ #!", "\u200d", "\ud800"])
def test_signs_alone_are_no_words(text: str) -> None:
    assert analyse(text).terms == ()


@pytest.mark.parametrize(
    "text",
    ["Binance’s 4.3bn #OneTwo e-mail 币安 on 4 May", "हिन्दी ภาษาไทย", "a" * 4096, "'" * 99, "\u0301 \u0301"],
)
def test_spans_are_in_order_within_the_text(text: str) -> None:
    analysis = analyse(text)
    spans = list(zip(analysis.starts, analysis.ends, strict=True))

    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert spans == sorted(spans)
