"""Which program this is, as far as a saved library depends on it."""

from __future__ import annotations

import unicodedata
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

READERS = (
    "dates",
    "search",
    "arrays",
    "sources",
    "sentences.py",
    "library.py",
    "build.py",
)  # what makes a library


@cache
def fingerprint() -> str:
    """A name for all code and rules that make a library: another word rule or date rule has another one."""
    here = Path(__file__).parent
    content = sha256(f"{version('PyStemmer')} {version('numpy')} {unicodedata.unidata_version}".encode())
    for name in READERS:
        place = here / name
        for path in sorted([*place.rglob("*.py"), *place.rglob("*.gz")]) if place.is_dir() else [place]:
            content.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes())
    return content.hexdigest()
