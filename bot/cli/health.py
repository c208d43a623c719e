"""How the bot is, over HTTP on loopback: `/healthz` for people and probes, `/metrics` for Prometheus.

Served from threads, so that it answers when the event loop does not.
"""

from __future__ import annotations

import contextlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector

from bot.cli.watchdog import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from prometheus_client import Metric

    from bot.cli.watchdog import Pulse

NAME = "history_bot"
WELL = Limits(silence=90.0, lag=10.0)  # Telegram holds a request open for 25 seconds
PATIENCE = 5.0  # seconds that a client may be silent


class HealthError(Exception):
    """The port cannot be had; says why."""


class Vitals(Collector):
    """The metrics. `levels` are numbers by name, `counts` by name and outcome."""

    def __init__(
        self,
        pulse: Pulse,
        levels: Callable[[], dict[str, float]],
        counts: Callable[[], dict[tuple[str, str], float]],
    ) -> None:
        self._pulse = pulse
        self._levels = levels
        self._counts = counts

    def collect(self) -> Iterable[Metric]:
        yield _gauge(
            "silence_seconds", "Since Telegram's last good answer to getUpdates.", self._pulse.silence()
        )
        yield _gauge("lag_seconds", "How far the event loop is behind.", self._pulse.lag)
        for name, value in self._levels().items():
            yield _gauge(name, name.replace("_", " ").capitalize() + ".", value)
        yield from self._counters()

    def _counters(self) -> Iterator[Metric]:
        families: dict[str, CounterMetricFamily] = {}
        for (name, kind), value in self._counts().items():
            about = f"{name.capitalize()} by what became of them."
            family = families.setdefault(
                name, CounterMetricFamily(f"{NAME}_{name}", about, labels=["outcome"])
            )
            family.add_metric([kind], value)
        yield from families.values()


def _gauge(name: str, about: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"{NAME}_{name}", about, value)


@contextlib.contextmanager
def served(port: int | None, pulse: Pulse, vitals: Vitals) -> Iterator[None]:
    """Serves during a block, on 127.0.0.1 alone; nothing without a port. Raises HealthError."""
    if port is None:
        yield
        return
    registry = CollectorRegistry()
    registry.register(vitals)
    ProcessCollector(registry=registry)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), _handler(pulse, registry))
    except OSError as error:
        raise HealthError(f"HEALTH_PORT {port} cannot be used: {error.strerror}") from None
    threading.Thread(target=server.serve_forever, name="health", daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def _handler(pulse: Pulse, registry: CollectorRegistry) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = PATIENCE

        def do_GET(self) -> None:
            if self.path == "/healthz":
                complaint = WELL.complaint(pulse)
                health = {"status": complaint or "ok", "silence": round(pulse.silence(), 1), "lag": pulse.lag}
                self._answer(503 if complaint else 200, "application/json", json.dumps(health).encode())
            elif self.path == "/metrics":
                self._answer(200, CONTENT_TYPE_PLAIN_0_0_4, generate_latest(registry))
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
