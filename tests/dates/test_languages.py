"""Dates in each language, by the same resolver: what is one and what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.dates import HistoricalDate, Style, find_dates, resolve, say
from bot.dates.languages import LANGUAGES, detect_language, main_language

TEXTS = Path(__file__).parent / "texts"  # a file a language, a row a text


def rows_of(language: str) -> list[str]:
    lines = (TEXTS / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


@pytest.mark.parametrize(
    ("language", "row"),
    [(language, row) for language in LANGUAGES for row in rows_of(language)],
)
def test_a_text_is_read_in_its_language(language: str, row: str) -> None:
    text, wanted = row.rsplit(" |", 1)

    mentions = resolve(
        text, written=HistoricalDate.parse("2025-10-25"), style=Style.NARRATIVE, language=language
    )

    assert [str(mention.date) for mention in mentions] == wanted.split()


# a document, paragraphs parted by /; the EDTF of each date in it
MIXED = [
    ("In October 2017 they came./2018年3月他们走了。/В мае 2019 года вернулись.", "2017-10 2018-03 2019-05"),
    (
        "In October 2017 they came. 2018年3月他们走了。 In June of that year it fell.",
        "2017-10 2018-03 2018-06",
    ),
    ("In 2017 they came. В мае следующего года вернулись.", "2017 2018-05"),
    ("他在2017年9月离开。He came back in May of that year. 次年他去世。", "2017-09 2017-05 2018"),
    ("Zhao (赵长鹏) came on 3 May 2017. In June he left.", "2017-05-03 2017-06"),
    ("In 2017 it came./Am 4. Oktober 1918 kam es und blieb./In June it ended.", "2017 1918-10-04 1918-06"),
    ("In 2017 it came./El 4 de mayo de 1918 fue el fin./In June it ended.", "2017 1918-05-04 1918-06"),
]


@pytest.mark.parametrize(("text", "wanted"), MIXED)
def test_what_is_not_in_the_main_language_is_read_in_its_own(text: str, wanted: str) -> None:
    mentions = resolve(text.replace("/", "\n\n"))

    assert [str(mention.date) for mention in mentions] == wanted.split()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In 2017", "en"),
        ("2017年成立", "zh"),
        ("В 2017 году", "ru"),
        ("Café 2017", "en"),
        ("", "en"),
        ("4/9/2017", "en"),
        ("Charles de Gaulle, Simón Bolívar", "en"),
        ("The battle of El Alamein in October", "en"),
        ("Der Krieg begann im Mai", "de"),
        ("Wann kam er nach Berlin?", "de"),
        ("La guerra empezó en mayo", "es"),
        ("¿Cuándo llegó el rey?", "es"),
        ("Москва (Moscow) стала столицей", "ru"),
    ],
)
def test_script_and_words_tell_the_language(text: str, language: str) -> None:
    assert detect_language(text) == language


RUSSIAN, CHINESE = "Каждый год 1 мая мы собираемся. ", "每年1月1日开放。"
GERMAN = "Der Verein wurde von der Stadt mit einer Urkunde geehrt, und das nicht zum letzten Mal. "


@pytest.mark.parametrize(
    ("text", "named", "language"),
    [
        ("In May it sank.", "en-GB", "en"),
        ("In May it sank.", "xx", "en"),
        ("", "de", "de"),
        # a head that came with its template
        (RUSSIAN, "en", "ru"),
        (CHINESE, "en-US", "zh"),
        (CHINESE, "ru", "zh"),
        (GERMAN * 4, "en", "de"),
        ("It sank in the year of the flood. " * 6, "zh", "en"),
        # too few words to say so
        (GERMAN, "en", "en"),
        (
            GERMAN * 4 + "It was the end of the year, and that was it with the boats of the club. " * 3,
            "en",
            "en",
        ),
        ("赵长鹏 came to Tokyo", "en", "en"),
        ("Zhao", "zh", "en"),
        ("1921", "zh", "zh"),
    ],
)
def test_the_language_that_a_head_names_is_believed_if_the_text_may_be_in_it(
    text: str, named: str, language: str
) -> None:
    assert main_language(text, named) == language


# EDTF, Chinese, Russian, German, Spanish
SAID = [
    ("2017-09-04", "2017年9月4日", "4 сентября 2017 года", "4. September 2017", "4 de septiembre de 2017"),
    ("2017-10", "2017年10月", "октябрь 2017 года", "Oktober 2017", "octubre de 2017"),
    ("2017", "2017年", "2017 год", "2017", "2017"),
    ("2014-24", "2014年冬", "зима 2014 года", "Winter 2014", "invierno de 2014"),
    ("2017-34", "2017年第2季度", "2-й квартал 2017 года", "2. Quartal 2017", "2.º trimestre de 2017"),
    ("2014~", "约2014年", "ок. 2014 года", "um 2014", "hacia 2014"),
    ("2017-10~", "约2017年10月", "ок. октября 2017 года", "um Oktober 2017", "hacia octubre de 2017"),
    ("199X", "1990年代", "1990-е годы", "1990er Jahre", "década de 1990"),
    ("18XX", "19世纪", "XIX век", "19. Jahrhundert", "siglo XIX"),
    ("98XX", "99世纪", "XCIX век", "99. Jahrhundert", "siglo XCIX"),
    ("99XX", "100世纪", "C век", "100. Jahrhundert", "siglo C"),
    ("-0489", "公元前490年", "490 год до н. э.", "490 v. Chr.", "490 a. C."),
    ("-0489-05-03", "公元前490年5月3日", "3 мая 490 года до н. э.", "3. Mai 490 v. Chr.",
     "3 de mayo de 490 a. C."),
    ("0070", "公元70年", "70 год н. э.", "70 n. Chr.", "70 d. C."),
    ("2024-04/2024-09", "2024年4月至9月", "апрель – сентябрь 2024 года", "April – September 2024",
     "abril – septiembre de 2024"),
    ("2017-08-02/2017-08-05", "2017年8月2日至5日", "2 – 5 августа 2017 года", "2. – 5. August 2017",
     "2 – 5 de agosto de 2017"),
    ("1939/1945", "1939年至1945年", "1939–1945 годы", "1939 – 1945", "1939 – 1945"),
    ("1939/1945-05", "1939年至1945年5月", "1939 год – май 1945 года", "1939 – Mai 1945",
     "1939 – mayo de 1945"),
    ("1939~/1945", "约1939年至1945年", "ок. 1939 года – 1945 год", "um 1939 – 1945", "hacia 1939 – 1945"),
    ("0098/0102", "公元98年至102年", "98 год н. э. – 102 год", "98 n. Chr. – 102", "98 d. C. – 102"),
    ("2017-10/..", "2017年10月起", "с октября 2017 года", "seit Oktober 2017", "desde octubre de 2017"),
    ("../2013", "至2013年", "до 2013 года", "bis 2013", "hasta 2013"),
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "chinese", "russian", "german", "spanish"), SAID)
def test_a_date_is_said_in_each_language(
    edtf: str, chinese: str, russian: str, german: str, spanish: str
) -> None:
    date = HistoricalDate.parse(edtf)

    assert [say(date, language) for language in ("zh", "ru", "de", "es")] == [
        chinese,
        russian,
        german,
        spanish,
    ]


@pytest.mark.parametrize("language", ["de", "es", "ru", "zh"])
@pytest.mark.parametrize(
    "edtf", ["2017-09-04", "2017-10", "2014-24", "2017-34", "2017", "199X", "18XX", "-0489", "0070", "2014~"]
)
def test_what_is_said_is_found_again(edtf: str, language: str) -> None:
    date = HistoricalDate.parse(edtf)

    assert [mention.date for mention in find_dates(say(date, language), language=language)] == [date]


def test_a_language_without_words_is_said_in_english() -> None:
    assert say(HistoricalDate.parse("2017-10"), "el") == "October 2017"
