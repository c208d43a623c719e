"""The Telegram in memory behind HTTP on loopback, for whole processes."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.chat.transport import Transport

TEXTS = {"text", "caption", "parse_mode"}  # sent bare; all else is JSON


@contextlib.asynccontextmanager
async def serving(transport: Transport) -> AsyncIterator[str]:
    """The address of a Bot API server that answers from the transport."""
    talks: set[asyncio.Task[None]] = set()

    def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talks.add(asyncio.create_task(_talk(transport, reader, writer)))

    server = await asyncio.start_server(begin, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        for talk in talks:
            talk.cancel()
        await asyncio.gather(*talks, return_exceptions=True)


async def _talk(transport: Transport, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answers requests on one connection until the other side goes."""
    try:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while True:
                await _answer_one(transport, reader, writer)
    finally:
        writer.transport.abort()


async def _answer_one(
    transport: Transport, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    first, *headers = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    length = next(
        (int(header.split(":")[1]) for header in headers if header.lower().startswith("content-length")), 0
    )
    body = (await reader.readexactly(length)).decode()
    token, called = first.split()[1].removeprefix("/bot").split("/")
    status, answer = await transport.answer(
        token, called, dict(_parameter(*parameter) for parameter in parse_qsl(body))
    )
    head = f"HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {len(answer)}\r\n\r\n"
    writer.write(head.encode() + answer)
    await writer.drain()


def _parameter(name: str, value: str) -> tuple[str, Any]:
    if name in TEXTS:
        return name, value
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
