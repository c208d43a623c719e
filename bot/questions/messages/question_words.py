"""The words of asking as members write them: "wen", "when tf", "roughly when", "for what reason", "кагда"."""

from __future__ import annotations

import re

from bot.questions.languages import language_of

_WEN = re.compile(r"^(\W*)wen(?=\s)", re.IGNORECASE)  # in German it means whom
# What is written, and the usual words for it.
_OTHERWISE = tuple(
    (re.compile(pattern, re.VERBOSE | re.IGNORECASE), plain)
    for pattern, plain in (
        # "1. when", "Q: when", "[question] when", "> when", and marks that nobody sees
        (r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", ""),
        (
            r"(?m:^) [ ]* (?: \(?\d\d?[.)] | q(?:uestion)? \s? \d? [:.)-] | \[\w+\] | [-*•>]+ ) [ ]+ (?=\S)",
            "",
        ),
        # misspelt
        (r"\b (?: whne | wehn | hwen | whn | wheb | whem | whe ) \b (?!['’.])", "when"),
        (r"\b (?: hwo | woh ) \b", "who"),
        (r"\b (?: waht | hwat | wht | wat ) \b", "what"),
        (r"\b (?: wich | whcih | wihch | whitch ) \b", "which"),
        (r"\b (?: wehre | whre | hwere ) \b", "where"),
        (r"\b (?: hwy | ^y (?= \s (?:did|do|does|is|are|was|were|cant|didnt)\b ) ) \b", "why"),
        (r"\b h[ou]?w \s m(?:a?n?y|yan|nay|ayn) \b", "how many"),
        # the club's own people: "you" alone may be somebody here
        (r"\b (?: you \s (?:guys|all|lot|folks|people) | y['’]all ) \b", "they"),
        # when'd they leave; not "who'd", who would
        (r"\b (when|where|why|how) ['’]?d \b", r"\1 did"),
        (r"\b when ['’]?s \b", "when was"),
        # when the hell, why on earth
        (
            r"""\b (when|who|what|where|why|how) \s
            (?: the \s (?:hell|heck|fuck|f) | w?tf | on \s earth | in \s the \s (?:world|hell)
              | exactly | precisely | roughly | approximately ) \b""",
            r"\1",
        ),
        (
            r"""\b (?:around|about|roughly|approx (?:imately)?) \s
            (?= when\b | what \s (?:year|date|day|month)\b )""",
            "",
        ),
        (r"\b how \s long \s ago \b", "when"),
        (
            r"""\b (?: (?:for|because \s of) \s (?:what|which) \s reasons?
              | what \s (?:is|was|were|are) \s the \s (?:reason|cause)s? \s (?:why|that|for \s why) ) \b""",
            "why",
        ),
        (r"\b (?:what|which) (?: \s (?:was|is) \s the )? \s number \s of \b", "how many"),
        (
            r"\b (?: ко?гд[аы] | кагда | када ) (?: \s (?:же?|это|вообще|примерно|конкретно|именно) )? \b",
            "когда",
        ),
        (r"\b (?: скольк[оа] | скок[ао]? | сколка ) \b", "сколько"),
        (r"\b (?: из-за \s чего | по \s какой \s причине ) \b", "почему"),
        (
            r"\b (wann|wer|was|wo|wie|warum) \s (?:genau|ungefähr|eigentlich|denn|etwa|zum \s teufel) \b",
            r"\1",
        ),
        (r"\b aus \s welchem \s grund \b", "warum"),
        (r"\b (?: [xp]q | x \s que | por \s (?:q | qu[eé] \s (?:raz[oó]n|motivo)) ) (?=\s)", "por qué"),
        (r"\b (cu[aá]ndo|qui[eé]n|d[oó]nde|qu[eé]) \s (?:exactamente|carajo|diablos|demonios) \b", r"\1"),
        (r"\b (?:cdo|kuando|qndo) \b", "cuándo"),
        (
            r"""(?<=\d年)的? (?: 大事[记記件]? | 事件 | [历歷]史 | 新[闻聞] | 回[顾顧] | [总總][结結] | 年表 )
            有?(?:哪些|什[么麼])? (?=\W*$)""",
            "发生了什么",
        ),
    )
)
# What is said behind a question: that one is not sure, or what one thinks it was.
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


def in_plain_words(text: str) -> str:
    """A message with the usual words of asking, and without a guess at the date that it asks for.

    >>> in_plain_words("wen did they move to Tokyo, was it 2018?")
    'when did they move to Tokyo'
    >>> in_plain_words("wen hat er getroffen?"), in_plain_words("who led it in 2018?")
    ('wen hat er getroffen?', 'who led it in 2018?')
    """
    if _WEN.match(text) and language_of(_WEN.sub("", text)) is None:
        text = _WEN.sub(r"\1when", text)
    for pattern, plain in _OTHERWISE:
        text = pattern.sub(plain, text)
    text = _UNSURE.sub("", text)
    return _DATE_ASKED.sub("", _GUESS.sub("", text)) if _WHEN.search(text) else text
