"""Makes the table of how common words are, from the frequency lists that pyspellchecker carries.

    pip install pyspellchecker==0.9.1
    python -m tests.search.frequencies

Its lists of words counted in film subtitles are under the MIT licence, which lies beside the table. Words are
left out that no question can be asked about, since folding makes others of them ("Zhao's", "ёлка").
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from importlib.metadata import distribution
from typing import TYPE_CHECKING

from bot.search.words.analysis import fold
from bot.search.words.commonness import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LANGUAGES = ("en", "ru")


def counts(language: str) -> dict[str, int]:
    """How often each word of a language was counted."""
    packed = distribution("pyspellchecker").locate_file(f"spellchecker/resources/{language}.json.gz")
    words: dict[str, int] = json.loads(gzip.decompress(packed.read_bytes()))  # type: ignore[attr-defined]
    return words


def rarities(words: dict[str, int]) -> Iterator[tuple[str, float]]:
    """Words as they look folded, with -ln of their share of all words that were counted."""
    total = sum(words.values())
    return ((word, -math.log(count / total)) for word, count in words.items() if fold(word) == word)


def table(languages: Iterable[dict[str, int]]) -> bytes:
    """A line "word rarity" each, sorted as bytes; of words in two languages the lower rarity counts."""
    lowest: dict[bytes, float] = {}
    for words in languages:
        for word, rarity in rarities(words):
            lowest[word.encode()] = min(rarity, lowest.get(word.encode(), rarity))
    return b"".join(b"%s %.3f\n" % (word, rarity) for word, rarity in sorted(lowest.items()))


def main() -> int:
    TABLE.write_bytes(table(map(counts, LANGUAGES)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
