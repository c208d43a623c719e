"""Pages are fetched from public addresses only, whole and in time, or not at all."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import pytest

from bot.publishing import page_fetch
from bot.publishing.page_fetch import LARGEST, FetchedPage, FetchError, PageFetcher, is_public

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

HERE = "127.0.0.1"

ADDRESSES = [
    ("8.8.8.8", True), ("93.184.216.34", True), ("2606:2800:220:1:248:1893:25c8:1946", True),
    ("127.0.0.1", False), ("127.9.9.9", False), ("0.0.0.0", False), ("10.0.0.1", False),
    ("172.16.0.1", False),
    ("172.32.0.1", True), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
    ("192.0.2.1", False), ("224.0.0.1", False), ("240.0.0.1", False), ("255.255.255.255", False),
    ("::1", False), ("::", False), ("fe80::1", False), ("fc00::1", False), ("ff02::1", False),
    ("::ffff:127.0.0.1", False), ("::ffff:10.0.0.1", False), ("64:ff9b::a00:1", False),
    ("fec0::1", False), ("192.0.0.192", False), ("168.63.129.16", False), ("168.63.129.17", True),
    ("64:ff9b:1::7f00:1", False), ("::ffff:0:7f00:1", False), ("::7f00:1", False), ("fe80::1%eth0", False),
    ("2002:7f00:1::", False), ("2002:a00:1::", False),
]  # fmt: skip


@pytest.mark.parametrize(("address", "public"), ADDRESSES)
def test_an_address_is_public_or_not(address: str, public: bool) -> None:
    assert is_public(address) is public


def answer(
    body: bytes = b"<p>Hello", status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: str = ""
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Connection: close\r\n\r\n"
    return head.encode() + body


def redirect(to: str) -> bytes:
    return answer(b"", "302 Found", more=f"Location: {to}\r\n")


class Server:
    """Says what it is told to by path, and notes what it was asked."""

    def __init__(self, answers: dict[str, bytes]) -> None:
        self.answers = answers
        self.asked: list[str] = []
        self.port = 0

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[Server]:
        server = await asyncio.start_server(self._serve, HERE, 0)
        self.port = server.sockets[0].getsockname()[1]
        async with server:
            yield self

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            request = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.asked.append(request)
            content = self.answers[request.split()[1]].replace(b"{port}", str(self.port).encode())
            writer.write(content)
            await writer.drain()
        writer.close()

    async def resolve(self, host: str, _port: int) -> list[str]:
        """The names of a small world."""
        names = {"history.test": [HERE], "inside.test": ["10.0.0.1"], "both.test": [HERE, "10.0.0.1"]}
        if host not in names and host != HERE:
            raise OSError("no such name")
        return names.get(host, [host])

    async def fetch(self, path: str, host: str = "history.test", *, allows_http: bool = True) -> FetchedPage:
        fetcher = PageFetcher(
            allows_http=allows_http, resolve=self.resolve, is_allowed=lambda address: address == HERE
        )
        return await fetcher.fetch(f"http://{host}:{self.port}{path}")


async def test_a_page_is_fetched_from_the_address_that_was_checked() -> None:
    async with Server(
        {"/history/ferries.html": answer(b"<html><head><title>x</title><p>Ferries")}
    ).running() as web:
        page = await web.fetch("/history/ferries.html")

    assert page.name == "history.test history ferries.html"
    link = f'<link rel="canonical" href="http://history.test:{web.port}/history/ferries.html">'
    assert page.content == b"<html><head>" + link.encode() + b"<title>x</title><p>Ferries"
    assert f"\r\nHost: history.test:{web.port}\r\n" in web.asked[0]


async def test_redirects_are_followed_and_the_last_names_the_page() -> None:
    answers = {"/a": redirect("/b?x=1"), "/b?x=1": redirect("http://history.test:{port}/c"), "/c": answer()}
    async with Server(answers).running() as web:
        page = await web.fetch("/a")

    assert page.name == "history.test c.html"


async def test_a_page_that_says_where_it_is_from_stays_as_it_is() -> None:
    body = b'<head><link rel="canonical" href="https://example.org/x"></head><p>Hello'
    async with Server({"/": answer(body)}).running() as web:
        assert (await web.fetch("/")).content == body


REFUSED = [
    ("a private address", "http://inside.test/", {}, "private address"),
    ("a name with a private address among others", "http://both.test/", {}, "private address"),
    ("a redirect to a private address", "/", {"/": redirect("http://inside.test/")}, "private address"),
    ("a redirect to its machine", "/", {"/": redirect("http://127.0.0.2/")}, "no server has that name"),
    ("a redirect to a file", "/", {"/": redirect("file:///etc/passwd")}, "only http and https"),
    ("a redirect to nowhere", "/", {"/": answer(b"", "302 Found")}, "leads on more than 5 times"),
    ("a port that none is", "http://history.test:99999/", {}, "there is no port 99999"),
    ("a redirect to such a port", "/", {"/": redirect("http://history.test:-1/")}, "there is no port -1"),
    ("a redirect to no address", "/", {"/": redirect("http://[")}, "no server has that name"),
    ("redirects in a circle", "/", {"/": redirect("/")}, "leads on more than 5 times"),
    ("a name that nobody has", "http://nowhere.test/", {}, "no server has that name"),
    ("a user name", "http://me:secret@history.test/", {}, "without a user name"),
    ("another protocol", "ftp://history.test/", {}, "only http and https"),
    ("no host", "http:///x", {}, "only http and https"),
    ("a page that is missing", "/", {"/": answer(b"", "404 Not Found")}, "the server answers 404"),
    ("a picture", "/", {"/": answer(b"\x89PNG", kind="image/png")}, "it is image/png, which is not read"),
    ("no kind", "/", {"/": answer(b"x", kind="")}, "of no named kind"),
    ("a packed page", "/", {"/": answer(b"x", more="Content-Encoding: gzip\r\n")}, "sends it packed"),
    ("a page without end", "/", {"/": answer(b"x" * (LARGEST + 1))}, "it has more than 20 MB"),
    ("no HTTP", "/", {"/": b"hello\r\n\r\n"}, "cannot be reached"),
    ("silence", "/", {"/": b""}, "cannot be reached"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "link", "answers", "why"), REFUSED, ids=[row[0] for row in REFUSED])
async def test_a_page_that_is_not_fetched_says_why(
    case: str, link: str, answers: dict[str, bytes], why: str
) -> None:
    async with Server(answers).running() as web:
        fetcher = PageFetcher(
            allows_http=True, resolve=web.resolve, is_allowed=lambda address: address == HERE
        )
        whole = link if "://" in link or link.startswith("http:") else f"http://history.test:{web.port}{link}"
        with pytest.raises(FetchError, match=why):
            await fetcher.fetch(whole)


async def test_http_is_fetched_only_where_it_is_allowed() -> None:
    async with Server({"/": answer()}).running() as web:
        with pytest.raises(FetchError, match="only https links"):
            await web.fetch("/", allows_http=False)

    assert web.asked == []


async def test_this_machine_is_never_fetched_from() -> None:
    async with Server({"/": answer()}).running() as web:
        for host in ("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "[::ffff:127.0.0.1]"):
            with pytest.raises(FetchError):
                await PageFetcher(allows_http=True).fetch(f"http://{host}:{web.port}/")

    assert web.asked == []


async def test_a_server_that_takes_its_time_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_fetch, "LONGEST", 0.05)
    over = asyncio.Event()

    async def silent(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await over.wait()
        writer.close()

    server = await asyncio.start_server(silent, HERE, 0)
    port = server.sockets[0].getsockname()[1]
    fetcher = PageFetcher(allows_http=True, is_allowed=lambda _: True)
    with pytest.raises(FetchError, match=r"it took more than 0 seconds|cannot be reached \(ReadTimeout\)"):
        await fetcher.fetch(f"http://{HERE}:{port}/")
    over.set()
    server.close()
