"""What names a passage outside of the library, in a button or the database, over restarts and reloads.

A reference holds a hash of the passage's file and text, and its line, which tells passages of the same words
apart and may change.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.sources.source import Passage

KEY_BYTES = 8
KEY_LETTERS = 11  # of base64, without the padding


def key_of(passage: Passage) -> int:
    """The hash of a passage's file and text, 64 bits: enough to tell any million passages apart."""
    content = f"{passage.source.file}\0{passage.text}".encode(errors="replace")
    return int.from_bytes(blake2b(content, digest_size=KEY_BYTES).digest())


def reference_to(passage: Passage) -> str:
    """The reference to a passage: up to 19 letters, digits, dashes and underscores."""
    key = urlsafe_b64encode(key_of(passage).to_bytes(KEY_BYTES)).decode()[:KEY_LETTERS]
    return f"{key}{passage.line:x}"


def parsed(reference: str) -> tuple[int, int] | None:
    """The key and the line of a reference; None where it is none."""
    try:
        key = urlsafe_b64decode(reference[:KEY_LETTERS] + "=")
        line = int(reference[KEY_LETTERS:], 16)
    except ValueError:
        return None
    return (int.from_bytes(key), line) if len(key) == KEY_BYTES else None
