"""What systemd is told: https://www.freedesktop.org/software/systemd/man/sd_notify.html."""

from __future__ import annotations

import contextlib
import os
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

READY, STOPPING, ALIVE = "READY=1", "STOPPING=1", "WATCHDOG=1"


@dataclass(frozen=True, slots=True)
class Systemd:
    """The service manager, if there is one."""

    address: str = ""  # of a datagram socket; empty without systemd
    patience: float | None = None  # seconds without a sign of life after which it ends the service

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Self:
        """What the environment of a service says; WATCHDOG_USEC for another process is not for us."""
        microseconds = environ.get("WATCHDOG_USEC", "")
        is_ours = environ.get("WATCHDOG_PID") in {None, str(os.getpid())}
        patience = int(microseconds) / 1e6 if is_ours and microseconds.isdecimal() else None
        return cls(environ.get("NOTIFY_SOCKET", ""), patience or None)

    def tell(self, state: str) -> None:
        """Sends one message; that nobody listens is no reason to stop."""
        if not self.address or not hasattr(socket, "AF_UNIX"):
            return
        address = "\0" + self.address[1:] if self.address.startswith("@") else self.address
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notifying:
            notifying.sendto(state.encode(), address)
