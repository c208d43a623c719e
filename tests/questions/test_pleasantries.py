"""Messages that ask nothing, in five languages; and messages like them that ask something."""

from __future__ import annotations

import pytest

from bot.questions.messages.pleasantries import LONGEST, Pleasantry, pleasantry

KINDS = [
    # English
    ("hi", Pleasantry.GREETING),
    ("Good morning all!", Pleasantry.GREETING),
    ("heyyyy", Pleasantry.GREETING),
    ("How are you?", Pleasantry.GREETING),
    ("great, thank you very much!", Pleasantry.THANKS),
    ("thx 🙏", Pleasantry.THANKS),
    ("Thanks for the quick answer, bot", Pleasantry.THANKS),
    ("ok bye", Pleasantry.FAREWELL),
    ("Good night everyone", Pleasantry.FAREWELL),
    ("ok", Pleasantry.ASSENT),
    ("cooool", Pleasantry.ASSENT),
    ("Makes sense.", Pleasantry.ASSENT),
    ("haha", Pleasantry.LAUGHTER),
    ("LOOOL", Pleasantry.LAUGHTER),
    ("Who are you?", Pleasantry.ABOUT_BOT),
    ("hi, what can you do?", Pleasantry.ABOUT_BOT),
    ("HELP!", Pleasantry.ABOUT_BOT),
    ("thanks for your help", Pleasantry.THANKS),
    ("what's your name?", Pleasantry.ABOUT_BOT),
    ("а что ты умеешь?", Pleasantry.ABOUT_BOT),
    ("你是谁？", Pleasantry.ABOUT_BOT),
    ("你好，你能做什么？", Pleasantry.ABOUT_BOT),
    ("Was kannst du?", Pleasantry.ABOUT_BOT),
    ("¿Quién eres?", Pleasantry.ABOUT_BOT),
    # Russian
    ("Привет всем", Pleasantry.GREETING),
    ("спасибо", Pleasantry.THANKS),
    ("Спасибо большое за ответ!", Pleasantry.THANKS),
    ("пока", Pleasantry.FAREWELL),
    ("понятно", Pleasantry.ASSENT),
    ("ахахах", Pleasantry.LAUGHTER),
    ("хахаха", Pleasantry.LAUGHTER),
    # Chinese, simplified and traditional
    ("大家好！", Pleasantry.GREETING),
    ("谢谢", Pleasantry.THANKS),
    ("謝謝你的回答", Pleasantry.THANKS),
    ("晚安", Pleasantry.FAREWELL),
    ("好的", Pleasantry.ASSENT),
    ("哈哈哈", Pleasantry.LAUGHTER),
    # German
    ("Guten Morgen zusammen", Pleasantry.GREETING),
    ("Vielen Dank für die Antwort", Pleasantry.THANKS),
    ("Tschüss", Pleasantry.FAREWELL),
    ("alles klar", Pleasantry.ASSENT),
    # Spanish
    ("¡Hola! ¿Qué tal?", Pleasantry.GREETING),
    ("muchas gracias", Pleasantry.THANKS),
    ("hasta mañana", Pleasantry.FAREWELL),
    ("muy bien", Pleasantry.ASSENT),
    ("jajaja", Pleasantry.LAUGHTER),
    # no words
    ("?", Pleasantry.QUESTION_MARK),
    ("？！", Pleasantry.QUESTION_MARK),
    ("👍🏽", Pleasantry.SYMBOLS),
    ("🏳️‍🌈 ❤️", Pleasantry.SYMBOLS),
    (":-)", Pleasantry.SYMBOLS),
    ("🙂" * 4096, Pleasantry.SYMBOLS),
    ("\u200b", Pleasantry.SYMBOLS),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_asks_nothing_is_of_a_kind(text: str, kind: Pleasantry) -> None:
    assert pleasantry(text) is kind


QUESTIONS = [
    "", "  ", "thanks, and when did it close?", "hi, when did the ferry sink?", "ok google", "good ferry",
    "why?",
    "source?", "more", "and in 2018?", "what happened next?", "2017", "all of the history of the world",
    "your ferry",
    "спасибо, а когда?", "пока не закрыли", "谢谢渡轮", "好的，什么时候", "danke, wann?", "gracias, ¿cuándo?",
    "?" + " " * 200 + "ferry", "👍 ferry", "thanks " * 40,
]  # fmt: skip


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_says_anything_else_is_none(text: str) -> None:
    assert pleasantry(text) is None


def test_the_longest_is_of_so_many_characters() -> None:
    longest = "ok " * ((LONGEST - 2) // 3) + "ok"
    assert len(longest) == LONGEST
    assert pleasantry(longest) is Pleasantry.ASSENT
    assert pleasantry(longest + "!") is None
