"""Signs that a text holds the kind of thing that is asked for: a person, place, amount, reason or name.

They choose among the sentences of a passage, and among passages that hold the question's words alike.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import dropwhile
from typing import TYPE_CHECKING

from bot.dates.lexicons.en import MONTHS
from bot.questions.counted_things import counted_terms
from bot.questions.follow_up_phrases import points_at_person
from bot.questions.wanted import Wanted, wanted
from bot.search.amounts import Amount
from bot.search.words.analysis import analyse, fold, term
from bot.search.words.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions import Question
    from bot.search.query import Query

# "Ann Reed", "A.J. McMinn", "Mr Reed", "@walker", "Reed, Marius and Eric"
_PERSON = re.compile(
    r"""
      \b [^\W\d_a-zа-я] [\w'’-]+
      (?: \s (?:[^\W\d_a-zа-я]\.\s?){0,3} (?:de|van|von|der|di)? \s? [^\W\d_a-zа-я] [\w'’-]+ )+
    | \b [A-ZА-Я]\. \s? (?:[A-ZА-Я]\.\s?){0,3} [A-ZА-Я][\w'’-]+
    | \b (?:Mr|Mrs|Ms|Dr|Prof)\b
    | \b [A-ZА-Я][\w'’-]+ , \s [A-ZА-Я][\w'’-]+ \s (?:and|und|y|и) \s [A-ZА-Я]
    | @\w+
    | (?: (?<=\bwas\s) | (?<=\bwere\s) | (?<=\bis\s) | (?<=\bby\s) ) [A-ZА-ЯЁ][\w'’-]+
    """,
    re.VERBOSE,
)
_PLACE = re.compile(
    r"""
    \b (?:in|at|to|from|near|into|inside|nach|bei|im|am|в|во|на|из|en|a)
    \s (?:(?:the|das|dem|der|die|el|la)\s)? (?:\w+\s)? ([A-ZА-ЯÄÖÜ][\w-]+)
    """,
    re.VERBOSE,
)
_REASON = re.compile(
    r"""
      \b (?: because | due\sto | owing\sto | so\sthat | in\sorder\sto | as\sa\sresult | therefore
         | caused | reason
         | to\s(?:avoid|restrict|prevent|protect|save|allow|make|keep|get|reduce)
         | (?:did|could|does|was|were)(?:n['’]t|\snot) | unable | no\slonger | since | too )\b
    | \b (?: weil | wegen | deshalb | daher | damit | aufgrund | infolge | dank | gr(?:u|ü)nden? | ursache
         | porque | debido | ya\sque | a\scausa | por\sfalta | gracias\sa | motivo | raz[oó]n | tras
         | потому | так\sкак | из-за | поэтому | чтобы | поскольку | по\sпричине | причин\w+ | в\sсвязи
         | вследствие | благодаря | по\s(?:состоянию|решению|болезни) )\b
    | 因 | 由于 | 由於 | 所以 | 为了 | 為了 | 导致 | 導致 | 受 .{1,8} 影[响響]
    """,
    re.VERBOSE | re.IGNORECASE,
)
CALLED = re.compile(
    r"""
      \b (?: (?:re)?called | known \s as | (?:re)?named? | formerly | originally | titled?
         | llam\w+ | nombre | denomin\w+ | genannt | umbenannt | namens?
         | назыв\w+ | назв\w+ | переимен\w+ | имя | имени )\b
    | [叫名称稱] [为為作做字]? | [改更原] 名
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BY = re.compile(
    r"\s (?:[\w'’-]+\s){0,4}? (?:by|von|por|durch) \s (?:the\s)? (?:[^\W\d_a-zа-яё]|@)", re.VERBOSE
)
_NUMBER = re.compile(
    r"""
      \d[\d.,]*\d | \d | \b(?:hundred|thousand|dozen|million|billion)s?\b
    | \b (?: \w*(?:hundert|tausend) | dutzend | million(?:en)? | cien(?:tos)? | mil | millones
      | сто | двести | триста | \w+сот | тысяч\w* | миллион\w* ) \b
    | [一二两兩三四五六七八九十百千万萬]+ (?:多)? [个個名人元块塊年月天次位张張条條根]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CHINESE_SPAN = re.compile(  # "111 天", "十年", but no year or day of the calendar
    r"""
    (?<![\d年月]) (?: \d{1,3} | [一二两兩三四五六七八九十百]+ ) \s? [多余餘]? \s?
    (?: [个個]月 | [天年周] (?![\d一二三四五六七八九十代]) | 小[时時] | 分[钟鐘] | 星期 | 公里 | 米 )
    """,
    re.VERBOSE,
)
_SPELT = re.compile(  # a number, or a word for a small one
    rf"""
      {_NUMBER.pattern}
    | \b (?: two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | \w+teen
      | (?:twen|thir|for|fif|six|seven|eigh|nine)ty
      | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf | \w+(?:zehn|zig)
      | dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez | once | doce | quince | veinte
      | два | две | три | четыре | пять | шесть | семь | восемь | девять | десять | \w+дцать ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Signs plain enough to choose a sentence by them alone, as "why?" about what is shown does.
PLAIN_CAUSE = re.compile(
    r"""
    \b (?: because | due \s to | reasons? | therefore | so \s that
      | in \s order \s to | thanks \s to | owing \s to | caused? | forced | chiefly | led \s to | why
      | as \s a \s result | hence | with \s the \s aim \s of
      | потому | поэтому | из-за | так \s как | поскольку | благодаря | причин\w* | чтобы
      | в \s связи \s с | с \s целью | за \s | (?-i: Для )
      | weil | denn | wegen | deshalb | damit | aufgrund | infolge | grund | gr[uü]nden? | mit \s dem \s ziel
      | porque | debido | por \s (?:eso|falta) | raz[oó]n | gracias \s a | con \s el \s (?:fin|objetivo) \s de
    ) \b | 因 | 由于 | 由於 | 基于 | 基於 | 鉴于 | 鑒於 | 出于 | 出於
    | 所以 | 为了 | 為了 | 导致 | 導致 | [缘緣]故
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FULL_NAMES = re.compile(r"\b [A-ZА-ЯЁ][\w’'-]+ (?: \s [A-ZА-ЯЁ] [\w’'.-]* )+", re.VERBOSE)
_TIMES = r"""(?:  # that stand where a place could: "in May", "im Jahr"
      (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mär|Mai|Okt|Dez)[a-zä]* \b
    | Jahre?s? \b | Sommers? \b | Winters? \b
    | Herbst | Frühjahr | Frühling | Monat | Laufe | Rahmen | Alter | Anschluss )"""
_PLACE_NAMES = re.compile(
    rf"""
      \b (?: in | at | from | to | near | into | в | во | из | на | im | nach | bei | en | desde ) \s
        (?: the \s | его \s )? (?! {_TIMES} ) [A-ZА-ЯЁ] \w+
    | \b (?: in | at | near | im | en | в ) \s  # "in the village of Reed", "im alten Reed"
        (?: (?: the | el | la ) \s )? [a-zа-яёäöüßáéíóúñ]+ \s (?: of \s | de \s )? (?! {_TIMES} )
        [A-ZА-ЯЁÄÖÜÁÉÍÓÚ] \w+
    | 在 [^了着過过，。；、,.;\s]{{1,12}}?
        (?: [里裡上中市省区區縣县镇鎮村校园園馆館楼樓室厅廳街路] | [举舉][行办辦] | 召[开開] )
    """,
    re.VERBOSE,
)
PLAIN_SIGNS = {Wanted.PERSON: _FULL_NAMES, Wanted.PLACE: _PLACE_NAMES}
_MONEY = re.compile(r"[$€£¥￥₽]\s?\d|\d\s?[$€£¥￥₽]")
_WORD = re.compile(r"\w+")
COUNTED = 4  # words behind a number among which what it counts stands


def shows_what_is_asked(query: Query, sentence: str) -> float:
    """How clearly a sentence holds the kind of thing that is asked for: 0 to 1, 0 for other kinds."""
    kind = kind_of(query.text)
    if kind is Wanted.PERSON:
        return float(any(_is_new(match[0], query) for match in _PERSON.finditer(sentence)))
    if kind is Wanted.PLACE:
        return float(any(_is_new(match[1], query) for match in _PLACE.finditer(sentence)))
    if kind is Wanted.REASON:
        return float(bool(_REASON.search(sentence)))
    if kind is Wanted.AMOUNT and (counted := _counted(query)):
        is_paid = query.amount is Amount.MONEY and _MONEY.search(sentence)
        return 1.0 if is_paid else _counts(sentence, counted)
    return float(query.wants_number and bool(_NUMBER.search(sentence)))


def shows_measure(amount: Amount, sentence: str) -> bool:
    """Whether a sentence has a number before a unit of the kind: money, a length of time or of way.

    >>> shows_measure(Amount.SPAN, "It took ten long years."), shows_measure(Amount.MONEY, "They paid $10.")
    (True, True)
    >>> shows_measure(Amount.SPAN, "一共运行了 111 天"), shows_measure(Amount.SPAN, "2022年8月7日开服")
    (True, False)
    >>> shows_measure(Amount.SPAN, "Years ago."), shows_measure(Amount.MONEY, "It took 10 years.")
    (False, False)
    """
    is_paid = amount is Amount.MONEY and _MONEY.search(sentence)
    is_long = amount is Amount.SPAN and _CHINESE_SPAN.search(sentence)
    return bool(is_paid or is_long or _counts(sentence, frozenset(amount.terms), _SPELT) == 1.0)


def new_people(text: str, known: str) -> list[str]:
    """The people that a text names and another one does not, in order.

    >>> new_people("In May Bo Falk followed Ann Reed.", "Who came after Reed?")
    ['Bo Falk']
    """
    terms = frozenset(analyse(known).terms)
    names = [_bare_name(match[0]) for match in _PERSON.finditer(text)]
    return [name for name in names if " " in name and terms.isdisjoint(analyse(name).terms)]


def _bare_name(name: str) -> str:
    """The capital words of what looks like a name, without those of grammar and months in front of it."""
    words = [word for word in name.split() if word[:1].isupper()]
    return " ".join(dropwhile(lambda word: fold(word) in STOP_WORDS or word in MONTHS, words))


@lru_cache(maxsize=1 << 8)
def kind_of(question: str) -> Wanted:
    """The kind of thing that a question asks for, dates that it names left out of account."""
    return wanted(question, names_dates=False)


def shows_kind(asked: Question, text: str) -> bool:
    """Whether a text has the kind of thing that is asked for, and not only that of the question."""
    kind = kind_of(asked.taken)
    if kind is Wanted.PERSON:
        return bool(new_people(text, asked.query.text) or points_at_person(text))
    sign = PLAIN_SIGNS.get(kind)
    return bool(sign and sign.search(text))


def gives_name(text: str) -> bool:
    """Whether a text says what something is or was called."""
    return bool(CALLED.search(text))


def names_doer(text: str, verb_end: int) -> bool:
    """Whether a text says soon behind a verb by whom: "was founded in 1921 by Ann Reed"."""
    return bool(_BY.match(text, verb_end))


def _counted(query: Query) -> frozenset[str]:
    """Terms of what a number should stand before: what is counted, or the units of what is asked for."""
    return counted_terms(query.text) or frozenset(query.amount.terms if query.amount else ())


def _counts(sentence: str, counted: frozenset[str], number: re.Pattern[str] = _NUMBER) -> float:
    """1 where a number stands before what is counted, half for any number."""
    numbers = list(number.finditer(sentence))
    behind = (_WORD.findall(sentence[number.end() : number.end() + 60])[:COUNTED] for number in numbers)
    if any(term(word) in counted for words in behind for word in words):
        return 1.0
    return 0.5 if numbers else 0.0


def _is_new(name: str, query: Query) -> bool:
    """Whether half of a name's words, or more, are none that the question has."""
    asked = {form.term for word in query.words for form in word.forms[:1]}
    words = list(_capitals(name))
    new = sum(term(word) not in asked and fold(word) not in STOP_WORDS for word in words)
    return new > 0 and 2 * new >= len(words)


def _capitals(name: str) -> Iterator[str]:
    return (word for word in _WORD.findall(name) if word[:1].isupper())
