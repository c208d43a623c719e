"""A bot that is stuck ends, clearly, and systemd hears of all that."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.exit_status import START_AGAIN
from bot.cli.systemd import ALIVE, READY, Systemd
from bot.cli.vitals import Pulse
from bot.cli.watchdog import Limits, Watchdog
from tests import HANG

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parent.parent.parent
LIMITS = Limits(silence=300, lag=60)
STUCK_LOOP = """
import asyncio, time
from bot.cli import watchdog
from bot.cli.systemd import Systemd
from bot.cli.vitals import Pulse

async def main():
    pulse = Pulse(lambda: 0.0)
    watchdog.LONGEST_HANG, watchdog.LONGEST_LOOK = 0.5, 0.1
    watchdog.Watchdog(pulse, 300, Systemd()).start()
    beating = asyncio.create_task(pulse.run())
    await asyncio.sleep(0)
    time.sleep(60)  # the loop hangs

asyncio.run(main())
"""


@dataclass
class Life:
    """A bot on a clock of its own."""

    time: float = 1_000.0
    silence: float = 0.0
    pulse: Pulse = field(init=False)

    def __post_init__(self) -> None:
        self.pulse = Pulse(lambda: self.silence, lambda: self.time)


#   seconds of silence, seconds of lag, what is wrong
COMPLAINTS: list[tuple[float, float, str | None]] = [
    (0, 0, None),
    (300, 60, None),
    (301, 0, "Telegram has not answered getUpdates for 301 seconds"),
    (0, 61, "the bot has hung for 61 seconds"),
    (900, 900, "the bot has hung for 900 seconds"),  # then nobody asks Telegram either
]


@pytest.mark.parametrize(("silence", "lag", "complaint"), COMPLAINTS)
def test_what_is_wrong(silence: float, lag: float, complaint: str | None) -> None:
    life = Life(silence=silence)
    life.time += 1 + lag  # it beats once a second

    assert LIMITS.complaint(life.pulse) == complaint


def test_a_clock_that_was_set_back_is_no_lag() -> None:
    life = Life()
    life.time -= 86_400

    assert life.pulse.lag == 0


async def test_a_loop_that_runs_beats() -> None:
    life = Life()
    life.time += 500
    beating = asyncio.create_task(life.pulse.run())
    await asyncio.sleep(0)

    assert life.pulse.lag == 0
    beating.cancel()


def ended_with(life: Life, silence: float = 300) -> list[int]:
    """The exit statuses of a watchdog, as soon as it has ended the process."""
    statuses: list[int] = []
    ended = threading.Event()

    def end(status: int) -> None:
        statuses.append(status)
        ended.set()

    Watchdog(life.pulse, silence, Systemd(patience=0.03), end).start()
    assert ended.wait(HANG)
    return statuses


def test_a_telegram_that_is_silent_ends_the_process(caplog: pytest.LogCaptureFixture) -> None:
    assert ended_with(Life(silence=301)) == [START_AGAIN]
    assert "The watchdog ends the bot, to be started again: Telegram has not answered" in caplog.text


LOOKS: list[tuple[float, float | None, float]] = [
    #   the limit of silence, systemd's patience, seconds between two looks
    (300, None, 5),
    (45, None, 4.5),  # a tenth of the limit, so that it is kept
    (0, None, 5),
    (300, 60, 5),
    (300, 3, 1),  # systemd hears three signs of life in its time
    (0, 3, 1),
]


@pytest.mark.parametrize(("silence", "patience", "seconds"), LOOKS)
def test_how_often_it_looks(silence: float, patience: float | None, seconds: float) -> None:
    assert Watchdog(Life().pulse, silence, Systemd(patience=patience))._look_every == pytest.approx(seconds)


def test_without_a_limit_silence_is_borne() -> None:
    life = Life(silence=1e9)
    watchdog = Watchdog(life.pulse, 0, Systemd(patience=0.03), lambda _: pytest.fail("ended"))
    watchdog.start()
    watchdog.stop()


def test_a_loop_that_hangs_ends_the_process() -> None:
    done = subprocess.run(
        [sys.executable, "-c", STUCK_LOOP], cwd=PROJECT, capture_output=True, text=True, timeout=HANG,
        check=False,
    )  # fmt: skip

    assert done.returncode == START_AGAIN
    assert "the bot has hung for" in done.stderr
    assert "in main" in done.stderr  # where it hung


@pytest.fixture
def systemd() -> Iterator[tuple[Systemd, socket.socket]]:
    with (
        tempfile.TemporaryDirectory() as folder,  # a socket's path has hundred characters at the most
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening,
    ):
        address = f"{folder}/notify"
        listening.bind(address)
        listening.settimeout(HANG)
        yield Systemd(address, 0.03), listening


def test_systemd_is_told_that_all_is_well_for_as_long_as_it_is(
    systemd: tuple[Systemd, socket.socket],
) -> None:
    service, listening = systemd
    life = Life()
    watchdog = Watchdog(life.pulse, 300, service, lambda _: None)
    watchdog.start()

    with listening:
        assert [listening.recv(100).decode() for _ in range(3)] == [ALIVE] * 3
        life.silence = 301
        watchdog._thread.join(HANG)
        service.tell("the end")
        messages = [listening.recv(100).decode()]
        while messages[-1] != "the end":
            messages.append(listening.recv(100).decode())
        assert set(messages[:-1]) <= {ALIVE}  # what was sent before it went wrong
    watchdog.stop()


def test_systemd_is_found_in_the_environment(systemd: tuple[Systemd, socket.socket]) -> None:
    service, listening = systemd
    found = Systemd.of({"NOTIFY_SOCKET": service.address, "WATCHDOG_USEC": "30000000"})
    found.tell(READY)

    with listening:
        assert listening.recv(100).decode() == READY
    assert found.patience == 30


@pytest.mark.parametrize(
    ("environ", "patience"),
    [
        ({}, None),
        ({"WATCHDOG_USEC": "0"}, None),
        ({"WATCHDOG_USEC": "soon"}, None),
        ({"WATCHDOG_USEC": "5000000", "WATCHDOG_PID": str(os.getpid())}, 5),
        ({"WATCHDOG_USEC": "5000000", "WATCHDOG_PID": "1"}, None),
    ],
)
def test_systemds_patience(environ: dict[str, str], patience: float | None) -> None:
    assert Systemd.of(environ).patience == patience


def test_nobody_has_to_listen(tmp_path: Path) -> None:
    Systemd().tell(READY)
    Systemd(str(tmp_path / "nobody")).tell(READY)
    Systemd("@nobody-at-all").tell(READY)
