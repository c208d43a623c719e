"""Words that mean the opposite: where a text says one, a question with the other is not answered by it."""

from __future__ import annotations

from functools import lru_cache

from bot.questions.word_forms.concepts import concepts, concepts_meant, language_of_word
from bot.search.words.analysis import term

# Each word of the left side is the opposite of each of the right.
_ROWS = """
open launch / close shut | start begin / end finish stop | before earlier prior / after later
largest biggest / smallest | highest / lowest | high higher / low lower
increase rise grow / decrease decline fall shrink reduce | large big / small little | old / new young
oldest / newest youngest | north / south | east / west | northern / southern | eastern / western
early earliest / late latest | win / lose | victory / defeat | join enter / leave exit depart
arrive / leave depart | accept approve / reject refuse oppose | agree / disagree | support / oppose
allow permit / prohibit ban forbid prevent | cause / prevent | rich wealthy / poor | strong / weak
strengthen / weaken | good better best / bad worse worst | major / minor | majority / minority
maximum / minimum | most / least fewest | more / fewer less | many / few
male man men boy / female woman women girl | king prince / queen princess
father son brother husband / mother daughter sister wife | father / son | mother / daughter
public / private | legal / illegal | formal official / informal unofficial | active / passive inactive
positive / negative | inner internal inside / outer external outside | upper top above / lower bottom below
left / right | hot warm / cold | buy purchase / sell | import / export | attack / defend
build create / destroy demolish | born / die | appoint hire / dismiss fire remove | add install / remove
include / exclude | gain / lose | love like / hate dislike | common / rare | simple easy / complex difficult
fast quick / slow | heavy / light | dark / light | long / short | longest / shortest | wide / narrow
deep / shallow | same similar / different | past / future | ancient / modern | permanent / temporary
single / multiple several | always / never | all / none | urban / rural | domestic / foreign
local national / global international | success succeed / failure fail
help promote encourage / hinder prevent discourage | raise / lower | expand / contract shrink
improve / worsen | unite join / divide separate | acquit innocent / convict guilty | black / white
marry marriage wedding / divorce | arrest / release | founded establish / dissolve disband | hire / expel
summer / winter | day / night | land / sea | war / peace | friend ally / enemy
"""


def _opposites() -> dict[str, frozenset[str]]:
    opposites: dict[str, set[str]] = {}
    for row in _ROWS.strip().replace("\n", "|").split("|"):
        left, _, right = (list(map(term, side.split())) for side in row.partition("/"))
        for word in left:
            opposites.setdefault(word, set()).update(right)
        for word in right:
            opposites.setdefault(word, set()).update(left)
    return {word: frozenset(others - {word}) for word, others in opposites.items()}


OPPOSITES = _opposites()  # term -> terms of the opposite


def opposites_of(typed: str, language: str | None) -> frozenset[str]:
    """The terms of the opposite of a word of a question; `language` as in `questions.languages`."""
    own = language_of_word(typed, language)
    return OPPOSITES.get(term(typed), frozenset()) if own == "en" else _of_concepts(typed, own)


@lru_cache(maxsize=1 << 12)
def _of_concepts(typed: str, language: str) -> frozenset[str]:
    """The terms of the concepts whose English words mean the opposite of those of a word's concepts."""
    meant = concepts_meant(typed, language)
    opposite = {
        other for concept in meant for word in concept.english_terms for other in OPPOSITES.get(word, ())
    }
    against = [concept for concept in concepts() if not opposite.isdisjoint(concept.english_terms)]
    own = {word for concept in meant for word in concept.words(language)}
    words = {word for concept in against for word in concept.meaning[language]}
    return frozenset(map(term, words - own))
