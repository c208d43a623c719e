"""A connection that fails is told about in words, with the name of the server and never with the token."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import ssl
from typing import TYPE_CHECKING

import httpx
import pytest
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.chat.delivery.connection import connect
from bot.chat.delivery.connection_errors import connection_failure
from bot.chat.delivery.telegram_errors import reason
from tests.chat.transport import TOKEN
from tests.ports import free_port

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@contextlib.asynccontextmanager
async def answering(answer: bytes) -> AsyncIterator[int]:
    """A server that answers whatever comes with the same bytes, and hangs up."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(answer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def failed(address: str) -> str:
    """How the log calls what became of a request to an address."""
    bot = connect(TOKEN, address, None, lambda _: None)
    try:
        with pytest.raises(TelegramError) as caught:
            await bot.initialize()
    finally:
        await bot.shutdown()
    assert TOKEN not in reason(caught.value)
    return reason(caught.value)


async def test_a_name_that_nobody_knows() -> None:
    assert (await failed("http://nowhere.invalid")).startswith(
        "NetworkError: the name nowhere.invalid cannot be looked up (DNS: "
    )


async def test_a_server_that_refuses() -> None:
    with free_port() as port:
        error = await failed(f"http://127.0.0.1:{port}")

    assert error == f"NetworkError: 127.0.0.1:{port} refuses the connection"


async def test_a_server_without_tls() -> None:
    async with answering(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        assert (await failed(f"https://127.0.0.1:{port}")).startswith(
            f"NetworkError: 127.0.0.1:{port} does not speak TLS ("
        )


async def test_a_server_that_hangs_up() -> None:
    async with answering(b"") as port:
        assert "127.0.0.1 broke the connection off" in await failed(f"http://127.0.0.1:{port}")


UNTRUSTED = ssl.SSLCertVerificationError(1, "unable to get local issuer certificate")
UNTRUSTED.verify_message = "self-signed certificate"
UNREACHABLE = OSError(errno.ENETUNREACH, "Network is unreachable")
REFUSED = ConnectionRefusedError(errno.ECONNREFUSED, "Connect call failed ('::1', 443)")
REQUEST = httpx.Request("POST", f"https://api.telegram.org/bot{TOKEN}/getMe")
FAILURES: list[tuple[httpx.RequestError, BaseException | None, str | None]] = [
    #   what httpx raises, what is behind it, what is said
    (
        httpx.ConnectError("", request=REQUEST),
        UNTRUSTED,
        "the certificate of api.telegram.org is not accepted (self-signed certificate)",
    ),
    (
        httpx.ConnectError("", request=REQUEST),
        UNREACHABLE,
        "api.telegram.org:443 cannot be reached (Network is unreachable)",
    ),
    (
        httpx.ConnectError("", request=REQUEST),
        ExceptionGroup("of each address", [REFUSED, UNREACHABLE]),
        "api.telegram.org:443 refuses the connection",
    ),
    (
        httpx.ConnectTimeout("", request=REQUEST),
        None,
        "api.telegram.org:443 does not accept a connection in time",
    ),
    (httpx.ReadTimeout("", request=REQUEST), None, "api.telegram.org does not answer in time"),
    (httpx.PoolTimeout("", request=REQUEST), None, "all connections to api.telegram.org are in use"),
    (httpx.ReadError("", request=REQUEST), None, "api.telegram.org broke the connection off"),
    # nothing of a connection
    (httpx.ReadError(""), None, None),
    (httpx.DecodingError("", request=REQUEST), None, None),
]


@pytest.mark.parametrize(("error", "behind", "words"), FAILURES)
def test_what_failed_is_said(
    error: httpx.RequestError, behind: BaseException | None, words: str | None
) -> None:
    error.__cause__ = OSError("All connection attempts failed")
    error.__cause__.__cause__ = behind
    raised = NetworkError("httpx")
    raised.__cause__ = error

    assert connection_failure(raised) == words


def test_what_is_no_failure_of_a_connection_is_not_said() -> None:
    assert connection_failure(TimedOut()) is None
    assert reason(TimedOut()) == "TimedOut"
