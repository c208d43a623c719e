"""The source of a Markdown text without what no reader is to see, line by line where it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sources.dated_lines import is_date_alone
from bot.sources.draft import Remark
from bot.sources.formats.markdown.components import with_shown_components
from bot.sources.formats.markdown.hexo_timelines import with_timeline_headings
from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.sources.draft import Draft

TEMPLATE = re.compile(  # {% include x %}   {{< figure >}}   {{ page.title }}   {: .lead }
    r"\{%(?:[^%\n]|%(?!\})){0,500}%\}|\{\{[^{}\n]{0,500}\}\}|^(?:\{:[^}\n]{0,200}\}){1,9}[ \t]*$",
    re.MULTILINE,
)
TIGHT_HEADING = re.compile(r"^( {0,3}#{2,6})(?=[^#\s])", re.MULTILINE)  # "##Rise", as older tools let it be
NO_PICTURE = re.compile(  # looked at by the parser in vain, and for long
    r"!\[(?!(?:[^\[\]\n]|\n(?![ \t]*\n)){0,500}\])"
)
RAW = re.compile(r"(`{1,3})(?!`)[^`\n]{1,500}\1\{=\w{1,20}\}")  # `{{TOC}}`{=mediawiki}, of pandoc
ATTRIBUTES = re.compile(  # ![A mill](mill.jpg){ width="96%" }   [words](page){: .button }   ## Rise {#rise}
    r"""(?<=[)\]*_`\w }])\{:?[ ]?
        (?:(?:[.#][\w\-]+|\w[\w\-]*=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s{}"']{1,200}))[ ]?){1,9}\}""",
    re.VERBOSE,
)
SNIPPET = re.compile(r"^[ \t]*--8<--.*$", re.MULTILINE)  # what MkDocs puts in from another file
ADMONITION = re.compile(  # !!! note "Title"   ??? tip   :::note Title   :::
    r"""^(?P<indent>[ ]{0,3})(?:(?P<indented>!!!|\?\?\?\+?)[ ]+[\w\-]+(?:[ ]+"(?P<quoted>[^"\n]{0,200})")?
        |:{3,}[ ]?(?:[\w\-]+(?:\[(?P<bracketed>[^\]\n]{0,200})\]|[ ]+(?P<bare>[^\n{]{1,200}))?)?
        (?:[ ]?\{[^}\n]{0,200}\})?)[ \t]*$""",
    re.VERBOSE,
)
TASK = re.compile(  # "- [x] Paint the boat"
    r"^([ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+)\[[ xX]\][ \t]+", re.MULTILINE
)
SHORTCODE = re.compile(  # [flickr]123[/flickr] of WordPress
    r"\[(flickr|youtube|vimeo|embed|video|audio)\b[^\]\n]{0,200}\](?!\()(?:[^\[\]\n]{0,200}\[/\1\])?"
    r"|\[/?(?:caption|gallery)\b[^\]\n]{0,300}\](?!\()"
)
SET_IN = re.compile(r"([ ]*):[ ]{3}(?=\S)")  # ":   Date: 4 May", as pandoc has the set in lines of wikis
RAISED = re.compile(r"\^(\w{1,4})\^")  # 19^th^
DATED_BOX = "######"  # the mark of its title
INDENT = 4  # spaces before what stands in an indented admonition
WIKI_LINK = re.compile(r"(!?)\[\[([^\[\]\n|]{1,200})(?:\|([^\[\]\n|]{0,200}))?\]\]")  # [[Page|words]]


def prepared(text: str, line: int, draft: Draft) -> str:
    """A Markdown source as the parser is to read it, on the same lines; what is taken away is counted."""
    if "/>" in text or "</" in text:
        text = with_shown_components(text, draft.left_out)
    if "{%" in text:
        text = with_timeline_headings(text)
    text = _with_set_in_as_items(_without_comments(text, line, draft))
    if "{" in text:
        shorter = TEMPLATE.sub("", RAW.sub("", text))
        shorter = ATTRIBUTES.sub("", shorter)
        draft.left_out[LeftOut.TEMPLATES] += len(text) - len(shorter)
        text = shorter
    if "!!!" in text or "???" in text or ":::" in text:
        text = _without_admonitions(text)
    if "[" in text:
        text = TASK.sub(r"\1", SHORTCODE.sub("", text))
    if "--8<--" in text:
        text = SNIPPET.sub("", text)
    if "^" in text:
        text = RAISED.sub(r"\1", text)
    if "##" in text:
        text = TIGHT_HEADING.sub(r"\1 ", text)
    if "![" in text:
        text = NO_PICTURE.sub(r"!\\[", text)
    return WIKI_LINK.sub(lambda link: "" if link[1] else link[3] or link[2], text) if "[[" in text else text


def _with_set_in_as_items(text: str) -> str:
    """A text in which lines that are set in, and define no term above, are items of a list."""
    if ":   " not in text:
        return text
    rows = text.split("\n")
    is_apart = True  # whether the line above is blank, a heading or such an item
    for number, row in enumerate(rows):
        match = SET_IN.match(row) if is_apart else None
        if match:
            rows[number] = f"{match[1]}* {row[match.end() :]}"
        is_apart = bool(match) or not row.strip() or row.startswith("#")
    return "\n".join(rows)


def _without_admonitions(text: str) -> str:
    """A text in which what stands in a box is paragraphs under its title, on the same lines.

    The title is in bold, or a heading if it is a date.
    """
    rows = text.split("\n")
    inside = False  # of one whose lines are indented
    for number, row in enumerate(rows):
        box = ADMONITION.match(row)
        if box:
            title = (box["quoted"] or box["bracketed"] or box["bare"] or "").strip()
            rows[number] = f"{DATED_BOX} {title}" if is_date_alone(title) else f"**{title}**" if title else ""
            inside = box["indented"] is not None
        elif inside and row.strip():
            inside = row.startswith(" " * INDENT)
            rows[number] = row[INDENT:] if inside else row
    return "\n".join(rows)


def _without_comments(text: str, line: int, draft: Draft) -> str:
    """A text without its comments; one that is never closed hides nothing but its mark."""
    pieces: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        pieces.append(text[at:start])
        end = text.find("-->", start + 2)
        if end < 0:
            number = line + text.count("\n", 0, start)
            draft.remarks.append(Remark(number, "<!-- is never closed by -->; what follows is read as text"))
            at = start + 4
            break
        draft.left_out[LeftOut.COMMENTS] += end + 3 - start
        pieces.append("\n" * text.count("\n", start, end))
        at = end + 3
        if "\n" in pieces[-1] or not text[text.rfind("\n", 0, start) + 1 : start].strip():
            at += len(text[at : at + 80]) - len(text[at : at + 80].lstrip(" \t"))  # no code by indentation
    pieces.append(text[at:])
    return "".join(pieces) if at else text


def blanked(rows: list[str], numbers: Iterable[int]) -> str:
    """A text whose marks on some lines, counted from 0, are taken away."""
    for number in numbers:
        rows[number] = re.sub(r"[`~]{3,}|<[!?/]?\w*[^>]{0,200}>?", "", rows[number])
    return "\n".join(rows)
