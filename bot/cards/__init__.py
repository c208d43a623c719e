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
from bot.cards.answers import answer_card, error_card, too_late_card, too_long_card
from bot.cards.browsing import (
    A_PAGE,
    LONGEST_COMMAND,
    SOURCES_A_PAGE,
    listed_statement_card,
    listing_card,
    no_dates_card,
    nothing_card,
    pages_of,
    sources_page_card,
    statement_card,
)
from bot.cards.card import Button, Card, clipped, html, plain
from bot.cards.chat_settings import (
    own_settings_card,
    settings_card,
    settings_later_card,
    settings_refused_card,
    sources_to_choose_card,
)
from bot.cards.checks import (
    cancelled_card,
    check_pages,
    earlier_card,
    generation_time,
    looking_card,
    no_change_card,
    published_card,
    rolled_back_card,
)
from bot.cards.cooldown import cooldown_card, inline_cooldown, press_cooldown
from bot.cards.daily import daily_card, line_card, unknown_zone_card
from bot.cards.explanations import explanation_card
from bot.cards.help import (
    Ways,
    added_card,
    forwarded_card,
    help_card,
    sources_card,
    start_card,
    terminal_help_card,
    text_only_card,
    unknown_command_card,
)
from bot.cards.inline import Offer, answer_offers, example_offer, invitation
from bot.cards.languages import ENGLISH, PHRASEBOOKS, phrasebook_of
from bot.cards.members_only import members_later_card, members_only_card
from bot.cards.passages import passage_card, passage_gone_card
from bot.cards.phrasebook import Phrasebook
from bot.cards.pictures import picture_caption, timeline_picture
from bot.cards.pleasantries import answered_above_card, correction_later_card, pleasantry_card, withdrawn_card
from bot.cards.privacy import forgotten_card, later_card, mydata_card, only_in_private_card, privacy_card
from bot.cards.quiz import QuizCard, no_quiz_card, quiz_card
from bot.cards.quotations import citation
from bot.cards.responses import lacking_text, removed_card, response_card
from bot.cards.uploads import (
    adding_help_card,
    addition_lines,
    documents_by_admins_card,
    nothing_taken_card,
    receiving_card,
)

__all__ = [
    "A_PAGE",
    "ENGLISH",
    "LONGEST_COMMAND",
    "PHRASEBOOKS",
    "SOURCES_A_PAGE",
    "Button",
    "Card",
    "Offer",
    "Phrasebook",
    "QuizCard",
    "Status",
    "Ways",
    "added_card",
    "adding_help_card",
    "addition_lines",
    "admins_only_card",
    "alarm_card",
    "answer_card",
    "answer_offers",
    "answered_above_card",
    "cancelled_card",
    "check_pages",
    "citation",
    "clipped",
    "cooldown_card",
    "correction_later_card",
    "daily_card",
    "documents_by_admins_card",
    "earlier_card",
    "error_card",
    "example_offer",
    "explanation_card",
    "forgotten_card",
    "forwarded_card",
    "generation_time",
    "help_card",
    "html",
    "inline_cooldown",
    "invitation",
    "lacking_text",
    "later_card",
    "line_card",
    "listed_statement_card",
    "listing_card",
    "looking_card",
    "members_later_card",
    "members_only_card",
    "mydata_card",
    "no_change_card",
    "no_dates_card",
    "no_quiz_card",
    "nothing_card",
    "nothing_taken_card",
    "only_in_private_card",
    "own_settings_card",
    "pages_of",
    "passage_card",
    "passage_gone_card",
    "phrasebook_of",
    "picture_caption",
    "plain",
    "pleasantry_card",
    "press_cooldown",
    "privacy_card",
    "privacy_note",
    "published_card",
    "quiz_card",
    "receiving_card",
    "reload_card",
    "reload_runs_card",
    "reloading_card",
    "removed_card",
    "response_card",
    "rolled_back_card",
    "settings_card",
    "settings_later_card",
    "settings_refused_card",
    "sources_card",
    "sources_page_card",
    "sources_to_choose_card",
    "start_card",
    "statement_card",
    "status_card",
    "terminal_help_card",
    "text_only_card",
    "timeline_picture",
    "too_late_card",
    "too_long_card",
    "unknown_command_card",
    "unknown_zone_card",
    "withdrawn_card",
]
