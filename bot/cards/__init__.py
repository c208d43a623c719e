"""What the bot says, each thing as a card: to whoever asked, to newcomers, to members, to admins."""

from bot.cards.admins import (
    Status,
    admins_only_card,
    alarm_card,
    privacy_note,
    reload_card,
    reload_runs_card,
    reloading_card,
    status_card,
)
from bot.cards.answers import (
    answer_card,
    error_card,
    inline_card,
    inline_description,
    inline_invitation,
    inline_title,
    too_late_card,
    too_long_card,
)
from bot.cards.card import Button, Card, html, plain
from bot.cards.cooldown import cooldown_card, inline_cooldown, press_cooldown
from bot.cards.explanations import explanation_card
from bot.cards.help import (
    forwarded_card,
    help_card,
    sources_card,
    start_card,
    terminal_help_card,
    text_only_card,
    unknown_command_card,
)
from bot.cards.languages import ENGLISH, PHRASEBOOKS, phrasebook_of
from bot.cards.phrasebook import Phrasebook
from bot.cards.privacy import forgotten_card, later_card, mydata_card, only_in_private_card, privacy_card

__all__ = [
    "ENGLISH",
    "PHRASEBOOKS",
    "Button",
    "Card",
    "Phrasebook",
    "Status",
    "admins_only_card",
    "alarm_card",
    "answer_card",
    "cooldown_card",
    "error_card",
    "explanation_card",
    "forgotten_card",
    "forwarded_card",
    "help_card",
    "html",
    "inline_card",
    "inline_cooldown",
    "inline_description",
    "inline_invitation",
    "inline_title",
    "later_card",
    "mydata_card",
    "only_in_private_card",
    "phrasebook_of",
    "plain",
    "press_cooldown",
    "privacy_card",
    "privacy_note",
    "reload_card",
    "reload_runs_card",
    "reloading_card",
    "sources_card",
    "start_card",
    "status_card",
    "terminal_help_card",
    "text_only_card",
    "too_late_card",
    "too_long_card",
    "unknown_command_card",
]
