"""Word documents, books and PDFs: what is read of them, and what is said of those that cannot be read."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

import pypdf
import pytest

from bot.sources import archive
from bot.sources.draft import FormatError
from bot.sources.formats import docx, epub, pdf
from tests.sources import files

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.sources.draft import Draft

BODY = files.paragraph("The mill", "Heading1") + files.paragraph("It burnt down on 3 August 1921.")
PAGES = {
    "b.xhtml": "<h1>Second</h1><p>It was rebuilt in 1925.</p>",
    "a.xhtml": "<h1>First</h1><p>It burnt.</p>",
}
SENTENCE = "The mill burnt down on 3 August 1921, in the night of the regatta."


def shown(draft: Draft) -> list[str]:
    return [part.text for part in draft.parts]


def test_a_word_document_has_headings_paragraphs_and_tables() -> None:
    body = (
        files.paragraph("Harbour club", "Title") + BODY + files.table(["Ship", "Left"], ["Anemone", "1930"])
    )
    draft = docx.read(files.word(body))

    assert shown(draft) == [
        "Harbour club", "The mill", "It burnt down on 3 August 1921.", "Ship: Anemone, Left: 1930",
    ]  # fmt: skip
    assert [part.level for part in draft.parts] == [1, 1, 0, 0]


def test_a_book_is_read_in_the_order_of_its_spine() -> None:
    facts = (
        "<dc:title>Two  Mills</dc:title><dc:creator>A. Writer</dc:creator><dc:publisher>Press</dc:publisher>"
        "<dc:date>1999-05-01T00:00:00Z</dc:date><dc:language>en-GB</dc:language>"
    )
    draft = epub.read(files.book(PAGES, facts))

    assert shown(draft) == ["First", "It burnt.", "Second", "It was rebuilt in 1925."]
    assert (draft.facts.title, draft.facts.author, draft.facts.publisher) == (
        "Two Mills",
        "A. Writer",
        "Press",
    )
    assert (str(draft.facts.published), draft.facts.language) == ("1999-05-01", "en")


@pytest.mark.parametrize("date", ["soon", "", "2001-13"])
def test_a_date_that_is_none_costs_itself_alone(date: str) -> None:
    draft = epub.read(files.book(PAGES, f"<dc:title>Mills</dc:title><dc:date>{date}</dc:date>"))

    assert (draft.facts.title, draft.facts.published) == ("Mills", None)


def test_passages_of_a_pdf_keep_their_page() -> None:
    first = [
        "The mill",
        "",
        SENTENCE,
        "It was insured.",
        "",
        "The quay",
        "",
        "The quay is older than the mill.",
    ]
    draft = pdf.read(files.pdf(first, [f"{SENTENCE[:-1]} of 1921.", "", "It was rebuilt in 1925."]))

    assert [(part.text, part.place.label if part.place else "") for part in draft.parts] == [
        ("The mill", "page 1"),
        (f"{SENTENCE} It was insured.", "page 1"),
        ("The quay", "page 1"),
        ("The quay is older than the mill.", "page 1"),
        (f"{SENTENCE[:-1]} of 1921.", "page 2"),
        ("It was rebuilt in 1925.", "page 2"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The mill burnt.1 It was insured,2 they said.", "The mill burnt. It was insured, they said."),
        ('It was "insured."1 It paid.2', 'It was "insured." It paid.'),
        ("The mill burnt.1 It was insured.1 It was sold.2", "The mill burnt. It was insured. It was sold."),
        (
            "The mill burnt.1 It was insured.",
            "The mill burnt.1 It was insured.",
        ),  # a single one may be anything
        ("The mill burnt.4 It was insured.7", "The mill burnt.4 It was insured.7"),
        ("The mill, no.1 and no.2 of them, burnt.", "The mill, no.1 and no.2 of them, burnt."),
    ],
)
def test_raised_numbers_of_notes_in_a_pdf_are_left_out(text: str, shown: str) -> None:
    draft = pdf.read(files.pdf([text, SENTENCE]))

    assert draft.parts[0].text == f"{shown} {SENTENCE}"


@pytest.mark.parametrize(("many", "is_left_out"), [(2, False), (3, True)])
def test_running_heads_are_left_out(many: int, is_left_out: bool) -> None:
    words = ("one", "two", "three")
    pages = [
        [
            f"Harbour club   {page}",
            "",
            f"{SENTENCE} ({page})",
            f"The {words[page]} wing",
            f"was {words[page]} years old.",
        ]
        for page in range(many)
    ]
    draft = pdf.read(files.pdf(*pages))

    assert any("Harbour" in text for text in shown(draft)) is not is_left_out
    assert sum("regatta" in text for text in shown(draft)) == many


def test_rows_in_columns_carry_the_names_of_the_columns() -> None:
    rows = [
        f"{ship:20}{arrived:20}{left}"
        for ship, arrived, left in (("Ship", "Arrived", "Left"), ("Anemone", "1902", "1930"))
    ]
    draft = pdf.read(files.pdf([SENTENCE, "", *rows, "", "That was all."]))

    assert shown(draft) == [SENTENCE, "Ship: Anemone, Arrived: 1902, Left: 1930", "That was all."]


def test_a_page_in_two_columns_is_read_column_by_column() -> None:
    left = [f"left line {number} of the older column" for number in range(10)]
    right = [f"right line {number} of the newer column" for number in range(10)]
    raw = files.pdf([*left, *right]).replace(b"(right line 0", b"260 140 Td (right line 0")
    draft = pdf.read(raw)

    text = " ".join(shown(draft))
    assert text.index("left line 9") < text.index("right line 0")


@pytest.mark.parametrize(
    ("title", "taken"), [("The mill", "The mill"), ("Microsoft Word - mill.doc", None), ("x1", None)]
)
def test_a_pdf_s_own_title_counts_when_its_first_page_says_so(title: str, taken: str | None) -> None:
    assert pdf.read(files.pdf(["The mill", "", SENTENCE], title=title)).facts.title == taken


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter()
    writer.append(io.BytesIO(files.pdf([SENTENCE])))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def locked_zip(raw: bytes) -> bytes:
    """An archive whose members claim to be encrypted."""
    changed = bytearray(raw)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            changed[at + place] |= 1
            at = raw.find(mark, at + 4)
    return bytes(changed)


def changed_word(member: str, content: str) -> bytes:
    return files.zipped({**files.word_members(BODY), member: content})


def changed_book(member: str, content: str) -> bytes:
    return files.zipped({**files.book_members(PAGES), member: content})


WORD, BOOK, PDF = files.word(BODY), files.book(PAGES), files.pdf([SENTENCE])
ENTITY = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("read", "raw", "message"),
    [
        (docx.read, b"", "not a Word document"),
        (docx.read, PDF, "not a Word document"),
        (docx.read, BOOK, "not a Word document"),
        (docx.read, docx.OLD_WORD + b"x" * 600, "old Word document"),
        (docx.read, locked_zip(WORD), "password"),
        (docx.read, changed_word("word/document.xml", "<w:document"), "damaged"),
        (docx.read, changed_word("word/x.xml", ENTITY), "entities"),
        (epub.read, b"PK\x03\x04", "not a book"),
        (epub.read, WORD, "not a book"),
        (epub.read, changed_book("META-INF/encryption.xml", "<EncryptionMethod Algorithm='x'/>"), "DRM"),
        (epub.read, changed_book("OEBPS/book.opf", ENTITY + "<package/>"), "entities"),
        (epub.read, changed_book("OEBPS/book.opf", "<package>"), "no sound XML"),
        (epub.read, files.book({}), "no pages"),
        (pdf.read, b"", "not a PDF"),
        (pdf.read, WORD, "not a PDF"),
        (pdf.read, b"%PDF-1.4\nnothing more", "damaged"),
        (pdf.read, locked_pdf(), "password"),
        (pdf.read, files.pdf([]), "pictures"),
        (pdf.read, files.pdf(["12"], ["13"]), "pictures"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_a_line(
    read: Callable[[bytes], Draft], raw: bytes, message: str
) -> None:
    with pytest.raises(FormatError) as caught:
        read(raw)

    assert message in caught.value.message
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(("read", "whole"), [(docx.read, WORD), (epub.read, BOOK), (pdf.read, PDF)])
def test_a_file_that_is_cut_off_anywhere_is_read_or_refused(
    read: Callable[[bytes], Draft], whole: bytes
) -> None:
    for cut in range(0, len(whole), 7):
        with suppress(FormatError):  # anything else would end the whole reload
            read(whole[:cut])


def test_an_archive_that_unpacks_to_more_than_a_book_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST", 10_000)
    with pytest.raises(FormatError, match="unpacks"):
        docx.read(files.zipped({**files.word_members(BODY), "word/media/x": b"\0" * 10_001}))


def test_a_member_that_lies_about_its_size_is_not_unpacked_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = archive.Archive.opened(files.zipped({"x": b"\0" * 10_001}), "a book")
    monkeypatch.setattr(archive, "LARGEST", 10_000)

    with pytest.raises(FormatError, match="unpacks"):
        opened.read("x")


def test_fonts_may_be_scrambled() -> None:
    note = "<EncryptionMethod Algorithm='http://www.idpf.org/2008/embedding'/>"
    members = {**files.book_members(PAGES), "META-INF/encryption.xml": note}

    assert zipfile.is_zipfile(io.BytesIO(files.zipped(members)))
    assert len(epub.read(files.zipped(members)).parts) == 4
