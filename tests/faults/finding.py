"""What came of a fault: a row of the table."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from tests.server.quiz import Tally

BACK = 35.0  # seconds within which a bot is there again


@dataclass(frozen=True, slots=True)
class Finding:
    """A row of the table, and whether it is as it should be."""

    fault: str
    is_well: bool
    figures: str

    HEAD: ClassVar[str] = "| fault | | found |\n|---|---|---|"

    def __str__(self) -> str:
        return f"| {self.fault} | {'pass' if self.is_well else '**fail**'} | {self.figures} |"


def said_tally(tally: Tally) -> str:
    """A tally in words, without what is not worth a word."""
    odd = {"lost": tally.lost, "doubled": tally.doubled, "wrong": tally.wrong}
    more = "".join(f", {number} {what}" for what, number in odd.items() if number)
    return f"{tally.answered} of {tally.asked} answered{more}"


def said_seconds(seconds: float) -> str:
    return "never" if seconds == math.inf else f"{seconds:.1f} s"
