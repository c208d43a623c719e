"""The one date of a passage as a whole."""

from __future__ import annotations

import pytest

from bot.dates import Basis, Block, HistoricalDate, PassageDate, date_passages, resolve

WRITTEN = HistoricalDate.parse("2025-10-25")
EVENTS = {"94": HistoricalDate.parse("2017-09-04")}


def dated(*paragraphs: str) -> list[str]:
    """The dates of the paragraphs ("-" for none, ~ in front when inherited); those with a # are headings."""
    text, blocks = "", []
    for line in paragraphs:
        bare = line.lstrip("#")
        blocks.append(Block(len(text), len(text) + len(bare), level=len(line) - len(bare)))
        text += bare + "\n"
    mentions = resolve(text, written=WRITTEN, events=EVENTS, blocks=blocks)
    own = date_passages(text, blocks, mentions, written=WRITTEN).dates
    return ["-" if not date else f"{'~' * (date.basis == Basis.INHERITED)}{date.date}" for date in own]


# paragraphs, their dates, why
PASSAGES = [
    (["In 2017, he left.", "He told me so."], ["2017", "~2017"], "inherited from the one before"),
    (["##A", "In 2017, he left.", "##B", "He told me so."], ["2017", "-"], "not over a section's end"),
    (["##A", "In 2017, he left.", "###B", "He told me so."], ["2017", "~2017"], "but over a lesser heading"),
    (["In 2017, he left.", "Trust is a good thing."], ["2017", "-"], "the general present has no date"),
    (
        ["In 2017, he left.", "The mill is located there."],
        ["2017", "-"],
        "nor has what is done in the present",
    ),
    (["In 2017, he left.", "The mills closed."], ["2017", "~2017"], "but what was done"),
    (["In 2017, he left.", "Today, it is quiet."], ["2017", "2025"], "the present is when it was written"),
    (["In March 2023, it began.", "I recalled the talk in 2014."], ["2023-03", "~2023-03"], "a flashback"),
    (
        ["Von 1954 bis 1956 wurde alles größer.", "Den Vertrag erhielten wir am 1.5.1951.", "Es war gut."],
        ["1954/1956", "1951-05-01", "~1951-05-01"],
        "no flashback where the verb stands before its date, as in German",
    ),
    (
        [
            "Wir kamen 1946.",
            "Die Vergabe nach Losen erfolgte vom 14.11.1948 an.",
            "Ab 9.2.1995 wurde neu geteilt.",
        ],
        ["1946", "1948-11-14", "1995-02-09"],
        "what stood before the verb dates nothing, and from then on is then",
    ),
    (["In 2025 it was over.", "Its 2023 guilty plea made it hard."], ["2025", "~2025"], "a year as a label"),
    (["In 2014, it became a name after China’s crackdown in 2017."], ["2014"], "a later event as a landmark"),
    (["It went from the yard in 2014 to the pardon in 2025."], ["2014/2025"], "from then to then"),
    (["On August 2, 2017, we met.", "In 2017 I wrote. That day we talked."], ["2017-08-02"] * 2, "that day"),
    (
        ["On August 2, 2017, we met.", *["He told me so."] * 4],
        ["2017-08-02", *["~2017-08-02"] * 3, "~2017-08"],
        "fades",
    ),
    (
        ["Around 1987 or 1988 he came. In 1989 he left."],
        ["1987~/1988~"],
        "about a year, which it begins with",
    ),
    (
        ["In 2020 he was old.", "Ann retired to Old Mill in 1976 and wrote."],
        ["2020", "1976"],
        "she did so then",
    ),
    (
        ["In Q3 2017 it fell.", "The Q4 report was late.", "In Q4 it rose."],
        ["2017-35", "~2017-35", "2017-36"],
        "a quarter as a label",
    ),
    (["The 2020 fair was held on 26 May 2020."], ["2020-05-26"], "the day of what its year names"),
    (["In 2020 it began, on 26 May 2020 it ended."], ["2020"], "not of what was in that year"),
    (
        ["In 1998 it was restored.", "In the 1850s the market moved."],
        ["1998", "185X"],
        "a decade is no label",
    ),
    (
        ["In 1998 it was restored.", "The barn was rebuilt c. 1650 in stone."],
        ["1998", "1650~"],
        "what was built then",
    ),
    (["In the early 20th century many tried. In 1907 Ann did."], ["1907"], "within a century the year"),
    (["The “94” storm came."], ["2017-09-04"], "a nickname where nothing else tells"),
    (["The dream of freedom since 1950 lives on."], ["1950"], "the only date that it names"),
    (["Dreams since 1950 and until 1960 live on."], ["-"], "one of two would be a guess"),
    (["He said: “It was in 2014.”"], ["-"], "a quotation dates itself"),
    (["(He was born in 1950.)"], ["-"], "so do brackets"),
    (["Nothing here."], ["-"], "no date, none invented"),
]


@pytest.mark.parametrize(("paragraphs", "wanted", "why"), PASSAGES)
def test_a_passage_has_the_date_a_reader_would_give_it(
    paragraphs: list[str], wanted: list[str], why: str
) -> None:
    assert dated(*paragraphs) == wanted, why


def test_a_passage_is_read_in_the_language_that_its_head_names() -> None:
    text = "Hoy es 1 museo."  # too little to tell the language by

    own = date_passages(text, [Block(0, len(text))], [], written=WRITTEN, language="es").dates

    assert own == [PassageDate(HistoricalDate.parse("2025"), Basis.PUBLICATION)]


@pytest.mark.parametrize("language", ["de-AT", "DE", "de_CH"])
def test_a_language_is_known_with_its_region(language: str) -> None:
    assert [str(mention.date) for mention in resolve("3. 5. Mai 1950", language=language)] == ["1950-05-05"]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2018-03-05", "2018"),
        ("2018-03/2018-05", "2018"),
        ("2018~", "2018~"),
        ("199X", "199X"),
        ("../2018", None),
    ],
)
def test_the_present_of_a_passage_is_no_more_exact_than_when_it_was_written(
    written: str, wanted: str | None
) -> None:
    text = "Today, it is quiet."

    own = date_passages(text, [Block(0, len(text))], [], written=HistoricalDate.parse(written)).dates

    assert [str(date.date) if date else None for date in own] == [wanted]


# a passage, the dates that say when its sentences took place
STATEMENTS = [
    ("He came in 2014. He left in 2017.", ["2014", "2017"], "one a sentence"),
    ("He came in 2014 and left in 2017.", ["2014"], "the first"),
    ("In May 2017, on 4 May to be exact, he left.", ["2017-05-04"], "or a more exact one within it"),
    ("Anna Berg, born in 1977, came in 2014.", ["2014"], "not an aside"),
    ("Anna Berg (1977) came in 2014.", ["2014"], "not one in brackets"),
    ("He had been there since 2014.", [], "not what it only refers to"),
    ("Its 2014 plea failed in 2017.", ["2017"], "not a label"),
    ("“We left in 2014”, he said in 2017.", ["2017"], "not what is quoted"),
    ("Das war „Anna“. Im Jahr 2017 ging sie.", ["2017"], "nor is it quoted behind German marks"),
    ("Das war »Anna«. Im Jahr 2017 ging sie.", ["2017"], "of either kind"),
    ("„Wir gingen 2014“, sagte er 2017.", ["2017"], "what stands within them is"),
    ("»Wir gingen 2014«, sagte er 2017.", ["2017"], "in either kind"),
    ("ОАО «Завод «Луч»» закрыли. В 2017 году его снесли.", ["2017"], "nor behind nested ones"),
    ("他说“2014年他来了”。2017年他走了。", ["2017"], "nor where no spaces are"),
    ("Today he is 40; in 2014 he came.", ["2014"], "not the time of writing"),
    ("He came around 2014.", ["2014~"], "though it be only about then"),
    ("He served from 2014 to 2017.", ["2014/2017"], "from then to then"),
    ("94 was a shock.", [], "not a nickname"),
    ("2014年他来了。2017年他走了。", ["2014", "2017"], "in Chinese"),
    ("Он пришёл в 2014 году. Он ушёл в 2017 году.", ["2014", "2017"], "in Russian"),
]


@pytest.mark.parametrize(("text", "dates", "why"), STATEMENTS)
def test_a_sentence_has_one_date_that_says_when_it_took_place(text: str, dates: list[str], why: str) -> None:
    blocks = [Block(0, len(text))]
    mentions = resolve(text, written=WRITTEN, events=EVENTS, blocks=blocks)
    marked = date_passages(text, blocks, mentions, written=WRITTEN).mentions

    assert [str(mention.date) for mention in marked if mention.is_statement] == dates, why
    assert [(mention.start, mention.date) for mention in marked] == [(m.start, m.date) for m in mentions]
