"""The words of asking as members write them: "wen", "when tf", "roughly when", "for what reason", "кагда"."""

from __future__ import annotations

import re

from bot.questions.languages import language_of

_WEN = re.compile(r"^(\W*)wen(?=\s)", re.IGNORECASE)  # in German it means whom
# What is written, and the usual words for it.
_OTHERWISE = tuple(
    (re.compile(pattern, re.VERBOSE | re.IGNORECASE), plain)
    for pattern, plain in (
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


def in_plain_words(text: str) -> str:
    """A message with the usual words of asking.

    >>> in_plain_words("wen tf did they move to Tokyo?"), in_plain_words("wen hat er getroffen?")
    ('when did they move to Tokyo?', 'wen hat er getroffen?')
    """
    if _WEN.match(text) and language_of(_WEN.sub("", text)) is None:
        text = _WEN.sub(r"\1when", text)
    for pattern, plain in _OTHERWISE:
        text = pattern.sub(plain, text)
    return text
