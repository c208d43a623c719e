"""Which program this is, as far as a saved library depends on it."""

from __future__ import annotations

import unicodedata
from functools import cache
from hashlib import sha256
from pathlib import Path

READERS = (  # what makes a library
    "dates", "search", "arrays", "sources", "sentences.py", "library.py", "building/build.py",
)  # fmt: skip
LIBRARIES = (  # that read for it
    "PyStemmer", "charset-normalizer", "ijson", "mammoth", "markdown-it-py", "mdit-py-plugins", "numpy",
    "pypdf", "pyyaml", "rank-bm25", "selectolax",
)  # fmt: skip


@cache
def fingerprint() -> str:
    """A name for all code and rules that make a library: another word rule or date rule has another one."""
    here = Path(__file__).parent
    content = sha256(unicodedata.unidata_version.encode())
    for library in LIBRARIES:
        content.update(f"{library} {_version(library)}\0".encode())
    for name in READERS:
        place = here / name
        for path in sorted([*place.rglob("*.py"), *place.rglob("*.txt")]) if place.is_dir() else [place]:
            content.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes())
    return content.hexdigest()


def _version(library: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - 20 ms that `ask` can do without

    try:
        return version(library)
    except PackageNotFoundError:  # documents of some formats are read only where their library is
        return "none"
