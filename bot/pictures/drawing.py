"""Drawing a timeline from top to bottom, as wide as a phone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from itertools import accumulate
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from bot.pictures.fonts import package_for, system_fonts
from bot.pictures.picture import Mark
from bot.pictures.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.pictures.fonts import Fonts
    from bot.pictures.picture import Row, TimelinePicture

WIDTH, MARGIN = 1080, 64  # pixels, as all below
AXIS, TEXT = 88, 152  # from the left
TITLE, WHEN, BODY, SMALL = 52, 40, 38, 30  # sizes of type
LEADING = 1.36  # height of a line, in sizes of type
BETWEEN = 44  # rows
RADIUS, STROKE, BAR = 15, 6, 9
MOST_LINES = 3  # of a sentence, a date, a title
MOST_MISSING = 0.1  # share of letters of sentences that no font has, with which there is still a picture
SHADES = 48  # colours of the file: letters have soft edges


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours."""

    background: str
    ink: str
    quiet: str
    accent: str


class LineStyle(StrEnum):
    """How a line is set."""

    PLAIN = "plain"
    STRONG = "strong"  # in the accent's colour, a little bolder
    QUIET = "quiet"


LIGHT = Theme("#ffffff", "#1c2733", "#5b6b7a", "#1f78b4")
DARK = Theme("#17212b", "#f0f4f8", "#8a9aa9", "#6ab3f3")


class NoFontError(Exception):
    """No font has most of the letters: which script, and what would help."""

    def __init__(self, script: str, package: str) -> None:
        super().__init__(f"no font on this machine has {script} letters; the package {package} brings one")
        self.script = script
        self.package = package


def draw(picture: TimelinePicture, theme: Theme = LIGHT, fonts: Fonts | None = None) -> bytes:
    """A PNG; raises NoFontError."""
    fonts = fonts or system_fonts()
    _check(picture, fonts)
    blocks = _laid_out(picture, fonts)
    tops = list(accumulate((block.height for block in blocks), initial=MARGIN))
    image = Image.new("RGB", (WIDTH, tops[-1] + MARGIN), theme.background)
    canvas = ImageDraw.Draw(image)
    marked = [(top, block) for top, block in zip(tops, blocks, strict=False) if block.mark]
    if marked:
        (first, above), (last, under) = marked[0], marked[-1]
        canvas.line((AXIS, first + above.middle, AXIS, last + under.bottom), theme.quiet, 2)
    for top, block in zip(tops, blocks, strict=False):
        block.draw(canvas, top, theme, fonts)
    file = BytesIO()
    image.quantize(SHADES).save(file, "PNG", optimize=True)
    return file.getvalue()


def _check(picture: TimelinePicture, fonts: Fonts) -> None:
    """Raises NoFontError where too many letters are missing, or any of a date: 2017年10月 would be 201710."""
    text = "".join((picture.title, *(row.when + row.text for row in picture.rows)))
    missing = fonts.missing("".join((picture.title, *(row.when for row in picture.rows))))
    most = 0.0 if missing else MOST_MISSING * len(text)
    missing = missing or fonts.missing(text)
    if sum(missing.values()) > most:
        script = max(missing, key=lambda script: missing[script])
        raise NoFontError(script.capitalize() if script != "CJK" else "Chinese", package_for([script]))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of type."""

    text: str
    size: int
    style: LineStyle = LineStyle.PLAIN

    @property
    def height(self) -> int:
        return round(self.size * LEADING)

    def draw(self, canvas: ImageDraw.ImageDraw, left: int, top: int, theme: Theme, fonts: Fonts) -> None:
        """Draws each run in its font, all on one base line."""
        colour = {LineStyle.STRONG: theme.accent, LineStyle.QUIET: theme.quiet}.get(self.style, theme.ink)
        stroke = int(self.style is LineStyle.STRONG)
        at, base = float(left), top + round(self.size * 1.05)
        for run in fonts.runs(self.text):
            font = run.font.at(self.size)
            canvas.text((at, base), run.text, colour, font, "ls", stroke_width=stroke)
            at += font.getlength(run.text)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines under each other, with a mark on the axis or without one."""

    lines: tuple[_Line, ...]
    left: int
    mark: Mark | None = None
    below: int = BETWEEN

    @property
    def bottom(self) -> int:
        """Where the lines end, from the top."""
        return sum(line.height for line in self.lines)

    @property
    def height(self) -> int:
        return self.bottom + self.below

    @property
    def middle(self) -> int:
        """The height of the mark, from the top."""
        return self.lines[0].height // 2

    def draw(self, canvas: ImageDraw.ImageDraw, top: int, theme: Theme, fonts: Fonts) -> None:
        if self.mark:
            self._draw_mark(canvas, top, theme)
        for line in self.lines:
            line.draw(canvas, self.left, top, theme, fonts)
            top += line.height

    def _draw_mark(self, canvas: ImageDraw.ImageDraw, top: int, theme: Theme) -> None:
        middle = top + self.middle
        if self.mark is Mark.STRETCH:
            box = (AXIS - BAR, middle - RADIUS, AXIS + BAR, top + self.bottom)
            canvas.rounded_rectangle(box, BAR, theme.accent)
            return
        box = (AXIS - RADIUS, middle - RADIUS, AXIS + RADIUS, middle + RADIUS)
        inside = theme.accent if self.mark is Mark.DAY else theme.background
        canvas.ellipse(box, inside, theme.accent, STROKE)


def _laid_out(picture: TimelinePicture, fonts: Fonts) -> Sequence[_Block]:
    whole = WIDTH - 2 * MARGIN
    title = _lines(picture.title, TITLE, whole, fonts)
    below = tuple(
        line for text in picture.below for line in _lines(text, SMALL, whole, fonts, LineStyle.QUIET)
    )
    rows = [_row(row, fonts) for row in picture.rows]
    return [_Block(title, MARGIN), *rows, *([_Block(below, MARGIN, below=0)] if below else [])]


def _row(row: Row, fonts: Fonts) -> _Block:
    width = WIDTH - MARGIN - TEXT
    when = _lines(row.when, WHEN, width, fonts, LineStyle.STRONG)
    return _Block((*when, *_lines(row.text, BODY, width, fonts)), TEXT, row.mark)


def _lines(
    text: str, size: int, width: int, fonts: Fonts, style: LineStyle = LineStyle.PLAIN
) -> tuple[_Line, ...]:
    lines = wrapped(text, fonts, size, width, MOST_LINES)
    return tuple(_Line(line, size, style) for line in lines)
