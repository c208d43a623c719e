"""What part a date plays in its block: it opens an entry, fills a line or a bracket; lines as blocks."""

from __future__ import annotations

import re

from bot.dates.block import Block, BlockKind

LINE = re.compile(r"[^\n]+")
STOP = re.compile(r"[.!?:;,。！？：；，…][\"'”’»)\]]*\s*$")
YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
HEADING = 90  # characters: a line that is longer is a paragraph, whatever it ends with
ENTRIES = frozenset({BlockKind.ITEM, BlockKind.ROW, BlockKind.MESSAGE})
ENTRY_BEGINS = re.compile(  # "On the ", "(", "[2.0.0] - ", "since "
    r"[^\w\n]*(?:[^\W\d_]{1,3}[ ]){0,2}[^\w\n]*|[^\w\n]*(?i:since|seit|desde)[ ]"
)
IN_BRACKETS = re.compile(r"[*_]{0,2}[(（\[【]")  # and a date and CLOSING
CLOSING = frozenset(")）]】")
ENTRY_GOES_ON = re.compile(
    r"""[\s*_)\]】]{0,4} (?:,?[ ]\d\d?:\d\d(?::\d\d)?[*_)\]]{0,3})?      # 21:45
        (?: [:：|] | [ ]?[•·●▪] | [—–-]\s | [.]\s | \n | $ )""",
    re.VERBOSE,
)
# " (in ", and "grade (" but not "Danton ("
BRACKET_BEGINS = re.compile(r"(?:[(（\[](?:[^\W\d_]{1,3}[ ])|(?<![^\W\d_])[a-zа-яё][^\W\d_]*[ ]?[(（\[])$")
BRACKET = 48  # characters before a date in which its bracket begins
LABELLED = re.compile(  # "Release 3.0 (", before the date of an entry
    r"(?:[^.!?。！？\n]|[.!?](?=\S)){1,80}[(（\[]"
)
LABEL_ENDS = re.compile(r"[)）\]](?:[ ][\w.+-]{0,20}[\d-][\w.+-]{0,20})?(?:\n|\s?(?:[:：]|[–—]\s|-\s|$))")
DATELINE = 48  # characters of a line that is all date
DATE_LABELS = frozenset({  # of an item that dates what stands beside it: "Date: 3 May 1950"
    "date", "when", "held", "on", "release", "released", "published",
    "datum", "am", "wann", "veröffentlicht", "fecha", "дата", "日期", "时间", "時間",
})  # fmt: skip
DATE_LABEL = re.compile(  # "Date/Time: Thu "
    rf"\W{{0,3}}(?:{'|'.join(sorted(DATE_LABELS))})"
    r"(?:[ ]?(?:/|&|and|und|y|и)[ ]?(?:time|zeit|uhrzeit|hora|время))?"
    r"[ ]?[:：][ ]?(?:[^\W\d_]{2,12}[.,]{0,2}[ ])?",
    re.IGNORECASE,
)
UNKNOWN = re.compile(rf"{DATE_LABEL.pattern}[?？]{{1,3}}(?=[,，]|\s|$)", re.IGNORECASE)  # "Date: ?, ..."
UPDATED = re.compile(  # of the text, not of what it tells: "Last updated 3 May 2003"
    r"updated|modified|revised|\bstand\b|geändert|aktualisiert|actualiza|modifica|обновлен|изменен|更新|修[订訂]",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")


def blocks_of(text: str) -> list[Block]:
    """Lines as blocks: short ones without a final stop are headings, without a year of a lower level."""
    blocks = []
    for line in LINE.finditer(text):
        words = line[0].strip()
        if words:
            is_heading = len(words) <= HEADING and not STOP.search(words)
            level = (1 if YEAR.search(words) else 2) if is_heading else 0
            blocks.append(Block(line.start(), line.end(), level=level))
    return blocks


def fills_bracket(text: str, start: int, end: int) -> bool:
    """Whether a bracket only holds this date: "the fifth grade (1984)", "Danton (in 1789)"."""
    begin = BRACKET_BEGINS.search(text, max(0, start - BRACKET), start)
    return bool(begin and text[end : end + 1] in ")）]")


def is_labelled(text: str, block: Block, start: int, end: int) -> bool:
    """Whether it stands in brackets behind what its block tells of: "Release 3.0 (May 1950): ..."."""
    if block.level or not LABELLED.fullmatch(text, block.start, start):
        return False
    return LABEL_ENDS.match(text, end, block.end) is not None


def opens_entry(text: str, block: Block, start: int, end: int) -> bool:
    """Whether it opens its block as a heading would: at most "On the" before, a colon or dash behind.

    Or it stands alone in the brackets that its block begins with: "(1983) The hall was sold".
    """
    if is_labelled(text, block, start, end):
        return True
    if block.level or not ENTRY_BEGINS.fullmatch(text, block.start, start):
        return False
    is_set_apart = IN_BRACKETS.fullmatch(text, block.start, start) and text[end : end + 1] in CLOSING
    return block.kind in ENTRIES or bool(is_set_apart or ENTRY_GOES_ON.match(text, end, block.end))


def is_behind_label(text: str, block: Block, start: int) -> bool:
    """Whether its block begins with what a date is called, and then it: "Date/Time: Thu 3 May 1950, 7 pm"."""
    return bool(DATE_LABEL.fullmatch(text, block.start, start))


def is_of_unknown_date(text: str, block: Block) -> bool:
    """Whether a row of a table has a question mark for its date."""
    return block.kind is BlockKind.ROW and bool(UNKNOWN.match(text, block.start, block.end))


def fills_line(text: str, block: Block, start: int, end: int) -> bool:
    """Whether a block holds a date and at most two other words, those of an item a label."""
    if block.level or block.end - block.start > DATELINE:
        return False
    rest = text[block.start : start] + text[end : block.end]
    if UPDATED.search(rest):
        return False
    others = WORD.findall(rest)
    if block.kind in ENTRIES and not DATE_LABELS.issuperset(map(str.lower, others)):
        return False
    return len(others) <= 2 and not DIGIT.search(rest)
