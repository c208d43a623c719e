"""The least that a bot on python-telegram-bot can be: it answers every text with the same card."""

from __future__ import annotations

import os

from telegram import LinkPreviewOptions, Update
from telegram.ext import Application, CallbackContext, MessageHandler, filters

CARD = "<b>March 1998</b>\n<blockquote>The harbour was opened to ships.</blockquote>\n— Harbours"


async def answer(update: Update, _: CallbackContext) -> None:  # type: ignore[type-arg]
    assert update.message
    await update.message.reply_html(CARD, link_preview_options=LinkPreviewOptions(is_disabled=True))


def main() -> None:
    address = os.environ["BOT_API_URL"]
    building = Application.builder().token(os.environ["BOT_TOKEN"])
    application = building.base_url(f"{address}/bot").base_file_url(f"{address}/file/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, answer))
    application.run_polling(allowed_updates=["message"])


if __name__ == "__main__":
    main()
