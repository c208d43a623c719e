"""`check --show`: a file's own problems, or what was remarked of it, and nothing of other files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.cli.show import show

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "---\ntitle: Ferries\npublished: soon\n---\n"  # what is no date is remarked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "remarked.md").write_text(f"{HEAD}It sailed in 1903.\n", encoding="utf-8")
    (tmp_path / "well.md").write_text("# Zoo\n\nIt opened in 1950.\n", encoding="utf-8")
    (tmp_path / "faulty.md").write_text(f"{HEAD}# Ferries\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "status", "places"),
    [
        ("remarked.md", 0, ["remarked.md:3"]),
        ("well.md", 0, []),
        ("faulty.md", 1, ["faulty.md:1"]),
    ],
)
def test_problems_of_a_file_are_shown_or_else_remarks(
    folder: Path, capsys: pytest.CaptureFixture[str], file: str, status: int, places: list[str]
) -> None:
    assert show(folder, file) == status

    lines = [line for line in capsys.readouterr().out.splitlines() if ".md:" in line]
    assert [line.split(": ")[0] for line in lines] == places
