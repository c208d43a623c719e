"""The methods of the Bot API that write, change and delete messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.chat.rules import (
    MOST_CALLBACK_ANSWER,
    MOST_CAPTION,
    bad,
    check_inline,
    check_markup,
    check_photo,
    check_poll,
    parse_text,
    units,
)
from tests.server.people import GENERAL

if TYPE_CHECKING:
    from tests.server.parameters import Parameters, Upload
    from tests.server.people import Json, Room
    from tests.server.world import TelegramWorld

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
TOO_LATE = "query is too old and response timeout expired or query ID is invalid"
ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
LARGEST_UPLOAD, LARGEST_DOWNLOAD = 50_000_000, 20_000_000  # bytes


class Messages:
    """Each public method is one of the Bot API."""

    def __init__(self, world: TelegramWorld) -> None:
        self._world = world

    def send_message(self, asked: Parameters) -> Json:
        return self._send(asked, _shown_text(asked, "text"))

    def send_document(self, asked: Parameters) -> Json:
        upload = asked.upload("document")
        caption = _shown_text(asked, "caption", MOST_CAPTION) if asked.text("caption") else {}
        if upload is None and asked.text("document") not in self._world.files:
            raise bad("there is no document in the request")
        return self._send(asked, caption | {"document": self._document(asked, upload)})

    def send_photo(self, asked: Parameters) -> Json:
        upload = asked.upload("photo")
        if upload is None:
            raise bad("there is no photo in the request")
        check_photo(upload.content)
        caption = _shown_text(asked, "caption", MOST_CAPTION) if asked.text("caption") else {}
        size = {"width": 1, "height": 1}
        return self._send(asked, caption | {"photo": [self._document(asked, upload) | size]})

    def send_poll(self, asked: Parameters) -> Json:
        """Answers as servers before Bot API 9.6 do, without what python-telegram-bot requires of a poll."""
        structures = {name: asked.structure(name) for name in ("options", "correct_option_ids")}
        quiz = {name: asked.text(name) for name in ("question", "type", "explanation")} | structures
        check_poll(quiz)
        options = [{"text": option["text"], "voter_count": 0} for option in quiz["options"]]
        poll = {
            "id": "1", "question": quiz["question"], "options": options, "total_voter_count": 0,
            "is_closed": False, "is_anonymous": True, "type": "quiz", "allows_multiple_answers": False,
        }  # fmt: skip
        return self._send(asked, {"poll": poll})

    def edit_message_text(self, asked: Parameters) -> Json:
        message = self._own_message(asked, "edit", "message can't be edited")
        content = _shown_text(asked, "text")
        return self._change(message, content, asked)

    def edit_message_reply_markup(self, asked: Parameters) -> Json:
        return self._change(self._own_message(asked, "edit", "message can't be edited"), {}, asked)

    def delete_message(self, asked: Parameters) -> bool:
        message = self._own_message(asked, "delete", "message can't be deleted")
        del self._world.room(asked.text("chat_id")).messages[message["message_id"]]
        return True

    def send_chat_action(self, asked: Parameters) -> bool:
        self._open_room(asked)
        if asked.text("action") not in ACTIONS:
            raise bad("wrong parameter action in request")
        return True

    def answer_inline_query(self, asked: Parameters) -> bool:
        query, results = asked.text("inline_query_id"), asked.structure("results")
        if not isinstance(results, list):
            raise bad("can't parse inline query results")
        answer = asked.values | {"results": results, "button": asked.structure("button")}
        check_inline(answer)
        self._close_query(query)
        self._world.inline_answers[query] = answer
        return True

    def answer_callback_query(self, asked: Parameters) -> bool:
        if units(asked.text("text")) > MOST_CALLBACK_ANSWER:
            raise bad("MESSAGE_TOO_LONG")
        press = asked.text("callback_query_id")
        self._close_query(press)
        self._world.button_answers[press] = asked.values
        return True

    def get_file(self, asked: Parameters) -> Json:
        file = asked.text("file_id")
        content = self._world.files.get(file)
        if content is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if len(content) > LARGEST_DOWNLOAD:
            raise bad("file is too big")
        return _file_json(file, content) | {"file_path": f"documents/{file}"}

    # What they are made of

    def _send(self, asked: Parameters, content: Json) -> Json:
        room = self._open_room(asked)
        target = self._reply_target(room, asked)
        topic = self._topic(room, asked, target)
        content |= _markup(asked)
        if self._world.limits:
            self._world.limits.count(room)
        return self._world.store(room, self._world.bot, content, topic, target)

    def _change(self, message: Json, content: Json, asked: Parameters) -> Json:
        markup = _markup(asked)
        before = {"text": message.get("text"), "entities": message.get("entities")}
        if message.get("reply_markup") == markup.get("reply_markup") and before | content == before:
            raise bad(NOT_MODIFIED)
        if self._world.limits:
            self._world.limits.count(self._world.room(asked.text("chat_id")))
        message.pop("reply_markup", None)
        message |= content | markup
        self._world.happened()
        return message

    def _open_room(self, asked: Parameters) -> Room:
        room = self._world.room(asked.text("chat_id"))
        room.check_open()
        return room

    def _reply_target(self, room: Room, asked: Parameters) -> int | None:
        wanted = asked.structure("reply_parameters")
        number = wanted.get("message_id") if wanted else asked.integer("reply_to_message_id") or None
        if number is None or number in room.messages:
            return number
        if (wanted or {}).get("allow_sending_without_reply") or asked.flag("allow_sending_without_reply"):
            return None
        raise bad("message to be replied not found")

    def _topic(self, room: Room, asked: Parameters, target: int | None) -> int | None:
        topic: int | None = asked.integer("message_thread_id") or None
        if topic is not None and (topic == GENERAL or topic not in room.topics):
            raise bad("message thread not found")
        if target is not None and room.messages[target].get("is_topic_message"):
            topic = room.messages[target]["message_thread_id"]
        if (topic or GENERAL) in room.closed_topics:
            raise bad("TOPIC_CLOSED")
        return topic

    def _own_message(self, asked: Parameters, verb: str, refusal: str) -> Json:
        message = self._open_room(asked).messages.get(asked.integer("message_id"))
        if message is None:
            raise bad(f"message to {verb} not found")
        if message["from"]["id"] != self._world.bot.id:
            raise bad(refusal)
        return message

    def _close_query(self, query: str) -> None:
        if query not in self._world.open_queries:
            raise bad(TOO_LATE)
        self._world.open_queries.remove(query)

    def _document(self, asked: Parameters, upload: Upload | None) -> Json:
        if upload is None:
            file = asked.text("document")
            return _file_json(file, self._world.files[file])
        if not upload.content:
            raise bad("file must be non-empty")
        if len(upload.content) > LARGEST_UPLOAD:
            raise bad("file is too big")
        file = f"file{len(self._world.files) + 1}"
        self._world.files[file] = upload.content
        return _file_json(file, upload.content) | {"file_name": upload.name}


def _shown_text(asked: Parameters, name: str, most: int = 4096) -> Json:
    mode = asked.text("parse_mode") or None
    parsed = parse_text({"parse_mode": mode, name: asked.text(name)}, name, most)
    return {name: parsed.text.strip(), _entities_of(name): parsed.entities}


def _entities_of(name: str) -> str:
    return "entities" if name == "text" else "caption_entities"


def _markup(asked: Parameters) -> Json:
    markup: Any = asked.structure("reply_markup")
    if not markup:
        return {}
    check_markup(markup)
    return {"reply_markup": markup}


def _file_json(file: str, content: bytes) -> Json:
    return {"file_id": file, "file_unique_id": file, "file_size": len(content)}
