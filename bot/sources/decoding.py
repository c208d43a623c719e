"""Bytes of a file to text, whatever editor wrote them."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

# Longest first: the mark of UTF-32-LE begins with that of UTF-16-LE.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 65_536  # bytes; enough to guess an encoding from, quick enough for any file
CUT_OFF = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{0,2}\Z")  # the beginning of a letter in UTF-8
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # no text holds these; form feed and escape it may


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with line ends as newlines, the encoding it was in, and whether that had to be guessed."""

    text: str
    encoding: str
    guessed: bool = False
    odd_line: int = 0  # the first line, from 1, in another encoding than the rest, which is UTF-8


def decode(raw: bytes) -> Decoded:
    """The text of a file.

    Raises ValueError when the bytes are no text in any encoding known here.
    """
    decoded = _marked(raw) or _plain_utf8(raw) or _utf16_without_mark(raw) or _mixed(raw) or _guessed(raw)
    if decoded is None or CONTROL.search(decoded.text):
        raise ValueError("not a text file")
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return replace(decoded, text=lines)


def _marked(raw: bytes) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            text = _decoded(raw[len(mark) :], encoding)
            return None if text is None else Decoded(text, encoding)
    return None


def _plain_utf8(raw: bytes) -> Decoded | None:
    """UTF-8, which may be cut off within its last letter."""
    text = _decoded(raw, "utf-8")
    if text is None and (cut := CUT_OFF.search(raw[-4:])):
        text = _decoded(raw[: -len(cut[0])], "utf-8")
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


def _mixed(raw: bytes) -> Decoded | None:
    """UTF-8 with some lines, pasted from elsewhere, in another encoding."""
    if b"\0" in raw:
        return None
    rows = raw.split(b"\n")
    texts = [_decoded(row, "utf-8") for row in rows]
    odd = [number for number, text in enumerate(texts) if text is None]
    if len(odd) * 2 > sum(not row.isascii() for row in rows):
        return None
    encoding = _likely_encoding(b"\n".join(rows[number] for number in odd)) or "utf-8"
    shown = (rows[n].decode(encoding, "replace") if text is None else text for n, text in enumerate(texts))
    return Decoded("\n".join(shown), encoding, guessed=True, odd_line=odd[0] + 1)


def _guessed(raw: bytes) -> Decoded | None:
    encoding = None if b"\0" in raw else _likely_encoding(raw)
    text = _decoded(raw, encoding) if encoding else None
    return None if encoding is None or text is None else Decoded(text, encoding, guessed=True)


def _likely_encoding(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 11 ms that most files can do without

    best = from_bytes(raw[:SAMPLE]).best()
    return best.encoding if best else None


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
