"""The quick part of each row of the table; the whole of it is `python -m tests.faults`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults import (
    bursts,
    ending,
    posting,
    publishing,
    receiving,
    reloading,
    sending,
    storing,
    teaching,
    uploading,
)
from tests.faults.scene import Leaks
from tests.server.misbehaviour import Answers, Resets, Truncates, bad_gateway, too_many

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path
    from typing import Any

    from tests.faults.finding import Finding

ROWS: dict[str, Callable[[], Coroutine[Any, Any, Finding]]] = {
    "killed": lambda: ending.killed(2, 30, longest_life=1.0),
    "stopped": lambda: ending.stopped(40, ending.SLOW),
    "killed at a reload": lambda: reloading.killed(2),
    "killed at an upload": lambda: publishing.killed(2),
    "an upload": lambda: uploading.uploaded(5, 20, calm_seconds=0.2),
    "killed at teaching": lambda: teaching.killed(2),
    "killed at a step of teaching": lambda: teaching.stepwise(20, 21),
    "malformed documents": lambda: reloading.malformed(4, a_second=2, calm_seconds=0.1),
    "read-only": storing.read_only,
    "damaged": storing.damaged,
    "getUpdates 502": lambda: receiving.misbehaving("502", bad_gateway(), 1),
    "getUpdates truncated": lambda: receiving.misbehaving("truncated", Truncates(), 1),
    "getUpdates without a result": lambda: receiving.misbehaving("x", Answers(200, b'{"ok": false}'), 1),
    "malformed updates": receiving.all_malformed,
    "409": receiving.three_conflicts,
    "sendMessage 429": lambda: sending.misbehaving("429", too_many(1), 0, again=1.0),
    "sendMessage reset": lambda: sending.misbehaving("reset", Resets(after=True), 0, again=1.0),
    "topic deleted": lambda: sending.place_gone(sending.topic_deleted, 1),
    "moved": sending.migrated,
    "daily posts": lambda: posting.killed(2, 12),
    "presses": lambda: posting.pressed(10),
    "burst": lambda: bursts.burst(300, 60),
}


@pytest.mark.parametrize("row", ROWS)
async def test_in_a_row_the_right_things_happen(row: str) -> None:
    finding = await ROWS[row]()

    assert finding.is_right, str(finding)


def test_a_leak_would_be_found(tmp_path: Path) -> None:
    leaks, token = Leaks(), "123:secret"
    (tmp_path / "file").write_bytes(b"\x00secret")
    leaks.look_in(tmp_path, "DEBUG Bergen\n DEBUG Bergen\nINFO Bergen\nsecret", token)
    leaks.look_at([{"text": "Bergen"}], token)

    assert (leaks.lines, leaks.files, leaks.token, leaks.words) == (5, 1, 2, 3)
    assert not leaks.finding().is_well
