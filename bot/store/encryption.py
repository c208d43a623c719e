"""Words that lie encrypted in the database, with a key that does not.

The cipher is SHAKE-256 as a stream of bytes (FIPS 202), begun with the key and a keyed hash of the words; the
hash tells afterwards whether the key was the right one.
"""

from __future__ import annotations

import hmac
from hashlib import blake2b, shake_256

CHECK_BYTES = 8


def encrypt(words: str, key: bytes) -> bytes:
    """Words as nobody reads them without the key; the same words and key give the same."""
    text = words.encode(errors="replace")
    check = _check(text, key)
    return check + _combined(text, check, key)


def decrypt(encrypted: bytes, key: bytes) -> str | None:
    """The words, None with another key than the one that encrypted them."""
    check = encrypted[:CHECK_BYTES]
    text = _combined(encrypted[CHECK_BYTES:], check, key)
    return text.decode(errors="replace") if hmac.compare_digest(check, _check(text, key)) else None


def _check(text: bytes, key: bytes) -> bytes:
    return blake2b(text, key=key, digest_size=CHECK_BYTES).digest()


def _combined(text: bytes, check: bytes, key: bytes) -> bytes:
    stream = shake_256(key + check).digest(len(text))
    return bytes(a ^ b for a, b in zip(text, stream, strict=True))
