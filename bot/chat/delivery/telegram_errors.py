"""What Telegram's errors mean: whether a message may have arrived, and what of them may stand in the log.

Telegram describes its refusals in English, at times with the text that it refuses. Descriptions:
https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp
"""

from __future__ import annotations

import re

import httpx
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut

from bot.chat.delivery.connection_errors import connection_failure

NO_REPLY_TARGET = ("message to be replied not found", "replied message not found")
NO_TOPIC = ("message thread not found", "topic_deleted", "topic_id_invalid")
NO_DELETION = ("message can't be deleted",)  # it is older than two days
NO_HTML = ("can't parse entities",)
UNREADABLE = ("parsing the server response",)  # python-telegram-bot's words
NO_QUERY = ("query is too old",)
NO_MEMBER = ("user not found", "member not found", "participant_id_invalid", "user_id_invalid")
EXPECTED = (  # what members and admins may do between a question and its answer
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "topic_closed",
    "not enough rights",
    "have no rights to send",
    "chat_send_photos_forbidden",
    "chat_send_poll_forbidden",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_restricted",
    "chat not found",
    "group chat was deactivated",
    "peer_id_invalid",
    *NO_REPLY_TARGET,
    *NO_TOPIC,
)
DESCRIPTIONS = (  # that may stand in the log
    *EXPECTED,
    *NO_DELETION,
    *NO_HTML,
    *NO_QUERY,
    "bot was blocked by the user",
    "bot was kicked",
    "bot is not a member",
    "bot can't initiate conversation",
    "bot can't send messages to bots",
    "user is deactivated",
    *NO_MEMBER,
    "the group chat was deleted",
    "group chat was upgraded to a supergroup",
    "there are no administrators in the private chat",
    "member list is inaccessible",
    "message is too long",
    "message text is empty",
    "terminated by other getupdates request",
    "can't use getupdates method while webhook is active",
    "bad webhook",
    "too many requests",
    "internal server error",
    "bad gateway",
    "the server's answer is no json",
    "the server's answer has no result",
    "the server's answer is no list of updates",
    "no update has a number",
)
CODE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")  # BUTTON_DATA_INVALID


def says(error: TelegramError, descriptions: tuple[str, ...]) -> bool:
    """Whether an error is described in one of some ways."""
    return _description(error, descriptions) is not None


def reason(error: BaseException) -> str:
    """An error for the log: its kind, and why it is, as far as that is known to hold nobody's words."""
    kind = type(error).__name__
    if not isinstance(error, TelegramError):
        return kind
    if failure := connection_failure(error):
        return f"{kind}: {failure}"
    if error.__cause__:
        kind += f", {type(error.__cause__).__name__}"
    why = _description(error, DESCRIPTIONS)
    if isinstance(error, RetryAfter):
        why = f"in {seconds(error):.0f} s"
    elif CODE.fullmatch(error.message):
        why = error.message
    return f"{kind}: {why}" if why else kind


def is_unreadable(error: BaseException) -> bool:
    """Whether what was answered is not Telegram's, be it a page of another server."""
    behind = error.__cause__
    return isinstance(behind, TelegramError) and says(behind, UNREADABLE)


def seconds(error: RetryAfter) -> float:
    """How long Telegram wants to be left alone."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()


def was_not_taken(error: TelegramError) -> bool:
    """Whether the line was down before anything went out, or Telegram's own machines were (5xx)."""
    if isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
        return True
    is_answered = not isinstance(error.__cause__, Exception) or isinstance(error.__cause__, TelegramError)
    return type(error) is NetworkError and is_answered


def may_have_arrived(error: TelegramError) -> bool:
    """Whether nobody can tell: no answer came, or one that cannot be read."""
    return type(error) in {TimedOut, NetworkError, TelegramError}  # what is made of them are answers


def _description(error: TelegramError, descriptions: tuple[str, ...]) -> str | None:
    message = error.message.lower()
    return next((description for description in descriptions if description in message), None)
