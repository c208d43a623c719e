"""What is a date by its words alone, and what is none."""

from __future__ import annotations

import pytest

from bot.dates import Basis, HistoricalDate, find_dates, resolve

EVENTS = {
    "the great storm": HistoricalDate.parse("1903-07"),
    "94": HistoricalDate.parse("2017-09-04"),
    "94 crackdown": HistoricalDate.parse("2017-09-04"),
}

# what is written | EDTF of each date in it
ARE_DATES = """
Febuary 8, 2018 | 2018-02-08
on 3 septmber 2018 | 2018-09-03
in Decemeber 2017 | 2017-12
posted on 21. February 1996 | 1996-02-21
On 4 September 2017 it closed. | 2017-09-04
On September 4, 2017, it closed. | 2017-09-04
On September 4th, 2017 it closed. | 2017-09-04
On the 4th of September 2017 it closed. | 2017-09-04
On Sept. 4, 2017 it closed. | 2017-09-04
SEPTEMBER 2017 | 2017-09
On Monday, 4 September 2017, it closed. | 2017-09-04
In 1986 or so it opened. | 1986~
lost in 1918 approx. | 1918~
Released 7/29/91 and 9/07/91 | 1991-07-29 1991-09-07
Around 1987 or 1988 it opened. | 1987~/1988~
In 1980 or 81 it opened. | 1980/1981
In 1950 or 1960 it opened. | 1950 1960
in the 90's | 199X
from 04.09.2017 to 06.10.2017 | 2017-09-04/2017-10-06
11.06. to 05.10.2019 | 2019-06-11/2019-10-05
2017/2018 and 1743/44 | 2017/2018 1743/1744
on 2017-09-04 at noon | 2017-09-04 2017-09-04
on 2017-09-04T10:30:00 | 2017-09-04
on 25.12.1914 | 1914-12-25
on 12/25/1914 | 1914-12-25
on 9/11/2001 | 2001-09-11
In October 2017 it moved. | 2017-10
In October, 2017 it moved. | 2017-10
in October of 2017 | 2017-10
in early October 2017 | 2017-10
at the end of March 1951 | 1951-03
in 2017 | 2017
2017 was the year of the explosion. | 2017
in late 1917 | 1917
early in 1914 | 1914
in mid-1930 | 1930
by the end of 1939 | 1939
the 1939 invasion | 1939
in the summer of 1943 | 1943-22
in summer 2017 | 2017-22
a winter 2014 salon | 2014-24
the 1982 summer offensives | 1982-22
in the fall of 2007 | 2007-23
in Q2 2017 | 2017-34
in the second quarter of 2017 | 2017-34
in the second half of 2008 | 2008-07/2008-12
in the latter half of 2008 | 2008-07/2008-12
in H1 2017 | 2017-01/2017-06
in the 1990s | 199X
in the 1990's | 199X
in the late 1930s | 193X
in the 19th century | 18XX
in the nineteenth century | 18XX
in the early 21st century | 20XX
in the 5th century BC | -0499/-0400
in 490 BC | -0489
in 490 B.C. | -0489
in 490 BCE | -0489
in AD 70 | 0070
in 70 AD | 0070
c. 490 BC | -0489~
around March 1981 | 1981-03~
about 1910 | 1910~
ca. 1500 | 1500~
circa 1500 | 1500~
490-479 BC | -0489/-0478
from 1939 to 1945 | 1939/1945
1939-45 | 1939/1945
1939–1945 | 1939/1945
From April to September 2024 | 2024-04/2024-09
from July to October 2017 | 2017-07/2017-10
from November to January 1943 | 1942-11/1943-01
12-15 April 1916 | 1916-04-12/1916-04-15
April 12-15, 1916 | 1916-04-12/1916-04-15
12 to 15 April 1916 | 1916-04-12/1916-04-15
4 and 5 June 1942 | 1942-06-04/1942-06-05
on 5 and 9 May 1945 | 1945-05-05 1945-05-09
31 May - 1 June 1916 | 1916-05-31/1916-06-01
April and May 2019 | 2019-04 2019-05
the spring and early summer of 1943 | 1943-21 1943-22
China's September 4th crackdown in 2017 | 2017-09-04 2017
Christmas 1914 | 1914-12-25
Christmas Eve 1914 | 1914-12-24
New Year's Day 1959 | 1959-01-01
the “94” storm | 2017-09-04
the 94 crackdown | 2017-09-04
post-94 | 2017-09-04
Then came 94! | 2017-09-04
after 94 it fled | 2017-09-04
The great storm came. | 1903-07
in 1945, 1946 and 1947 | 1945 1946 1947
29 February 2016 | 2016-02-29
In the last week of August 1918 it fell. | 1918-08
in the first ten months of 1915 | 1915
during the final days of 1899 | 1899
on the last day of June 1920 | 1920-06-30
on the last day of February 1920 | 1920-02-29
on the first day of 1877 | 1877-01-01
held Mar–Apr 1984 | 1984-03/1984-04
from Feb to Dec 1984 | 1984-02/1984-12
in Jan, Mar and May 1984 | 1984-01 1984-03 1984-05
baptised on 2 February 1721/22 | 1722-02-02
in March 1699/1700 | 1700-03
baptised on 2 May 1721/22 | 1721-05-02
on 4 March (17 March) 1899 | 1899-03-04 1899-03-17
on 7 June, 9 July and 2 August 1834 | 1834-06-07 1834-07-09 1834-08-02
on 12 May (Friday), 1893 | 1893-05-12
on May 12, (Friday), 1893 | 1893-05-12
Sun Mar 04 09:15:22 CET 1984 | 1984-03-04
1984/Mar/04 | 1984-03-04
on 7.IX.1944 | 1944-09-07
in the 1920s-30s | 192X/193X
in the 1920s and 60s | 192X 196X
in the 1920s and 30s | 192X/193X
from the 2nd to the 5th century AD | 01XX/04XX
between the 11th and 13th centuries | 10XX/12XX
in the 11th and 13th centuries | 10XX 12XX
in the 12th and 13th centuries | 11XX/12XX
the 3rd to 1st centuries BC | -0299/0000
19840304: the roof leaked | 1984-03-04
198403__: the roof leaked | 1984-03
opened １９８４ by the quay | 1984
on 4\u00a0March\u20091984 | 1984-03-04
[04/Mar/1984:10:12:13] | 1984-03-04
on 4. 3. 1984 | 1984-03-04
from 1984-03-04-1984-03-09 | 1984-03-04/1984-03-09
in the 1920-30s | 192X/193X
the 10th, 12th and 14th centuries | 09XX 11XX 13XX
the late 11th or early 12th century | 10XX/11XX
on the twenty-fourth of March 1984 | 1984-03-24
on the thirty-first of March 1984 | 1984-03-31
in April Smith came in 1984 | 1984-04 1984
Spring: the hall was built in 1984. | 1984-21 1984
on april 25 1984, on 25 april 1984, in nov 1984 | 1984-04-25 1984-04-25 1984-11
in october of 1984 and early december | 1984-10 1984-12
around early 1917 | 1917~
the 2016 US election | 2016
In 1920 Main Street was paved | 1920
1920 Mill Road paved | 1920
In 1921 the NATO forces | 1921
the 2019 release of the map | 2019
in 1900 active miners struck | 1900
the 1600 local elections | 1600
"""

ARE_NONE = """
about 2100$ in all
the new home at 1115 E. Main St
the new home at 1115 Main Street
the house of Ann Reed, 1920 ½ Main St in Dallas
a man of 1925 Mill Street in Dallas
a shop (1920 N Third avenue) in Dallas
the last 2048 results
four months in prison
18 months from lawsuit to plea
a three-year campaign
two hours
for the next year
every day
each day
daily
He may go, and they march to the sea.
the fall of France
The sun rose.
Jun came.
a spring of water
He springs up.
from Japan to Malta
the 15th floor
the 15th-floor elevator
0.8 RMB
$2000
$4.32 billion
1500 men
1500 troops
2000 miles
over 1200 casualties
30%
1,500
1.2017
2000 km
a 2000-man force
90% of attendees were under 30
aged 45
room 1917b
x1917
1917x
UN Resolution 1483
Boats: 12 Members: 1609
boats:   4   open boats:  117   members of all:   1808
Flight 1549
MiG-29
Carl C. May
http://example.org/2017
version 2.0.17
99999
12345678901234567890
year 0
31 February 2017
30 February
0 May 2017
32 May 2017
2017-13-45
2017-02-30
the second half
the first quarter
the last straw
94 people came
after 94 days
the 94 people
the score was 94.
94%
any one time
at the same time
a short time after
at 10:57
11 a.m.
a dozen
the next man
that man
the same man
White Christmas
they entered winter quarters
the Summer Palace
the Winter Olympics
two days after the battle
the day before the battle
the first day of the battle
the sixth anniversary of the fall
at noon
a score of 3:2
once upon a time
May I?
Mr. March
one day
the first two days
in 2450 they will know
the 1703 build of a program
the backer is 1975 Partners
it cost 1500 EUR
cf. 1122, 1133 and 1144
see January 2006
April Smith came.
a 1500 word essay
it has 1489 registered members
1000 active miners
it grew to over 1500.
they reached 1000
release 1403
they march 5 miles and may 4 times
june came, august and wise
we mar 5 of them
the site gets 1300 visits
the Summer Street pier
Autumn Miller came.
the Long Winter Hills
For the first two months it rained.
19840304
the 60s and sunny
a Monday
its Sunday show
the third quarter
1 in 4 people
at 1000/1100 in all
2.1 531 1205 44 7
3, 1651, 38, 5
24/7 and 24/7/365 and 50/50/20 and 1/2/3
about 1500 or so people
"""


def rows(table: str) -> list[str]:
    return [row for row in table.strip().split("\n") if row]


@pytest.mark.parametrize("row", rows(ARE_DATES))
def test_is_a_date(row: str) -> None:
    text, wanted = row.rsplit(" | ", 1)

    mentions = find_dates(text, events=EVENTS)

    assert [str(mention.date) for mention in mentions] == wanted.split()
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


@pytest.mark.parametrize("text", rows(ARE_NONE))
def test_is_no_date(text: str) -> None:
    assert find_dates(text, events=EVENTS) == []


@pytest.mark.parametrize("text", rows(ARE_NONE))
def test_is_no_date_in_a_document_that_has_one(text: str) -> None:
    mentions = resolve(f"It began on 3 March 1950.\n\n{text}", events=EVENTS)

    assert [str(mention.date) for mention in mentions] == ["1950-03-03"]


def test_a_nickname_says_that_it_is_one() -> None:
    assert [mention.basis for mention in find_dates("the “94” storm", events=EVENTS)] == [Basis.ALIAS]
