"""What a page's own style sheet says of the nodes of a class, as if it stood in each of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser

OF_CLASS = re.compile(r"[a-z]*\.([\w-]+)")  # ".c5", "p.year"
LETTERS = re.compile(r"\bfont-(?:weight|size)\s*:\s*[^;]+")  # what tells a heading


def set_styles(tree: LexborHTMLParser) -> None:
    """Give the nodes of a page the weight and the size that its sheets give their classes.

    Word processors that save a page say so of all that is bold.
    """
    styles = {name: style for sheet in tree.css("style") for name, style in _of_classes(sheet.text())}
    if not styles:
        return
    for node in tree.css("[class]"):
        classes = (node.attributes.get("class") or "").split()
        if given := [styles[name] for name in classes if name in styles]:
            node.attrs["style"] = ";".join([*given, node.attributes.get("style") or ""])


def _of_classes(sheet: str) -> Iterator[tuple[str, str]]:
    """The names of classes with what is said of their letters."""
    for rule in _without_comments(sheet).split("}"):
        selectors, _, body = rule.rpartition("{")
        if style := ";".join(LETTERS.findall(body)):
            for selector in selectors.split(","):
                if match := OF_CLASS.fullmatch(selector.strip()):
                    yield match[1], style


def _without_comments(sheet: str) -> str:
    first, *others = sheet.split("/*")
    return "".join([first, *(other.partition("*/")[2] for other in others)])
