"""Runs the experiments one after the other, and prints a row of the table as each ends."""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import TYPE_CHECKING

from tests.faults import (
    bursts,
    ending,
    floor,
    hostile,
    posting,
    publishing,
    receiving,
    reloading,
    sending,
    storing,
    suites,
    teaching,
    uploading,
)
from tests.faults.finding import Finding
from tests.faults.scene import Scene

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

PARTS: dict[str, Callable[[argparse.Namespace], AsyncIterator[Finding]]] = {
    "ending": lambda chosen: ending.findings(chosen.kills, chosen.waiting),
    "reloading": lambda chosen: reloading.findings(chosen.kills, chosen.reloads),
    "publishing": lambda chosen: publishing.findings(chosen.kills),
    "uploading": lambda _: uploading.findings(),
    "teaching": lambda chosen: teaching.findings(chosen.kills),
    "storing": lambda _: storing.findings(),
    "receiving": lambda _: receiving.findings(),
    "sending": lambda _: sending.findings(),
    "posting": lambda chosen: posting.findings(chosen.kills // 10),
    "bursts": lambda chosen: bursts.findings(chosen.updates),
    "suites": lambda _: suites.findings(),
    "hostile": lambda _: hostile.findings(),
    "floor": lambda _: floor.findings(10),
}


def main() -> int:
    chosen = _parser().parse_args()
    if unknown := set(chosen.parts) - set(PARTS):
        _say(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
        return 2
    return asyncio.run(_run(chosen))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (all)")
    parser.add_argument("--kills", type=int, default=100, metavar="N", help="how often it is killed (100)")
    parser.add_argument(
        "--waiting", type=int, default=1000, metavar="N", help="questions at each kill (1000)"
    )
    parser.add_argument("--reloads", type=int, default=100, metavar="N", help="reloads under questions (100)")
    parser.add_argument("--updates", type=int, default=10_000, metavar="N", help="updates in a burst (10000)")
    return parser


async def _run(chosen: argparse.Namespace) -> int:
    """Prints the table; 0 when every row is as it should be."""
    failed = 0
    _say(Finding.HEAD)
    for part in chosen.parts or PARTS:
        async for finding in PARTS[part](chosen):
            failed += not finding.is_well
            _say(str(finding))
    leaks = Scene.leaks.finding()
    _say(str(leaks))
    return int(failed + (not leaks.is_well) > 0)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
