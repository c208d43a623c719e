"""The words of each language: numbers, days, months, weekdays, holidays, each with its value."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate, Style, find_dates, resolve, say
from bot.dates.languages import LANGUAGES

# how a text counts years, and number words that it may count by, from 2 on
COUNTS = {
    "en": (
        "In 1900 it began. {} years later it ended.",
        """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty twenty-one""",
    ),
    "de": (
        "Im Jahr 1900 begann es. {} Jahre später endete es.",
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn",
    ),
    "es": (
        "En 1900 empezó. {} años después terminó.",
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
    ),
    "ru": (
        "В 1900 году началось. {} лет спустя закончилось.",
        """два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать
        пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать""",
    ),
    "zh": (
        "1900年开始。{}年后结束。",
        "两 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一",
    ),
}
TENS = {
    "en": {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
    "de": {"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "achtzig": 80, "hundert": 100},
    "es": {"veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "cien": 100},
    "ru": {"тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80,
           "девяносто": 90, "сто": 100},
    "zh": {"三十": 30, "九十九": 99},
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_in_words_is_that_number(language: str) -> None:
    text, words = COUNTS[language]
    numbers = dict(zip(words.split(), range(2, 40), strict=False)) | TENS[language]

    dates = {word: resolve(text.format(word), language=language)[-1].date for word in numbers}

    assert {word: date.first.year - 1900 for word, date in dates.items()} == numbers


# how a language spells the days of a month, from 1 on
DAYS = {
    "en": (
        "on the {} of March 1900",
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second
        twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth
        thirtieth thirty-first""",
    ),
    "de": (
        "am {} März 1900",
        """ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften zwölften
        dreizehnten vierzehnten fünfzehnten sechzehnten siebzehnten achtzehnten neunzehnten zwanzigsten
        einundzwanzigsten zweiundzwanzigsten dreiundzwanzigsten vierundzwanzigsten fünfundzwanzigsten
        sechsundzwanzigsten siebenundzwanzigsten achtundzwanzigsten neunundzwanzigsten dreißigsten
        einunddreißigsten""",
    ),
    "ru": (
        "{} марта 1900 года",
        """первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого
        одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого семнадцатого
        восемнадцатого девятнадцатого двадцатого двадцать_первого двадцать_второго двадцать_третьего
        двадцать_четвёртого двадцать_пятого двадцать_шестого двадцать_седьмого двадцать_восьмого
        двадцать_девятого тридцатого тридцать_первого""",
    ),
    "zh": (
        "一九〇〇年三月{}日",
        """一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二
        二十三 二十四 二十五 二十六 二十七 二十八 二十九 三十 三十一""",
    ),
}


@pytest.mark.parametrize("language", DAYS)
def test_a_day_in_words_is_that_day(language: str) -> None:
    text, words = DAYS[language]

    dates = [find_dates(text.format(word.replace("_", " ")), language=language) for word in words.split()]

    assert [str(date.date) for mentions in dates for date in mentions] == [
        f"1900-03-{day:02}" for day in range(1, 32)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_month_season_and_quarter_that_is_said_is_found_again(language: str) -> None:
    edtf = [f"1900-{month:02}" for month in (*range(1, 13), *range(21, 25), *range(33, 37))]

    mentions = [find_dates(say(HistoricalDate.parse(date), language), language=language) for date in edtf]

    assert [str(mention.date) for mentions in mentions for mention in mentions] == edtf


# months as they are shortened
SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan. Feb. März April Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "ru": "янв фев марта апр мая июня июля авг сен окт ноя дек",
}


@pytest.mark.parametrize("language", SHORT)
def test_a_short_month_is_that_month(language: str) -> None:
    texts = [f"5{'.' * (language == 'de')} {month} 1900" for month in SHORT[language].split()]

    mentions = [find_dates(text, language=language) for text in texts]

    assert [str(mention.date) for row in mentions for mention in row] == [
        f"1900-{month:02}-05" for month in range(1, 13)
    ]


# what tells a certain weekday of a report of Thursday, 2025-10-16, from Monday on
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "ru": "понедельник вторник среду четверг пятницу субботу воскресенье",
    "zh": "周一 周二 周三 周四 周五 周六 周日",
}
ON = {
    "en": "It fell on {}.",
    "de": "Es fiel am {}.",
    "es": "Cayó el {}.",
    "ru": "Упало в {}.",
    "zh": "{}下跌。",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_weekday_is_that_day(language: str) -> None:
    texts = [ON[language].format(day) for day in WEEKDAYS[language].split()]
    written = HistoricalDate.parse("2025-10-16")

    mentions = [resolve(text, written=written, style=Style.NEWS, language=language) for text in texts]

    days = [13, 14, 15, 16, 10, 11, 12]
    assert [str(mention.date) for row in mentions for mention in row] == [f"2025-10-{day}" for day in days]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It will open on Friday."),
        ("de", "Es wird am Freitag öffnen."),
        ("es", "Abrirá y será el viernes."),
        ("ru", "Откроют, это будет в пятницу."),
        ("zh", "公司将于周五上市。"),
    ],
)
def test_what_will_be_lies_ahead(language: str, text: str) -> None:
    mentions = resolve(text, written=HistoricalDate.parse("2025-10-16"), style=Style.NEWS, language=language)

    assert [str(mention.date) for mention in mentions] == ["2025-10-17"]


HOLIDAYS = {
    "New Year's Day": "01-01", "Epiphany": "01-06", "Valentine's Day": "02-14", "St. Patrick's Day": "03-17",
    "April Fools’ Day": "04-01", "May Day": "05-01", "Halloween": "10-31", "All Saints' Day": "11-01",
    "Armistice Day": "11-11", "Christmas Eve": "12-24", "Christmas": "12-25", "Christmas Day": "12-25",
    "Boxing Day": "12-26", "New Year's Eve": "12-31",
}  # fmt: skip


def test_a_holiday_is_its_day() -> None:
    mentions = {name: find_dates(f"on {name} 1900", language="en") for name in HOLIDAYS}

    assert {name: [str(mention.date)[5:] for mention in row] for name, row in mentions.items()} == {
        name: [day] for name, day in HOLIDAYS.items()
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Neujahr 1900, Heiligabend 1900, Weihnachten 1900, Silvester 1900"),
        ("es", "Año Nuevo de 1900, Nochebuena de 1900, Navidad de 1900, Nochevieja de 1900"),
    ],
)
def test_holidays_have_names_in_other_languages(language: str, text: str) -> None:
    mentions = find_dates(text, language=language)

    assert [str(mention.date) for mention in mentions] == [
        "1900-01-01",
        "1900-12-24",
        "1900-12-25",
        "1900-12-31",
    ]


REIGNS = {
    "洪武": 1368, "建文": 1399, "永乐": 1403, "宣德": 1426, "正统": 1436, "成化": 1465,
    "弘治": 1488, "嘉靖": 1522, "隆庆": 1567, "万历": 1573, "崇祯": 1628, "顺治": 1644,
    "康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796, "道光": 1821, "咸丰": 1851,
    "同治": 1862, "光绪": 1875, "宣统": 1909, "民国": 1912, "明治": 1868, "大正": 1912,
    "昭和": 1926, "平成": 1989, "令和": 2019,
}  # fmt: skip


def test_a_reign_is_counted_from_its_first_year() -> None:
    mentions = {name: find_dates(f"{name}三年", language="zh") for name in REIGNS}

    assert {name: [mention.date.first.year - 2 for mention in row] for name, row in mentions.items()} == {
        name: [year] for name, year in REIGNS.items()
    }


# what is seen from 2025-10-16, a Thursday, by its words
SPOKEN = """
en today 2025-10-16 | en tonight 2025-10-16 | en yesterday 2025-10-15 | en tomorrow 2025-10-17
en this morning 2025-10-16 | en this afternoon 2025-10-16 | en this evening 2025-10-16
en last night 2025-10-15 | en next week 2025-10-20/2025-10-26 | en next year 2026
en this week 2025-10-13/2025-10-19 | en last week 2025-10-06/2025-10-12 | en this month 2025-10
en last month 2025-09 | en this year 2025 | en last year 2024 | en this fiscal year 2025
en last fiscal year 2024 | en next Friday 2025-10-17 | en last Friday 2025-10-10 | en this past spring 2025-21
de heute 2025-10-16 | de gestern 2025-10-15 | de vorgestern 2025-10-14 | de letzte Nacht 2025-10-15
de diese Woche 2025-10-13/2025-10-19 | de letzte Woche 2025-10-06/2025-10-12
de vergangene Woche 2025-10-06/2025-10-12 | de nächste Woche 2025-10-20/2025-10-26 | de diesen Monat 2025-10
de letzten Monat 2025-09 | de nächsten Monat 2025-11
de heuer 2025 | de dieses Jahr 2025 | de letztes Jahr 2024 | de voriges Jahr 2024
de letzten Freitag 2025-10-10 | de vergangenen Mai 2025-05 | de kommenden Freitag 2025-10-17
es hoy 2025-10-16 | es ayer 2025-10-15 | es anoche 2025-10-15 | es anteayer 2025-10-14
es esta semana 2025-10-13/2025-10-19 | es la semana pasada 2025-10-06/2025-10-12 | es este mes 2025-10
es el mes pasado 2025-09 | es este año 2025 | es el año pasado 2024 | es el próximo mes 2025-11
ru сегодня 2025-10-16 | ru вчера 2025-10-15 | ru позавчера 2025-10-14 | ru завтра 2025-10-17
ru послезавтра 2025-10-18 | ru на этой неделе 2025-10-13/2025-10-19
ru на прошлой неделе 2025-10-06/2025-10-12 | ru в этом месяце 2025-10 | ru в прошлом месяце 2025-09
en last week Friday 2025-10-10 | en Friday of last week 2025-10-10 | de letzte Woche am Freitag 2025-10-10
es el viernes de la semana pasada 2025-10-10 | es la semana pasada, el viernes 2025-10-10
ru в пятницу на прошлой неделе 2025-10-10 | ru на прошлой неделе в пятницу 2025-10-10
ru в этом году 2025 | ru в прошлом году 2024 | ru прошлой весной 2025-21 | ru в прошлую пятницу 2025-10-10
zh 今天 2025-10-16 | zh 今日 2025-10-16 | zh 今早 2025-10-16 | zh 今晚 2025-10-16 | zh 昨天 2025-10-15
zh 昨日 2025-10-15 | zh 昨晚 2025-10-15 | zh 前天 2025-10-14 | zh 明天 2025-10-17
zh 本周 2025-10-13/2025-10-19 | zh 本週 2025-10-13/2025-10-19 | zh 上周 2025-10-06/2025-10-12
zh 上週 2025-10-06/2025-10-12 | zh 上个星期 2025-10-06/2025-10-12 | zh 下周 2025-10-20/2025-10-26
zh 下週 2025-10-20/2025-10-26 | zh 本月 2025-10 | zh 上月 2025-09 | zh 上个月 2025-09 | zh 下月 2025-11
zh 下个月 2025-11 | zh 今年 2025 | zh 去年 2024 | zh 前年 2023 | zh 明年 2026 | zh 本月9日 2025-10-09
zh 上周五 2025-10-10 | zh 本周五 2025-10-17 | zh 这周五 2025-10-17 | zh 這週五 2025-10-17
zh 下周五 2025-10-24 | zh 去年9月4日 2024-09-04
"""


@pytest.mark.parametrize(
    "row", [row.strip() for line in SPOKEN.strip().split("\n") for row in line.split("|")]
)
def test_what_is_spoken_is_seen_from_its_day(row: str) -> None:
    language, text, wanted = (
        row.split(" ", 1)[0],
        row.split(" ", 1)[1].rsplit(" ", 1)[0],
        row.rsplit(" ", 1)[1],
    )

    mentions = resolve(text, written=HistoricalDate.parse("2025-10-16"), style=Style.NEWS, language=language)

    assert [str(mention.date) for mention in mentions] == [wanted]
