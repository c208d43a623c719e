"""Chinese, simplified and traditional."""

from __future__ import annotations

from bot.dates.eastern import SHAPES
from bot.dates.expression import Unit
from bot.dates.lexicon import Lexicon, any_of
from bot.dates.mention import Basis
from bot.dates.phrases import Phrases

CJK = "[〇零一二三四五六七八九]"
REIGNS = {
    "洪武": 1368,
    "建文": 1399,
    "永乐": 1403,
    "宣德": 1426,
    "正统": 1436,
    "成化": 1465,
    "弘治": 1488,
    "嘉靖": 1522,
    "隆庆": 1567,
    "万历": 1573,
    "崇祯": 1628,
    "顺治": 1644,
    "康熙": 1662,
    "雍正": 1723,
    "乾隆": 1736,
    "嘉庆": 1796,
    "道光": 1821,
    "咸丰": 1851,
    "同治": 1862,
    "光绪": 1875,
    "宣统": 1909,
    "民国": 1912,
    "明治": 1868,
    "大正": 1912,
    "昭和": 1926,
    "平成": 1989,
    "令和": 2019,
}
TRADITIONAL = str.maketrans("乐统庆万历祯顺绪国", "樂統慶萬曆禎順緒國")
REIGNS |= {name.translate(TRADITIONAL): year for name, year in REIGNS.items()}
PLACES = {
    "cjk": CJK,
    "counted": rf"(?:\d{{1,4}}|{CJK}{{3,4}}|[一二三四五六七八九]?十[一二三四五六七八九]?|{CJK}|元)",
    # 541年, but not 140年歷史
    "year": rf"(?:\d{{4}}|{CJK}{{4}}|(?<![近约約逾有达達计計续續治过過长長第])\d{{3}}(?!年<long>))(?!\d)",
    "long": r"(?:来|來|以来|以來|历史|歷史|间|間|内|内|內|之久|后|後|前|以上|多|校[庆慶]|[周週]年|里|裡)",
    "tens": r"(?:[1-9]0|[二三四五六七八九]十)",
    "reign": any_of(REIGNS),
    "measure": r"\s?(?:公?尺|米|公?里|公?斤|[人元个個座次种種])",
    "few": r"(?:\d{1,2}(?!\d)|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两兩])",
    "bc": r"(?:公元前|西元前|前(?=\d{2}))",
    "ad": r"(?:公元|西元)",
    "to": r"(?:至|到|-|–|—|~|～)",
    "circa": r"(?:(?<![纽紐条條合公契])[约約]|大[约約])[在于於是]?",
    "around": r"(?:左右|前[后後])",
    "part": r"(?:上旬|中旬|下旬|年?[初中末底]|初期|中期|末期)",
    "way": r"(?:之?[后後]|以[后後]|之?前|以前)",
    "same": r"(?:同|当|當|那一?|该|該)",
}
LEXICON = Lexicon(
    language="zh",
    months={},
    seasons={"春": 21, "夏": 22, "秋": 23, "冬": 24},
    weekdays={},
    units={
        "天": Unit.DAY,
        "日": Unit.DAY,
        "周": Unit.WEEK,
        "週": Unit.WEEK,
        "星期": Unit.WEEK,
        "月": Unit.MONTH,
        "年": Unit.YEAR,
        "世纪": Unit.CENTURY,
        "世紀": Unit.CENTURY,
    },
    numbers={},
    ordinals={},
    reigns=REIGNS,
    later={
        "后": 1,
        "後": 1,
        "之后": 1,
        "之後": 1,
        "以后": 1,
        "以後": 1,
        "前": -1,
        "之前": -1,
        "以前": -1,
    },
    beside={"次": 1, "翌": 1, "隔": 1, "第二": 1, "下一": 1, "前一": -1, "上一": -1},
    spoken={
        "今年": (0, Unit.YEAR),
        "去年": (-1, Unit.YEAR),
        "明年": (1, Unit.YEAR),
        "今天": (0, Unit.DAY),
        "昨天": (-1, Unit.DAY),
        "明天": (1, Unit.DAY),
        "本月": (0, Unit.MONTH),
        "上个月": (-1, Unit.MONTH),
        "上個月": (-1, Unit.MONTH),
    },
    places=PLACES,
    shapes=SHAPES,
    triggers={
        "year": ("公元", "西元", "前", *REIGNS, *"〇零一二三四五六七八九十两兩"),
        "same": ("同", "当", "當", "那", "该", "該"),
        "beside": ("次", "翌", "隔", "第二", "下一", "前一", "上一"),
        "circa": ("约", "約", "大约", "大約"),
        "spoken": ("今", "去", "明", "昨", "本", "上"),
    },
    habit=r"(?:每年|每逢|通常|平均)",
    side=r"(?:自从?|自從|直到|截至|早在|计划于|計劃於)$",
    reference=r"(?:自从?|自從|直到|截至|早在)$",
    present=r"(?:如今|现在|現在|目前|至今)",
    has_spaces=False,
)
NUMERALS = tuple(str(number) for number in range(1, 13))
PHRASES = Phrases(
    months=NUMERALS,
    of_day=NUMERALS,
    seasons=("春", "夏", "秋", "冬"),
    day="{y}年{m}月{d}日",
    month="{y}年{m}月",
    season="{y}年{s}",
    quarter="{y}年第{q}季度",
    year="{y}年",
    decade="{y}年代",
    century="{n}世纪",
    before_christ="公元前{}",
    early="公元{}",
    about="约{}",
    since="{}起",
    until="至{}",
    dash="至",
    bases={
        Basis.COMPLETED: "年份取自前文",
        Basis.INHERITED: "日期取自前文",
        Basis.PUBLICATION: "以写作时间为准",
        Basis.ALIAS: "此名所指之日",
    },
    year_first=True,
)
