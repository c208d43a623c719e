"""Every parser of what people write stands 4,096 hostile characters: it soon has a value, or its error."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

import pytest
from telegram.error import TelegramError

from bot import cards
from bot.build import build
from bot.cards.card import Card, Span, clipped, line, plain
from bot.cards.excerpt import excerpt
from bot.chat.connection import ApiRequest
from bot.cli.json_lines import LineError, row
from bot.cli.logs import Redacting
from bot.config import ConfigError, read_config
from bot.dates import HistoricalDate, find_dates, resolve
from bot.search.words.analysis import analyse
from bot.sentences import sentences
from bot.sources import markdown
from bot.sources import plain as plain_text
from bot.sources.aliases import read_aliases
from bot.sources.decoding import decode
from bot.sources.golden import read_golden
from bot.sources.head import read_head
from bot.sources.strict_yaml import YamlError, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LENGTH = 4_096  # characters: the longest message that Telegram lets anybody send
MOST = 0.05  # seconds of a processor that has nothing else to do
TRIES = 30  # the fastest counts: others use the machine too
REFERENCE = 0.013  # seconds that `reference` takes on such a processor
PIECES = [
    # one character
    *"a1 .,'\"-–—_:;/\\|#*`~<>&%@!?()[]{}=+^$\t\n\r\0", "é", "i\u0307", "e\u0301", "\u0301", "ß",
    "İ", "中", "年", "ا", "अ", "ก",
    "😀", "👩‍👩‍👧", "\u200b", "\u200d", "\ufeff", "\u202e", "\u2066", "\u00ad", "\ufffd", "\ud800",
    "\U0010ffff",
    # words and dates, whole and broken off
    "a ", "1 ", "1.", "1,", "1-", "1/", "1:", "a'", "a-", "A. ", "U.S. ", "the ", "in ", "on the ",
    "of the ", "from ", "to ", "and ",
    "when ", "was ", "May ", "may ", "March of ", "4 May ", "May 4, ", "4 May 2017 ", "4.5.2017 ",
    "2017-09-04 ", "2017/09/", "9999 ",
    "2017–", "2017-", "1990s ", "the 1990s and ", "'90s ", "19th century ", "5th ", "c. ", "c. 19",
    "BC ", "44 BC", "early ",
    "mid-", "late ", "between 1990 and ", "from 1990 to ", "the following year ",
    "three days later ", "two years before ", "next ",
    "last ", "that year ", "winter ", "spring of ", "Q1 ", "twenty-", "twenty ", "nineteen ",
    "hundred and ", "thousand ", "9 billion ",
    "2017年", "9月", "4日", "二〇一七年", "上世纪", "九十年代", "币安", "5 мая ", "весной ", "в начале ",
    "XIX века ", "am 4. ", "des Jahres ",
    "de mayo de ", "el 4 de ", "año ", "χρόνια ",
    # structure
    "---\n", "- ", "- - ", "- a\n", "a: ", "a:\n ", "? ", "&a ", "*a ", "[", "{", "[[", "{a: ",
    "!!a ", "|\n", ">\n", "# ", "## \n", "> ", "```\n",
    "| a ", "|-", "[a](", "![", "](", "<b>", "</", "<!--", "&lt;", "&#", "http://", "https://a/",
    "www.", "@a", "/a ", "BOT_TOKEN=",
    "${", "\\x", '{"a":', "[1,", "123456789:A", "1234567:", "../", "%2e%2e/",
]  # fmt: skip
ENDS = ["", "x", "!", "\n", "2017", '"', "年"]  # what a pattern may fail on at last


def hostile_texts() -> Iterator[str]:
    """Pieces again and again, with an end that they do not lead up to."""
    for number, piece in enumerate(PIECES):
        end = ENDS[number % len(ENDS)]
        yield (piece * (LENGTH // len(piece) + 1))[: LENGTH - len(end)] + end
    for first, second in zip(PIECES, PIECES[7:] + PIECES[:7], strict=True):
        both = first + second
        yield (both * (LENGTH // len(both) + 1))[:LENGTH]


@pytest.fixture(scope="session")
def parsers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Callable[[str], object]]:
    """What reads people's words, by name; each raises nothing but its own error, which is caught here."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "knowledge").mkdir()
    (folder / "knowledge" / "a.md").write_text(
        "---\ntitle: Binance & its <homes>\n---\nIn May 2017 the company moved to Tokyo.\n", encoding="utf-8"
    )
    library = build(folder / "knowledge")
    written = HistoricalDate.parse("2024-05")
    return {
        "question": lambda text: cards.html(cards.answer_card(library.answer(text, top=1))),
        "dates of a question": find_dates,
        "dates of a history": lambda text: resolve(text, written=written),
        "a date": refusing(HistoricalDate.parse, ValueError),
        "words": analyse,
        "sentences": sentences,
        "card": lambda text: cards.html(Card((line(text), line(Span(text, link=text), quoted=True)))),
        "card without marks": lambda text: plain(Card((line(text),))),
        "clipped": lambda text: clipped(text, 100),
        "excerpt": lambda text: excerpt(text, (1_000, 1_100)),
        "YAML": refusing(lambda text: load(decoded(text)), YamlError),
        "head": lambda text: read_head("---\n" + decoded(text), "a.md"),
        "aliases": lambda text: read_aliases(decoded(text), "aliases.yaml"),
        "golden questions": lambda text: read_golden(decoded(text), "questions.yaml"),
        "Markdown": markdown.blocks,
        "plain text": plain_text.read,
        "decoding": refusing(lambda text: decode(text.encode("utf-8", "surrogatepass")), ValueError),
        "another decoding": refusing(
            lambda text: decode(text.encode("utf-16-le", "surrogatepass")), ValueError
        ),
        "setting": refusing(lambda text: read_config({"ADMINS": text, "BOT_API_URL": text}), ConfigError),
        "settings file": refusing(
            lambda text: read_config({}, written_to(folder / ".env", text)), ConfigError
        ),
        "log": Redacting("123456789:" + "A" * 35).redacted,
        "JSON": refusing(
            lambda text: ApiRequest.parse_json_payload(text.encode("utf-8", "surrogatepass")), TelegramError
        ),
        "line of questions": refusing(lambda text: row(1, text, "question"), LineError),
    }


def decoded(text: str) -> str:
    """A text as it may stand in a file: half of a pair is none."""
    return text.encode("utf-8", "replace").decode()


def refusing(parse: Callable[[str], object], error: type[Exception]) -> Callable[[str], object]:
    def parsed(text: str) -> object:
        try:
            return parse(text)
        except error as refused:
            return refused

    return parsed


def written_to(path: Path, text: str) -> Path:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


NAMES = [
    "question", "dates of a question", "dates of a history", "a date", "words", "sentences", "card",
    "card without marks", "clipped", "excerpt", "YAML", "head", "aliases", "golden questions", "Markdown",
    "plain text", "decoding", "another decoding", "setting", "settings file", "log", "JSON",
    "line of questions",
]  # fmt: skip


def test_every_parser_is_tried(parsers: dict[str, Callable[[str], object]]) -> None:
    assert list(parsers) == NAMES


def reference() -> float:
    """Seconds that a piece of work takes now, however slow the machine is."""
    began, total = time.process_time(), 0
    for number in range(200_000):
        total += number * number % 7
    return time.process_time() - began


@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_is_read_soon(parsers: dict[str, Callable[[str], object]], name: str) -> None:
    parse = parsers[name]
    parse("warm")
    slow = {}
    for text in hostile_texts():
        fastest = math.inf
        for _ in range(TRIES):
            began = time.process_time()
            parse(text)
            fastest = min(fastest, time.process_time() - began)
            if fastest <= MOST or fastest <= MOST * reference() / REFERENCE:
                break
        else:
            slow[text[:24] + "…" + text[-4:]] = round(fastest, 3)

    assert slow == {}
