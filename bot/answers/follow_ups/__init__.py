"""What answers a follow-up, a question that goes on from another one: a module a way of finding the sentence.

What such a question asks is read off its words in `bot/questions/follow_up_phrases.py`; which of these ways
are tried, and in what order, stands in `bot/conversation/follow_up.py`.
"""
