"""The languages of the interface. To add one: copy `en.py`, translate its texts, name it in PHRASEBOOKS.

A test holds all languages to the same keys, parts and styles.
"""

from bot.cards.languages import en, ru, zh
from bot.cards.phrasebook import Phrasebook

PHRASEBOOKS: dict[str, Phrasebook] = {
    module.LANGUAGE: Phrasebook(module.LANGUAGE, module.NAME, module.TEXTS, module.form_of, module.THOUSANDS)
    for module in (en, zh, ru)
}
ENGLISH = PHRASEBOOKS[en.LANGUAGE]


def phrasebook_of(language: str | None) -> Phrasebook:
    """The texts of a language by its code ("ru", "zh-hans"); English where there are none in it."""
    return PHRASEBOOKS.get((language or "").lower().partition("-")[0], ENGLISH)
