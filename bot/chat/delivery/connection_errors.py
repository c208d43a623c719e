"""What failed between the bot and a server, in words that name the server.

The path of a request is never told: it holds the token.
"""

from __future__ import annotations

import os
import socket
import ssl
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS: tuple[tuple[type[BaseException], str], ...] = (  # the first that fits; {why} is the system's own word
    (socket.gaierror, "the name {host} cannot be looked up (DNS: {why})"),
    (ConnectionRefusedError, "{host}:{port} refuses the connection"),
    (ssl.SSLCertVerificationError, "the certificate of {host} is not accepted ({why})"),
    (ssl.SSLError, "{host}:{port} does not speak TLS ({why})"),
    (httpx.ConnectTimeout, "{host}:{port} does not accept a connection in time"),
    (httpx.PoolTimeout, "all connections to {host} are in use"),
    (httpx.TimeoutException, "{host} does not answer in time"),
    (httpx.RemoteProtocolError, "{host} broke the connection off, or does not speak HTTP"),
    (ConnectionError, "{host} broke the connection off"),
    (OSError, "{host}:{port} cannot be reached ({why})"),
    (httpx.NetworkError, "{host} broke the connection off"),
)
PORTS = {"http": 80, "https": 443}


def connection_failure(error: BaseException) -> str | None:
    """What failed, None when the error is of another kind."""
    chain = tuple(_chain(error))
    url = next((url for cause in chain if (url := _url(cause))), None)
    if url is None:
        return None
    for kind, words in KINDS:
        for cause in chain:
            if isinstance(cause, kind) and (not isinstance(cause, OSError) or cause.errno):
                port = url.port or PORTS.get(url.scheme, 0)
                return words.format(host=url.host, port=port, why=_why(cause))
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what is behind it."""
    while error is not None:
        if isinstance(error, BaseExceptionGroup):  # of each address that a name stands for
            error = error.exceptions[0]
        yield error
        error = error.__cause__ or error.__context__


def _url(error: BaseException) -> httpx.URL | None:
    try:
        return error.request.url if isinstance(error, httpx.RequestError) else None
    except RuntimeError:  # made without a request
        return None


def _why(error: BaseException) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, ssl.SSLError):
        return error.reason
    if isinstance(error, socket.gaierror):
        return str(error.strerror)
    return os.strerror(error.errno) if isinstance(error, OSError) and error.errno else ""
