"""The figures as Markdown, ready for a README."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.speed.engines import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.speed.measures import EngineFigures, Spread

HEAD = (
    "engine", "top 10: p50 ms", "p99 ms", "times ours", "own first", "build s", "passages/s",
    "most MiB", "held MiB", "disk MiB", "cold start s",
)  # fmt: skip
REFERENCES = (
    "ours",
    "ours-bm25",
)  # whose top 10 the others are compared with: the first one that was measured


def report(rows: Sequence[EngineFigures]) -> str:
    """A table for each size, smallest first; ratios above 1 say that ours is quicker."""
    sizes = sorted({row.size for row in rows})
    return "\n".join(line for size in sizes for line in _table([row for row in rows if row.size == size]))


def _table(rows: Sequence[EngineFigures]) -> Iterator[str]:
    yield f"**{rows[0].size:,} passages**"
    yield ""
    yield _line(HEAD)
    yield _line(["---", *["---:"] * (len(HEAD) - 1)])
    ours = next((row.top.p50 for name in REFERENCES for row in rows if row.engine == name), None)
    for row in rows:
        yield _line(_cells(row, ours))
        if row.whole:
            yield _line(_whole_cells(row, row.whole, ours))
    yield ""


def _cells(row: EngineFigures, ours: float | None) -> list[str]:
    return [
        KINDS[row.engine].label,
        figure(row.top.p50),
        figure(row.top.p99),
        figure(row.top.p50 / ours) if ours else "",
        f"{row.right:.0%}",
        figure(row.build),
        f"{row.size / row.build:,.0f}",
        f"{row.most_held:,.0f}",
        f"{row.held:,.0f}",
        "" if row.disk is None else figure(row.disk),
        figure(row.cold),
    ]


def _whole_cells(row: EngineFigures, whole: Spread, ours: float | None) -> list[str]:
    ratio = figure(whole.p50 / ours) if ours else ""
    label = f"{KINDS[row.engine].label}, a whole answer"
    return [label, figure(whole.p50), figure(whole.p99), ratio, "", "", "", "", "", "", ""]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def figure(value: float) -> str:
    """A value with two digits that count, or all of them before the point.

    >>> figure(0.04567), figure(3.14), figure(47.2), figure(2847.3)
    ('0.046', '3.1', '47', '2,847')
    """
    if value >= 10:
        return f"{value:,.0f}"
    places = 1 if value >= 1 else 2 if value >= 0.1 else 3
    return f"{value:.{places}f}"
