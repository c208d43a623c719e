"""To whoever manages a chat: what it has chosen, and what can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.formatting import GAP, card
from bot.cards.languages import ENGLISH
from bot.store import Speaking

if TYPE_CHECKING:
    from bot.cards.card import Card, TextLine
    from bot.cards.phrasebook import Phrasebook
    from bot.store import ChatSettings


def settings_card(settings: ChatSettings, *, reads_all_messages: bool, book: Phrasebook = ENGLISH) -> Card:
    """What a group has chosen, in words; `reads_all_messages` is whether Telegram's privacy mode is off."""
    return card(
        book.line("settings_of_group"),
        book.line("settings_sure" if settings.speaking is Speaking.SURE else "settings_spoken_to"),
        *_privacy_mode(settings, reads_all_messages=reads_all_messages, book=book),
        book.line("settings_names" if settings.names else "settings_no_names"),
        GAP,
        book.line("settings_of_group_hint"),
    )


def own_settings_card(book: Phrasebook = ENGLISH) -> Card:
    """To somebody alone with the bot."""
    return card(book.line("settings_of_member"), book.line("settings_of_member_hint"))


def sources_to_choose_card(shown: int, every: int, book: Phrasebook = ENGLISH) -> Card:
    """Over the list of sources: how many of them are used."""
    return card(book.line("settings_sources_title"), book.line("settings_sources_used", n=shown, every=every))


def settings_refused_card(book: Phrasebook = ENGLISH) -> Card:
    """To a member of a group who does not manage it."""
    return card(book.line("settings_for_admins"))


def settings_later_card(book: Phrasebook = ENGLISH) -> Card:
    """While Telegram does not say who manages a group."""
    return card(book.line("settings_later"))


def _privacy_mode(
    settings: ChatSettings, *, reads_all_messages: bool, book: Phrasebook
) -> tuple[TextLine, ...]:
    """Why questions to nobody are not answered, where the bot does not see them."""
    is_deaf = settings.speaking is Speaking.SURE and not reads_all_messages
    return (book.line("settings_privacy_mode"),) if is_deaf else ()
