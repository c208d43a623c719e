"""Amounts: which kind a question asks for, and that passages with such an amount count more."""

from __future__ import annotations

import pytest

from bot.questions import understand
from bot.search import Index
from bot.search.amounts import Amount, amount_in
from bot.sources.aliases import Aliases
from tests.search.worlds import passages

ASKED = [
    ("How much did Binance pay?", Amount.MONEY),
    ("what did the ticket cost?", Amount.MONEY),
    ("сколько стоил билет?", Amount.MONEY),
    ("罚款多少钱?", Amount.MONEY),
    ("What percentage of the coins were sold?", Amount.SHARE),
    ("какая доля монет продана?", Amount.SHARE),
    ("How long was he in prison?", Amount.SPAN),
    ("how far is Lompoc from Seattle?", Amount.SPAN),
    ("сколько месяцев он сидел?", Amount.SPAN),
    ("wie lange dauerte das?", Amount.SPAN),
    ("wie alt war er?", Amount.SPAN),
    ("¿cuánto tiempo duró?", Amount.SPAN),
    ("¿cuánto duró?", Amount.SPAN),
    ("花了多长时间？", Amount.SPAN),
    ("was kostete das?", Amount.MONEY),
    ("wie viel Geld war das?", Amount.MONEY),
    ("¿cuánto costó?", Amount.MONEY),
    # numbers of no such kind, and no numbers
    ("How many exchanges closed?", None),
    ("how did he escape?", None),
    ("Who is the much older brother?", None),
    ("когда он сидел?", None),
    ("wie viele Mitglieder waren es?", None),
    ("¿cuántos socios había?", None),
]


@pytest.mark.parametrize(("question", "kind"), ASKED)
def test_a_question_asks_for_a_kind_of_amount(question: str, kind: Amount | None) -> None:
    assert amount_in(question) is kind


@pytest.mark.parametrize(
    ("question", "with_amount", "without"),
    [
        ("How much was he fined?", "He was fined $50 million.", "He was fined in the morning of 2024."),
        ("How long was he in jail?", "He was in jail for four months.", "He was in jail until May 2024."),
        ("What percentage was sold?", "A third was sold, or 33%.", "It was sold in 2017 for $3."),
        ("What percentage was sold?", "About 40 per cent was sold.", "It was sold for 40 coins."),
        ("How many were arrested?", "Twelve were arrested.", "They were arrested on 4 September 2017."),
    ],
)
def test_a_passage_with_the_amount_that_is_asked_for_comes_first(
    question: str, with_amount: str, without: str
) -> None:
    index = Index.build(passages((without, with_amount)), Aliases())

    hits = index.search(understand(question, index).query, 2)

    assert hits[0].passage.text == with_amount
    values = [{part.name: part.value for part in hit.evidence} for hit in hits]
    assert values[0]["number sentence"] + values[0]["amount sentence"] > 0
    assert values[1]["amount sentence"] == 0
