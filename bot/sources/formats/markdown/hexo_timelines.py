"""The timelines and tabs of Hexo's themes, whose entries are named in comments or tags, as headings."""

from __future__ import annotations

import re

from bot.sources.prose import LONGEST_HEADING

TAG = re.compile(r"\{%[ ]?(?:timeline|tabs|timenode)\b")  # without one a comment only remarks on something
ATX = re.compile(r"[ ]{0,3}(#{1,6})[ \t]")
TITLE = re.compile(r"[ \t]*\{%[ ]?timeline[ ]+(?P<words>[^%{}\n,]{1,200}?)[ ]?(?:,[^%{}\n]{0,200})?%\}[ \t]*")
ENTRY = (
    re.compile(  # <!-- node 30 May 2021 -->   <!-- timeline 05-30 -->   {% timenode 2021-05-30 [2.6](/a) %}
        r"""[ \t]*(?:<!--[ ]?(?:node|timeline|tab)[ ]+(?P<comment>[^\n<>]{1,200}?)[ ]?-->
        |\{%[ ]?timenode[ ]+(?P<tag>[^%{}\n]{1,400}?)[ ]?%\})[ \t]*""",
        re.VERBOSE,
    )
)
SETTING = re.compile(r"\w+:\S*$")  # "color:red" in place of a title
YEAR = re.compile(r"[12]\d{3}")
DAY_OF_YEAR = re.compile(r"\d\d?[-./]\d\d?")
DEEPEST = 6


def with_timeline_headings(text: str) -> str:
    r"""A Markdown source in which what names an entry of a timeline is a heading on its line.

    >>> with_timeline_headings("{% timeline %}\n<!-- node 4 May 1921 -->\nIt sank.")
    '{% timeline %}\n# 4 May 1921\nIt sank.'
    """
    if not TAG.search(text):
        return text
    rows = text.split("\n")
    level, title = 0, ""  # of the heading above; of the timeline
    for number, row in enumerate(rows):
        if heading := ATX.match(row):
            level, title = len(heading[1]), ""
        elif named := TITLE.fullmatch(row):
            title = "" if SETTING.fullmatch(named["words"]) else named["words"]
            rows[number] = _heading(level + 1, title) if title else row
        elif entry := ENTRY.fullmatch(row):
            words = entry["comment"] or entry["tag"]
            if YEAR.fullmatch(title) and DAY_OF_YEAR.fullmatch(words):
                words = f"{title}-{words}"
            rows[number] = _heading(level + 1 + bool(title), words) if len(words) <= LONGEST_HEADING else row
    return "\n".join(rows)


def _heading(level: int, words: str) -> str:
    return f"{'#' * min(level, DEEPEST)} {words}"
