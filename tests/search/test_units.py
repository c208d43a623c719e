"""Units that are looked up are the very ones that an analysis of each sentence has."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dates import Block, find_dates
from bot.search.tokenizing import units
from bot.search.tokenizing.parallel import tokenize_documents
from bot.search.tokenizing.tokenized_passages import Stretch, TokenizedPassages, tokenize
from bot.search.words.analysis import analyse
from bot.sentences import sentences
from bot.sources.source import Document, Passage, Source

SOURCE = Source("A title", "a.md")
PARTS = [
    "Binance", "binance's", "moved", "US", "us", "U.S.", "“Tokyo,”", "(2017)", "$4.3", "4", "3,000", "four",
    "billion", "Million.", "#ZhaoChangpeng", "@m", "e-mail", "4-", "-5", "币安搬到", "东京。", "3亿",
    "3", "亿", "ไทย", "é", "May 2017",
    "Inc.", "Then", "J.", "approx.", "vs.", "He", "x.", "Foo!bar.", "?", '!"', "?!", "...", "”", "[1]", "“So",
    "end.", "\u0301", "'", "…", "%", "—", "\ud800", "١٢", "k", "5bn",
]  # fmt: skip
GAPS = [" ", " ", " ", "  ", "\n", "\u3000", "\x1c", "", "-"]
WORDS = st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(GAPS)), max_size=12)
TEXTS = st.lists(WORDS.map(lambda words: "".join(part + gap for part, gap in words)) | st.text(), max_size=6)


def read(texts: list[str]) -> TokenizedPassages:
    return tokenize(Passage(SOURCE, text, 1, mentions=tuple(find_dates(text))) for text in texts)


def terms(read: TokenizedPassages, number: int) -> list[str]:
    return [read.forms.terms[form] for form in read.units.forms[number].tolist()]


def beside(read: TokenizedPassages, number: int) -> list[tuple[int, str]]:
    return [(unit, read.forms.terms[form]) for form, unit in read.units.beside[number].tolist()]


@given(TEXTS)
def test_units_are_those_of_the_analysis_of_each_sentence(texts: list[str]) -> None:
    tokenized = read(texts)

    for number, text in enumerate(texts):
        analyses = [analyse(text[begin:end]) for begin, end in sentences(text)]
        firsts = list(accumulate((len(analysis.terms) for analysis in analyses), initial=0))
        assert terms(tokenized, number) == [term for analysis in analyses for term in analysis.terms]
        assert terms(tokenized, number) == list(analyse(text).terms)
        assert beside(tokenized, number) == [
            (first + unit, term)
            for first, analysis in zip(firsts, analyses, strict=False)
            for unit, term in analysis.extras
        ]


@given(TEXTS)
def test_sentences_hold_the_dates_and_numbers_that_begin_in_them(texts: list[str]) -> None:
    tokenized = read(texts)

    for number, text in enumerate(texts):
        rows = []
        dates = [(date.start, date.end) for date in find_dates(text)]
        unit = 0
        for begin, end in sentences(text) or [(0, 0)]:
            analysis = analyse(text[begin:end])
            spans = zip(analysis.starts, analysis.terms, strict=True)
            numbers = [begin + start for start, term in spans if term[0].isdecimal()]
            undated = [at for at in numbers if not any(start <= at < stop for start, stop in dates)]
            rows.append([unit, int(any(begin <= start < end for start, _ in dates)), int(bool(undated))])
            unit += len(analysis.terms)
        assert tokenized.units.sentences[number].tolist() == rows


@pytest.mark.parametrize("limit", ["MOST_PIECES", "AT_ONCE"])
def test_a_few_pieces_at_a_time_make_the_same_units(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["one word after another", "another e-mail of 4 million. One more in 2017", "", "word", "e-mail"]
    at_once = read(texts)
    monkeypatch.setattr(units, limit, 2)

    tokenized = read(texts)

    for number in range(len(texts)):
        assert terms(tokenized, number) == terms(at_once, number)
        assert beside(tokenized, number) == beside(at_once, number)
        assert tokenized.units.sentences[number].tolist() == at_once.units.sentences[number].tolist()


@pytest.mark.parametrize(
    ("texts", "sums"),
    [
        (["It paid $4.3 billion."], ["4300000000"]),
        (["It paid 4.3  billion."], []),  # two spaces apart
        (["It paid 4.3,", "billion"], []),
        (["It paid 4", "billion people"], []),  # two passages
        (["It paid 4\nbillion people"], []),  # two lines
        (["3 亿"], ["300000000"]),
    ],
)
def test_sums_reach_over_one_space_and_not_over_passages(texts: list[str], sums: list[str]) -> None:
    tokenized = read(texts)

    assert [term for number in range(len(texts)) for _, term in beside(tokenized, number)] == sums


@pytest.mark.parametrize("more", [0, 1, 2])
def test_what_is_taken_over_is_as_if_read_anew(more: int) -> None:
    before = read(["Binance moved to Tokyo.", "A second one (SEC).", "Three 4 million.", "It fell (NATO)."])
    after = read(["Tokyo again and again.", "4 million again."])

    stretches = [Stretch(before, 1, 3), Stretch(after, 0, 1), Stretch(before, 3, 4), Stretch(after, 1, 2)]
    joined = TokenizedPassages.joined(stretches[: 2 + more])

    texts = [before.passages[1], before.passages[2], after.passages[0], before.passages[3], after.passages[1]]
    anew = tokenize(texts[: 3 + more])
    assert tuple(joined.passages) == tuple(anew.passages)
    assert list(joined.definitions) == list(anew.definitions)
    for number in range(len(anew)):
        assert terms(joined, number) == terms(anew, number)
        assert beside(joined, number) == beside(anew, number)
        assert joined.units.sentences[number].tolist() == anew.units.sentences[number].tolist()


def test_a_whole_is_taken_over_as_it_is() -> None:
    tokenized = read(["Binance moved.", "It fell."])

    assert TokenizedPassages.joined([Stretch.of(tokenized)]) is tokenized
    assert len(TokenizedPassages.joined([Stretch(tokenized, 0, 1)])) == 1


@pytest.mark.parametrize("many", [0, 1, 9])
def test_several_processes_read_what_one_reads(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.search.tokenizing.parallel.LETTERS_AT_ONCE", 100)
    monkeypatch.setattr("bot.search.tokenizing.parallel.WAITING", 1)
    texts = [f"Word{i} and Binance moved {i} million to Tokyo{i % 3} in 201{i}." for i in range(many)]
    documents = [
        Document(replace(SOURCE, file=f"{i}.md"), text, (Block(0, len(text), 1),))
        for i, text in enumerate(texts)
    ]

    alone, together = tokenize_documents(documents, {}), tokenize_documents(documents, {}, cores=2)

    assert tuple(together.passages) == tuple(alone.passages)
    assert len(alone) == many
    for number in range(many):
        assert terms(together, number) == terms(alone, number)
        assert beside(together, number) == beside(alone, number)
