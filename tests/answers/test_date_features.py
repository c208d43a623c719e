"""What speaks for a date of a passage, and against it."""

from __future__ import annotations

from math import exp

import pytest

from bot.answers.date_features import FEATURES
from bot.dates import Basis, HistoricalDate, Precision
from bot.search.query import Query
from tests.answers.marked import marked

OF = {feature.name: feature.of for feature in FEATURES}
AGAINST = {"brackets", "own date", "from the day of writing", "stretch"}

# In these texts the words of the question stand in square brackets and the date in angle ones.
PLACES = [
    # the nearest word, 1 for beside it: each 20 characters halve it
    ("nearness", "[moved] <2017>", 1 / (1 + 1 / 20)),
    ("nearness", "[Binance] soon [moved] <2017>", 1 / (1 + 1 / 20)),
    ("nearness", "<2017>, [moved]", 1 / (1 + 2 / 20)),
    ("nearness", "[moved]<2017>", 1.0),
    ("nearness", "<2017>", 1 / 51),
    # all words, less the farther away, as a share of them all
    ("closeness", "[moved] <2017>", exp(-1 / 60)),
    ("closeness", "[Binance] [moved] <2017>", (exp(-7 / 60) + exp(-1 / 60)) / 2),
    ("closeness", "<2017>", 0.0),
    # those that are no names
    ("event closeness", "[Binance] [moved] <2017>", exp(-1 / 40) / 2),
    ("event closeness", "[Binance] [MOVED] <2017>", 0.0),
    # those in front of it
    ("behind words", "[moved] <2017>", exp(-1 / 40)),
    ("behind words", "<2017> [moved]", 0.0),
    ("behind words", "[moved] <2017> [there]", exp(-1 / 40) / 2),
    # in Chinese those behind it
    ("behind words", "<2017> [搬]", exp(-1 / 40)),
    ("behind words", "<2017>[搬]", 1.0),
    ("behind words", "[搬] <2017>", 0.0),
    ("behind words", "<2017> [搬] [Binance]", (exp(-1 / 40) + exp(-3 / 40)) / 2),
    # the question's first and last words that are no names
    ("near the first word", "[Binance] [moved] <2017> [there]", exp(-1 / 40)),
    ("near the first word", "[moved] [there] <2017>", exp(-7 / 40)),
    ("near the last word", "[moved] [there] <2017>", exp(-1 / 40)),
    ("near the last word", "[moved] <2017> in [Tokyo]", exp(-1 / 40)),
    ("near the first word", "[Binance] <2017>", 0.0),
    ("near the last word", "[Binance] <2017>", 0.0),
    # the beginning of the sentence
    ("opens the sentence", "<2017>", 1.0),
    ("opens the sentence", "It was <2017>", 1.0),
    ("opens the sentence", "It is in <2017>", 0.0),
    # the beginning of an entry of a chronicle
    ("heads an entry", "<26 June>: it [burned].", 1.0),
    ("heads an entry", "* <26 June> – it burned.", 1.0),
    ("heads an entry", "<26 June>\nIt [burned].", 1.0),
    ("heads an entry", "<26 June> it [burned]: all of it.", 0.0),
    ("heads an entry", "On <26 June>: it [burned].", 0.0),
    ("heads an entry", "[burned]", 0.0),
    # the name of its column in a table
    ("its column", "Keeper: [Lund], Came: 1902, [Left]: <1930>", 1.0),
    ("its column", "Keeper: Lund, [Left]: 1902, Back: <1930>", 0.0),
    ("its column", "Keeper: [Lund], Left: <1930>", 0.0),
    ("its column", "[Left] in: <1930>", 1.0),
    ("its column", "He [left] in <1930>", 0.0),
    ("its column", "[left]", 0.0),
    # names that the question writes small are known by the passage
    ("event closeness", "It was [Tokyo] that [moved] <2017>", exp(-1 / 40) / 2),
    ("near the first word", "It was [Tokyo] that [moved] <2017>", exp(-1 / 40)),
    # brackets
    ("brackets", "He ([moved] in <2017>) left.", 1.0),
    ("brackets", "He ([moved]) in <2017>.", 0.0),
    ("brackets", "He [moved] in <2017>.", 0.0),
    # of a passage's own date its words say nothing
    ("nearness", "[moved]", 1 / 51),
    ("closeness", "[moved]", 0.0),
    ("behind words", "[moved]", 0.0),
    ("alone in the sentence", "[moved]", 0.0),
    ("opens the sentence", "[moved]", 0.0),
    ("beginning or end", "until [moved]", 0.0),
    ("brackets", "([moved]", 0.0),
    ("own date", "[moved]", 1.0),
    ("own date", "[moved] <2017>", 0.0),
]
EXACT = [  # the date, how exact the question wants it; a day, as exact as wanted
    ("2017-10-04", None, 1.0, 0.0),
    ("2017-10", None, 0.0, 0.0),
    ("2017", None, 0.0, 0.0),
    ("201X", None, 0.0, -1.0),
    ("2017-10-04", Precision.YEAR, 1.0, 1.0),
    ("2017", Precision.YEAR, 0.0, 1.0),
    ("201X", Precision.YEAR, 0.0, -1.0),
]
ENDS = [  # words before the date, whether a beginning and an end is asked for, what that speaks
    ("until", False, True, 1.0),
    ("until", True, False, -1.0),
    ("until the", False, True, 1.0),
    ("until his death in", False, True, 1.0),
    ("to its end on", True, False, -1.0),
    ("since", True, False, 1.0),
    ("since", False, True, -1.0),
    ("from", True, False, 1.0),
    ("in", True, False, 0.0),
    ("in", False, True, 0.0),
    # both or none of them
    ("until", True, True, 0.0),
    ("since", False, False, 0.0),
    # until what else?
    ("until then it was in", False, True, 0.0),
]


@pytest.mark.parametrize(("name", "text", "value"), PLACES)
def test_a_date_is_judged_by_where_it_stands(name: str, text: str, value: float) -> None:
    assert OF[name](marked(text)) == pytest.approx(value)


@pytest.mark.parametrize(("date", "wanted", "is_day", "as_wanted"), EXACT)
def test_a_date_is_judged_by_how_exact_it_is(
    date: str, wanted: Precision | None, is_day: float, as_wanted: float
) -> None:
    candidate = marked("<then>", Query("", (), precision=wanted), date=date)

    assert OF["exactness"](candidate) == is_day
    assert OF["wanted precision"](candidate) == as_wanted


@pytest.mark.parametrize(("before", "start", "end", "value"), ENDS)
def test_a_beginning_and_an_end_are_told_by_the_words_before(
    before: str, start: bool, end: bool, value: float
) -> None:
    candidate = marked(f"It was so {before} <2017>", Query("", (), wants_start=start, wants_end=end))

    assert OF["beginning or end"](candidate) == value


@pytest.mark.parametrize(("rivals", "value"), [(0, 1.0), (1, 1 / 2), (3, 1 / 4)])
def test_the_only_date_of_a_sentence_is_likelier(rivals: int, value: float) -> None:
    assert OF["alone in the sentence"](marked("<2017>", rivals=rivals)) == value


@pytest.mark.parametrize(
    ("dates", "wants_date", "value"),
    [
        (("2017",), False, 1.0),
        (("2018", "2017/2019"), False, 1.0),
        (("2018",), False, 0.0),
        (("2017",), True, 0.0),
    ],
)
def test_a_date_in_the_period_named_answers_what_happened_then(
    dates: tuple[str, ...], wants_date: bool, value: float
) -> None:
    query = Query("", (), dates=tuple(map(HistoricalDate.parse, dates)), wants_date=wants_date)

    assert OF["named in the question"](marked("<2017>", query)) == value


def test_what_is_told_from_the_day_of_writing_and_what_has_two_ends_is_known() -> None:
    assert OF["from the day of writing"](marked("<today>", basis=Basis.PUBLICATION)) == 1
    assert OF["from the day of writing"](marked("<2017>")) == 0
    assert OF["stretch"](marked("<then>", date="2017/2019")) == 1
    assert OF["stretch"](marked("<then>", date="2017")) == 0


def test_what_speaks_against_a_date_is_known() -> None:
    assert {feature.name for feature in FEATURES if feature.weight < 0} == AGAINST


@pytest.mark.parametrize(
    ("question", "text", "basis", "value"),
    [
        ("when did Ann talk about it?", "the square", Basis.STAMP, 1.0),
        ("when did they discuss it?", "the square", Basis.HEADING, 1.0),
        ("когда Анна предложила это?", "the square", Basis.STAMP, 1.0),
        ("when was it built?", "the square", Basis.STAMP, 0.0),
        ("when did Ann talk about it?", "the square of <1900>", Basis.EXPLICIT, 0.0),
        ("when did Ann talk about it?", "the square", Basis.INHERITED, 0.0),
    ],
)
def test_what_was_spoken_of_was_so_on_the_day_of_its_message(
    question: str, text: str, basis: Basis, value: float
) -> None:
    assert OF["spoken then"](marked(text, Query(question, ()), basis=basis)) == value
