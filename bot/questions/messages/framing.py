"""What is asked in a message: without greetings, thanks, and what is only said around the question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates.languages import HAN
from bot.questions.messages.small_talk import small_talk
from bot.search.words.analysis import fold
from bot.search.words.stopwords import ASKING, STOP_WORDS
from bot.sentences import sentences, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sentences import Span

FULL = 2  # words of a question that name what it asks about
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Words that a question begins with; no "was" of German, which is English too.
_INTERROGATIVES = words_of(
    """
    when who whom whose what which where why how
    когда кто кого кому кем что где куда откуда почему зачем сколько как какой какая какое какие какого
    каком
    wann wer wem wen wo wohin woher wie warum wieso weshalb welche welcher welches welchem welchen wieviel
    cuando quien quienes que donde adonde como cuanto cuanta cuantos cuantas cual cuales
    """
)
_BEFORE_INTERROGATIVES = words_of(  # "seit wann", "por qué", "с какого"
    "seit ab von por desde hasta в с из за до"
)
# What tells that somebody wants to know: "does anyone know", "I would love to know", "подскажите".
_WANTS_TO_KNOW = words_of(
    """
    tell remind inform explain know knows remember remembers recall wondering wonder curious ask asking idea
    подскажите подскажи скажите скажи расскажите расскажи напомните напомни знает знаете помнит помните
    узнать спросить интересно подскажете подсказать напомнить вспомнит вспомнить вспомните
    sagen verraten weiss weisst wisst wissen fragen erinnert erinnern erinnere
    sabe saben recuerda recuerdan acuerda acuerdan decir decirme decirnos saber preguntar dicen
    """
)
# What stands in front of a question with them.
_ADDRESSING = _WANTS_TO_KNOW | words_of(
    """
    hi hii hello hey heya hiya yo howdy greetings gm morning evening afternoon night day good dear guys
    folks people everyone everybody all team friend friends mate mates bro dude sir bot admin admins group
    community so ok okay well um umm uhm hm hmm oh btw sorry excuse bother please pls plz lol haha quick
    small silly stupid dumb simple short little random noob newbie question questions just maybe perhaps
    still actually really honestly possibly kindly again anyone anybody someone somebody any1 ya help let
    like love want wanted need trying forgot forget sure whether find out understand figure learn exactly
    clue new wanna great nice cool seriously wait hang first regarding history cant can't
    есть привет здравствуйте здрасьте добрый доброе день вечер утро всем ребята ребят народ друзья коллеги
    люди слушайте слушай кстати блин вот пожалуйста плиз хочу хотел хотела хотелось вопрос извините простите
    hallo servus moin gruss grusse gott guten tag morgen abend leute zusammen lieben liebe lieber bitte
    frage kurze entschuldigung jemand wusste gern gerne mal nur zufallig vielleicht noch hier helfen ne nen
    hey sorry na so ey hab habe sagt sag ubrigens
    hola buenas tardes noches buenos dias amigos chicos gente todos oigan disculpen disculpa perdon pregunta
    alguien alguno alguna aqui quisiera quiero gustaria ustedes usted favor tengo duda consulta che porfa
    oigan oye cierto
    """
)
# What may stand between.
_BETWEEN = words_of(
    """
    there here one another also for this was asked before and but any of
    you u can could would will might do does did is are was am im
    id ive i we have has had been give show happen happened to me us my our be not dont about if a it of on
    нибудь то не я мне нам вы ты ли бы может у меня ihr а в с на
    eine kann konnte konnt mir uns einer man du sie ich mochte wurde
    una nos se puede pueden puedes podria podrian por
    """
)
_BEFORE = _ADDRESSING | _BETWEEN
_TO_WHOM = words_of("me us you please pls to bitte мне нам mir uns")
_FILLERS = words_of(  # say nothing in front
    "btw bro dude um umm uhm hmm hm oh lol haha pls plz please ok okay seriously wait no somebody"
)
# What ends a message, and what may stand between.
_CLOSING = words_of(
    """
    thanks thx tnx ty tysm tia cheers please pls plz lol lmao haha hahaha guys folks everyone anyone anybody
    bro mate dude спасибо спс заранее благодарю пожалуйста плиз danke bitte gracias saludos lg vg mfg favor
    por porfa porfavor dankeschon merci nochmal
    """
)
_AROUND_CLOSING = words_of(
    """
    in advance a lot lots so very much many all you to for your help again really appreciated knows know
    does do here
    большое всем огромное вам im voraus schon schonmal vielen lieben muchas mil de antemano por
    """
)
_HAN_BEFORE = re.compile(
    r"""
    [\W_]* (?: 你好 | 您好 | 大家好 | 哈[喽囉罗羅] | 嗨 | 各位 | 大佬们? | 早上好 | 晚上好 | 早安
      | 朋友们 | 朋友們
      | 不好意思 | 麻[烦煩] | 打[扰擾](?:一下|了) | [话話][说說] | 求助 | 弱弱地?[问問]一?[句下]
      | [问問]一?[下句] | 想?[请請][问問教]一?下? | 求[问問]
      | 我?想(?:知道|[问問]) | 一下 | (?:有[没沒])?(?:有|哪)?(?:[谁誰人]|位)[还還]?(?:知道|[记記]得)
      | 我?忘[记記]?了 | 我?不[记記]得了?
      | (?:可不可以|能不能|可以|能)?告[诉訴]我 | [，,。.！!～~：:\s]
    )+
    """,
    re.VERBOSE,
)
_HAN_BEHIND = re.compile(
    r"[来來][着著](?=[\W_]*$)|[\W_]*(?:谢谢|謝謝|多谢|多謝|感谢|感謝|谢了|謝了|拜托|拜託)(?:大家|各位|[你您]们?|啦|了)*[\W_]*$"
)
_OF_OURS = re.compile(r"\s+in\s+(?:our|the\s+group'?s)\s+history(?=\W*$)", re.IGNORECASE)
_QUOTE = re.compile(r"[\"“”„«»「」『』]")  # what is quoted is not told by whoever asks
_CUT = re.compile(  # "when was that? thx", "it was fun. when did they leave?", "1. when was it 2. who led it"
    rf"""(?<=[?!])[ ]+
      | (?: (?<=\w\w[.])[ ]+ | [ ]+\(?\d[.)][ ]+ ) (?= (?i: {"|".join(sorted(_INTERROGATIVES))} ) \b )""",
    re.VERBOSE,
)
_HAN_ASKING = re.compile(r"[谁誰哪几幾何]|什[么麼]|怎|多[少久]|[吗嗎呢]")


def questions_in(text: str) -> tuple[str, ...]:
    """What is asked in a message, a string a question; the whole message when nothing else is left.

    >>> questions_in("Hi all, does anyone know when CZ was pardoned? Thanks in advance!")
    ('when CZ was pardoned?',)
    """
    pieces = [bare for start, end in _spans(text) if (bare := _bare(text[start:end]))]
    asking = [asks(piece) and not (small_talk(piece) and not _interrogative(piece)) for piece in pieces]
    if any(asking):
        pieces = [piece for piece, asks in zip(pieces, asking, strict=True) if asks or not small_talk(piece)]
    groups = _grouped(pieces)
    is_whole = len(groups) == 1 and groups[0].split() == text.split()
    return (text,) if is_whole or not groups else tuple(groups)


def context_sentences(question: str) -> tuple[Span, ...]:
    """The sentences of a question that only tell, where another one says what it asks about.

    >>> context_sentences("I met Bo in 2019. When did they leave the mill?")
    ((0, 17),)
    >>> context_sentences("Binance moved. When was that?")
    ()
    """
    spans = _spans(question)
    asking = [span for span in spans if asks(question[slice(*span)])]
    if len(asking) == len(spans) or not any(_is_full(question[slice(*span)]) for span in asking):
        return ()
    return tuple(span for span in spans if span not in asking)


def _spans(text: str) -> list[Span]:
    """The sentences of a message, as members write them; of one with a quotation the whole."""
    if _QUOTE.search(text):
        return [(0, len(text))]
    spans: list[Span] = []
    for start, end in sentences(text):
        cuts = list(_CUT.finditer(text, start, end))
        spans += zip(
            (start, *(cut.end() for cut in cuts)), (*(cut.start() for cut in cuts), end), strict=True
        )
    return spans


def _is_full(piece: str) -> bool:
    """Whether a question names so much that it needs no context."""
    return HAN.search(piece) is None and len(_topics(piece)) >= FULL


def _grouped(pieces: Sequence[str]) -> list[str]:
    """Each question that can be asked alone, with what is told in front of it; the rest with the last one."""
    groups: list[list[str]] = []
    pending: list[str] = []
    for piece in pieces:
        pending.append(piece)
        if asks(piece) and _has_topic(piece):
            groups.append(pending)
            pending = []
    if groups:
        groups[-1] += pending
    elif pending:
        groups.append(pending)
    return [" ".join(group) for group in groups]


def _bare(sentence: str) -> str:
    """A sentence without what is said around its question; empty when it says nothing else."""
    sentence = _OF_OURS.sub("", sentence)
    if HAN.search(sentence):
        behind = _HAN_BEHIND.sub("", sentence)
        before = _HAN_BEFORE.match(behind)
        return behind[before.end() :] if before else behind
    words = list(_WORD.finditer(sentence))
    folded = [fold(word[0]) for word in words]
    if all(word in _BEFORE or word in _CLOSING or word in _AROUND_CLOSING for word in folded):
        return "" if not any(word in _INTERROGATIVES for word in folded) else sentence
    first, last = _beginning(sentence, words, folded), _ending(folded)
    first = first or _fillers(folded)
    first -= first > 0 and folded[first - 1] in _BEFORE_INTERROGATIVES
    begin = words[first].start() if first else 0
    if last == len(words) - 1:
        return sentence[begin:]
    return sentence[begin : words[last].end()] + "?" * sentence.rstrip().endswith("?")


def _beginning(sentence: str, words: Sequence[re.Match[str]], folded: Sequence[str]) -> int:
    """The number of the word that the question begins with."""
    first = 0
    for place, word in enumerate(folded):
        if word in _INTERROGATIVES and _is_frame(sentence, words, folded, first, place):
            first = place
    return first or _behind_frame(sentence, words, folded)


def _is_frame(
    sentence: str, words: Sequence[re.Match[str]], folded: Sequence[str], first: int, place: int
) -> bool:
    """Whether the words up to an interrogative only lead to it, or tell of somebody here up to a comma."""
    between = range(first + (folded[first] in _INTERROGATIVES), place)
    turn = max((n for n in between if _is_cut(sentence, words, n)), default=-1)
    keys = _WANTS_TO_KNOW if folded[first] in _INTERROGATIVES else _ADDRESSING
    if all(folded[n] in _BEFORE for n in between):
        return any(folded[n] in keys for n in between)
    led = all(folded[n] in _BEFORE for n in between if n > turn)
    return turn >= 0 and led and small_talk(sentence[: words[turn].end()]) > 0


def _is_cut(sentence: str, words: Sequence[re.Match[str]], place: int) -> bool:
    """Whether a comma, another stop or a "but" stands behind a word."""
    next_word = words[place + 1]
    gap = sentence[words[place].end() : next_word.start()]
    return next_word[0].lower() in {"but", "но", "aber", "pero"} or any(mark in ",:;.!–—" for mark in gap)


def _behind_frame(sentence: str, words: Sequence[re.Match[str]], folded: Sequence[str]) -> int:
    """The number of the word behind a frame without an interrogative: "hi, tell me about Tokyo"."""
    many = next((n for n, word in enumerate(folded) if word not in _BEFORE), 0)
    for place in range(many - 1, -1, -1):
        if _is_cut(sentence, words, place):
            return place + 1
        if folded[place] in _WANTS_TO_KNOW:
            return next(n for n in range(place + 1, many + 1) if n == many or folded[n] not in _TO_WHOM)
    return 0


def _fillers(folded: Sequence[str]) -> int:
    """How many words in front say nothing; never all of them."""
    return next((n for n, word in enumerate(folded[:-1]) if word not in _FILLERS), 0)


def _ending(folded: Sequence[str]) -> int:
    """The number of the last word of the question."""
    last = place = len(folded) - 1
    while place > 0 and (folded[place] in _CLOSING or folded[place] in _AROUND_CLOSING):
        place -= 1
        if folded[place + 1] in _CLOSING:
            last = place
    return last


def asks(piece: str) -> bool:
    """Whether a piece of a message asks something."""
    if piece.rstrip("\"'”’») ").endswith(("?", "？")):
        return True
    if HAN.search(piece):
        return bool(_HAN_ASKING.search(piece))
    word = _WORD.search(piece)
    return word is not None and fold(word[0]) in _INTERROGATIVES


def _interrogative(piece: str) -> bool:
    """Whether a question word stands in a piece, wherever."""
    return bool(_HAN_ASKING.search(piece)) or any(
        fold(word[0]) in _INTERROGATIVES for word in _WORD.finditer(piece)
    )


def _has_topic(piece: str) -> bool:
    """Whether a question says what it is about, so that it can be asked alone."""
    return HAN.search(piece) is not None or bool(_topics(piece))


def _topics(piece: str) -> list[str]:
    """The words of a piece that say what it is about."""
    words = (fold(word[0]) for word in _WORD.finditer(piece))
    return [word for word in words if word not in STOP_WORDS and word not in ASKING and word not in _BEFORE]
