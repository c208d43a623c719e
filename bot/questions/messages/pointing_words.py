"""Words that ask nothing by themselves, but point at the message that they reply to: "what about this?"."""

from __future__ import annotations

import re

from bot.dates.languages import HAN
from bot.search.words.analysis import fold
from bot.sentences import words_of

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POINTING_WORDS = words_of(
    """
    what whats about this that these it one here and so but well hey hi hello ok please pls plz plox thx
    thanks
    can could would will might you u ya do does did know any anyone anybody somebody someone idea ideas
    thoughts
    answer answers answering reply respond solve explain help check look see tell say read at on to into for
    with me us him her them their his my question questions message above post same too also bot dear the a an
    how now again guys folks sir want wants know knows
    а и ну вот это этот эта этому этого что насчет про ответь ответьте ответить ответ можешь может сможешь
    можете знаешь знаете скажешь скажи скажите думаешь подскажи подскажите помоги помогите ему ей им нам мне
    на вопрос пожалуйста плиз плз бот тут здесь выше тоже посмотри как ты вы
    und das dies diese dieses dazu hierzu darauf damit ist mit was kannst kann konntest du bitte mal
    beantworten beantworte antworte antworten antwort weisst weiss frage ihm ihr uns mir die der den hier auch
    y esto eso esta este que hay de con puedes puede podrias responder responde responderle contestar contesta
    sabes respuesta pregunta por favor a la el lo le nos me aqui tambien ayuda
    """
)
_HAN_POINTING = re.compile(
    r"""
    (?: 这个 | 這個 | 那个 | 那個 | 这 | 這 | 上面 | 以上 | 问题 | 問題 | 请 | 請 | 帮忙 | 幫忙 | 帮 | 幫
      | 你 | 您 | 我 | 他 | 她 | 能 | 会 | 會 | 可以 | 知道 | 回答 | 答 | 解答 | 回复 | 回覆 | 看 | 怎么
      | 怎麼 | 说 | 說 | 一下 | 呢 | 吗 | 嗎 | 吧 | 的 | 道 | 不 | 下 | 个 | 個 | 机器人 )+
    """,
    re.VERBOSE,
)


def only_points(text: str) -> bool:
    """Whether a text asks nothing by itself: no words at all, or none but those that point elsewhere.

    >>> only_points("can you answer this?"), only_points("who is this?")
    (True, False)
    """
    return all(_points(word) for word in _WORD.findall(text))


def _points(word: str) -> bool:
    if HAN.match(word):
        return bool(_HAN_POINTING.fullmatch(word))
    return fold(word) in _POINTING_WORDS
