"""Spanish."""

from __future__ import annotations

from bot.dates.expression import Unit
from bot.dates.lexicon import Lexicon, Shape, any_of, counted, spread, words
from bot.dates.mention import Basis
from bot.dates.phrases import Phrases
from bot.dates.spelled_years import SHAPES_IN_WORDS
from bot.dates.western import QUARTERS, SHAPES
from bot.dates.western import calendar_readers as read
from bot.dates.western.year_patterns import YEAR

MONTHS = counted("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre")
MONTHS |= {"setiembre": 9}
MONTHS |= {name.capitalize(): number for name, number in MONTHS.items()}
SHORT_MONTHS = counted("ene feb mar abr may jun jul ago sep oct nov dic") | {"sept": 9, "set": 9}
SHORT_MONTHS |= {
    form: number for name, number in SHORT_MONTHS.items() for form in (name.capitalize(), name.upper())
}
SEASONS = {"primavera": 21, "verano": 22, "otoño": 23, "invierno": 24}
UNITS = spread({
    Unit.DAY: "día días noche tarde mañana",
    Unit.WEEK: "semana semanas",
    Unit.MONTH: "mes meses",
    Unit.YEAR: "año años",
    Unit.DECADE: "década décadas",
    Unit.CENTURY: "siglo siglos",
})  # fmt: skip
NUMBERS = counted("un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince")
NUMBERS |= {"una": 1, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "cien": 100}
ROMAN = counted("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi")
NTH = spread({1: "primer primera primero", 2: "segundo segunda", 3: "tercer", 4: "cuarto"})
LATER = {"después": 1, "más tarde": 1, "siguiente": 1, "tras": 1, "antes": -1, "anterior": -1, "previo": -1}
PART = r"""(?:(?:a[ ])?(?:principios|comienzos|inicios|mediados|finales|fines)[ ]del?(?:[ ]la|[ ]los)?(?!\w)
    |(?:(?:a[ ])?(?:el|al)[ ])?(?:inicio|comienzo|final|fin)[ ]del?)"""
DECADES = {
    word: 10 * number
    for word, number in counted(
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 2
    ).items()
}
YEAR_WORDS = DECADES | spread({
    1000: "mil", 100: "ciento cien", 200: "doscientos", 300: "trescientos", 400: "cuatrocientos",
    500: "quinientos", 600: "seiscientos", 700: "setecientos", 800: "ochocientos", 900: "novecientos",
    1: "uno", 16: "dieciséis", 17: "diecisiete", 18: "dieciocho", 19: "diecinueve", 21: "veintiuno",
    22: "veintidós", 23: "veintitrés", 24: "veinticuatro", 25: "veinticinco", 26: "veintiséis",
    27: "veintisiete", 28: "veintiocho", 29: "veintinueve",
})  # fmt: skip
YEAR_WORDS |= {word: number for word, number in NUMBERS.items() if 2 <= number <= 15}
PLACES = {
    "month": any_of(MONTHS),
    "short_month": any_of(SHORT_MONTHS),  # with a year only: "el mar", "set"
    "day": r"(?:(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:\.?º)?)",
    "any_day": r"(?:\d{1,2}(?:\.?º)?)",
    "of": r"[ ]de[ ]",
    "day_of": r"[ ]de[ ]",
    "of_year": r"[ ](?:del?[ ](?:año[ ])?)?",
    "comma": r"(?:[ ]del?[ ](?:año[ ])?|,[ ]|[ ]|,?[ ]\(<weekday>\),?[ ](?:de[ ])?)",
    "or": "o",
    "of_spoken_year": r"""[ ]del[ ](?:año[ ](?=pasado)|(?=(?:presente|corriente)[ ]año))
        (?P<way>pasado|presente|corriente)(?:[ ]año)?(?!\w)""",
    "of_spelled_year": r"[ ](?:de|del[ ]año)[ ]",
    # de mil novecientos veinte, en dos mil quince; not "mil novecientos socios"
    "spelled_year": r"""(?:(?<=\b[Dd]e[ ])|(?<=\b[Ee]n[ ])|(?<=\baño[ ]))
        (?P<words>(?i:mil|dos[ ]mil)(?:[ ](?:y[ ])?<year_words>(?!\w)){1,3})
        (?![ ](?:mil|y|(?!los|las|sus|nos|unos|unas)\w+s)(?!\w))""",
    "of_same": r"[ ](?:de[ ](?:ese|aquel|este)(?:[ ]mismo)?|del(?:[ ]mismo)?)[ ]año(?![ ]pasado)",
    "of_same_month": r"[ ](?:de[ ](?:ese|aquel|este)(?:[ ]mismo)?|del(?:[ ]mismo)?)[ ]mes(?!\w|[ ](?:si|an))",
    "of_beside_month": r"[ ]del[ ]mes[ ](?P<way>siguiente|anterior)",
    "of_week": r"[ ]de[ ](?:la[ ]semana[ ](?P<way>siguiente|anterior)|(?:esa|la)(?:[ ]misma)?[ ]semana)",
    "of_beside": r"[ ]del[ ](?:año[ ](?P<way>siguiente|anterior))",
    "to": r"(?:-|–|—|al?(?:[ ]año)?|hasta(?:[ ]el[ ]año)?)",
    "open_end": r"(?:la[ ]actualidad|el[ ]presente|presente|hoy|la[ ]fecha)(?!\w)",
    "between": "[Ee]ntre(?:[ ](?:el|los[ ]años))?",
    "and": r"y",
    "era": r"(?:a|d)\.?[ ]?(?:de[ ])?(?:C|n\.[ ]?e)\.?(?!\w)|(?:antes|después)[ ]de[ ]Cristo",
    "about": r"(?i:unos|unas|casi|cerca[ ]de|aproximadamente|más[ ]de)",
    "circa": r"(?i:hacia|cerca[ ]de|alrededor[ ]de|c\.|ca\.)[ ](?:el[ ]año[ ])?",
    # los años noventa, la década del sesenta, en los noventa; not "a los noventa", "los noventa socios"
    "spelled_decade": r"""(?i:década[ ]del?[ ](?:los[ ](?:años[ ])?)?|(?:los[ ])?años[ ]
        |(?<!\ba[ ])los[ ](?=\w+(?:$|[.,;)]|[ ](?:se|fue|era|el|la|los|las|con|y|cuando|hubo|ya)(?!\w))))
        (?P<tens><decades>)(?!\w)""",
    "decade_before": r"(?i:década[ ]de|(?:los[ ])?años)[ ](?:los[ ](?:años[ ])?)?",
    "century": r"(?i:siglos?|s\.)",
    "first_day": r"(?i:primer)[ ]día",
    "last_day": r"(?i:último)[ ]día",
    "nth": rf"(?:\d{{1,2}}\.?[ºª]|(?i:{any_of(ROMAN)})(?!\w)|(?i:{any_of(NTH)}))",
    "last": r"(?i:primer[oa]?s?|últim[oa]s?)[ ](?:(?:<count>|pocos)[ ])?<unit>",
    "bare_year": r"[12]\d{3}(?!\w)",
    "half": r"(?:mitad|semestre)",
    "quarter": r"trimestre",
    "part": rf"(?i:{PART})",
    "joint": r"[ ]",
    "part_of": r"(?i:(?:principios|mediados|finales|fines|fin|final)[ ]de)(?=l?[ ])l?[ ]?",
    "the": r"(?:el|la|)",
    "part_unit": r"(?:año(?![ ](?:\d|pasado))|mes(?![ ]de[ ]))",  # mediados de [junio de 1953], not "del mes"
    "that": r"(?i:es[ea]|aquel(?:la)?|est[ea])(?:[ ]mism[oa])?",
    "same": r"(?i:mism[oa])",
    "same_unit": rf"(?:día|noche|tarde|semana|mes|año|{any_of(SEASONS)}|{any_of(MONTHS)})",
    "bare_next": r"(?=[Pp]róxim)",
    "not_how_long": "",
    "beside_unit": rf"(?:día|semana|mes|año|década|{any_of(SEASONS)}|{any_of(MONTHS)})",
    "behind_the": r"(?<=[lna][ ])",  # al día siguiente, el año anterior, la semana siguiente
    "way_behind": r"(?:siguiente|anterior|previo)(?!\w)",
    "way": r"(?i:después|más[ ]tarde|antes)(?!\w)",
    # not for how long somebody did something, up to another date
    "way_before": r"""(?i:tras(?!(?:[ ][\w-]+){2,3}[ ](?:como|en[ ]el[ ]cargo
        |de[ ](?:servicio|trabajo)|al[ ]frente)(?!\w))
        |hace)""",
    "from": r"(?:(?:después|antes)(?=[ ]del?[ ]))",
    "clock": r"""(?:\d{1,2}(?:[:.]\d\d)?(?:[ ]horas(?!\w)|[ ]?h(?!\w))
        |(?<=las[ ])(?:[01]?\d|2[0-3]):[0-5]\d(?!\d))""",
    "apposed": r"(?:<nth>[ ](?:día|mes|año)(?=[ ]del?[ ]))",
    "anniversary": r"aniversario(?=[ ]del?[ ])",
    # Julio with a capital is the name of something or someone, but in "Julio: ..."
    "bare_month": rf"(?:(?![A-Z]){any_of(MONTHS)}(?!\w)|(?<![^\n]){any_of(MONTHS)}(?=[ ]?[:–—-]|\n|$))",
    "bare_season": r"(?i:primavera|verano|otoño|invierno)",
    "bare_holiday": r"(?=[.,;:)]|[ ]\w)",
    "counted": r"""[ ](?:hombres|personas|soldados|muertos|heridos|habitantes|kilómetros|km|metros|toneladas
        |euros|dólares|pesetas|tanques|aviones|barcos|millas|páginas|miembros|votos|años|días|horas
        |palabras|líneas|plazas|socios|ejemplares|visitas|usuarios|mensajes)(?!\w)
        |[ ]?[%°€$]""",
}
SHORT_SHAPES = (
    # 22 Ene 2008, 22 ene. 2008, 22-ene-2008, 22 de ene. de 2008
    Shape(
        "digit",
        rf"""(?P<day><day>)(?:[ ](?:de[ ])?|[-/])(?P<month><short_month>)\.?
            (?:[ ](?:del?[ ])?|[-/]){YEAR}""",
        read.day_and_month,
    ),
    # Ene 2008, ene. 2008, ene-2008; not "el mar 1950"
    Shape(
        "short_month",
        rf"(?P<month><short_month>)(?:(?<=[A-Z][A-Za-z]{{2}})[ ]|\.[ ](?:de[ ])?|-){YEAR}",
        read.month,
    ),
)
LEXICON = Lexicon(
    language="es",
    months=MONTHS | SHORT_MONTHS,
    decades=DECADES,
    year_words=YEAR_WORDS,
    thousands={"dos": 2},
    seasons=SEASONS,
    weekdays=counted("lunes martes miércoles jueves viernes sábado domingo", 0),
    units=UNITS,
    numbers=NUMBERS,
    ordinals=ROMAN | NTH,
    holidays={"navidad": (12, 25), "nochebuena": (12, 24), "nochevieja": (12, 31), "año nuevo": (1, 1)},
    later=LATER,
    beside={"próximo": 1, "próxima": 1, "siguiente": 1, "anterior": -1},
    spoken={
        "hoy": (0, Unit.DAY),
        "ayer": (-1, Unit.DAY),
        "este año": (0, Unit.YEAR),
        "el año pasado": (-1, Unit.YEAR),
        "del año pasado": (-1, Unit.YEAR),  # a finales del año pasado
        "el presente año": (0, Unit.YEAR),
        "el mes pasado": (-1, Unit.MONTH),
        "anoche": (-1, Unit.DAY),
        "anteayer": (-2, Unit.DAY),
        "esta semana": (0, Unit.WEEK),
        "la semana pasada": (-1, Unit.WEEK),
        "este mes": (0, Unit.MONTH),
        "hace": (0, Unit.DAY),  # its count stands behind it
    },
    nearest={"pasado": -1, "presente": 0, "corriente": 0},
    moved={"la víspera": (-1, Unit.DAY), "al otro día": (1, Unit.DAY)},
    places=PLACES,
    shapes=(*SHAPES_IN_WORDS, *SHORT_SHAPES, *SHAPES),
    triggers={
        "month": tuple(MONTHS),
        "short_month": tuple(SHORT_MONTHS),
        "quarter": QUARTERS,
        "spelled_year": ("mil", "dos"),
        "spelled_decade": ("década", "años", "los"),
        "season": tuple(SEASONS),
        "weekday": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        "holiday": ("navidad", "nochebuena", "nochevieja", "año"),
        "century": ("siglo", "siglos", "s."),
        "decade": ("década", "años", "los"),
        "nth": tuple(NTH),
        "last": ("primer", "primera", "primeros", "primeras", "último", "última", "últimos", "últimas"),
        "same": ("ese", "esa", "aquel", "aquella", "este", "esta", "mismo", "misma"),
        "beside": ("próximo", "próxima", "siguiente"),
        "spoken": ("hoy", "ayer", "anoche", "anteayer", "este", "esta", "el", "del", "la"),
        "part": words("a al principios comienzos inicios mediados finales fines inicio comienzo fin final"),
        "about": ("unos", "unas", "casi", "cerca", "aproximadamente", "más"),
        "circa": ("hacia", "cerca", "alrededor", "c", "ca"),
        "count": tuple(NUMBERS),
        "day": ("día", "semana", "mes", "año"),
        "before": ("tras", "hace"),
        "anniversary": ("aniversario",),
        "moved": ("la", "al"),
    },
    side=r"""(?i:\b(?:desde|hasta|antes[ ]de|nacid[oa](?:[ ]en)?|previst[oa][ ]para|a[ ]partir[ ]de))
        [ ](?:(?:el|de|del|la)[ ]){0,2}$|\b(?:que|comparado)[ ]en[ ]$""",
    back=r"(?i:\b(?:desde|comparado))[ ](?:\w+[ ]){0,2}$",
    on=r"(?:^|[.;:,—(«]\s?|(?i:\b(?:el|del|al|este|ese|aquel|y|o))[ ])$",
    habit=r"(?i:\b(?:anualmente|cada[ ](?:año|\d{1,2}[ ]de)|todos[ ]los[ ]años|normalmente|temperaturas?))\b",
    yearly=r"(?i:\banual(?:es)?\b)",
    earlier_past=r"\b(?:había|habían)\b[^.;]{0,40}$",
    numbered=r"(?i:\b(?:resolución|n\.º|número|página|capítulo|artículo|vuelo|sala))[ ]$",
    any_day=r"(?i:\b(?:un|cada|todos[ ]los|los|primer|segundo|tercer|cuarto|último))[ ]$",
    future=r"(?i:\b(?:será|serán|habrá|van?[ ]a|\w{3,}rán?|planea\w*|previst[oa]s?))\b",
    has_small_months=True,
    reference=r"(?i:\b(?:desde|hasta|antes[ ]de|después[ ]de|tras))[ ][^.,;:—]{0,40}$",
    label=r"(?i:\b(?:el|la|los|las|su|sus))[ ]$",
    present=r"(?i:\b(?:hoy|actualmente|hoy[ ]en[ ]día|en[ ]la[ ]actualidad))\b",
    past_verb=r"\b(?:fue|fueron|era|eran|había|habían|hizo|dijo|tuvo|vino|murió|\w{2,}(?:ó|aron|ieron|aba|aban|ían?))\b",
)
SPANISH_MONTHS = tuple(MONTHS)[:12]
PHRASES = Phrases(
    months=SPANISH_MONTHS,
    of_day=SPANISH_MONTHS,
    seasons=tuple(SEASONS),
    day="{d} de {m} de {y}",
    month="{m} de {y}",
    season="{s} de {y}",
    quarter="{q}.º trimestre de {y}",
    year="{y}",
    decade="década de {y}",
    century="siglo {n}",
    before_christ="{} a. C.",
    early="{} d. C.",
    about="hacia {}",
    since="desde {}",
    until="hasta {}",
    dash=" – ",
    of=" de ",
    roman=True,
    bases={
        Basis.COMPLETED: "año de los párrafos anteriores",
        Basis.INHERITED: "fecha de los párrafos anteriores",
        Basis.PUBLICATION: "según cuándo se escribió",
        Basis.ALIAS: "el día al que da nombre",
        Basis.HEADING: "del encabezado de arriba",
        Basis.TITLE: "del título",
        Basis.FILE_NAME: "del nombre del archivo",
        Basis.STAMP: "cuando se escribió el mensaje",
    },
)
