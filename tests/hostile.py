"""Texts that make reading hard, and every parser of what people write, with what holds for whatever it makes.

A test reads them all; `python -m tests.faults hostile` says how long that takes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from telegram.error import TelegramError

from bot import cards
from bot.building.build import build
from bot.cards.card import Card, Span, clipped, line, plain
from bot.cards.excerpt import excerpt
from bot.chat.delivery.connection import ApiRequest
from bot.cli.json_lines import LineError, row
from bot.cli.logs import Redacting
from bot.config import Config, ConfigError, read_config
from bot.dates import HistoricalDate, find_dates, resolve
from bot.search.words.analysis import analyse
from bot.sentences import sentences
from bot.sources.aliases import read_aliases
from bot.sources.decoding import decode
from bot.sources.draft import FormatError
from bot.sources.formats import html as web_page
from bot.sources.formats import markdown
from bot.sources.formats import plain as plain_text
from bot.sources.golden import read_golden
from bot.sources.head import read_head
from bot.sources.strict_yaml import YamlError, load
from tests.chat.rules import MOST_TEXT, parse_html, units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from bot.dates import Mention
    from bot.sources.draft import Draft

LENGTH = 4_096  # characters: the longest message that Telegram lets anybody send
DOCUMENT = "---\ntitle: Binance & its <homes>\n---\nIn May 2017 the company moved to Tokyo.\n"
TOKEN = "123456789:" + "A" * 35
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


@dataclass(frozen=True, slots=True)
class Parser:
    """What reads a text, and what holds for a text and what was read; it raises no error but `error`."""

    read: Callable[[str], object]
    holds: Callable[[str, Any], bool]
    error: type[Exception] | tuple[()] = ()

    def is_right_about(self, text: str) -> bool:
        """Whether a text is read as it should be, or refused with the parser's own error."""
        try:
            return self.holds(text, self.read(text))
        except self.error as refusal:
            return bool(str(refusal))


def parsers(folder: Path) -> dict[str, Parser]:
    """All parsers by name; a library and a file of settings are in an empty folder."""
    (folder / "knowledge").mkdir()
    (folder / "knowledge" / "a.md").write_text(DOCUMENT, encoding="utf-8")
    library = build(folder / "knowledge")
    written = HistoricalDate.parse("2024-05")
    return {
        "question": Parser(
            lambda text: cards.html(cards.answer_card(library.answer(text, top=1))), _is_a_message
        ),
        "dates of a question": Parser(find_dates, _are_mentions),
        "dates of a history": Parser(lambda text: resolve(text, written=written), _are_mentions),
        "a date": Parser(HistoricalDate.parse, lambda text, date: str(date) == text, ValueError),
        "words": Parser(
            analyse, lambda text, words: _are_in_order(text, zip(words.starts, words.ends, strict=True))
        ),
        "sentences": Parser(sentences, _are_in_order),
        "card": Parser(
            lambda text: cards.html(Card((line(text), line(Span(text, link=text), quoted=True)))),
            _is_a_message,
        ),
        "card without marks": Parser(
            lambda text: plain(Card((line(text),))), lambda _, shown: "\x1b" not in shown
        ),
        "clipped": Parser(
            lambda text: clipped(text, 100),
            lambda text, short: len(short) <= 100 and text.startswith(short.removesuffix("…")),
        ),
        "excerpt": Parser(
            lambda text: excerpt(text, (1_000, 1_100)),
            lambda text, piece: 0 <= piece.start < piece.end <= len(text),
        ),
        "YAML": Parser(lambda text: load(_decoded(text)), lambda *_: True, YamlError),
        "head": Parser(
            lambda text: read_head("---\na: b\n" + _decoded(text) + "\n---\n"),
            lambda _, head: head.body > 0,
            FormatError,
        ),
        "aliases": Parser(
            lambda text: read_aliases(_decoded(text), "aliases.yaml"),
            lambda _, result: bool(result[1]) or not result[0].names,
        ),
        "golden questions": Parser(
            lambda text: read_golden(_decoded(text), "questions.yaml"),
            lambda _, result: bool(result[1]) or not result[0],
        ),
        "Markdown": Parser(lambda text: markdown.read(_decoded(text)), _are_parts, FormatError),
        "plain text": Parser(lambda text: plain_text.read(_decoded(text)), _are_parts, FormatError),
        "HTML": Parser(lambda text: web_page.read(_decoded(text)), _are_parts, FormatError),
        "decoding": Parser(
            lambda text: decode(text.encode("utf-8", "surrogatepass")),
            lambda _, decoded: bool(decoded.text),
            ValueError,
        ),
        "another decoding": Parser(
            lambda text: decode(text.encode("utf-16-le", "surrogatepass")),
            lambda _, decoded: bool(decoded.text),
            ValueError,
        ),
        "setting": Parser(
            lambda text: read_config({"ADMINS": text, "BOT_API_URL": text}),
            lambda _, config: isinstance(config, Config),
            ConfigError,
        ),
        "settings file": Parser(
            lambda text: read_config({}, _written_to(folder / ".env", text)),
            lambda _, config: isinstance(config, Config),
            ConfigError,
        ),
        "log": Parser(Redacting(TOKEN).redacted, lambda _, shown: TOKEN not in shown),
        "JSON": Parser(
            lambda text: ApiRequest.parse_json_payload(text.encode("utf-8", "surrogatepass")),
            lambda _, content: isinstance(content, dict),
            TelegramError,
        ),
        "line of questions": Parser(
            lambda text: row(1, text, "question"), lambda _, fields: isinstance(fields, dict), LineError
        ),
    }


NAMES = (
    "question", "dates of a question", "dates of a history", "a date", "words", "sentences", "card",
    "card without marks", "clipped", "excerpt", "YAML", "head", "aliases", "golden questions", "Markdown",
    "plain text", "HTML", "decoding", "another decoding", "setting", "settings file", "log", "JSON",
    "line of questions",
)  # fmt: skip


def _is_a_message(_: str, html: str) -> bool:
    """Whether Telegram would show it."""
    return 0 < units(parse_html(html).text) <= MOST_TEXT


def _are_mentions(text: str, mentions: Sequence[Mention]) -> bool:
    spans = [(mention.start, mention.end) for mention in mentions]
    return _are_in_order(text, spans) and all(text[m.start : m.end] == m.text for m in mentions)


def _are_in_order(text: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether spans are not empty, within the text, and one behind the other."""
    ends = [0, *(place for span in spans for place in span), len(text)]
    return all(start < end for start, end in list(zip(ends[1:-1:2], ends[2:-1:2], strict=True))) and all(
        before <= after for before, after in pairwise(ends)
    )


def _are_parts(text: str, draft: Draft) -> bool:
    lines = _decoded(text).count("\n") + 1
    return all(part.text.strip() and 0 < part.line <= lines for part in draft.parts)


def _decoded(text: str) -> str:
    """A text as it comes out of a file: half of a pair is none, and lines end alike."""
    return text.encode("utf-8", "replace").decode().replace("\r", "\n")


def _written_to(path: Path, text: str) -> Path:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path
