"""What dates mean within their document."""

from __future__ import annotations

import pytest

from bot.dates import Basis, HistoricalDate, Style, guess_style, resolve
from bot.dates.layout import blocks_of

EVENTS = {
    name: HistoricalDate.parse(edtf)
    for name, edtf in {
        "94": "2017-09-04",
        "the long winter": "2017-09/2018-02",
        "the founding": "2014~",
        "the age of sail": "../1850",
        "the boom": "199X",
    }.items()
}

# a document, paragraphs parted by /; the EDTF of each date in it; why
STORIES = """
On 9 September 1914 it began. On 7 August it ended. | 1914-09-09 1914-08-07 | the year of the main line
It began in November 1916. In January it ended. | 1916-11 1917-01 | after November January is the next year's
It began in December 1916. In March it ended. | 1916-12 1916-03 | but March may be another one
On 10 June 1789 they met. Two days later they swore. | 1789-06-10 1789-06-12 | from the last date
On 31 December 1999 it rained. The next day it snowed. | 1999-12-31 2000-01-01 | over the year's end
In May 1776 he left. The next year he came. | 1776-05 1777 | a year later is a year
On May 23, 1915 Italy joined. Fifteen months later it declared war. | 1915-05-23 1916-08 | a month is a month
In 2014 it began. A decade later it ended. | 2014 2024~ | a decade is about ten years
In 1950 it began. Two days later it ended. | 1950 | two days from a year are no date
He came on 3 May 1950. That same day he left. | 1950-05-03 1950-05-03 | that day
On 3 May 1950 he came. In June this day was feared. | 1950-05-03 1950-06 | this day is near
By 1940 it was quiet. In August of that year it began. | 1940 1940-08 | a month of that year
In May 1943 he was ousted. Later that month he fled. | 1943-05 1943-05 | that month
It fell on May 5, 1940. By the end of the month all was lost. | 1940-05-05 1940-05 | the end of the month
In 1917 (it had begun in 1914) they fought. In May they won. | 1917 1914 1917-05 | brackets are asides
In 1917 he came, a member since 1903. In May he left. | 1917 1903 1917-05 | since is an aside
In May 1787 the meeting was planned for May 1789. In June he left. | 1787-05 1789-05 1787-06 | a plan
In June 1944 they, who had come in late 1943, won. In July they left. | 1944-06 1943 1944-07 | a flashback
In April 2008 it rose from a low of 2007. In May it fell. | 2008-04 2007 2008-05 | a comparison
In March 1975 they planned for a campaign in 1976. On 11 March they began. | 1975-03 1976 1975-03-11 | ahead
In 1943 it was calm, the previous year not. In May it began. | 1943 1942 1943-05 | looking back
China's September 4th crackdown in 2017 hit. | 2017-09-04 2017 | the year of its own clause
In 1920 it began. It lasted until 1923. In May it moved. | 1920 1923 1920-05 | an end is an aside
2005: Elections/On January 31 they voted./In December 2004 they had met./In May it began. | \
2005 2005-01-31 2004-12 2005-05 | a heading's year opens each paragraph
In 1899 it began. The class of '99 came. | 1899 1899 | the nearest such year
It opened in 1987. In '92 it burned, in '04 it was sold. | 1987 1992 2004 | nor is it behind it for good
It opened in 1998. They had met in '46. | 1998 1946 | but not far ahead
The flood of 1872 was worse than that of '81. | 1872 1881 | so in any century
It opened in 1906. The bell hung on 10-Apr-13, the roof in May '14. | 1906 1913-04-10 1914-05 | so here
It began in 1962. It ended in the 70s. | 1962 197X | so are decades
In May 1921 they met. On the 2nd of that month they voted. | 1921-05 1921-05-02 | a day of a month told
In December 1921 they met. On the 2nd of the following month they voted. | 1921-12 1922-01-02 | or the next
On 3 May 1921 they met. On Thursday of the following week they voted. | 1921-05-03 1921-05-12 | a week told
On 3 May 1921 they met. The previous Friday they had voted. | 1921-05-03 1921-04-29 | a weekday before
In 1905 they struck. On 24 October (6 November) 1917 they rose. | 1905 1917-10-24 1917-11-06 | two calendars
In 1905 they struck. Fairs were on 3 May, 9 June and 2 July 1921. | \
1905 1921-05-03 1921-06-09 1921-07-02 | the year of a list stands behind its last
In Q3 2017 it rose. A year later it fell. In Q1 it rose. | 2017-35 2018-35 2018-33 | a quarter a year later
In July 1943 they waited for summer. Over the winter they fell. | 1943-07 1943-22 1944-24 | it ends next year
In March 1918 he left Libau, taken the previous April. | 1918-03 1917-04 | the April before
On 10 May 1940 he met them. On Wednesday, the 22nd, they fell. On Friday the 24th it rained. | \
1940-05-10 1940-05-22 1940-05-24 | and of the day of the week
On 10 May 1940 he met them. On Friday the 24th of them fell. On Sunday, the 2nd Brigade came. | \
1940-05-10 | but not the first of many
On 10 May 1940 he met them. On the 20th, they fell. | 1940-05-10 1940-05-20 | a day of the month last told
On 4 July 1776 they signed. On Monday they rested. | 1776-07-04 1776-07-08 | the next such weekday
In 1903 it opened. It is held annually in June. It rains in summer each year. | 1903 | every year is none
In 1903 it opened. Every 1 May they met, each 2nd of June they rowed. | 1903 | nor is the same day of each
In 1903 it opened. The annual fair was held in June. An annual fair is held on 4 June. | 1903 | nor is this
In 1903 it opened. The annual fair was held on 4 June. | 1903 1903-06-04 | but the one that was held is
In 1903 they met. Paul and June Reed came, with April Lund and May Holm. | 1903 | first names
In 1903 they met. Between May and June Paul left. | 1903 1903-05/1903-06 | but not of these
In 1903 it opened. Every man came in June. | 1903 1903-06 | not all that is said of every one is a habit
On 4 July 1776 they signed. Monday's feast was great. | 1776-07-04 1776-07-08 | so is its own
On 4 July 1776 they signed. It was held on a Monday, its Sunday show is good. | 1776-07-04 | not any Monday
On 4 July 1776 they signed./On Monday they rested. | 1776-07-04 | nor one in another paragraph
On 4 July 1776 they met. In the two days after the battle it rained. | 1776-07-04 | how long it rained
In 1640 he came. He left two years later, in 1804. | 1640 1804 1804 | a count that its date stands beside
They met two months after the peace was signed in 1775. | 1775 | an event dated by its year alone
It began on 3 May 1950. On Monday, 15 May 1950, it ended. | 1950-05-03 1950-05-15 | a weekday before its date
She left on 21 June 1791. The day before, she slept. | 1791-06-21 1791-06-20 | the day before
“It was two years ago,” he said. | | a quotation without a time of its own
In 1975 he said: “It was two years ago.” | 1975 1973 | who is quoted speaks in the story's time
In 2017 it boomed. The “94” storm came. In May it had begun. | 2017 2017-09-04 2017-05 | it moves nothing
They lived through the long winter. The founding was far. | 2017-09/2018-02 2014~ | both ends, and about
After the age of sail came the boom. | ../1850 199X | an open end, a decade
About 1910 he came. In May he left. In June of that year he died. | 1910~ 1910-05~ 1910-06~ | stays about
About 3 May 1910 he came. Two days later he left. That month was wet. | \
1910-05-03~ 1910-05-05~ 1910-05~ | so counted
About March 1910 he came. Two months later he left. On the 20th, he died. | \
1910-03~ 1910-05~ 1910-05-20~ | so in months
Around 13.9.2017 it fell. | 2017-09-13~ | about a date in numbers
About 5 and 9 May 1945 it fell. | 1945-05-05~ 1945-05-09~ | about both days of a list
In March they met. It was 1917. | 1917-03 1917 | before any other year the document's first one
In 2023 it fell. It has not risen this year. | 2023 2025 | this year is the year of writing
It ends on 30 February 2017. | | no calendar holds it
On 3 May 1950 they came. At 11 a.m. it rained. By 10:57 p.m. they slept. | \
1950-05-03 1950-05-03 1950-05-03 | a time is of the day last told
At noon on 3 May 1950 it began./At noon he left. | 1950-05-03 1950-05-03 | of its clause; not over paragraphs
On 1 July 1916, the first day of the battle, it rained. | 1916-07-01 1916-07-01 | another name of a date
On 14 July 1790 crowds kept the anniversary of the fall. | 1790-07-14 1790-07-14 | it is kept on its day
In July 1790 crowds kept the anniversary of the fall. | 1790-07 | where the day is known
On 17 September 1862, the bloodiest single day of the war, it rained. | 1862-09-17 1862-09-17 | a superlative
The bloodiest day of the war came. | | of which nothing is known
In 1916 they came. It was the first day of the battle. | 1916 | but only right behind it
On 27 June 1950, two days after the invasion, he spoke. | 1950-06-27 1950-06-27 | so are such counts
Girona fell on 5 February 1939. Later, five days after the fall of Girona, it ended. | \
1939-02-05 1939-02-10 | from an event that was dated before
In 1950 it began. Two days after the rising it ended. | 1950 | of an event without a date nothing is known
On 3 May 1950 the siege began. In June, the day before the siege, it snowed. | \
1950-05-03 1950-06 1950-06 | an apposition names the date before it
The siege began on 3 May 1950 and he left. The day before the siege he wrote. | \
1950-05-03 1950-05-02 | the day before
In December 1864 they won. On April 1 they won again. On April 9, 1865 it ended. | \
1864-12 1865-04-01 1865-04-09 | months back is the next year's, if the story comes to it
In September 1914 they won. In August they had lost. In April 1915 they came. | \
1914-09 1914-08 1915-04 | a month back is a look back
In May 1964 they came. A paper declassified in 2005 shows it. On 4 August they fought. | \
1964-05 2005 1964-08-04 | a year far away, in passing
In April 2005 it was calm, compared to the fights of November. In May it rose. | \
2005-04 2004-11 2005-05 | who compares looks back
In April 2005 it was calm, as since February. | 2005-04 2005-02 | a month behind is of the same year
In late April 2008 it rose from a low in January, passing the May 2007 high. | \
2008-04 2008-01 2007-05 | another month of the clause lends no year
In 1793 Danton fell, leader of the August 1792 uprising. On 24 June they met. | \
1793 1792-08 1793-06-24 | the name of a thing of the past
He died on 13 October./He had come in 1976. | 2025-10-13 1976 | a day shortly before its writing
In October it was calm./It was not so in 2023. | 2025-10 2023 | the month of writing, in a text of its time
In October it was calm./It was not so in 1976. | 1976-10 1976 | but not in a history
He died on 13 June./He had come in 1976. | 1976-06-13 1976 | an earlier one may be of the year told next
They came in April. In 1950 it burned. | 1950-04 1950 | so is one whose paragraph tells a year
In 1959 it closed. On Monday, 8 December, it burned. | 1959 1958-12-08 | a day of the week tells the year
In 1959 it closed. On Tuesday the 8th of December it burned. | 1959 1959-12-08 | where it fits nothing changes
In 1959 it closed. It burned on 9 December (Tuesday). | 1959 1958-12-09 1958-12-09 | also behind it
In 1959 it closed. On Sunday 8 December it burned. | 1959 1959-12-08 | where no year near fits neither
In 1959 it closed. On Sunday 31 February it burned. | 1959 | no year has such a day
In 1950 it closed. It will open on 26 April this year. | 1950 2025-04-26 | this year behind a day
In 1950 it closed. In May last year it opened. | 1950 2024-05 | last year behind a month
In 1950 it opened. Over the last year it fell, for the last week it rained. | 1950 | how long
In 1950 it opened. Over the next year it grew. | 1950 | so is this
In 1960 it burned, in 1970 it moved. This last Saturday it fell. He said: “Last Saturday it stood.” | \
1960 1970 2025-10-18 | a day seen from its writing
In 1960 it burned, in 1970 it moved. Today was the fair. | 1960 1970 2025-10-25 | a today that is over
They chose Mr Jas Winter. It was 1950. | 1950 | a name
In 1950 it opened, in 1960 it burned, in 1970 it moved. From tonight it is closed. Today it is old. | \
1950 1960 1970 2025-10-25 | tonight is of its writing
On 14 June it opened, for the first time since 1952. In 1960 it fell. | 1960-06-14 1952 1960 | not since
On 3 May 1915 it began./Tuesday 4th. Rain./Wed 5th. Rest./June 1st. Leave./12th. Back. | \
1915-05-03 1915-05-04 1915-05-05 1915-06-01 1915-06-12 | days of a diary
In 1903 it opened. It is held every first Sunday in May. | 1903 | every one is none
In 2016 they met. There was a winter 2014 salon. In May he left. | 2016 2014-24 2014-05 | not one that is new
"""
ROWS = [row for row in STORIES.replace("\\\n", "").strip().split("\n") if row]


@pytest.mark.parametrize("row", ROWS)
def test_a_story_is_read_as_a_reader_would(row: str) -> None:
    text, wanted, _why = (
        row.split(" | ") if " | | " not in row else row.replace(" | | ", " |  | ").split(" | ")
    )

    mentions = resolve(text.replace("/", "\n\n"), written=HistoricalDate.parse("2025-10-25"), events=EVENTS)

    assert [str(mention.date) for mention in mentions] == wanted.split()


def test_a_far_that_day_is_the_day_that_opened_a_paragraph() -> None:
    text = (
        "On August 2, 2017, we met.\n\nLater much happened. On August 24, 2017, I wrote.\n\n"
        "In 2017, I was known. That day, we talked."
    )

    assert str(resolve(text)[-1].date) == "2017-08-02"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On Monday he said so.", ["2025-10-20"]),
        ("Yesterday he said so.", ["2025-10-24"]),
        ("In December it fell.", ["2024-12"]),
        ("In October it fell.", ["2025-10"]),
        ("Last year it fell.", ["2024"]),
        ("Last week it fell.", ["2025-10-13/2025-10-19"]),
        ("On Monday, 6 October, it fell.", ["2025-10-06"]),
        ("On 2 August 2025 they left. They were missed on Monday.", ["2025-08-02", "2025-08-04"]),
        ("On 2 August 2025 they left. The warden said so Monday.", ["2025-08-02", "2025-10-20"]),
        ("On 12 October 2025 they left. They were missed on Monday.", ["2025-10-12", "2025-10-20"]),
        (
            "On 2 August 2025 they left./They rested./They were missed on Monday.",
            ["2025-08-02", "2025-10-20"],
        ),
        ("On Monday night, 6 October, it fell.", ["2025-10-06"]),
        ("It may open to interested visitors on 6 November.", ["2025-11-06"]),
        ("The board met Thursday and will meet Tuesday.", ["2025-10-23", "2025-10-28"]),
        ("It opened Saturday.", ["2025-10-25"]),
        ("It opens next Saturday. It closed last Saturday.", ["2025-11-01", "2025-10-18"]),
        ("Tuesday's fire will be talked about.", ["2025-10-21"]),
        ("It rains every Tuesday, and on a Friday.", []),
        ("It closes Monday next week, opened Tuesday last week.", ["2025-10-27", "2025-10-14"]),
        ("Last week Thursday it fell. On Tuesday of last week it rose.", ["2025-10-16", "2025-10-14"]),
        ("This week on Monday it fell. It fell last week, Friday.", ["2025-10-20", "2025-10-17"]),
        ("It fell last week. Thursday was fair.", ["2025-10-13/2025-10-19", "2025-10-23"]),
        ("Last week Thursdays were wet.", ["2025-10-13/2025-10-19"]),
        ("On 14 October 2025 it fell./14:02 – it rose.", ["2025-10-14", "2025-10-14"]),
        ("The next fair is on Monday.", ["2025-10-27"]),
        ("They meet on the first Saturday of the month.", []),
        ("Black Friday, Bloody Sunday, the Sunday Times, Monday nights", []),
        ("On 3 May 1950 it fell. The previous Friday it had risen.", ["1950-05-03", "1950-04-28"]),
        ("Last night it burned. This morning they came.", ["2025-10-24", "2025-10-25"]),
        ("Last May it opened. It closes next May.", ["2025-05", "2026-05"]),
        ("Last December it opened. This spring it closed.", ["2024-12", "2025-21"]),
        ("This fiscal year it will close.", ["2025"]),
        ("It will close in December and open in February.", ["2025-12", "2026-02"]),
        ("It will close in September.", ["2025-09"]),
        ("It was closed in November.", ["2025-11"]),
        ("The roof is due by March.", ["2026-03"]),
        ("Next week it closes, next year it opens.", ["2025-10-27/2025-11-02", "2026"]),
        ("In the third quarter it earned more than a year ago.", ["2025-35", "2024-35"]),
        ("In the fourth quarter it rose from the year-earlier quarter.", ["2025-36", "2024-36"]),
        ("In 1950 it rose. In May it fell./In May it was quiet.", ["1950", "1950-05", "2025-05"]),
        (
            "Founded in 1950, it failed in May. In December 1950 it rose, in May it fell.",
            ["1950", "1950-05", "1950-12", "1950-05"],
        ),
    ],
)
def test_a_report_is_told_from_its_day(text: str, wanted: list[str]) -> None:
    mentions = resolve(
        text.replace("/", "\n\n"), written=HistoricalDate.parse("2025-10-25"), style=Style.NEWS
    )

    assert [str(mention.date) for mention in mentions] == wanted


def test_a_log_is_told_from_its_entries() -> None:
    mentions = resolve("3 May 1950. Rain.\n\n4 May 1950. Yesterday it rained.", style=Style.LOG)

    assert [str(mention.date) for mention in mentions] == ["1950-05-03", "1950-05-04", "1950-05-03"]


def test_a_log_without_entries_so_far_is_told_from_its_writing() -> None:
    mentions = resolve("Yesterday it rained.", style=Style.LOG, written=HistoricalDate.parse("2025-10-25"))

    assert [str(mention.date) for mention in mentions] == ["2025-10-24"]


# a document, paragraphs parted by /; written on 2025-10-25
STYLES = [
    ("It began on 3 May 1950. On Monday he left. In 1951 it ended.", Style.NARRATIVE),
    ("“On Monday,” he said, “or yesterday.”", Style.NARRATIVE),
    ("The bank said on Monday it would sell. On Tuesday it fell. It had bought them in 2019.", Style.NEWS),
    ("Yesterday it rose, today it fell.", Style.NEWS),
    ("Yesterday it rose.", Style.NEWS),
    ("In May it rose.", Style.NEWS),
    ("In 2025 it rose. In May it fell.", Style.NEWS),
    ("In 1950 it rose. In May it fell.", Style.NARRATIVE),
    ("In 1950 it rose. Yesterday it fell.", Style.NARRATIVE),
    ("In 1950 it rose. Yesterday it fell, on Monday more.", Style.NEWS),
    ("In 2025 it rose.", Style.NARRATIVE),
    ("It is held on a Monday.", Style.NARRATIVE),
    ("3 May 1950. Rain./4 May 1950. Sun. Yesterday it rained./5 May 1950. Wind.", Style.LOG),
    ("2017-09-04/Opened./2017-09-05/Closed./2017-09-06/Gone.", Style.LOG),
    ("", Style.NARRATIVE),
]


@pytest.mark.parametrize(("text", "style"), STYLES)
def test_a_style_that_is_not_given_is_guessed(text: str, style: Style) -> None:
    text = text.replace("/", "\n\n")

    guess = guess_style(text, written=HistoricalDate.parse("2025-10-25"), blocks=blocks_of(text))

    assert guess == style


def test_without_a_day_of_writing_nothing_is_a_report() -> None:
    text = "Yesterday it rose, today it fell."

    assert guess_style(text, blocks=blocks_of(text)) == Style.NARRATIVE


@pytest.mark.parametrize("row", ROWS)
def test_a_story_is_not_taken_for_something_else(row: str) -> None:
    text = row.split(" | ", maxsplit=1)[0].replace("/", "\n\n")
    phrases, guess = (
        resolve(text, written=None, style=style, events=EVENTS) for style in (Style.NARRATIVE, None)
    )

    assert phrases == guess


def test_each_date_says_how_it_is_known() -> None:
    mentions = resolve(
        "In 2017 they came. On August 2 the “94” storm was far. This year’s talk is over.",
        written=HistoricalDate.parse("2025"),
        events=EVENTS,
    )

    assert [mention.basis for mention in mentions] == [
        Basis.EXPLICIT,
        Basis.COMPLETED,
        Basis.ALIAS,
        Basis.PUBLICATION,
    ]


# when a document was written, what it says, what that means
WRITTEN_ABOUT = [
    ("2018-03/2018-05", "This year it fell. This month it rained.", ["2018"]),
    ("2018-03-02/2018-03-05", "This month it rained. Today it rains.", ["2018-03", "2018-03-02/2018-03-05"]),
    ("2018/2020", "This year it fell.", []),
    ("2018/..", "This year it fell.", []),
    ("199X", "This year it fell.", []),
    ("2018~", "Last year it fell.", ["2017~"]),
    ("2018-03-05~", "Yesterday it fell.", ["2018-03-04~"]),
]


@pytest.mark.parametrize(("written", "text", "wanted"), WRITTEN_ABOUT)
def test_what_is_seen_from_the_day_of_writing_is_no_more_exact_than_that(
    written: str, text: str, wanted: list[str]
) -> None:
    mentions = resolve(text, written=HistoricalDate.parse(written), style=Style.NEWS)

    assert [str(mention.date) for mention in mentions] == wanted
