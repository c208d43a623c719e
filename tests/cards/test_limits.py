"""What Telegram limits stays within its limits in every language, whatever is filled in."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import bot
from bot import cards
from bot.cards import PHRASEBOOKS, Card, Phrasebook
from tests.chat.rules import MOST_CALLBACK_ANSWER, MOST_TEXT, parse_html, units

CHAT = Path(bot.__file__).parent / "chat"
LANGUAGES = pytest.mark.parametrize("book", PHRASEBOOKS.values(), ids=lambda book: book.language)
HOSTILE = "Binance & its <homes> {n} </b>"
ON_BUTTONS = re.compile(
    r"button_ | \w+_button$ | daily_turn_ | settings_(?:when_|names_o|votes_)"
    r" | (?:settings_(?:close|back|sources)|ask_admin|back_to_list|gap_answered|gap_pass_over|gap_back)$",
    re.VERBOSE,
)
INLINE = re.compile(r"cooldown_inline | members_inline | inline_", re.VERBOSE)
MOST_LABEL = MOST_INLINE_BUTTON = 64
MOST_DESCRIPTION = 256
SHOWN_TO_PRESSES = re.compile(r"press\.book\.text\(([^()]*)\)|Alert\(\w*\.?book\.text\(([^()]*)\)")
KEY = re.compile(r'"(\w+)"')
DURATION = "23 h 59 min"


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def filled(book: Phrasebook, key: str, part: str) -> str:
    """A text with the same in all its parts."""
    names = {name for _, name, _, _ in Formatter().parse(forms(book.texts[key])[0]) if name}
    return book.text(key, **dict.fromkeys(names - {"n"}, part), n=12_345)


@LANGUAGES
def test_every_text_is_sound_html_with_hostile_parts(book: Phrasebook) -> None:
    for key, text in book.texts.items():
        names = {name for form in forms(text) for _, name, _, _ in Formatter().parse(form) if name}
        parts: dict[str, str | int] = dict.fromkeys(names, HOSTILE) | {"n": 5}
        parsed = parse_html(cards.html(Card(book.lines(key, **parts))))

        assert units(parsed.text) <= MOST_TEXT, key
        for name in names - {"n"}:
            assert HOSTILE in parsed.text, (key, name)


@LANGUAGES
def test_what_is_short_in_telegram_is_short_in_every_language(book: Phrasebook) -> None:
    for key in book.texts:
        if key.startswith("menu_"):
            assert 3 <= len(filled(book, key, "")) <= MOST_DESCRIPTION, key
        if ON_BUTTONS.match(key):
            assert 1 <= units(filled(book, key, "")) <= MOST_LABEL, key
        if INLINE.match(key):
            assert 1 <= len(filled(book, key, DURATION)) <= MOST_INLINE_BUTTON, key


def keys_shown_to_presses() -> set[str]:
    sources = [path.read_text(encoding="utf-8") for path in CHAT.rglob("*.py")]
    calls = [match for source in sources for match in SHOWN_TO_PRESSES.findall(source)]
    return {key for call in calls for text in call for key in KEY.findall(text)}


@LANGUAGES
def test_what_whoever_presses_sees_is_short_enough(book: Phrasebook) -> None:
    keys = keys_shown_to_presses()
    assert {"settings_for_admins", "vote_later", "button_too_old"} <= keys

    for key in keys:
        assert units(filled(book, key, DURATION)) <= MOST_CALLBACK_ANSWER, key
