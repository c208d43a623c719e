"""What answers a question: which passage, sentence and date, and how sure that is; or a refusal."""

from bot.answers.answer import UNSURE_BELOW, Answer, Refusal, RefusalReason, answer
from bot.answers.explanation import Explanation, explained
from bot.answers.near_topics import Topic, languages_instead, topics_near
from bot.answers.quotation import Quotation, quoted

__all__ = [
    "UNSURE_BELOW",
    "Answer",
    "Explanation",
    "Quotation",
    "Refusal",
    "RefusalReason",
    "Topic",
    "answer",
    "explained",
    "languages_instead",
    "quoted",
    "topics_near",
]
