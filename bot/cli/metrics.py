"""How the bot is, in numbers for Prometheus."""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prometheus_client import Metric

    from bot.cli.vitals import Vitals

NAME = "history_bot"


class Metrics(Collector):
    """The metrics of the bot and of its process, as they are when they are asked for."""

    content_type = CONTENT_TYPE_PLAIN_0_0_4

    def __init__(self, vitals: Vitals) -> None:
        self._vitals = vitals
        self._registry = CollectorRegistry()
        self._registry.register(self)
        ProcessCollector(registry=self._registry)

    def text(self) -> bytes:
        """All of them as `content_type`."""
        return generate_latest(self._registry)

    def collect(self) -> Iterable[Metric]:
        pulse = self._vitals.pulse
        yield _gauge("silence_seconds", "Since Telegram's last good answer to getUpdates.", pulse.silence())
        yield _gauge("lag_seconds", "How far the event loop is behind.", pulse.lag)
        for name, value in self._vitals.levels().items():
            yield _gauge(name, name.replace("_", " ").capitalize() + ".", value)
        yield from self._counters()
        latency = self._vitals.latency()
        yield HistogramMetricFamily(
            f"{NAME}_answer_seconds",
            "From the receipt of a question until it was answered.",
            [("+Inf" if isinf(bound) else str(bound), number) for bound, number in latency.buckets],
            latency.total,
        )

    def _counters(self) -> Iterator[Metric]:
        families: dict[str, CounterMetricFamily] = {}
        for (name, kind), value in self._vitals.counts().items():
            about = f"{name.capitalize()} by what became of them."
            family = families.setdefault(
                name, CounterMetricFamily(f"{NAME}_{name}", about, labels=["outcome"])
            )
            family.add_metric([kind], value)
        yield from families.values()


def _gauge(name: str, about: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"{NAME}_{name}", about, value)
