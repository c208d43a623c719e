"""To members: what is stored about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import Card, clipped, line
from bot.cards.formatting import GAP, LONGEST_PROBLEM, MOST_PROBLEMS, and_more, bold, card, count

if TYPE_CHECKING:
    from bot.store import Remembered


def privacy_card(days: int, words_days: int) -> Card:
    """All that is stored, on one page."""
    return card(
        line(bold("What I store, and for how long")),
        line("• That a question was asked, when, and whether I had an answer."),
        line("• Whose it was and in which chat: as codes made with a secret key, not as numbers or names."),
        line(
            f"• Its words: for {days} days if I found nothing or somebody pressed 👎; else for "
            f"{words_days} days, so that the buttons under the answer work and you can go on from it. No "
            "command shows them to anybody but you; whoever runs this bot can read them in its database."
        ),
        line("• Who pressed 👍 or 👎, as such a code too."),
        line("• Of a daily post: the number of its chat itself, hour and time zone, until /daily off."),
        line(f"• All the rest for {days} days, and everything a week more in backups, made each night."),
        line("• A message that waits for its answer, until it has one (at most a day if I cannot read it)."),
        line("• In my log, where a message could not be delivered: such a code for the chat."),
        GAP,
        line("Names, pictures and anything else you write I do not store, and nobody gets any of it."),
        GAP,
        line("/mydata shows what is stored about you."),
        line("/forgetme deletes it, in the backups too."),
    )


def mydata_card(remembered: Remembered) -> Card:
    """What is stored about a member, to them."""
    if not (remembered.questions or remembered.votes or remembered.has_daily_post):
        return card(line("I have stored nothing about you. /privacy says what I would store."))
    since = f" The oldest is of {remembered.oldest:%Y-%m-%d}." if remembered.oldest else ""
    return card(
        line(bold("What I have stored about you")),
        line(f"{count(remembered.questions, 'question')}, {count(remembered.votes, 'vote')}.{since}"),
        *([line("You have a daily post: /daily")] if remembered.has_daily_post else []),
        GAP,
        *([line(bold("Questions whose words I keep:"))] if remembered.words else []),
        *(line("• ", clipped(words, LONGEST_PROBLEM)) for words in remembered.words[:MOST_PROBLEMS]),
        *and_more(len(remembered.words) - MOST_PROBLEMS),
        GAP,
        line("/forgetme deletes it."),
    )


def forgotten_card(*, in_backups: bool) -> Card:
    """After /forgetme; backups that cannot be worked on just now follow as soon as they can be."""
    if in_backups:
        return card(line("Done. Nothing is stored about you any more, here or in the backups."))
    return card(
        line("Done: nothing is stored about you here any more."),
        line("A backup cannot be opened just now. You are deleted from it as soon as it can be."),
    )


def only_in_private_card(username: str) -> Card:
    """To somebody who asks in a group, or under another name, for what only they should see."""
    return card(line(f"Please write me that in private, under your own name: @{username}"))


def later_card() -> Card:
    return card(line("I cannot look that up just now. Please try again in a few minutes."))
