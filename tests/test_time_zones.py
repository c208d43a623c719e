"""Time zones by the names that people give them."""

from __future__ import annotations

import pytest

from bot.time_zones import zone_named

NAMES = [
    ("Europe/Berlin", "Europe/Berlin"),
    ("europe/berlin", "Europe/Berlin"),
    ("Berlin", "Europe/Berlin"),
    ("new york", "America/New_York"),
    ("UTC", "UTC"),
    ("Shanghai", "Asia/Shanghai"),
    ("Mars", None),
    ("", None),
    ("../../etc/passwd", None),
    ("Europe", None),
    ("x" * 10_000, None),
]


@pytest.mark.parametrize(("name", "zone"), NAMES)
def test_a_zone_has_names(name: str, zone: str | None) -> None:
    assert zone_named(name) == zone
