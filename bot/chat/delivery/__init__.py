"""The way out: messages to Telegram, as fast as it allows, and what it says of them."""
