"""Makes the tables of how common words are, from the frequency lists that pyspellchecker and wordfreq carry.

    pip install pyspellchecker==0.9.1 wordfreq==3.1.1
    python -m tests.search.frequencies

The lists of pyspellchecker, of words counted in film subtitles, are under the MIT licence; its German and
Spanish ones lack most nouns and forms of verbs, so that those come from wordfreq, whose data are under CC BY-
SA 4.0. The licences lie beside the tables. Words are left out that no question can be asked about, since
folding makes others of them ("Zhao's", "ёлка"); those of German and Spanish are folded.
"""

from __future__ import annotations

import gzip
import importlib
import json
import math
import sys
from collections import Counter
from importlib.metadata import distribution
from typing import TYPE_CHECKING

from bot.search.words.analysis import fold
from bot.search.words.commonness import TABLE, TABLES

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


def shares(language: str) -> dict[str, float]:
    """The share of each word of a language in all its texts, down to one in a million."""
    wordfreq = importlib.import_module("wordfreq")  # of this script alone
    words: dict[str, float] = wordfreq.get_frequency_dict(language, "small")
    return words


def folded_table(words: dict[str, float]) -> bytes:
    """A line "word rarity" each for folded words of letters, sorted as bytes."""
    together: Counter[str] = Counter()
    for word, share in words.items():
        if fold(word).isalpha():
            together[fold(word)] += share  # type: ignore[assignment]
    rows = sorted((word.encode(), -math.log(share)) for word, share in together.items())
    return b"".join(b"%s %.1f\n" % row for row in rows)


def main() -> int:
    TABLE.write_bytes(table(map(counts, LANGUAGES)))
    for language, path in TABLES.items():
        path.write_bytes(folded_table(shares(language)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
