"""Feeds and exported blogs: RSS, Atom, and WordPress' own export, each post a document."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bot.dates import BlockKind
from bot.sources.draft import Draft, FormatError
from bot.sources.facts import Entry, read_facts
from bot.sources.formats import html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sources.draft import Facts, Part

FORMAT = "feed"
LIKELY = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
ENTITY = b"<!ENTITY"  # may multiply a few bytes into gigabytes
CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # no XML, but some blogs export them
POST = re.compile(rb"<(?:item|entry)\b")
NAMESPACE = re.compile(r"\{[^}]*\}")
WRITTEN = ("post_date", "pubDate", "published", "date", "updated")
AUTHORS = ("creator", "author")
CONTENTS = ("encoded", "content", "description", "summary")
NO_POSTS = frozenset({"attachment", "nav_menu_item", "revision", "custom_css", "wp_global_styles"})
UNSEEN = frozenset({"draft", "trash", "private", "pending", "auto-draft", "future"})
SHORTCODE = re.compile(r"\[/?[a-z][\w-]{2,30}(?:[ ][^\[\]\n]{0,500})?\]")  # [gallery ids="1,2"]   [/caption]
PARAGRAPH = re.compile(r"<(?:p|div|br)\b", re.IGNORECASE)
GAP = re.compile(r"\n[ \t]*\n\s*")


def is_likely(start: bytes) -> bool:
    """Whether a file of XML that begins so is a feed."""
    return LIKELY.search(start) is not None


def read(raw: bytes) -> Iterator[Draft]:
    """The posts of a feed that hold text; raises FormatError before the first one, not later."""
    root = _parsed(raw)
    publisher = next((_text(node) for node in root.iter() if _name(node) == "title"), "")
    posts = [node for node in root.iter() if _name(node) in {"item", "entry"}]
    lines = _lines(raw, len(posts))
    for post, line in zip(posts, lines, strict=True):
        parts = [replace(part, line=line) for part in _parts(post)]
        if any(part.kind is not BlockKind.HEADING for part in parts):
            yield Draft(parts=parts, facts=_facts(post, publisher), format=FORMAT)


def _parsed(raw: bytes) -> ET.Element:
    if ENTITY in raw:
        raise FormatError("declares entities of its own, which are not read")
    try:
        return ET.fromstring(CONTROLS.sub(b"", raw))  # noqa: S314 - entities are refused before
    except (ET.ParseError, ValueError, LookupError, RecursionError) as error:
        line = getattr(error, "position", (1, 0))[0]
        raise FormatError("is no sound XML from here on", line) from error


def _lines(raw: bytes, posts: int) -> list[int]:
    """The line of each post; 0 where they cannot be told."""
    places = [match.start() for match in POST.finditer(raw)]
    if len(places) != posts:
        return [0] * posts
    lines, line, at = [], 1, 0
    for place in places:
        line += raw.count(b"\n", at, place)
        at = place
        lines.append(line)
    return lines


def _parts(post: ET.Element) -> list[Part]:
    """What a post says, unless nobody was to see it."""
    values = {_name(node): _text(node) for node in post}
    if values.get("post_type") in NO_POSTS or values.get("status") in UNSEEN:
        return []
    content = max((_content(post, name) for name in CONTENTS), key=len)
    return html.read(_with_paragraphs(SHORTCODE.sub("", content))).parts if content else []


def _content(post: ET.Element, name: str) -> str:
    """The text behind a name; of WordPress' two that are called "encoded" the longer one."""
    return max((_markup(node) for node in post if _name(node) == name), key=len, default="")


def _markup(node: ET.Element) -> str:
    """The HTML in a node, be it written as text or as nodes."""
    if len(node):
        return (node.text or "") + "".join(ET.tostring(child, "unicode", method="html") for child in node)
    return node.text or ""


def _with_paragraphs(content: str) -> str:
    """A post whose paragraphs only blank lines divide, as WordPress keeps them, with marks of them."""
    if PARAGRAPH.search(content):
        return content
    return "".join(f"<p>{words}</p>" for words in GAP.split(content.strip()))


def _facts(post: ET.Element, publisher: str) -> Facts:
    """What a post's own entries say of it."""
    values = {_name(node): _text(node) for node in post}
    link = next((node.get("href") for node in post if _name(node) == "link" and node.get("href")), None)
    named = {
        "title": values.get("title"),
        "published": next((values[name] for name in WRITTEN if values.get(name)), None),
        "author": next((values[name] for name in AUTHORS if values.get(name)), None),
        "link": values.get("link") or link,
        "publisher": publisher,
    }
    facts, _ = read_facts({key: Entry(1, value) for key, value in named.items() if value})
    return facts


def _name(node: ET.Element) -> str:
    return NAMESPACE.sub("", node.tag) if isinstance(node.tag, str) else ""


def _text(node: ET.Element) -> str:
    """All that a node says, on one line."""
    return " ".join("".join(node.itertext()).split())
