"""To members: what is stored about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import Card, clipped, line
from bot.cards.formatting import GAP, LONGEST_PROBLEM, MOST_PROBLEMS, and_more, card
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.cards.card import TextLine
    from bot.cards.phrasebook import Phrasebook
    from bot.store import Remembered


def privacy_card(days: int, words_days: int, book: Phrasebook = ENGLISH) -> Card:
    """All that is stored, on one page."""
    kept, words_kept = book.text("n_days", n=days), book.text("n_days", n=words_days)
    return card(*book.lines("privacy_page", days=kept, words_days=words_kept))


def mydata_card(remembered: Remembered, book: Phrasebook = ENGLISH) -> Card:
    """What is stored about a member, to them."""
    if not (remembered.questions or remembered.votes or remembered.has_daily_post or remembered.has_settings):
        return card(book.line("mydata_none"))
    return card(
        book.line("mydata_title"),
        *(_counts(remembered, book) if remembered.questions or remembered.votes else ()),
        *([book.line("mydata_daily_post")] if remembered.has_daily_post else []),
        *([book.line("mydata_wishes", n=remembered.wishes)] if remembered.wishes else []),
        *([book.line("mydata_settings")] if remembered.has_settings else []),
        GAP,
        *([book.line("mydata_words")] if remembered.words else []),
        *(line("• ", clipped(words, LONGEST_PROBLEM)) for words in remembered.words[:MOST_PROBLEMS]),
        *and_more(len(remembered.words) - MOST_PROBLEMS, book),
        GAP,
        book.line("mydata_forget"),
    )


def _counts(remembered: Remembered, book: Phrasebook) -> Iterable[TextLine]:
    questions = book.text("n_questions", n=remembered.questions)
    votes = book.text("n_votes", n=remembered.votes)
    if remembered.oldest:
        oldest = book.day(remembered.oldest)
        yield book.line("mydata_counts_since", date=oldest, questions=questions, votes=votes)
    else:
        yield book.line("mydata_counts", questions=questions, votes=votes)


def forgotten_card(*, in_backups: bool, book: Phrasebook = ENGLISH) -> Card:
    """After /forgetme; backups that cannot be worked on just now follow as soon as they can be."""
    return card(*book.lines("forgotten" if in_backups else "forgotten_but_in_backups"))


def only_in_private_card(username: str, book: Phrasebook = ENGLISH) -> Card:
    """To somebody who asks in a group, or under another name, for what only they should see."""
    return card(book.line("only_in_private", username=username))


def not_now_card(book: Phrasebook = ENGLISH) -> Card:
    """To whoever wants something done that the database cannot take just now."""
    return card(book.line("press_later"))


def later_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("look_up_later"))
