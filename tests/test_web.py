"""The small HTTP server: what it answers, and what it does with those who do not speak HTTP."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import httpx
import pytest

from bot import web
from bot.web import LONGEST_BODY, LONGEST_HEAD, HttpResponse, Request, WebServer
from tests import HANG

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

HOST = "127.0.0.1"


async def echo(request: Request) -> HttpResponse:
    if request.path == "/refused":
        return HttpResponse(401)
    body = await request.body()
    return HttpResponse(200, f"{request.verb} {request.path} ".encode() + request.header("X-Name") + body)


@pytest.fixture
async def port() -> AsyncIterator[int]:
    server = WebServer(echo)
    yield await server.open(HOST, 0)
    await server.close()


@pytest.fixture
async def client(port: int) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"http://{HOST}:{port}", timeout=HANG, verify=False) as http:
        yield http


async def answer_to(port: int, sent: bytes) -> bytes:
    """All that comes back until the server ends the connection."""
    reader, writer = await asyncio.open_connection(HOST, port)
    writer.write(sent)
    try:
        async with asyncio.timeout(HANG):
            return await reader.read()
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


async def turns(number: int = 50) -> None:
    """Lets the loop see what has come in, whatever time that takes."""
    for _ in range(number):
        await asyncio.sleep(0)


async def test_requests_on_one_connection_are_answered_one_after_the_other(client: httpx.AsyncClient) -> None:
    for number in range(3):
        answer = await client.post(f"/a{number}?b=c", content=b"!", headers={"x-name": "Anna"})

        assert (answer.status_code, answer.text) == (200, f"POST /a{number} Anna!")


async def test_a_body_in_pieces_is_read(client: httpx.AsyncClient) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(3):
            yield b"x" * 100_000

    assert len((await client.post("/", content=pieces())).content) == len("POST / ") + 300_000


async def test_a_body_that_is_too_long_is_refused(client: httpx.AsyncClient) -> None:
    assert (await client.post("/", content=b"x" * LONGEST_BODY)).status_code == 200
    assert (await client.post("/", content=b"x" * (LONGEST_BODY + 1))).status_code == 413


async def test_whoever_is_refused_need_not_be_listened_to(port: int) -> None:
    answer = await answer_to(
        port, b"POST /refused HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\nxx"
    )

    assert answer.startswith(b"HTTP/1.1 401 ")


NO_HTTP = [
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"GET\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",  # no host
    b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 10 * LONGEST_HEAD,
    b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: x\r\n" * LONGEST_HEAD,
]


@pytest.mark.parametrize("sent", NO_HTTP, ids=range(len(NO_HTTP)))
async def test_what_is_no_http_ends_with_an_error_and_harms_nobody(
    port: int, client: httpx.AsyncClient, sent: bytes
) -> None:
    answer = await answer_to(port, sent + b"\r\n\r\n")

    assert not answer or answer.startswith(b"HTTP/1.1 4")
    assert (await client.get("/")).status_code == 200


async def test_a_slow_client_is_given_up(
    port: int, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "PATIENCE", 0.05)

    assert await answer_to(port, b"POST / HTTP/1.1\r\n") == b""


async def test_no_more_connections_than_there_is_room_for(
    port: int, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "MOST_CONNECTIONS", 1)
    _, writer = await asyncio.open_connection(HOST, port)
    await turns()
    assert await answer_to(port, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n") == b""
    writer.close()
    await turns()

    assert (await client.get("/")).status_code == 200


async def test_closing_ends_what_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "PATIENCE", 10 * HANG)
    server = WebServer(echo)
    reader, writer = await asyncio.open_connection(HOST, await server.open(HOST, 0))
    await turns()
    async with asyncio.timeout(HANG):
        await server.close()

        assert await reader.read() == b""
    writer.close()


async def test_who_asks_whether_to_send_a_body_is_told_to_go_on(port: int) -> None:
    reader, writer = await asyncio.open_connection(HOST, port)
    wish = b"Expect: 100-continue\r\nConnection: close\r\n\r\n"
    head = b"POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n" + wish
    async with asyncio.timeout(HANG):
        writer.write(head)
        assert await reader.readline() == b"HTTP/1.1 100 \r\n"
        writer.write(b"body")
        answer = await reader.read()
    writer.close()

    assert answer.split(b"\r\n", 2)[1] == b"HTTP/1.1 200 "
    assert answer.endswith(b"\r\n\r\nPOST /a body")


async def test_a_request_that_came_with_the_one_before_is_answered_too(port: int) -> None:
    first, second = (f"GET /{name} HTTP/1.1\r\nHost: a\r\n".encode() for name in "ab")
    answer = await answer_to(port, first + b"\r\n" + second + b"Connection: close\r\n\r\n")

    assert answer.count(b"HTTP/1.1 200 ") == 2
    assert answer.index(b"GET /a ") < answer.index(b"GET /b ")


async def test_who_goes_in_the_middle_harms_nobody(port: int, client: httpx.AsyncClient) -> None:
    for sent in (b"POST / HTTP/1.1\r\n", b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx"):
        _, writer = await asyncio.open_connection(HOST, port)
        writer.write(sent)
        await turns()
        writer.close()

    assert (await client.get("/")).status_code == 200


async def test_an_answer_says_what_it_is(client: httpx.AsyncClient) -> None:
    answer = await client.get("/a?b=c?d", headers={"X-NAME": "Anna", "X-Name-Too": "Boris"})

    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-length"] == str(len(answer.content))
    assert answer.text == "GET /a Anna"
    assert (await client.get("/refused")).content == b""
