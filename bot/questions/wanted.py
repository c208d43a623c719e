"""What kind of thing a question asks for: a date, a person, a place, an amount, an event, a reason."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.dates import Precision
from bot.sentences import words_of


class Wanted(StrEnum):
    """What kind of thing answers a question."""

    DATE = "date"
    PERSON = "person"
    PLACE = "place"
    AMOUNT = "amount"
    EVENT = "event"  # what happened on a date
    REASON = "reason"
    ANYTHING = "anything"


# All patterns are of small letters and searched in small letters: in half the time of IGNORECASE.
_DATE = re.compile(
    r"""
      \b when \b | \b (?:what|which) \s (?:year|date|day|month|decade|century) s? \b
    | \b what \s (?:is|was) \s the \s (?:date|year) \b | \b (?:release|opening|founding|birth) \s? date \b
    | \b (?:date|year) \s of \b | \b date \s? \?* $ | \b (?:since|until) \s when \b | \b how \s long \s ago \b
    | (?<! last \s) (?<! this \s) (?<! that \s) (?<! next \s) (?<! each \s) (?<! every \s) (?<! per \s)
      (?<! a \s) (?<! the \s) \b year \s? \?* $
    | [什啥哪多][么麼]?[时時]候 | [何几幾][时時] | 哪一?[年天日] | 哪[个個]?月 | 几月 | 幾月 | 几号 | 幾號
    | 什[么麼][时時][间間] | 多会儿 | (?<! [长長段少]) [时時][间間] \W* $ | 日期 | 年份 | [几幾][几幾]年
    | \b wann \b | (?<! \d \s) \b (?: jahr \s (?:des|der|von|vom) | jahr \s? \?* $ ) | \b \w+ungsjahr \b
    | \b (?:bau|geburts|todes|sterbe) jahr \b | datum \b | \b \w* zeitpunkt \b | \b (?:todes|hochzeits) tag \b
    | \b welche[rmns]? \s (?:jahr|monat|tag|datum) (?:e?s|e|en)? \b
    | \b cu[aá]ndo \b | \b qu[eé] \s (?:año|ano|mes|d[ií]a|fecha) \b | \b fecha \b
    | (?<! este \s) (?<! ese \s) (?<! cada \s) (?<! por \s) (?<! al \s) (?<! un \s)
      \b a[ñn]o (?: \s del? \s | \s? \?* $ )
    | \b когда \b | ^ \W* (?:год|дата) \b | \b (?:год|дата) \W* $ | \b с \s каких \s пор \b
    | \b как[оа][мй] \s (?:году|месяце|веке|день)
    | \b как(?:ого|ая|их) \s (?:числа|дата|года|месяца|дня|пор)
    """,
    re.VERBOSE,
)
_PERSON = re.compile(
    r"\b who (?:m|se)? \b | [谁誰] | \b (?: кто|кого|кому|кем|чей|чья|чь[её]|чьи(?:х|ми?)?|чьей ) \b"
    r" | 哪一?位 | \b we(?:r|m|n|ssen) \b | \b qui[eé]n (?:es)? \b",
    re.VERBOSE,
)
_PLACE = re.compile(
    r"\b where \b | 哪[里裡裏儿兒来來] | [在到去]哪 (?![年天月个個一]) | 何[处處] | \b (?:где|куда|откуда) \b"
    r" | \b wo (?:hin|her)? \b | \b a? d[oó]nde \b",
    re.VERBOSE,
)
_AMOUNT = re.compile(
    r"\b (?: how \s (?:much|many|long|old|far|tall|big|large|small|high|deep)"
    r" | amount | percent(?:age)? | скольк\w+ | wie \s? (?:viele?|lange?|oft|hoch|gro(?:ß|ss)|alt|weit|teuer)"
    r" | cu[aá]nt[oa]s? ) \b | 多[少久] | [几幾] [个個年天次位名块塊张張条條本岁歲]",
    re.VERBOSE,
)
_EVENT = re.compile(
    r"""
      \b (?: (?:happen|occur) (?:ed|s|ing)? | anything | events? | going \s on | went \s on | news ) \b
    | \b what \s (?:did|was|were|has|had) \b [^?]{1,60} \b do (?:ing|ne)? \b
    | [发發]生 | 做了?什[么麼] | \b (?:произошло|случилось|событи[яе]|делал[аи]?) \b
    | \b (?:passierte?|geschah|los|war) \b | \b (?:pas[oó]|ocurri[oó]|sucedi[oó]|hubo) \b
    """,
    re.VERBOSE,
)
# What asks for events in no other words than these: "news from 2014", "timeline 2014"; as folded words.
OF_EVENTS = words_of(
    """
    event events happening happenings news new history summary overview recap review timeline chronology
    chronicle highlight highlights milestone milestones interesting important notable special memorable
    going went down back show list give up come came place things all whole entire full main major big around
    ereignis ereignisse geschichte chronik ruckblick uberblick neues wichtiges besonderes interessantes
    evento eventos historia resumen cronologia novedades noticias importante interesante
    событие события событий история хроника новости итоги нового интересного важного
    """
)
_REASON = re.compile(
    r"\b (?: why | how \s come | what \s for | почему | зачем | за \s что | отчего | warum | wieso | weshalb"
    r" | weswegen | wodurch | woran | wozu | wof(?:ü|ue)r | por \s? qu[eé] | de \s qu[eé] \s muri[oó]"
    r" | из-за \s чего | с \s чего ) \b | [为為][什甚][么麼] | [为為][何啥] | 怎[么麼]会",
    re.VERBOSE,
)
_NAME = re.compile(
    r"""
    \b (?: called | (?:re)?named? | names | known \s as | llam\w+ | nombre
      | hei(?:ß|ss)t | hie(?:ß|ss) | genannt | имя | зовут | звали | назыв\w+ ) \b
    | 叫[什甚做作] | 名[字称稱]
    """,
    re.VERBOSE,
)


def wanted(text: str, *, names_dates: bool) -> Wanted:
    """What kind of thing a question asks for: what its first word of asking says.

    >>> wanted("who was king when the bridge burned?", names_dates=False)
    <Wanted.PERSON: 'person'>
    """
    small = text.lower()
    if names_dates and _EVENT.search(small):
        return Wanted.EVENT
    first, wanted = len(small), Wanted.ANYTHING
    for kind, pattern in _KINDS:
        match = pattern.search(small)
        if match and match.start() < first:
            first, wanted = match.start(), kind
    return wanted


_KINDS = (
    (Wanted.DATE, _DATE), (Wanted.PERSON, _PERSON), (Wanted.PLACE, _PLACE), (Wanted.AMOUNT, _AMOUNT),
    (Wanted.REASON, _REASON),
)  # fmt: skip


_YEAR = re.compile(
    r"\b (?:what|which) \s year \b (?!s) | 哪一?年 | \b как(?:ом|ой) \s год"
    r" | \b welche[mns] \s jahr | \b qu[eé] \s a[nñ]o \b",
    re.VERBOSE,
)
_START = re.compile(
    r"""
    \b (?: born | birth | begin | began | begun | start (?:ed)? | since | open (?:ed)? | join (?:ed)?
      | found (?:ed)? | launch (?:ed)? | elect (?:ed)? | appoint (?:ed)? | becom (?:e|ing) | became
      | t(?:ake|aking|ook) \s (?:over|office) | earliest | first ) \b
    | 出生 | 开始 | 開始 | [成创創建设設][立办辦] | 开[业業张張通] | 上[线線任] | 加入 | [当當]选
    | \b (?: родил | начал | осно | откры | вступи | запусти | появи | назначи | избра )
    | \b (?: geboren | begann | begonnen | seit | gegr(?:ü|u)ndet | er(?:ö|o)ffnet | angefangen
        | beigetreten )
    | \b (?: naci[oó] | empez[oó] | comenz[oó] | desde | fund[oó]\w* | abri(?:[oó]|eron) | entr[oó] ) \b
    """,
    re.VERBOSE,
)
_END = re.compile(
    r"""
    \b (?: die[sd]? | death | end (?:ed|s)? | finish (?:ed)? | clos (?:ed?|ing) | stop (?:ped)? | until
      | dissolved? | leave | left | ceased? | retired? | resign (?:ed)? | quit
      | (?: step (?:ped)? | stand | stood | shut ) \s down | disband (?:ed)? | abolish (?:ed)? | last ) \b
    | [去逝过過]世 | 结束 | 結束 | 关[闭門门] | 關[閉門] | 停[止办辦业業]
    | 解散 | [离離][开開任职職] | [辞辭][职職去] | 卸任 | 退出
    | \b (?: умер | закончил | закры | распу | покину | скончал | уволи | прекрат | уш(?:ел|ёл|ла|ли)\b )
    | \b (?: gestorben | starb | endete | beendet | bis | aufgeh(?:ö|o)rt | zur(?:ü|u)ckgetreten | ausgetreten
        | geschlossen | aufgel(?:ö|o)st | verlie(?:ß|ss) ) \b
    | \b (?: muri[oó] | termin[oó] | hasta | cerr(?:[oó]|aron) | dej(?:[oó]|aron) | renunci[oó] | dimiti[oó]
        | falleci[oó] | acab[oó] ) \b
    """,
    re.VERBOSE,
)


def asks_why(text: str) -> bool:
    """Whether a question asks for a reason, and be it besides: "when did it close, and why?"."""
    return bool(_REASON.search(text.lower()))


def asks_for_name(text: str) -> bool:
    """Whether a question asks what something is called: "what was its name before?"."""
    return bool(_NAME.search(text.lower()))


def wants_start(text: str) -> bool:
    """Whether a question asks for a beginning: "when was he born?"."""
    return bool(_START.search(text.lower()))


def wants_end(text: str) -> bool:
    """Whether a question asks for an end: "when did it close?"."""
    return bool(_END.search(text.lower()))


def precision(text: str) -> Precision | None:
    """How exact a date is asked for; None when the question does not say."""
    return Precision.YEAR if _YEAR.search(text.lower()) else None
