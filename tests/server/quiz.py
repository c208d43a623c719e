"""Questions whose right answers are known, asked in many chats; and the tally of what came back."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from itertools import cycle
from typing import TYPE_CHECKING

from tests import HANG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.server.people import Person, Room
    from tests.server.world import TelegramWorld, Written

TOWNS = (
    "Bergen", "Lisbon", "Gdansk", "Odessa", "Valencia", "Marseille", "Piraeus", "Rotterdam", "Hamburg",
    "Trieste", "Varna", "Dublin", "Genoa", "Tallinn", "Riga", "Cadiz", "Malmo", "Antwerp", "Split", "Haifa",
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
MOST_IN_A_ROOM = 10  # the bot answers a group fifteen times a minute


@dataclass(frozen=True, slots=True)
class Fact:
    """When a harbour was opened."""

    town: str
    date: str  # "March 1998"

    @property
    def sentence(self) -> str:
        return f"The harbour of {self.town} was opened to ships in {self.date}."

    @property
    def question(self) -> str:
        return f"when was the harbour of {self.town} opened?"


FACTS = tuple(Fact(town, f"{MONTHS[n * 5 % 12]} {1900 + 7 * n}") for n, town in enumerate(TOWNS))


def write_knowledge(folder: Path) -> Path:
    """A folder of documents that answer the questions."""
    folder.mkdir(parents=True, exist_ok=True)
    paragraphs = "\n\n".join(fact.sentence for fact in FACTS)
    (folder / "harbours.md").write_text(f"---\ntitle: Harbours\n---\n{paragraphs}\n", encoding="utf-8")
    return folder


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of questions."""

    asked: int
    answered: int  # rightly, once or more
    lost: int  # without any answer
    doubled: int  # answers too many
    wrong: int  # answers that are no answer to their question, an apology among them

    @property
    def is_perfect(self) -> bool:
        return self.answered == self.asked and not self.lost + self.doubled + self.wrong


@dataclass
class Quiz:
    """Asks about the harbours, in groups and in private chats, a new member each time.

    The groups are changed for new ones before the bot has had enough of them.
    """

    world: TelegramWorld
    groups: int = 5
    asked: dict[Written, Fact] = field(default_factory=dict)
    _turns: Iterator[tuple[Person, Room | None, Fact]] = field(init=False)

    def __post_init__(self) -> None:
        self._turns = self._take_turns()

    def _take_turns(self) -> Iterator[tuple[Person, Room | None, Fact]]:
        facts = cycle(FACTS)
        while True:
            rooms = [self.world.supergroup() for _ in range(self.groups)]
            for _ in range(MOST_IN_A_ROOM):
                for room in rooms:
                    yield self.world.person("Anna"), room, next(facts)
                yield self.world.person("Boris"), None, next(facts)

    def ask(self, number: int = 1) -> list[Written]:
        """Asks so many questions, in chats by turns."""
        written = []
        for _ in range(number):
            person, room, fact = next(self._turns)
            question = self.world.says(person, ("/ask " if room else "") + fact.question, room)
            self.asked[question] = fact
            written.append(question)
        return written

    async def settles(self, quiet: float = 60.0, within: float = 2 * HANG) -> None:
        """Waits until all is answered, or nothing more has come for so many seconds."""
        end, last, seen = time.monotonic() + within, time.monotonic(), self.answers
        while time.monotonic() < min(end, last + quiet) and self.unanswered:
            await asyncio.sleep(0.05)
            if self.answers != seen:
                last, seen = time.monotonic(), self.answers

    @property
    def answers(self) -> int:
        return sum(len(self.world.answers_to(question)) for question in self.asked)

    @property
    def unanswered(self) -> int:
        return sum(not self.world.answers_to(question) for question in self.asked)

    def tally(self) -> Tally:
        """What has come back so far."""
        right = wrong = answered = 0
        for question, fact in self.asked.items():
            texts = [str(answer.get("text")) for answer in self.world.answers_to(question)]
            fits = sum(fact.date in text for text in texts)
            right += fits
            answered += fits > 0
            wrong += len(texts) - fits
        return Tally(len(self.asked), answered, self.unanswered, right - answered, wrong)
