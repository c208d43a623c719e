"""Bytes of a file to text, whatever editor wrote them."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# Longest first: the mark of UTF-32-LE begins with that of UTF-16-LE.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 65_536  # bytes; enough to guess an encoding from, quick enough for any file
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # no text holds these; form feed and escape it may


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with line ends as newlines, the encoding it was in, and whether that had to be guessed."""

    text: str
    encoding: str
    guessed: bool = False


def decode(raw: bytes) -> Decoded:
    """The text of a file.

    Raises ValueError when the bytes are no text in any encoding known here.
    """
    decoded = _marked(raw) or _plain_utf8(raw) or _utf16_without_mark(raw) or _guessed(raw)
    if decoded is None or CONTROL.search(decoded.text):
        raise ValueError("not a text file")
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(lines, decoded.encoding, decoded.guessed)


def _marked(raw: bytes) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            text = _decoded(raw[len(mark) :], encoding)
            return None if text is None else Decoded(text, encoding)
    return None


def _plain_utf8(raw: bytes) -> Decoded | None:
    text = _decoded(raw, "utf-8")
    return None if text is None or "\0" in text else Decoded(text, "utf-8")


def _utf16_without_mark(raw: bytes) -> Decoded | None:
    """UTF-16 shows itself by zero bytes that stand (nearly) only at even or only at odd places."""
    sample = raw[:SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) // 10 or min(even, odd) > max(even, odd) // 20:
        return None
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    text = _decoded(raw, encoding)
    return None if text is None else Decoded(text, encoding, guessed=True)


def _guessed(raw: bytes) -> Decoded | None:
    if b"\0" in raw:
        return None
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 11 ms that most files can do without

    best = from_bytes(raw[:SAMPLE]).best()
    text = _decoded(raw, best.encoding) if best else None
    return None if best is None or text is None else Decoded(text, best.encoding, guessed=True)


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
