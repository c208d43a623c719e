"""Words are read with their key and with no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.encryption import decrypt, encrypt

KEYS = st.binary(min_size=12, max_size=12)


@given(words=st.text(), key=KEYS)
def test_what_was_encrypted_is_decrypted(words: str, key: bytes) -> None:
    assert decrypt(encrypt(words, key), key) == words.encode(errors="replace").decode()


@given(words=st.text(), key=KEYS, other=KEYS)
def test_another_key_opens_nothing(words: str, key: bytes, other: bytes) -> None:
    if key != other:
        assert decrypt(encrypt(words, key), other) is None


WORDS = "when was Tokyo?"


@pytest.mark.parametrize("place", range(8 + len(WORDS)))
def test_what_was_changed_is_not_decrypted(place: int) -> None:
    encrypted = bytearray(encrypt(WORDS, b"key"))
    encrypted[place] ^= 1

    assert decrypt(bytes(encrypted), b"key") is None


def test_the_same_key_with_other_words_hides_what_they_have_in_common() -> None:
    first, second = (encrypt(words, b"key")[8:] for words in ("when was Tokyo?", "when was Tokio?"))

    assert sum(a == b for a, b in zip(first, second, strict=True)) < len(first) / 2


@pytest.mark.parametrize("damaged", [b"", b"short", bytes(8), bytes(20)])
def test_what_is_no_encrypted_text_is_none(damaged: bytes) -> None:
    assert decrypt(damaged, b"key") is None
