"""What is asked in a message, without what is said around it."""

from __future__ import annotations

import pytest

from bot.questions.messages.framing import questions_in

FRAMED = [
    # greetings in front, thanks behind
    ("Hi, when was CZ pardoned?", "when was CZ pardoned?"),
    ("hey guys when did Binance move to Tokyo lol", "when did Binance move to Tokyo"),
    ("Hello! When did the weavers leave?", "When did the weavers leave?"),
    ("when was CZ pardoned? thx", "when was CZ pardoned?"),
    ("when was CZ pardoned, please?", "when was CZ pardoned?"),
    ("Good evening all, I am new here. When did Binance move?", "When did Binance move?"),
    ("Hello dear bot, when did Binance move? Thanks a lot!", "When did Binance move?".replace("W", "w")),
    # what leads to it
    ("Could anyone tell me when CZ was pardoned? Thanks in advance!", "when CZ was pardoned?"),
    ("does anybody here know who founded OKX", "who founded OKX"),
    ("I was wondering if you know when CZ was pardoned", "when CZ was pardoned"),
    ("who knows when CZ was pardoned", "when CZ was pardoned"),
    ("quick question: who is He Yi?", "who is He Yi?"),
    ("do you know the date of the merger?", "the date of the merger?"),
    ("please tell me about the 94 storm", "about the 94 storm"),
    # stories of somebody here
    ("I have a bet with my brother. When was CZ pardoned?", "When was CZ pardoned?"),
    ("My aunt worked there, so I would love to know: when did it close?", "when did it close?"),
    ("ok so my mate says 2018 but when did they leave", "when did they leave"),
    ("Sorry for the dumb question but who is He Yi?", "who is He Yi?"),
    ("I think it was 2017, right? When did Binance start?", "When did Binance start?"),
    ("My aunt moved. Binance moved. When?", "Binance moved. When?"),
    ("Can you help me?", "Can you help me?"),
    ("btw did Binance move?", "did Binance move?"),
    ("asking for a friend: did Binance move?", "did Binance move?"),
    ("asking for a friend: when did Binance move?", "when did Binance move?"),
    ("sorry if this was asked before, when did Binance move?", "when did Binance move?"),
    ("when did Binance move in our history?", "when did Binance move?"),
    # Chinese, Russian, German, Spanish
    ("你好，请问币安什么时候成立？谢谢大家", "币安什么时候成立？"),
    ("大家好！我想知道赵长鹏是谁", "赵长鹏是谁"),
    ("Привет! Кто-нибудь знает, когда открыли клуб? Спасибо", "когда открыли клуб?"),
    ("подскажите пожалуйста, когда открыли клуб", "когда открыли клуб"),
    (
        "Hallo zusammen, weiß jemand, wann der Verein begann? Danke!",
        "wann der Verein begann?",
    ),
    ("Hola a todos, ¿alguien sabe cuándo se fundó el club? Gracias", "cuándo se fundó el club?"),
    ("hola, tengo una duda: por qué cerró el club", "por qué cerró el club"),
    ("alguno se acuerda cuándo ganamos la copa, por favor", "cuándo ganamos la copa"),
    ("mal ne frage: seit wann gibt es den club? lg", "seit wann gibt es den club?"),
    ("народ, кто помнит в каком году был пожар?", "в каком году был пожар?"),
    ("а не подскажете, кто основал клуб", "кто основал клуб"),
    ("大佬们问一下，网站哪天上线的", "网站哪天上线的"),
    ("话说哪位知道大桥是谁造的来着？", "大桥是谁造的？"),
    ("问题是谁提出的", "问题是谁提出的"),
    # nothing around it
    ("When did Binance move?", "When did Binance move?"),
    ("Hey Jude was released when?", "Hey Jude was released when?"),
    ("Good Morning Vietnam", "Good Morning Vietnam"),
    ("Binance moved. When was that?", "Binance moved. When was that?"),
    (
        "In the year when Binance moved, who led it?",
        "In the year when Binance moved, who led it?",
    ),
    ("To whom did he sell it?", "To whom did he sell it?"),
    ("Why are people who left not told?", "Why are people who left not told?"),
    ("Where and when did it open?", "Where and when did it open?"),
    ('Who wrote "I came. I saw. I left"?', 'Who wrote "I came. I saw. I left"?'),
    ("How do I thank you?", "How do I thank you?"),
    ("币安什么时候成立？", "币安什么时候成立？"),
    # nothing else
    ("thanks a lot!", "thanks a lot!"),
    ("good morning everyone", "good morning everyone"),
    ("who", "who"),
    ("", ""),
    ("?!", "?!"),
]


@pytest.mark.parametrize(("text", "question"), FRAMED)
def test_a_question_is_read_without_what_is_said_around_it(text: str, question: str) -> None:
    assert questions_in(text) == (question,)


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Who is CZ? When was Binance founded?", ("Who is CZ?", "When was Binance founded?")),
        (
            "Hi! Who is CZ? And when was Binance founded? Thanks",
            ("Who is CZ?", "And when was Binance founded?"),
        ),
        ("币安什么时候成立？谁是赵长鹏？", ("币安什么时候成立？", "谁是赵长鹏？")),
        # the second says nothing by itself
        ("Binance was founded in 2017? Where?", ("Binance was founded in 2017? Where?",)),
        # what is told belongs to the question behind it
        (
            "Who is CZ? Binance moved. When did it move?",
            ("Who is CZ?", "Binance moved. When did it move?"),
        ),
    ],
)
def test_two_questions_are_two(text: str, questions: tuple[str, ...]) -> None:
    assert questions_in(text) == questions
