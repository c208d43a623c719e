"""What a document is called where its head does not say it, and the date it opens with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.sources.composition import compose
from bot.sources.formats import markdown, plain
from bot.sources.titles import readable

if TYPE_CHECKING:
    from bot.sources.source import Document

TITLES = [  # format, text, title, where it is from, how many blocks remain
    ("md", "---\ntitle: A\n---\n# B\n\nText.", "A", "head", 2),
    ("md", '---\ntitle: "A &amp; B&#8217;s &#8238;mill"\n---\nText.', "A & B’s mill", "head", 1),
    ("md", "# B\n\nText.", "B", "first heading", 2),
    ("md", "=== B ===\n\nText.", "B", "first heading", 2),
    ("md", "Some words on it all.\n\n# B\n\nText.", "B", "first heading", 3),
    ("md", "Some words on it all.\n\n# B\n\nText.\n\n# C\n\nText.", "Old mill", "file name", 5),
    ("md", "## Purpose\n\nText.\n\n## Boats\n\nText.", "Old mill", "file name", 4),
    ("md", "## Purpose\n\nText.\n\n### Boats\n\nText.", "Purpose", "first heading", 4),
    ("md", "## Boats\n\nText.\n\n## Huts\n\nText.", "Boats", "first heading", 4),
    ("md", "The old club\n\nText of it.", "The old club", "first line", 1),
    ("md", "Text of it.\n\nMore.", "Old mill", "file name", 2),
    ("md", "<p><b>LOS VECINOS</b></p>\n<p>Texto.</p>", "LOS VECINOS", "first line", 1),
    ("txt", "Only a line", "Old mill", "file name", 1),
    ("txt", "The old club\n============\n\nText of it.", "The old club", "first heading", 2),
    ("txt", "The old club\n\nText of it.", "The old club", "first line", 1),
    ("txt", "9 Dec 2013 Ann\n\n* Go.\n\n27 Nov 2013 Bo\n\n* So.", "Old mill", "file name", 4),
    ("md", "# 9 Dec 2013\n\nGo.\n\n# 27 Nov 2013\n\nSo.", "Old mill", "file name", 4),
    ("txt", "[2018-03-12 10:46] <ann> hello\n[2018-03-12 10:47] <bo> hi", "Old mill", "file name", 2),
]
OPENINGS = [  # file, text, date and its basis
    ("a.md", "---\ntitle: Minutes of 26 September 2005\n---\nText.", "2005-09-26 title"),
    ("a.md", "---\ntitle: 2002 AGM\n---\nText.", "2002 title"),
    ("a.md", "---\ntitle: The club since 1921\n---\nText.", ""),
    ("a.md", "---\ntitle: Ferries, 1900 to 2015\n---\nText.", ""),
    ("2018-07-14-launch.md", "Text.", "2018-07-14 file name"),
    (
        "a.md",
        "---\ntitle: 2003 AGM\n---\n# Minutes of the AGM, 22 September 2003\n\nText.",
        "2003-09-22 title",
    ),
    ("a.md", "---\ntitle: 2003 AGM\n---\n# Minutes of the AGM, 22 September 2004\n\nText.", "2003 title"),
    ("a.md", "---\ntitle: Mills 2003\n---\n# A mill, 22 September 2003\n\nText.", "2003 title"),
    ("a.md", "---\ntitle: Newsletter 42, Autumn 2003\n---\nText.", "2003-23 title"),
    ("a.md", "---\ntitle: Report for 2003\ndate: 2003-12-12\n---\nText.", "2003-12-12 publication"),
    ("a.md", "---\ntitle: Annual report for 2003\ndate: 2004-02-12\n---\nText.", "2004-02-12 publication"),
    ("a.md", "---\ntitle: Report for 2003\ndate: 2022-02-12\n---\nText.", ""),
    ("a.md", "---\ntitle: Boats for 2003\ndate: 2003-12-12\n---\nText.", ""),
    ("a.md", "# Minutes\n\nDate: 22 September 2003\n\nText.", "2003-09-22 heading"),
    ("a.md", "# Minutes\n\n- When: Mon, 22 September 2003\n\nText.", "2003-09-22 heading"),
    ("a.md", "# Minutes\n\nDate and time: 22 September 2003, 7 pm\n\nText.", "2003-09-22 heading"),
    ("a.md", "# AGM 2003\n\n## Time and Place\n\n7 p.m., Monday, 22 September 2003", "2003-09-22 heading"),
    ("a.md", "# AGM 2003\n\n## Boats\n\n22 September 2003", ""),
    ("a.md", "# AGM 2003\n\n## Time/Location\n\nHeld in the hall on 22 September.", "2003-09-22 heading"),
    ("a.md", "# AGM 2003\n\nDate: Monday 22 September\n\nText.", "2003-09-22 heading"),
    ("a.md", "# AGM 2003\n\nDate: 22 boats\n\nText.", ""),
    # a wiki's page is called by its path
    ("a.md", "# Rowing/2003/Boats\n\nText.", "2003 title"),
    ("a.md", "# Rowing/2003/ClubMeeting7\n\n## Time\n\nHeld on Monday 22nd September.", "2003-09-22 title"),
    ("a.md", "# Season 2002/2003\n\nText.", ""),
    ("a.md", "# Boat 3/2003/Rowing\n\nText.", ""),
    ("201804.md", "Text.", "2018-04 file name"),
    ("log-12-Mar-2018.txt", "Text.", "2018-03-12 file name"),
    ("2018.md", "Text.", ""),
    ("2018-07-14-launch.md", "---\ntitle: Launch 2018\n---\nText.", "2018-07-14 file name"),
    ("2018-07-14-launch.md", "---\ntitle: Launch 2017\n---\nText.", "2017 title"),
    ("2018-07-14-launch.md", "---\ntitle: Minutes, June 2018\n---\nText.", "2018-06 title"),
    ("a.md", "---\ntitle: Launch on 3 May 2018\ndate: 2018-04-01\n---\nText.", ""),  # which is to come
    ("a.md", "---\ntitle: Launch on 3 May 2018\ndate: 2018-05-03\n---\nText.", "2018-05-03 title"),
]
NAMES = {
    "clubs/history_of_rowing-club.md": "History of rowing club",
    "История.md": "История",
    "2018-07-14.md": "2018-07-14",
    "2018-07-14-launch.md": "2018-07-14 launch",
    "chess/index.md": "Chess",
    "index.de.md": "Index",
    "a.en.txt": "A",
}


def composed(file: str, text: str) -> Document:
    draft = plain.read(text) if file.endswith("txt") else markdown.read(text)
    return compose(draft, file, "text")


@pytest.mark.parametrize(("suffix", "text", "title", "origin", "blocks"), TITLES)
def test_a_title_comes_from_the_first_of_four_places(
    suffix: str, text: str, title: str, origin: str, blocks: int
) -> None:
    document = composed(f"old-mill.{suffix}", text)

    assert (document.source.title, document.title_origin, len(document.blocks)) == (title, origin, blocks)


@pytest.mark.parametrize(("file", "text", "wanted"), OPENINGS)
def test_a_document_opens_with_the_date_of_its_title_or_of_its_files_name(
    file: str, text: str, wanted: str
) -> None:
    date = composed(file, text).date

    assert (f"{date.date} {date.basis}" if date else "") == wanted


@pytest.mark.parametrize("file", NAMES)
def test_a_files_name_is_made_readable(file: str) -> None:
    assert readable(file) == NAMES[file]
