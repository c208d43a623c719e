"""What histories tell of, in families of words: one of them stands wherever such an event is told.

A question for an event of a family that a passage has no word of is hardly answered there: who reads only of
a life is not told when it ended. Rows are the English words of questions, behind the stroke what texts say as
well; in other languages an event is known by the concept that its word means.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from bot.questions.concepts import LANGUAGES, concepts_meant, concepts_of, language_of_word
from bot.questions.english_words import EVERYDAY, SYNONYMS
from bot.search.words.analysis import term

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from bot.search.query import QueryWord

_ROWS = """
die death dead pass / killed murder suicide perish decease fatal execute assassinate drown funeral bury
 posthumous late obituary mourn killer lost
born birth / birthday native childhood baby
marry marriage wedding / wife husband spouse divorce bride engage couple
found establish founder / create creation start launch begin form formation incorporate inception origin set
 organize constitute first cofounder
close closure shut / end cease dissolve discontinue defunct demolish abandon wind stop shutdown liquidate
 offline bankrupt until last
open opening / launch inaugurate start begin dedicate unveil reopen first
buy purchase acquire acquisition / order sell sale takeover owner own pay sold
sell sale / buy purchase acquire auction sold
leave depart quit / resign retire former move exit step until successor replace end fire
step / resign retire leave quit former until successor replace end succeed
join / member become hire appoint recruit arrive enter part came
win victory / champion title award beat prize winner first defeat cup
lose defeat / loss beat lost
release publish / launch version out available ship issue announce release
hack breach / attack steal exploit theft rob compromise
arrest / custody detain jail prison charge
convict guilty / sentence prison verdict plead
elect election / vote appoint chair president become win
move relocate / relocation transfer shift new migrate
rename / name call title become known
build construct built / construction erect builder complete architect
design designer architect / plan draw engineer designed
destroy demolish / burn fire ruin collapse
write author written / writer pen compose publish
invent inventor / create develop design invention
discover discovery / find found
visit visitor / tour guest came arrive trip
translate translation translator / edition version
pay paid fund / cost donate donation finance sponsor price money grant funded
meet meeting / met gather encounter
retire / retirement step leave
resign / resignation step leave quit
merge merger / combine unite join
split / fork separate divide division
divorce / divorced separate separation split
dissolve disband / dissolution defunct end close wind liquidate
ban prohibit / forbid outlaw restrict
sue lawsuit / suit court complaint charge
graduate / graduation degree study
play / player match game team season
president chairman chair chairwoman / head leader director elect presidency secretary
director / head leader manager chief
captain / lead skipper
mayor / office town
teach teacher / instructor professor lecture class
employ employee staff / team job worker work people
"""


def _families() -> dict[str, frozenset[str]]:
    families: dict[str, set[str]] = {}
    for row in _ROWS.replace("\n ", " ").strip().splitlines():
        asked, _, others = row.partition("/")
        for word in map(term, asked.split()):
            families.setdefault(word, set()).update(map(term, f"{asked} {others}".split()))
    return {word: frozenset(family) for word, family in families.items()}


EVENTS = _families()  # term of a question -> all terms that tell of such an event
_ASKED = frozenset(
    word for row in _ROWS.replace("\n ", " ").splitlines() for word in row.partition("/")[0].split()
)
LIFE = frozenset(map(term, ("die", "death", "born", "birth", "marry", "wedding")))  # told in few words


def is_event(word: QueryWord, language: str | None) -> bool:
    """Whether a word of a question asks for an event; `language` as in `questions.languages`."""
    return _is_of(word, language, EVENTS.keys())


def is_of_life(word: QueryWord, language: str | None) -> bool:
    """Whether a word of a question asks for a birth, a death or a marriage."""
    return _is_of(word, language, LIFE)


def _is_of(word: QueryWord, language: str | None, events: AbstractSet[str]) -> bool:
    own = language_of_word(word.typed, language)
    if own == "en":
        return word.forms[0].term in events
    first = {concept.meaning["en"][0] for concept in concepts_meant(word.typed, own)}
    return any(word in _ASKED and term(word) in events for word in first)  # a department has not departed


def terms_of_meaning(word: QueryWord, language: str | None) -> frozenset[str]:
    """The terms that mean what a word of a question does; empty for one of no table."""
    own = language_of_word(word.typed, language)
    return _english(word.forms[0].term) if own == "en" else _of_concepts(word.typed, own)


@lru_cache(maxsize=1 << 12)
def _english(asked: str) -> frozenset[str]:
    others = (table.get(asked, ()) for table in (SYNONYMS, EVERYDAY, _reverse()))
    return EVENTS.get(asked, frozenset()).union(*others)


@lru_cache(maxsize=1 << 12)
def _of_concepts(typed: str, language: str) -> frozenset[str]:
    """The terms of a word's concepts in all languages, since a text may be in another one."""
    concepts = concepts_of(typed, language)
    return frozenset(
        term(word) for concept in concepts for other in LANGUAGES for word in concept.words(other)
    )


@lru_cache(maxsize=1)
def _reverse() -> dict[str, set[str]]:
    """The words of questions that mean what a term of texts does."""
    rows: dict[str, set[str]] = {}
    for word, others in chain(EVERYDAY.items(), SYNONYMS.items()):
        for other in others:
            rows.setdefault(other, set()).add(word)
    return rows
