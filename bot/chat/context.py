"""The type of what python-telegram-bot hands to a handler beside the update."""

from __future__ import annotations

from typing import Any

from telegram.ext import CallbackContext, ExtBot

Context = CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]
