"""What answers a question: which passage, sentence and date, and how sure that is; or a refusal."""

from bot.answers.answer import TWO_BELOW, Answer, Refusal, RefusalReason, SecondPassage, answer
from bot.answers.explanation import Explanation, explained

__all__ = [
    "TWO_BELOW",
    "Answer",
    "Explanation",
    "Refusal",
    "RefusalReason",
    "SecondPassage",
    "answer",
    "explained",
]
