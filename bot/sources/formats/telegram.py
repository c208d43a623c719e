"""A chat or a whole account as Telegram Desktop exports it: `result.json`, read message by message."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from bot.sources.chat_messages import Message, drafts
from bot.sources.draft import Draft, FormatError, Remark
from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES = ("messages.item", "chats.list.item.messages.item", "left_chats.list.item.messages.item")
FACTS = {
    f"{place.removesuffix('messages.item')}{name}": name
    for place in PLACES
    for name in ("name", "type", "id")
}
OF_GROUPS = frozenset(
    {"private_group", "private_supergroup", "public_supergroup", "private_channel", "public_channel"}
)
WITH_LINKS = OF_GROUPS - {"private_group"}  # https://core.telegram.org/api/links#message-links
RECALLED = 100_000  # messages whose text is kept for the ones that answer them
LONGEST_RECALLED = 200  # characters of each
BOT = re.compile(r"bot$", re.IGNORECASE)  # accounts of bots must be called so
NOT_SHOWN = frozenset({"link", "email", "bank_card", "phone"})  # entities that are addresses
ESCAPE = re.compile(rb'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|)')
FORMAT = "Telegram chat"
CHUNK = 1 << 13  # bytes; of each the parser notes all ways to its values, before it can be stopped
LONGEST_PREFIX = 500  # characters of names on the way to a value; an export's have some 60
DELETED = "deleted account"


@dataclass(slots=True)
class _Chat:
    """A chat of the export, as far as it has been read."""

    name: str = ""
    type: str = ""
    id: int = 0
    topics: dict[int, str] = field(default_factory=dict)  # by the message that opened or goes on with them
    texts: dict[int, str] = field(default_factory=dict)  # of the last messages

    @property
    def is_group(self) -> bool:
        return self.type in OF_GROUPS or not self.type

    def url(self, number: int) -> str | None:
        """A link to a message, which opens for the members of the chat."""
        return f"https://t.me/c/{self.id}/{number}" if self.type in WITH_LINKS and self.id else None

    def recall(self, number: int, text: str) -> None:
        """Keeps a text for answers to it."""
        self.texts[number] = text[:LONGEST_RECALLED]
        if len(self.texts) > RECALLED:
            del self.texts[next(iter(self.texts))]


def is_likely(start: bytes) -> bool:
    """Whether a JSON file that begins so may be an export."""
    return any(name in start for name in (b'"messages"', b'"personal_information"', b'"about"', b'"name"'))


def read(file: BinaryIO) -> Iterator[Draft]:
    """The drafts of an export, chat after chat; raises FormatError before the first one, not later."""
    export = _Export(file)
    last: Draft | None = None
    for chat, messages in export.chats():
        left_out: Counter[str] = Counter()
        for draft in drafts(_messages(chat, messages, left_out), chat.name or None, left_out, FORMAT):
            if last:
                yield last
            last = draft
    if not last:
        reason = export.broken.partition(";")[0]
        raise FormatError(reason or "holds no messages of a group that Telegram Desktop exported")
    if export.broken:
        last.remarks.append(Remark(0, export.broken))
    yield last


class _Export:
    """Walks through the JSON of an export without holding more than a message of it."""

    def __init__(self, file: BinaryIO) -> None:
        self._events = self._parsed(file)
        self.broken = ""  # what ended the reading too early

    def _parsed(self, file: BinaryIO) -> Iterator[tuple[str, str, Any]]:
        import ijson  # noqa: PLC0415 - for those who have chats

        try:
            for event in ijson.parse(_Mended(file), use_float=True, buf_size=CHUNK):
                if len(event[0]) > LONGEST_PREFIX:
                    self.broken = "is nested too deep from some place on; the messages before it were read"
                    return
                yield event
        except (ijson.JSONError, UnicodeDecodeError, RecursionError) as error:
            is_short = isinstance(error, ijson.IncompleteJSONError)
            reason = "is cut off" if is_short else "is no sound JSON from some place on"
            self.broken = f"{reason}; the messages before it were read"

    def chats(self) -> Iterator[tuple[_Chat, Iterator[dict[str, Any]]]]:
        """Each chat with its messages, to be read before the next chat."""
        chat = _Chat()
        for prefix, event, value in self._events:
            if name := FACTS.get(prefix):
                chat = self._with_fact(chat, name, value)
            elif event == "start_array" and f"{prefix}.item" in PLACES:
                yield chat, self._objects(f"{prefix}.item")
                chat = _Chat()

    @staticmethod
    def _with_fact(chat: _Chat, name: str, value: object) -> _Chat:
        if name == "id":
            chat.id = value if isinstance(value, int) else 0
        elif isinstance(value, str):
            setattr(chat, name, " ".join(value.split()))
        return chat

    def _objects(self, place: str) -> Iterator[dict[str, Any]]:
        """The objects of an array, one after the other, to its end."""
        import ijson  # noqa: PLC0415

        builder: ijson.ObjectBuilder | None = None
        for prefix, event, value in self._events:
            if prefix == place and event == "start_map":
                builder = ijson.ObjectBuilder()
            if builder:
                builder.event(event, value)
            if prefix == place and event == "end_map" and builder:
                yield builder.value
                builder = None
            elif event == "end_array" and f"{prefix}.item" == place:
                return


class _Mended:
    """A file in which a backslash before a letter that JSON does not know (`x`) is one to be shown."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """About `size` bytes more, empty at the end (ijson asks for none to see whether it gets bytes)."""
        if size == 0:
            return b""
        chunk = self._rest + self._file.read(size)
        cut = self._open_escape(chunk)
        self._rest = chunk[cut:]
        if not cut and chunk:  # the file ends within an escape
            self._rest = b""
            return chunk
        return ESCAPE.sub(lambda match: match[0] if match[1] else b"\\\\", chunk[:cut])

    @staticmethod
    def _open_escape(chunk: bytes) -> int:
        """Where an escape begins that the end of a chunk may cut in two, else its length."""
        at = chunk.rfind(b"\\", max(0, len(chunk) - 6))
        if at < 0:
            return len(chunk)
        marks = at - len(chunk[: at + 1].rstrip(b"\\")) + 1  # backslashes in a row up to here
        return at if marks % 2 else len(chunk)


def _messages(chat: _Chat, rows: Iterator[dict[str, Any]], left_out: Counter[str]) -> Iterator[Message]:
    """What people wrote in a chat; service messages, bots and media alone are left out."""
    for row in rows:
        text = _text_of(row)
        kind = _left_out_as(chat, row, text)
        topic = _topic_of(chat, row)
        if kind:
            left_out[kind] += max(len(text), 1)
            continue
        number = _number(row.get("id"))
        sent = _sent(row)
        if sent is None:
            continue
        chat.recall(number, text)
        yield Message(
            sender=_sender(row),
            sent=sent,
            text=text,
            topic=topic,
            url=chat.url(number),
            answered=chat.texts.get(_number(row.get("reply_to_message_id")), ""),
        )


def _left_out_as(chat: _Chat, row: dict[str, Any], text: str) -> str:
    """As what a message is left out, empty for one that is read."""
    if not chat.is_group:
        return LeftOut.PRIVATE_CHATS
    if row.get("type") != "message":
        return LeftOut.SERVICE_MESSAGES
    if row.get("via_bot") or BOT.search(str(row.get("from") or "")):
        return LeftOut.MESSAGES_OF_BOTS
    return "" if text else LeftOut.MEDIA_ALONE


def _topic_of(chat: _Chat, row: dict[str, Any]) -> str:
    """The topic of a forum that a message stands in: of the message it answers, or that opened it."""
    number = _number(row.get("id"))
    if row.get("action") in {"topic_created", "topic_edit"}:
        opened = number if row["action"] == "topic_created" else _number(row.get("reply_to_message_id"))
        title = row.get("title") or row.get("new_title")
        if isinstance(title, str) and title.strip():
            chat.topics[opened] = " ".join(title.split())
        return ""
    topic = chat.topics.get(_number(row.get("reply_to_message_id")), "")
    if topic:
        chat.topics[number] = topic
    return topic


def _text_of(row: dict[str, Any]) -> str:
    """The text of a message as it is shown, and the question and options of a poll."""
    text = _shown(row.get("text"))
    poll = row.get("poll")
    if isinstance(poll, dict):
        answers = poll.get("answers")
        options = (
            [_shown(answer.get("text")) for answer in answers if isinstance(answer, dict)]
            if isinstance(answers, list)
            else []
        )
        text = "\n".join(filter(None, (text, _shown(poll.get("question")), *options)))
    return text.strip()


def _shown(text: object) -> str:
    """A text, which may be a list of pieces with and without a form; addresses are left out."""
    if isinstance(text, str):
        return text
    if isinstance(text, dict):
        return "" if text.get("type") in NOT_SHOWN else _shown(text.get("text"))
    return "".join(map(_shown, text)) if isinstance(text, list) else ""


def _sender(row: dict[str, Any]) -> str:
    sender = row.get("from") or row.get("actor")
    name = " ".join(str(sender).split()) if sender else DELETED
    forwarded = row.get("forwarded_from")
    return f"{name}, forwarded from {' '.join(str(forwarded).split())}" if forwarded else name


def _sent(row: dict[str, Any]) -> datetime | None:
    """When a message was sent, in UTC, or by the exporter's clock where the export is an old one."""
    with suppress(ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(int(row.get("date_unixtime") or ""), UTC).replace(tzinfo=None)
    with suppress(ValueError):
        return datetime.fromisoformat(str(row.get("date"))).replace(tzinfo=None)
    return None


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
