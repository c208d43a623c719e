"""Questions in a language that no document is written in."""

from __future__ import annotations

import pytest

from bot.answers import Answer, answer
from bot.questions import understand
from tests.search.worlds import story

RUSSIAN = (
    "Кафедра мостов основана в 1931 году и до войны была небольшой.",
    "В 1950 году она получила премию за мост через реку.",
)
CHINESE = ("2015年3月他做了手术，在家休息。", "2016年5月天文台的望远镜坏了。")
ENGLISH = ("The observatory was built in 1893.", "In 1920 the telescope was sold.")
SERVICES = ("In 2012 we came to Twitter.", "The board sold all Skype shares in 2015.")


@pytest.mark.parametrize(
    ("question", "texts", "date"),
    [
        ("when was the chair founded?", RUSSIAN, "1931"),
        ("when did they get the prize?", RUSSIAN, "1950"),
        ("when did he have surgery?", CHINESE, "2015-03"),
        ("天文台什么时候建的？", ENGLISH, "1893"),
        ("когда продали телескоп?", ENGLISH, "1920"),
        # services that everybody knows
        ("когда мы ушли из скайпа?", SERVICES, "2015"),
        ("推特是哪年开的？", SERVICES, "2012"),
    ],
)
def test_a_word_finds_what_it_means_in_the_language_of_the_texts(
    question: str, texts: tuple[str, ...], date: str
) -> None:
    result = answer(question, story(texts))

    assert result.hits
    assert str(result.hits[0].passage.mentions[0].date) == date


def forms_of(question: str, *texts: str) -> dict[str, float]:
    """The terms of a question's first word that some of the texts holds, with their weights."""
    index = story(texts)
    first = next(word for word in understand(question, index).query.words if not word.is_beside)
    return {form.term: form.weight for form in first.forms if index.knows(form.term)}


def test_a_translation_counts_a_little_less_and_less_yet_beside_the_word_itself() -> None:
    alone = forms_of("the prize", *RUSSIAN)
    beside = forms_of("the prize", *RUSSIAN, "The prize was small.")

    assert alone == {"прем": pytest.approx(0.9)}
    assert beside == {"prize": 1.0, "прем": pytest.approx(0.63)}


@pytest.mark.parametrize(
    ("question", "text", "form"),
    [
        # a form of the translated word, or a compound with it
        ("when was the pier opened?", "Der Verein und die Gemeinde bauten 1921 der Stege zwei.", "stege"),
        (
            "who became chairman?",
            "2016 und 2018: Ann Reed übernimmt der Vereinsvorsitz die.",
            "vereinsvorsitz",
        ),
        # parts of a German compound
        ("wann brannte die Segelhütte?", "The hut burned in 1921 and the club lost it.", "hut"),
        # a word of three characters and more, as its pairs stand in texts
        ("when was the telescope sold?", "1921年他们卖了望远镜。", "望远"),
        ("慕尼黑的比赛", "The race in Munich was the last of 1921.", "munich"),
        # a name in the other letters
        ("когда приехал Вестхофф?", "In 1921 Westhoff came and the club grew.", "westhoff"),
        ("when did Ulyanov die?", "В 1921 году Ульянова не стало.", "ульян"),
    ],
)
def test_a_word_is_looked_for_as_texts_of_the_other_language_have_it(
    question: str, text: str, form: str
) -> None:
    index = story((text,))
    forms = [form.term for word in understand(question, index).query.words for form in word.forms]

    assert form in forms


@pytest.mark.parametrize(
    ("question", "texts", "form"),
    [
        # a word of another language that is one of the question's own: "calle"
        ("the road", ("The call and the road of 1921.", "La calle de los socios del club una vez."), "call"),
        # another word with the same stem: "токен"
        ("когда были в Токио?", ("The token of 1921 and the coin.",), "token"),
        # a verb that sounds like a word of the texts
        ("когда пела?", ("The people of 1921 and the rest.",), "peopl"),
    ],
)
def test_what_only_looks_like_a_translation_is_none(question: str, texts: tuple[str, ...], form: str) -> None:
    forms = [form.term for word in understand(question, story(texts)).query.words for form in word.forms]

    assert form not in forms


@pytest.mark.parametrize(
    ("question", "weight"),
    [
        ("wardrobe", 0.4),  # of no table, and no text could hold it
        ("tennis", 1.0),  # no text holds what it means
        ("Zubrane", 1.0),  # a name is the same in German
    ],
)
def test_words_of_a_language_that_no_text_is_written_in_count_less(question: str, weight: float) -> None:
    german = ("Der Verein und die Gemeinde bauten die Scheune.", "Der Wirt und die Wirtin kauften sie.")
    (there,) = understand(question, story(("The hut and the lake of Ann.",))).query.words
    (here,) = understand(question, story(german)).query.words

    assert here.weight == pytest.approx(weight * there.weight)


def test_a_long_word_of_chinese_is_told_by_its_pairs_where_texts_are_chinese() -> None:
    chinese, english = (
        [word.typed for word in understand("天文台什么时候建的？", story(texts)).query.words]
        for texts in (CHINESE, ENGLISH)
    )

    assert "天文台" not in chinese
    assert {"天文", "文台"} <= set(chinese)
    assert "天文台" in english


def test_what_is_asked_in_chinese_is_answered_from_english() -> None:
    assert isinstance(answer("望远镜是哪一年卖掉的？", story(ENGLISH)), Answer)
