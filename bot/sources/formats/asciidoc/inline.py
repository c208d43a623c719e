"""The words of a line of AsciiDoc without the marks within it."""

from __future__ import annotations

import re

LINK = re.compile(  # https://example.org[the words]   xref:page.adoc[the words,role=nav]
    r"(?<!\w)(?:(?:link|xref|mailto):|(?=https?://))[^\s\[\]]{1,500}\[([^\]\n]{1,300})\]"
)
BROKEN = (  # marks around words that go on in the next line
    (
        re.compile(
            r"(?<!\w)(?:(?:link|xref|mailto):|(?=https?://))[^\s\[\]]{1,500}\[([^\[\]\n]{1,300}\n[^\[\]\n]{1,300})\]"
        ),
        r"\1",
    ),
    (re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,200}\n[^*_\n]{1,200})(?<=\S)\1(?![\w*_])"), r"\2"),
)
LINK_OPTIONS = re.compile(r",[ ]?\w+=.*|\^$")  # behind the words
MARKS = (  # and what a reader sees of them
    (re.compile(r"(?:footnote|footnoteref|pass|stem|icon|anchor|indexterm2?):[\w-]*\[[^\]\n]{0,300}\]"), ""),
    (re.compile(r"\(\(\(?[^()\n]{1,200}\)\)\)?"), ""),  # an entry of the index
    (re.compile(r"\[\[[^\[\]\n]{1,200}\]\]"), ""),  # an anchor
    (re.compile(r"image:[^\s\[\]]{1,300}\[[^\]\n]{0,300}\]"), ""),
    (re.compile(r"<<[^<>,\n]{1,200},[ ]?([^<>\n]{1,300})>>"), r"\1"),
    (re.compile(r"<<[#]?([^<>,\n]{1,200})>>"), r"\1"),
    (re.compile(r"(?:link|xref|mailto):([^\s\[\]]{1,300})\[\]"), r"\1"),
    (re.compile(r"(?<=\S)\[\](?=[\s.,;:)]|$)"), ""),  # https://example.org[]
    (re.compile(r"(?:kbd|btn|menu):[\w-]*\[([^\]\n]{1,200})\]"), r"\1"),
    (re.compile(r"(?<!\w)\[[.#%][\w.#-]{1,60}\](?=[#*_`])"), ""),  # [.red]#words#
    (re.compile(r"(\*\*|__|``|##|\+\+)(?=\S)([^\n]{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*(?!\w)"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,500}?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"(?<![\w`])[`+](?=\S)([^`+\n]{1,500}?)(?<=\S)[`+](?!\w)"), r"\1"),
    (re.compile(r"(?<!\w)#(?=\S)([^#\n]{1,300}?)(?<=\S)#(?!\w)"), r"\1"),
    (re.compile(r"\^(\w{1,8})\^|~(\w{1,8})~"), r"\1\2"),  # 19^th^
    (re.compile(r"[\"']`([^`\n]{1,500}?)`[\"']"), r"“\1”"),
    (re.compile(r"[ ]\+$"), ""),  # a line that is broken on purpose
)


def without_broken_marks(text: str) -> str:
    r"""A text in which no link or emphasis goes over the end of a line, on as many lines.

    >>> without_broken_marks("The https://example.org/1[old\nferry] sank.")
    'The old\nferry sank.'
    """
    for pattern, words in BROKEN:
        text = pattern.sub(words, text)
    return text


def without_marks(line: str) -> str:
    """A line as a reader sees it.

    >>> without_marks("The *old* link:boats.html[ferry] sank.footnote:[Or so.]")
    'The old ferry sank.'
    """
    if "[" in line:
        line = LINK.sub(lambda link: LINK_OPTIONS.sub("", link[1]).strip('" '), line)
    for pattern, words in MARKS:
        line = pattern.sub(words, line)
    return line.strip()
