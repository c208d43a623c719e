"""Date expressions where they stand in a text, by the words and shapes of a lexicon.

One pattern of triggers (digits, month names, "later", ...) runs over the text; only where it fires are the
shapes of that trigger tried. What can hold no date costs no more than that one pattern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.dates.class_years import without_class_years
from bot.dates.day_month_order import settled
from bot.dates.expression import Calendar, DateList, EitherWay, Expression, Interval, Meaning, NoDate, Unit
from bot.dates.languages import lexicon_of, parts
from bot.dates.lexicon import NEVER, any_of
from bot.dates.value import WINTER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.dates.block import Block
    from bot.dates.lexicon import Lexicon, Reader

PLACE = re.compile(r"(?<!\(\?P)<(\w+)>")  # <month>, but not the name of a group
BETWEEN = 24  # characters before a date that may hold "between"
REACH = 24  # characters before a number that may say what it counts
FAR = 100  # characters before it that may hold the number before, of a list of numbers
IN_NUMBERS = re.compile(r":[ ]*\d{1,3}\s+[^\W\d][^\d:]{0,40}:\s*$")  # Boats: 12 Members: [1609]
# a number between numbers that are no years, as in the row of a table: 531, 1205, 44
NUMBER_BEFORE = re.compile(r"(?<!\d)(?:\d{1,3}|\d{5,}),?[ ]$")
NUMBER_BEHIND = re.compile(r",?[ ](?:\d{1,3}|\d{5,})(?![\d:]|[ ]?[^\W\d_])")
FAMILY_NAME = re.compile(r"(?<![\w.])[A-ZА-Я]\.[ ]$")  # what stands behind it: Carl C. May
PLAIN = str.maketrans(
    "０１２３４５６７８９／．－\u2010\u2011\u2012\u3000\u00a0\u2007\u2009\u200a\u202f",
    "0123456789/.----      ",
)
WIDE = re.compile(f"[{''.join(map(chr, PLAIN))}]")
NUMBERS = ("four_digits", "digit", "short")  # of four digits as years have them, of any other many; '39
MONTHS = 12
LATEST = 2100  # a year behind it is a number unless a month stands before it


@dataclass(frozen=True, slots=True)
class Beginning:
    """What may begin with a word."""

    shapes: tuple[tuple[re.Pattern[str], Reader], ...]
    is_part: bool  # "early", "end"
    is_circa: bool  # "about"


@dataclass(frozen=True, slots=True)
class Finder:
    """Everything compiled for one language."""

    lexicon: Lexicon
    triggers: re.Pattern[str]
    begins: Mapping[str, Beginning]  # by the word that triggers, or the kind of number
    part: re.Pattern[str]  # early, the end of
    about: re.Pattern[str]  # c., around
    to: re.Pattern[str]
    between: re.Pattern[str]  # before two ends that are joined by "and"
    both: re.Pattern[str]  # and
    open_end: re.Pattern[str]  # to the present
    numbered: re.Pattern[str]
    named: re.Pattern[str]
    not_years: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]

    def expressions(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Expression]:
        """Non-overlapping expressions of text[start:end] in order."""
        end = len(text) if end is None else end
        while trigger := self.triggers.search(text, start, end):
            expression = None if _is_rest(text, trigger.start()) else self._at(text, trigger, end)
            if not expression:
                start = trigger.end()
                continue
            expression = self._joined(text, expression, end)
            start = expression.end
            if not isinstance(expression.meaning, NoDate):
                yield from _split(expression)

    def _at(self, text: str, trigger: re.Match[str], end: int, depth: int = 2) -> Expression | None:
        """What begins with a trigger, behind up to `depth` words such as "early" and "about"."""
        start = trigger.start()
        begins = self.begins[trigger[0] if trigger.lastgroup == "word" else trigger.lastgroup or ""]
        if depth and begins.is_part and (widened := self._behind(self.part, text, start, end, depth)):
            return widened
        if depth and begins.is_circa and (about := self._behind(self.about, text, start, end, depth)):
            return Expression(about.start, about.end, approximate(about.meaning))
        for pattern, read in begins.shapes:
            match = pattern.match(text, start, end)
            meaning = match and read(self.lexicon, match)
            if match and meaning is not None and self._may_be(text, match, meaning):
                is_named = self.named.search(text, max(0, start - REACH), start)
                return Expression(start, match.end(), NoDate() if is_named else meaning)
        return None

    def _behind(
        self, words: re.Pattern[str], text: str, start: int, end: int, depth: int
    ) -> Expression | None:
        """The point behind such words, widened to them: "early 1917" is 1917 with more words."""
        prefix = words.match(text, start, end)
        if not prefix:
            return None
        trigger = self.triggers.match(text, prefix.end(), end)
        behind = trigger and self._at(text, trigger, end, depth - 1)
        if not behind or not isinstance(behind.meaning, (Calendar, Interval, DateList, EitherWay)):
            return None
        return Expression(start, behind.end, behind.meaning)

    def _joined(self, text: str, first: Expression, end: int) -> Expression:
        """A stretch when the text goes on with "to" and another point; otherwise the expression itself."""
        if isinstance(first.meaning, DateList):
            return self._between_days(text, first, first.meaning)
        if lasting := self._lasting(text, first, end):
            return lasting
        begin = _settled(first.meaning)
        second = self._other_end(text, first, end) if begin else None
        finish = _settled(second.meaning) if second else None
        whole = interval(begin, finish) if begin and finish else None
        if not whole or not begin or not second:
            return first
        meaning = approximate(whole) if begin.is_approximate else whole
        return Expression(first.start, second.end, meaning)

    def _lasting(self, text: str, first: Expression, end: int) -> Expression | None:
        """A stretch that has not ended: 2008 to the present."""
        if not isinstance(first.meaning, Calendar) or not first.meaning.has_year or first.meaning.is_short:
            return None
        goes_on = self.open_end.match(text, first.end, end)
        return Expression(first.start, goes_on.end(), Interval(first.meaning, None)) if goes_on else None

    def _other_end(self, text: str, first: Expression, end: int) -> Expression | None:
        """Behind "to", or behind "and" where "between" stands before the first one."""
        if (begin := _settled(first.meaning)) is None or begin.is_short:
            return None
        joint = self.to.match(text, first.end, end)
        if not joint and self._is_between(text, first):
            joint = self.both.match(text, first.end, end)
        trigger = joint and self.triggers.match(text, joint.end(), end)
        return self._at(text, trigger, end) if trigger else None

    def _between_days(self, text: str, days: Expression, listed: DateList) -> Expression:
        """Between 4 and 8 May."""
        if len(listed.dates) != 2 or not self._is_between(text, days):
            return days
        whole = interval(listed.dates[0].date, listed.dates[1].date)
        return Expression(days.start, days.end, whole) if whole else days

    def _is_between(self, text: str, first: Expression) -> bool:
        return bool(self.between.search(text, max(0, first.start - BETWEEN), first.start))

    def _may_be(self, text: str, match: re.Match[str], meaning: Meaning) -> bool:
        """Whether the surroundings let it be a date: no sum of money, decimal, number of something."""
        start = match.start()
        if not match[0][0].isdigit():
            return not FAMILY_NAME.search(text, max(0, start - 4), start)
        before = text[start - 1] if start else " "
        if before in "$£€¥#@/.,+":
            return before in ".," and not text[max(0, start - 2)].isdigit()
        if before == "-" and start > 1 and text[start - 2].isupper():
            return False  # MiG-29 of 1942
        if not isinstance(meaning, Calendar) or not meaning.has_year or meaning.month or meaning.span:
            return True
        return (meaning.year or 0) <= LATEST and not self._is_number(text, start, match.end())

    def _is_number(self, text: str, start: int, end: int) -> bool:
        """Whether a number of four digits is no year: Resolution 1483, 1000 ETH, 1984 Ventures."""
        begin = max(0, start - REACH)
        return (
            bool(self.numbered.search(text, begin, start))
            or bool(NUMBER_BEFORE.search(text, begin, start) and NUMBER_BEHIND.match(text, end))
            or bool(IN_NUMBERS.search(text, max(0, start - FAR), start))
            or any(
                before.search(text, begin, start) and after.match(text, end)
                for before, after in self.not_years
            )
        )


def plain_text(text: str) -> str:
    """The text with digits, spaces and hyphens of other widths as plain ones, character by character."""
    return text.translate(PLAIN) if not text.isascii() and WIDE.search(text) else text


def expressions(text: str, blocks: Sequence[Block], language: str) -> Iterator[Expression]:
    """Of a whole document; what is not in its main language is read in its own."""
    dates: list[Expression] = []
    for start, end, own in parts(text, blocks, language):
        dates.extend(finder(own, _held_pattern(own, text)).expressions(text, start, end))
    return settled(without_class_years(text, dates), day_first=lexicon_of(language).day_first)


def _held_pattern(language: str, text: str) -> str:
    """Which of the patterns of a language that bring shapes of their own a text holds; "" for none."""
    patterns = lexicon_of(language).shapes_where
    return next((pattern for pattern in patterns if re.search(pattern, text, re.VERBOSE)), "")


def approximate(meaning: Meaning) -> Meaning:
    """The same, only about right."""
    if isinstance(meaning, Calendar):
        return _approximate(meaning)
    if isinstance(meaning, Interval):
        return Interval(*(end and _approximate(end) for end in meaning))
    if isinstance(meaning, DateList):
        return DateList(tuple(listed._replace(date=_approximate(listed.date)) for listed in meaning.dates))
    assert isinstance(meaning, EitherWay)
    return meaning._replace(
        day_first=_approximate(meaning.day_first), month_first=_approximate(meaning.month_first)
    )


def _approximate(date: Calendar) -> Calendar:
    return date._replace(is_approximate=True)


def interval(begin: Calendar, finish: Calendar) -> Interval | None:
    """From one point to another of the same kind, what the first leaves out taken from the second."""
    if begin.day and finish.day and not finish.month:
        finish = finish._replace(month=begin.month)
    kinds = [(point.day is not None, point.month is not None, point.span) for point in (begin, finish)]
    if kinds[0] != kinds[1] or finish.is_short:
        return None
    first = 0 if begin.month == WINTER else begin.month or 0  # winter to spring 1920 lies in one year
    crosses = (first, begin.day or 0) > (finish.month or 0, finish.day or 0)
    if begin.year is None and finish.year is not None:
        begin = begin._replace(year=finish.year - crosses)
    if begin[:3] == finish[:3] or (begin.year and finish.year and begin.year > finish.year - crosses):
        return None
    return Interval(begin, finish)


def _settled(meaning: Meaning) -> Calendar | None:
    """A date that needs no other to be read: also 11.06.2016, of which nobody takes the month for the day."""
    if isinstance(meaning, EitherWay) and meaning.is_dotted and 1 <= (meaning.day_first.month or 0) <= MONTHS:
        return meaning.day_first
    return meaning if isinstance(meaning, Calendar) else None


def _is_rest(text: str, start: int) -> bool:
    """Whether it goes on with a number that is none of ours: 978-1945."""
    return start > 1 and text[start - 1] == "-" and text[start - 2].isdigit()


def _split(expression: Expression) -> Iterator[Expression]:
    if isinstance(expression.meaning, DateList):
        for start, end, date in expression.meaning.dates:
            yield Expression(start, end, date)
    else:
        yield expression


@lru_cache(maxsize=16)
def finder(language: str, held: str = "") -> Finder:
    """The compiled patterns of a language, with the shapes for texts that hold a pattern; made once."""
    lexicon = lexicon_of(language)
    lexicon = replace(lexicon, shapes=(*lexicon.shapes_where.get(held, ()), *lexicon.shapes))
    places = _places(lexicon)
    return Finder(
        lexicon=lexicon,
        triggers=_triggers(lexicon),
        begins=_beginnings(lexicon, places),
        part=re.compile(_filled("<part><joint>", places), re.VERBOSE),
        about=re.compile(_filled("<circa>", places), re.VERBOSE),
        between=re.compile(_filled(r"(?:^|\W)<between>[ ](?:<the>[ ])?$", places), re.VERBOSE),
        both=re.compile(_filled(r"[ ]<and>[ ](?:<the>[ ])?", places), re.VERBOSE),
        open_end=re.compile(
            _filled(r"\s?<to>\s?<open_end> | [ ]?[-–—][ ]?(?=[)\]）]) | [-–—](?=\t[^\W\d])", places),
            re.VERBOSE,
        ),  # (2017–present)   (2017–)   2017-<TAB>Ann Reed
        to=re.compile(_filled(r"\s?<to>\s?(?:<the>[ ])?", places), re.VERBOSE),
        numbered=re.compile(lexicon.numbered, re.VERBOSE),
        named=re.compile(lexicon.named, re.VERBOSE),
        not_years=tuple(
            (re.compile(before, re.VERBOSE), re.compile(after, re.VERBOSE))
            for before, after in lexicon.not_years
        ),
    )


def _triggers(lexicon: Lexicon) -> re.Pattern[str]:
    """Digits, an apostrophe before them, or a word that may begin a date; by first letters, for speed."""
    by_letter: dict[str, list[str]] = {}
    for word in _trigger_words(lexicon):
        by_letter.setdefault(word[0], []).append(word[1:])
    words = "|".join(re.escape(letter) + any_of(rest) for letter, rest in by_letter.items())
    before, after = (r"(?<!\w)", r"(?!\w)") if lexicon.has_spaces else ("", "")
    return re.compile(
        rf"{before}(?:(?P<four_digits>\d{{4}}(?!\d))|(?P<digit>\d+)|(?P<short>['’](?=\d\d))|(?P<word>(?:{words}){after}))",
        re.VERBOSE,
    )


def _trigger_words(lexicon: Lexicon) -> dict[str, list[str]]:
    """Each word, small and with a capital, and its classes."""
    classes: dict[str, list[str]] = {}
    for name, words in lexicon.triggers.items():
        for word in words:
            for form in {word, word[0].upper() + word[1:]}:
                classes.setdefault(form, []).append(name)
    return classes


def _beginnings(lexicon: Lexicon, places: Mapping[str, str]) -> dict[str, Beginning]:
    shapes = [
        (shape.begins.split(), (re.compile(_filled(shape.pattern, places), re.VERBOSE), shape.read))
        for shape in lexicon.shapes
    ]
    words = _trigger_words(lexicon) | {kind: [kind] for kind in NUMBERS}
    return {
        word: Beginning(
            shapes=tuple(shape for begins, shape in shapes if not set(begins).isdisjoint(classes)),
            is_part="part" in classes,
            is_circa="circa" in classes,
        )
        for word, classes in words.items()
    }


def _places(lexicon: Lexicon) -> dict[str, str]:
    numbers = any_of(word for word in lexicon.numbers)
    lists = {
        "month": any_of(lexicon.months) + r"(?!\w)",
        "season": f"(?i:{any_of(lexicon.seasons)})",
        "weekday": any_of(lexicon.weekdays),
        "year_words": f"(?i:{any_of(lexicon.year_words)})",
        "decades": f"(?i:{any_of(lexicon.decades)})",
        "unit": f"(?i:{any_of(lexicon.units)})",
        "nth": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?i:{any_of(lexicon.ordinals)}))",
        "count": rf"(?:\d{{1,3}}|(?i:{numbers}(?:[ -]{numbers})?))",
        "holiday": f"(?i:{any_of(lexicon.holidays)})",
        "beside": f"(?i:{any_of(lexicon.beside)})",
        "not_for": "",
        "not_the": "",
        "of_spoken_year": NEVER,
        "or_so": NEVER,
        "short_dot": NEVER,
        "day_and_month": NEVER,
        "day_before": NEVER,
        "or": NEVER,
        "part_of_day": NEVER,
        # 2017-09-04, also before another date, but not 2017-09-04-11
        "end_of_numbers": r"(?![\d/]|[-.](?![12]\d{3}[-/.])\d)",
        "moved": f"(?i:{any_of(lexicon.moved)})",
        "spoken": f"(?i:{any_of(lexicon.spoken)})",
        "spoken_week": f"(?i:{any_of(now for now, span in lexicon.spoken.items() if span[1] is Unit.WEEK)})",
        "nearest": f"(?i:{any_of(lexicon.nearest)})",
    }
    return lists | dict(lexicon.places)


def _filled(pattern: str, places: Mapping[str, str]) -> str:
    """The pattern with its word classes put in; they may name others."""
    while PLACE.search(pattern):
        pattern = PLACE.sub(lambda place: places.get(place[1], NEVER), pattern)
    return pattern
