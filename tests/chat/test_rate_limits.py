"""Who may be written to when: within Telegram's limits, in order within a chat, fairly between chats."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from dataclasses import dataclass, field

import pytest

from bot.chat.delivery import rate_limits
from bot.chat.delivery.rate_limits import RateLimits, TooLateError
from tests.chat.patience import PatientClock

GROUP, OTHER_GROUP = -1, -2
FOR_EVER = 1e9


@dataclass
class Post:
    """Messages that wait for their turn, and when each set out and arrived."""

    clock: PatientClock = field(default_factory=PatientClock)
    sent: list[tuple[float, int, str]] = field(default_factory=list)  # when, chat, what
    flight: float = 0.0  # seconds

    def __post_init__(self) -> None:
        self.rate_limits = RateLimits(self.clock.clock)

    async def send(self, chat: int, what: str = "", lifetime: float = FOR_EVER) -> None:
        deadline = self.clock.time + lifetime
        async with self.rate_limits.queue(chat):
            began = await self.rate_limits.turn(chat, deadline)
            if self.flight:
                await self.clock.clock.sleep(self.flight)
            self.sent.append((self.clock.time, chat, what))
            self.rate_limits.arrived(began)
            self.rate_limits.accepted(chat, began)

    async def send_all(self, *chats: int) -> None:
        await asyncio.gather(*(self.send(chat, str(n)) for n, chat in enumerate(chats)))

    def times(self, chat: int | None = None) -> list[float]:
        """Seconds after the beginning, to the hundredth."""
        return [round(at - 1_000, 2) for at, where, _ in self.sent if chat in {None, where}]


@pytest.fixture
def post() -> Post:
    return Post()


async def test_a_chat_gets_a_message_a_second_in_order(post: Post) -> None:
    await post.send_all(7, 7, 7, 7)

    assert post.times() == [0, 1, 2, 3]
    assert [what for _, _, what in post.sent] == ["0", "1", "2", "3"]


async def test_a_group_gets_twenty_a_minute(post: Post) -> None:
    await post.send_all(*[GROUP] * 45)

    assert post.times() == [*range(20), *range(60, 80), *range(120, 125)]


async def test_a_private_chat_may_have_sixty_a_minute(post: Post) -> None:
    await post.send_all(*[7] * 60)

    assert post.times() == [*range(60)]


async def test_all_together_get_thirty_a_second(post: Post) -> None:
    await post.send_all(*range(1, 101))

    assert [sum(int(at) == second for at in post.times()) for second in range(4)] == [30, 30, 30, 10]


async def test_the_next_message_sets_out_when_the_last_has_arrived_and_was_noted(post: Post) -> None:
    post.flight = 0.05
    await post.send_all(1, 2, 3)

    assert post.times() == pytest.approx([0.05, 0.12, 0.19], abs=0.011)


async def test_a_message_that_is_slow_on_its_way_is_not_waited_for(post: Post) -> None:
    post.flight = 5
    await post.send_all(1, 2, 3)

    assert post.times() == pytest.approx([5, 5.1, 5.2])


async def test_a_message_counts_from_when_it_arrived(post: Post) -> None:
    post.flight = 5
    await post.send_all(7, 7)

    assert post.times() == [5, 11]


async def test_a_flooded_group_holds_up_nobody_else(post: Post) -> None:
    flood = [post.send(GROUP) for _ in range(40)]
    others = [post.send(chat) for chat in (1, 2, 3, OTHER_GROUP)]
    await asyncio.gather(*flood, *others)

    assert all(post.times(chat)[0] < 0.2 for chat in (1, 2, 3, OTHER_GROUP))


async def test_chats_take_turns_when_there_is_not_room_for_all(post: Post) -> None:
    busy = [chat for chat in range(1, 61) for _ in range(5)]
    await post.send_all(*busy, 1_000)  # who comes last has one message, the others five

    assert post.times(1_000)[0] <= 3
    assert max(post.times(chat)[-1] for chat in range(1, 61)) <= 10


@pytest.mark.parametrize("seed", range(5))
async def test_no_limit_is_ever_exceeded(seed: int) -> None:
    post, chance = Post(), random.Random(seed)
    post.flight = 0.3

    async def later(chat: int) -> None:
        await post.clock.clock.sleep(chance.random() * 20)
        await post.send(chat)

    await asyncio.gather(*(later(chance.choice([GROUP, OTHER_GROUP, *range(1, 40)])) for _ in range(300)))

    by_chat = defaultdict(list)
    for at, chat, _ in post.sent:
        by_chat[chat].append(at)
    assert len(post.sent) == 300
    assert most_in(1.0, sorted(post.times())) <= 30
    assert all(most_in(1.0, times) == 1 for times in by_chat.values())
    assert all(most_in(60.0, by_chat[chat]) <= 20 for chat in (GROUP, OTHER_GROUP))


def most_in(seconds: float, times: list[float]) -> int:
    return max(sum(at <= time < at + seconds - 1e-6 for time in times) for at in times)


async def test_patience_is_for_the_chat_that_asked_for_it(post: Post) -> None:
    post.rate_limits.refused(GROUP, 40)
    await post.send_all(GROUP, OTHER_GROUP, 7)

    assert post.times(GROUP) == [40]
    assert post.times(OTHER_GROUP)[0] + post.times(7)[0] < 0.1


async def test_patience_is_for_all_when_one_after_the_other_asks_for_it(post: Post) -> None:
    for chat in (GROUP, 5, 6):
        post.rate_limits.refused(chat, 40)
    await post.send_all(7)

    assert post.times() == [40]


async def test_patience_in_two_chats_between_good_ones_is_not_for_all(post: Post) -> None:
    for chat in (GROUP, OTHER_GROUP, 5, 6):
        post.rate_limits.refused(chat, 40)
        await post.send(7)

    assert post.times(7) == [0, 1, 2, 3]


async def test_who_would_wait_for_too_long_is_told_at_once(post: Post) -> None:
    post.rate_limits.pause(GROUP, 200)

    with pytest.raises(TooLateError):
        await post.send(GROUP, lifetime=120)
    assert post.clock.time == 1_000


async def test_who_waited_in_line_for_too_long_goes_without(post: Post) -> None:
    results = await asyncio.gather(
        *(post.send(GROUP, lifetime=70) for _ in range(60)), return_exceptions=True
    )

    assert post.times() == [*range(20), *range(60, 71)]
    assert sum(isinstance(result, TooLateError) for result in results) == 29


async def test_who_gives_up_waiting_leaves_the_line(post: Post) -> None:
    await post.send(7)
    waiting, next_one = (asyncio.create_task(post.send(7, what)) for what in ("a", "b"))
    await asyncio.sleep(0)
    waiting.cancel()
    await next_one

    assert post.times() == [0, 1]


async def test_a_chat_that_is_not_quiet_is_not_forgotten(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limits, "MOST_CHATS", 100)
    await post.send_all(*[GROUP] * 20, *range(1, 301), OTHER_GROUP)
    await post.send(GROUP)

    assert post.times(GROUP)[20] == 60


async def test_quiet_chats_are_forgotten(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limits, "MOST_CHATS", 100)
    for chat in range(1, 1_000):
        await post.send(-chat)
        post.clock.time += 1

    assert len(post.rate_limits._chats) <= 101
    await post.send_all(*[-1_000] * 21)
    assert post.times(-1_000)[20] - post.times(-1_000)[0] == 60
