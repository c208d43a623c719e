"""Dates in other languages than English, by the same resolver."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate, Style, resolve, say
from bot.dates.languages import detect_language

TEXTS = """
2017年9月4日，七部委发布公告。同年10月抵达东京。次年3月搬到马耳他。 | 2017-09-04 2017-10 2018-03
2013年创立，两年后上市。 | 2013 2015
二〇一七年九月四日开始 | 2017-09-04
民國三十四年八月十五日結束 | 1945-08-15
公元前490年 | -0489
19世紀，20世纪90年代，1990年代 | 18XX 199X 199X
2024年4月至9月服刑 | 2024-04/2024-09
2017年9月4日至8日 | 2017-09-04/2017-09-08
1939年至1945年 | 1939/1945
2014年冬天，2015年底，9月上旬 | 2014-24 2015 2015-09
2017年9月4日开会。第二天他走了。 | 2017-09-04 2017-09-05
去年很好，今年也好。 | 2024 2025
三天之后，十二个月，五个人，第15层，2000人 |
4 сентября 2017 года вышел запрет. В октябре того же года он прибыл. | 2017-09-04 2017-10
В 2013 году он начал. Спустя два года он ушёл. | 2013 2015
В 2013 году он начал. Два года спустя он ушёл. | 2013 2015
12 мая 1917 года он ушёл. На следующий день он вернулся. | 1917-05-12 1917-05-13
Весной 2014 года, в 1990-х годах, в XIX веке | 2014-21 199X 18XX
490 год до н. э. | -0489
С апреля по сентябрь 2024 года | 2024-04/2024-09
В конце 1917 года, около 1500 года | 1917 1500~
пять лет, 18 месяцев, 1500 человек |
"""


@pytest.mark.parametrize("row", TEXTS.strip().split("\n"))
def test_a_text_is_read_in_its_language(row: str) -> None:
    text, wanted = row.split(" |")

    found = resolve(text, written=HistoricalDate.parse("2025-10-25"), style=Style.NARRATIVE)

    assert [str(one.date) for one in found] == wanted.split()


def test_a_document_in_two_languages_is_read_by_its_paragraphs() -> None:
    found = resolve("In October 2017 they came.\n\n2018年3月他们走了。\n\nВ мае 2019 года вернулись.")

    assert [str(one.date) for one in found] == ["2017-10", "2018-03", "2019-05"]


@pytest.mark.parametrize(
    ("text", "language"),
    [("In 2017", "en"), ("2017年成立", "zh"), ("В 2017 году", "ru"), ("Café 2017", "en"), ("", "en")],
)
def test_the_script_tells_the_language(text: str, language: str) -> None:
    assert detect_language(text) == language


SAID = [
    ("2017-09-04", "2017年9月4日", "4 сентября 2017 года"),
    ("2017-10", "2017年10月", "октябрь 2017 года"),
    ("2017", "2017年", "2017 год"),
    ("2014-24", "2014年冬", "зима 2014 года"),
    ("2014~", "约2014年", "ок. 2014 год"),
    ("199X", "1990年代", "1990-е годы"),
    ("-0489", "公元前490年", "490 год до н. э."),
    ("2024-04/2024-09", "2024年4月至9月", "апрель – сентябрь 2024 года"),
    ("2017-08-02/2017-08-05", "2017年8月2日至5日", "2 – 5 августа 2017 года"),
]


@pytest.mark.parametrize(("edtf", "chinese", "russian"), SAID)
def test_a_date_is_said_in_each_language(edtf: str, chinese: str, russian: str) -> None:
    date = HistoricalDate.parse(edtf)

    assert [say(date, "zh"), say(date, "ru")] == [chinese, russian]


def test_a_language_without_words_is_said_in_english() -> None:
    assert say(HistoricalDate.parse("2017-10"), "el") == "October 2017"
