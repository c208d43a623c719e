"""A Telegram bot that answers a community's history questions with a cited passage and its date."""

__version__ = "0.1.0"
