"""A small library from real files, and what holds for every test.

All that tests talk to is on this machine: no proxy stands between.

Every run of hypothesis tries the same examples, so that a clone passes or fails alike wherever it is; none
fails by the clock. `pytest --hypothesis-profile=search` looks for new ones.

SQLite does not wait for the disk (`synchronous`): no test cuts the power, and some would take four times as
long. `on_the_disk` is for one that looks at it.

Tests that start processes mostly wait for them: there are two workers a core, and half of them begin with
those tests, so that none is left with a long one at the end, and the others work meanwhile.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from bot.building.build import usable_cores
from bot.store import schema
from tests.server.processes import BotProcess

if TYPE_CHECKING:
    from collections.abc import Generator

for proxy in ("ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY"):
    os.environ.pop(proxy, None)
    os.environ.pop(proxy.lower(), None)

A_MINUTE = 60.0

settings.register_profile(
    "same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "search", deadline=None, max_examples=1_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same")

AS_IT_RUNS = schema.SETTINGS
schema.SETTINGS = tuple(setting.replace("= FULL", "= OFF") for setting in schema.SETTINGS)

BotProcess.is_forked = hasattr(os, "fork")  # what is measured (`python -m tests.faults`) is not

WITH_PROCESSES = (  # the longest first
    "tests/faults/", "tests/server/", "tests/admin_walk/", "tests/building/test_build_process",
    "tests/chat/test_serving", "tests/cli/test_add", "tests/publishing/test_publication_steps",
    "tests/publishing/test_live",
)  # fmt: skip


@pytest.fixture
def on_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite waits for the disk, as it does for everybody else."""
    monkeypatch.setattr(schema, "SETTINGS", AS_IT_RUNS)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Two workers a core, unless the environment says how many."""
    return None if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ else 2 * usable_cores()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """All that is collected stays: the garbage collector need not look through it again and again."""
    gc.disable()
    collected = yield
    gc.freeze()
    gc.enable()
    return collected


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Puts tests with processes first in what half of the workers begin with: equal stretches of all."""
    workers: int = getattr(config, "workerinput", {"workercount": 1})["workercount"]
    if workers == 1:
        return
    slow = [item for place in WITH_PROCESSES for item in items if item.nodeid.startswith(place)]
    quick = iter([item for item in items if not item.nodeid.startswith(WITH_PROCESSES)])
    sizes = [(len(items) + number) // workers for number in range(workers)]  # as xdist deals them
    waiting = (workers + 1) // 2
    items.clear()
    for worker, size in enumerate(sizes):
        begun = slow[worker::waiting] if worker < waiting else []
        items += [*begun, *islice(quick, max(0, size - len(begun)))]
    items += quick


def pytest_sessionfinish() -> None:
    """Ends forked programs that a failed test left: Python would wait for them."""
    for program in multiprocessing.active_children():
        program.kill()


BINANCE = """---
title: Binance & its <homes>
url: https://example.org/history?a=1&b=2
author: A. Historian
publisher: The Tokyo Press
published: 2024-05
---
# Shanghai

Binance was founded in Shanghai in July 2017. Its first token sale raised 15 million dollars.

On 4 September 2017 the regulators banned token sales, and the office on the 15th floor was given up.

# Tokyo

In October 2017 the company moved to Tokyo. The team rented &lt;b&gt;two floors&lt;/b&gt; & a
kitchen near the station.
"""
ALICE = """---
title: Alice in Oslo
---
Alice Andersen opened the Oslo library in March 1998. She ran it for ten years.

The library burned down in the winter of 2011.
"""


@pytest.fixture(scope="session")
def small_knowledge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small documents as they are written once; nobody changes them there."""
    folder = tmp_path_factory.mktemp("small") / "knowledge"
    folder.mkdir()
    (folder / "binance.md").write_text(BINANCE, encoding="utf-8")
    (folder / "alice.md").write_text(ALICE, encoding="utf-8")
    for path in folder.iterdir():  # files of this very moment would have to be read again
        os.utime(path, (path.stat().st_atime, path.stat().st_mtime - A_MINUTE))
    return folder


@pytest.fixture
def knowledge(tmp_path: Path, small_knowledge: Path) -> Path:
    return Path(shutil.copytree(small_knowledge, tmp_path / "knowledge"))
