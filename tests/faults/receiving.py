"""getUpdates goes wrong: is the bot there again, and when?"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from tests import HANG
from tests.faults.finding import Finding
from tests.faults.scene import scene
from tests.server.misbehaviour import (
    Answers,
    Changes,
    Deed,
    Drips,
    Hangs,
    Resets,
    ScriptRow,
    Truncates,
    bad_gateway,
    conflict,
    internal_error,
    refuses,
    too_many,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.server.people import Json

SOUND: Json = {
    "message_id": 1, "date": 1_700_000_000, "text": "/ask",
    "chat": {"id": 5, "type": "private"}, "from": {"id": 5, "is_bot": False, "first_name": "A"},
}  # fmt: skip
TOO_LONG = [{"type": "bot_command", "offset": 0, "length": 99}]
TIMES: list[tuple[str, Deed, int]] = [
    ("429, 2 s", too_many(2), 1),
    ("500", internal_error(), 1),
    ("500", internal_error(), 3),
    ("502 with HTML", bad_gateway(), 1),
    ("502 with HTML", bad_gateway(), 3),
    ("reset", Resets(), 3),
    ("truncated JSON", Truncates(), 3),
    ("connection breaks off", Truncates(announces_all=True), 3),
    ("slow drip, 0.2 s a byte", Drips(0.2), 1),
    ("409", conflict(), 1),
    ("409", conflict(), 2),
    ("accepted, never answered", Hangs(), 1),
    ("400", refuses(400, "Bad Request: something new"), 1),
    ("a page with 200", Answers(200, b"<html>login</html>", "text/html"), 1),
    ("result missing", Answers(200, b'{"ok": true}'), 1),
    ("not ok, and no result", Answers(200, b'{"ok": false}'), 1),
    ("result is an object", Answers(200, b'{"ok": true, "result": {"a": 1}}'), 1),
    ("an update without number", Changes(lambda result: [{"message": {}}, *result]), 1),
    ("an update that is a number", Changes(lambda result: [5, *result]), 1),
    ("an update numbered by a text", Changes(lambda result: [{"update_id": "x"}, *result]), 1),
]
MALFORMED: list[tuple[str, Json]] = [
    ("without chat and date", {"message": {"text": "a"}}),
    ("message is a number", {"message": 5}),
    ("text is a list", {"message": SOUND | {"text": []}}),
    ("sender is a text", {"message": SOUND | {"from": "Anna"}}),
    ("date is a word", {"message": SOUND | {"date": "soon"}}),
    ("date in the year 700,000", {"message": SOUND | {"date": 9**14}}),
    ("a command longer than its text", {"message": SOUND | {"entities": TOO_LONG}}),
    ("a kind nobody knows", {"new_thing": {"a": 1}}),
    ("nothing but a number", {}),
]


async def findings() -> AsyncIterator[Finding]:
    """The whole table."""
    for name, deed, times in TIMES:
        yield await misbehaving(
            f"getUpdates: {name}" + (f" ({times} times)" if times > 1 else ""), deed, times
        )
    yield await all_malformed()
    for name, content in MALFORMED:
        yield await malformed(f"malformed update: {name}", content)
    yield await away(5)
    yield await three_conflicts()
    yield await silent(45)


async def misbehaving(name: str, deed: Deed, times: int) -> Finding:
    """Five questions while getUpdates goes wrong; the seconds count from the first wrong answer."""
    async with scene(log_level="DEBUG") as here:
        await here.warm_up()
        script = here.server.misbehaves(ScriptRow("getUpdates", deed, times=times))
        await here.warm_up()  # ends the poll that is open and well
        await here.world.until(lambda: script.done[0] > 0)
        here.quiz.ask(5)
        seconds = await here.back()
        await here.quiz.settles()
        return here.finding(name, seconds)


async def malformed(name: str, content: Json) -> Finding:
    """A malformed update between questions."""
    async with scene(log_level="DEBUG") as here:
        await here.warm_up()
        here.quiz.ask(2)
        here.world.brings(content)
        here.quiz.ask(3)
        seconds = await here.back()
        await here.quiz.settles()
        return here.finding(name, seconds)


async def all_malformed() -> Finding:
    """A hundred malformed updates among ten questions."""
    async with scene(log_level="DEBUG") as here:
        await here.warm_up()
        for number in range(100):
            here.world.brings(MALFORMED[number % len(MALFORMED)][1])
            here.quiz.ask(number % 10 == 0)
        seconds = await here.back()
        await here.quiz.settles()
        return here.finding("100 malformed updates of all kinds", seconds)


async def away(seconds: float) -> Finding:
    """The server refuses connections for a while, with questions waiting at its return."""
    async with scene() as here:
        await here.warm_up()
        await here.server.shut()
        await asyncio.sleep(seconds)
        here.quiz.ask(5)
        await here.server.open()
        back = await here.back()
        await here.quiz.settles()
        return here.finding(f"connection refused for {seconds:.0f} s", back, "from its return")


async def three_conflicts() -> Finding:
    """409 for ever: another bot has the token."""
    async with scene() as here:
        await here.warm_up()
        here.server.misbehaves(ScriptRow("getUpdates", conflict()))
        await here.warm_up()  # ends the poll that is open and well
        status = await here.bot.ends()
        line = here.bot.log.splitlines()[-1]
        return Finding("getUpdates: 409 three times running", status == 2, f"exit {status}: {line[:60]}…")


async def silent(seconds: int) -> Finding:
    """Telegram accepts every request for updates and answers none; then it answers a bot started anew."""
    async with scene(WATCHDOG_SECONDS=str(seconds)) as here:
        await here.warm_up()
        here.server.misbehaves(ScriptRow("getUpdates", Hangs()))
        began = time.monotonic()
        here.quiz.ask(5)
        status = await here.bot.ends(seconds + HANG)
        took = time.monotonic() - began
        line = here.bot.log.splitlines()[-1]
        here.server.misbehaves()
        await here.bot.restart()
        await here.quiz.settles()
        is_right = status == 3 and "watchdog" in line and here.quiz.tally().is_perfect
        remark = f"exit 3 after {took:.0f} s (WATCHDOG_SECONDS={seconds}); answered when started again"
        name, is_in_time = "getUpdates: silent for ever", took < seconds + 20
        return here.finding(name, None, remark, is_right=is_right, is_in_time=is_in_time)
