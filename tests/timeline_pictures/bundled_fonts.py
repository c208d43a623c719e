"""The fonts of the folder beside this, and the one that Pillow brings: the same on every machine."""

from __future__ import annotations

from pathlib import Path

from bot.pictures.fonts import FontFile, Fonts, font_files_in

FONTS = Fonts([*font_files_in([Path(__file__).parent / "fonts"]), FontFile(None)])
