"""A page from the web, fetched for an admin: never from a private address, and only so much of it.

The name of a server is looked up here, every address is checked, and the connection goes to the address that
was checked: a name that leads elsewhere a moment later gains nothing. Each redirect is a new look-up.
"""

from __future__ import annotations

import asyncio
import html
import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

import httpx

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Address = IPv4Address | IPv6Address
    Resolve = Callable[[str, int], Awaitable[list[str]]]

LARGEST = 20 * 2**20  # bytes
LONGEST = 30.0  # seconds for all of it
MOST_REDIRECTS = 5
MOST_PORT = 65_535
REDIRECTS = {301, 302, 303, 307, 308}
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-rst": ".rst",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
LINK = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)
NAT64 = IPv6Network("64:ff9b::/96")
# Public by their numbers, but clouds keep services for their own machines there: Oracle's, Azure's.
SERVICES = (IPv4Network("192.0.0.0/24"), IPv4Network("168.63.129.16/32"))
HEAD = re.compile(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)
CANONICAL = re.compile(rb"rel\s*=\s*[\"']?canonical|property\s*=\s*[\"']?og:url", re.IGNORECASE)
HEADERS = {"Accept-Encoding": "identity", "User-Agent": "history-bot (a Telegram bot; fetched for an admin)"}


class FetchError(Exception):
    """A page that was not fetched; the message says why in words for an admin."""


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page as a file that could lie in the knowledge folder."""

    name: str
    content: bytes


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet, and no other hides in it."""
    ip: Address = ip_address(address)
    if isinstance(ip, IPv6Address):
        teredo = ip.teredo[1] if ip.teredo else None
        nat64 = IPv4Address(int(ip) & 0xFFFF_FFFF) if ip in NAT64 else None
        inner = ip.ipv4_mapped or ip.sixtofour or teredo or nat64
        if inner and not is_public(str(inner)):
            return False
        if ip.is_site_local:
            return False
    return ip.is_global and not (
        any(ip in each for each in SERVICES) or ip.is_multicast or ip.is_reserved or ip.is_unspecified
    )


async def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host; raises OSError."""
    rows = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(row[4][0]) for row in rows]


class PageFetcher:
    """Fetches pages by https, or by http too where that is allowed."""

    def __init__(
        self,
        *,
        allows_http: bool = False,
        resolve: Resolve = resolved,
        is_allowed: Callable[[str], bool] = is_public,
    ) -> None:
        self._schemes = {"https", "http"} if allows_http else {"https"}
        self._resolve = resolve
        self._is_allowed = is_allowed

    async def fetch(self, link: str) -> FetchedPage:
        """The page behind a link; raises FetchError."""
        try:
            async with (
                asyncio.timeout(LONGEST),
                httpx.AsyncClient(trust_env=False, timeout=LONGEST) as client,
            ):
                return await self._follow(client, httpx.URL(link))
        except TimeoutError:
            raise FetchError(f"it took more than {LONGEST:.0f} seconds") from None
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise FetchError(f"the server cannot be reached ({type(error).__name__})") from error

    async def _follow(self, client: httpx.AsyncClient, url: httpx.URL) -> FetchedPage:
        for _ in range(1 + MOST_REDIRECTS):
            response = await self._request(client, url)
            try:
                if response.status_code not in REDIRECTS:
                    return await _page(response, url)
                url = url.join(response.headers.get("Location", ""))
            finally:
                await response.aclose()
        raise FetchError(f"it leads on more than {MOST_REDIRECTS} times")

    async def _request(self, client: httpx.AsyncClient, url: httpx.URL) -> httpx.Response:
        """The beginning of an answer, from an address that was checked."""
        if url.scheme not in self._schemes or not url.host or url.userinfo:
            raise FetchError(
                f"only {' and '.join(sorted(self._schemes))} links without a user name are fetched"
            )
        address = await self._address(url)
        request = client.build_request(
            "GET",
            url.copy_with(host=address),
            headers=HEADERS | {"Host": url.netloc.decode("ascii")},
            extensions={"sni_hostname": url.raw_host.decode("ascii")},  # the certificate is checked for it
        )
        return await client.send(request, stream=True)

    async def _address(self, url: httpx.URL) -> str:
        port = url.port if url.port is not None else 443 if url.scheme == "https" else 80
        if not 0 < port <= MOST_PORT:
            raise FetchError(f"there is no port {port}")
        try:
            addresses = await self._resolve(url.raw_host.decode("ascii").strip("[]"), port)
        except OSError:
            raise FetchError("no server has that name") from None
        if not addresses or not all(self._is_allowed(address) for address in addresses):
            raise FetchError("it leads to a private address, and those are not fetched")
        return addresses[0]


async def _page(response: httpx.Response, url: httpx.URL) -> FetchedPage:
    if response.status_code != httpx.codes.OK:
        raise FetchError(f"the server answers {response.status_code}")
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    suffix = SUFFIXES.get(kind)
    if suffix is None:
        raise FetchError(f"it is {kind[:60] or 'of no named kind'}, which is not read")
    if response.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise FetchError("the server sends it packed, though it was asked not to")
    content = bytearray()
    async for piece in response.aiter_raw():
        content += piece
        if len(content) > LARGEST:
            raise FetchError(f"it has more than {LARGEST // 2**20} MB")
    shown = _with_address(bytes(content), str(url)) if suffix == ".html" else bytes(content)
    return FetchedPage(_name(url, suffix), shown)


def _with_address(page: bytes, url: str) -> bytes:
    """A page that says where it is from, so that answers can cite it."""
    if CANONICAL.search(page):
        return page
    note = f'<link rel="canonical" href="{html.escape(url)}">'.encode()
    head = HEAD.search(page)
    at = head.end() if head else 0
    return page[:at] + note + page[at:]


def _name(url: httpx.URL, suffix: str) -> str:
    """A file name for a page, the same each time: "example.org history ferries.html"."""
    path = PurePosixPath(unquote(url.path).strip("/"))
    stem = path.with_suffix("") if path.suffix.lower() in {suffix, ".htm", ".php", ".aspx"} else path
    words = [url.host, *(part for part in stem.parts if part not in {"/", "."})]
    return f"{' '.join(words)}{suffix}"
