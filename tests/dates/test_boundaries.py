"""Where the rules of the resolver begin and end: a row on either side of each edge."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate, Style, guess_style, resolve
from bot.dates.layout import blocks_of

# a document, paragraphs parted by /; the EDTF of each date in it; the edge
NARRATIVES = """
It began in November 1916. In February it ended. | 1916-11 1917-02 | February is the next year's
It began in December 1916. In January it ended. | 1916-12 1917-01 | so is January after December
It began in October 1916. In January it ended. | 1916-10 1916-01 | but not after October
It began in November 1916. In March it ended. | 1916-11 1916-03 | nor March
In June 1943 they hoped. Over the winter they fell. | 1943-06 1944-24 | from June on the winter ends next year
In May 1943 they hoped. Over the winter they fell. | 1943-05 1943-24 | before it is the one before
In June 1943 they hoped. In the autumn they fell. | 1943-06 1943-23 | only the winter
In December 1864 they won. On July 1 they won. On April 9, 1865 it ended. | \
1864-12 1865-07-01 1865-04-09 | five months back may be the next year's
In December 1864 they won. On August 1 they won. On April 9, 1865 it ended. | \
1864-12 1864-08-01 1865-04-09 | four are a look back
In December 1864 they won. On July 1 they won. On April 9, 1866 it ended. | \
1864-12 1864-07-01 1866-04-09 | if the very next year is told
In December 1864 they won. On July 1 they won./A./B./On April 9, 1865 it ended. | \
1864-12 1864-07-01 1865-04-09 | within two paragraphs
In December 1864 they won. On July 1 they won./A./On April 9, 1865 it ended. | \
1864-12 1865-07-01 1865-04-09 | and not farther
In April 2005 it was calm, as since April. | 2005-04 2005-04 | the same month is no later one
In May 1964 they came, long before a report of 1974. On 4 August they fought. | 1964-05 1974 1964-08-04 | far
In 1964 they came, long before a report of 1973. On 4 August they fought. | 1964 1973 1973-08-04 | nine go on
In May 1964 they came, long after a report of 1954. On 4 August they fought. | 1964-05 1954 1964-08-04 | both
It opened in 1927. In '67 it closed. | 1927 1967 | forty years ahead
It opened in 1927. In '68 it closed. | 1927 1868 | but no more
It opened in 1999. In '30 it closed. | 1999 2030 | nor behind our days
It opened in 1999. In '31 it closed. | 1999 1931 | which are over then
It opened in 1937. In '87 it closed. It ended in 1990. | 1937 1987 1990 | half a century
It opened in 1937. In '88 it closed. It ended in 1990. | 1937 1888 1990 | and no more
It opened in 1937. In '79 it closed. It ended in 1990. | 1937 1979 1990 | but for what the document tells of
In 1919 they came. On the last day of February they left. On the last day of March they died. | \
1919 1919-02 1919-03-31 | the end of February is another each year
In June 1950 they met. From March to May they had slept. | 1950-06 1950-03/1950-05 | an interval of one year
In March 1950 they met. From October to March they had slept. | 1950-03 1949-10/1950-03 | at its end
In March 1950 they met. From October to April they slept. | 1950-03 1950-10/1951-04 | told before it
In May 1950 they came. At noon they left. | 1950-05 | a time needs a day
In November 1975 it began. Its 1975 plan failed. In January it ended. | 1975-11 1975 1976-01 | a label leads
Dien Bien Phu fell on 7 May 1954, Dien Xa on 9 May. Two days after the fall of Dien Bien Phu they met. | \
1954-05-07 1954-05-09 1954-05-09 | a name of words
On 3 May 1789 they met. On 14 July 1790 crowds kept the anniversary of the fall. | \
1789-05-03 1790-07-14 1790-07-14 | an anniversary is of its own sentence
In 1950 he came. About two years later he left. | 1950 1952~ | about a count
It was 1917. From May to June '18 they slept. | 1917 1917-05 1918-06 | nor do a month and one of a short year
From 3 May to June 1950 it rained. | 1950-05-03 1950-06 | a day and a month make no interval
They had come in November 1903. In January they left. | 1903-11 1904-01 | no flashback without a narrative
In 1950 they came. At noon on 3 June, so they said in 1951, they left. | \
1950 1951-06-03 1951-06-03 1951 | a time of a day whose year stands behind it
From October to March they slept. It was 1950. | 1950-10/1951-03 1950 | before any other date
In 2100 it ends. It began in 2101. | 2100 | the last year that is none by itself
On 3 May 2101 it ends. | 2101-05-03 | unless a month stands before it
In November 1793 he fell, leader of the March 1793 uprising. In February they met. | \
1793-11 1793-03 1793-02 | what bears the name of its own year moves on
In March 1975 they met, and in a part of 1976. In May they left. | 1975-03 1976 1975-05 | a year ahead
"""
ROWS = [row for row in NARRATIVES.replace("\\\n", "").strip().split("\n") if row]


@pytest.mark.parametrize("row", ROWS)
def test_a_rule_ends_where_it_ends(row: str) -> None:
    text, wanted, _edge = row.split(" | ")

    mentions = resolve(text.replace("/", "\n\n"), style=Style.NARRATIVE, language="en")

    assert [str(mention.date) for mention in mentions] == wanted.split()


# a report of 15 October 2025, paragraphs parted by /
REPORTS = [
    ("It fell in October.", ["2025-10"]),
    ("It fell in November.", ["2025-11"]),
    ("It fell in December.", ["2024-12"]),
    ("It will fall in August.", ["2025-08"]),
    ("It will fall in July.", ["2026-07"]),
    ("It rose in the fourth quarter.", ["2025-36"]),
    ("It rose in the fourth quarter, and will rise in the first quarter.", ["2025-36", "2025-33"]),
    ("It fell on Wednesday.", ["2025-10-15"]),
    ("It fell on Thursday.", ["2025-10-09"]),
    ("It fell on Tuesday.", ["2025-10-14"]),
    ("It will fall on Wednesday.", ["2025-10-15"]),
    ("It will fall on Tuesday.", ["2025-10-21"]),
    ("It falls next Wednesday, it fell last Wednesday.", ["2025-10-22", "2025-10-08"]),
    ("It falls next Thursday, it fell last Tuesday.", ["2025-10-16", "2025-10-14"]),
    ("This Thursday it will fall.", ["2025-10-16"]),
    ("This Thursday: a fall.", ["2025-10-16"]),
    ("This Tuesday it fell.", ["2025-10-14"]),
    ("It will, " + 90 * "x" + " at night, fall on Thursday.", ["2025-10-16"]),
    ("It will, " + 130 * "x" + " at night, be on Thursday.", ["2025-10-09"]),
    ("On Thursday, at night, it will fall.", ["2025-10-16"]),
    ("On Thursday, " + 70 * "x" + " it will fall.", ["2025-10-09"]),
    ("On Thursday will be rain, " + 70 * "x" + ".", ["2025-10-16"]),
    ("On Thursday it fell. It will rise.", ["2025-10-09"]),
    ("It will rise, he said, and will fall on Thursday.", ["2025-10-16"]),
    ("It rose, will fall, he said on Thursday.", ["2025-10-09"]),
    ("Last October it fell.", ["2024-10"]),
    ("Last September it fell.", ["2025-09"]),
    (
        "This week, last week, next week.",
        ["2025-10-13/2025-10-19", "2025-10-06/2025-10-12", "2025-10-20/2025-10-26"],
    ),
    ("In 1950 it rose. In May it fell.", ["1950", "1950-05"]),
    ("It rose to a high, not seen since 1950. In May it fell.", ["1950", "2025-05"]),
    ("Yesterday, today and tomorrow.", ["2025-10-14", "2025-10-15", "2025-10-16"]),
]


@pytest.mark.parametrize(("text", "wanted"), REPORTS)
def test_a_report_looks_so_far_back_and_ahead(text: str, wanted: list[str]) -> None:
    mentions = resolve(
        text.replace("/", "\n\n"), written=HistoricalDate.parse("2025-10-15"), style=Style.NEWS, language="en"
    )

    assert [str(mention.date) for mention in mentions] == wanted


# a document, paragraphs parted by /
STYLES = [
    ("3 May 1950. Rain./4 May 1950. Sun./In May it was sunny.", Style.NARRATIVE),
    ("3 May 1950. Rain./4 May 1950. Sun./5 May 1950. Wind.", Style.LOG),
    ("3 May 1950. Rain./4 May 1950. Sun./5 May 1950. Wind./It was./It is./It will be.", Style.LOG),
    (
        "3 May 1950. Rain./4 May 1950. Sun./5 May 1950. Wind./It was./It is./It will be./It may.",
        Style.NARRATIVE,
    ),
    ("On 3 May 1950 it rained./On 4 May 1950 it did not./On 5 May 1950 it did.", Style.NARRATIVE),
    ("May 1950. Rain./June 1950. Sun./July 1950. Wind.", Style.NARRATIVE),
]


@pytest.mark.parametrize(("text", "style"), STYLES)
def test_three_entries_that_are_half_of_all_make_a_log(text: str, style: Style) -> None:
    text = text.replace("/", "\n\n")

    assert guess_style(text, blocks=blocks_of(text), language="en") == style


# a line, the level that it is taken for
LINES = [
    ("In 1950", 1),
    ("The hall", 2),
    ("The hall.", 0),
    ("The hall:", 0),
    ("90".rjust(90, "x"), 2),
    ("91".rjust(91, "x"), 0),
    ("Room 19500", 2),
    ("1950s", 1),
]


@pytest.mark.parametrize(("line", "level"), LINES)
def test_a_short_line_without_a_stop_is_a_heading(line: str, level: int) -> None:
    assert [block.level for block in blocks_of(line)] == [level]
