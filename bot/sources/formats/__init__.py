"""The formats of documents, a module or package each, and which of them a file is in.

To add a format: write a module here, or a package where it takes more than one idea, whose `read` takes
the text of a file (or its bytes, see `of_bytes`) and gives a `Draft`: parts in reading order
(`bot.sources.draft.Part`: heading, paragraph, item, row or message, each as a reader sees it and with its
line), the facts of its head, remarks with their lines, and how much was left out of what kind. A file that
cannot be read at all is a `FormatError`, one line. Then add a row to `FORMATS`.

Common work is done elsewhere, for all formats: what lists, reference sections, posts and dates beside
headings mean (`part_rules/`), titles (`titles.py`), the text with its blocks (`composition.py`), lines of a
paragraph (`line_joining.py`, `line_groups.py`, `dated_lines.py`), addresses and marks (`cleaning.py`),
passages and their dates (`passages.py`). A large file may be read into several drafts, one after the other
(`Format.read` yields them): it must not fail any more once it has given the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bot.sentences import words_of
from bot.sources.decoding import decode
from bot.sources.draft import Draft, FormatError, Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import ModuleType

    Reader = Callable[["KnowledgeFile"], Iterator[Draft]]

MEGABYTE = 2**20
LONGEST_LINE = 1_000_000  # characters; no paragraph that a person wrote comes near
START = 4_096  # bytes that tell what a file is
PAGE = re.compile(r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype html|html)\b")
PIECE = re.compile(  # of a page, saved as a text
    r"\ufeff?\s*(?:<!--[^>]*-->\s*)?<(?:section|div|article|main|body|head|title|h[1-6]|p|table|center|ul|dl)\b"
)
CLOSED = re.compile(r"</(?:p|div|section|article|h[1-6]|li|td|dd)>|<br\b")
FEWEST_CLOSED = 3
ATX = re.compile(r"^#{1,6} +\w", re.MULTILINE)  # headings of Markdown, in a text
SPAN = re.compile(  # [the mill](https://example.org)   **the mill**   a table's second row
    r"""\[[^\]\n]{1,200}\]\([^()\s]{1,300}\) | \*\*\w[^*\n]{0,200}\*\*
      | ^\ {0,3}\|?[ ]*:?-{3,}:?[ ]*\|[-:|\ ]*$""",
    re.VERBOSE | re.MULTILINE,
)
INDENTED = re.compile(r"^(?: {4}|\t)[ \t]*[^\W\d_]", re.MULTILINE)  # code in Markdown, and text in others
FEWEST_MARKS = 2
NO_ENDING = re.compile(r"(?:\.[\d.\-]*|\.(?:old|orig|bak))?", re.IGNORECASE)  # NEWS   NEWS.1-17   HISTORY.old
NO_DOCUMENTS = words_of(
    """
    license licence copying copyright unlicense makefile dockerfile gemfile rakefile procfile cname codeowners
    """
)  # files without an ending that tell nothing of a community's past
MARKED_UP = frozenset({"Markdown", "text", "reStructuredText", "AsciiDoc", "Org", "MediaWiki"})
ROWS = "rows with dates"
BUFFER = 2**18  # bytes of a large file read at a time


@dataclass(frozen=True, slots=True)
class KnowledgeFile:
    """A file as a format's reader gets it; `raw` is empty where the format is read piece by piece."""

    name: str  # path within the knowledge folder, with forward slashes
    path: Path
    raw: bytes
    digest: str  # of name and bytes, hexadecimal

    @classmethod
    def opened(cls, name: str, path: Path, form: Format | None = None) -> KnowledgeFile:
        """A file as it is now; raises OSError."""
        content = sha256(name.encode(errors="surrogateescape") + b"\0")
        if form is None or not form.is_streamed:
            raw = path.read_bytes()
            content.update(raw)
            return cls(name, path, raw, content.hexdigest())
        with path.open("rb") as file:
            while piece := file.read(BUFFER):
                content.update(piece)
        return cls(name, path, b"", content.hexdigest())


@dataclass(frozen=True, slots=True)
class Format:
    """A format of documents."""

    name: str  # as `check` says it
    suffixes: tuple[str, ...]
    read: Reader
    largest: int = 64 * MEGABYTE  # bytes of a file
    is_streamed: bool = False
    is_likely: Callable[[bytes], bool] | None = None  # of the beginning of a file whose suffix says little
    wanted: str = ""  # what that beginning has to hold
    is_optional: bool = False  # a file of it that holds no text is no document, and that is no mistake


def _module(name: str) -> ModuleType:
    """The module of a format, loaded when it is wanted: all of them are 5 MB, and 15 ms of a start."""
    return import_module(f"{__name__}.{name}")


def of_text(name: str, function: str = "read") -> Reader:
    """A reader of files from that of their text in the module of a format."""

    def read_file(file: KnowledgeFile) -> Iterator[Draft]:
        text, remarks = decoded(file.raw)
        draft: Draft = getattr(_module(name), function)(text)
        draft.remarks += remarks
        yield draft

    return read_file


def of_posts(name: str) -> Reader:
    """A reader of files of many documents from that of their bytes in the module of a format."""

    def read_file(file: KnowledgeFile) -> Iterator[Draft]:
        yield from _module(name).read(file.raw)

    return read_file


def likely(name: str, function: str = "is_likely") -> Callable[[bytes], bool]:
    """Whether a file is likely of a format, by a function of its module."""
    return lambda start: bool(getattr(_module(name), function)(start))


def of_bytes(name: str) -> Reader:
    """A reader of files from that of their bytes in the module of a format."""

    def read_file(file: KnowledgeFile) -> Iterator[Draft]:
        yield _module(name).read(file.raw)

    return read_file


def _text_drafts(file: KnowledgeFile) -> Iterator[Draft]:
    """Of a text, which may be the export or log of a chat, an archive of mails or a page of DokuWiki."""
    if _module("mail").is_mail(file.raw):
        yield _module("mail").read(file.raw)
        return
    text, remarks = decoded(file.raw)
    chat_log, whatsapp = _module("chat_log"), _module("whatsapp")
    drafts: Iterator[Draft]
    if chat_log.is_chat(text):  # first: with colons in its words it looks like WhatsApp
        drafts = chat_log.read(text, file.name)
    elif whatsapp.is_chat(text):
        drafts = whatsapp.read(text)
    elif _module("dokuwiki").is_page(text):
        drafts = iter([_module("dokuwiki").read(text)])
    else:
        drafts = iter([_module("plain").read(text)])
    for draft in drafts:
        draft.remarks += remarks
        remarks = []
        yield draft


def _wiki_drafts(file: KnowledgeFile) -> Iterator[Draft]:
    yield from of_text("textile" if file.name.lower().endswith(".textile") else "mediawiki")(file)


def _telegram_drafts(file: KnowledgeFile) -> Iterator[Draft]:
    with file.path.open("rb") as opened:
        yield from _module("telegram").read(opened)


def decoded(raw: bytes) -> tuple[str, list[Remark]]:
    """The text of a file, and a remark where its encoding is a guess; raises FormatError."""
    try:
        result = decode(raw)
    except ValueError as error:
        raise FormatError(str(error)) from error
    for number, line in enumerate(result.text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            message = f"a line has {len(line):,} characters; at most {LONGEST_LINE:,} are read"
            raise FormatError(message, number)
    guess = f"read as {result.encoding}, which is a guess; save it as UTF-8 to be sure"
    if result.odd_line:
        guess = f"is not UTF-8 like the rest of the file: {guess}"
    return result.text, [Remark(result.odd_line, guess)] if result.guessed else []


FORMATS = (
    Format("Markdown", (".md", ".mdx", ".markdown", ".mkd", ".mdown"), of_text("markdown")),
    Format("text", (".txt", ".text", ".log"), _text_drafts),
    Format("reStructuredText", (".rst",), of_text("rst")),
    Format("AsciiDoc", (".adoc", ".asciidoc"), of_text("asciidoc")),
    Format("Org", (".org",), of_text("org")),
    Format("MediaWiki", (".wiki", ".mediawiki", ".textile"), _wiki_drafts),
    Format("mail", (".eml", ".mbox"), of_bytes("mail")),
    Format("HTML", (".html", ".htm", ".xhtml"), of_text("html")),
    Format("PDF", (".pdf",), of_bytes("pdf")),
    Format("Word", (".docx",), of_bytes("docx")),
    Format("EPUB", (".epub",), of_bytes("epub")),
    Format(
        "page source",
        (
            ".php", ".phtml", ".asp", ".aspx", ".jsp", ".cfm", ".shtml", ".njk", ".liquid", ".twig",
            ".ejs", ".erb", ".hbs", ".vue", ".svelte",
        ),
        of_text("program", "read_page"),
        is_likely=likely("program", "is_likely_page"),
        wanted="text of a page",
        is_optional=True,
    ),
    Format(
        "program",
        (".js", ".jsx", ".mjs", ".ts", ".tsx"),
        of_text("program"),
        is_likely=likely("program"),
        wanted="text of a page",
        is_optional=True,
    ),
    Format(
        "feed",
        (".xml", ".rss", ".atom", ".rdf"),
        of_posts("feed"),
        is_likely=likely("feed"),
        wanted="feed of posts",
        is_optional=True,
    ),
    Format(
        "YAML",
        (".yaml", ".yml"),
        of_text("dated_rows"),
        is_likely=likely("dated_rows"),
        wanted=ROWS,
        is_optional=True,
    ),
    Format(
        "CSV",
        (".csv", ".tsv"),
        of_text("dated_rows", "read_table"),
        is_likely=likely("dated_rows", "is_likely_table"),
        wanted=ROWS,
        is_optional=True,
    ),
    Format(
        "JSON",
        (".json",),
        of_text("dated_rows", "read_json"),
        is_likely=likely("dated_rows"),
        wanted=ROWS,
        is_optional=True,
    ),
    Format(
        "Telegram chat",
        (".json",),
        _telegram_drafts,
        largest=8_192 * MEGABYTE,
        is_streamed=True,
        is_likely=likely("telegram"),
        wanted="chat that Telegram Desktop exported",
    ),
)  # fmt: skip
OF_SUFFIX = {
    suffix: tuple(form for form in FORMATS if suffix in form.suffixes)
    for row in FORMATS
    for suffix in row.suffixes
}
SUFFIXES = ", ".join(form.suffixes[0] for form in FORMATS if not form.is_optional)


def why_not_read(name: str) -> str:
    """What a file that is no document would have to be, by its name."""
    forms = OF_SUFFIX.get(PurePosixPath(name).suffix.lower())
    if not forms:
        return f"documents end in {SUFFIXES}"
    return f"it begins with no {' and no '.join(form.wanted for form in forms)}"


def is_json(name: str) -> bool:
    """Whether a file may be an exported chat, or rows with dates, by its name."""
    return PurePosixPath(name).suffix.lower() == ".json"


def format_of_content(form: Format, raw: bytes) -> Format:
    """The format of a file by its first bytes, if they belie its suffix."""
    start = raw[:START]
    if start.startswith(b"%PDF-"):
        return OF_SUFFIX[".pdf"][0]
    if start.startswith(b"PK\x03\x04"):
        members = {b"META-INF/container.xml": ".epub", b"word/document.xml": ".docx"}
        return next((OF_SUFFIX[suffix][0] for name, suffix in members.items() if name in raw), form)
    text = start.decode("utf-8", "replace").lower()
    is_page = form.name in MARKED_UP and PAGE.match(text) is not None
    is_piece = form.name == "text" and PIECE.match(text) and len(CLOSED.findall(text)) >= FEWEST_CLOSED
    if is_page or is_piece:
        return OF_SUFFIX[".html"][0]
    return OF_SUFFIX[".md"][0] if form.name == "text" and _is_markdown(text) else form


def _is_markdown(text: str) -> bool:
    """Whether a text is Markdown that was saved as one: it has its headings, and its links or tables."""
    return (
        len(ATX.findall(text)) >= FEWEST_MARKS
        and len(SPAN.findall(text)) >= FEWEST_MARKS
        and not INDENTED.search(text)
    )


def format_by_start(name: str, start: bytes) -> Format | None:
    """The format of a file by its name and first bytes; None for files that are no documents."""
    path = PurePosixPath(name)
    forms = OF_SUFFIX.get(path.suffix.lower())
    if forms is None:
        is_named = NO_ENDING.fullmatch(path.suffix) is not None and path.stem.lower() not in NO_DOCUMENTS
        return OF_SUFFIX[".txt"][0] if is_named and _is_text(start) else None
    return next((form for form in forms if form.is_likely is None or form.is_likely(start)), None)


def _is_text(start: bytes) -> bool:
    """Whether a file begins as a text that is no program."""
    try:
        return not start.startswith(b"#!") and bool(decode(start).text.strip())
    except ValueError:
        return False


def format_of(path: Path) -> Format | None:
    """The format of a file, going by its name and beginning; None for files that are no documents."""
    form = OF_SUFFIX.get(path.suffix.lower(), (None,))[-1]
    if (form and form.is_likely is None) or not path.is_file():  # a pipe would never end
        return form
    try:
        with path.open("rb") as file:
            return format_by_start(path.name, file.read(START))
    except OSError:
        return form  # reading it will say why
