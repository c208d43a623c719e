"""What of a question alone makes an answer less sure, whatever was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.messages.small_talk import of_present, small_talk

if TYPE_CHECKING:
    from bot.answers.first_hit import FirstHit


def shortness(first: FirstHit) -> float:
    """How few words there are to judge by: 1 for one, less for more."""
    return 1 / max(len(first.ranking.candidates.query.words), 1)


def corrected(first: FirstHit) -> float:
    """Words read as others, up to two."""
    return float(min(first.ranking.candidates.query.corrected, 2))


def speaks_of_people_here(first: FirstHit) -> float:
    """How often it speaks of the people in the chat, up to two."""
    return float(small_talk(first.ranking.candidates.query.text))


def speaks_of_present(first: FirstHit) -> float:
    """Whether it asks how things are at present, and the passage does not speak of its own."""
    asks = of_present(first.ranking.candidates.query.text)
    return float(asks and not of_present(first.support.passage.text))
