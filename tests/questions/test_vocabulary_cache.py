"""What is worked out of the words of an index is worked out once, and goes with them."""

from __future__ import annotations

import gc
from weakref import ref

from bot.questions.vocabulary_cache import VocabularyCache
from bot.search.spelling import Spelling


class Worked:
    """A value that can be seen to go."""


def test_a_value_is_made_once_for_each_vocabulary_and_key() -> None:
    cache: VocabularyCache[Worked] = VocabularyCache()
    oak, elm = Spelling.of({"oak": 1}), Spelling.of({"elm": 1})

    first = cache.get(oak, "de", Worked)

    assert cache.get(oak, "de", Worked) is first
    assert cache.get(oak, "es", Worked) is not first
    assert cache.get(elm, "de", Worked) is not first


def test_values_go_with_their_vocabulary() -> None:
    cache: VocabularyCache[Worked] = VocabularyCache()
    words = Spelling.of({"oak": 1})
    value = ref(cache.get(words, None, Worked))
    gc.collect()
    assert value() is not None

    del words
    gc.collect()
    assert value() is None
