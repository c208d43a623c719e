"""What answers a question: which passage, sentence and date, and how sure that is; or a refusal."""

from bot.answers.answer import TWO_BELOW, Answer, Refusal, RefusalReason, SecondPassage, answer

__all__ = ["TWO_BELOW", "Answer", "Refusal", "RefusalReason", "SecondPassage", "answer"]
