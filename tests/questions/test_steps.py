"""Messages that only go on from an answer, in the languages that members write."""

from __future__ import annotations

import pytest

from bot.questions import may_go_on
from bot.questions.messages.steps import LONGEST, TABLE, Step, step_of

WAYS = [
    ("more", "more | tell me more! | anything else? | what else | more about it | ещё | расскажи подробнее"),
    ("more", "а что ещё? | 还有吗? | 還有嗎？ | 更多 | 继续 | mehr dazu | noch etwas? | más | ¿algo más?"),
    ("source", "source? | what's your source? | where is that from? | where did you get that? | says who?"),
    ("source", "источник? | откуда это? | 来源? | 出处呢？ | 來源呢 | Quelle? | wer sagt das? | ¿fuente?"),
    ("later", "what happened next? | and then? | and after that? | what came next | later? | next"),
    (
        "later",
        "что было дальше? | а потом? | 之后呢? | 後來呢 | 接下来发生了什么? | und danach? | ¿y después?",
    ),
    ("earlier", "and before that? | what happened before? | earlier | а до этого? | что было раньше?"),
    ("earlier", "那之前呢? | 之前发生了什么？ | und davor? | was geschah vorher? | ¿qué pasó antes?"),
    (
        "doubt",
        "are you sure? | is that true? | ты уверен? | это точно? | 确定吗？ | bist du sicher? | ¿es cierto?",
    ),
    ("date", "when? | when was that? | and when did that happen? | what year was that? | wann war das?"),
    ("date", "когда? | а когда это было? | в каком году? | 什么时候？ | 那是哪一年？ | ¿cuándo fue eso?"),
    ("date", "since when? | с каких пор? | seit wann? | ¿desde cuándo? | 从什么时候开始的？"),
    ("name", "which one? | what was it called? | какую? | как она называлась? | welche? | ¿cuál? | 哪个？"),
    ("name", "and what is its name? | какой именно? | wie hieß das? | 叫什么名字？ | ¿cómo se llamaba?"),
    ("later", "and what did he do then? | was machte sie danach? | а что он делал дальше?"),
    ("successor", "who was next? | who took over? | and after him? | who succeeded her? | his successor?"),
    ("successor", "who came after that? | wer kam danach? | wer war sein nachfolger? | wer löste ihn ab?"),
    (
        "successor",
        "а кто был потом? | кто его сменил? | ¿quién lo sucedió? | 之后是谁？ | 谁接任的？ | 那下一任是谁",
    ),
    (
        "predecessor",
        "who was before him? | her predecessor? | wer war davor? | кто был до него? | 前任是谁？",
    ),
    ("earlier", "¿y antes qué había?"),
    ("later", "¿y luego qué pasó?"),
    # in every language, and as members write who leave accents and capitals out
    ("more", "can you tell me more? | no, the other one | that's not it | another passage | keep going"),
    ("more", "tell me more about her | нет, другой | покажи другое | можно подробнее? | erzähl mir mehr"),
    ("more", "nein, das andere | noch eins | cuentame mas | ¿hay más? | no, el otro | otra respuesta"),
    ("more", "不对，另一个 | 换一个 | 说详细点 | 不是這個"),
    ("source", "link? | can you give a source? | where can I read that? | пруф? | откуда ты это взял?"),
    ("source", "wo steht das? | woher hast du das? | ¿dónde dice eso? | ¿enlace? | 有來源嗎 | 链接"),
    ("doubt", "серьёзно? | wirklich? | ist das sicher? | ¿de verdad? | ¿como lo sabes? | 真的假的"),
    ("date", "which year exactly? | on which day? | какого числа? | in welchem Jahr genau? | ¿qué día fue?"),
    ("date", "¿en qué año exactamente? | 具体是哪天 | 几月几号 | и в каком именно году?"),
    (
        "later",
        "then what? | what followed? | the year after? | wie ging's weiter? | ¿y más tarde? | 下一年呢",
    ),
    ("earlier", "what preceded it? | the year before? | und früher? | ¿y anteriormente? | 再之前呢"),
    ("same_time", "what else happened that year? | what else was going on then? | and what else that year?"),
    ("same_time", "что ещё случилось в том году? | а что ещё было тогда? | was geschah noch in diesem Jahr?"),
    (
        "same_time",
        "was passierte sonst noch in dem Jahr? | ¿qué más pasó ese año? | ¿y qué más hubo entonces?",
    ),
    ("same_time", "那一年还发生了什么 | 那年還有什麼？ | 同年还发生了什么事"),
    ("name", "to what? | into what? | auf was? | ¿a cuál? | 改成什么？ | 更名为什么？"),
    (
        "successor",
        "who came after that? | кто пришёл ему на смену? | wer übernahm? | ¿y después quién? | 谁接替了他",
    ),
    (
        "predecessor",
        "who did he replace? | кого он сменил? | wen löste sie ab? | ¿a quién reemplazó? | 谁在他之前",
    ),
    (
        "more",
        "tell us more | expand on that | ещё подробности? | sonst noch was? | ¿qué más sabes? | 更多细节",
    ),
    ("later", "and? | и? | what came of it? | что последовало? | ¿y entonces? | 后面呢 | and what's next?"),
    ("earlier", "what led up to that? | что этому предшествовало? | was ging dem voraus? | 更早之前呢"),
    (
        "source",
        "citation needed | in which document? | из какого документа? | in welchem Dokument steht das?",
    ),
    ("source", "¿en qué documento? | 哪个文件 | 原文在哪"),
    ("date", "and the date? | а дата? | von wann ist das? | ¿de qué año es? | 几几年 | 日期呢"),
    ("context", "context | show the context | контекст | 上下文 | Kontext?"),
]
NONE = [
    "", "?", "who was there?", "why?", "when did it close?", "and in 2018?", "what happened in 2017?",
    "more users than before?", "when was the source code published?", "what happened next to the station?",
    "who is the next leader?", "who took over the club?", "who was the president before?",
    "wer übernahm den Verein?", "кто сменил председателя?", "谁接任会长？",
    "what else did the club buy that year?", "the other club", "more members than that?", "为什么?",
    "为什么改名?", "那一年的冠军是谁?", "qué más compró el club?", "какой дом?", "welcher Verein?",
    "之后的会议在哪里?", "что было дальше с кафедрой?", "more " * 12,
]  # fmt: skip


@pytest.mark.parametrize(("step", "messages"), WAYS)
def test_a_message_that_only_goes_on_is_known(step: str, messages: str) -> None:
    for message in messages.split(" | "):
        assert step_of(message) == step, message
        assert may_go_on(message), message


def test_each_step_is_known_in_five_languages() -> None:
    languages: dict[str, set[str]] = {}
    section = ""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith(" "):
            languages.setdefault(section, set()).add(line.split()[0])
        elif not line.startswith("#"):
            section = line or section

    assert set(languages) == {"leading", "trailing", *Step}
    assert all(known == {"en", "ru", "de", "es", "zh"} for known in languages.values())


@pytest.mark.parametrize("message", NONE)
def test_what_asks_something_of_its_own_is_no_step(message: str) -> None:
    assert step_of(message) is None


@pytest.mark.parametrize("letter", "a (那再 ")
def test_any_text_is_read_at_once(letter: str) -> None:
    assert step_of(letter * LONGEST) is None
    assert step_of(letter * 4_096) is None


@pytest.mark.parametrize(
    ("message", "may"),
    [
        ("and in 2018?", True), ("when?", True), ("what did they eat there?", True), ("那2018年呢?", True),
        ("how many lines of code exactly?", True), ("сколько человек?", True),
        ("who ran the library of Oslo then?", True),
        ("who ran the library in Oslo in 1950?", False), ("x" * 61, False),
        ("when was the old library in Oslo opened?", False),
    ],
)  # fmt: skip
def test_by_its_looks_a_message_may_go_on(message: str, may: bool) -> None:
    assert may_go_on(message) == may
