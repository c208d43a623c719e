"""Forms of German, Spanish and Russian verbs that no stemmer brings back to their verb: "zog" of "ziehen"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# An infinitive, its past in the singular and the plural, its participle without "ge", and other forms of its
# present; folded: without accents, ß as ss. "Stand" is left out: "Vorstand" is no form of "vorstehen".
_GERMAN_ROWS = """
gehen ging gingen gangen geht | fangen fing fingen fangen fangt | treten trat traten treten tritt
geben gab gaben geben gibt | ziehen zog zogen zogen zieht | nehmen nahm nahmen nommen nimmt
brechen brach brachen brochen bricht | kommen kam kamen kommen kommt
entstehen entstand entstanden entstanden | bestehen bestand bestanden bestanden
steigen stieg stiegen stiegen steigt | werfen warf warfen worfen wirft | scheiden schied schieden schieden
schliessen schloss schlossen schlossen schliesst | halten hielt hielten halten halt
rufen rief riefen rufen | fallen fiel fielen fallen fallt | brennen brannte brannten brannt
sterben starb starben storben stirbt | lassen liess liessen lassen lasst | lieren lor loren loren
winnen gewann gewannen wonnen gewonnen | schreiben schrieb schrieben schrieben
scheinen schien schienen schienen | finden fand fanden funden findet | beginnen begann begannen begonnen
treffen traf trafen troffen trifft | helfen half halfen holfen hilft | bringen brachte brachten bracht
laden lud luden laden | reissen riss rissen rissen reisst | schwinden schwand schwanden schwunden
sinken sank sanken sunken | trinken trank tranken trunken | stehlen stahl stahlen stohlen stiehlt
singen sang sangen sungen | schwimmen schwamm schwammen schwommen | laufen lief liefen laufen lauft
fahren fuhr fuhren fahren fahrt | wachsen wuchs wuchsen wachsen | schlagen schlug schlugen schlagen
tragen trug trugen tragen tragt | sitzen sass sassen sessen | essen ass assen gessen isst
lesen las lasen lesen liest | sehen sah sahen sehen sieht | sprechen sprach sprachen sprochen spricht
bieten bot boten boten | fliegen flog flogen flogen | fliehen floh flohen flohen | frieren fror froren froren
giessen goss gossen gossen | heben hob hoben hoben | leihen lieh liehen liehen | meiden mied mieden mieden
raten riet rieten raten | schaffen schuf schufen schaffen | schiessen schoss schossen schossen
senden sandte sandten sandt | springen sprang sprangen sprungen | streiten stritt stritten stritten
weisen wies wiesen wiesen | wenden wandte wandten wandt | zwingen zwang zwangen zwungen
denken dachte dachten dacht | kennen kannte kannten kannt | nennen nannte nannten nannt
"""
GERMAN_PARTICLES = (
    "zusammen", "zuruck", "nieder", "herunter", "hinzu", "wieder", "weiter", "heraus", "hinaus", "herum",
    "statt", "teil", "bei", "ab", "an", "auf", "aus", "ein", "fest", "los", "mit", "nach", "raus", "um",
    "vor", "weg", "zu", "durch", "uber", "unter",
)  # fmt: skip
_SPANISH_ROWS = """
mor murio murieron murio muerte muerto muerta muertos muere morir | hac hizo hicieron hecho hace hacer
pon puso pusieron puesto puesta pone poner | ten tuvo tuvieron tenido tiene tener | ven vino vinieron viene
dec dijo dijeron dicho dice decir | tra trajo trajeron traido traer
dimit dimitio dimitieron dimitir dimision | duc dujo dujeron ducido ducir duccion
constru construyo construyeron construir construccion construido construida
destru destruyo destruyeron destruir destruccion destruido destruida
dio dio dieron dado dar | cae cayo cayeron caer caida caido
eleg eligio eligieron elegir eleccion electo elegido
ped pidio pidieron pedir pedido | segu siguio siguieron seguir sigue | sirv sirvio sirvieron servir sirve
abr abrio abrieron abierto abierta abrir apertura | romp rompio rompieron roto rota romper rotura
escrib escribio escribieron escrito escrita escribir
disolv disolvio disolvieron disuelto disolver disolucion
descubr descubrio descubrieron descubierto descubrir | volv volvio volvieron vuelto volver vuelve vuelta
devolv devolvio devolvieron devuelto devolver | imprim imprimio imprimieron impreso impresa imprimir
sal salio salieron salir sale saldra salen salida | le leyo leyeron leer leido | durm durmio dormir
detuv detuvo detuvieron detenido detenida detener detencion | obtuv obtuvo obtuvieron obtener
mantuv mantuvo mantuvieron mantener mantenido | propus propuso propusieron propuesto proponer propuesta
compus compuso compusieron compuesto componer | produj produjo produjeron producir produccion producido
traduj tradujo tradujeron traducir traduccion traducido | reduj redujo redujeron reducir reduccion reducido
inclu incluyo incluyeron incluir incluido | contribu contribuyo contribuyeron contribuir contribucion
sustitu sustituyo sustituyeron sustituir sustitucion sustituido | atribu atribuyo atribuir
exclu excluyo excluyeron excluir exclusion | prend prendio prendieron preso prender
"""
# "ушел", "прийти", "выходил"; "переехал", "приезд"
_RUSSIAN_GOING = re.compile(
    r"(у|при|вы|во|на|про|пере|по|под|со|до|за|ото?|обо?|разо)(?:шел|шл[аио]|йти|йд\w{1,3}|ход\w*)"
)
_RUSSIAN_RIDING = re.compile(
    r"(у|при|вы|въ|на|про|пере|по|до|за|отъ|объ|съ|подъ)(?:еха\w*|ед[уе]\w*|езж\w*|езд\w{0,3})"
)
_RUSSIAN_ROWS = """
взять взял взяла взяли взято взят возьмут | дать дал дала дали дано давал давали дают дает давать
умереть умер умерла умерли умирает умершая | стать стал стала стали становится
начать начал начала начали начат начало начался началась начинает
помочь помог помогла помогли помогает помощь | сжечь сжег сожгли сожжен | найти нашел нашла нашли найден
снять снял сняли сняла снимал снимали снят | занять занял заняла заняли занимал занимает занят
принять принял приняла приняли принимал принят прием | унести унесли вынес вынесли вынесла вынесено
привезти привез привезли привозили | есть ел ели | бить били побили избил избили
вернуть вернул вернула вернули вернулся вернулась вернулись возвращение возврат возвращен возвращался
рождение родился родилась родились рожден | смерть смерти | вырасти вырос выросла выросли рост
украсть украл украли украден краж кража кражи крали | лечь лег | сесть сел сели посадили
"""


def _rows(text: str) -> Iterator[list[str]]:
    return filter(None, (row.split() for row in text.replace("\n", "|").split("|")))


def _table(rows: Iterable[Sequence[str]]) -> dict[str, str]:
    """The first word of the last row that holds a word."""
    return {word: row[0] for row in rows for word in row}


_GERMAN, _SPANISH, _RUSSIAN = map(_table, map(_rows, (_GERMAN_ROWS, _SPANISH_ROWS, _RUSSIAN_ROWS)))
_GERMAN_PARTICIPLES = {
    finite: f"ge{row[3]}" for row in _rows(_GERMAN_ROWS) for finite in (*row[1:3], *row[4:])
}
_PREFIXES = ("ver", "be", "er", "ent", "zer")  # that are never apart from their verb


def german_verb(word: str) -> str:
    """A folded verb in the infinitive with its particle, as far as it is irregular; other words as they are.

    >>> german_verb("umgezogen"), german_verb("verlor"), german_verb("trat"), german_verb("aufgehort")
    ('umziehen', 'verlieren', 'treten', 'aufhort')
    """
    if word in _GERMAN:
        return _GERMAN[word]
    for particle in (*GERMAN_PARTICLES, *_PREFIXES):
        rest = word.removeprefix(particle)
        if rest != word and len(rest) > 2:
            bare = rest.removeprefix("ge") if particle in GERMAN_PARTICLES and len(rest) > 5 else rest
            if rest in _GERMAN or bare in _GERMAN or bare != rest:
                return particle + (_GERMAN.get(rest) or _GERMAN.get(bare, bare))
    bare = word.removeprefix("ge")
    return _GERMAN.get(bare, word) if bare != word else word


def german_participle(finite: str) -> str | None:
    """The participle of a folded irregular verb in the present or the past, None of another word.

    >>> german_participle("zog"), german_participle("nimmt"), german_participle("horte")
    ('gezogen', 'genommen', None)
    """
    return _GERMAN_PARTICIPLES.get(finite)


def spanish_verb(word: str) -> str | None:
    """The stem of a folded irregular verb, None of another word.

    >>> spanish_verb("murio") == spanish_verb("muerte"), spanish_verb("gano")
    (True, None)
    """
    return _SPANISH.get(word)


def russian_verb(word: str) -> str | None:
    """The root of a folded irregular verb, None of another word.

    >>> russian_verb("ушла"), russian_verb("уход"), russian_verb("переезд") == russian_verb("переехали")
    ('уход', 'уход', True)
    """
    bare = word.removesuffix("ся").removesuffix("сь")
    if going := _RUSSIAN_GOING.fullmatch(bare):
        return going[1] + "ход"
    if riding := _RUSSIAN_RIDING.fullmatch(bare):
        return riding[1] + "езд"
    return _RUSSIAN.get(word) or _RUSSIAN.get(bare)
