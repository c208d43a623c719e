"""Ports for programs that want a number."""

from __future__ import annotations

import contextlib
import socket
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def free_port(host: str = "127.0.0.1") -> Iterator[int]:
    """A port that nobody listens on, and that no other program is given before the end of the block.

    On Linux a socket that does not listen keeps it, and lets whoever reuses addresses listen there.
    """
    with socket.socket() as keeper:
        keeper.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        keeper.bind((host, 0))
        port = int(keeper.getsockname()[1])
        if sys.platform != "linux":
            keeper.close()
        yield port
