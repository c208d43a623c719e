"""Whatever editor wrote a file, its text is read."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.decoding import decode

RUSSIAN = "В октябре 2017 года команда переехала в Токио, а в марте 2018 года на Мальту. " * 5
CHINESE = "二〇一七年十月，赵长鹏和何一到了东京，租下了新的办公室，并写道：重新开始。" * 5
ENGLISH = "In October 2017 Zhao and He arrived in Tokyo — “Starting over”.\nIt rained.\n"

SURE = [
    (ENGLISH.encode(), "utf-8"),
    (codecs.BOM_UTF8 + ENGLISH.encode(), "utf-8"),
    (codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le"), "utf-16-le"),
    (codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"), "utf-16-be"),
    (codecs.BOM_UTF32_LE + ENGLISH.encode("utf-32-le"), "utf-32-le"),
]
GUESSED = [
    (ENGLISH, "utf-16-le"),
    (ENGLISH, "utf-16-be"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (CHINESE, "gb18030"),
]
NO_TEXT = [
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20,
    b"PK\x03\x04" + bytes(200),
    b"\x7fELF\x02\x01\x01" + bytes(64),
    b"text with a \x00 in it",
    b"text with a \x07 bell",
]


@pytest.mark.parametrize(("raw", "encoding"), SURE, ids=[row[1] for row in SURE])
def test_a_marked_or_plain_text_is_read_without_a_guess(raw: bytes, encoding: str) -> None:
    decoded = decode(raw)

    assert (decoded.text, decoded.encoding, decoded.guessed) == (ENGLISH, encoding, False)


@pytest.mark.parametrize(("text", "encoding"), GUESSED, ids=[row[1] for row in GUESSED])
def test_another_encoding_is_guessed_and_said_to_be_a_guess(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))

    assert (decoded.text, decoded.guessed) == (text, True)


def test_lines_pasted_in_another_encoding_are_read_and_the_first_is_named() -> None:
    rows = [RUSSIAN.encode(), b"", RUSSIAN.encode("cp1251"), b"", RUSSIAN.encode()]

    decoded = decode(b"\n".join(rows))

    assert decoded.text == f"{RUSSIAN}\n\n{RUSSIAN}\n\n{RUSSIAN}"
    assert (decoded.guessed, decoded.odd_line) == (True, 3)


@pytest.mark.parametrize("cut", range(1, 8))
def test_a_text_that_is_cut_off_within_a_letter_is_read_up_to_it(cut: int) -> None:
    decoded = decode(CHINESE.encode()[:-cut])

    assert (decoded.encoding, decoded.guessed) == ("utf-8", False)
    assert CHINESE.startswith(decoded.text)


@pytest.mark.parametrize("raw", NO_TEXT)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="not a text file"):
        decode(raw)


def test_all_line_ends_become_newlines() -> None:
    assert decode(b"one\r\ntwo\rthree\n").text == "one\ntwo\nthree\n"


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"").text == ""


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_a_value_error(raw: bytes) -> None:
    with contextlib.suppress(ValueError):
        assert "\0" not in decode(raw).text
