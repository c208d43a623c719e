"""Dates over the blocks of a document: headings, titles, items, rows, messages."""

from __future__ import annotations

import pytest

from bot.dates import (
    Basis,
    HistoricalDate,
    PassageDate,
    Style,
    date_of_sentence,
    date_passages,
    guess_style,
    resolve,
)
from tests.dates.documents import document

# the lines of a document, parted by /; the EDTF of each date in it, in order; why
MENTIONS = """
Old text/## 1931/March: the mill opened./May: it burned. | 1931 1931-03 1931-05 | months under a year
# 1931 in review/## January/It snowed./## December/On the 9th, it froze./## March/It rained on the 2nd. | \
1931 1931-01 1931-12 1931-12-09 1931-03 1931-03-02 | months as headings under a title
## December 1931/It snowed./## January/It froze. | 1931-12 1932-01 | without a year above the year goes on
## May 1931: the flood/On the 9th, it came./In 1899 it had come before./On the 12th, it left. | \
1931-05 1931-05-09 1899 | and a day needs the month last told
## 1931/In 1940 it was told again./In May it opened. | 1931 1940 1931-05 | each paragraph begins in its year
## 1931/On 5 May 1932 it closed./In June it opened. | 1931 1932-05-05 1932-06 | but for a later day
## 1931-1935/In 1933 it closed./In May it opened. | 1931/1935 1933 1933-05 | so does one of several years
## 1930/### 1931/- May: opened. | 1930 1931 1931-05 | the nearest heading tells the year
## 1931/### The hall/In May it opened./## The pier/In June it closed. | 1931 1931-05 1931-06 | also here
# Mills up to 2015/It opened in 1903./In June it burned. | 2015 1903 1903-06 | the title opens no paragraph
# The mill, 1880 to 2015/It opened in 1903./In June it burned. | 1880/2015 1903 1903-06 | nor does a span
## 2003/- 2 May – The studio closes and is sold the following year./- 4 November – The show ends. | \
2003 2003-05-02 2004 2003-11-04 | what one item says moves no other
- 2015: founded./- Sold two years later./- 2018: closed./Two years later it opened. | \
2015 2017 2018 2020 | an item without a date stands behind the one before; so does what follows the list
- December 1931: opened./- January: closed./- March: sold. | 1931-12 1932-01 1932-03 | entries told by months
- 1931/  - March: opened./  - May: closed./- 1950/  - June: sold. | 1931 1931-03 1931-05 1950 1950-06 | nested
In 1931 it opened./- sold in 1940./- lost in 1950/In May it burned. | 1931 1940 1950 1931-05 | in passing
2015: founded, and sold the following year./In May it moved. | 2015 2016 2015-05 | so do lines of a chronicle
In December I moved. On 24 February 1931 I passed. In March I left. | \
1930-12 1931-02-24 1931-03 | a month behind that of the year below is of the year before
In March I moved. On 24 February 1931 I passed. | 1931-03 1931-02-24 | but no near one
It was 3 May 1931 (put off from 2 April). At 7:45 pm it began. | \
1931-05-03 1931-04-02 1931-05-03 | an hour is not of what stands in brackets
3 May 1931, 21:45: the alarm rings./21:56: they come./22:09: it is out. | \
1931-05-03 1931-05-03 1931-05-03 | hours of the day of the entry before
21:56: they come. | | or of no day
| Name: Ann, Born: 1902, Left: May 1930/| Name: Bob, Left: June | 1902 1930-05 | nor does a row move another
## Log/Released 3 May 1931/In June it was sold. | 1931-05-03 1931-06 | a line that is all date
@1931-05-04 It burned yesterday./@1931-05-08 They meet on Monday. They met on Monday. | \
1931-05-03 1931-05-11 1931-05-04 | messages are told from their own day
@1931-01-04 It closed in December./@1931-12-08 It will open in January. | 1930-12 1932-01 | and month
In 1920 it opened./@1931-05-04 It burned yesterday./In May it had closed. | \
1920 1931-05-03 1920-05 | and end with them
@1931-05-04 It burned in 1920. In June it opened. | 1920 1920-06 | but for what they tell
"""
ROWS = [row for row in MENTIONS.replace("\\\n", "").strip().split("\n") if row]


@pytest.mark.parametrize("row", ROWS)
def test_a_date_means_what_its_block_makes_it_mean(row: str) -> None:
    lines, wanted, _why = _parts(row)
    text, blocks = document(*lines.split("/"))

    mentions = resolve(text, style=Style.NARRATIVE, blocks=blocks, language="en")

    assert [str(mention.date) for mention in mentions] == wanted.split()


def _parts(row: str) -> tuple[str, str, str]:
    lines, wanted, why = row.rsplit("|", 2)
    return lines.strip(), wanted.strip(), why.strip()


# the lines of a document; the date of each passage and its basis by its first letter; why
PASSAGES = [
    (["## 1921", "The club was founded."], ["1921 heading"], "a heading that is a year"),
    (["## 12 May 1997", "Trust is good."], ["1997-05-12 heading"], "whatever the verb"),
    (["## May 2004: two died", "On the 9th, he fell."], ["2004-05-09 completed"], "own words come first"),
    (["## After 1921", "It closed."], ["-"], "not what something came after"),
    (["## 1921", "In May it opened.", "It was full."],
     ["1921-05 completed", "1921-05 inherited"], "then what was told"),
    (["## 1921", "In May it opened.", "Trust is good."],
     ["1921-05 completed", "1921 heading"], "or else the heading"),
    (["## 1921", "### The hall", "It opened."], ["1921 heading"], "under a lesser heading too"),
    (["## 1921", "### May", "It opened.", "### Food", "It was good."],
     ["1921-05 heading", "1921 heading"], "the nearest"),
    (["## 1921", "It opened.", "## Food", "It was good."],
     ["1921 heading", "-"], "not behind the next one"),
    (["## 1914–1918", "It was quiet."], ["1914/1918 heading"], "of several years"),
    (["## 1921 –", "It was quiet."], ["1921/.. heading"], "since then"),
    (["## 1921 to today", "It was quiet."], ["1921/.. heading"], "up to now"),
    (["## 1921 to the hill", "It was quiet."], ["1921 heading"], "but to somewhere else"),
    (["## The AGM 2020 – 25 January 2021", "It was quiet."], ["2021-01-25 heading"], "the most exact one"),
    (["## 2001, 2005 and 2009", "It was quiet."], ["2001/2009 heading"], "from the first to the last"),
    (["# Minutes, 26 September 2005", "## Items", "It was sold."],
     ["2005-09-26 title"], "a title that is a day"),
    (["# Minutes, 26 September 2005", "## 3. Minutes of the 2004 AGM", "It was read."],
     ["2005-09-26 title"], "whose headings speak of another year"),
    (["# Minutes, 26 September 2005", "## 2004: losses", "It was sold."],
     ["2004 heading"], "unless they begin with it"),
    (["# Of 26 September 2005", "## The 25 September 2005 flood", "It fell.", "## A 2005 flood", "It rose."],
     ["2005-09-25 heading", "2005 heading"], "or name a day, or its year"),
    (["# News of 3 May 2003", "It is sold.", "## Mill 2.9", "Fixed.", "### Sails", "Red.", "## End", "Bye."],
     ["2003-05-03 title", "-", "-", "2003-05-03 title"], "an older version has a time of its own"),
    (["# News of 3 May 2003", "## 2.9", "### 4 May 2002", "Fixed.", "## 2.1 Apologies", "None."],
     ["2002-05-04 heading", "2003-05-03 title"], "which may stand below it; numbered headings are none"),
    (["# The season 2015/2016", "It was sold."], ["2015/2016 title"], "or a season"),
    (["# The mill 1880–2015", "It was sold."], ["-"], "but no long time"),
    (["# The mill since 1880", "It was sold."], ["-"], "and no mere beginning"),
    (["- 2015: founded.", "- Sold."], ["2015 explicit", "-"], "an item's date is no other's"),
    (["- 2015", "  - Founded.", "  - Sold in May."],
     ["2015 explicit", "2015 inherited", "2015-05 completed"], "but those below it"),
    (["## 2015", "- Founded.", "- Sold."], ["2015 heading", "2015 heading"], "items under a heading"),
    (["In 2015 it was founded:", "- It was sold.", "- Good."],
     ["2015 explicit", "2015 inherited", "-"], "under a paragraph"),
    (["By 2015, it was:", "+ Good.", "- Bad."],
     ["2015 explicit", "2015 inherited", "-"], "what introduces a list dates it"),
    (["In 1970 it closed.", "There was a match, played on 3 April 1966."],
     ["1970 explicit", "1966-04-03 explicit"], "a verb right before it"),
    (["In 1970 it closed.", "He told me at length of the match in 1966."],
     ["1970 explicit", "1970 inherited"], "but not what is spoken of"),
    (["In 1990 it closed.", "~By 2015, it was:", "+ Good.", "+ Sold.", "It opened."],
     ["1990 explicit", "2015 inherited", "2015 inherited", "1990 inherited"], "also where it is no passage"),
    (["- In 2015 it was sold.", "It was good."],
     ["2015 explicit", "-"], "nothing is inherited from a list"),
    (["| Ann, 1902 to 1930", "| Bob"], ["1902/1930 explicit", "-"], "rows are items"),
    (
        ["It sank in 1902.", "| Date: ?, it was raised", "| Date: -, it was raised"],
        ["1902 explicit", "-", "1902 inherited"],
        "a question mark says that nobody knows",
    ),
    (["## 2.1", "- Release May 3, 2017", "- Fixed.", "Sorted."],
     ["2017-05-03 explicit", "2017-05-03 heading", "2017-05-03 heading"], "a line that is all date"),
    (["3 May 1950", "Trust is good.", "## End"], ["1950-05-03 explicit", "-"], "but not without a heading"),
    (["@2018-03-05 It works.", "@2018-03-06 It broke yesterday.", "@2018-03-07 It was built in 1990."],
     ["2018-03-05 stamp", "2018-03-05 publication", "1990 explicit"], "messages"),
    (["In 1970 it closed.", "@ It opened again.", "@ Trust is good."],
     ["1970 explicit", "1970 inherited", "-"], "messages without a stamp are as paragraphs"),
    (["In 1970 it closed.", "It was dug in 1801. It was filled in 1804."], ["1970 explicit", "1801 explicit"],
     "what tells two earlier dates inherits none"),
    (["In 1970 it closed.", "In 1801 it was dug. Ann kept it. In the end came, in 1850, Bo.", "It was good."],
     ["1970 explicit", "1801 explicit", "1850 inherited"], "and is told on from there"),
    (["In 1970 it closed.", "Its chapel dates from 1631."],
     ["1970 explicit", "1631 explicit"], "nor what dates a thing"),
    (["The fifth grade (in 1984). A teacher came."], ["1984 explicit"], "a bracket that is all date"),
    (["Danton (1759) came. He stayed."], ["-"], "but not behind a name"),
    (["- Release 3.0 (6 June 2005): named for a toy."], ["2005-06-06 explicit"], "but for a label"),
    (["In 1970 it closed.", "Release 0.93 (March 1995): it was sold."],
     ["1970 explicit", "1995-03 explicit"], "of any paragraph"),
    (["- Ann Reed (1902–1911)", "- Bo Lund"], ["1902/1911 explicit", "-"], "that ends its block"),
    (["- 1935 - 31 May: a meeting.", "- **1935** – 10 June: a parade."],
     ["1935-05-31 completed", "1935-06-10 completed"], "a year and its day"),
    (["- 1948 • the club was formed, July 20."], ["1948-07-20 completed"], "or the only day of that year"),
    (["- 1948 • formed in July, closed in May."], ["1948 explicit"], "but not one of several"),
    (["Around 1985 it was sold.", "In 1990 it closed, around 1985 it was sold."],
     ["1985~ explicit", "1990 explicit"], "about when, where nothing says it better"),
    (["First came the mill, by Ann Reed (1985)."], ["1985 explicit"], "a bracket at the end"),
    (["## Rise", "Last updated: May 2003", "It was sold."], ["2003-05 explicit", "2003-05 inherited"],
     "when it was written dates no heading"),
    (["## Work", "- 04/2021 Garden", "- Since 05/2022 a wall", "- Seats"],
     ["2021-04 explicit", "2022-05 explicit", "-"], "an item of few words dates no other"),
    (["## Work", "- Date: 3 May 2021", "- Seats"], ["2021-05-03 explicit", "2021-05-03 heading"],
     "but a label"),
    (["## 1957", "It was forbidden until the vote of 1955. In 1955 all voted. On 2 May 1957 it was founded."],
     ["1957-05-02 explicit"], "what lies in the time of the heading comes first"),
    (["## 4 May 1957: mill", "It was sold. It had been built in 1901.", "In 1901 it was built.",
      "In June 1958 it burnt.", "- Oats. 3 May 1956 was dry."],
     ["1957-05-04 heading", "1901 explicit", "1958-06 explicit", "1956-05-03 explicit"],
     "behind a sentence of a heading's day what is of a year before is only looked back to, but in items"),
    (["## 1957 Season", "We won the cup. It had been stolen in the autumn of 1956.", "- It was a cup."],
     ["1957 heading", "1957 heading"], "and behind one of its year"),
    (["In June 2003 the crew rowed, as it had in 1995 and in 2001.", "It was a good race."],
     ["2003-06 explicit", "2003-06 inherited"], "nor is what a passage ends with handed on"),
    (["Prior to 1964 nobody fought fires. In 1963 a mill burnt down."], ["1963 explicit"],
     "what was prior to a year"),
    (["## 1957", "It was built in 1901."], ["1901 explicit"], "a heading's year is not so sure"),
    (["It was founded by Ann Reed on 16 May 1993. It grew for a year (May 1994 to May 1995)."],
     ["1993-05-16 explicit"], "who did it is no term"),
    (["In 1982 it burned.", "It did better by its own means and in 1991 a club was formed."],
     ["1982 explicit", "1991 explicit"], 'what begins with "and in" is a thought of its own'),
    (["It was to be done by early 1993."], ["1993 explicit"], "as a date is"),
    (["Not until 1951 was the mill sold. In 1953 it burned."], ["1951 explicit"], "not until then"),
    (["It stood until 1951. In 1953 it burned."], ["1953 explicit"], "until then"),
    (["In 1970 it closed.", "It was built by Ann Reed in 1801."], ["1970 explicit", "1801 explicit"],
     "a verb with its doer"),
    (["In 2009 it closed.", "The fair was held in Oldtown, Kent, from 17 to 23 June 2007."],
     ["2009 explicit", "2007-06-17/2007-06-23 explicit"], "and where it was held"),
    (["In 1850 it closed.", "The first huts were made about 1796, by Ann Reed."],
     ["1850 explicit", "1796~ explicit"], "or made about then"),
    (["It kept to its planned launch on 3 May 1950."], ["1950-05-03 explicit"], "as it was planned"),
    (["It was planned for 3 May 1950. It came on 9 May."], ["1950-05-09 completed"], "not what was planned"),
    (["In May 1950 it opened. As of June 2015, it has sails.", "It was full."],
     ["1950-05 explicit", "1950-05 inherited"], "nor as of when it is told"),
    (["- Date/Time: Thu 3 May 1950, 7 pm to 8 pm", "- Venue: The Bell", "- Led by Ann Reed"],
     ["1950-05-03 explicit", "1950-05-03 inherited", "1950-05-03 inherited"], "an item that dates its list"),
    (["- Founded: 3 May 1950", "- Venue: The Bell"], ["1950-05-03 explicit", "-"], "no other does"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "wanted", "why"), PASSAGES)
def test_a_passage_has_the_date_of_its_words_or_of_what_it_stands_under(
    lines: list[str], wanted: list[str], why: str
) -> None:
    text, blocks = document(*lines)
    mentions = resolve(text, style=Style.NARRATIVE, blocks=blocks, language="en")

    dates = date_passages(text, blocks, mentions, language="en").dates

    assert [f"{date.date} {date.basis}" if date else "-" for date in dates] == wanted, why


def test_what_minutes_say_of_days_to_come_dates_nothing_else() -> None:
    lines = (
        "## Works",
        "### Pier",
        "It will be on 2 June 2010.",
        "Ann wanted it.",
        "### Hall",
        "It was swept.",
    )
    text, blocks = document(*lines)
    date = PassageDate(HistoricalDate.parse("2010-04-13"), Basis.HEADING)
    mentions = resolve(text, blocks=blocks, document_date=date)

    dates = date_passages(text, blocks, mentions, document_date=date).dates

    assert [str(date and date.date) for date in dates] == ["2010-06-02", "2010-06-02", "2010-04-13"]


EXCERPT = "She had come by the ferry, as they all did then, and saw the mill on its hill by the river. " * 2
EXCERPTS = [  # paragraphs, and their dates
    (["In 2018 I read her letter.", f"“I came on 3 May 1921. {EXCERPT}", "I left in 1950.”"],
     ["2018", "1921-05-03", "1950"]),
    (["In 2018 I read her letter.", f"“I came on 3 May 1921. {EXCERPT}”"], ["2018", "1921-05-03"]),
    (["In 2018 I read her letter.", "“I came on 3 May 1921.”"], ["2018", "-"]),
    (["In 2018 I read her letter.", f"“I left in 1950”, she wrote. {EXCERPT}"], ["2018", "2018"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "wanted"), EXCERPTS)
def test_a_paragraph_of_a_letter_has_its_own_dates(lines: list[str], wanted: list[str]) -> None:
    text, blocks = document(*lines)

    dates = date_passages(text, blocks, resolve(text, blocks=blocks, language="en"), language="en").dates

    assert [str(date.date) if date else "-" for date in dates] == wanted


OF_ITS_TIME = [  # a text written on 3 May 2018, and the dates of its passages
    (["It was sold.", "Trust is good."], ["-", "-"]),
    (["It was sold last year.", "Trust is good."], ["2017 publication", "2018-05-03 publication"]),
    (["In 1990 it was sold.", "Trust is good."], ["1990 explicit", "-"]),
    (["It was sold in 2018, for good.", "Trust is good."], ["2018 explicit", "2018-05-03 publication"]),
]


@pytest.mark.parametrize(("lines", "wanted"), OF_ITS_TIME)
def test_a_text_that_names_no_other_time_is_of_its_own(lines: list[str], wanted: list[str]) -> None:
    text, blocks = document(*lines)
    written = HistoricalDate.parse("2018-05-03")
    mentions = resolve(text, written=written, blocks=blocks, language="en")

    dates = date_passages(text, blocks, mentions, written=written, language="en").dates

    assert [f"{date.date} {date.basis}" if date else "-" for date in dates] == wanted


@pytest.mark.parametrize("basis", [Basis.TITLE, Basis.FILE_NAME])
def test_what_opens_a_document_dates_what_nothing_else_does(basis: Basis) -> None:
    date = PassageDate(HistoricalDate.parse("2018-07"), basis)
    text, blocks = document("It was sold.", "On the 9th, it burned.", "Yesterday he came.")
    mentions = resolve(text, blocks=blocks, document_date=date, language="en", style=Style.NARRATIVE)

    dates = date_passages(text, blocks, mentions, document_date=date, language="en").dates

    assert [str(date.date) for date in dates if date] == ["2018-07", "2018-07-09", "2018-07-09"]
    assert dates[0] == date


def test_what_opens_a_document_tells_its_style() -> None:
    date = PassageDate(HistoricalDate.parse("2018-07-14"), Basis.TITLE)
    text, blocks = document("It burned on Monday.")

    assert guess_style(text, blocks=blocks, document_date=date) == Style.NEWS
    assert guess_style(text, blocks=blocks) == Style.NARRATIVE
    assert [str(mention.date) for mention in resolve(text, blocks=blocks, document_date=date)] == [
        "2018-07-09"
    ]


def test_a_report_without_a_date_of_its_own_is_told_from_its_title() -> None:
    date = PassageDate(HistoricalDate.parse("2018-07-14"), Basis.TITLE)

    mentions = resolve("It burned on Monday.", style=Style.NEWS, document_date=date)

    assert [str(mention.date) for mention in mentions] == ["2018-07-09"]


# published in March 2018
UNPUBLISHED = [
    ("In January 2018 it opened. In December it had burned.", ["2018-01", "2017-12"]),
    ("In January 2018 it opened. In December it will burn.", ["2018-01", "2018-12"]),
    ("In 2017 it opened. Two years later it burned.", ["2017"]),
    ("In 2017 it opened. A year later it burned.", ["2017", "2018"]),
    ("In 2017 it opened. It was planned for 2019.", ["2017", "2019"]),
]


@pytest.mark.parametrize(("text", "wanted"), UNPUBLISHED)
def test_what_was_does_not_lie_behind_the_publication(text: str, wanted: list[str]) -> None:
    mentions = resolve(text, written=HistoricalDate.parse("2018-03"), style=Style.NARRATIVE)

    assert [str(mention.date) for mention in mentions] == wanted


# a passage with the place of the sentence that names no date as ^; that sentence's date
SENTENCES = [
    ("In 1945 it burned. In 1950 it was sold. ^It stood empty.", "1950"),
    ("In 1945 it burned. ^It stood empty. In 1950 it was sold.", "1945"),
    ("^It stood empty. In 1950 it was sold.", "1900"),
    ("The fifth grade (1984). ^It stood empty.", "1984"),
    ("In 1945 it burned (it opened in 1901). ^It stood empty.", "1945"),
    ("In 1945 it burned, planned since 1901. ^It stood empty.", "1945"),
    ("In 1945 he said: “It was 1901.” ^It stood empty.", "1945"),
]


@pytest.mark.parametrize(("text", "wanted"), SENTENCES)
def test_a_sentence_without_a_date_has_that_of_the_nearest_before_it(text: str, wanted: str) -> None:
    place, text = text.index("^"), text.replace("^", "")
    own = PassageDate(HistoricalDate.parse("1900"), Basis.INHERITED)

    date = date_of_sentence(text, resolve(text), own, place, "en")

    assert date is not None
    assert str(date.date) == wanted
