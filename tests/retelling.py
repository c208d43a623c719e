"""Whether the bundled history is retold in words of its own, with years that its source tells.

    python -m tests.retelling SOURCE

SOURCE is the text of the memoir that the history retells, which is not part of the project. It prints every
run of words that both hold, and every year that the source does not name; 1 if there is any.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.sources.cutting import cut
from tests.sources.whole_folder import read_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.sources.whole_folder import WholeFolder

FOLDER = Path(__file__).resolve().parents[1] / "knowledge"
LONGEST_COMMON_RUN = 7  # words; eight in a row are a copied sentence

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")  # Binance's   4   hold'em
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def passages_of(knowledge: WholeFolder) -> tuple[tuple[str, str], ...]:
    """Text of each passage, and its headings."""
    return tuple(
        (document.text[passage.start : passage.end], " ".join(passage.headings))
        for document in knowledge.documents
        for passage in cut(document).cuts
    )


def words(text: str) -> list[str]:
    return WORD.findall(text.replace("’", "'"))


def plain_runs(text: str, common: frozenset[str]) -> Iterator[list[str]]:
    """Words between names and figures; `common` are those which are no name though they begin a sentence."""
    run: list[str] = []
    for word in words(text):
        if word[0].isdigit() or (word[0].isupper() and word.lower() not in common):
            yield run
            run = []
        else:
            run.append(word.lower())
    yield run


def sequences(text: str, common: frozenset[str], length: int) -> set[tuple[str, ...]]:
    return {
        tuple(run[i : i + length]) for run in plain_runs(text, common) for i in range(len(run) - length + 1)
    }


def copied(text: str, source: str, length: int = LONGEST_COMMON_RUN + 1) -> set[tuple[str, ...]]:
    """Runs of `length` words that both texts hold."""
    common = frozenset(word for word in words(source) if word[0].islower())
    return sequences(text, common, length) & sequences(source, common, length)


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print(__doc__)
        return 2
    source = Path(arguments[0]).read_text(encoding="utf-8")
    passages = passages_of(read_folder(FOLDER))
    runs = sorted(run for text, _ in passages for run in copied(text, source))
    years = {year for text, headings in passages for year in YEAR.findall(f"{headings} {text}")}
    for run in runs:
        print(f"copied: {' '.join(run)}")
    for year in sorted(years - set(YEAR.findall(source))):
        print(f"not in the source: {year}")
    print(f"{len(passages)} passages, {len(runs)} copied runs of {LONGEST_COMMON_RUN + 1} words")
    return int(bool(runs) or not years <= set(YEAR.findall(source)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
