"""Messages of a chat into drafts: short ones of a person run together, answers with what they answer."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.dates import BlockKind, HistoricalDate, Point, Style
from bot.sources.cleaning import clean
from bot.sources.draft import Draft, Facts, Part
from bot.sources.left_out import LeftOut
from bot.sources.source import Place

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator
    from datetime import datetime

AT_ONCE = 2_000  # messages of one draft: a chat of any length is read piece by piece
RUN = timedelta(minutes=5)  # between two messages of a person that belong together
LONGEST_RUN = 400  # characters of messages that are put together; a longer one stands alone
ANSWERS_WITHIN = timedelta(minutes=10)  # after a question, for the next message of somebody else
LONGEST_CONTEXT = 200  # characters of a message that is answered
RECALLED = 200  # messages among which the last one of somebody who is addressed is looked for
QUESTION = re.compile(r"[?？؟]\W*$")
ADDRESSED = re.compile(r"@?([^\s:,]{2,32})[:,]\s")  # "ann: yes", "@ann, yes"
COMMAND = re.compile(r"[/!][a-z][a-z0-9_]*(?:@\w+)?(?:\s|$)", re.IGNORECASE)  # spoken to a bot


@dataclass(frozen=True, slots=True)
class Message:
    """What a person wrote in a chat, and when."""

    sender: str
    sent: datetime  # as the file has it, no time zone
    text: str
    line: int = 0  # of the file, from 1; 0 where it has none
    topic: str = ""
    url: str | None = None
    answered: str = ""  # the text that it replies to


def drafts(
    messages: Iterable[Message], title: str | None, left_out: Counter[str], form: str
) -> Iterator[Draft]:
    """A chat as drafts of some thousand messages each, in order; `left_out` is counted in the last.

    `form` is the name of the format. A chat in which nobody says a word has no draft.

    >>> from collections import Counter
    >>> from datetime import datetime
    >>> noon = datetime(2021, 3, 5, 12)
    >>> chat = [Message("Ann", noon, "who has the keys?"), Message("Bo", noon, "the harbour master")]
    >>> (draft,) = drafts(chat, "Club", Counter(), "chat")
    >>> [(part.text, part.context.splitlines()) for part in draft.parts]
    [('who has the keys?', ['Ann']), ('the harbour master', ['Bo', 'who has the keys?'])]
    """
    facts = Facts(title=title, style=Style.NEWS)
    draft = Draft(facts=facts, format=form)
    for part in _parts(_runs(_introduced(_cleaned(messages, left_out)))):
        if len(draft.parts) == AT_ONCE:
            yield draft
            draft = Draft(facts=facts, format=form)
        draft.parts.append(part)
    if draft.parts:
        draft.left_out += left_out
        yield draft


def _cleaned(messages: Iterable[Message], left_out: Counter[str]) -> Iterator[Message]:
    """Messages as a reader sees them, without those in which no word is left or that speak to a bot."""
    for message in messages:
        if COMMAND.match(message.text):
            left_out[LeftOut.WORDS_TO_BOTS] += len(message.text)
            continue
        text = clean(message.text, left_out)
        if any(letter.isalnum() for letter in text):
            yield _with(message, text=text, answered=message.answered)


def _introduced(messages: Iterable[Message]) -> Iterator[Message]:
    """Messages with what they answer, where the chat does not say: who is addressed, a question before."""
    recent: deque[Message] = deque(maxlen=RECALLED)
    for message in messages:
        answered = message.answered or _addressed(message, recent) or _asked(message, recent)
        recent.append(message)
        yield _with(message, text=message.text, answered=answered)


def _addressed(message: Message, recent: deque[Message]) -> str:
    """The last words of the one whom a message begins with: "ann: yes, at nine"."""
    match = ADDRESSED.match(message.text)
    if not match:
        return ""
    name = match[1].casefold()
    return next((before.text for before in reversed(recent) if before.sender.casefold() == name), "")


def _asked(message: Message, recent: deque[Message]) -> str:
    """The question right before, when somebody else had asked it."""
    before = recent[-1] if recent else None
    if not before or before.topic != message.topic or before.sender == message.sender:
        return ""
    is_soon = message.sent - before.sent <= ANSWERS_WITHIN
    return before.text if is_soon and QUESTION.search(before.text) else ""


def _runs(messages: Iterable[Message]) -> Iterator[Message]:
    """Short messages of one person in a row as one."""
    run: Message | None = None
    last: Message | None = None
    for message in messages:
        if run and last and _goes_on(run, last, message):
            run = _with(run, text=f"{run.text}\n{message.text}", answered=run.answered)
        else:
            if run:
                yield run
            run = message
        last = message
    if run:
        yield run


def _goes_on(run: Message, last: Message, message: Message) -> bool:
    return (
        (run.sender, run.topic, run.sent.date()) == (message.sender, message.topic, message.sent.date())
        and timedelta(0) <= message.sent - last.sent <= RUN
        and len(run.text) + len(message.text) <= LONGEST_RUN
        and message.answered in {"", run.answered}
    )


def _parts(messages: Iterable[Message]) -> Iterator[Part]:
    places: dict[tuple[str, str], str] = {}
    for message in messages:
        label = places.setdefault(
            (message.sender, message.topic), ", ".join(filter(None, (message.sender, message.topic)))
        )
        yield Part(
            text=message.text,
            line=message.line,
            kind=BlockKind.MESSAGE,
            stamp=HistoricalDate.of(Point(message.sent.year, message.sent.month, message.sent.day)),
            context="\n".join(filter(None, (label, " ".join(message.answered.split())[:LONGEST_CONTEXT]))),
            place=Place(label, message.url),
        )


def _with(message: Message, *, text: str, answered: str) -> Message:
    """A message with other texts; `dataclasses.replace` takes three times as long, a million times."""
    return Message(message.sender, message.sent, text, message.line, message.topic, message.url, answered)
