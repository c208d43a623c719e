"""Bars side by side, one a day, as wide as a phone: what was answered, and on top what was refused."""

from __future__ import annotations

import math
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from bot.pictures.drawing import LIGHT, MARGIN, SHADES, SMALL, TITLE, WIDTH
from bot.pictures.fonts import system_fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.pictures.drawing import Theme
    from bot.pictures.fonts import Fonts
    from bot.pictures.picture import BarsPicture

HEIGHT, TOP, BOTTOM = 640, 170, 540  # pixels, as all here: of the picture, and where the highest bar is
SQUARE = 22  # of a colour, beside what it means
GAP = 0.25  # of a bar's width, between two
LABEL_ROOM, NUMBER_ROOM = 140, 60  # pixels that a day and a number take


@dataclass(frozen=True, slots=True)
class _Pen:
    """What things are drawn with."""

    canvas: ImageDraw.ImageDraw
    theme: Theme
    fonts: Fonts

    def text(self, left: float, base: float, text: str, size: int, colour: str) -> None:
        for run in self.fonts.runs(text):
            font = run.font.at(size)
            self.canvas.text((left, base), run.text, colour, font, "ls")
            left += font.getlength(run.text)

    def label(self, middle: float, base: float, text: str, colour: str) -> None:
        """A small text that stays inside the picture."""
        width = self.fonts.width(text, SMALL)
        self.text(min(middle - width / 2, WIDTH - width - 8), base, text, SMALL, colour)


def draw_bars(picture: BarsPicture, theme: Theme = LIGHT) -> bytes:
    """A PNG; a day without questions has no bar."""
    image = Image.new("RGB", (WIDTH, HEIGHT), theme.background)
    pen = _Pen(ImageDraw.Draw(image), theme, system_fonts())
    if not pen.fonts.missing(picture.title):  # of half a title nobody makes sense
        pen.text(MARGIN, MARGIN + TITLE, picture.title, TITLE, theme.ink)
    _draw_legend(pen, ((picture.answered, theme.accent), (picture.refused, theme.quiet)))
    step = (WIDTH - 2 * MARGIN) / len(picture.bars)
    most = max((bar.answered + bar.refused for bar in picture.bars), default=0) or 1
    every = max(math.ceil(LABEL_ROOM / step), 1)
    for number, bar in enumerate(picture.bars):
        left, right = MARGIN + number * step, MARGIN + (number + 1 - GAP) * step
        height = _bar(pen, (left, BOTTOM, right), bar.answered / most, theme.accent)
        top = _bar(pen, (left, height, right), bar.refused / most, theme.quiet)
        middle, asked = (left + right) / 2, bar.answered + bar.refused
        if (len(picture.bars) - 1 - number) % every == 0:
            pen.label(middle, BOTTOM + 2 * SMALL, bar.label, theme.quiet)
        if asked and (step >= NUMBER_ROOM or asked == most):
            pen.label(middle, top - SMALL / 3, str(asked), theme.ink)
    pen.canvas.line((MARGIN, BOTTOM, WIDTH - MARGIN, BOTTOM), theme.quiet, 2)
    file = BytesIO()
    image.quantize(SHADES).save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw_legend(pen: _Pen, parts: Sequence[tuple[str, str]]) -> None:
    """What the colours mean, on the line of the title up to the margin; nothing where its letters lack."""
    if pen.fonts.missing("".join(text for text, _ in parts)):
        return
    right, base = float(WIDTH - MARGIN), MARGIN + TITLE
    for text, colour in reversed(parts):
        right -= pen.fonts.width(text, SMALL)
        pen.text(right, base, text, SMALL, pen.theme.ink)
        right -= SMALL
        pen.canvas.rectangle((right, base - SQUARE, right + SQUARE, base), fill=colour)
        right -= SMALL


def _bar(pen: _Pen, place: tuple[float, float, float], share: float, colour: str) -> float:
    """A bar that stands somewhere, as high as a share of the highest; where its top is."""
    left, base, right = place
    top = base - share * (BOTTOM - TOP)
    if share:
        pen.canvas.rectangle((left, top, right, base), fill=colour)
    return top
