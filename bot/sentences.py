"""The sentences of a passage, as spans of its text."""

from __future__ import annotations

import re

Span = tuple[int, int]  # first character, and the one behind the last

_STOP = re.compile(
    r"""
    [.!?…。！？｡\n]  # one set in front of all, which the engine looks for faster than for any of several
    (?:
      (?<=[.!?…]) (?<![.!?…]{2}) [.!?…]*+ ["'”’»)\]]*    # ... in Tokyo.”   (one look for all of "!!!!")
      (?=\s|$|["“«(\[])                                  # a space behind it, or [1] at once
    | (?<=[。！？｡]) [。！？｡]* [”’」』）]*                    # 币安成立。  no space needed
    | (?<=\n) \n*                                         # a line of its own
    )
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s(\[\"“'‘]{1,12}$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")  # J.   U.S.   a.m.


def words_of(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


ABBREVIATIONS = words_of(
    """
    adm. approx. apr. aug. ave. bros. c. ca. cap. capt. cf. ch. co. col. corp. cpl. dec. dept. dr. ed.
    eds. eq. est. etc. feb. fig. figs. ft. gen. gov. hon. inc. jan. jr. jul. jun. lt. ltd. maj. mar.
    messrs. mr. mrs. ms. mt. no. nos. nov. oct. op. p. pp. pres. prof. rep. rev. sec. sen. sep. sept.
    sgt. sr. st. supt. univ. v. vol. vols. vs. г. гг. в. вв. др. им. млн. млрд. руб. тыс. ул. св. см.
    стр. т. проф. доц. акад. инж.
    """
)
_NAMES_FOLLOW = words_of(
    """
    adm. capt. col. dr. gen. gov. hon. lt. maj. messrs. mr. mrs. ms. mt. no. pres. prof. rep. rev. sen.
    sgt. st. v. vs. г. гг. др. им. ул. св.
    проф. доц. акад. инж.
    """
)
_LETTERS = 5
_LONG_ENDINGS = {word[-_LETTERS - 1 : -1] for word in ABBREVIATIONS if len(word) > _LETTERS}  # of "approx."
_STARTERS = words_of(  # capital words that begin a sentence rather than go on with "U.S. Congress"
    """
    a after all although an and as at because before both but by despite during each for from he her here
    his how however i if in it its many most no not on once one only other our over several she since so
    some such that the their then there these they this those though to today under until we what when
    where which while who why with yet you
    """
)
_ORDINAL = re.compile(
    r"(?: \b (?P<article> [dD](?:er|ie|as|es|em|en) | [bB]eim | [zZ]u[mr] | [iI]m | ihre?[rns]?"
    r" | seine?[rns]? )\s )?"
    r" (?<!\d) \d{1,2} $",
    re.VERBOSE,
)
_GERMAN_MONTHS = words_of(
    """
    Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember
    Jan Feb Mär Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez
    """
)
_GERMAN_STARTERS = words_of(
    """
    ab als am an auch auf aus bei beim bis da dabei damit danach dann daraufhin das dass davor dazu dem den
    der des deshalb die dies diese dieser dieses doch dort durch ein eine einem einen einer er erst es für
    gegen hier hierzu ich ihm ihr im in ist mit nach nachdem nun ob seit sie so somit trotz um und unter vom
    von vor während was weil wenn wer wie wir wurde zu zum zur zwei zwischen the then he she it they we in
    """
)
_OPENING = "\"'“‘«([„"
_NEXT_WORD = re.compile(r"\w{1,12}")


def sentences(text: str) -> list[Span]:
    """Spans of the sentences, in order and without surrounding white space; linear in the length of the text.

    >>> sentences("Dr. Li left. He went to the U.S. in 2017.")
    [(0, 12), (13, 41)]
    """
    spans: list[Span] = []
    begin = 0
    for stop in _STOP.finditer(text):
        if stop.start() >= begin and _ends(text, stop):
            _add(spans, text, begin, stop.end())
            begin = stop.end()
    _add(spans, text, begin, len(text))
    return spans


def _add(spans: list[Span], text: str, begin: int, end: int) -> None:
    piece = text[begin:end]
    kept = piece.strip()
    if kept:
        start = begin + piece.index(kept)
        spans.append((start, start + len(kept)))


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a sentence ends here: not behind an abbreviation, not before a lower-case word."""
    if not stop[0].startswith((".", "…", "?", "!")):
        return True
    following = text[stop.end() : stop.end() + 16].lstrip().lstrip(_OPENING)
    if following[:1].islower():
        return False
    return stop[0] != "." or not _is_abbreviation(text, stop.start(), following)


def _is_abbreviation(text: str, at: int, following: str) -> bool:
    ending = text[max(0, at - _LETTERS) : at]
    if len(ending) == _LETTERS and ending.isalpha() and ending.lower() not in _LONG_ENDINGS:
        return False  # as most words are, so the rest need not be looked at
    last_word = _LAST_WORD.search(text[max(0, at - 12) : at])
    if not last_word:
        return False
    word = last_word[0] + "."
    is_initial = word[0].isupper() and _INITIALS.fullmatch(word) and _goes_on(following)
    if word.lower() in ABBREVIATIONS and not is_initial:  # "c. 1900", but "Carl C. Reed"
        return word.lower() in _NAMES_FOLLOW or not following[:1].isupper()
    if last_word[0].isdecimal() and len(last_word[0]) <= 2:
        return _is_ordinal(text[max(0, at - 24) : at], following)
    if not _INITIALS.fullmatch(word):
        return False
    return word[0].isupper() if len(word) == 2 else _goes_on(following)


def _is_ordinal(before: str, following: str) -> bool:
    """Whether a number with a dot is a German ordinal: "am 31. Juli", "zum 25. Jubiläum"."""
    next_word = _NEXT_WORD.match(following)
    ordinal = _ORDINAL.search(before)
    if next_word is None or ordinal is None:
        return False
    is_of_noun = ordinal["article"] and next_word[0].lower() not in _GERMAN_STARTERS
    return next_word[0] in _GERMAN_MONTHS or bool(is_of_noun)


def _goes_on(following: str) -> bool:
    """Whether what stands behind "U.S." belongs to it, as a name does, and begins no sentence."""
    next_word = _NEXT_WORD.match(following)
    return next_word is not None and next_word[0].lower() not in _STARTERS
