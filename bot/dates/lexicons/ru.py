"""Russian, with its case endings."""

from __future__ import annotations

from dataclasses import replace

from bot.dates.expression import Unit
from bot.dates.lexicon import Lexicon
from bot.dates.mention import Basis
from bot.dates.phrases import Phrases
from bot.dates.western import SHAPES

STEMS = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
HARD = ("", "а", "е", "у", "ом")  # март, августа
SOFT = ("ь", "я", "е", "ю", "ем")  # январь, июня
MAY = ("й", "я", "е", "ю", "ем")


def _months() -> dict[str, int]:
    found = {}
    for number, stem in enumerate(STEMS, 1):
        endings = HARD if stem in {"март", "август"} else MAY if stem == "ма" else SOFT
        for ending in endings:
            found[stem + ending] = found[(stem + ending).capitalize()] = number
    return found


MONTHS = _months()
SEASONS = {
    word: number
    for number, words in {
        21: "весна весной весны весну весне",
        22: "лето летом лета лете",
        23: "осень осенью осени",
        24: "зима зимой зимы зиму зиме",
    }.items()
    for word in words.split()
}
UNITS = {
    word: unit
    for unit, words in {
        Unit.DAY: "день дня дней дню днём днем днями сутки суток вечер утро ночь",
        Unit.WEEK: "неделя недели неделю недель неделе неделей",
        Unit.MONTH: "месяц месяца месяцев месяце месяцем месяцами",
        Unit.YEAR: "год года году годом лет годами",
        Unit.DECADE: "десятилетие десятилетия десятилетий",
        Unit.CENTURY: "век века веке веков столетие столетия",
    }.items()
    for word in words.split()
}
NUMBERS = {
    word: number
    for number, words in {
        1: "один одна одну одного одним",
        2: "два две двух двумя",
        3: "три трёх трех тремя",
        4: "четыре четырёх четырех четырьмя",
        5: "пять пяти пятью",
        6: "шесть шести",
        7: "семь семи",
        8: "восемь восьми",
        9: "девять девяти",
        10: "десять десяти",
        11: "одиннадцать",
        12: "двенадцать",
        15: "пятнадцать",
        20: "двадцать двадцати",
        30: "тридцать",
        40: "сорок",
        50: "пятьдесят",
    }.items()
    for word in words.split()
}
ROMAN = (
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()  # noqa: SIM905 - a row
)
NEXT = "следующий следующем следующего следующая следующую следующей следующее".split()  # noqa: SIM905 - a row
LAST = "предыдущий предыдущем предыдущего предыдущую предыдущее".split()  # noqa: SIM905 - a row
SAME = r"(?i:то[тм]|того|той|эт(?:от|ом|ого|ой)|ту|т[оеу])(?:[ ]же)?"
PLACES = {
    "day": r"(?:(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:-(?:го|е|ое))?)",
    "any_day": r"(?:\d{1,2}(?:-(?:го|е|ое))?)",
    "of": r"[ ]",
    "of_year": r"[ ]",
    "comma": r"(?:[ ]|,[ ])",
    "of_same": rf"[ ]{SAME}[ ]года",
    "to": r"(?:-|–|—|по|до)",
    "and": r"и",
    "the": r"(?!)",
    "era": r"""(?:(?:г(?:од[ауе]?|г?\.)[ ]?)?до[ ]н(?:\.|ашей)[ ]?э(?:\.|ры)
        |(?:г(?:од[ауе]?|\.)[ ]?)?н\.[ ]?э\.)""",
    "about": r"(?i:около|примерно|почти|более|приблизительно)",
    "circa": r"(?i:около|примерно|ок\.)[ ]",
    "decade": r"-(?:е|х|ми|м)(?!\w)(?:[ ]год(?:ы|ов|ах|ам))?",
    "nth": rf"(?:(?:{'|'.join(sorted(ROMAN, key=len, reverse=True))})(?!\w)|\d{{1,2}}-(?:й|м|го))",
    "century": r"век(?:а|е|у|ом|ов)?(?!\w)",
    "half": r"половин[аеуы]",
    "quarter": r"квартал[ае]?",
    "part": r"""(?i:(?:в[ ])?(?:начал[аеоу]|конц[аеу]|середин[аеуы]|перв(?:ая|ой|ую)[ ]половин[аеуы]
        |втор(?:ая|ой|ую)[ ]половин[аеуы]))""",
    "joint": r"[ ]",
    "not_how_long": "",
    "that": rf"(?:{SAME})",
    "same_unit": rf"(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})",
    "beside_unit": rf"(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})",
    "bare_month": rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?!\w)",
    "bare_season": r"(?i:весной|летом|осенью|зимой|лета|зимы|осени|весны)",
    "way": r"(?i:спустя|назад|тому[ ]назад|позже|позднее|раньше|ранее)",
    "way_before": r"(?i:спустя|через)",
    "counted": r"""[ ](?i:человек|солдат|рублей|долларов|км|километр|метр|тонн|тысяч|млн|раз)|[ ]?[%°]""",
}
LEXICON = Lexicon(
    language="ru",
    months=MONTHS,
    seasons=SEASONS,
    weekdays={},
    units=UNITS,
    numbers=NUMBERS,
    ordinals={word.lower(): number for number, word in enumerate(ROMAN, 1)},
    later={"спустя": 1, "через": 1, "позже": 1, "позднее": 1, "раньше": -1, "ранее": -1},
    beside=dict.fromkeys(NEXT, 1) | dict.fromkeys(LAST, -1),
    spoken={
        "сегодня": (0, Unit.DAY),
        "вчера": (-1, Unit.DAY),
        "в этом году": (0, Unit.YEAR),
        "в прошлом году": (-1, Unit.YEAR),
        "назад": (0, Unit.DAY),
        "тому назад": (0, Unit.DAY),
    },
    places=PLACES,
    shapes=SHAPES,
    triggers={
        "month": tuple(MONTHS),
        "season": tuple(SEASONS),
        "nth": (*ROMAN, "первый", "второй", "третий"),
        "same": ("тот", "том", "того", "той", "этот", "этом", "этого", "этой", "то", "ту", "те"),
        "beside": (*NEXT, *LAST),
        "spoken": ("сегодня", "вчера", "в"),
        "part": ("в", "начале", "начала", "конце", "конца", "концу", "середине", "первой", "второй"),
        "about": ("около", "примерно", "почти", "более", "приблизительно"),
        "circa": ("около", "примерно", "ок"),
        "count": tuple(NUMBERS),
        "before": ("спустя", "через"),
    },
    side=r"(?i:\b(?:с|до|после|от|на|к))[ ](?:\w+[ ]){0,2}$",
    reference=r"(?i:\b(?:с|до|после|от))[ ][^.,;:—]{0,40}$",
    present=r"\b(?i:сегодня|сейчас|ныне|теперь|в[ ]настоящее[ ]время)\b",
)
NOMINATIVE = tuple(next(name for name, n in MONTHS.items() if n == number) for number in range(1, 13))
GENITIVE = tuple(one[:-1] + "я" if one[-1] in "ьй" else one + "а" for one in NOMINATIVE)
NOMINATIVES = Phrases(
    months=NOMINATIVE,
    of_day=GENITIVE,
    seasons=("весна", "лето", "осень", "зима"),
    day="{d} {m} {y} года",
    month="{m} {y} года",
    season="{s} {y} года",
    quarter="{q}-й квартал {y} года",
    year="{y} год",
    decade="{y}-е годы",
    century="{n} век",
    before_christ="{} до н. э.",
    early="{} н. э.",
    about="ок. {}",
    since="с {}",
    until="до {}",
    dash=" – ",
    roman=True,
    bases={
        Basis.COMPLETED: "год из предыдущих абзацев",
        Basis.INHERITED: "дата из предыдущих абзацев",
        Basis.PUBLICATION: "по времени написания",
        Basis.ALIAS: "день, который так называют",
    },
)
PHRASES = replace(
    NOMINATIVES,
    oblique=replace(
        NOMINATIVES,
        months=GENITIVE,
        seasons=("весны", "лета", "осени", "зимы"),
        quarter="{q}-го квартала {y} года",
        year="{y} года",
        decade="{y}-х годов",
        century="{n} века",
    ),
)
