"""German, with its case endings."""

from __future__ import annotations

from bot.dates.expression import Unit
from bot.dates.lexicon import Lexicon, any_of, counted, spread, words
from bot.dates.mention import Basis
from bot.dates.phrases import Phrases
from bot.dates.western import QUARTERS, SHAPES

FULL_MONTHS = counted("Januar Februar März April Mai Juni Juli August September Oktober November Dezember")
MONTHS = FULL_MONTHS | {"Jänner": 1, "Feber": 2, "Jan.": 1, "Feb.": 2, "Aug.": 8, "Sept.": 9, "Okt.": 10}
MONTHS |= {"Nov.": 11, "Dez.": 12}
SEASONS = {"frühling": 21, "frühjahr": 21, "sommer": 22, "herbst": 23, "winter": 24}
UNITS = spread({
    Unit.DAY: "tag tage tagen tages abend morgen nacht",
    Unit.WEEK: "woche wochen",
    Unit.MONTH: "monat monate monaten monats",
    Unit.YEAR: "jahr jahre jahren jahres",
    Unit.DECADE: "jahrzehnt jahrzehnte jahrzehnten",
    Unit.CENTURY: "jahrhundert jahrhunderte jahrhunderten",
})  # fmt: skip
NUMBERS = counted("ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn")
NUMBERS |= {"eine": 1, "einen": 1, "einem": 1, "einer": 1, "zwanzig": 20, "dreißig": 30, "vierzig": 40}
NUMBERS |= {"fünfzig": 50, "achtzig": 80, "hundert": 100}
STEMS = counted("erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt")
STEMS |= counted("fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst", 15)
STEMS |= counted(
    """einundzwanzigst zweiundzwanzigst dreiundzwanzigst vierundzwanzigst fünfundzwanzigst
    sechsundzwanzigst siebenundzwanzigst achtundzwanzigst neunundzwanzigst dreißigst einunddreißigst""",
    21,
)
NTH = {stem + ending: number for stem, number in STEMS.items() for ending in ("e", "en", "er", "es")}
LATER = dict.fromkeys(("später", "danach", "darauf", "hernach", "nach"), 1)
LATER |= dict.fromkeys(("zuvor", "davor", "vorher", "früher", "vor"), -1)
NEXT = spread(
    {1: "nächste nächsten nächster nächstes folgende folgenden folgender folgendes darauffolgenden"}
)
LAST = spread({-1: "vorige vorigen voriges vorherige vorherigen vorangegangenen vorhergehenden"})
SAME = "selben gleichen desselben derselben demselben dieselbe"
DECADES = {
    f"{tens}{end}": 10 * number
    for tens, number in counted("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 2).items()
    for end in ("er", "ern", "erjahre", "erjahren")
}
PLACES = {
    "day": r"(?:(?:0?[1-9]|[12]\d|3[01])(?!\d)\.?)",
    "any_day": r"(?:\d{1,2}\.)",
    "of": r"(?:[ ]|(?<=\.)(?=[A-Z]))",  # 7. Februar, 7.Februar
    "of_year": r"[ ](?:des[ ]Jahres[ ]|im[ ]Jahre?[ ])?",
    "comma": r"(?:[ ]|,[ ]|[ ]des[ ]Jahres[ ]|,?[ ]\(<weekday>\),?[ ])",
    "of_same_month": r"[ ](?:desselben|dieses|jenes|des[ ](?:selben|gleichen))[ ]Monats",
    "of_beside_month": r"[ ]des[ ](?P<way>folgenden|nächsten|vorigen|vorangegangenen)[ ]Monats",
    "of_week": r"[ ](?:der|dieser|derselben)[ ](?:(?P<way>folgenden|nächsten|vorigen)[ ])?Woche",
    "night": r"(?<=acht[ ]vom[ ])",
    "night_to": r"(?:auf|zum)(?:[ ]den)?",
    "day_and_month": "",
    "day_before": r"(?:(?<=[Aa]m[ ])|(?<=[Vv]om[ ])|(?<=zum[ ])|(?<=[Bb]is[ ])|(?<=[Aa]b[ ])|(?<=[Dd]en[ ]))",
    "short_dot": r"(?<=\d\d)[.](?=\d\d[.])",
    "or": "oder",
    "part_of_day": "(?:[Aa]bend|[Mm]orgen|[Vv]ormittag|[Nn]achmittag|[Nn]acht)",
    "of_same": r"[ ](?:desselben|dieses|jenes|des(?:[ ](?:selben|gleichen))?)[ ]Jahres",
    "of_spoken_year": r"""[ ](?:des[ ](?=letzten|vergangenen|laufenden|kommenden))?
        (?P<way>letzten|vorigen|vergangenen|laufenden|kommenden|nächsten)[ ]Jahres(?!\w)""",
    "of_beside": r"[ ]des[ ](?P<way>folgenden|nächsten|vorigen|vorangegangenen)[ ]Jahres",
    "of_century": r"[ ]des[ ]",
    "to": r"(?:-|–|—|bis(?:[ ](?:zum(?:[ ]Jahr)?|ins[ ]Jahr))?)",
    "open_end": r"(?:heute|jetzt|dato)(?!\w)",
    "between": "[Zz]wischen(?:[ ](?:dem|den[ ]Jahren))?",
    "and": r"und",
    "the": r"(?:des|zum)",
    "era": r"(?:v\.|vor|n\.|nach)[ ]?(?:Chr(?:istus|\.)|u\.[ ]?Z\.)",
    "about": r"(?i:etwa|ungefähr|rund|fast|knapp|gut|über|circa|ca\.)",
    "circa": r"(?:[Uu]m|[Cc]irca|[Cc]a\.|[Ee]twa|[Uu]ngefähr)[ ](?:das[ ]Jahr[ ])?",
    "decade": r"er(?:[- ]Jahren?)?(?!\w)",
    "nth": rf"(?:\d{{1,2}}\.|(?i:{any_of(NTH)})(?!\w))",
    "day_of": r"[ ]",
    "century": r"(?:Jahrhunderts?|Jh\.)",
    "short_decade": r"(?P<year>[1-9]0)(?P<s>er)(?:[- ]Jahren?|n)(?!\w)",
    "spelled_decade": r"(?P<tens><decades>)(?:(?<=ern)|(?<=jahre)|(?<=jahren)|[- ][Jj]ahren?)(?!\w)",
    "first_day": r"(?i:erste[rn]?)[ ]Tag",
    "last_day": r"(?i:letzte[rn]?)[ ]Tag",
    "nearest_unit": rf"(?:{any_of(FULL_MONTHS)}|(?i:{any_of(SEASONS)})|<weekday>)",
    "last": r"(?i:erste|letzte)[nr]?[ ](?:(?:<count>|paar)[ ])?<unit>",
    "bare_year": r"[12]\d{3}(?!\w)",
    "half": r"(?:Hälfte|Halbjahr)",
    "quarter": r"(?:Quartal|Vierteljahr)",
    "part": r"(?i:anfang|mitte|ende|spätestens|früh|spät|beginn|gegen[ ]ende)",
    "joint": r"[ ](?:d(?:er|es)[ ](?:Jahres[ ])?|im[ ])?",
    "part_of": r"(?i:anfang|mitte|ende|beginn)[ ]",
    "part_unit": r"(?:Jahres|Monats)",
    "that": r"(?i:jene[nmrs]?|diese[nmrs]?)",
    "same": f"(?i:{any_of(SAME.split())})",
    "same_unit": rf"(?:Tage?s?|Abend|Nacht|Monate?s?|Jahre?s?|(?i:{any_of(SEASONS)})|{any_of(FULL_MONTHS)})",
    "beside_unit": rf"(?:Tage?|Morgen|Abend|Woche|Monat|Jahre?|(?i:{any_of(SEASONS)})|{any_of(FULL_MONTHS)})",
    "bare_next": r"(?<!er[ ])(?<!en[ ])(?<!ie[ ])(?<!as[ ])(?=[Nn]ächste)",
    "not_how_long": r"(?<!für[ ]die[ ])(?<!in[ ]den[ ])",
    "behind_the": r"(?<=[mr][ ])",  # am Tag darauf, im Jahr zuvor
    "way_behind": r"(?:darauf|danach|zuvor|davor)(?!\w)",
    "way": r"(?i:später|danach|darauf|zuvor|davor|vorher|früher)(?!\w)",
    # not for how long somebody did something, up to another date
    "way_before": r"""(?i:nach(?!(?:[ ][\w-]+){2,3}[ ](?:als|im[ ]Amt|Arbeit|Amtszeit
        |Tätigkeit|Dienst|Mitgliedschaft|an[ ]der[ ]Spitze)(?!\w))
        |vor)""",
    "from": "(?:nach|vor)",
    "clock": r"(?:\d{1,2}(?:[:.]\d\d)?[ ]Uhr(?:[ ]\d\d)?(?!\w))",
    "apposed": r"(?:<nth>|(?i:erste[rn]?|letzte[rn]?))[ ](?:Tag|Monat|Jahr)(?=[ ]de[rs][ ])",
    "anniversary": r"Jahrestag(?=[ ]de[rs][ ])",
    "bare_month": rf"(?:(?<=[a-zß][ ])|(?!August[ ][A-Z][a-zü]))(?:{any_of(FULL_MONTHS)})(?!\w)",
    "bare_season": r"(?:Frühling|Frühjahr|Sommer|Herbst|Winter)s?",
    "bare_holiday": r"(?=[.,;:)]|[ ]\w)",
    "bare_day": r"(?!)",
    "counted": r"""[ ](?:Mann|Menschen|Soldaten|Tote|Verletzte|Personen|Einwohner|Kilometer|km|Meter|Tonnen
        |Euro|Mark|Dollar|Prozent|Panzer|Flugzeuge|Schiffe|Meilen|Stück|Seiten|Mitglieder|Stimmen|Jahren?
        |Tagen?|Stunden|Quadrat\w+|W[oö]rter?|Zeichen|Zeilen
        |Zuschauer|Besucher|Gäste|Exemplare|Plätze|Punkte)(?!\w)|[ ]?[%°€$]""",
}
# der TSV 1883 Bobingen
CLUBS = "TSV|TuS|SpVgg|SV|FC|TV|MTV|ATV|VfB|VfL|VfR|SC|TSG|TG|TB|SG|BSC|FSV|SSV|KSV|ASV|ESV|PSV|DJK|MSC|EHC"
NOT_YEARS = (
    (rf"\b(?:{CLUBS})[ ]$", r"[ ](?!Meister|Sieger|Pokal)[A-ZÄÖÜ]\w"),  # but: der SC 1974 Meister wurde
    (r"", r"[ ]e\.[ ]?V\b"),  # der Schützenverein Kasendorf 1862 e.V.
)
TOOK_PLACE = (  # verbs that their date follows: "er erhielt es am", "die Vergabe erfolgte vom"
    r"wurden?|war(?:en)?|erhielt(?:en)?|erfolgten?|fand(?:en)?|begann(?:en)?|entstand(?:en)?|kam(?:en)?"
    r"|gründeten?|eröffneten?|kauften?|verkauften?|bauten?|zogen?|bezog(?:en)?|übernahm(?:en)?|feierten?"
)
LEXICON = Lexicon(
    language="de",
    months=MONTHS,
    decades=DECADES,
    seasons=SEASONS | {f"{name}s": number for name, number in SEASONS.items()},
    weekdays=counted("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag", 0),
    units=UNITS,
    numbers=NUMBERS,
    ordinals=NTH,
    holidays={"weihnachten": (12, 25), "heiligabend": (12, 24), "silvester": (12, 31), "neujahr": (1, 1)},
    later=LATER,
    beside=NEXT | LAST,
    spoken={
        "heute": (0, Unit.DAY),
        "gestern": (-1, Unit.DAY),
        "heuer": (0, Unit.YEAR),
        "letztes jahr": (-1, Unit.YEAR),
        "voriges jahr": (-1, Unit.YEAR),
        "letzten jahr": (-1, Unit.YEAR),  # im letzten Jahr; not "im letzten Jahr des Krieges"
        "vergangenen jahr": (-1, Unit.YEAR),
        "letzten jahres": (-1, Unit.YEAR),  # Ende letzten Jahres
        "vergangenen jahres": (-1, Unit.YEAR),
        "laufenden jahr": (0, Unit.YEAR),
        "diesem jahr": (0, Unit.YEAR),
        "vorgestern": (-2, Unit.DAY),
        "letzte nacht": (-1, Unit.DAY),
        "diese woche": (0, Unit.WEEK),
        "letzte woche": (-1, Unit.WEEK),
        "vergangene woche": (-1, Unit.WEEK),
        "nächste woche": (1, Unit.WEEK),
        "diesen monat": (0, Unit.MONTH),
        "letzten monat": (-1, Unit.MONTH),
        "dieses jahr": (0, Unit.YEAR),
        "vor": (0, Unit.DAY),  # its count stands behind it
    },
    nearest={"letzten": -1, "letztem": -1, "vergangenen": -1, "diesen": 0, "laufenden": 0, "kommenden": 1},
    moved={"am vortag": (-1, Unit.DAY), "tags darauf": (1, Unit.DAY), "am folgetag": (1, Unit.DAY)},
    places=PLACES,
    shapes=SHAPES,
    triggers={
        "month": tuple(MONTHS),
        "quarter": QUARTERS,
        "spelled_decade": tuple(DECADES),
        "season": (*SEASONS, *(f"{name}s" for name in SEASONS)),
        "weekday": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        "holiday": ("weihnachten", "heiligabend", "silvester", "neujahr"),
        "nth": tuple(NTH),
        "last": ("erste", "ersten", "erster", "letzte", "letzten", "letzter"),
        "same": words("jenem jenen jener jenes diesem diesen dieser dieses " + SAME),
        "beside": (*NEXT, *LAST),
        "spoken": words("""heute gestern vorgestern heuer letztes voriges letzte letzten letztem vergangene
            vergangenen laufenden diese diesem diesen dieses nächste kommenden"""),
        "part": ("anfang", "mitte", "ende", "spätestens", "früh", "spät", "beginn", "gegen"),
        "about": ("etwa", "ungefähr", "rund", "fast", "knapp", "gut", "über", "circa", "ca"),
        "circa": ("um", "circa", "ca", "etwa", "ungefähr"),
        "count": tuple(NUMBERS),
        "day": ("tag", "abend", "morgen", "jahr", "monat", "woche"),
        "before": ("nach", "vor"),
        "anniversary": ("Jahrestag",),
        "moved": ("am", "tags"),
    },
    side=r"(?i:\b(?:seit|bis|vor|ab|geboren|geplant))[ ](?:\w+[ ]){0,2}$|(?i:als|verglichen)[ ][^.;]{0,30}$",
    back=r"(?i:\b(?:seit|verglichen|gegenüber|als))[ ](?:\w+[ ]){0,2}$",
    on=r"(?:^|[.;:,—(„]\s?|(?i:\b(?:am|vom|zum|bis|seit|diesen|und|oder))[ ])$",
    habit=r"""(?i:\b(?:(?:all)?jährlich|jede[sn][ ](?:Jahr(?:es)?|\d{1,2}\.[ ][A-Z]\w+)
        |üblicherweise|durchschnittlich\w*))\b""",
    yearly=r"(?i:\b(?:all)?jährliche[nrsm]?\b)",
    earlier_past=r"\b(?:hatten?|gewesen)\b[^.;]{0,40}$",
    numbered=r"\b(?:Resolution|Nr\.|Nummer|Seite|Kapitel|Artikel|Flug|Zimmer|Raum|Paragra(?:ph|f))[ ]$",
    named=r"(?:Straße|Platz|Allee|Tag)[ ]des[ ]$",
    not_years=NOT_YEARS,
    any_day=r"(?i:\b(?:ein(?:em|en)?|jede[nrm]?|(?:erst|zweit|dritt|viert|letzt)e[nrm]?))[ ]$",
    future=r"(?i:\b(?:wird|werden|will|wollen|soll(?:en)?|plant|geplant|vorgesehen))\b",
    reference=rf"(?i:\b(?:seit|bis|vor|nach))[ ](?:(?!\b(?:{TOOK_PLACE})\b)[^.,;:—]){{0,40}}$",
    label=r"(?i:\b(?:der|die|das|den|dem|sein\w*|ihr\w*))[ ]$",
    present=r"(?i:\b(?:heute|heutzutage|derzeit|gegenwärtig))\b",
    dated_verb=rf"\b(?:{TOOK_PLACE})\b[^.;:]{{0,60}}\b(?:am|im|im[ ]Jahre?|vom|anno)[ ]$",
    past_verb=r"\b(?:war|wurden?|waren|hatten?|kam(?:en)?|ging(?:en)?|gab|stand(?:en)?|\w{3,}ten?)\b",
)
PHRASES = Phrases(
    months=tuple(FULL_MONTHS),
    of_day=tuple(FULL_MONTHS),
    seasons=("Frühling", "Sommer", "Herbst", "Winter"),
    day="{d}. {m} {y}",
    month="{m} {y}",
    season="{s} {y}",
    quarter="{q}. Quartal {y}",
    year="{y}",
    decade="{y}er Jahre",
    century="{n}. Jahrhundert",
    before_christ="{} v. Chr.",
    early="{} n. Chr.",
    about="um {}",
    since="seit {}",
    until="bis {}",
    dash=" – ",
    bases={
        Basis.COMPLETED: "Jahr aus den Absätzen davor",
        Basis.INHERITED: "Datum aus den Absätzen davor",
        Basis.PUBLICATION: "nach der Zeit der Niederschrift",
        Basis.ALIAS: "der Tag, für den dieser Name steht",
        Basis.HEADING: "aus der Überschrift darüber",
        Basis.TITLE: "aus dem Titel",
        Basis.FILE_NAME: "aus dem Dateinamen",
        Basis.STAMP: "Zeitpunkt der Nachricht",
    },
)
