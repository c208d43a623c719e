"""All engines at one size: built one after the other, then asked in turns."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.speed import machine, questions
from tests.speed.engines import KINDS
from tests.speed.measures import EngineFigures, Spread
from tests.speed.worker import EngineError, Worker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.speed.worker import Built

ROUNDS = 10
PATIENCE = 12.0  # seconds that an engine may take of a round; a slow one is asked fewer questions
RESERVE = 1_500  # MiB that are left to others
WARMING = 5  # questions that nobody counts


@dataclass(slots=True)
class Runner:
    """An engine at a size, while it is measured."""

    engine: str
    worker: Worker
    built: Built
    cold: float
    top: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    right: int = 0
    held: float = 0.0

    def measured(self, size: int) -> EngineFigures:
        """The figures."""
        return EngineFigures(
            engine=self.engine,
            size=size,
            build=self.built.seconds,
            held_before=self.built.before,
            most_held=self.built.most,
            held=self.held,
            disk=self.built.disk,
            cold=self.cold,
            top=Spread.of(self.top),
            right=self.right / len(self.top),
            whole=Spread.of(self.whole) if self.whole else None,
        )


def note(line: str) -> None:
    """A line on standard error, where somebody watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()


def fitting(engines: Sequence[str], size: int) -> tuple[list[str], list[str]]:
    """The engines for which memory should suffice side by side, and a line on each of the others."""
    left = machine.free() - RESERVE
    chosen: list[str] = []
    lines: list[str] = []
    for engine in engines:
        needed = KINDS[engine].bytes_a_passage * size / machine.MIB
        if size > KINDS[engine].most:
            lines.append(f"{engine} at {size:,}: left out, it takes seconds a question")
        elif needed <= left:
            chosen.append(engine)
            left -= needed
        else:
            lines.append(f"{engine} at {size:,}: left out, needs about {needed:,.0f} MiB of {left:,.0f}")
    return chosen, lines


def run(
    engines: Sequence[str], texts: Path, asked: Path, size: int, cores: int
) -> Iterator[EngineFigures | str]:
    """What each engine took, or a line on why it is left out."""
    chosen, lines = fitting(engines, size)
    yield from lines
    runners: list[Runner] = []
    with tempfile.TemporaryDirectory(dir=texts.parent) as folder:
        try:
            for engine in chosen:
                note(f"{size:,} passages: {engine} is built")
                try:
                    runners.append(_started(engine, Path(folder) / engine, texts, asked, size, cores))
                except EngineError as error:
                    yield f"{engine} at {size:,}: left out, {error}"
            yield from _ask_in_turns(runners, len(questions.read(asked)), size)
            yield from (runner.measured(size) for runner in runners)
        finally:
            for runner in runners:
                runner.worker.close()


def _started(engine: str, folder: Path, texts: Path, asked: Path, size: int, cores: int) -> Runner:
    """An engine with its index built and warmed up."""
    folder.mkdir()
    worker = Worker(engine)
    try:
        built: Built = worker.call("build", texts, size, cores, folder)
        worker.call("take", asked)
        first = worker.call("top", slice(1), PATIENCE).times[0] / 1e3
        cold = built.loading + built.seconds + first
        if built.disk is not None:
            opened, cold = _opened(engine, folder, asked)
            kept, other = (opened, worker) if KINDS[engine].mapped else (worker, opened)
            other.close()
            worker = kept
        worker.call("take", asked)
        worker.call("top", slice(1, WARMING), PATIENCE)
    except EngineError:
        worker.close()
        raise
    return Runner(engine, worker, built, cold)


def _opened(engine: str, folder: Path, asked: Path) -> tuple[Worker, float]:
    """A process that opened what another one wrote, and the seconds to its first answer."""
    worker = Worker(engine)
    try:
        seconds: float = worker.call("open", folder, questions.read(asked)[0])
    except EngineError:
        worker.close()
        raise
    return worker, seconds


def _ask_in_turns(runners: list[Runner], many: int, size: int) -> Iterator[str]:
    """Some questions to each engine, the first of a round being another one each time; who fails is out."""
    step = -(-many // ROUNDS)
    for turn in range(ROUNDS):
        places = slice(turn * step, min((turn + 1) * step, many))
        shift = turn % max(len(runners), 1)
        for runner in runners[shift:] + runners[:shift]:
            note(f"{size:,} passages: round {turn + 1} of {ROUNDS}, {runner.engine}")
            try:
                _ask(runner, places)
            except EngineError as error:
                yield f"{runner.engine} at {size:,}: left out, {error}"
                runner.worker.close()
                runners.remove(runner)


def _ask(runner: Runner, places: slice) -> None:
    """Asks some questions, and sees how much memory that needs in all."""
    timed = runner.worker.call("top", places, PATIENCE)
    runner.top += timed.times
    runner.right += timed.right
    if KINDS[runner.engine].answers:
        runner.whole += runner.worker.call("answer", places, PATIENCE).times
    runner.held = runner.worker.call("held")
