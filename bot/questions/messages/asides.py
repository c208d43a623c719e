"""What is said behind a question: that one is not sure, why one asks, a guess at the date."""

from __future__ import annotations

import re

_STOP, _END = r"(?<=\w) [\s,.;:!?()–—，。？-]+", r"[\s?!.)？。！]* $"
_UNSURE = re.compile(
    rf"""
    {_STOP} (?:
        (?: i \s am \s | i['’]?m \s )? not \s (?:(?:too|so|quite|really) \s)? sure (?: \s (?:anymore|tho) )?
      | idk | dunno | no \s idea | i \s (?:forgot|forget) | an[iy]\s?one | hello+
      | approx(?:imately)? | roughly
      | (?: ping | cc | hey ) \s @\w+
      | (?: (?:asking|need \s (?:it|this|that)) \s (?:for|because|since|as|to)
          | (?: be)?cause \s (?:i|my|we) | (?:bc|coz|cuz) \s (?:i|my) ) \b .*
      | (?:я \s)? (?: не \s (?:помню|уверена?|знаю) | забыла? | хз )
      | (?:ich \s)? wei(?:ß|ss) \s (?:(?:es|ich) \s)? nicht (?:\s mehr)?
      | (?:ich \s)? bin \s (?:mir \s)? nicht \s sicher
      | keine \s ahnung (?:\s mehr)? | vergessen
      | no \s (?: me \s acuerdo | (?:lo \s)? s[eé] | recuerdo | estoy \s segur[oa] ) | ni \s idea
      | 我? (?: 忘[记記]?了 | 不[记記]得了? | [记記]不清了? | 不太?确定 | 不太?確定 )
    ) {_END}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GUESS = re.compile(
    rf"""
    {_STOP} (?:
        (?: i \s (?:think|guess|believe|thought) | maybe | probably | perhaps | or ) \s
        (?: it \s (?: was | is | must \s have \s been ) \s )?
      | (?: was | wasn['’]?t | isn['’]?t ) \s (?:it|that) \s
      | (?:мне \s)? (?: кажется | вроде (?:\s бы)? | наверное | может (?:\s быть)? | по-моему | думаю ,? )
        (?: \s что )? (?: \s это )? (?: \s был[оаи]? )? \s
      | (?:ich \s)? (?:glaube|denke|meine|tippe|vielleicht) ,? (?: \s (?:das|es) )? (?: \s war )? \s
      | war \s (?:das|es) \s (?:nicht \s)?
      | (?: creo | me \s parece | supongo | quiz[aá]s? ) (?: \s que )? (?: \s fue )? \s | fue \s (?=en)
      | (?: 好像 | 应该 | 應該 | 可能 | 大概 | 似乎 | 我[觉覺记記]得 | 是不 ) 是? 在?
    )
    (?: (?:sometime|somewhere|irgendwann|auf|где-то) \s )?
    (?: (?: in | on | around | about | в | около | im \s jahr | um | so | en | por (?: \s el )? ) \s )?
    (?: (?:19|20)\d\d s? (?: \s году | \s г\.? | \s? 年 )? | last \s year | (?:a \s)? few \s years \s ago )
    (?: \s or \s (?: so | (?:19|20)?\d\d ) )?
    [吧吗嗎]* {_END}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DATE_ASKED = re.compile(  # "when did it start, exact date?"
    rf"{_STOP} (?:(?:the|what|which) \s)? (?:(?:exact|precise|full) \s)? (?:date|year|month|day) {_END}",
    re.VERBOSE | re.IGNORECASE,
)
_WHEN = re.compile(
    r"""
    \b (?: when | what \s (?:year|date|day|month) | когда | как(?:ом|ой|ого) \s (?:год|числ|месяц)\w*
      | wann | welche[mnrs] \s (?:jahr|monat|tag) | cu[aá]ndo | qu[eé] \s (?:a[ñn]o|mes|d[ií]a) ) \b
    | [什啥多][么麼]?[时時]候 | 哪一?[年天] | [几幾何][时時]
    """,
    re.VERBOSE | re.IGNORECASE,
)


def without_asides(text: str) -> str:
    """A message without what is said behind its question.

    >>> without_asides("when did they move to Tokyo, was it 2018?"), without_asides("who led it? not sure")
    ('when did they move to Tokyo', 'who led it')
    >>> without_asides("who led it in 2018?")
    'who led it in 2018?'
    """
    text = _UNSURE.sub("", text)
    return _DATE_ASKED.sub("", _GUESS.sub("", text)) if _WHEN.search(text) else text
