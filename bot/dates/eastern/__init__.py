"""How Chinese writes dates, simplified and traditional: the year first, numerals also in characters.

The same kind of shapes as in `western/`, with year, month and day marked by 年, 月 and 日.
"""

from bot.dates.eastern.shapes import SHAPES, SHAPES_OF_REPUBLIC

__all__ = ["SHAPES", "SHAPES_OF_REPUBLIC"]
