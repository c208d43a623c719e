"""Runs the experiments one after the other, and prints a row of the table as each ends."""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import TYPE_CHECKING

from tests.server.faults import ending, receiving, sending
from tests.server.faults.scene import Finding, Scene

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PARTS = ("receiving", "sending", "ending")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.server.faults", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (all)")
    parser.add_argument("--kills", type=int, default=5, metavar="N", help="how often it is killed (5)")
    parser.add_argument("--waiting", type=int, default=250, metavar="N", help="questions at each kill (250)")
    chosen = parser.parse_args()
    if unknown := set(chosen.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    asyncio.run(_run(chosen))
    return 0


async def _run(chosen: argparse.Namespace) -> None:
    _say(Finding.HEAD)
    for part in chosen.parts or PARTS:
        async for finding in _findings(part, chosen):
            _say(str(finding))
    found = Scene.leaks
    _say(
        f"\nIn {found.lines} lines of logs: {found.token} with the token, {found.words} with members' words."
    )


def _findings(part: str, chosen: argparse.Namespace) -> AsyncIterator[Finding]:
    if part == "ending":
        return ending.findings(chosen.kills, chosen.waiting)
    return receiving.findings() if part == "receiving" else sending.findings()


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
