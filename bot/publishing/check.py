"""A new library that is built beside the one that answers, and what publishing it would change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.building.dry_run import AlikeFile
    from bot.building.reload_report import ReloadReport
    from bot.library import Library
    from bot.sources.folder import FaultyFiles, Overlay


@dataclass(frozen=True, slots=True)
class Check:
    """What a new library would change: it is built and can be published."""

    number: int
    report: ReloadReport
    faulty: FaultyFiles
    overlay: Overlay | None = None
    alike: tuple[AlikeFile, ...] = ()
    before: Library | None = None  # that it was compared with; None when nothing can be published
    state: str = ""  # of the folder

    def shows_the_same(self, other: Check) -> bool:
        """Whether who looked at this one would see nothing else in another one, nor publish anything else."""
        mine, others = (replace(check.report, seconds=0.0) for check in (self, other))
        is_of_the_same = self.before is other.before and self.state == other.state
        return is_of_the_same and mine == others
