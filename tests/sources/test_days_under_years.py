"""Headings that are days in figures below that of a year."""

from __future__ import annotations

import pytest

from bot.sources.draft import Draft
from bot.sources.part_rules.days_under_years import with_years_of_days
from tests.sources.parts import parts_of

CASES = [  # blocks of a text, and its parts
    (
        "# 简史 | ## 2024： | ### 8.24 | 成立。 | ### 8.24-12.8 | 发展。 | ## 2025年 | ### 1.1 新年 | 合影。",
        "简史 | 2024： | 2024.8.24 | 成立。 | 2024.8.24-2024.12.8 | 发展。 | 2025年 | 2025.1.1 新年 | 合影。",
    ),
    (
        "## 2019 | ### 24.8. | Es brannte. | ### 3.9. Fest | Es war gut.",
        "2019 | 24.8.2019 | Es brannte. | 3.9.2019 Fest | Es war gut.",
    ),
    ("## 2019 | ### 8/9 | Es brannte im Dorf.", "2019 | 8/9/2019 | Es brannte im Dorf."),
]
KEPT = [
    "## 2024 | ### 8.24.1 | Text.",  # a version
    "## 2024 | ### 24.24 | Text.",
    "## 2024 | Text. | ## 8.24 | Text.",  # not below it
    "## Mill | ### 8.24 | Text.",
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_days_have_the_year_above(text: str, wanted: str) -> None:
    assert " | ".join(part.text for part in with_years_of_days(parts_of(text), Draft())) == wanted


@pytest.mark.parametrize("text", KEPT)
def test_other_headings_stay(text: str) -> None:
    parts = parts_of(text)

    assert with_years_of_days(parts, Draft()) == parts
