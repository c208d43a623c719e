"""Words of grammar and of asking in languages that share their letters with English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.words.analysis import fold
from bot.search.words.commonness import NAME, rarity
from bot.search.words.stopwords import ASKING, ENGLISH
from bot.sentences import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+")
# As folded words: without accents, ß as ss.
GERMAN = words_of(
    """
    aber alle allem allen aller alles als also am an ab auch auf aus ausser bei beim bin bis bist bitte da
    dabei damals damit dann daran darauf das dass dein dem den denn der des dessen deren dich die dies diese
    diesem diesen dieser dieses dir doch dort du durch eigentlich ein eine einem einen einer eines einmal er
    erst es etwas euch euer fast fur ganz gab gabs geben gegen genau geschah geschehen gewesen gibt gibts
    gings gerade haben habt hat hatte hatten hattest heissen heisst hiess hier hin hinter ich ihm ihn ihnen
    ihr ihre ihrem ihren ihrer ihres im immer in ins ist ja jahr jahre jahren jede jedem jeden jeder jedes
    jemand jetzt kam kann kein keine keinem keinen keiner konnen konnte konnten lange los mal man mein meine
    mich mir mit monat monaten muss mussen musste mussten nach nicht nichts noch nun nur ob oder oft ohne
    passiert passierte sagen schon sehr sei seid sein seine seinem seinen seiner seit seitdem selbst sich
    sie sind so sollte sollten soll sonst tag tagen und uns unser unsere unter uber um viel viele vielen vom
    von vor war waren warum was wann wem wen wenn wer werden wessen weshalb wie wieder wieso wieviel
    wieviele will wir wird wo wofur woher wohin womit worden wohl wurde wurden wollte wollten zu zum zur
    zwar zwischen worden geworden bekommen bekam gekriegt kriegte wofur weswegen wodurch
    woran worin wovon worauf wozu eurer eure euren
    endlich damals zuerst uberhaupt alles irgendwann raus rein denn zwar zwischen welche welchem welchen
    welcher welches
    """
)
SPANISH = words_of(
    """
    a adonde ahora al algo alguien algun alguna algunas alguno algunos alla alli ano anos ante antes aquel
    aquella aqui asi aun aunque cada casi como con contra cual cuales cuando cuanta cuantas cuanto cuantos
    de del desde despues dia dias dice dicen donde dos durante e el ella ellas ellos en entre era eran eres
    es esa esas ese eso esos esta estaba estaban estan estar estas este esto estos estuvo estuvieron fecha
    fue fueron ha habia habian hace hacer hacia hacian han hasta hay he hizo hicieron hubo la las le les lo
    los luego mas me mes meses mi mis mucho muy nada ni no nos nosotros nuestra nuestro o ocurrio otra otro
    para paso pero por porque que quien quienes se sea ser si sido sin sobre son su sucedio sus tal tambien
    tan tanto te tenia tenian tiene tienen toda todas todo todos tu tuvo tuvieron u un una unas uno unos
    usted ustedes y ya yo tenemos tuvimos teniamos nuestros nuestras hubo habia dieron dio cuantos vez veces
    llevaba alguna somos eramos estamos vosotros vuestro vuestra empezamos llama llamaba llaman
    """
)
# Those that are words of English, or parts of names, tell no language.
_AMBIGUOUS = words_of(
    """
    alle also am an as bin die den der fast hat hier in ins man mal war was will so tag los a al e he me no
    te se son sin con de del el es la las lo mi o si tan tu u un una y yo paso dice sea era tal dos ni von
    """
)
# Those of them that are no words of English, but only parts of names.
_PARTS_OF_NAMES = words_of("der von los con de del el es la las lo al un una y yo")
# Questions whose words of grammar are all words of English as well: "was war 1986 los?"
_GERMAN_FRAME = re.compile(r"\W*was\s(?:war|ist|hat|gab|ging|kam|kostet)\b", re.IGNORECASE)
_TELLING = {"de": GERMAN - SPANISH - _AMBIGUOUS, "es": SPANISH - GERMAN - _AMBIGUOUS}
_WORDS = {"de": GERMAN, "es": SPANISH}
_ENGLISH = ENGLISH | ASKING
MUCH = 3.0  # less rarity: some twenty times as common
_SPELT_OUT = re.compile("ae|oe|ue")


def language_of(text: str) -> str | None:
    """German (de) or Spanish (es), when a question has more of its words of grammar than of English ones.

    One with none that tells is of the language that its other words are much commoner in.

    >>> language_of("Wann wurde der Verein gegründet?"), language_of("When did Das Kapital come out?")
    ('de', None)
    >>> language_of("Umbenennung der Halle"), language_of("cierre de la escuela")
    ('de', 'es')
    """
    words = [_read(fold(word)) for word in _WORD.findall(text)]
    if _GERMAN_FRAME.match(text):
        return "de"
    counts = {language: sum([word in telling for word in words]) for language, telling in _TELLING.items()}
    best = max(counts, key=counts.__getitem__)
    if not counts[best]:
        return _by_other_words(words)
    english = sum([word in _ENGLISH and word not in _WORDS[best] for word in words])
    return best if counts[best] > english else None


def _by_other_words(words: Sequence[str]) -> str | None:
    """The language in which more of a question's words are at home than in English, grammar among them."""
    for language, grammar in _WORDS.items():
        others = [word for word in words if word not in grammar]
        has_grammar = any(word in grammar & _PARTS_OF_NAMES for word in words)
        is_english = any(word in _ENGLISH for word in others)
        if has_grammar and not is_english and _at_home(others, language) > 0:
            return language
    return None


def _at_home(words: Sequence[str], language: str) -> int:
    """How many more of some words are much commoner in a language than in English, than are not."""
    commoner = [rarity(word, language) <= rarity(word) - MUCH for word in words]
    english = [rarity(word) < NAME for word in words]
    return sum(commoner) - sum(a and not b for a, b in zip(english, commoner, strict=True))


def _read(word: str) -> str:
    """A word of grammar that is typed without umlauts, "fuer" for "für"; others as they are."""
    bare = _SPELT_OUT.sub(lambda pair: pair[0][0], word)
    return bare if bare in GERMAN else word


def words_of_grammar(language: str | None) -> frozenset[str]:
    """The words that say nothing in a language as `language_of` tells it; none but of German and Spanish."""
    return _WORDS[language] if language else frozenset()
