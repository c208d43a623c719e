"""Documents are read again: the bot is killed meanwhile, or they are malformed, and questions go on."""

from __future__ import annotations

import asyncio
import contextlib
import math
import random
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.finding import Finding
from tests.faults.scene import LONGEST, scene
from tests.server.quiz import FACTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.faults.scene import Scene
    from tests.server.people import Person
    from tests.server.world import Written

DOCUMENTS = 40
PARAGRAPHS = 30
GENERATIONS = 50  # that can be told apart
LONGEST_RELOAD = 1.5  # seconds
A_SECOND = 50  # questions, each from another member: one alone would have a cool-down
WARM = 5  # reloads after which memory is looked at first
CALM = 10.0  # seconds of questions without reloads, to compare with
MOST_P99 = 0.1  # seconds, on a machine that is quick enough without reloads
MOST_GROWTH = 0.1  # of the memory

BOMB = "\n".join(["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30))])
MALFORMED: list[tuple[str, bytes]] = [  # the name of a file, and what is in it
    ("a.md", b"---\ntitle: [\n---\nText.\n"),
    ("a.md", b"+++\ntitle = A\n+++\nText.\n"),
    ("a.md", b"---\n" + BOMB.encode() + b"\n---\nText.\n"),
    ("a.md", b"---\ntitle: " + b"[" * 5_000 + b"\n---\nText.\n"),
    ("a.md", b"---\ntitle: A\n"),
    ("a.md", b"---\ntitle: A\n---\n"),
    ("a.md", b"\x00\xff\xfe\x00" * 500),
    ("a.txt", b""),
    ("aliases.yaml", b"names: 5\n"),
    ("aliases.yaml", b"events:\n- {names: [x], date: never}\n"),
    ("questions.yaml", b"- question: 5\n"),
    ("questions.yaml", b"\xff\xff"),
]


async def findings(kills: int, reloads: int) -> AsyncIterator[Finding]:
    yield await killed(kills)
    yield await malformed(reloads)


def write_generation(folder: Path, generation: int) -> None:
    """Documents whose dates tell the generation; all of them differ from the one before."""
    for number in range(DOCUMENTS):
        paragraphs = [
            f"Ship {number} of line {n} sailed in May {1800 + generation}." for n in range(PARAGRAPHS)
        ]
        if number == 0:
            dates = (date_in(n, generation) for n in range(len(FACTS)))
            paragraphs += [
                f"The harbour of {fact.town} was opened to ships in {date}."
                for fact, date in zip(FACTS, dates, strict=True)
            ]
        text = f"---\ntitle: Harbours {number}\n---\n" + "\n\n".join(paragraphs) + "\n"
        (folder / f"harbours-{number}.md").write_text(text, encoding="utf-8")


def date_in(fact: int, generation: int) -> str:
    return f"May {1700 + 2 * fact + 5 * (generation % GENERATIONS)}"


async def killed(times: int) -> Finding:
    """SIGKILL at a random moment of a reload, again and again."""
    chance, wrong, strays = random.Random(7), 0, 0
    async with reload_scene(times) as (here, admins):
        for generation, admin in enumerate(admins, 1):
            write_generation(here.folder / "knowledge", generation)
            here.world.says(admin, "/reload")
            asked = here.quiz.ask(2)
            await asyncio.sleep(chance.random() * LONGEST_RELOAD)
            await here.bot.kill()
            wrong += sum(not is_from(here, question, generation - 1, generation) for question in asked)
            await here.bot.start()
            await here.bot.polls()
            after = here.quiz.ask(1) + asked
            await here.quiz.settles()
            wrong += not is_from(here, after[0], generation)
            strays += len(await that_stay(here))
        await here.world.until(lambda: here.quiz.unanswered == 0, LONGEST)
        left = list((here.folder / "data").glob(".library-*"))
        doubled = sum(len(here.world.answers_to(question)) - 1 for question in here.quiz.asked)
        is_right = not wrong + strays + len(left) and doubled <= 3 * times and here.bot.is_alive
        figures = (
            f"{len(here.quiz.asked)} questions answered, {doubled} doubled, {wrong} from another generation; "
            f"{strays} processes and {len(left)} files left over"
        )
        name = f"`kill -9` {times} times during /reload"
        return Finding(name, is_right, figures, is_in_time=doubled <= times)


def is_from(here: Scene, question: Written, *generations: int) -> bool:
    """Whether all answers to a question so far are those of a generation."""
    fact = list(FACTS).index(here.quiz.asked[question])
    dates = {date_in(fact, generation) for generation in generations}
    texts = [str(answer.get("text")) for answer in here.world.answers_to(question)]
    return all(any(date in text for date in dates) for text in texts)


async def that_stay(here: Scene) -> list[str]:
    """Builders without a parent that do not end by themselves."""
    end = time.monotonic() + LONGEST
    while (numbers := left_running(here)) and time.monotonic() < end:  # noqa: ASYNC110 - the system tells nobody
        await asyncio.sleep(0.1)
    return numbers


def left_running(here: Scene) -> list[str]:
    """Processes that work on this scene's documents and are not the bot nor its child."""
    numbers = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes()
            stat = (place / "stat").read_text(encoding="ascii", errors="replace")
        except OSError:
            continue
        if str(here.folder).encode() in words and int(stat.rpartition(")")[2].split()[1]) != here.bot.pid:
            numbers.append(place.name)
    return numbers


@contextlib.asynccontextmanager
async def reload_scene(admins: int) -> AsyncIterator[tuple[Scene, list[Person]]]:
    """A bot that answers from generation 0, and people who may reload."""
    async with scene(groups=0, polls=False) as here:
        people = [here.world.person("Ada") for _ in range(admins)]
        for old in (here.folder / "knowledge").iterdir():
            old.unlink()
        write_generation(here.folder / "knowledge", 0)
        here.bot.settings["ADMINS"] = ",".join(str(person.id) for person in people)
        await here.bot.restart()
        yield here, people


@dataclass
class Typing:
    """People who type inline queries, so many a second, and how long each waited for its answer."""

    here: Scene
    a_second: int
    asked: dict[str, float] = field(default_factory=dict)

    async def run(self) -> None:
        number = 0
        began = time.monotonic()
        while True:
            fact = FACTS[number % len(FACTS)]
            query = self.here.world.types(self.here.world.person("Cleo"), fact.question)
            self.asked[query] = time.monotonic()
            number += 1
            await asyncio.sleep(max(0.0, began + number / self.a_second - time.monotonic()))

    async def run_for(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.run()
        await asyncio.sleep(1)

    def waits(self) -> list[float]:
        """Seconds, in order of size; inf for those without an answer."""
        calls = self.here.server.calls_of("answerInlineQuery")
        answered = {str(call.parameters.get("inline_query_id")): call.at for call in calls}
        return sorted(answered.get(query, math.inf) - at for query, at in self.asked.items())


async def malformed(times: int, a_second: int = A_SECOND, calm_seconds: float = CALM) -> Finding:
    """Reloads of malformed documents and sound ones by turns, under inline queries: those have no limit.

    Before that the same queries for some seconds without reloads, to compare with.
    """
    async with reload_scene(times) as (here, admins):
        calm, typing = Typing(here, a_second), Typing(here, a_second)
        await calm.run_for(calm_seconds)
        asking = asyncio.create_task(typing.run())
        memory, refused = [], 0
        for number, admin in enumerate(admins):
            name, content = MALFORMED[number // 2 % len(MALFORMED)]
            bad = here.folder / "knowledge" / name
            if number % 2 == 0:
                bad.write_bytes(content)
            else:
                write_generation(here.folder / "knowledge", number)
            refused += "Not reloaded" in await report_for(here, admin)
            bad.unlink(missing_ok=True)
            memory.append(here.bot.memory)
        asking.cancel()
        with contextlib.suppress(TimeoutError):  # who waits for ever is counted
            await here.world.until(lambda: not here.world.open_queries, LONGEST)
        return _judged(here, (calm, typing), memory, refused)


async def report_for(here: Scene, admin: Person) -> str:
    """What /reload came to."""
    room = here.world.rooms[admin.id]
    here.world.says(admin, "/reload")

    def report() -> str:
        texts = [str(message["text"]) for messages in room.replies.values() for message in messages]
        return next((text for text in texts if "eloaded" in text or "Nothing has changed" in text), "")

    await here.world.until(lambda: bool(report()), LONGEST)
    return report()


def _judged(here: Scene, typing: tuple[Typing, Typing], memory: list[int], refused: int) -> Finding:
    calm, waits = (queries.waits() for queries in typing)
    p99, calm_p99 = (seconds[int(0.99 * len(seconds))] for seconds in (waits, calm))
    growth = memory[-1] / memory[min(WARM, len(memory) - 1)] - 1
    failed = waits.count(math.inf) + here.bot.log.count(" ERROR ")
    is_right = not failed and growth <= MOST_GROWTH and refused > 0 and here.bot.is_alive
    figures = (
        f"{refused} refused with their mistakes named; {len(waits)} questions, p50 {ms_text(waits, 0.5)}, "
        f"p99 {ms_text(waits, 0.99)} (without reloads {ms_text(calm, 0.5)} and {ms_text(calm, 0.99)}); "
        f"{failed} errors; memory {growth:+.0%}"
    )
    name = f"{len(memory)} reloads, every other one malformed, under {typing[1].a_second} questions/s"
    return Finding(name, is_right, figures, is_in_time=p99 <= max(MOST_P99, calm_p99))


def ms_text(waits: list[float], share: float) -> str:
    return f"{1e3 * waits[int(share * len(waits))]:.0f} ms"
