"""The hit that is shown, with all that tells how sure an answer is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.agreement import LOOKED_AT, most_exact_first
from bot.answers.dated_first import dated_first
from bot.answers.passage_reading import reader
from bot.answers.second_ranking import second_ranking

if TYPE_CHECKING:
    from bot.answers.quotation import Quotation
    from bot.answers.support import Support
    from bot.questions import Question
    from bot.search.hit import Hit
    from bot.search.index import Index
    from bot.search.ranking import Ranking
    from bot.sources.source import Passage

FOLLOWING = 2  # passages whose dates are compared with its own


@dataclass(frozen=True, slots=True)
class FirstHit:
    """The first hit with what is shown of it, and the passages behind it.

    The ranking may have another passage first, which tells the same event less exactly.
    """

    ranking: Ranking
    quotation: Quotation  # what is shown of it
    support: Support  # where the question's words stand in it
    following: tuple[Passage, ...]


def best_hits(question: Question, index: Index, top: int) -> tuple[Ranking, FirstHit | None, tuple[Hit, ...]]:
    """The ranking of a question, the hit that would be shown, and the `top` best hits in the order shown.

    There is no hit where no passage shares a word or a date with the question.
    """
    read = reader(question, index)
    first_ranking = index.rank(question.query)
    first_hits = index.hits(first_ranking, max(top, LOOKED_AT))
    ranking, hits = second_ranking(first_ranking, first_hits, read)
    hits = most_exact_first(dated_first(hits, question.query, read), question.query, read)
    if not hits:
        return ranking, None, ()
    passage, *following = [hit.passage for hit in hits[: FOLLOWING + 1]]
    shown = read(passage)
    return ranking, FirstHit(ranking, shown.quotation, shown.support, tuple(following)), hits[:top]
