"""The forms of words, numbered as they come."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

BESIDE = ""  # the word of forms that no word of a text stands for
_BETWEEN = "\n"  # in no word and no term


class Forms:
    """A number for each different form, in the order of coming.

    A form is a word without case and accents, and the term that it is found by ("us" has two).
    """

    def __init__(self, words: Iterable[str] = (), terms: Iterable[str] = ()) -> None:
        self.words = list(words)
        self.terms = list(terms)

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The numbers by words and terms in one text, which costs less than pairs."""
        forms = zip(self.words, self.terms, strict=True)
        return {word + _BETWEEN + term: number for number, (word, term) in enumerate(forms)}

    def number(self, word: str, term: str) -> int:
        """The number of a form, a new one for one that has none."""
        key = word + _BETWEEN + term
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.words)
            self.words.append(word)
            self.terms.append(term)
        return number

    def add_all(self, forms: Forms) -> NDArray[np.int32]:
        """The numbers that other forms have here, by their own ones."""
        return np.array(list(map(self.number, forms.words, forms.terms)), np.int32)

    def chosen(self, numbers: Iterable[int]) -> Forms:
        """Some forms with numbers anew."""
        numbers = list(numbers)
        return Forms([self.words[number] for number in numbers], [self.terms[number] for number in numbers])
