"""English."""

from __future__ import annotations

from bot.dates.expression import Unit
from bot.dates.lexicon import Lexicon, any_of, counted, spread, words
from bot.dates.mention import Basis
from bot.dates.phrases import Phrases
from bot.dates.western import QUARTERS, SHAPES

FULL_MONTHS = counted("January February March April May June July August September October November December")
SHORT_MONTHS = {name[:3]: number for name, number in FULL_MONTHS.items() if name != "May"} | {"Sept": 9}
MISSPELT_MONTHS = spread({  # as people mostly do
    1: "Janurary Januray Janaury",
    2: "Febuary Feburary Febrary Februray",
    4: "Apirl Aprill",
    8: "Agust Augest",
    9: "Setember Septmber Septemeber",
    10: "Ocotber Octuber",
    11: "Novemeber Novmber",
    12: "Decemeber Decmber",
})  # fmt: skip
MONTHS = FULL_MONTHS | SHORT_MONTHS | {f"{name}.": number for name, number in SHORT_MONTHS.items()}
MONTHS |= MISSPELT_MONTHS
MONTHS |= {name.upper(): number for name, number in MONTHS.items()}
VERBS = {"March", "May", "Mar", "Mar."}  # which are no months when they are written small, as in a chat
MONTHS |= {
    name.lower(): number for name, number in MONTHS.items() if name not in VERBS and not name.isupper()
}
SMALL_MONTHS = [name.lower() for name in FULL_MONTHS if name not in VERBS]
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
UNITS = spread({
    Unit.DAY: "day date night morning afternoon evening days nights",
    Unit.WEEK: "week weeks",
    Unit.MONTH: "month months",
    Unit.YEAR: "year years",
    Unit.DECADE: "decade decades",
    Unit.CENTURY: "century centuries",
})  # fmt: skip
NUMBERS = counted("""one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty""")
NUMBERS |= {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
NUMBERS |= {"ninety": 90}
ORDINALS = counted("""first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""")
ORDINALS |= {f"twenty-{word}": 20 + number for word, number in ORDINALS.items() if number < 10}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
ORDINALS |= {"latter": 2}
WEEKDAYS = counted("Monday Tuesday Wednesday Thursday Friday Saturday Sunday", 0)
WEEKDAYS |= {name.lower(): number for name, number in WEEKDAYS.items()}
HOLIDAYS = {
    "new year's day": (1, 1),
    "epiphany": (1, 6),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "armistice day": (11, 11),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
HOLIDAYS |= {name.replace("'", "’"): day for name, day in HOLIDAYS.items()}
LATER = spread({1: "later afterward afterwards after thereafter hence following"})
LATER |= spread({-1: "earlier before previously prior"}) | {"after that": 1, "before that": -1}
BESIDE = spread({1: "next following subsequent ensuing", -1: "previous preceding prior"})
SPOKEN = {
    "today": (0, Unit.DAY),
    "tonight": (0, Unit.DAY),
    "yesterday": (-1, Unit.DAY),
    "tomorrow": (1, Unit.DAY),
    "this morning": (0, Unit.DAY),
    "this afternoon": (0, Unit.DAY),
    "this evening": (0, Unit.DAY),
    "last night": (-1, Unit.DAY),
    "this week": (0, Unit.WEEK),
    "last week": (-1, Unit.WEEK),
    "this month": (0, Unit.MONTH),
    "last month": (-1, Unit.MONTH),
    "this year": (0, Unit.YEAR),
    "this fiscal year": (0, Unit.YEAR),
    "last year": (-1, Unit.YEAR),
    "last fiscal year": (-1, Unit.YEAR),
    "ago": (0, Unit.DAY),  # its count stands before it
}
NEAREST = {"last": -1, "this past": -1, "this last": -1, "this": 0, "this coming": 1}
SUPERLATIVES = words(
    "bloodiest deadliest worst darkest longest hottest coldest greatest biggest busiest best"
)
FAR_UNIT = r"(?i:day|date|night|morning|afternoon|evening|week|month|year|spring|summer|autumn|fall|winter)"
MONTH_NAME = "(?:" + "|".join(FULL_MONTHS) + ")"
DECADES = {
    word: 10 * number
    for word, number in counted(
        "twenties thirties forties fifties sixties seventies eighties nineties", 2
    ).items()
}
NO_AGE = "".join(
    f"(?<!{whose}[ ]{part}[ -])"
    for whose in ("is", "er", "ir", "my", "ur")
    for part in ("late", "early", "mid")
)
PLACES = {
    # 4, 04, 4th, 31st; a comma or point with digits behind it makes it another number
    "day": r"(?:(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?)",
    "any_day": r"(?:\d{1,2}(?:st|nd|rd|th)?)",
    "of": r"(?:[ ]of[ ]|[ ]|-)",
    "of_year": r"(?:[ ]of[ ]|[ ]of[ ]the[ ]year[ ]|[ ]in[ ])",
    "comma": r"(?:,[ ]|[ ]|[ ],[ ]|[ ]of[ ]|,|-|,?[ ]\(<weekday>\),?[ ])",
    "day_of": r"[ ]day[ ]of[ ]",
    "of_same": r"[ ]of[ ](?:that[ ]same|that|the[ ]same|this|the)[ ]year",
    "of_spoken_year": r",?[ ](?:of[ ])?(?P<way>this|last)[ ]year(?!\w|['’]s)",
    "of_same_month": r"(?:[ ]day)?[ ]of[ ](?:that[ ]same|that|the[ ]same|this|the)[ ]month",
    "of_beside_month": r"[ ]of[ ](?:the[ ])?(?P<way>following|next|previous|preceding)[ ]month",
    "of_week": r"""[ ](?:of[ ](?:the[ ])?(?:(?P<way>following|next|previous|preceding)|that|same)
        |(?P<spoken>next|last|this))[ ]week(?!\w)""",
    "of_something": r"[ ](?:of|in)[ ]the[ ](?!year)",
    "of_beside": r"[ ]of[ ](?:the[ ])?(?P<way>following|next|previous|preceding)[ ]year",
    "to": r"(?:-|–|—|/|to|until|till|through)",
    "open_end": r"(?:(?:the[ ])?present(?:[ ]day)?|now|today|date)(?!\w)",
    "between": "[Bb]etween",
    "and": r"(?:and|or|&)",
    "the": r"the",
    "era": r"(?:B\.?C\.?E\.?|B\.?C\.?|A\.?D\.?(?!\w)|C\.?E\.?(?!\w))(?!\w)",
    "era_before": r"(?:AD|A\.D\.)",
    "about": r"""(?i:about|around|approximately|some|almost|nearly|over|roughly|more[ ]than|less[ ]than
        |just[ ]over)""",
    "circa": r"(?:c\.|ca\.|ca[ ]|circa|[Aa]round|[Aa]bout)[ ]?(?:the[ ](?:year[ ])?)?",
    "decade": r"['’]?s(?!\w)",
    "or_so": r"""(?:(?:(?<=\b[Ii]n[ ]\d{4})|(?<=ound[ ]\d{4})|(?<=bout[ ]\d{4}))
        [ ]or[ ](?:so|thereabouts)(?!\w)|[ ]\(?approx(?:imately|\.)?(?!\w)\)?)""",
    "or": "or",
    "part_of_day": "(?i:morning|afternoon|evening|night)",
    "short_decade": r"""(?:(?<=[Tt]he[ ])|(?<=[Ll]ate[ ])|(?<=arly[ ])|(?<=[Mm]id-))
        (?P<year>[2-9]0)(?P<s>['’]?s)(?![\w-]|[ ](?:degrees|and[ ]sunny))""",
    # the sixties, the early sixties, the Swinging Sixties; not a man in his early sixties
    "spelled_decade": rf"""(?:(?<=[Tt]he[ ])|(?<=[Ll]ate[ ])|(?<=arly[ ])|(?<=[Mm]id[ -])|(?<=ing[ ](?=[TS])))
        {NO_AGE}(?P<tens><decades>)(?![\w-]|[ ](?:degrees|and[ ]sunny))""",
    "century": r"[Cc]entur(?:y|ies)",
    "first_day": r"(?i:first)[ ]day",
    "last_day": r"(?i:last|final)[ ]day",
    "last": r"(?<!or[ ]the[ ])(?i:first|last|final)[ ](?:(?:<count>|few|several)[ ])?<unit>",
    "bare_year": r"[12]\d{3}(?!\w)",
    "half": r"half",
    "quarter": r"quarter",
    # early in what follows: the words widen the mention, its date stays the whole
    "part": r"""(?i:early|late|mid|later|earlier|sometime|(?:beginning|start|end|close|middle|dawn)
        |latter[ ]part|(?:first|second|latter)[ ]half(?=[ ]of[ ](?:the[ ])?[^\d\s])|turn)""",
    "joint": r"(?:[ ](?:in|of)(?:[ ]the)?[ ]|[ –-]|[ ]the[ ])",
    "part_of": r"""(?i:end|beginning|start|middle|close|rest|remainder|later|earlier|late|early|latter[ ]part
        |first[ ]half|second[ ]half)[ ](?i:of|in)[ ]""",
    "part_unit": r"(?:year|month)",
    "that": r"(?i:that(?:[ ](?:very|same))?)",
    "same": r"(?i:(?:this[ ])?same|this[ ]very|this(?=[ ]da))",
    "same_unit": rf"(?:{FAR_UNIT}|{MONTH_NAME})",
    "beside_unit": rf"(?:{FAR_UNIT}|decade|century|{MONTH_NAME}|{any_of(WEEKDAYS)})",
    # "for the next year" says how long
    "bare_next": r"(?<!he[ ])(?=[Nn]ext)",
    "nearest_unit": rf"(?:{any_of(FULL_MONTHS)}|(?i:{any_of(SEASONS)})|{any_of(WEEKDAYS)})",
    "name_of": r"(?:(?<=[SWA]\w{5})|(?<=Fall))[ ][A-Z][a-z]",  # 1990 Summer Jones
    "regular": r"[ ](?:nights|mornings|afternoons|evenings|Times|Post|School|Mirror|Express|Telegraph)",
    "year_before": r"(?:comparable[ ])?[Yy]ear-(?:ago|earlier)(?:[ ](?:quarter|period))?",
    "not_how_long": r"(?:(?<!for[ ]the[ ])(?<!ver[ ]the[ ])|(?=prev|prior|prec))",
    # "over the last year" says how long, "last year" when
    "not_the": r"(?<![Tt]he[ ])",
    "behind_the": r"(?<=he[ ])",
    "way_behind": r"""(?:following|after|before)(?=\s*(?:[.,;:)?!—–]|$)|[ ](?:saw|was|were|and|he|she
        |they|it)[ ])""",
    "way": r"""(?i:later|afterwards?|thereafter|hence|ago|earlier|previously
        |(?:after|before)[ ]that|(?:after|before|prior)(?=\s*(?:[.,;:)?!—–]|$)))""",
    "not_for": r"(?<!for[ ])(?<!For[ ])(?<!or[ ]about[ ])(?<!ithin[ ])(?<!he[ ])",  # how long
    "from": r"(?:after|following|before)(?![ ]that(?:[,.;]|[ ](?:he|she|they|it|we|I|the|a)[ ]))",
    "clock": r"""(?:\d{1,2}(?:[:.]\d\d)?[ ]?(?:[ap]\.[ ]?m\.|[ap]m|[AP]M)(?!\w)
        |(?:(?<=[Aa]t[ ])|(?<=[Bb]y[ ])|(?<=rom[ ])|(?<=til[ ])|(?<=[Aa]bout[ ])|(?<=round[ ]))
        (?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])|(?:[Nn]oon|[Mm]idnight)(?!\w))""",
    "most": f"(?i:{any_of(SUPERLATIVES)})",
    "apposed": r"""(?:<nth>|<most>)[ ](?:(?!day|month|year)\w+[ ])?(?:day|month|year)
        (?=[ ](?:of|in|since|ever)[ ])""",
    "anniversary": r"anniversary(?=[ ]of[ ])",
    "behind_month": r"(?<=(?:[ ]May|June|July|arch|uary|mber|ober|pril|gust)[ ]and[ ])",
    # "May" and "March" are also verbs and names: a preposition has to stand before them; not April Smith
    "small_month": any_of(SMALL_MONTHS),
    "bare_month": r"""(?:(?:(?<=[Ii]n[ ])|(?<=nce[ ])|(?<=til[ ])|(?<=by[ ])|(?<=rly[ ])|(?<=ate[ ])|(?<=id-))
        <small_month>(?!\w)
        |(?:(?<=[a-z][ ])(?:(?<!and[ ])|<behind_month>)(?<!with[ ])|(?!(?:April|June|August)[ ][A-Z]\w))
        (?:January|February|April|June|July|August|September|October|November|December)(?!\w)
        |(?:(?<=[Ii]n[ ])|(?<=by[ ])|(?<=By[ ])|(?<=of[ ])|(?<=nce[ ])|(?<=til[ ])|(?<=ate[ ])|(?<=rly[ ])
        |(?<=id-)|(?<=id[ ])|(?<=ext[ ])|(?<=and[ ])(?:<behind_month>|(?!\w+[ ][A-Z]))
        |(?<=to[ ])|(?<=ugh[ ])|(?<=ing[ ])|(?<=fore[ ])
        |(?<=fter[ ])|(?<=that[ ])|(?<=[(])|(?<=[ ]a[ ])|(?<=From[ ])|(?<=from[ ])|(?<=een[ ])
        |(?<=ous[ ])|(?<=[-–]))
        (?:May|March)(?![\w]|[ ](?:of|on|to)[ ])
        |(?:May|March)(?=,?[ ](?:and|or|to)[ ]<month>|,[ ]<month>|[-–/]<month>)
        |<month>(?=\s?(?:-|–|—|/|,|to|and|&)\s?(?:<month>,?\s?(?:and\s)?){1,4}[12]\d{3})
        |(?m:^)(?:May|March)(?=[ ]?[:–—]|[ ]-[ ]|[ ]*(?:\n|$))
        |(?m:^)<month>(?=\.?:))""",
    # "winter quarters", "the Summer Palace" are kinds of things
    "kind": r"""[ -](?i:quarters|palace|olympics?|games|clothe?s|clothing|coats?|uniforms?|gear|equipment|food
        |supplies|wheat|crops?|stores|holidays?|vacation|break|schools?|camps?|house|home|residence|capital
        |solstice|weather|line)(?!\w)""",
    "bare_season": r"""(?:(?m:^)(?:Spring|Summer|Autumn|Winter)(?=[ ]?[:–—])
        |(?:summer|winter|autumn|SUMMER|WINTER|AUTUMN)(?!s|<kind>)
        |(?:Summer|Winter|Autumn)(?!s|<kind>|[ ](?!Offensive|Campaign|Uprising|Harvest)[A-Z])
        |[Ss]pring(?=[ ](?i:offensive|campaign|fighting|elections?|uprising|term|semester))
        |[Ff]all(?=[ ](?i:offensive|campaign|elections?|term|semester|and[ ]winter))
        |(?:(?<=[Ii]n[ ])|(?<=[Tt]he[ ])|(?<=[Bb]y[ ])|(?<=rly[ ])|(?<=ate[ ])|(?<=that[ ])|(?<=ext[ ])
        |(?<=ing[ ])|(?<=and[ ]))[Ss]pring(?!s|[ ][A-Z])
        |(?:(?<=[Ii]n[ ]the[ ])|(?<=[Bb]y[ ]the[ ])|(?<=ing[ ]the[ ])|(?<=[Tt]hat[ ]))fall(?![ ]of))""",
    # "White Christmas", "the Christmas truce" are no days of their own
    "bare_holiday": r"(?=[.,;:)]|[ ](?:and|the|he|she|they|it|was|were|in|at|with|to)[ ])",
    "bare_day": r"""(?:(?m:^)|(?<=day[ ])|(?<=\bMon[ ])|(?<=\bTue[ ])|(?<=\bWed[ ])|(?<=\bThu[ ])
        |(?<=\bFri[ ])|(?<=\bSat[ ])|(?<=\bSun[ ]))
        (?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?=[.,:](?:\s|$)|[ ][–—-][ ])
        |(?:(?<=day[ ]the[ ])|(?<=day,[ ]the[ ]))(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)
        (?=[.,;:)](?!\d)|[ ](?:was|were|the|he|she|they|it|I|we|a|our|and|in|at|with)[ ])
        |(?:(?<=[Oo]n[ ]the[ ])|(?<=by[ ]the[ ])|(?<=til[ ]the[ ])|(?<=nce[ ]the[ ]))
        (?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?=[.,;:)](?!\d)|[ ](?:was|were|the|he|she|they|it|and
        |in|at|a|with)[ ])""",
    # "1500 men" is no year
    "counted": r"""[ ](?i:men|women|people|persons|troops|soldiers|casualties|dead|killed|wounded
        |prisoners|tanks
        |aircraft|planes|ships|guns|cannons?|miles?|km|kilomet(?:re|er)s|met(?:re|er)s?|feet|yards
        |acres|tons?|tonnes
        |horses|cavalry|infantry|civilians|pounds|dollars|usd|euros?|rmb|yuan|percent|per[ ]cent|votes
        |members|words
        |pages|years|days|hours|units|houses|workers|students|others|delegates|volunteers|rebels|hectares
        |visits|visitors|lines|copies|downloads|users|servers|subscribers|followers|messages|stars|commits|books
        |items|points|seats|players|passengers|cars|trees|results|entries|characters|bytes|records|rows|games
        |square|or[ ]so|m|victims|families|refugees)(?!\w)|[ ]?[%°$€£¥]
        |-(?:man|strong|ton|mile|year|day|foot|meter|metre)""",
}
# Resolution 1483 is no year
NUMBERED = r"""\b(?:[Ss]ee|[Cc]f\.|[Ii]ssues?|[Tt]ickets?|[Bb]ugs?|PR|RFC|ISO|[Pp]orts?|[Bb]uild|[Ll]ine
    |Resolutions?|Flight|Route|Highway|Directive|No\.|Nos\.|[Nn]umber|Unit|Article|Law
        |Section|Model
    |[Rr]oom|[Aa]rea|[Rr]elease|[Ss]eries|[Ss]uite|[Aa]partment|[Tt]el\.|ISBN|Boeing|Windows|Regiment|Division|[Pp]age|pp?\.|[Cc]hapter|Apollo|Block|Lot|Order|Patent|Version
        |version)[ ](?:\d+(?:,[ ]|,?[ ]and[ ]|,?[ ]or[ ]))*$"""
# words that a year may follow
INTRODUCES = r"""in|In|of|since|Since|by|By|until|Until|till|from|From|to|before|Before|after|After|during
    |During|around|about|circa|early|late|mid|the|The|year|between|and|or|for|a|an|its|his|her|their|our|this|that|than"""
# words before a number of things
COUNTS = r"""\b(?:over|than|almost|nearly|least|most|up[ ]to|roughly|exactly|reach(?:ed|es)|passe[ds]
    |exceed(?:ed|s)|surpasse[ds]|topped|hit|only|has|have|had)[ ]$"""
STREETS = """[Ss]t(?:reet)?|[Aa]ve(?:nue)?|[Rr]oad|Rd|Dr(?:ive)?|Lane|Ln|Blvd|Boulevard|Place|Court|Terrace
    |Square|Way"""
NOT_YEARS = (
    # our investor was 1984 Ventures
    (r"\b(?:is|was|were|are|be|called|named|joined)[ ]$", r"[ ][A-Z]\w"),
    # a round from the Continuity Fund, 1984 Ventures.
    (r"[,(][ ]$", r"[ ][A-Z][a-z]+[.;)]"),
    # at 1115 E. Main St
    (r"\b[Aa]t[ ]$", r"[ ](?:[NSEW]\.?[ ])?[A-Z][a-z]"),
    # of 2025 ½ Main St; the house, 1115 North Mill Road
    (r"", r"[ ]?[½¼¾]"),
    (
        r"(?:(?:\b(?:of|from|to|is|[Aa]ddress:?)|[,;:])[ ]|\()$",
        rf"[ ](?:[NSEW]\.?[ ])?(?:(?:\d{{1,3}}(?:st|nd|rd|th)|[A-Z][a-z]+)[ ]){{1,3}}(?:{STREETS})\b",
    ),
    # they sent 1000 ETH
    (rf"\b(?!(?:{INTRODUCES})[ ])\w+[ ]$", r"[ ][A-Z]{2,5}(?![\w.])"),
    # a 1500 word essay
    (r"\b[Aa][ ]$", r"[ ](?:word|page|seat|acre|mile|man|metre|meter|foot)\b"),
    # 1489 active miners, with 1800 registered accounts; "the 1600 local elections" are of a year
    (
        rf"(?:(?:^|\n)[ ]*|\b(?!(?:{INTRODUCES})[ ])\w+[ ])$",
        r"(?:(?<=1[0-6]\d\d)|(?<=\d00))[ ](?:[a-z]+(?:ed|ive|al|ous|ful|ing|ent)[ ])[a-z]{3,}s\b(?<!ss)",
    ),
    # has reached 1000, brought it to over 1500.
    (COUNTS, r"(?:(?<=1[0-7]\d\d)|(?<=\d00))(?![ ]?(?:AD|CE|BC))"),
    # the 1803 release of a program
    (r"", r"(?:(?<=1[0-8]\d\d)|(?<=19[0-4]\d))[ ](?:release|version|build|firmware|update)s?\b"),
)
# what an expression of each class may begin with
TRIGGERS = {
    "month": tuple(MONTHS),
    "spelled_decade": tuple(DECADES),
    "season": tuple(SEASONS),
    "weekday": tuple(WEEKDAYS),
    "holiday": words(
        "Christmas christmas New Epiphany Valentine St April May Halloween All Armistice Boxing"
    ),
    "era": ("AD", "A.D"),
    "quarter": QUARTERS,
    "nth": tuple(ORDINALS),
    "last": ("first", "last", "final"),
    "same": ("that", "this", "same"),
    "beside": tuple(BESIDE),
    "spoken": ("today", "tonight", "yesterday", "tomorrow", "this", "last"),
    "part": words("""early late mid later earlier sometime beginning start end close middle dawn latter first
            second turn rest remainder"""),
    "about": words("about around approximately some almost nearly over roughly more less just"),
    "circa": ("c", "ca", "circa", "around", "about"),
    "count": tuple(NUMBERS),
    "day": ("day", "morning", "night", "evening"),
    "end": ("month", "year"),
    "year": ("comparable", "year"),
    "clock": ("noon", "midnight"),
    "anniversary": ("anniversary",),
    "most": SUPERLATIVES,
}
PAST_VERB = r"""\b(?:was|were|had|did|said|told|went|came|left|got|took|gave|became|began|saw|knew|made
        |met|sent|wrote
        |felt|held|fell|led|lost|won|ran|kept|brought|built|bought|thought|found|spoke|rose|grew|drew
        |broke|chose
        |stood|paid|wasn['’]t|weren['’]t|didn['’]t|hadn['’]t)\b
        |\b(?:I|he|she|it|we|they|who|[A-Z]\w+|[Oo]ne|[Aa]nother|[Oo]thers|some
        |(?!is[ ]|as[ ])[a-z]+s)[ ](?:\w+ly[ ])?\w+ed\b"""
FUTURE = r"""\b(?:will|would|shall|won['’]t|['’]ll|may|might|could|should|must|(?:is|are|was|were)[ ]to
    |going[ ]to|plan(?:s|ned)?|schedul\w+|expect\w*|due|likely|payable|intend\w*|hop(?:e|es|ed|ing)[ ]to
    |[Nn]ext[ ]\w+[ ](?:is|are)
    |agreed[ ]to|set[ ](?:to|for)|ready[ ]to|want(?:s|ed)?[ ]to|begins?|starts?
    |ends|expires|closes|opens|ahead[ ]of)\b"""
LEXICON = Lexicon(
    language="en",
    months=MONTHS,
    decades=DECADES,
    seasons=SEASONS,
    weekdays=WEEKDAYS,
    units=UNITS,
    numbers=NUMBERS,
    ordinals=ORDINALS,
    holidays=HOLIDAYS,
    later=LATER,
    beside=BESIDE,
    spoken=SPOKEN,
    nearest=NEAREST,
    places=PLACES,
    shapes=SHAPES,
    triggers=TRIGGERS,
    side=r"""(?:\b(?:[Ss]ince|[Aa]s[ ]of|(?<![Nn]ot[ ])[Uu]ntil|[Uu]p[ ]to|[Tt]ill
        |(?<!and[ ])(?<!,[ ])by|[Bb]efore|[Pp]rior[ ]to
        |for|born|planned|scheduled|dating|as[ ]in)
        (?:[ ](?:on|in|the|early|late|for|of|from|to|back)){0,3}[ ]
        |\b(?<![Nn]ot[ ])(?:until|till)\b[^.,;]{0,40}
        |\b(?:than|compared|as[ ]opposed[ ]to|versus|unlike|from[ ]a)\b[^.;]{0,40})$""",
    back=r"""\b(?:[Ss]ince|(?:than|compared[ ]\w+|versus)(?:[ ](?!but|and|on)\w+){0,5})
        (?:[ ](?:on|in|the|early|late|of)){0,3}[ ]$""",
    on=r"(?:^|[.;:,—(“]\s?|\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom|[Nn]ext|[Ll]ast|[Tt]hat|and|or)[ ])$",
    habit=r"""(?i:\b(?:annually|annual\b[^.;]{1,60}\b(?:is|are|takes?)|usually|typical(?:ly)?|yearly
        |per[ ]year|(?:every|each)[ ](?:year|\w+[ ]years|first|second|third|last|spring|summer|autumn|winter
        |month|\d{1,2}(?:st|nd|rd|th)?[ ](?:of[ ])?(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)\w*)
        |on[ ]average|temperatures?))\b""",
    yearly=r"(?i:\bannual\b)",
    earlier_past=r"\b(?:had|having)\b[^.;]{0,44}$",
    named=r"""\b(?:[Ss]ee|[Cc]f\.)[ ]$
        |\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Capt|Captain|Rev)\.?[ ](?:(?:[A-Z]\.|[A-Z]\w+)[ ]){0,2}$
        """,
    numbered=NUMBERED,
    not_years=NOT_YEARS,
    future=FUTURE,
    any_day=r"""\b(?:[Aa]n?|[Ee]very|[Ee]ach|any|[Mm]ost|its|his|her|their|our|my
        |[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth
        |Black|Good|Bloody|Ash|Palm|Easter|Cyber|Super)[ ]$""",
    deadline=r"\b(?:[Bb]y|[Uu]ntil|[Ee]ffective|[Ss]tarting|[Bb]eginning)[ ](?:\w+[ ])?$",
    past_tense=rf"""(?<!\bbe[ ])(?:{PAST_VERB}
        |(?<!\bby[ ])(?<!\bto[ ])(?<!\bthe[ ])(?<!\bany[ ])\b[A-Za-z]{{2,}}ed\b)  # not by interested
        """,
    reference=r"""\b(?:[Aa]fter|[Ss]ince|[Aa]s[ ]of|(?<![Nn]ot[ ])[Uu]ntil|[Uu]p[ ]to|[Tt]ill
        |[Bb]efore|[Pp]rior[ ]to|(?:year|period|quarter|months?|season)[ ]end(?:ed|ing)
        |by(?![^.,;:—]{0,40}[A-Z][^.,;:—]{0,40}[ ](?:on|in)[ ](?:the[ ])?$)  # founded by Ann Reed on
        |[Ll]ike|than|compared|planned(?=[ ](?:for|in|to|on)\b)|born|see)
        \b(?:(?![ ]and[ ](?:in|on)[ ])[^.,;:—]){0,44}$  # not: by their own means and in
        |\b(?:[Pp]ost|[Pp]re)-$""",
    label=r"(?:\b(?:[Ii]ts|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|this|that)|['’]s)[ ]$",
    present=r"""\b(?:[Tt]oday(?!['’]s|[ ](?:was|were)[ ])|[Nn]owadays|[Cc]urrently|[Tt]o[ ]this[ ]day
        |now[ ]\w+(?<!wa)(?<!hi)s)\b""",
    dated_verb=r"""\b(?:(?:was|were|had[ ]been)[ ](?:\w+ly[ ])?\w+|\w{3,}ed)(?:[ ](?:up|down|out|off|over))?
        (?:[ ](?:to|at|from|by)(?:[ ][A-Z][\w.’'-]*){1,3})?[ ](?:in|on)[ ]$
        |\b(?:was|were)[ ](?:re)?(?:built|founded|opened|closed|started|established|formed|made|settled)[ ]$
        |\b(?:was|were|took)[ ](?:held|place|founded|opened)[ ](?:in|at)[ ][^.;:]{1,40}
        [ ](?:in|on|from)[ ](?:the[ ])?$
        |\b(?:dat(?:es|ed)|goes|went)[ ](?:from|back[ ]to)[ ]$""",
    past_verb=PAST_VERB,
    day_first=False,
)
PHRASES = Phrases(
    months=tuple(FULL_MONTHS),
    of_day=tuple(FULL_MONTHS),
    seasons=("spring", "summer", "autumn", "winter"),
    day="{d} {m} {y}",
    month="{m} {y}",
    season="{s} {y}",
    quarter="Q{q} {y}",
    year="{y}",
    decade="{y}s",
    century="{n}{th} century",
    before_christ="{} BC",
    early="{} AD",
    about="c. {}",
    since="since {}",
    until="until {}",
    dash=" – ",
    ordinals={1: "st", 2: "nd", 3: "rd"},
    bases={
        Basis.COMPLETED: "year from the paragraphs before",
        Basis.INHERITED: "date from the paragraphs before",
        Basis.PUBLICATION: "from when it was written",
        Basis.ALIAS: "the day this name stands for",
        Basis.HEADING: "from the heading above",
        Basis.TITLE: "from the title",
        Basis.FILE_NAME: "from the name of its file",
        Basis.STAMP: "when the message was written",
    },
)
