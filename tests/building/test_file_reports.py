"""What is worth a look in a file that was read: no date, a date far from the others, words not understood."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.building.build import build
from bot.building.file_reports import FileReport, report_on

if TYPE_CHECKING:
    from pathlib import Path

YEARS = "\n\n".join(f"In {year} the club met in the barn." for year in range(1990, 2000))

REMARKS = [  # text, the line and the beginning of each remark
    (YEARS, []),
    ("The club met in the barn.", [(0, "no date was found")]),
    (YEARS + "\n\nIn 1250 the barn was built.", [(21, "is dated 1250, far from the other dates")]),
    ("In 1990 it began.\n\nIn May 2087 it ended.", [(3, "is dated May 2087, which has not come yet")]),
    (
        YEARS + "\n\n" + "\n\n".join(f"Rok {year}: klub." for year in range(1990, 1996)),
        [],
    ),
    ("In 1990 the MÃ¼ller boat sank.", [(1, 'holds "Ã¼", as if')]),
    ("In 1990 it \ufffd sank.", [(1, 'holds "\ufffd", as if')]),
    (
        "In 1990 it sank.\n\n```\n" + "x = 1;\n" * 50 + "```",
        [(0, "more was left out than is read: code 350")],
    ),
]


def report(folder: Path, text: str) -> FileReport:
    (folder / "a.md").write_text(text, encoding="utf-8")
    return report_on(build(folder), 0, date(2026, 1, 1))


@pytest.mark.parametrize(("text", "wanted"), REMARKS)
def test_what_is_worth_a_look_is_named_with_its_line(
    tmp_path: Path, text: str, wanted: list[tuple[int, str]]
) -> None:
    remarks = report(tmp_path, text).remarks

    assert len(remarks) == len(wanted)
    for remark, (line, beginning) in zip(remarks, wanted, strict=True):
        assert (remark.file, remark.line) == ("a.md", line)
        assert remark.message.startswith(beginning)


def test_a_report_counts_passages_and_how_many_are_dated(tmp_path: Path) -> None:
    result = report(tmp_path, "In 1990 it sank.\n\nNobody waits.\n\nIn May 1994 it was raised.")

    assert (result.passages, round(result.dated_share, 2)) == (3, 0.67)
    assert str(result.span) == "1990/1994-05"
