"""The shapes of Chinese dates."""

from __future__ import annotations

from bot.dates.eastern import readers as read
from bot.dates.lexicon import Shape

ERA = "(?:(?P<bc><bc>)|<ad>|(?P<reign><reign>))"
# a year of few digits needs its era: "五十二年", "20年" count
YEAR = rf"(?:{ERA}[ ]?(?P<counted><counted>)|(?P<year><year>))[ ]?年"
MONTH, DAY = r"[ ]?(?P<month><few>)[ ]?月份?", r"[ ]?(?P<day><few>)[ ]?[日号號]"
DAY_OF_MONTH = r"[ ]?(?P<day2><few>)[ ]?[日号號]"
NO_SPAN = "(?!代|<long>|之|以|[中級级]|[周週]|的?[时時][间間])"  # 年: not 二十年間, 30年前
INNER = rf"(?:{MONTH}(?:{DAY}|<part>)?|{DAY_OF_MONTH}|<part>)?"

SHAPES = (
    # 2024.6.9, 2024/11/10
    Shape(
        "digit four_digits",
        r"(?P<year>[12]\d{3})(?P<dot>[-/.])(?P<month>\d\d?)(?P=dot)(?P<day>\d\d?)<end_of_numbers>",
        read.calendar,
    ),
    # 20170801: and 201708__: at the head of an entry
    Shape(
        "digit four_digits",
        r"""(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])?
            (?:__?(?!\w)|(?=[ ]?[:：]))""",
        read.calendar,
    ),
    # 23.05.02 behind what a column of dates is called, or at the head of an entry
    Shape(
        "digit",
        r"""(?:(?<=日期[:：][ ])|(?<=[时時][间間][:：][ ])|(?m:^)(?=[\d./-]{8}[ \t:：，,|]))
            (?P<year>\d\d)(?P<dot>[-/.])(?P<month>0[1-9]|1[0-2])(?P=dot)(?P<day>0[1-9]|[12]\d|3[01])
            (?![\w/]|[-.]\w)""",
        read.short_day,
    ),
    # 2017.09, 2017-09
    Shape(
        "digit four_digits", r"(?P<year>[12]\d{3})[-/.](?P<month>0[1-9]|1[0-2])(?![\d/.%-])", read.calendar
    ),
    # 1939年至1945年, 1939至45年, 公元前12年至10年
    Shape(
        "digit four_digits year",
        rf"""(?:{ERA}[ ]?(?P<counted><counted>)|(?P<year><year>))[ ]?年?[ ]?<to>[ ]?(?:<ad>|<bc>)?
            (?P<year2>\d{{1,4}}|<cjk>{{4}})[ ]?年(?!代)""",
        read.years,
    ),
    # 1939年和1945年之间
    Shape(
        "digit four_digits year",
        r"""(?P<year><year>)[ ]?年?[ ]?[和与與及][ ]?(?P<year2>\d{4}|<cjk>{4})[ ]?年?之?[间間]""",
        read.years,
    ),
    # 1939-1945
    Shape(
        "digit four_digits", r"(?P<year>[12]\d{3})<to>(?P<year2>[12]\d{3})(?![\d年]|<measure>)", read.years
    ),
    # 2024年4月至9月; 2017年9月4日至8日; 1950年3、4月间
    Shape(
        "digit four_digits year",
        rf"{YEAR}[ ]?(?P<month><few>)[ ]?月{DAY}?[ ]?<to>[ ]?(?P<day2><few>)[ ]?[日号號]",
        read.months,
    ),
    Shape(
        "digit four_digits year",
        rf"{YEAR}[ ]?(?P<month><few>)[ ]?月?[ ]?(?:<to>|、)[ ]?(?P<month2><few>)[ ]?月(?!<few>)",
        read.months,
    ),
    # 2008年2、5、9月
    Shape(
        "digit four_digits year",
        rf"{YEAR}[ ]?(?P<months><few>(?:[ ]?、[ ]?<few>){{1,8}})[ ]?月",
        read.list_of_months,
    ),
    # 20世纪90年代, 1990年代, 90年代, 一九六零年代, 六零年代
    Shape(
        "digit four_digits year",
        r"(?:(?P<nth><few>)[ ]?世[纪紀]的?)?[ ]?"
        r"(?P<tens>\d{3}0|[一二][一二三四五六七八九〇零]{2}[零〇]|<tens>)[ ]?年代(?:<part>)?",
        read.decade,
    ),
    # 上世纪八十年代, 本世纪初
    Shape(
        "spoken",
        r"(?P<which>上个?|上個|本)世[纪紀]的?(?:[ ]?(?P<tens><tens>)[ ]?年代)?(?:<part>)?",
        read.decade_of_now,
    ),
    # 十九世紀, 公元前5世紀, 9至10世紀
    Shape(
        "digit four_digits year",
        r"(?:(?P<bc><bc>)|<ad>)?[ ]?(?P<nth><few>)(?:[ ]?<to>[ ]?(?P<nth2><few>))?[ ]?世[纪紀](?:<part>)?",
        read.century,
    ),
    # 2017年第二季度, 2008年下半年
    Shape(
        "digit four_digits year",
        rf"{YEAR}[ ]?(?:第?(?P<nth>[1-4一二三四])季度?|(?P<half>[上下])半年)",
        read.part_of_year,
    ),
    # 2017年Q2, 2017 Q2, 2017-H1
    Shape(
        "digit four_digits year",
        rf"(?:{YEAR}|(?P<plain>[12]\d{{3}}))[ -]?(?:(?P<half>H)(?=[12])|Q)(?P<nth>[1-4])(?![A-Za-z0-9.])",
        read.part_of_year,
    ),
    # 5/4, 05-04 in front of an entry, or alone in its line
    Shape(
        "digit",
        r"""(?<![^\n])(?P<month>0?[1-9]|1[0-2])[/-](?P<day>0?[1-9]|[12]\d|3[01])
            (?=[ \t]*(?:\n|$) | [ ]*[:：—–|｜，、] | [ ]-[ ] | [ ](?=[\u3400-\u9fff]))(?!<measure>)""",
        read.calendar,
    ),
    # 大事记 2017
    Shape(
        "four_digits",
        r"(?<=[A-Za-z\u3400-\u9fff][ ])(?P<year>(?:19|20)\d{2})(?=[ \t]*(?:\n|$))",
        read.calendar,
    ),
    # (2017), and a cell of a row: "年份: 2017, "
    Shape(
        "four_digits",
        r"(?:(?<=[(（])|(?<=[:：][ ]))(?P<year>(?:1[5-9]|20)\d{2})(?=[)）]|,[ ]|\n|$)",
        read.calendar,
    ),
    # a line "2017", "2017：上线", "2017 上线", as headings and chronicles have them
    Shape(
        "four_digits",
        r"""(?<![^\n])(?P<year>(?:1[5-9]|20)\d{2})
            (?=[ \t]*(?:\n|$) | [ ]*[:：—–|｜,，、] | [ ]-[ ] | [ ](?=[\u3400-\u9fff])(?!年))(?!<measure>)""",
        read.calendar,
    ),
    # 2017年9月4日, 民國三十四年八月, 1500年左右; 1950年春, but not 1950年春节
    Shape(
        "digit four_digits year",
        rf"{YEAR}(?:<part>|(?P<season><not_season><season>)[天季]?|{MONTH}(?:{DAY}|<part>)?)?(?P<about><around>)?",
        read.calendar,
    ),
    # 05年底, 98年9月4日; two digits that count years are rarely these
    Shape(
        "digit",
        rf"""(?P<year>0\d|[89]\d)[ ]?年(?!代|[以之]?[前后後内內来來间間]|的?[时時][间間])
            (?:<part>|(?P<season><not_season><season>)[天季]?|{MONTH}(?:{DAY}|<part>)?)?""",
        read.short_year,
    ),
    # 於七七年一月一日, 八八年底, 自九零年; but 七八年 alone may count years
    Shape(
        "year",
        rf"""(?:(?<=[於于在自從从由至到])|(?<![一二三四五六七八九十兩两百千])(?=..年(?:<part>|(?:<few>)月)))
            (?P<year>[五六七八九〇零][〇零一二三四五六七八九])年
            (?!代|[以之]?[前后後内內来來间間級级多]|的?[时時][间間])
            (?:<part>|(?P<season><not_season><season>)[天季]?|{MONTH}(?:{DAY}|<part>)?)?""",
        read.short_year,
    ),
    # 9月4日, 9月底; not behind a year of some other count: 天保五年十二月; nor of the moon's: 农历八月
    Shape(
        "digit four_digits year",
        rf"(?<!<other>年)(?<![一二三四五六七八九十历曆]){MONTH}(?:{DAY}|<part>)?",
        read.calendar,
    ),
    # 28日 at the head of a line, 于27日; but not 于27日内
    Shape(
        "digit",
        r"""(?:(?m:^)|(?<=[于於])|(?<=[于於][ ]))(?P<day>0?[1-9]|[12]\d|3[01])[ ]?日
            (?=[，,、。；;]|[早中下上午晚凌清傍深夜][^后後]|[ ]|[^\W\d_内內前后後之以間间游元圆圓])""",
        read.day_of_month,
    ),
    # 两年后
    Shape(
        "digit four_digits year",
        r"(?<![一二三四五六七八九])(?P<count><few>)[ ]?[个個]?(?P<unit><unit>)(?P<way><way>)",
        read.later,
    ),
    # 同年9月, 當月4日
    Shape("same", rf"(?P<way><same>)(?P<unit><unit>){INNER}", read.same),
    # 次年3月, 次月4日
    Shape("beside", rf"(?P<way><beside>)[个個]?(?P<unit><unit>){INNER}", read.beside),
    # 上周五, 星期五
    Shape(
        "spoken weekday",
        r"""(?P<which>上个?|上個|本|这个?|這個?|下个?|下個)?(?:周|週|星期|礼拜|禮拜)
            (?P<weekday>[一二三四五六日天])""",
        read.weekday,
    ),
    # 今年, 去年9月
    Shape("spoken", rf"(?P<now><spoken>){INNER}", read.spoken),
)

# Where a text says 民國 before a year, its years of two or three digits are counted so as well.
SHAPES_OF_REPUBLIC = (
    # 九十八年八月一日, 98年8月, 106年初
    Shape(
        "digit year",
        rf"(?<!<other>)(?P<counted><of_republic>)[ ]?年(?:<part>|{MONTH}(?:{DAY}|<part>)?)",
        read.year_of_republic,
    ),
    # 自74年創設, 於三十八年遷台; but not 自30年前, 於二十年間
    Shape(
        "digit year",
        rf"(?<=[自於于在至到從由])(?P<counted><of_republic>)[ ]?年{NO_SPAN}",
        read.year_of_republic,
    ),
    # 97年擴建, 106學年度; smaller numbers count years
    Shape(
        "digit year",
        rf"""(?<!<other>)(?<![近約逾有達計續治過長第施滿共])(?P<counted><of_republic>)[ ]?
            (?:年{NO_SPAN}|學年)""",
        read.late_year_of_republic,
    ),
)
