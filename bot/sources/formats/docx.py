"""Word documents (.docx), by way of the HTML that mammoth makes of them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from bot.sources.archive import Archive
from bot.sources.draft import FormatError
from bot.sources.formats import html

if TYPE_CHECKING:
    from bot.sources.draft import Draft

STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-cfb
BODY = "word/document.xml"
BACK_TO_TEXT = "↑"  # what mammoth puts behind a footnote


def read(raw: bytes) -> Draft:
    """The draft of a document; raises FormatError."""
    if raw.startswith(OLD_WORD):
        raise FormatError("is an old Word document, or one with a password; save it as .docx without one")
    archive = Archive.opened(raw, "a Word document (.docx)")
    archive.read(BODY)
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            archive.xml(name)
    draft = html.read(f"<article>{_html(raw)}</article>")
    draft.parts = [
        replace(part, line=0, text=part.text.removesuffix(BACK_TO_TEXT).rstrip()) for part in draft.parts
    ]
    return draft


def _html(raw: bytes) -> str:
    try:
        import mammoth  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        raise FormatError('is a Word document; to read those: pip install -e ".[formats]"', 0) from None
    try:
        result = mammoth.convert_to_html(
            BytesIO(raw), style_map=STYLES, convert_image=mammoth.images.img_element(_without_picture)
        )
    except Exception as error:
        raise FormatError("is damaged, or no Word document") from error
    return str(result.value)


def _without_picture(_image: object) -> dict[str, Any]:
    """What stands for a picture: mammoth adds its description, and would put its bytes into the page."""
    return {}
