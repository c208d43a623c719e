"""Logging to standard error, in which the bot token never stands."""

from __future__ import annotations

import logging
import re
import sys

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
HIDDEN = "[token]"
ANY_TOKEN = re.compile(  # also one that was mistyped or is somebody else's
    r"[0-9]{3,20}:[A-Za-z0-9_-]{30,64}"
)
NOISY = ("httpx", "httpcore", "asyncio", "telegram.ext")  # a line a request, or more
SILENT = ("aiosqlite",)  # two lines a statement, with all that it stores


class Redacting(logging.Formatter):
    """Writes lines, traces included, with every token blotted out."""

    def __init__(self, token: str | None) -> None:
        super().__init__(FORMAT)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The finished text is redacted: whatever a token came in by, it ends up there."""
        return self.redacted(super().format(record))

    def redacted(self, text: str) -> str:
        if self._token:
            text = text.replace(self._token, HIDDEN)
        return ANY_TOKEN.sub(HIDDEN, text)


def set_up_logging(level: str, token: str | None) -> None:
    """One handler on the root; requests are only worth a line at DEBUG."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting(token))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.NOTSET if level == "DEBUG" else logging.WARNING)
    for name in SILENT:
        logging.getLogger(name).setLevel(logging.WARNING)
