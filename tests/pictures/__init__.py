"""`python -m tests.pictures`: draws the chats that the README shows, from what the bot answers now."""
