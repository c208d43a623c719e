"""Dates that stand in lines of their own beside headings, in the headings: so they date all under them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates.languages import detect_language
from bot.sources.part_rules.section_days import lines_of_sections
from bot.sources.part_rules.timeline_cards import lines_of_cards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.draft import Draft, Part

LOOKED_AT = 100  # parts that tell the language


def with_dated_headings(parts: Sequence[Part], draft: Draft) -> list[Part]:
    """Parts in which headings of sections, or of a timeline's cards, hold the dates beside them."""
    language = draft.facts.language or detect_language("\n".join(part.text for part in parts[:LOOKED_AT]))
    line_of = lines_of_cards(parts, language) or lines_of_sections(parts, language)
    lines = set(line_of.values())
    return [
        replace(part, text=f"{part.text} · {parts[line_of[n]].text}") if n in line_of else part
        for n, part in enumerate(parts)
        if n not in lines
    ]
