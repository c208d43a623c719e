"""Electronic books (.epub): pages of HTML in a zip file, in the order of its spine."""

from __future__ import annotations

import posixpath
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from bot.dates import HistoricalDate
from bot.sources.archive import Archive
from bot.sources.decoding import decode
from bot.sources.draft import Draft, Facts, FormatError
from bot.sources.formats import html

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTAINER = "META-INF/container.xml"  # https://www.w3.org/TR/epub-33/#sec-container-metainf
ENCRYPTION = "META-INF/encryption.xml"
FONTS_ONLY = (
    b"http://www.idpf.org/2008/embedding",
    b"http://ns.adobe.com/pdf/enc#RC",
)  # scrambled
PAGES = frozenset({"application/xhtml+xml", "text/html"})
NO_PAGES = "holds no pages that can be read"


def read(raw: bytes) -> Draft:
    """The draft of a book; raises FormatError."""
    archive = Archive.opened(raw, "a book (.epub)")
    if ENCRYPTION in archive.names and _is_locked(archive.read(ENCRYPTION)):
        raise FormatError("is locked (DRM); only books without a lock can be read")
    place = _package_place(archive)
    package = _parsed(archive, place)
    draft = Draft(facts=_facts(package), left_out=Counter())
    for name in _spine(package, posixpath.dirname(place)):
        if name in archive.names:
            page = html.read(decode(archive.read(name)).text)
            draft.parts += [replace(part, line=0) for part in page.parts]
            draft.left_out += page.left_out
    if not draft.parts:
        raise FormatError(NO_PAGES)
    return draft


def _is_locked(encryption: bytes) -> bool:
    return b"EncryptionMethod" in encryption and not any(method in encryption for method in FONTS_ONLY)


def _parsed(archive: Archive, name: str) -> ET.Element:
    try:
        return ET.fromstring(archive.xml(name))  # noqa: S314 - entities are refused before
    except (ET.ParseError, ValueError, RecursionError) as error:
        raise FormatError(f"is damaged: {name} is no sound XML") from error


def _package_place(archive: Archive) -> str:
    for element in _parsed(archive, CONTAINER).iter():
        if _name(element) == "rootfile" and (place := element.get("full-path")):
            return place
    raise FormatError(NO_PAGES)


def _name(element: ET.Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _facts(package: ET.Element) -> Facts:
    """What the book says of itself."""
    values: dict[str, str] = {}
    for element in package.iter():
        text = " ".join((element.text or "").split())
        if text:
            values.setdefault(_name(element), text)
    published = None
    with suppress(ValueError):
        published = HistoricalDate.parse(values.get("date", "")[:10])
    return Facts(
        title=values.get("title"),
        author=values.get("creator"),
        publisher=values.get("publisher"),
        published=published,
        language=values.get("language", "")[:2].lower() or None,
    )


def _spine(package: ET.Element, folder: str) -> Iterator[str]:
    """The names of the pages in the order of reading."""
    pages: dict[str, str] = {}
    for element in package.iter():
        if (
            _name(element) == "item"
            and element.get("media-type") in PAGES
            and element.get("properties") != "nav"
        ):
            pages[element.get("id", "")] = posixpath.normpath(
                posixpath.join(folder, unquote(element.get("href", "")))
            )
    for element in package.iter():
        if _name(element) == "itemref" and (page := pages.get(element.get("idref", ""))):
            yield page
