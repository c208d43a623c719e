"""Pictures drawn with Pillow (extra `pictures`); nothing here knows of a library or a chat.

`drawing.py`, `bars.py`, `wrapping.py` and `fonts.py` need it and are imported where `can_draw`.
"""

from __future__ import annotations

from importlib.util import find_spec

from bot.pictures.picture import Bar, BarsPicture, Mark, Row, TimelinePicture

__all__ = ["Bar", "BarsPicture", "Mark", "Row", "TimelinePicture", "can_draw"]


def can_draw() -> bool:
    """Whether Pillow is installed."""
    return find_spec("PIL") is not None
