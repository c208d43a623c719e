"""Where sentences end in many texts at once, as `bot.sentences` has it.

Most stops are plain ones, which are told by the bytes around them; the others it is asked about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.search.cutting.texts import MASKS, WORD
from bot.sentences import ABBREVIATIONS, stops_end

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.cutting.texts import Joined

    Whole = NDArray[np.int64]
    Claims = NDArray[np.bool_]


def _bytes(signs: bytes) -> Claims:
    """Which of the 256 bytes are these."""
    found = np.zeros(256, np.bool_)
    found[list(signs)] = True
    return found


_HIGH = bytes(range(0x80, 0x100))  # what is not ASCII
_LOWER, _UPPER, _DIGITS = bytes(range(0x61, 0x7B)), bytes(range(0x41, 0x5B)), b"0123456789"
_IS_SIGN = _bytes(b".!?\n([\"'" + _HIGH).tobytes()  # none of these is inside a plain word
_IS_STOP = _bytes(b".!?")
_MAY_FOLLOW = _bytes(b" \t\v\f\r\x1c\x1d\x1e\x1f.!?\"')]([" + _HIGH)  # a line ends anyway
_IS_LOWER = _bytes(_LOWER)
_BEGINS = _bytes(_UPPER + _DIGITS)
_IS_PLAIN = _bytes(_LOWER + _UPPER + _DIGITS)
_WIDE = np.array([int.from_bytes(stop.encode()) for stop in "…。！？｡"])
_SMALL = np.uint64(0x2020202020202020)  # makes eight letters of ASCII small ones
_ABBREVIATIONS = np.array(
    sorted(int.from_bytes(word[:-1].encode(), "little") for word in ABBREVIATIONS if word.isascii()),
    np.uint64,
)


def sentence_ends(joined: Joined) -> Whole:
    """Where sentences end, line ends and the end of all included, in order; some follow on no words."""
    signs = np.flatnonzero(np.frombuffer(joined.raw.translate(_IS_SIGN), np.bool_))
    kinds = joined.codes[signs]
    lines = signs[kinds == ord("\n")] + 1
    stops = np.flatnonzero(_IS_STOP[kinds])
    stops = stops[_MAY_FOLLOW[joined.codes[signs[stops] + 1]]]
    at = signs[stops]
    goes_on = joined.codes[at + 1] == ord(" ")
    goes_on &= _IS_LOWER[joined.codes[at + 2]]
    stops, at = stops[~goes_on], at[~goes_on]
    is_plain = _are_plain(joined, at, signs[np.maximum(stops - 1, 0)])
    others = np.sort(np.concatenate((at[~is_plain], _wide(joined, signs, kinds))))
    told = joined.characters(others).tolist()
    ends = joined.places(np.array(stops_end(joined.text, told) if told else (), np.int64))
    found: Whole = np.unique(np.concatenate((lines, at[is_plain] + 1, ends, [len(joined.raw)])))
    return found


def _are_plain(joined: Joined, at: Whole, before: Whole) -> Claims:
    """Whether stops certainly end a sentence: "... in Tokyo. The ..."; `before` are the signs before them.

    What may be an abbreviation or initials is left to be looked at.
    """
    codes = joined.codes
    follows = (codes[at + 1] == ord(" ")) & _BEGINS[codes[at + 2]] & _IS_PLAIN[codes[at - 1]]
    starts = joined.starts[np.searchsorted(joined.starts, at, "right") - 1]
    sizes = at - starts
    words = (joined.words[starts] | _SMALL) & MASKS[np.minimum(sizes, WORD)]
    near = np.minimum(np.searchsorted(_ABBREVIATIONS, words), len(_ABBREVIATIONS) - 1)
    is_word = (sizes > 1) & ((before < starts) | (before == at)) & (_ABBREVIATIONS[near] != words)
    plain: Claims = follows & (is_word | (codes[at] != ord(".")))
    return plain


def _wide(joined: Joined, signs: Whole, kinds: NDArray[np.uint8]) -> Whole:
    """The stops that are no ASCII."""
    if joined.raw.isascii():
        return signs[:0]
    at = signs[(kinds == 0xE2) | (kinds == 0xE3) | (kinds == 0xEF)]
    codes = joined.codes
    found = (codes[at].astype(np.int64) << 16) | (codes[at + 1].astype(np.int64) << 8) | codes[at + 2]
    wide: Whole = at[np.isin(found, _WIDE)]
    return wide
