"""What a question wants: its words in all their forms, the dates it names, the kind of answer."""

from bot.questions.follow_up import may_go_on
from bot.questions.messages.framing import asks
from bot.questions.question import LONGEST, Question
from bot.questions.understanding import understand, understand_whole, understood
from bot.questions.wanted import Wanted

__all__ = [
    "LONGEST", "Question", "Wanted", "asks", "may_go_on", "understand", "understand_whole", "understood",
]  # fmt: skip
