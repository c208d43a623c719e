"""How the bot is can be asked for over HTTP, on this machine alone."""

from __future__ import annotations

import contextlib
import math
import socket
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.cli.health import HealthError, served
from bot.cli.vitals import LatencyFigures, Pulse, Vitals
from tests import HANG
from tests.ports import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Bot:
    """What there is to be told."""

    silence: float = 2.5
    lag: float = 0.0

    @contextlib.contextmanager
    def on(self, port: int) -> Iterator[httpx.Client]:
        times = iter([0.0])
        pulse = Pulse(lambda: self.silence, lambda: next(times, self.lag + 1))
        counts = {("messages", "sent"): 5.0, ("messages", "dropped"): 1.0, ("errors", "logged"): 0.0}
        levels = {"passages": 7.0, "answered_today": 5.0, "votes_up_today": 1.0, "library_age_seconds": 60.0}
        latency = LatencyFigures([(0.1, 3), (1.0, 4), (math.inf, 5)], 4.5, 0.07)
        vitals = Vitals(pulse, lambda: levels, lambda: counts, lambda: latency)
        with (
            served(port, vitals),
            httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=HANG, trust_env=False) as client,
        ):
            yield client


@pytest.fixture
def port() -> Iterator[int]:
    with free_port() as number:
        yield number


@pytest.mark.parametrize(
    ("bot", "status", "health"),
    [
        (Bot(), 200, "ok"),
        (Bot(silence=91), 503, "Telegram has not answered getUpdates for 91 seconds"),
        (Bot(lag=11), 503, "the bot has hung for 11 seconds"),
    ],
)
def test_whether_all_is_well(bot: Bot, status: int, health: str, port: int) -> None:
    with bot.on(port) as client:
        answer = client.get("/healthz")

    assert (answer.status_code, answer.json()["status"]) == (status, health)


def test_the_metrics_are_prometheus_text(port: int) -> None:
    with Bot().on(port) as client:
        answer = client.get("/metrics")
    values = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }

    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert values["history_bot_silence_seconds",] == 2.5
    assert values["history_bot_passages",] == 7
    assert values["history_bot_messages_total", "sent"] == 5
    assert values["history_bot_messages_total", "dropped"] == 1
    assert values["history_bot_errors_total", "logged"] == 0
    assert values["history_bot_answered_today",] == 5
    assert values["history_bot_library_age_seconds",] == 60
    assert [values["history_bot_answer_seconds_bucket", bound] for bound in ("0.1", "1.0", "+Inf")] == [
        3,
        4,
        5,
    ]
    assert values["history_bot_answer_seconds_sum",] == 4.5
    assert values["history_bot_answer_seconds_count",] == 5
    assert values["process_resident_memory_bytes",] > 1e6


def test_health_tells_of_the_day_and_the_library(port: int) -> None:
    with Bot().on(port) as client:
        health = client.get("/healthz").json()

    assert health["today"] == {"answered": 5, "votes_up": 1, "latency_median": 0.07}
    assert health["library_age"] == 60


def test_without_a_port_nothing_is_served() -> None:
    before = threading.active_count()
    with served(None, Vitals(Pulse(lambda: 0), dict, dict, lambda: LatencyFigures([], 0.0, None))):
        assert threading.active_count() == before


def test_there_is_nothing_else(port: int) -> None:
    with Bot().on(port) as client:
        assert client.get("/").status_code == 404
        assert client.post("/metrics").status_code == 501


def test_it_answers_on_this_machine_alone(port: int) -> None:
    with Bot().on(port), socket.socket() as other:
        other.bind(("127.0.0.2", port))  # would be taken if it listened everywhere


def test_a_port_that_is_taken_is_named(port: int) -> None:
    with (
        Bot().on(port),
        pytest.raises(HealthError, match=rf"HEALTH_PORT {port} cannot be used: Address already in use"),
        Bot().on(port),
    ):
        pass
