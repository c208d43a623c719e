"""Markdown, as CommonMark with tables and footnotes, and as people write it who never read a standard."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from bot.dates import BlockKind, Precision, find_dates
from bot.sources.cleaning import clean
from bot.sources.draft import Draft, Part, Remark
from bot.sources.facts import LINK
from bot.sources.formats import html
from bot.sources.formats.markdown_inline import Inline, InlineReader
from bot.sources.head import listed_head, read_head
from bot.sources.lines import entries, is_entry, joined, labelled
from bot.sources.markdown_source import blanked, prepared
from bot.sources.prose import ENDS_THOUGHT, LONGEST_HEADING, SENTENCE_END, is_prose, marked_heading
from bot.sources.source import Place
from bot.sources.tables import is_table, row_text, table_parts

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

CODE = "code"
NOTES = "notes"
LONGEST_ITEM = 1_500  # characters: paragraphs of a longer item are parts of their own
YEAR = 1_000  # a list does not count so far: "1945. The furnace" is a year, no number
LONGEST_BARE = 80  # characters of a heading without marks
FEWEST_BARE, MOST_BARE = 3, 0.4  # of a text's parts
PSEUDO_LEVEL = 6  # of a bold line that serves as heading
DASH = re.compile(r"(?:[—–―]|--)\s?")
TITLE = re.compile(r"\s*(?:#[ \t][^\n]*\n|[^\n]+\n={3,}[ \t]*\n)(?:[ \t]*\n)*")  # over a head that is a list
MARKED_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}(?:[ ]\"[^\"\n]{0,300}\")?\)")  # amid HTML
EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,300}?)(?<=\S)\1(?![\w*])")
HTML_BLOCK = re.compile(
    r"</?(?:p|div|table|t[rdh]|thead|tbody|ul|ol|li|dl|d[td]|center|blockquote|section|details|summary|pre|h[1-6]"
    r"|figure|figcaption|aside|header|footer|article)\b",
    re.IGNORECASE,
)
HTML_BLOCK_ENDS = re.compile(r"</\w+>\s*$")
SET_IN_HTML = re.compile(  # amid a page's tags, behind a blank line
    r"\s*</?(?:p|div|table|t[rdh]|tbody|ul|ol|li|section|article|main|aside|h[1-6]|strong|em|b|i|span|a|br)\b[^<>]*>",
    re.IGNORECASE,
)
VERSION_BESIDE = re.compile(r"\W{0,3}(?:v|version |release )?\d+(?:\.\d+)+[\w.]{0,12}\W{0,8}", re.IGNORECASE)
TYPED_BULLET = re.compile(r"[•·‣◦▪●][ \t]*(?=\S)")  # of a line that is no item to Markdown
UNCLOSED = re.compile(
    r"<(pre|script|style|textarea)\b(?!.*</\1>)|<\?(?!.*\?>)|<!\[CDATA\[(?!.*\]\]>)",
    re.IGNORECASE | re.DOTALL,
)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a bot whose library is saved reads no documents
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415

    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin, inline=False)


def read(text: str) -> Draft:
    """A Markdown text with its head; raises FormatError."""
    head = read_head(text)
    draft = Draft(facts=head.facts, remarks=list(head.remarks))
    if not head.body and (title := TITLE.match(text)):
        listed = listed_head(text, title.end())
        draft.facts, draft.remarks = listed.facts, list(listed.remarks)
        lines = text.count("\n", title.end(), max(listed.body, title.end()))
        text = text[: title.end()] + "\n" * lines + text[max(listed.body, title.end()) :]
    source = prepared(text[head.body :], head.body_line, draft)
    tokens, source = _tokens(source, head.body_line, draft)
    reader = _TokenReader(draft, source.split("\n"), head.body_line)
    parts = _with_bold_headings(reader.read(tokens))
    draft.parts = _with_bare_headings(parts, source.split("\n"), head.body_line)
    return draft


def _tokens(source: str, line: int, draft: Draft) -> tuple[list[Token], str]:
    """The tokens of a text; a mark that is never closed does not swallow what follows it."""
    tokens = _parser().parse(source)
    rows = source.split("\n")
    unclosed = [token for token in tokens if _is_unclosed(token, rows)]
    for token in unclosed:
        assert token.map
        opener = token.markup if token.type == "fence" else token.content.split(">", 1)[0].strip()[:20]
        draft.remarks.append(
            Remark(token.map[0] + line, f"{opener} is never closed; what follows is read as text")
        )
    if unclosed:
        source = blanked(rows, [token.map[0] for token in unclosed if token.map])
        tokens = _parser().parse(source)
    return tokens, source


def _is_unclosed(token: Token, rows: list[str]) -> bool:
    if token.type == "fence" and token.map:
        last = rows[min(token.map[1], len(rows)) - 1].strip(" \t>")
        is_closed = (
            token.map[1] - token.map[0] > 1
            and last.startswith(token.markup)
            and not last.strip(token.markup[0])
        )
        return not is_closed
    return token.type == "html_block" and UNCLOSED.match(token.content.lstrip()) is not None


@dataclass(slots=True)
class _Item:
    """An item of a list as far as it is read."""

    depth: int
    line: int
    marker: str = ""  # a number that belongs to its text
    texts: list[tuple[str, int]] = field(default_factory=list)  # with their lines
    is_link: bool = True


class _TokenReader:
    """Turns the tokens of a document into parts."""

    def __init__(self, draft: Draft, rows: Sequence[str], line: int) -> None:
        self._draft = draft
        self._left_out: Counter[str] = draft.left_out
        self._rows = rows
        self._first_line = line
        self._items: list[_Item] = []

    def read(self, tokens: Sequence[Token]) -> list[Part]:
        """The parts of all tokens, those of a quotation with the place that it is from."""
        parts: list[Part] = []
        for part in self._parts(tokens):
            if part.place:
                _attribute(parts, part.place)
            else:
                parts.append(part)
        return parts

    def _parts(self, tokens: Sequence[Token]) -> Iterator[Part]:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "footnote_block_open":
                at = self._skip_notes(tokens, at)
            elif token.type == "table_open":
                end = _closing(tokens, at, "table_close")
                yield from self._flush()
                yield from self._table(tokens[at:end])
                at = end
            elif token.type == "html_block":
                end = at + 1
                while end < len(tokens) and tokens[end].type == "html_block":
                    end += 1
                yield from self._html(tokens[at], tokens[end - 1])
                at = end
                continue
            else:
                yield from self._token(tokens, at)
            at += 1
        yield from self._flush()

    def _token(self, tokens: Sequence[Token], at: int) -> Iterator[Part]:
        token = tokens[at]
        if token.type == "inline":
            yield from self._inline(token, tokens[at - 1])
        elif token.type == "list_item_open":
            yield from self._flush()
            line = self._line(token)
            self._items.append(_Item(len(self._items), line, _marker(token, tokens, at)))
        elif token.type == "list_item_close":
            yield from self._flush()
            self._items.pop()
        elif token.type in {"fence", "code_block"}:
            yield from self._code(token)

    def _line(self, token: Token) -> int:
        return (token.map[0] if token.map else 0) + self._first_line

    def _skip_notes(self, tokens: Sequence[Token], at: int) -> int:
        end = _closing(tokens, at, "footnote_block_close")
        self._left_out[NOTES] += sum(len(token.content) for token in tokens[at:end] if token.type == "inline")
        return end

    def _inline(self, token: Token, opener: Token) -> Iterator[Part]:
        inline = self._rendered(token)
        line = self._line(opener)
        if opener.type == "heading_open" and not _is_underlined_paragraph(opener, inline):
            text = clean(joined([row for row, _ in inline.lines]), self._left_out)
            if text:
                yield Part(text, line, BlockKind.HEADING, int(opener.tag[1]))
            return
        place = None if self._items else _attribution(token)
        if self._items:
            self._add_to_item(inline, line)
        elif place:
            yield Part("", line, place=place)
        else:
            yield from self._paragraph(inline, line)

    def _paragraph(self, inline: Inline, line: int) -> Iterator[Part]:
        first = line - self._first_line
        rows = [row.strip() for row in self._rows[first : first + len(inline.lines)]]
        if is_table(rows):
            for part in table_parts(rows, line):
                yield replace(part, text=clean(part.text, self._left_out))
            return
        stretches = list(self._stretches(inline, line))
        for text, at in stretches:
            level, words = marked_heading(text)
            if level:
                yield Part(words, at, BlockKind.HEADING, level)
            elif len(stretches) > 1:
                yield Part(text, at, BlockKind.ITEM)
            else:
                level = PSEUDO_LEVEL if inline.is_bold and len(text) <= LONGEST_HEADING else 0
                yield Part(text, at, level=-level, is_link=inline.is_link)
        for caption in inline.captions:
            yield Part(caption, line, is_link=True)

    def _stretches(self, inline: Inline, line: int) -> Iterator[tuple[str, int]]:
        """The entries of a paragraph: all of it, but of a chronicle each line that begins with its date."""
        rows = [row for row, _ in inline.lines]
        labels = labelled(rows)
        for first, last in entries(rows):
            groups: list[list[str]] = [[]]
            for number, (row, is_broken) in enumerate(inline.lines[first:last], first):
                if groups[-1] and (TYPED_BULLET.match(row) or number in labels):
                    groups.append([])
                groups[-1].append(row)
                if is_broken or (row is rows[first] and len(rows) > 1 and _is_bare_date(row)):
                    groups.append([])
            text = clean("\n".join(joined(group) for group in groups if group), self._left_out)
            if text:
                yield text, line + first

    def _add_to_item(self, inline: Inline, line: int) -> None:
        item = self._items[-1]
        item.texts += self._stretches(inline, line)
        item.texts += [(caption, line) for caption in inline.captions]
        item.is_link = item.is_link and inline.is_link

    def _flush(self) -> Iterator[Part]:
        """What the innermost item holds so far, as one part unless it is long or a chronicle."""
        if not self._items or not self._items[-1].texts:
            return
        item = self._items[-1]
        texts = [(item.marker + text if n == 0 else text, line) for n, (text, line) in enumerate(item.texts)]
        if sum(len(text) for text, _ in texts) <= LONGEST_ITEM:
            texts = [("\n".join(text for text, _ in texts), texts[0][1])]
        for text, line in texts:
            yield Part(text, line, BlockKind.ITEM, depth=item.depth, is_link=item.is_link)
        item.texts, item.marker = [], ""

    def _code(self, token: Token) -> Iterator[Part]:
        """Code is left out; words that only stand in its form are not, nor is HTML that is set in."""
        if token.type == "code_block" and token.map and SET_IN_HTML.match(token.content):
            yield from self._flush()
            yield from self._html_parts(token.content.split("\n"), self._line(token))
            return
        if token.info.strip() or not is_prose(token.content):
            self._left_out[CODE] += len(token.content)
            return
        yield from self._flush()
        line = self._line(token) + (token.type == "fence")
        rows = [row.strip() for row in token.content.split("\n")]
        start = 0
        for number in range(len(rows) + 1):
            if number == len(rows) or not rows[number]:
                if text := clean(joined(rows[start:number]), self._left_out):
                    yield Part(text, line + start)
                start = number + 1

    def _html(self, first: Token, last: Token) -> Iterator[Part]:
        assert first.map
        assert last.map
        rows = self._rows[first.map[0] : last.map[1]]
        end = _end_of_html(rows)
        yield from self._html_parts(rows[:end], self._line(first))
        yield from self._parts(_tokens_behind(rows[end:], first.map[0] + end))

    def _html_parts(self, rows: Sequence[str], line: int) -> Iterator[Part]:
        source = MARKED_LINK.sub(r"\1", "\n".join(rows))
        source = EMPHASIS.sub(r"\2", source)
        parts = html.fragment(source, line, self._left_out)
        if self._items:
            self._items[-1].texts += [(part.text, part.line) for part in parts]
            return
        yield from parts

    def _table(self, tokens: Sequence[Token]) -> Iterator[Part]:
        columns: list[str] = []
        cells: list[str] = []
        line = self._line(tokens[0])
        for token in tokens:
            if token.type == "tr_open":
                cells, line = [], self._line(token) if token.map else line
            elif token.type == "inline":
                rows = [row for row, _ in self._rendered(token).lines]
                cells.append(" ".join(clean(joined(rows), self._left_out).split()))
            elif token.type == "thead_close":
                columns = cells
            elif token.type == "tr_close" and columns is not cells and any(cells) and columns:
                yield Part(row_text(columns, cells), line, BlockKind.ROW)

    def _rendered(self, token: Token) -> Inline:
        return InlineReader(self._left_out).read(token.children or [])


def _end_of_html(rows: Sequence[str]) -> int:
    """How many rows of a block of HTML stand before lines behind its last tag, which is Markdown again."""
    last = max((n for n, row in enumerate(rows) if HTML_BLOCK.search(row)), default=len(rows))
    is_closed = last < len(rows) and HTML_BLOCK_ENDS.search(rows[last]) is not None
    return last + 1 if is_closed else len(rows)


def _tokens_behind(rows: Sequence[str], above: int) -> list[Token]:
    """The tokens of the rows that stand below so many others."""
    tokens = _parser().parse("\n".join(rows)) if any(map(str.strip, rows)) else []
    for token in tokens:
        token.map = [line + above for line in token.map] if token.map else None
    return tokens


def _attribution(token: Token) -> Place | None:
    """Where what stands above is from, of a paragraph such as "— [Ann Reed](https://example.org/1)"."""
    kinds = [child.type for child in token.children or ()]
    if kinds != ["text", "link_open", "text", "link_close"] or not token.children:
        return None
    dash, link, label, _ = token.children
    url = str(link.attrs.get("href") or "")
    return Place(label.content, url) if DASH.fullmatch(dash.content) and LINK.fullmatch(url) else None


def _attribute(parts: list[Part], place: Place) -> None:
    """Gives a place to the paragraphs above, up to their heading or to another quotation."""
    for n in range(len(parts) - 1, -1, -1):
        if parts[n].kind is BlockKind.HEADING or parts[n].place:
            return
        parts[n] = replace(parts[n], place=place)


def _closing(tokens: Sequence[Token], at: int, kind: str) -> int:
    """Where the token that closes an open one stands."""
    return next((n for n in range(at, len(tokens)) if tokens[n].type == kind), len(tokens) - 1)


def _marker(token: Token, tokens: Sequence[Token], at: int) -> str:
    """A number before an item that is no place in a list: "1945. The furnace", "4. November 1989"."""
    if not token.info.isdecimal():
        return ""
    marker = f"{token.info}{token.markup} "
    if int(token.info) >= YEAR:
        return marker
    text = next((later.content for later in tokens[at : at + 3] if later.type == "inline"), "")
    return marker if _begins_with_day(marker + text[:30]) else ""


def _begins_with_day(text: str) -> bool:
    """Whether a number with a dot is the day of a date, as German and others write it."""
    dates = [*find_dates(text)[:1], *find_dates(text, language="de")[:1]]
    return any(date.start == 0 and date.date.precision is Precision.DAY for date in dates)


def _is_underlined_paragraph(opener: Token, inline: Inline) -> bool:
    """Whether a rule below a paragraph only looks as if it made it a heading."""
    if opener.markup.startswith("#"):
        return False
    text = " ".join(row for row, _ in inline.lines)
    return len(inline.lines) > 1 or len(text) > LONGEST_HEADING or SENTENCE_END.search(text) is not None


def _with_bold_headings(parts: list[Part]) -> list[Part]:
    """Bold lines over paragraphs as headings, where there are several or each is a date."""
    bold = [n for n, part in enumerate(parts) if part.level < 0 and _leads_on(parts, n)]
    plain = [replace(part, level=0) if part.level < 0 else part for part in parts]
    for n in bold:
        if len(bold) > 1 or _is_date(parts[n].text):
            plain[n] = replace(parts[n], kind=BlockKind.HEADING, level=PSEUDO_LEVEL)
    return plain


def _with_bare_headings(parts: list[Part], rows: Sequence[str], first_line: int) -> list[Part]:
    """In a text without marked headings, short lines over paragraphs as headings, where there are several.

    Those that two blank lines set off stand above the others.
    """
    if any(part.kind is BlockKind.HEADING for part in parts):
        return parts
    bare = [n for n, part in enumerate(parts) if n and _is_bare_heading(part) and _leads_on(parts, n)]
    bare = [n for n in bare if not _is_bare_heading(parts[-1]) or n < len(parts) - 1]
    if not FEWEST_BARE <= len(bare) <= MOST_BARE * len(parts):
        return parts
    far = {
        n
        for n in bare
        if not "".join(rows[max(0, parts[n].line - first_line - 2) : parts[n].line - first_line]).strip()
    }
    for n in bare:
        parts[n] = replace(parts[n], kind=BlockKind.HEADING, level=1 if n in far or not far else 2)
    return parts


def _is_bare_heading(part: Part) -> bool:
    text = part.text
    is_line = part.kind is BlockKind.PARAGRAPH and len(text) <= LONGEST_BARE and "\n" not in text
    return (
        is_line
        and not ENDS_THOUGHT.search(text)
        and not text[0].islower()
        and not (part.is_link or is_entry(text))
    )


def _leads_on(parts: list[Part], n: int) -> bool:
    text = parts[n].text
    is_followed = n + 1 < len(parts) and parts[n + 1].level == 0
    return is_followed and not SENTENCE_END.search(text) and not text.endswith((":", "："))


def _is_bare_date(row: str) -> bool:
    dates = find_dates(row) if row[:1].isdigit() or row[:1].isupper() else []
    return len(dates) == 1 and not re.search(r"\w", row[: dates[0].start] + row[dates[0].end :])


def _is_date(text: str) -> bool:
    dates = find_dates(text)
    if len(dates) != 1:
        return False
    rest = f"{text[: dates[0].start]} {text[dates[0].end :]}"
    return len(rest) <= 4 or VERSION_BESIDE.fullmatch(rest) is not None
