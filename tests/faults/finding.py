"""What came of a fault: a row of the table."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from tests.server.quiz import Tally

CORES = os.cpu_count() or 1
BACK = 35.0  # seconds within which a bot is there again


@dataclass(frozen=True, slots=True)
class Finding:
    """A row of the table: whether the right things happened, and that in time.

    Only on a machine without other work does it say anything that they did not happen in time: on a busy one
    that is shown with the load, and the row is well.
    """

    fault: str
    is_right: bool
    figures: str
    is_in_time: bool = True
    load: float = field(default_factory=lambda: os.getloadavg()[0])  # processes that want a core, last minute

    HEAD: ClassVar[str] = "| fault | | found |\n|---|---|---|"

    @property
    def is_well(self) -> bool:
        return self.is_right and (self.is_in_time or self.load > CORES)

    def __str__(self) -> str:
        late = f"late at load {self.load:.1f}" if self.is_well else "**late**"
        outcome = "**fail**" if not self.is_right else "pass" if self.is_in_time else late
        return f"| {self.fault} | {outcome} | {self.figures} |"


def tally_text(tally: Tally) -> str:
    """A tally in words, without what is not worth a word."""
    odd = {"lost": tally.lost, "doubled": tally.doubled, "wrong": tally.wrong}
    more = "".join(f", {number} {what}" for what, number in odd.items() if number)
    return f"{tally.answered} of {tally.asked} answered{more}"


def seconds_text(seconds: float) -> str:
    return "never" if seconds == math.inf else f"{seconds:.1f} s"
