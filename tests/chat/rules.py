"""What Telegram refuses, by https://core.telegram.org/bots/api and its answers; in places stricter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

MOST_TEXT = 4096  # UTF-16 units after parsing
MOST_CAPTION = 1024
MOST_DOWNLOAD = 20 * 2**20  # bytes of a file that a bot may fetch
MOST_CALLBACK_DATA = 64  # bytes
MOST_CALLBACK_ANSWER = 200
MOST_INLINE = 50
MOST_COMMANDS = 100

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote",
}  # fmt: skip
MARKUP = re.compile(
    r"""
      < (/?) ([a-z-]+) ([^<>]*) >             # <b>  </b>  <a href="https://...">
    | & (?: lt | gt | amp | quot | \#[0-9]+ ) ;
    | [<&]                                    # not escaped
    """,
    re.VERBOSE,
)
HREF = re.compile(r'\s*href="([^"<>]*)"')
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Refused(Exception):  # noqa: N818 - it is what Telegram did
    """Telegram's answer to a request that it does not carry out."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(description: str) -> Refused:
    return Refused(400, f"Bad Request: {description}")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@dataclass
class Parsed:
    """A text without its marks, and its entities."""

    text: str = ""
    entities: list[dict[str, Any]] = field(default_factory=list)

    def marked(self, kind: str) -> list[str]:
        """The pieces of the text under entities of one kind."""
        encoded = self.text.encode("utf-16-le")
        return [
            encoded[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
            for entity in self.entities
            if entity["type"] == kind
        ]


def parse_html(html: str) -> Parsed:
    """What Telegram makes of HTML; refuses unknown tags, wrong nesting, `<` and `&` that are not escaped."""
    parsed, open_tags, at = Parsed(), [], 0  # type: ignore[var-annotated]
    for mark in MARKUP.finditer(html):
        parsed.text += html[at : mark.start()]
        at = mark.end()
        if mark[0].startswith("&") and len(mark[0]) > 1:
            parsed.text += unescape(mark[0])
        elif mark[2] not in TAGS:
            raise bad(f"can't parse entities: unsupported tag at {mark.start()}: {mark[0]}")
        elif mark[1]:
            _close(parsed, open_tags, mark)
        else:
            _open(parsed, open_tags, mark)
    if open_tags:
        raise bad(
            f"can't parse entities: can't find end tag corresponding to start tag \"{open_tags[-1][0]}\""
        )
    parsed.text += html[at:]
    return parsed


def _open(parsed: Parsed, open_tags: list[tuple[str, int, str | None, str]], mark: re.Match[str]) -> None:
    tag, attributes = mark[2], mark[3]
    href = HREF.fullmatch(attributes) if tag == "a" else None
    is_folded = tag == "blockquote" and attributes == " expandable"
    if (tag == "a" and not href) or (tag != "a" and attributes.strip() and not is_folded):
        raise bad(f"can't parse entities: wrong attributes in {mark[0]}")
    around = [TAGS[name] for name, *_ in open_tags]
    if tag == "blockquote" and around:
        raise bad("can't parse entities: a blockquote cannot be nested")
    if {"code", "pre"} & set(around) or (tag in {"code", "pre"} and set(around) - {"blockquote"}):
        raise bad("can't parse entities: code cannot be nested")
    kind = "expandable_blockquote" if is_folded else TAGS[tag]
    open_tags.append((tag, units(parsed.text), unescape(href[1]) if href else None, kind))


def _close(parsed: Parsed, open_tags: list[tuple[str, int, str | None, str]], mark: re.Match[str]) -> None:
    if not open_tags or open_tags[-1][0] != mark[2]:
        raise bad(f"can't parse entities: unexpected end tag at byte offset {mark.start()}")
    tag, offset, url, kind = open_tags.pop()
    length = units(parsed.text) - offset
    if not length:
        raise bad(f"an entity without text: {tag}")  # Telegram drops it; for us it is a mistake
    entity = {"type": kind, "offset": offset, "length": length}
    parsed.entities.append(entity | ({"url": url} if url else {}))


def parse_text(parameters: dict[str, Any], key: str = "text", most: int = MOST_TEXT) -> Parsed:
    """The text of a request as it would be shown; refuses one that is empty, too long or wrongly marked."""
    mode, text = parameters.get("parse_mode"), str(parameters.get(key, ""))
    if mode not in {None, "HTML"}:
        raise bad(f"unsupported parse_mode {mode}")
    parsed = parse_html(text) if mode else Parsed(text)
    if not parsed.text.strip(" \t\r\n\u200b\u200e\u200f\u2060"):
        raise bad("message text is empty")
    if units(parsed.text) > most:
        raise bad("message caption is too long" if key == "caption" else "message is too long")
    return parsed


def check_markup(markup: dict[str, Any]) -> None:
    """Refuses buttons that Telegram refuses."""
    for button in (button for row in markup.get("inline_keyboard", ()) for button in row):
        if not button.get("text"):
            raise bad("text buttons must have a text")
        if len(str(button.get("callback_data", "")).encode()) > MOST_CALLBACK_DATA:
            raise bad("BUTTON_DATA_INVALID")


def check_photo(photo: bytes) -> None:
    """Refuses a PNG that is no photo for Telegram: too large, too high, too narrow."""
    width, height = (int.from_bytes(photo[at : at + 4], "big") for at in (16, 20))
    if not photo.startswith(b"\x89PNG\r\n\x1a\n") or len(photo) > 10_000_000:
        raise bad("IMAGE_PROCESS_FAILED")
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")


def check_poll(parameters: dict[str, Any]) -> None:
    """Refuses a quiz that Telegram refuses."""
    options = [option if isinstance(option, str) else option["text"] for option in parameters["options"]]
    if not 1 <= units(parameters["question"]) <= 300:
        raise bad("poll question length must not exceed 300")
    if not 2 <= len(options) <= 12 or not all(1 <= units(option) <= 100 for option in options):
        raise bad("poll options length must not exceed 100")
    explanation = parameters.get("explanation", "")
    if units(explanation) > 200 or explanation.count("\n") > 2:
        raise bad("poll explanation is too long")
    right = parameters["correct_option_ids"]
    if parameters["type"] != "quiz" or not right or not all(0 <= number < len(options) for number in right):
        raise bad("wrong correct option id specified")


def check_commands(commands: list[dict[str, Any]]) -> None:
    """Refuses a menu that Telegram refuses."""
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")


def check_inline(parameters: dict[str, Any]) -> None:
    """Refuses results of an inline query that Telegram refuses."""
    results = parameters["results"]
    if len(results) > MOST_INLINE:
        raise bad("RESULTS_TOO_MUCH")
    ids = [result["id"] for result in results]
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    if not all(1 <= len(id_.encode()) <= 64 for id_ in ids):
        raise bad("RESULT_ID_INVALID")
    for result in results:
        if not result.get("title"):
            raise bad("ARTICLE_TITLE_EMPTY")
        content = result["input_message_content"]
        parse_text(content | {"text": content["message_text"]})
    button = parameters.get("button")
    if button and (
        not 1 <= len(button["text"]) <= 64 or not START_PARAMETER.fullmatch(button["start_parameter"])
    ):
        raise bad("BUTTON_INVALID")
