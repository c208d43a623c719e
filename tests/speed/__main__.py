"""Measures, and prints the tables; see `tests.speed` for what is measured."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.speed import corpus, machine, measures, questions
from tests.speed.engines import KINDS, OURS, PEERS
from tests.speed.picture import Chart, Line, svg
from tests.speed.report import report
from tests.speed.run import note, run
from tests.speed.words import trained

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.speed.measures import EngineFigures

SIZES = "2000,20000,200000,1000000"
BYTES_A_TEXT = 760  # in the file, about


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0; 2 for a mistake in the call."""
    wanted = _parser().parse_args(arguments)
    machine.one_thread()
    if wanted.work:
        machine.count_work()
    sizes = [2_000] if wanted.quick else sorted(set(wanted.sizes))
    engines = list(_installed(f"{wanted.ours},{wanted.peers}"))
    rows: list[EngineFigures] = []
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.tsv"
        _write_texts(texts, sizes[-1], wanted)
        for size in sizes:
            asked = Path(folder) / f"questions-{size}.json"
            many = min(wanted.queries, 100) if wanted.quick else wanted.queries
            questions.write(questions.ask(corpus.read(texts, size), size, many, wanted.seed), asked)
            measured: list[EngineFigures] = []
            for result in run(engines, texts, asked, size, wanted.build_cores):
                if isinstance(result, str):
                    say(result)
                else:
                    measured.append(result)
            note("")
            say(report(measured))
            rows += measured
    if wanted.out:
        _keep(rows, wanted.out)
    return 0


def say(line: str) -> None:
    """A line for whoever called."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.speed", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=_numbers(SIZES), help=f"passages, default {SIZES}")
    parser.add_argument("--ours", default=",".join(OURS), help=f"default {','.join(OURS)}")
    parser.add_argument("--peers", default=",".join(PEERS), help=f"default {','.join(PEERS)}; '' for none")
    parser.add_argument("--queries", type=int, default=400, help="questions at each size, default 400")
    parser.add_argument("--build-cores", type=int, default=1, help="cores that building may use, default 1")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--texts", type=Path, nargs="+", default=[], metavar="FILE",
        help="English texts (UTF-8) to learn the order of words from, beside the bundled history",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, help="folder for the table, the figures and the picture")
    parser.add_argument(
        "--work",
        action="store_true",
        help="count processor time, of all processes together: for a machine that others use",
    )
    parser.add_argument("--quick", action="store_true", help="2,000 passages only")
    return parser


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]


def _installed(names: str) -> Iterator[str]:
    """The engines that are there, saying which are not."""
    for name in filter(None, names.split(",")):
        if name not in KINDS:
            say(f"{name}: not known, one of {', '.join(KINDS)}")
        elif missing := KINDS[name].missing:
            say(f"{name}: left out, {' and '.join(missing)} not installed")
        else:
            yield name


def _write_texts(path: Path, size: int, wanted: argparse.Namespace) -> None:
    texts = corpus.Writer(trained(wanted.texts), wanted.seed).texts(size)
    for done in corpus.write(texts, path):
        if done % 5_000 == 0:
            note(f"{done:,} of {size:,} texts written")
    note("")


def _keep(rows: Sequence[EngineFigures], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "speed.md").write_text(report(rows), "utf-8")
    (folder / "speed.svg").write_text(svg(list(_charts(rows))), "utf-8")
    measures.save(rows, folder / "speed.json")


def _charts(rows: Sequence[EngineFigures]) -> Iterator[Chart]:
    engines = [name for name in KINDS if any(row.engine == name for row in rows)]
    by_engine = {name: [row for row in rows if row.engine == name] for name in engines}
    times = [
        Line(KINDS[name].label, [(row.size, row.top.p50) for row in by_engine[name]], i)
        for i, name in enumerate(engines)
    ]
    times += [
        Line(
            f"{KINDS[name].label}, whole answer",
            [(row.size, row.whole.p50) for row in figures if row.whole],
            i,
            dashed=True,
        )
        for i, (name, figures) in enumerate(by_engine.items())
        if KINDS[name].answers
    ]
    yield Chart("Ten best passages, median ms", times)
    yield Chart(
        "Memory after the questions, MiB",
        [
            Line(KINDS[name].label, [(row.size, row.held) for row in by_engine[name]], i)
            for i, name in enumerate(engines)
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
