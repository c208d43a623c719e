"""Posts of a thread as messages, where their headings name writer and day: "Post by Ann on 2007-06-15".

So are messages that were copied out of Telegram.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.dates import Basis, BlockKind, HistoricalDate, Precision, find_dates
from bot.sources.part_rules.copied_messages import copied_message, split_at_copied
from bot.sources.source import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.draft import Draft, Part

BELOW_ALL = 7  # level of what any heading ends
FEWEST = 2  # such headings of a thread
LONGEST_HEADING = 120  # characters
LONGEST_RUN = 400  # characters of paragraphs of a post that are put together
LONGEST_QUOTED = 200  # characters of what a post answers
LONGEST_BEHIND = 20  # characters behind the day: its hour, the number of the post
_NAME = r"(?P<sender>[^\n:]{1,60}?)"
WRITTEN_BY = re.compile(  # "Post by Ann on 2007-06-15", "Reply #3 by Ann, 15 June 2007"
    rf"""(?:re|reply|response|post|posted|comment|message|answer|written|sent
        |beitrag|antwort|kommentar|nachricht|geschrieben
        |mensaje|respuesta|comentario|publicado|enviado
        |сообщение|ответ|комментарий)
      (?:[ ]\#?\d{{1,5}}[.:]?)?[ ](?:by|from|von|de|por|от)[ ]{_NAME}
      (?:[ ](?:on|at|am|vom|el)|[ ]?[,·|(–—]|[ ]-)[ ]?""",
    re.VERBOSE | re.IGNORECASE,
)
WROTE = re.compile(  # "Ann wrote on 15 June 2007", "Ann 发表于 2007-06-15"
    rf"""{_NAME}[ ]?(?:\b(?:wrote|said|posted|replied|commented|answered|schrieb|antwortete|kommentierte
        |escribió|respondió|написал|написала|ответил|ответила)\b|发表于|發表於|回复于|回覆於)
      (?:[ ](?:on|at|am|el))?[ ,:]*""",
    re.VERBOSE | re.IGNORECASE,
)
QUOTED = re.compile(  # "Ann said: the harbour froze"
    rf"{_NAME}[ ](?:said|wrote|schrieb|escribió|написала?)[ ]?:\s*(?P<words>\S.*)", re.DOTALL | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Head:
    """What the heading of a post says of it, or the beginning of a message."""

    level: int
    sender: str
    day: HistoricalDate
    words: str = ""  # of the message, behind its head


def with_posts_as_messages(parts: Sequence[Part], _: Draft) -> list[Part]:
    """Parts in which posts are messages of their senders and days, where several headings are those of posts.

    A post that begins with another's words is told to answer these.
    """
    parts = split_at_copied(parts)
    heads = {n: head for n, part in enumerate(parts) if (head := _head_of(part))}
    if len(heads) < FEWEST:
        return list(parts)
    names = {head.sender for head in heads.values()}
    result: list[Part] = []
    post: list[Part] = []
    current: _Head | None = None
    for n, part in enumerate(parts):
        is_outside = part.kind is BlockKind.HEADING and current and part.level <= current.level
        if n in heads or is_outside:
            result += _messages(current, post, names)
            current, post = heads.get(n), []
        if current and n in heads and current.words:
            post.append(replace(part, text=current.words, kind=BlockKind.PARAGRAPH))
        if n not in heads:
            (post if current else result).append(part)
    return [*result, *_messages(current, post, names)]


def _head_of(part: Part) -> _Head | None:
    text = part.text
    if copied := copied_message(part):
        return _Head(BELOW_ALL, *copied)
    if part.kind is not BlockKind.HEADING or len(text) > LONGEST_HEADING:
        return None
    match = WRITTEN_BY.match(text) or WROTE.match(text)
    if not match:
        return None
    day = next((row for row in find_dates(text) if row.start >= match.end("sender")), None)
    if day is None or day.start > match.end() or len(text) - day.end > LONGEST_BEHIND:
        return None
    is_day = day.basis is Basis.EXPLICIT and day.date.precision is Precision.DAY
    return _Head(part.level, match["sender"], day.date) if is_day and not day.date.is_interval else None


def _messages(head: _Head | None, post: Sequence[Part], names: set[str]) -> Iterator[Part]:
    """The paragraphs of a post as messages, short ones run together."""
    quoted = ""
    run: Part | None = None
    for part in post:
        assert head
        quotation = QUOTED.fullmatch(part.text) if part.kind is BlockKind.PARAGRAPH else None
        if quotation and not run and quotation["sender"] in names and part is not post[-1]:
            quoted = " ".join(quotation["words"].split())[:LONGEST_QUOTED]
            continue
        if run and part.level == 0 and len(run.text) + len(part.text) <= LONGEST_RUN:
            run = replace(run, text=f"{run.text}\n{part.text}")
            continue
        if run:
            yield run
        run = None
        if part.level:
            yield part
        else:
            run = _message(head, part, quoted)
    if run:
        yield run


def _message(head: _Head, part: Part, quoted: str) -> Part:
    return replace(
        part,
        kind=BlockKind.MESSAGE,
        depth=0,
        stamp=head.day,
        context="\n".join(filter(None, (head.sender, quoted))),
        place=Place(head.sender),
    )
