"""The passage that is shown beside the question: all that tells how sure an answer is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.matching import MatchedPassage
from bot.answers.quotation import Quotation, quoted_from
from bot.answers.support import Support

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions import Question
    from bot.search.index import Index
    from bot.search.ranking import Ranking
    from bot.sources.source import Passage

FOLLOWING = 2  # passages whose dates are compared with its own


@dataclass(frozen=True, slots=True)
class FirstHit:
    """The first hit with what is shown of it, and the passages behind it.

    The ranking's own first may be another one that tells the same event.
    """

    ranking: Ranking
    quotation: Quotation
    support: Support
    following: tuple[Passage, ...]

    @classmethod
    def of(cls, question: Question, ranking: Ranking, passages: Sequence[Passage], index: Index) -> FirstHit:
        """The first hit of a ranking whose best passages these are, one at least."""
        passage, *following = passages[: FOLLOWING + 1]
        matched = MatchedPassage.of(question.query, passage, index)
        quotation = quoted_from(question, passage, matched)
        support = Support.around(question, passage, matched, quotation.sentence)
        return cls(ranking, quotation, support, tuple(following))
