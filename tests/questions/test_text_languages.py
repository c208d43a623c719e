"""The languages that texts are written in."""

from __future__ import annotations

import pytest

from bot.questions.text_languages import text_languages
from tests.search.worlds import story

ENGLISH = ("The hut of the club and the lake.",) * 10
GERMAN = ("Der Verein und die Gemeinde.", "Der Wirt und die Wirtin.")
SPANISH = ("La fiesta de los socios del club fue una sorpresa.",)
RUSSIAN = ("В клубе и на озере.",)
CHINESE = ("他的船在湖上。",)
TITLE = ("The lake of the club",)  # in a text of another language


@pytest.mark.parametrize(
    ("texts", "possible", "foreign"),
    [
        (ENGLISH, "en", "de es ru zh"),
        (GERMAN, "de", "en es ru zh"),
        (RUSSIAN * 9 + TITLE, "en ru", "de en es zh"),
        (CHINESE * 9 + TITLE, "en zh", "de en es ru"),
        (ENGLISH + RUSSIAN + CHINESE + SPANISH, "en es ru zh", "de"),  # few, but written in
        ((*ENGLISH, "Und so weiter."), "en", "de es ru zh"),  # a single sign
        (("1921 wird eine Halle gebaut.", "Sie brannte nach 10 Jahren."), "de", "en es ru zh"),  # no "und"
        (("El club fue fundado en 1921 por Ana.", "Sus botes, 1931."), "es", "de en ru zh"),  # no "los"
        ((*ENGLISH, "Ein Boot wurde nach Marlow verkauft, und sie war leer."), "de en", "es ru zh"),
        ((*ENGLISH, "They die.", "Der Spiegel.", "Los Angeles del Mar."), "en", "de es ru zh"),  # names
    ],
)
def test_a_language_is_known_by_its_commonest_words(
    texts: tuple[str, ...], possible: str, foreign: str
) -> None:
    languages = text_languages(story(texts))

    assert sorted(languages.possible) == possible.split()
    assert [language for language in sorted(languages.shares) if languages.are_foreign_to(language)] == (
        foreign.split()
    )


def test_of_texts_without_such_words_every_language_is_possible() -> None:
    languages = text_languages(story(("Zubrane 1921", "Oak 1931")))

    assert not any(map(languages.are_foreign_to, languages.shares))
