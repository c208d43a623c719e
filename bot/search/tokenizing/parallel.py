"""Documents cut into passages and tokenized: here, or side by side in processes when there are many."""

from __future__ import annotations

import multiprocessing
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from typing import TYPE_CHECKING

from bot.search.tokenizing.tokenized_passages import Stretch, TokenizedPassages, tokenize
from bot.sources.passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from bot.dates import HistoricalDate
    from bot.sources.source import Document

    Events = Mapping[str, HistoricalDate]

LETTERS_AT_ONCE = 1 << 20  # of documents; fewer are read before other processes have begun
WAITING = 2  # portions of documents for each process: one in its hands, one that lies ready


def tokenize_documents(documents: Iterable[Document], events: Events, cores: int = 1) -> TokenizedPassages:
    """The passages of all documents in order; `events` are nicknames of dated events."""
    if cores == 1:
        return _tokenize(documents, events)
    portions = _portions(documents)
    first, second = next(portions, ()), next(portions, ())
    if not second:
        return _tokenize(first, events)
    return _side_by_side(chain((first, second), portions), events, cores)


def _side_by_side(portions: Iterable[Sequence[Document]], events: Events, cores: int) -> TokenizedPassages:
    pool = ProcessPoolExecutor(cores, multiprocessing.get_context("spawn"))
    try:
        waiting: deque[Future[TokenizedPassages]] = deque()
        parts = []
        for portion in portions:
            waiting.append(pool.submit(_tokenize, portion, events))
            if len(waiting) > WAITING * cores:
                parts.append(waiting.popleft().result())
        parts += [future.result() for future in waiting]
    finally:
        pool.shutdown(cancel_futures=True)
    return TokenizedPassages.joined(list(map(Stretch.of, parts)))


def _portions(documents: Iterable[Document]) -> Iterator[Sequence[Document]]:
    """Neighbouring documents of some letters together."""
    portion: list[Document] = []
    letters = 0
    for document in documents:
        portion.append(document)
        letters += len(document.text)
        if letters > LETTERS_AT_ONCE:
            yield portion
            portion, letters = [], 0
    if portion:
        yield portion


def _tokenize(documents: Iterable[Document], events: Events) -> TokenizedPassages:
    return tokenize(passage for document in documents for passage in passages(document, events))
