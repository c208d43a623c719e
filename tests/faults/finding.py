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
    """A row of the table: whether the right things happened, and that in time.

    Only on a machine without other work does it say anything that they did not happen in time.
    """

    fault: str
    is_right: bool
    figures: str
    is_in_time: bool = True

    HEAD: ClassVar[str] = "| fault | | found |\n|---|---|---|"

    @property
    def is_well(self) -> bool:
        return self.is_right and self.is_in_time

    def __str__(self) -> str:
        outcome = "pass" if self.is_well else "**late**" if self.is_right else "**fail**"
        return f"| {self.fault} | {outcome} | {self.figures} |"


def tally_text(tally: Tally) -> str:
    """A tally in words, without what is not worth a word."""
    odd = {"lost": tally.lost, "doubled": tally.doubled, "wrong": tally.wrong}
    more = "".join(f", {number} {what}" for what, number in odd.items() if number)
    return f"{tally.answered} of {tally.asked} answered{more}"


def seconds_text(seconds: float) -> str:
    return "never" if seconds == math.inf else f"{seconds:.1f} s"
