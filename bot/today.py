"""What day it is, by one rule for the chat, inline queries and the command line."""

from __future__ import annotations

from datetime import date, datetime


def day_of(moment: datetime | None = None) -> date:
    """The day of a moment with a time zone, now by default, where the bot runs.

    That is the time zone of the machine, or the one in the environment variable TZ.
    """
    return (moment or datetime.now().astimezone()).astimezone().date()
