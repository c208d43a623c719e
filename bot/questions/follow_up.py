"""A question that goes on from the one before: "and in 2018?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.questions.messages.steps import step_of
from bot.questions.wanted import Wanted, asks_for_name, asks_why
from bot.search.words.commonness import is_name
from bot.sentences import words_of

if TYPE_CHECKING:
    from bot.questions.question import Question
    from bot.search.query import Query, QueryWord

LONGEST = 60  # characters of a message that goes on from the one before
FEW_WORDS = 6  # "when did the hall close?" may be of what was spoken of
FEW_HAN = 12  # letters
KEPT = 0.6  # weight of a word of the question before against one of the question that goes on from it
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_GOING_ON = re.compile(
    r"[\s¿¡]* (?: (?:and|but|or|also|then|so|what \s about|how \s about) \b"
    r" | (?:а|и|но|что \s насч[её]т | und|aber|oder|was \s ist \s mit | y|e|o|pero|qué \s hay \s de) \b"
    r" | 那 | 还有 | 還有 | [^呢]{1,10} 呢 \W* $ )",
    re.VERBOSE | re.IGNORECASE,
)
_COUNTING = re.compile(  # a number may be one of what is shown
    r"\s* (?: (?: how \s (?:many|much) | сколько | wie \s? viele? | cu[aá]nt[oa]s? ) \b | 多少 | 有[几幾] )",
    re.VERBOSE | re.IGNORECASE,
)
_PERSON = (
    r"\b(?: he|she|him|her|his | он|она|его|ее|её|ему|ей | er|ihn|ihm|dessen|deren | él|ella )\b | [他她]"
    r"| \b der \s (?: auf|ab|an|aus|da|das|denn|dann )\b"  # "wann hörte der auf?"
)
_WHO_IS = re.compile(
    r"\b (?: who \s? (?:['’]?s|is|was|are|were) | wer \s (?:ist|war|sind|waren)"
    r" | кто \s (?:это|так(?:ой|ая|ие)|был[аи]?) | quién(?:es)? \s (?:es|fue|era|son|fueron) ) \b | 是[谁誰]",
    re.VERBOSE | re.IGNORECASE,
)
_POINTING_AT_PERSON = re.compile(_PERSON, re.VERBOSE | re.IGNORECASE)
_POINTING = re.compile(
    rf"{_PERSON} | \b(?: it|they|them|its|their|that|there|then )\b"
    r"| \b(?: оно|они|их|там|тогда|это )\b"
    r"| \b(?: dort|damals|dafür|davon|dazu|(?: das|es ) \s (?: gemacht|getan|war|ist|gebaut|passiert ) )\b"
    r"| \b(?: das|es )\b (?= \W* $ )"  # "was kostete das?"
    r"| \b(?: eso|allí|entonces )\b"
    r"| 它 | 那[里裡时時]",
    re.VERBOSE | re.IGNORECASE,
)
_WHAT_BECAME = re.compile(
    r"""
      \b what \s (?:ever \s)? (?:has \s)? (?:became|become|happened) \s (?:of|to|with) \b
    | \b how \s did \s (?:it|that|this) \s (?:all \s)? end \b
    | \b (?:is|are|does|do) \s (?:it|he|she|they|that|this) \s still \b
    | \b was \s (?: (?:ist|wurde|war) \s )? (?: daraus|damit | aus \s (?:ihm|ihr|ihnen|dem|der) ) \b
    | \b wie \s ging \s (?:es|das) \s (?:aus|zu \s ende) \b | \b (?:lebt|steht) \s (?:er|sie|es) \s noch \b
    | \b gibt \s (?:es|das|ihn|sie) (?:\s (?:es|das))? \s noch \b
    | \b что \s (?: с \s (?:ним|ней|ними|этим) \s (?:стало|случилось|произошло)
        | (?:стало|случилось|произошло) \s с \s (?:ним|ней|ними|этим) ) \b
    | \b чем \s (?:вс[её]|это)? \s? (?:кончилось|закончилось) \b
    | \b (?:он|она|оно|они) \s (?:все|всё)? \s? ещ[её] \s (?:жив|существу|работа) | \b жив[аы]? \s ли \b
    | \b qué \s (?:fue \s de|pasó \s con) \s (?:él|ella|eso|ellos|ellas) \b
    | \b cómo \s (?:terminó|acabó) \b | \b sigue \s (?:viv[oa]|abiert[oa]|existiendo) \b
    | [后後][来來]怎[么麼]?[样樣] | [最结結][后後果]怎[么麼]?[样樣] | [还還]在[吗嗎] | [还還]活着[吗嗎]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ONE_OF_SEVERAL = re.compile(
    r"""
      (?: and | but | what \s about | how \s about | was \s ist \s mit )? \s? the \s
        (?: first | second | third | fourth | last ) (?: \s ones? )?
    | (?: а | и | но )? \s? (?: перв | втор | трет | четв[её]рт | последн ) (?:\w{2,3})
    | (?: und | aber | was \s ist \s mit )? \s? d(?:er|ie|as|en|em) \s
        (?: erst | zweit | dritt | viert | letzt ) e[nrs]?
    | (?: y | e | pero | qué \s hay \s de )? \s? (?: el|la|lo|los|las|del ) \s
        (?: primer[oa]? | segund[oa] | tercer[oa]? | cuart[oa] | últim[oa] | ultim[oa] ) s?
    | 那? (?: 第 [一二两三四五六] | 最[后後]一? ) [个個次任届屆位条條]? 呢?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b (?: else | sonst | noch | ещ[её] | más | otra \s cosa ) \b | [还還]有 | [还還][发發]生",
    re.VERBOSE | re.IGNORECASE,
)
_UNTIL_WHEN = re.compile(
    r"\b (?: (?:until|till) \s when | bis \s wann | hasta \s (?:cuándo|cuando|qué \s año)"
    r" | до \s как(?:их \s пор|ого \s (?:года|времени)) ) \b | 到(?:什[么麼][时時]候|何[时時]|哪一?年)",
    re.VERBOSE | re.IGNORECASE,
)
_OTHER_TIME = re.compile(  # than that of the question before: "what was there before?"
    r"\b (?: before | earlier | previously | formerly | later | afterwards? | now | today"
    r" | раньше | прежде | потом | позже | теперь | сейчас | vorher | davor | früher | danach | später"
    r" | jetzt | antes | después | luego | ahora | hoy ) \b | 之前 | 以前 | 之[后後]"
    r" | [原后後][来來] | [现現]在",
    re.VERBOSE | re.IGNORECASE,
)
_ONES = words_of("one ones")  # name nothing: "and the new one?"
_DOING = words_of(  # says nothing of what is done: "who did it?"
    "make made gemacht machte getan tat сделал сделала сделали делал hizo hicieron 多少钱"
)


def may_go_on(text: str) -> bool:
    """Whether a message may need the one before it, by its looks alone."""
    if len(text) > LONGEST:
        return False
    words = _WORD.findall(text)
    few = FEW_HAN if _HAN.search(text) else FEW_WORDS
    says_so = _GOING_ON.match(text) or _COUNTING.match(text) or _POINTING.search(text) or step_of(text)
    return len(words) <= few or bool(says_so)


def asks_who_somebody_is(text: str) -> bool:
    """Whether a question asks about whom it names: "who was Ann Reed?"."""
    return bool(_WHO_IS.search(text))


def asks_what_became(text: str) -> bool:
    """Whether a message asks how something ended: "what became of it?", "is he still alive?"."""
    return bool(_WHAT_BECAME.search(text))


def asks_for_one_of_several(text: str) -> bool:
    """Whether a message only asks for the first, second or last of what is shown: "and the first one?"."""
    return bool(_ONE_OF_SEVERAL.fullmatch(text.strip(" \t\n?？!¿¡.")))


def asks_for_more(text: str) -> bool:
    """Whether a message asks for more than it was told: "what else was there in 1925?"."""
    return bool(_ELSE.search(text))


def asks_until_when(text: str) -> bool:
    """Whether a message asks how long something went on: "until when?"."""
    return bool(_UNTIL_WHEN.search(text))


def points_at_person(text: str) -> bool:
    """Whether a message says "he" or "she"."""
    return bool(_POINTING_AT_PERSON.search(text))


def names_somebody_or_something(question: Question) -> bool:
    """Whether a question names somebody or something: "and who was Bo Falk?", but not "and why?"."""
    return any(
        is_name(word.typed, question.language)
        for word in question.query.words
        if word.typed in question.taken
    )


def goes_on(question: Question) -> bool:
    """Whether a question needs the one before it: it says so, points back, or has no topic of its own.

    What is asked with a single word that names nothing is asked of the subject before: "how many people?",
    "who won?", "what was the result?".
    """
    words = [word for word in question.query.words if not word.is_beside and word.typed.lower() not in _DOING]
    if _GOING_ON.match(question.taken):
        return len(words) <= 3
    if question.wanted is Wanted.EVENT:  # "what happened in 1917?"
        return False
    names = any(is_name(word.typed, question.language) for word in words)
    points = _POINTING.search(question.taken) or (asks_what_became(question.taken) and not names)
    if not words or (len(words) <= 2 and points):
        return True
    is_alone = len(words) == 1 and not is_name(words[0].typed, question.language)
    return is_alone and not asks_who_somebody_is(question.taken)


def going_on(question: Question, before: Question, earlier: str) -> Question:
    """A question with the topic of the one before; its own words count more, its dates and kind stay."""
    own, old = _without_ones(question.query), _without_ones(before.query)
    known = {word.forms[0].term for word in own.words}
    kept = tuple(
        replace(word, weight=word.weight * KEPT) for word in old.words if word.forms[0].term not in known
    )
    if old.dates and _OTHER_TIME.search(question.taken):
        old = replace(old, dates=(), precision=None)
        kept = tuple(word for word in kept if not _is_of_date(word))
    if own.dates and old.dates:
        kept = tuple(word for word in kept if not _is_of_date(word))
    asked = question.taken
    is_own_kind = question.wanted is not Wanted.ANYTHING or asks_why(asked) or asks_for_name(asked)
    kind = question.wanted if is_own_kind else before.wanted
    query = replace(
        own,
        words=(*own.words, *kept),
        units=(*own.units, *old.units),
        dates=own.dates or old.dates,
        wants_date=kind is Wanted.DATE,
        wants_number=kind is Wanted.AMOUNT,
        amount=own.amount or (old.amount if kind is before.wanted else None),
        wants_event=kind is Wanted.EVENT,
        precision=own.precision or old.precision,
    )
    return replace(question, wanted=kind, query=query, earlier=earlier)


def _without_ones(query: Query) -> Query:
    return replace(query, words=tuple(word for word in query.words if word.typed.lower() not in _ONES))


def _is_of_date(word: QueryWord) -> bool:
    """Whether a word belongs to a date that its question names; pairs and phrases are longer."""
    return word.is_beside and word.size == 1
