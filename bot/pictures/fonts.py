"""Fonts of this machine: for each letter the first that has it, so that no box stands for one.

Nothing is loaded from anywhere; what no font has is named by its script, for somebody to install one.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category, name

from PIL import ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FOLDERS = (  # of Linux, macOS and Windows
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
)
PREFERRED = (  # names of files in lower case, and which of several fonts in one file; the first with a letter
    ("notosans-regular.ttf", 0), ("dejavusans.ttf", 0), ("liberationsans-regular.ttf", 0),
    ("roboto-regular.ttf", 0), ("ubuntu-r.ttf", 0), ("segoeui.ttf", 0), ("arial.ttf", 0),
    ("helveticaneue.ttc", 0), ("freesans.ttf", 0),
    ("notosanscjk-regular.ttc", 2), ("notosanscjksc-regular.otf", 0), ("notosanssc-regular.otf", 0),
    ("notosanssc-regular.ttf", 0), ("notosanscjk-vf.otf.ttc", 2), ("sourcehansanssc-regular.otf", 0),
    ("sourcehansans-regular.ttc", 2), ("wqy-microhei.ttc", 0), ("wqy-zenhei.ttc", 0),
    ("droidsansfallbackfull.ttf", 0), ("droidsansfallback.ttf", 0), ("pingfang.ttc", 0),
    ("hiragino sans gb.ttc", 0), ("stheiti light.ttc", 0), ("msyh.ttc", 0), ("simsun.ttc", 0),
    ("unifont.otf", 0), ("unifont.ttf", 0),
)  # fmt: skip
PACKAGES = {"CJK": "fonts-noto-cjk", "HIRAGANA": "fonts-noto-cjk", "KATAKANA": "fonts-noto-cjk"}
OTHER_PACKAGE = "fonts-noto-core"
PROBE = 24  # pixels: the size at which it is tried whether a font has a letter
NO_LETTER = "\U0010ffff"  # no font has it: what is drawn for it is drawn for all that is missing

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font by its file; None stands for the one that Pillow brings, which has Latin letters."""

    path: Path | None
    index: int = 0

    def at(self, size: int) -> Font:
        """The font in a size of so many pixels."""
        return _loaded(self, size)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters side by side that one font has."""

    text: str
    font: FontFile


class Fonts:
    """Some fonts, the best first."""

    def __init__(self, files: Sequence[FontFile]) -> None:
        self._files = tuple(files)
        self._of_letter: dict[str, FontFile | None] = {}

    def runs(self, text: str) -> list[Run]:
        """A text in runs of one font each; letters that no font has are left out."""
        letters = ((letter, self.of(letter)) for letter in text)
        shown = [(letter, font) for letter, font in letters if font]
        return [
            Run("".join(letter for letter, _ in group), font)
            for font, group in groupby(shown, key=lambda pair: pair[1])
        ]

    def width(self, text: str, size: int) -> float:
        """How wide a text is, in pixels."""
        return sum(run.font.at(size).getlength(run.text) for run in self.runs(text))

    def of(self, letter: str) -> FontFile | None:
        """The first font that has a letter, None where none has."""
        if letter not in self._of_letter:
            self._of_letter[letter] = next((file for file in self._files if _has(file, letter)), None)
        return self._of_letter[letter]

    def missing(self, text: str) -> dict[str, int]:
        """How many letters of a text no font has, by the name of their script; symbols do not count."""
        counts: dict[str, int] = {}
        for letter in text:
            if category(letter)[0] in "LN" and self.of(letter) is None:
                script = name(letter, "OTHER").partition(" ")[0].partition("-")[0]
                counts[script] = counts.get(script, 0) + 1
        return counts


@cache
def system_fonts() -> Fonts:
    """The fonts of this machine, looked for once, and behind them Pillow's own."""
    return Fonts([*font_files_in(map(Path, FOLDERS)), FontFile(None)])


def font_files_in(folders: Iterable[Path]) -> list[FontFile]:
    """The preferred fonts that lie in some folders, best first."""
    files: dict[str, Path] = {}
    for folder in folders:
        for path, _, names in os.walk(folder.expanduser()):
            for file in names:
                files.setdefault(file.lower(), Path(path, file))
    wanted = [FontFile(files[file], index) for file, index in PREFERRED if file in files]
    return [font for font in wanted if _can_be_read(font)]


def package_for(scripts: Iterable[str]) -> str:
    """The package of Debian that has letters of some scripts."""
    return next((PACKAGES[script] for script in scripts if script in PACKAGES), OTHER_PACKAGE)


def _can_be_read(font: FontFile) -> bool:
    try:
        font.at(PROBE)
    except (OSError, ValueError):
        return False
    return True


@lru_cache(maxsize=64)
def _loaded(file: FontFile, size: int) -> Font:
    if file.path is None:
        font = ImageFont.load_default(size)
        assert isinstance(font, Font)  # Pillow was built with FreeType
        return font
    return Font(file.path, size, file.index)  # `truetype` would look elsewhere for what it cannot read


def _has(file: FontFile, letter: str) -> bool:
    """Whether a font draws a letter otherwise than one that there is not; white space is drawn by all."""
    return letter.isspace() or _drawn(file, letter) != _drawn(file, NO_LETTER)


def _drawn(file: FontFile, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = file.at(PROBE).getmask(letter)
    return mask.size, bytes(mask)
