"""A process that holds one engine, and what it does when told."""

from __future__ import annotations

import gc
import multiprocessing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.speed import machine, questions
from tests.speed.engines import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

    from tests.speed.engines import Engine
    from tests.speed.questions import SpeedQuestion

MS = 1e-6  # of a nanosecond


@dataclass(frozen=True, slots=True)
class Built:
    """What building took, in seconds and MiB; `before` is what Python and the loaded passages hold."""

    loading: float
    seconds: float
    before: float
    most: float  # its helpers' memory included
    disk: float | None


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds of each question that was asked; how many found the passage that they are made from."""

    times: tuple[float, ...]
    right: int


class EngineError(Exception):
    """An engine's process ended, or its engine raised."""


class Worker:
    """The engine's process as seen from outside; every call waits for its end."""

    def __init__(self, engine: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, inside = context.Pipe()
        self._process = context.Process(target=_serve, args=(inside, engine), daemon=False)
        self._process.start()
        inside.close()

    def call(self, name: str, *arguments: Any) -> Any:
        """The value of one of `_Service`'s methods; raises EngineError."""
        try:
            self._connection.send((name, arguments))
            value = self._connection.recv()
        except (EOFError, OSError) as error:
            raise EngineError("its process was ended") from error
        if isinstance(value, Exception):
            raise EngineError(f"{type(value).__name__}: {value}")
        return value

    def close(self) -> None:
        """Ends the process."""
        self._connection.close()
        self._process.join(10)
        self._process.kill()


def _serve(connection: Connection, engine: str) -> None:
    service = _Service(KINDS[engine].make())
    while True:
        try:
            name, arguments = connection.recv()
        except EOFError:
            return
        try:
            connection.send(getattr(service, name)(*arguments))
        except Exception as error:  # noqa: BLE001  # whatever an engine raises is its result
            connection.send(RuntimeError(f"{type(error).__name__}: {error}"))


class _Service:
    """What can be asked of a worker."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def build(self, texts: Path, size: int, cores: int, folder: Path) -> Built:
        machine.pin(cores)
        loading = _seconds(lambda: self._engine.load(texts, size))
        gc.collect()
        before = machine.held()
        seconds = _seconds(lambda: self._engine.build(cores))
        most = machine.most_held() + (cores - 1) * machine.most_of_a_child()
        disk = machine.size_of(folder) if self._engine.save(folder) else None
        machine.pin(1)
        return Built(loading, seconds, before, most, disk)

    def open(self, folder: Path, first: SpeedQuestion) -> float:
        """Seconds from opening to the first answer."""
        machine.pin(1)

        def opened() -> None:
            self._engine.open(folder)
            self._engine.top(self._engine.ready(first))

        return _seconds(opened)

    def held(self) -> float:
        """MiB in memory now."""
        gc.collect()
        return machine.held()

    def take(self, asked: Path) -> int:
        """Takes the questions that will be asked by their number."""
        self._questions = questions.read(asked)
        return len(self._questions)

    def top(self, places: slice, patience: float) -> Timed:
        """Asks questions for the best ten, until all are asked or so many seconds have gone."""
        rows = [(question, self._engine.ready(question)) for question in self._questions[places]]
        times: list[float] = []
        right = 0
        while rows and sum(times) < patience * 1e3:
            question, ready = rows.pop(0)
            began = machine.clock()
            hits = self._engine.top(ready)
            times.append((machine.clock() - began) * MS)
            right += self._engine.first(hits) == question.passage
        return Timed(tuple(times), right)

    def answer(self, places: slice, patience: float) -> Timed:
        """Asks questions for whole answers."""
        rows = [question.text for question in self._questions[places]]
        times: list[float] = []
        while rows and sum(times) < patience * 1e3:
            text = rows.pop(0)
            began = machine.clock()
            self._engine.answer(text)
            times.append((machine.clock() - began) * MS)
        return Timed(tuple(times), 0)


def _seconds(work: Callable[[], object]) -> float:
    began = machine.clock_of_all()
    work()
    return (machine.clock_of_all() - began) / 1e9
