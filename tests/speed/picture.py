"""A picture of cost against size: lines on logarithmic axes, each with its name at its end, as SVG."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point = tuple[float, float]
# Okabe and Ito (2008), "Color Universal Design": told apart by readers who see fewer colours.
COLOURS = ("#0072B2", "#56B4E9", "#D55E00", "#E69F00", "#CC79A7", "#009E73", "#000000", "#999999")
WIDTH, HEIGHT = 580, 420  # of a chart
LEFT, RIGHT, TOP, BOTTOM = 70, 165, 46, 48  # margins; the names stand in the right one
APART = 15  # between two names
INK, GRID, PAPER = "#222222", "#dddddd", "#ffffff"


@dataclass(frozen=True, slots=True)
class Line:
    """What something costs (y) at some sizes (x), smallest first; `number` chooses its colour."""

    name: str
    points: Sequence[Point]
    number: int
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines over the same axes."""

    title: str
    lines: Sequence[Line]

    @property
    def corners(self) -> tuple[Point, Point]:
        """The least and the greatest values, widened to whole powers of ten upwards and downwards."""
        xs, ys = zip(*(point for line in self.lines for point in line.points), strict=True)
        low = 10 ** math.floor(math.log10(min(ys))), 10 ** math.ceil(math.log10(max(ys)))
        return (min(xs), low[0]), (max(*xs, min(xs) * 1.1), max(low[1], low[0] * 10))

    def place(self, point: Point) -> Point:
        """Where a value stands in the chart, in pixels."""
        (x0, y0), (x1, y1) = self.corners
        return (
            LEFT + (WIDTH - LEFT - RIGHT) * math.log(point[0] / x0) / math.log(x1 / x0),
            HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * math.log(point[1] / y0) / math.log(y1 / y0),
        )


def svg(charts: Sequence[Chart]) -> str:
    """Charts side by side."""
    drawn = [
        f'<g transform="translate({i * WIDTH} 0)">{"".join(_chart(chart))}</g>'
        for i, chart in enumerate(charts)
        if chart.lines
    ]
    size = f'width="{WIDTH * len(drawn)}" height="{HEIGHT}" viewBox="0 0 {WIDTH * len(drawn)} {HEIGHT}"'
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="system-ui, sans-serif" font-size="13">',
        f'<rect width="100%" height="100%" fill="{PAPER}"/>',
        *drawn,
        "</svg>\n",
    ))  # fmt: skip


def _chart(chart: Chart) -> Iterator[str]:
    yield _text((LEFT, 24), chart.title, weight="600", size=15)
    yield from _rows(chart)
    yield from _columns(chart)
    for line in chart.lines:
        yield _curve(chart, line)
    for line, height in _names(chart):
        x, y = chart.place(line.points[-1])
        yield f'<path d="M{x:.1f} {y:.1f}L{x + 10:.1f} {height:.1f}h6" fill="none" stroke="{_colour(line)}"/>'
        yield _text((x + 20, height + 4), line.name)


def _rows(chart: Chart) -> Iterator[str]:
    (x0, y0), (x1, y1) = chart.corners
    for power in range(round(math.log10(y0)), round(math.log10(y1)) + 1):
        (left, y), (right, _) = chart.place((x0, 10.0**power)), chart.place((x1, 10.0**power))
        yield f'<path d="M{left:.1f} {y:.1f}H{right:.1f}" stroke="{GRID}"/>'
        yield _text((left - 8, y + 4), f"{10.0**power:,.9g}", anchor="end")


def _columns(chart: Chart) -> Iterator[str]:
    (_, y0), _ = chart.corners
    for size in sorted({x for line in chart.lines for x, _ in line.points}):
        x, y = chart.place((size, y0))
        yield f'<path d="M{x:.1f} {TOP}V{y:.1f}" stroke="{GRID}"/>'
        yield _text((x, y + 20), _short(size), anchor="middle")
    yield _text(((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8), "passages", anchor="middle")


def _short(size: float) -> str:
    return f"{size / 1e6:g} M" if size >= 1e6 else f"{size / 1e3:g} k" if size >= 1e3 else f"{size:g}"


def _curve(chart: Chart, line: Line) -> str:
    places = [chart.place(point) for point in line.points]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{_colour(line)}"/>' for x, y in places)
    dash = ' stroke-dasharray="6 4"' if line.dashed else ""
    return f'<path d="M{path}" fill="none" stroke="{_colour(line)}" stroke-width="2"{dash}/>{dots}'


def _names(chart: Chart) -> Iterator[tuple[Line, float]]:
    """Each line with the height of its name, near its end and clear of the others."""
    lowest = -math.inf
    ends = sorted(((chart.place(line.points[-1])[1], i) for i, line in enumerate(chart.lines)))
    surplus = max(0.0, len(ends) * APART - (HEIGHT - BOTTOM - ends[0][0]))
    for height, i in ends:
        lowest = max(lowest + APART, height - surplus)
        yield chart.lines[i], lowest


def _colour(line: Line) -> str:
    return COLOURS[line.number % len(COLOURS)]


def _text(at: Point, text: str, *, anchor: str = "start", weight: str = "400", size: int = 13) -> str:
    return (
        f'<text x="{at[0]:.1f}" y="{at[1]:.1f}" text-anchor="{anchor}" fill="{INK}" '
        f'font-weight="{weight}" font-size="{size}">{escape(text)}</text>'
    )
