"""What time it is where messages are dated."""

from __future__ import annotations

import time

import pytest

from bot.chat.clock import TelegramTime
from tests import HANG

THEN = "Wed, 25 Nov 2026 20:00:58 GMT"
SECONDS = 1_795_636_858.0


def test_before_the_first_answer_it_is_what_the_wall_says() -> None:
    assert TelegramTime().now() == pytest.approx(time.time(), abs=HANG)


def test_it_goes_on_from_the_last_answer_whatever_the_wall_says(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = TelegramTime()
    clock.note(THEN)
    monkeypatch.setattr(time, "time", lambda: 0.0)

    assert clock.now() == pytest.approx(SECONDS, abs=30)
    later = time.monotonic() + 60
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert clock.now() == pytest.approx(SECONDS + 60, abs=30)


@pytest.mark.parametrize("date", ["", "soon", "Wed, 99 Nov 2026 20:00:58 GMT", "2026-11-25", "x" * 4096])
def test_what_is_no_date_is_passed_over(date: str) -> None:
    clock = TelegramTime()
    clock.note(THEN)
    clock.note(date)

    assert clock.now() == pytest.approx(SECONDS, abs=30)
