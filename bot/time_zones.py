"""Time zones by the names that people give them, and which day and hour it is there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


def zone_named(text: str) -> str | None:
    """The zone of a name in any case, or of the city in it: "europe/berlin", "Berlin", "new york", "UTC".

    None for what is no zone, and for a city that there is in several.
    """
    return _zones().get("_".join(text.casefold().split()))


def local(moment: datetime, zone: str) -> datetime:
    """A moment as clocks of a zone show it."""
    return moment.astimezone(ZoneInfo(zone))


@cache
def _zones() -> Mapping[str, str]:
    """All zones by name, and by the city where only one has it."""
    names = sorted(available_timezones())
    cities: dict[str, set[str]] = {}
    for name in names:
        area, _, city = name.rpartition("/")
        if area and area.partition("/")[0] not in {"Etc", "posix", "right"}:
            cities.setdefault(city.casefold(), set()).add(name)
    by_city = {city: next(iter(zones)) for city, zones in cities.items() if len(zones) == 1}
    return by_city | {name.casefold(): name for name in names}
