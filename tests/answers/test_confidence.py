"""How sure an answer is, and by what."""

from __future__ import annotations

from math import log1p

import pytest

from bot.answers.answer import WRONG_BELOW
from bot.answers.confidence import SIGNALS, calibrated, judge
from bot.answers.first_hit import FirstHit, best_hits
from bot.questions import understand
from bot.questions.query_words import weight_of
from bot.search import Index
from bot.search.words.commonness import rarity
from bot.sources.aliases import Aliases
from tests.search.worlds import passages

# Ships of no real name, so that each is as rare as can be in the language and counts whole.
ONE = ("The Zubrane met the Florvat in May 1937.",)
TWO = ("The Zubrane met the Florvat.", "The Quisk sank.")
ONCE = log1p((2 - 1 + 0.5) / (1 + 0.5))  # BM25's rarity of a word in one of two texts
NEVER = log1p(2 * 2 + 1)  # of one in none of two
SIGNS = [
    # words of the question in the passage or its title, by rarity; unknown ones as the rarest
    ("covered together", ONE, "Where is the Zubrane?", 1.0),
    ("covered together", TWO, "Zubrane and Hixom?", ONCE / (ONCE + NEVER)),
    ("covered together", TWO, "Zubrane lunch?", ONCE / (ONCE + NEVER * weight_of("lunch"))),
    ("covered together", ("The Zubrane sank. The Florvat sank.",), "The Zubrane and the Florvat?", 0.5),
    ("covered together", ("The Zubrane and the Florvat. Both sank.",), "The Zubrane and the Florvat?", 1.0),
    ("covered together", ("The Zubrane sank.",), "Zubrane, a tale?", 1.0),  # with the title
    # how far behind the next passage is, and how near
    ("lead", ONE, "Zubrane?", 1.0),
    ("lead", TWO, "Zubrane and Hixom?", ONCE / (ONCE + NEVER)),
    ("lead", ("The Zubrane.", "The Zubrane."), "Zubrane?", 0.0),
    ("tied", ONE, "Zubrane?", 0.0),
    ("tied", ("The Zubrane.", "The Zubrane."), "Zubrane?", 1.0),
    # two words that stand in one text each are enough
    ("substance", TWO, "Zubrane?", ONCE / (2 * NEVER)),
    ("substance", TWO, "Zubrane and Florvat?", 2 * ONCE / (2 * NEVER)),
    (
        "substance",
        ("Hixom, Drelm, Yorvu and Brax.", *TWO, "Gone."),
        "Hixom Drelm Yorvu Brax",
        1.0,
    ),
    # the rarest of the words that are found
    ("specialty", TWO, "Zubrane sank?", 1.0),
    ("specialty", TWO, "who sank the Hixom?", rarity("sank") / 20),
    ("specialty", ("飞船降落",), "飞船?", 1.0),
    ("specialty", ONE, "Hixom in the 1930s?", 0.0),
    # words that stand beside each other
    ("paired", TWO, "Quisk sank", 1.0),
    ("paired", TWO, "sank Quisk", 0.0),
    # a library of more than one history
    ("many passages", TWO, "Zubrane?", 0.0),
    ("many passages", TWO * 150, "Zubrane?", 0.0),
    ("many passages", TWO * 1500, "Zubrane?", 1.0),
    # words that no text holds
    ("unknown share", TWO, "Zubrane?", 0.0),
    ("unknown share", TWO, "Zubrane Hixom?", 0.5),
    ("unknown share", ("飞船的降落",), "飞船鹦鹉", 2 / 3),  # pairs, one of them across two words
    ("unknown share", ("飞船的降落",), "飞船的落", 0.0),
    # pairs of Chinese characters that the passage lacks
    ("unpaired", ("飞船的降落",), "飞船", 0.0),
    ("unpaired", ("飞船的降落",), "坐飞机", 1.0),
    ("unpaired", TWO, "Zubrane", 0.0),
    # few words, and words read as others
    ("shortness", TWO, "Zubrane?", 1.0),
    ("shortness", TWO, "Zubrane sank?", 0.5),
    ("corrected", TWO, "Zubrne?", 1.0),
    ("corrected", TWO, "Zubrne Florvt Quissk?", 2.0),
    ("corrected", TWO, "Zubrane?", 0.0),
    # its dates
    ("date only", ONE, "what happened in May 1937?", 1.0),
    ("date only", ONE, "what happened to the Zubrane in May 1937?", 0.0),
    ("misdated", ONE, "Whom did the Zubrane meet in May 1937?", 0.0),
    ("misdated", ONE, "Whom did the Zubrane meet in 1938?", 1.0),
    ("misdated", ONE, "Whom did the Zubrane meet?", 0.0),
    ("undated", ONE, "When did the Zubrane sink?", 0.0),
    ("undated", TWO, "When did the Zubrane sink?", 1.0),
    ("undated", TWO, "Where did the Zubrane sink?", 0.0),
    # chat
    ("small talk", TWO, "my Zubrane?", 1.0),
    ("small talk", TWO, "Zubrane?", 0.0),
    ("small talk", TWO, "when did we meet the Zubrane?", 0.0),  # the club of who asks
    ("of now", TWO, "is the Zubrane sinking today?", 1.0),
    ("of now", TWO, "Zubrane?", 0.0),
]


def first_hit(index: Index, text: str) -> FirstHit:
    question = understand(text, index)
    _, first, _ = best_hits(question, index, 3)
    assert first is not None
    return first


def index_of(texts: tuple[str, ...]) -> Index:
    return Index.build(passages(texts, title="A tale"), Aliases())


@pytest.mark.parametrize(("name", "texts", "question", "value"), SIGNS)
def test_a_sign_says_how_sure_an_answer_is(
    name: str, texts: tuple[str, ...], question: str, value: float
) -> None:
    index = index_of(texts)
    signal = next(signal for signal in SIGNALS if signal.name == name)

    assert signal.of(first_hit(index, question)) == pytest.approx(value)


def test_an_unknown_word_like_one_of_the_passage_counts_less() -> None:
    index = index_of(TWO)
    signal = next(signal for signal in SIGNALS if signal.name == "unknown share")
    questions = ("Florvat Hixom", "Florvat Zubraxinar")
    unlike, like = (signal.of(first_hit(index, question)) for question in questions)

    assert unlike > like > 0


FOR = {
    "covered together", "lead", "substance", "specialty", "paired", "date only", "words here", "together",
    "rare words here", "dates agree",
}  # fmt: skip


def test_what_speaks_for_an_answer_is_known_and_all_else_speaks_against_it() -> None:
    for signal in SIGNALS:
        weights = (signal.right_weight, signal.answerable_weight, signal.same_weight)
        assert any(weights)
        assert all(weight >= 0 if signal.name in FOR else weight <= 0 for weight in weights), signal.name


def test_an_answer_in_other_words_is_less_sure() -> None:
    index = index_of(TWO)
    whole, part, none = (
        judge(first_hit(index, question))
        for question in ("the Zubrane met the Florvat", "the Zubrane met Hixom", "my Zubrane now Hixom")
    )

    assert 1 > whole.right > part.right > none.right > 0
    assert 1 > whole.answerable > part.answerable > none.answerable > 0


def test_what_is_said_grows_with_what_the_signs_say() -> None:
    likelihoods = [n / 1000 for n in range(1001)]
    said = [calibrated(likelihood) for likelihood in likelihoods]

    assert said == sorted(said)
    assert (said[0], said[-1]) == (0.0, 1.0)
    assert max(abs(a - b) for a, b in zip(said, likelihoods, strict=True)) < 0.1
    assert calibrated(WRONG_BELOW) == pytest.approx(WRONG_BELOW)  # what is refused stays refused
