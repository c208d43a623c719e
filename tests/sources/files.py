"""Word documents, books and PDFs as small as they can be, made from their texts."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CONTAINER = "urn:oasis:names:tc:opendocument:xmlns:container"
BOOK = "http://www.idpf.org/2007/opf"
FONT = "/Resources << /Font << /F1 3 0 R >> >>"
FACTS = "http://purl.org/dc/elements/1.1/"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: Sequence[str]) -> str:
    cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cells[0]}</w:tr>"
    return f"<w:tbl>{head}{''.join(f'<w:tr>{row}</w:tr>' for row in cells[1:])}</w:tbl>"


def word_members(body: str) -> dict[str, str]:
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/styles.xml": f'<w:styles xmlns:w="{WORD}">'
        + "".join(
            f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/></w:style>'
            for style, name in (("Heading1", "heading 1"), ("Title", "Title"))
        )
        + "</w:styles>",
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }


def word(body: str) -> bytes:
    return zipped(word_members(body))


def book_members(pages: Mapping[str, str], facts: str = "") -> dict[str, str]:
    items = "".join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in reversed(range(len(pages))))
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": f'<container xmlns="{CONTAINER}"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": f'<package xmlns="{BOOK}" xmlns:dc="{FACTS}">'
        f"<metadata>{facts}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
        **{f"OEBPS/{name}": f"<html><body>{page}</body></html>" for name, page in pages.items()},
    }


def book(pages: Mapping[str, str], facts: str = "") -> bytes:
    """A book whose pages are read from the last to the first, as its spine says."""
    return zipped(book_members(pages, facts))


def pdf(*pages: Sequence[str], title: str = "") -> bytes:
    """A PDF with the lines of each page below each other; an empty line leaves a gap."""
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) >>",
    ]
    for at, lines in enumerate(pages):
        shown = "\n".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 10 Tf 14 TL 50 800 Td\n{shown}\nET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] {FONT} /Contents {6 + 2 * at} 0 R >>",
            f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream",
        ]
    raw = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(raw))
        raw += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(raw)}\n%%EOF\n"
    )
    return raw + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
