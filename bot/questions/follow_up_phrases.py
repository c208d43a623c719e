"""What the words of a follow-up ask for or point at: until when, the first one, him, there.

These are phrases of five languages alone. Whether a message goes on at all is told in `follow_up.py`, what
answers it in `bot/answers/follow_ups/`.
"""

from __future__ import annotations

import re

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


def points_back(text: str) -> bool:
    """Whether a message points at what was spoken of: "it", "they", "there"."""
    return bool(_POINTING.search(text))


def points_to_other_time(text: str) -> bool:
    """Whether a message is of another time than the one before: "what was there before?"."""
    return bool(_OTHER_TIME.search(text))


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
