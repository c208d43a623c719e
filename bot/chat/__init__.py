"""The bot in Telegram. No other package imports `telegram`."""
