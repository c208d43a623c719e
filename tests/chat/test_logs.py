"""The token stands in no line of the log, by whatever way it came there."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import httpx
import pytest
from telegram.error import InvalidToken

from bot.cli.logs import NOISY, SILENT, Redacting, set_up_logging
from tests.chat.transport import TOKEN
from tests.chat.world import ANNA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.chat.world import World

SECRET = TOKEN.split(":")[1]
URL = f"https://api.telegram.org/bot{TOKEN}/getMe"


@pytest.fixture
def _logging_as_before(capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Puts back what `set_up_logging` changed, before the stream that it writes to is closed."""
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    levels = {name: logging.getLogger(name).level for name in (*NOISY, *SILENT)}
    yield
    logging.captureWarnings(capture=False)
    root.setLevel(level)
    root.handlers[:] = handlers
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


LINES: list[tuple[str, tuple[object, ...]]] = [
    ('HTTP Request: %s %s "%s %d %s"', ("POST", httpx.URL(URL), "HTTP/1.1", 200, "OK")),
    (f"Bot[token={TOKEN}]", ()),
    ("%r", (f"Bot[token={TOKEN}]",)),
    ("The token `%s` was rejected", (TOKEN,)),
    ("%s", ({"token": TOKEN},)),
    ("somebody else's: 555666777:AAabcdefghijklmnopqrstuvwxyz0123456", ()),
    ("in one word with others: x%sx", (TOKEN,)),
]


@pytest.mark.parametrize(("text", "arguments"), LINES, ids=range(len(LINES)))
def test_a_line_is_redacted(text: str, arguments: tuple[object, ...]) -> None:
    record = logging.LogRecord("httpx", logging.INFO, "x.py", 1, text, arguments, None)

    written = Redacting(TOKEN).format(record)
    assert "[token]" in written
    assert SECRET not in written
    assert "AAabcdefghijklmnopqrstuvwxyz0123456" not in written


def test_a_trace_is_redacted() -> None:
    error = InvalidToken(f"The token `{TOKEN}` was rejected by the server.")
    record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "Failed", (), (type(error), error, None))

    written = Redacting(TOKEN).format(record)
    assert "InvalidToken" in written
    assert SECRET not in written


@pytest.mark.parametrize("text", ["12:30:45", "1234567:short", "2017-10: the office", "id 123456789"])
def test_what_is_no_token_stays(text: str) -> None:
    record = logging.LogRecord("x", logging.INFO, "x.py", 1, text, (), None)

    assert text in Redacting(None).format(record)


@pytest.mark.usefixtures("_logging_as_before")
async def test_a_running_bot_at_debug_never_writes_the_token(
    quiet_world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logging("DEBUG", TOKEN)
    async with quiet_world.running() as world:
        assert world.bot
        logging.getLogger("test").debug("%r %r", world.bot.application, world.bot.application.bot)
        for text in ("/start", "Tokyo", "/status", "/weather"):
            await world.says(ANNA, text)
        logging.getLogger("test").debug("the end")

    written = capsys.readouterr().err
    assert "telegram" in written
    assert "[token]" in written
    assert "the end" in written
    assert SECRET not in written


@pytest.mark.usefixtures("_logging_as_before")
@pytest.mark.parametrize(("level", "is_written"), [("DEBUG", True), ("INFO", False), ("ERROR", False)])
def test_a_line_for_each_request_is_for_debugging(
    capsys: pytest.CaptureFixture[str], level: str, is_written: bool
) -> None:
    set_up_logging(level, TOKEN)
    logging.getLogger("httpx").info("HTTP Request")

    assert ("HTTP Request" in capsys.readouterr().err) is is_written
