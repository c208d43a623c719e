"""Everyday words, where texts use others."""

from __future__ import annotations

import pytest

from bot.answers import Answer, answer
from bot.questions import understand
from bot.questions.query_words import is_stop
from bot.questions.word_forms.english_words import EVERYDAY
from bot.questions.word_forms.everyday import LACKED
from bot.search.words.analysis import term
from bot.search.words.commonness import is_name
from tests.search.worlds import story

TEXTS = (
    "The Zubrane bank was declared insolvent in May 1921.",
    "In June 1935 thieves broke into the Zubrane vault; the theft was never solved.",
    "The Zubrane society was dissolved on 3 March 1950.",
    "In 1960 the paper printed photographs of the Zubrane mansion for the first time.",
    "В 1970 году Зубранов покинул правление общества, и это был конец.",
)


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("when did Zubrane go bust?", "1921-05"),
        ("when did they steal from Zubrane", "1935-06"),
        ("when was the Zubrane society wound up", "1950-03-03"),
        ("when did they print the first Zubrane pics", "1960"),
        ("когда ушел Зубранов?", "1970"),
    ],
)
def test_what_nobody_wrote_is_looked_for_in_other_words(question: str, date: str) -> None:
    result = answer(question, story(TEXTS))

    assert isinstance(result, Answer)
    assert result.date is not None
    assert str(result.date.date) == date


def test_what_texts_say_instead_counts_less_where_some_hold_the_word() -> None:
    held, lacking = (
        understand("who postponed it?", story((*TEXTS, text))).query.words[0]
        for text in ("It was postponed by a rook.", "It was gone.")
    )

    assert [form.weight for form in held.forms if form.term == "delay"] == [0.15]
    assert [form.weight for form in lacking.forms if form.term == "delay"] == [0.5]


def test_an_adverb_that_no_text_holds_counts_little_and_names_nothing() -> None:
    lacking, held = (
        understand("who formally postponed it afterwards?", story((*TEXTS, text))).query.words
        for text in ("It was gone.", "It was formally gone, and afterwards it was back.")
    )
    weights = {word.typed: word.weight for word in lacking}

    assert weights["formally"] == weights["afterwards"] == LACKED
    assert all(word.weight > LACKED for word in held)
    assert not is_name("afterwards")


@pytest.mark.parametrize(
    ("question", "word", "stands_for"),
    [
        ("когда он умер?", "умер", "скончался"),
        ("披萨是哪天买的", "披萨", "比萨"),
        ("wann hat Anna aufgehört?", "aufgehört", "beendet"),
        ("wann hat Anna aufgehört?", "aufgehört", "beendete"),  # another form of what the row says
        ("cuándo volvieron al fútbol?", "volvieron", "regreso"),
    ],
)
def test_languages_have_everyday_words_of_their_own(question: str, word: str, stands_for: str) -> None:
    index = story((*TEXTS, f"Nada de {stands_for}."))

    forms = {w.typed: [form.term for form in w.forms] for w in understand(question, index).query.words}

    assert term(stands_for) in forms[word]
    assert forms[word][0] == term(word)


def test_every_row_says_more_than_its_word() -> None:
    assert [word for word, others in EVERYDAY.items() if not set(others) - {word}] == []
    assert [word for word in EVERYDAY if len(word) == 1 or is_stop(word)] == []
