"""How the bot is, over HTTP on loopback: `/healthz` for people and probes, `/metrics` for Prometheus.

Served from threads, so that it answers when the event loop does not.
"""

from __future__ import annotations

import contextlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from bot.cli.watchdog import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cli.metrics import Metrics
    from bot.cli.vitals import Vitals

WELL = Limits(silence=90.0, lag=10.0)  # Telegram holds a request open for 25 seconds
PATIENCE = 5.0  # seconds that a client may be silent


class HealthError(Exception):
    """The port cannot be had; says why."""


@contextlib.contextmanager
def served(port: int | None, vitals: Vitals) -> Iterator[None]:
    """Serves during a block, on 127.0.0.1 alone; nothing without a port. Raises HealthError."""
    if port is None:
        yield
        return
    from bot.cli.metrics import Metrics  # noqa: PLC0415 - 2 MB that only a bot with a port needs

    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), _handler(vitals, Metrics(vitals)))
    except OSError as error:
        raise HealthError(f"HEALTH_PORT {port} cannot be used: {error.strerror}") from None
    threading.Thread(target=server.serve_forever, name="health", daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def _health(vitals: Vitals, status: str) -> dict[str, object]:
    """What people and probes are told; times in seconds."""
    levels, median = vitals.levels(), vitals.latency().median
    today = {name.removesuffix("_today"): n for name, n in levels.items() if name.endswith("_today")}
    return {
        "status": status,
        "silence": round(vitals.pulse.silence(), 1),
        "lag": vitals.pulse.lag,
        "library_age": levels.get("library_age_seconds"),
        "today": today | {"latency_median": median},
    }


def _handler(vitals: Vitals, metrics: Metrics) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = PATIENCE

        def do_GET(self) -> None:
            if self.path == "/healthz":
                complaint = WELL.complaint(vitals.pulse)
                health = _health(vitals, complaint or "ok")
                self._answer(503 if complaint else 200, "application/json", json.dumps(health).encode())
            elif self.path == "/metrics":
                self._answer(200, metrics.content_type, metrics.text())
            else:
                self._answer(404, "text/plain", b"There is /healthz and /metrics\n")

        def _answer(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """A line for each probe would drown the log."""

    return Handler
