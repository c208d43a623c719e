"""What Telegram is asked for a message: the one call of the Bot API that sends, edits or deletes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ParseMode, PollType

from bot import cards

if TYPE_CHECKING:
    from bot.cards import Card, InlineOffer, QuizCard
    from bot.chat.delivery.connection import RawBot
    from bot.chat.delivery.outgoing_message import Attachment, OutgoingMessage

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def perform(bot: RawBot, message: OutgoingMessage) -> int:
    """Asks Telegram to send, edit or delete a message; its number. Raises TelegramError."""
    if message.edits is not None:
        await _change(bot, message, message.edits)
        return message.edits
    if message.quiz:
        return await _send_quiz(bot, message, message.quiz)
    if message.attachment:
        return await _send_file(bot, message, message.attachment)
    text, mode = _text_of(message)
    content = {
        "chat_id": message.chat,
        "text": text,
        "parse_mode": mode,
        "link_preview_options": {"is_disabled": True},
    }
    return await bot.send_text(**content, **_where(message), reply_markup=_keyboard_as_json(message.card))


async def _change(bot: RawBot, message: OutgoingMessage, number: int) -> None:
    """Edits or deletes the message of a number."""
    if message.is_deletion:
        await bot.delete_message(message.chat, number)
        return
    text, mode = _text_of(message)
    await bot.edit_message_text(
        text,
        message.chat,
        number,
        parse_mode=mode,
        link_preview_options=NO_PREVIEW,
        reply_markup=_keyboard(message.card),
    )


async def _send_file(bot: RawBot, message: OutgoingMessage, file: Attachment) -> int:
    send = bot.send_photo if file.is_picture else bot.send_document
    text, mode = _text_of(message)
    sent = await send(
        message.chat,
        file.content,
        caption=text,
        filename=file.name,
        parse_mode=mode,
        reply_markup=_keyboard(message.card),
        **_where(message),
    )
    return sent.message_id


async def _send_quiz(bot: RawBot, message: OutgoingMessage, quiz: QuizCard) -> int:
    return await bot.send_quiz(
        chat_id=message.chat,
        question=quiz.question,
        options=[{"text": option} for option in quiz.options],
        type=PollType.QUIZ,
        correct_option_ids=[quiz.right],  # of four
        explanation=quiz.explanation,
        reply_markup=_keyboard_as_json(message.card),
        **_where(message),
    )


def _where(message: OutgoingMessage) -> dict[str, Any]:
    """Where in its chat a message goes."""
    return {"message_thread_id": message.topic, "reply_parameters": _reply_to(message)}


def _text_of(message: OutgoingMessage) -> tuple[str, str | None]:
    """What Telegram is to show, and how it is to read that."""
    if message.is_plain:
        return cards.plain(message.card), None
    return cards.html(message.card), ParseMode.HTML


def _keyboard(card: Card) -> InlineKeyboardMarkup | None:
    rows = [
        [InlineKeyboardButton(button.text, callback_data=button.data) for button in row]
        for row in card.buttons
        if row
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def _keyboard_as_json(card: Card) -> dict[str, Any] | None:
    """The same as it goes to Telegram; of objects it would be made in five times as long."""
    rows = [
        [{"text": button.text, "callback_data": button.data} for button in row] for row in card.buttons if row
    ]
    return {"inline_keyboard": rows} if rows else None


def _reply_to(message: OutgoingMessage) -> ReplyParameters | None:
    """Where the message is gone the answer comes without it, unless there is something else to say then."""
    if message.reply_to is None:
        return None
    return ReplyParameters(message.reply_to, allow_sending_without_reply=message.otherwise is None)


def article(name: str, offer: InlineOffer) -> InlineQueryResultArticle:
    """A card that a member can post through an inline query."""
    content = InputTextMessageContent(cards.html(offer.card), ParseMode.HTML, link_preview_options=NO_PREVIEW)
    return InlineQueryResultArticle(name, offer.title, content, description=offer.description)
