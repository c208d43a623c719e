"""Plain text as people write it, and as it is found on the web."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.formats import plain
from bot.sources.left_out import LeftOut
from tests.sources.test_markdown import shown

LONG = "In October the team arrived in Tokyo and rented a small office near the station. " * 3

A_PARAGRAPH_A_LINE = f"""
The move
Author: A. Writer

The move
First Steps: Shanghai and Before
1 The Office
{LONG}
{LONG}

2 Could they stay?
{LONG}
Join our community
Telegram:https://t.me/example
"""

WRAPPED = """A History of Ferries

The first ferry crossed the strait in 1903 and carried forty
passengers, two horses and the mail. It ran three times a
week until the war.

The War

No ferry ran from 1914 to 1918, since the boats were need-
ed elsewhere.
"""

SET_IN = """                 A Brief History of the Club

-----------------------------------------------------------

                    version: 2.28 (2023-02-15)

Chapter 1. The beginnings

    The club was founded by nine students, who had met in the
    reading room of the town hall. They rented a barn.

    Ann Reed led it from 1921 until 1923

1.1. The boats

    The first boat was bought on credit, and it sank within
    the year.
"""

CASES: dict[str, list[tuple[str, int, str]]] = {  # text -> kind, line and text of its parts
    "": [],
    "\n\n": [],
    " \t\n": [],
    # headings that are marked
    "=== Rise ===\n\nText of it.": [("h2", 1, "Rise"), ("p", 3, "Text of it.")],
    "# Rise\n\nText of it.": [("h1", 1, "Rise"), ("p", 3, "Text of it.")],
    "Rise\n====\nText of it.\n\nFall\n----\nMore of it.": [
        ("h1", 1, "Rise"), ("p", 3, "Text of it."), ("h2", 5, "Fall"), ("p", 7, "More of it."),
    ],
    # a link, and the end of a bracket, that only stand in a line of their own because the one above was full
    "Summary\n=======\n\n* They rowed to Ostrey and back\n  and so on\n  https://example.org/a-very-long-one\n"
    "  (ann, 19:39)\n* They wrote down what they had seen (ann,\n  19:40:12)\n* They sold it": [
        ("h1", 1, "Summary"), ("item0", 4, "They rowed to Ostrey and back and so on (ann, 19:39)"),
        ("item0", 8, "They wrote down what they had seen (ann, 19:40:12)"), ("item0", 10, "They sold it"),
    ],
    # words within a rule
    "------ 7 August 1996, mill 2.2 ------\n 1. a wheel\n 2. a door\n------- 9 August 1996, mill 2.3 ----\n"
    " 1. a roof\n 2. a lamp": [
        ("h1", 1, "7 August 1996, mill 2.2"), ("item0", 2, "a wheel"), ("item0", 3, "a door"),
        ("h1", 4, "9 August 1996, mill 2.3"), ("item0", 5, "a roof"), ("item0", 6, "a lamp"),
    ],
    "==== Mill 2.0 ====\n\nNew:\n~~~~\n\nA wheel.\n\n--- a/wheel.c": [
        ("h3", 1, "Mill 2.0"), ("h1", 3, "New:"), ("p", 6, "A wheel."), ("p", 8, "--- a/wheel.c"),
    ],
    # releases, each with its day, over what is new in it
    "1.1 Second release - Jun 27, 2010\n\nMade by Ann\n\n* a wheel\n\n1.0 First release - May 2, 2009\n\n"
    "* a door": [
        ("h1", 1, "1.1 Second release - Jun 27, 2010"), ("h2", 3, "Made by Ann"), ("item0", 5, "a wheel"),
        ("h1", 7, "1.0 First release - May 2, 2009"), ("item0", 9, "a door"),
    ],
    "2022-11-02 mill 1.5 (Day of Cake)\n\t* a wheel\n\n2022-11-01 mill 1.4 (Day of Tea)\n\t* a door": [
        ("h1", 1, "2022-11-02 mill 1.5 (Day of Cake)"), ("item4", 2, "a wheel"),
        ("h1", 4, "2022-11-01 mill 1.4 (Day of Tea)"), ("item4", 5, "a door"),
    ],
    "Guide\n\nMill 1.1, 2 May 2022\n\nWork\n\nGrind.\n\nMill 1.1, 2 May 2022\n\nSift.": [  # heads of pages
        ("p", 1, "Guide"), ("h1", 3, "Mill 1.1, 2 May 2022"), ("h1", 5, "Work"), ("p", 7, "Grind."),
        ("h1", 9, "Mill 1.1, 2 May 2022"), ("p", 11, "Sift."),
    ],
    "News\n\nMill 1.1 (2022-11-02)\n\nMill 1.0 (2022-11-01)": [  # nothing under them
        ("p", 1, "News"), ("h1", 3, "Mill 1.1 (2022-11-02)"), ("h1", 5, "Mill 1.0 (2022-11-01)"),
    ],
    # chronicles
    "Annals\n\n1911\n\nA shovel came.\n\n1912\n\nA railway came.": [
        ("p", 1, "Annals"), ("h1", 3, "1911"), ("p", 5, "A shovel came."), ("h1", 7, "1912"),
        ("p", 9, "A railway came."),
    ],
    "Annals\n\n1911: A shovel came\n1912: A railway came": [
        ("p", 1, "Annals"), ("item0", 3, "1911: A shovel came"), ("item0", 4, "1912: A railway came"),
    ],
    "Annals\n\n1911: A shovel came\n\n1912: A railway came": [
        ("p", 1, "Annals"), ("item0", 3, "1911: A shovel came"), ("item0", 5, "1912: A railway came"),
    ],
    "Annals\n\nRise: a shovel came\n\nIt dug.\n\nFall: it sank\n\nNobody saw it.": [
        ("p", 1, "Annals"), ("h1", 3, "Rise: a shovel came"), ("p", 5, "It dug."),
        ("h1", 7, "Fall: it sank"), ("p", 9, "Nobody saw it."),
    ],
    "Annals\n\nJanuary: a shovel came\n\nMarch: a railway came": [
        ("p", 1, "Annals"), ("item0", 3, "January: a shovel came"), ("item0", 5, "March: a railway came"),
    ],
    "News -*- outline -*-\n\n* Of 1912\n\n** Ships\n\nOne came.": [
        ("p", 1, "News"), ("h1", 3, "Of 1912"), ("h2", 5, "Ships"), ("p", 7, "One came."),
    ],
    "Log\n\nShips\n=====\n\nThe first\n\nOne came.\n\nHuts\n====\n\nNone.": [
        ("p", 1, "Log"), ("h1", 3, "Ships"), ("h2", 6, "The first"), ("p", 8, "One came."),
        ("h1", 10, "Huts"),
        ("p", 13, "None."),
    ],
    "Annals\n\nMay 2004: two died\n\nThey were missed by all.": [
        ("p", 1, "Annals"), ("h1", 3, "May 2004: two died"), ("p", 5, "They were missed by all."),
    ],
    "Plan\n----\n\nSep 5: Mill\n\nSep 12: Hut": [
        ("h1", 1, "Plan"), ("item0", 4, "Sep 5: Mill"), ("item0", 6, "Sep 12: Hut"),
    ],
    # versions
    "1.5 - The door\n1.4.1 - The roof\nIt leaks no more\n1.4: the wall": [
        ("item0", 1, "1.5 - The door"), ("item0", 2, "1.4.1 - The roof\nIt leaks no more"),
        ("item0", 4, "1.4: the wall"),
    ],
    # lists
    "We had:\n\n* a boat\n  of wood\n* a hut": [
        ("p", 1, "We had:"), ("item0", 3, "a boat of wood"), ("item0", 5, "a hut"),
    ],
    "We had:\n1. a boat\n2. a hut": [("p", 1, "We had:"), ("item0", 2, "a boat"), ("item0", 3, "a hut")],
    # tables
    "Keepers.\n\n+------+------+\n| Name | Left |\n+======+======+\n| Lund | 1930 |\n+------+------+": [
        ("p", 1, "Keepers."), ("row", 6, "Name: Lund, Left: 1930"),
    ],
    "Keepers.\n\n| Name | Left |\n|------|------|\n| Lund | 1930 |\n|      | or so |": [
        ("p", 1, "Keepers."), ("row", 5, "Name: Lund, Left: 1930 or so"),
    ],
    "It was lit on 4&nbsp;May 1888.": [("p", 1, "It was lit on 4 May 1888.")],
    # tables that white space alone draws: cells between tabs, or set below each other
    "Cups.\n\nYear\tCup\n1911\tLund\n1912\tHolm": [
        ("p", 1, "Cups."), ("row", 4, "Year: 1911, Cup: Lund"), ("row", 5, "Year: 1912, Cup: Holm"),
    ],
    "Cups.\n\nYear   Winner   At\n----   ------   --\n1911   A. Lund  Rye\n1912            Ely": [
        ("p", 1, "Cups."), ("row", 5, "Year: 1911, Winner: A. Lund, At: Rye"),
        ("row", 6, "Year: 1912, At: Ely"),
    ],
    "Cups.\n\nLund    Rye\nHolm    Ely\nAnn R.  Bow": [
        ("p", 1, "Cups."), ("row", 3, "Lund, Rye"), ("row", 4, "Holm, Ely"), ("row", 5, "Ann R., Bow"),
    ],
    "Cups.\n\nAll of it:\nLund\tRye\nHolm\tEly\nReed\tBow": [
        ("p", 1, "Cups."), ("p", 3, "All of it:"), ("row", 4, "Lund, Rye"), ("row", 5, "Holm, Ely"),
        ("row", 6, "Reed, Bow"),
    ],
    # a table that blank lines divide, under one name a column
    "Cups.\n\nYear   Winner   At\n----   ------   --\n\n1911   A. Lund  Rye\n\n1912            Ely": [
        ("p", 1, "Cups."), ("row", 6, "Year: 1911, Winner: A. Lund, At: Rye"),
        ("row", 8, "Year: 1912, At: Ely"),
    ],
    # but not of text that is only stretched to its margin, or has two spaces behind its stops
    "Mills.\n\nIt  was a mill that ground\nthe corn of  all  the town\nfor years.  It stood there.": [
        ("p", 1, "Mills."),
        ("p", 3, "It was a mill that ground the corn of all the town for years. It stood there."),
    ],
    "Annals\n\nDec  1\tA shovel came, 1911\nDec 11\tA railway came, 1912": [
        ("p", 1, "Annals"), ("item0", 3, "Dec 1 A shovel came, 1911"),
        ("item0", 4, "Dec 11 A railway came, 1912"),
    ],
    # lines that say what they are
    "Minutes\nHeld on: 4 May 2006\nVenue: The Bell": [
        ("p", 1, "Minutes"), ("p", 2, "Held on: 4 May 2006"), ("p", 3, "Venue: The Bell"),
    ],
    # rolls, whose lines begin with years
    "HONOURS\n1993 Winner: Ann Reed\n     Second: Bo Lund\n1994 Winner: Bo Lund\n     Second: Cy Dahl": [
        ("p", 1, "HONOURS"), ("item0", 2, "1993 Winner: Ann Reed Second: Bo Lund"),
        ("item0", 4, "1994 Winner: Bo Lund Second: Cy Dahl"),
    ],
    "Heads:\n1898 - 1911 Johann Maier\n1911 - 1933 Karl Huber\nseit 2010 Petra Lang": [
        ("p", 1, "Heads:"), ("item0", 2, "1898 - 1911 Johann Maier"), ("item0", 3, "1911 - 1933 Karl Huber"),
        ("item0", 4, "seit 2010 Petra Lang"),
    ],
    "It was a mill, ground the corn of\n1993 men all the year until\n1991 came\n1992 or so.": [
        ("p", 1, "It was a mill, ground the corn of 1993 men all the year until 1991 came 1992 or so."),
    ],
    # lists whose lines end with their dates; running text is none
    "Releases:\nVersion 1.2: November 18, 2002 (the first)\nVersion 1.1: late May 2001\n"
    "Version 1.0: no date\nVersion 0.9 - 4 May 1999": [
        ("p", 1, "Releases:"), ("item0", 2, "Version 1.2: November 18, 2002 (the first)"),
        ("item0", 3, "Version 1.1: late May 2001"), ("item0", 4, "Version 1.0: no date"),
        ("item0", 5, "Version 0.9 - 4 May 1999"),
    ],
    "It was built of oak in\nMay, 1911, and rebuilt, 1912\nand sold, 1913\nTo Ann Reed, 1914": [
        ("p", 1, "It was built of oak in May, 1911, and rebuilt, 1912 and sold, 1913 To Ann Reed, 1914"),
    ],
    # items that are set in go on without a mark
    "Log\n\n  * mill.c (grind, sift,\n  bake): Go.\n  * hut.c: So.": [
        ("p", 1, "Log"), ("item1", 3, "mill.c (grind, sift, bake): Go."), ("item1", 5, "hut.c: So."),
    ],
    # the end of a paragraph over a rule is no heading
    "Log\n\nA mill, and\nof wood, a hut\n=============\n\nIt stood.": [
        ("p", 1, "Log"), ("p", 3, "A mill, and of wood, a hut"), ("p", 7, "It stood."),
    ],
    # a title between rules; a line of a paragraph that ends with an address is no link alone
    "====\nMill\n====\n\nIt is told of at\nthe page of it (http://a.org)\nand in the hut.\n\nIt is.": [
        ("h1", 2, "Mill"), ("p", 5, "It is told of at the page of it and in the hut."), ("p", 9, "It is."),
    ],
    # a sentence that is said again is no title that a page repeats
    "It sank.\n\nIt sank.\n\nIt rose.": [("p", 1, "It sank."), ("p", 3, "It sank."), ("p", 5, "It rose.")],
    # a table of contents
    "Log\n\n1 Rise . . . . . . . 4\n2 Fall ............. iv\n\nIt rose.": [
        ("p", 1, "Log"), ("p", 6, "It rose."),
    ],
    # a log whose headings are days begins with one, too
    "Mon Dec 9 10:49:22 GMT 2013 Ann\n\n* Go.\n\nWed Nov 27 2013 Bo\n\n* So.": [
        ("h1", 1, "Mon Dec 9 10:49:22 GMT 2013 Ann"), ("item0", 3, "Go."), ("h1", 5, "Wed Nov 27 2013 Bo"),
        ("item0", 7, "So."),
    ],
    # Debian's changelogs date an entry by its last line
    "mill (1.2) unstable; urgency=low\n\n  * Go.\n\n -- Ann <a@b.org>  Mon, 05 May 2003 10:00:00 +0000": [
        ("h1", 1, "mill (1.2)"), ("h3", 2, "05 May 2003"), ("item1", 3, "Go."),
    ],
    # of what Git writes the days and the names are headings
    "commit 1234567\nAuthor: Ann <a@b.org>\nDate:   Mon May 5 10:00:00 2003 +0200\n\n    Go.\n\n"
    "commit 89abcde\nMerge: 12 34\nAuthor: Ann <a@b.org>\nDate:   Mon May 5 09:00:00 2003 +0200\n\n    So.": [
        ("h1", 1, "May 5, 2003 · Ann"), ("p", 5, "Go."), ("h1", 7, "May 5, 2003 · Ann"), ("p", 12, "So."),
    ],
    # a day in figures begins an entry, whatever stands above it
    "20000630: Ported by Ann in a line\n          that runs\n20000627: Made it go\n20000616: So": [
        ("item0", 1, "20000630: Ported by Ann in a line that runs"), ("item0", 3, "20000627: Made it go"),
        ("item0", 4, "20000616: So"),
    ],
    # without blank lines: releases over what is set in, others beside them that say nothing
    "1990/12/07: v1.00\n1991/03/15: v1.35\n\t    Used a mill\n\t       of oak\n1991/06/04: v1.99 (lost)\n"
    "1993/02/04: v2.80\n\t    Changes:\n\t       - a wheel": [
        ("item0", 1, "1990/12/07: v1.00"), ("h1", 2, "1991/03/15: v1.35"), ("p", 3, "Used a mill of oak"),
        ("p", 5, "1991/06/04: v1.99 (lost)"), ("h1", 6, "1993/02/04: v2.80"), ("p", 7, "Changes:"),
        ("item5", 8, "a wheel"),
    ],
    # a short line below a release is what changed; one with its month only is a release beside others
    "Jun 20, 2016: mill 3.2 released\n    It holds\n\nMay 1, 2016: mill 3.1 released\n    Many mends\n\n"
    "Apr 2, 2015: mill 3.0 released\n    A hut": [
        ("h1", 1, "Jun 20, 2016: mill 3.2 released"), ("p", 2, "It holds"),
        ("h1", 4, "May 1, 2016: mill 3.1 released"), ("p", 5, "Many mends"),
        ("h1", 7, "Apr 2, 2015: mill 3.0 released"), ("p", 8, "A hut"),
    ],
    "1.2 Third - Jun 27, 2010\nGo.\n\n1.1 Second - May 2009\nSo.\n\n1.0 First - May 4, 2008\nAll.": [
        ("h1", 1, "1.2 Third - Jun 27, 2010"), ("p", 2, "Go."), ("h1", 4, "1.1 Second - May 2009"),
        ("p", 5, "So."), ("h1", 7, "1.0 First - May 4, 2008"), ("p", 8, "All."),
    ],
    # pictures made of letters are no words
    " _   _ _\n| | | | |\n|_|_|_|_|\n\nLog\n\nIt rose.": [("p", 5, "Log"), ("p", 7, "It rose.")],
    # a list of names with their days; such lines over text are headings
    "Boats\n\nSkiff 1.2 (1985-03-20)\n\nSkiff 1.3 (1985-04-10) skiff-1.3\nThe first of\noak.\n\n"
    "Raft 2 (4 May 1986)\n\nRaft 3 (1986-06-01)": [
        ("p", 1, "Boats"), ("item0", 3, "Skiff 1.2 (1985-03-20)"),
        ("item0", 5, "Skiff 1.3 (1985-04-10) skiff-1.3\nThe first of oak."),
        ("item0", 9, "Raft 2 (4 May 1986)"), ("item0", 11, "Raft 3 (1986-06-01)"),
    ],
    "Boats\n\nSkiff 1.2 (1985-03-20)\n\nIt is of oak.\n\nRaft 2 (4 May 1986)\n\nIt is of fir.": [
        ("p", 1, "Boats"), ("h1", 3, "Skiff 1.2 (1985-03-20)"), ("p", 5, "It is of oak."),
        ("h1", 7, "Raft 2 (4 May 1986)"), ("p", 9, "It is of fir."),
    ],
}  # fmt: skip


def read(text: str) -> list[tuple[str, int, str]]:
    return [shown(part) for part in plain.read(text).parts]


@pytest.mark.parametrize("text", CASES)
def test_parts_are_what_a_reader_sees_and_where(text: str) -> None:
    assert read(text) == CASES[text]


def test_a_web_page_is_read_without_its_furniture() -> None:
    draft = plain.read(A_PARAGRAPH_A_LINE)

    assert draft.facts.author == "A. Writer"
    assert [shown(part) for part in draft.parts] == [
        ("p", 2, "The move"),
        ("h1", 6, "First Steps: Shanghai and Before"),
        ("h2", 7, "1 The Office"),
        ("p", 8, LONG.strip()),
        ("p", 9, LONG.strip()),
        ("h2", 11, "2 Could they stay?"),
        ("p", 12, LONG.strip()),
    ]


BELOW_LONG_NAMES = """
THE RECORDS
   Keep-  Release        Date
   er     (since 1.0)    of it
   =================================

   Ann    1.0            1987-Dec-18

          1.1            1988-Jan-30
          1.2            1988-Feb-02

   Bo     2.0            1988-Jun-05
"""


def test_rows_below_names_of_several_lines_have_them_and_whom_they_are_of_as_context() -> None:
    rows = [(part.text, part.context) for part in plain.read(BELOW_LONG_NAMES).parts[1:]]

    assert rows == [
        ("Ann 1.0 1987-Dec-18", "Keeper, Release, Date of it"),
        ("1.1 1988-Jan-30", "Keeper, Release, Date of it\nAnn"),
        ("1.2 1988-Feb-02", "Keeper, Release, Date of it\nAnn"),
        ("Bo 2.0 1988-Jun-05", "Keeper, Release, Date of it"),
    ]


LETTERS = """Letters

The first of them stood in a forum:

11906 S16/Mills
 07-Mar-91 18:56:37
Sb: New mill
Fm: Ann Reed 70521,1371
To: All

Greetings all. The mill is mine now.

It will grind.

Ann

From: Bo Lund <bo@example.org>
Date: Mon, 13 Oct 2014 06:47:00 +0000
Message-ID: <1@example.org>

It burned.

-----------------------

What became
===========

It was built again.

From: Bristol
To: Rye
Date: 3 May 1902

Fm: Ann
Sb: No day
"""


def test_what_stands_below_the_head_of_a_message_is_a_message_of_its_sender_and_day() -> None:
    draft = plain.read(LETTERS)

    assert [(str(p.stamp), p.place and p.place.label, p.context, p.text) for p in draft.parts if p.stamp] == [
        ("1991-03-07", "Ann Reed", "New mill", "Greetings all. The mill is mine now."),
        ("1991-03-07", "Ann Reed", "New mill", "It will grind."),
        ("1991-03-07", "Ann Reed", "New mill", "Ann"),
        ("2014-10-13", "Bo Lund", "", "It burned."),
    ]
    assert [part.text for part in draft.parts if not part.stamp] == [
        "Letters",
        "The first of them stood in a forum:",
        "What became",
        "It was built again.",
        *("From: Bristol", "To: Rye", "Date: 3 May 1902"),
        *("Fm: Ann", "Sb: No day"),
    ]
    assert draft.left_out[LeftOut.HEADS_OF_MESSAGES] > 100


def test_wrapped_lines_are_one_paragraph() -> None:
    parts = read(WRAPPED)

    assert [kind for kind, _, _ in parts] == ["p", "p", "h1", "p"]
    assert parts[1][2].endswith(
        "passengers, two horses and the mail. It ran three times a week until the war."
    )
    assert parts[3][2] == "No ferry ran from 1914 to 1918, since the boats were needed elsewhere."


def test_lines_that_are_set_in_are_joined_and_are_no_headings() -> None:
    assert [(kind, text[:30]) for kind, _, text in read(SET_IN)] == [
        ("p", "A Brief History of the Club"),
        ("p", "version: 2.28 (2023-02-15)"),
        ("h1", "Chapter 1. The beginnings"),
        ("p", "The club was founded by nine s"),
        ("p", "Ann Reed led it from 1921 unti"),
        ("h3", "1.1. The boats"),
        ("p", "The first boat was bought on c"),
    ]


def test_headings_of_a_manual_page_stand_to_the_left_of_its_text() -> None:
    lines = ["    It grinds the corn of the town and of the villages around it,", "    day and night."]
    text = "\n".join(["NAME", "    mill - a mill", "", "HISTORY", *lines, "", "SEE ALSO THE HUT", *lines * 7])

    headings = [shown(part) for part in plain.read(text).parts if part.level]

    assert headings == [("h1", 4, "HISTORY"), ("h1", 8, "SEE ALSO THE HUT")]


def test_short_lines_that_end_their_sentences_stay_apart() -> None:
    text = "Diary\n\nIt rained.\nThe ferry came.\nWe left at noon.\nNobody waved."

    assert [part for _, _, part in read(text)] == text.replace("\n\n", "\n").split("\n")


def test_a_sentence_goes_on_over_lines_in_a_text_of_long_ones() -> None:
    text = f"Diary\n\n{LONG.strip()}\nIt rained when the ferry\ncame in.\n{LONG.strip()}"

    assert [part for _, _, part in read(text)] == [
        "Diary", LONG.strip(), "It rained when the ferry came in.", LONG.strip(),
    ]  # fmt: skip


@given(st.text(alphabet="aB1. ?:\n\t—*-=|", max_size=200))
def test_lines_are_true_and_no_part_is_empty(text: str) -> None:
    parts = plain.read(text).parts

    assert all(part.text == part.text.strip() != "" for part in parts)
    assert all(1 <= part.line <= text.count("\n") + 1 for part in parts)
