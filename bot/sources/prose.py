"""What sets sentences, headings and code apart, by their look."""

from __future__ import annotations

import re

LONGEST_HEADING = 100  # characters; the longest heading line of the texts looked at has 77
SENTENCE_END = re.compile(r"[.!?…。！？｡][\"'”’»)\]）」』*_]*$")
ENDS_THOUGHT = re.compile(r"[.!?…。！？:：;；,，、][\"'”’»)\]）」』]*$")
NUMBERED = re.compile(
    r"(?:(?:\d{1,2}|[A-Z])(?:\.\d{1,2})*[.)、]?|[IVXLC]{1,6}[.)]|(?:Chapter|Part|Kapitel|Глава|Часть|Capítulo)\s+\w{1,6}"
    r"[.:]?|第[\d一二三四五六七八九十百]{1,4}[章节節部])[ \t\u3000]*(?=\S)",
    re.IGNORECASE,
)  # "1 The Office", "II. Rise", "Chapter 3. Leadership", "第一章 起源"
MARKED = re.compile(r"(={1,6})[ \t]*([^=\s][^\n]{0,150}?)[ \t]*\1")  # "=== History ==="
CODE_MARKS = re.compile(r"[{}<>;$\\|=]|\(\)|::|->|^\s*(?:\$|>>>|#!|//)", re.MULTILINE)
QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)  # as letters quote
DATED_LINE = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b[A-Z][a-zä]{2,8}\.?[ ]\d{1,2}\b|\b\d{1,2}\.?[ ][A-Z][a-zä]{2,8}\b"
)
WORD = re.compile(r"[^\W\d_]{2,}")


def marked_heading(text: str) -> tuple[int, str]:
    """The level and words of a heading between equals signs; level 0 for any other line."""
    match = MARKED.fullmatch(text)
    return (max(1, len(match[1]) - 1), match[2]) if match else (0, text)


def is_prose(text: str) -> bool:
    """Whether a text that stands in the form of code is made of sentences, or of lines with dates."""
    text = QUOTED.sub("", text)
    words = len(WORD.findall(text))
    if words < 8 or len(CODE_MARKS.findall(text)) * 15 > words:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    dated = sum([DATED_LINE.search(line) is not None for line in lines])
    return re.search(r"[.!?。！？](?:\s|$)", text) is not None or dated >= max(2, len(lines) / 2)
