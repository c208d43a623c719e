"""Updates wait until they are confirmed, and are given out to one poller at a time."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.server.people import BotStanding

if TYPE_CHECKING:
    import httpx

    from tests.server.people import Json
    from tests.server.world import TelegramWorld


async def asked_for(client: httpx.AsyncClient, **parameters: Any) -> list[Json]:
    answer = (await client.post("getUpdates", json=parameters)).json()
    assert answer["ok"], answer
    result: list[Json] = answer["result"]
    return result


def ids(updates: list[Json]) -> list[int]:
    return [update["update_id"] for update in updates]


async def test_updates_come_again_until_a_later_offset_is_asked_for(
    world: TelegramWorld, client: httpx.AsyncClient
) -> None:
    anna = world.person("Anna")
    numbers = [world.says(anna, text).update for text in "abc"]

    assert ids(await asked_for(client)) == numbers
    assert ids(await asked_for(client, offset=numbers[0])) == numbers
    assert ids(await asked_for(client, offset=numbers[1])) == numbers[1:]
    assert ids(await asked_for(client)) == numbers[1:]  # what was confirmed is gone for good
    assert ids(await asked_for(client, offset=numbers[2] + 1)) == []
    assert world.updates.confirmed == numbers[2] + 1


async def test_no_more_come_than_wanted_nor_than_a_hundred(
    world: TelegramWorld, client: httpx.AsyncClient
) -> None:
    anna = world.person("Anna")
    numbers = [world.says(anna, "a").update for _ in range(150)]

    assert ids(await asked_for(client, limit=2)) == numbers[:2]
    assert ids(await asked_for(client, limit=1_000)) == numbers[:100]
    assert ids(await asked_for(client, offset=-3)) == numbers[-3:]  # and all before are forgotten
    assert ids(await asked_for(client)) == numbers[-3:]


async def test_a_poll_stays_open_until_something_comes(
    world: TelegramWorld, client: httpx.AsyncClient
) -> None:
    polling = asyncio.create_task(asked_for(client, timeout=50))
    await world.until(lambda: world.updates.is_polled or polling.done())
    assert not polling.done()

    number = world.says(world.person("Anna"), "a").update
    assert ids(await polling) == [number]


async def test_a_poll_ends_empty_after_its_timeout(client: httpx.AsyncClient) -> None:
    began = time.monotonic()

    assert await asked_for(client, timeout=1) == []
    assert time.monotonic() - began >= 0.99


async def test_only_wanted_kinds_wait_until_others_are_wanted(
    world: TelegramWorld, client: httpx.AsyncClient
) -> None:
    anna = world.person("Anna")
    await asked_for(client, allowed_updates=["inline_query"])
    assert world.says(anna, "a").update == 0
    world.types(anna, "tokyo")
    assert [set(update) - {"update_id"} for update in await asked_for(client)] == [{"inline_query"}]

    await asked_for(client, allowed_updates=[])
    world.moves_bot(anna, world.rooms[anna.id], BotStanding.BLOCKED)
    assert world.updates.add("message_reaction", {}) == 0  # must be asked for by name
    assert "my_chat_member" in (await asked_for(client))[-1]


async def test_of_two_pollers_the_earlier_gets_a_conflict(
    world: TelegramWorld, client: httpx.AsyncClient
) -> None:
    earlier = asyncio.create_task(client.post("getUpdates", json={"timeout": 50}))
    await world.until(lambda: world.updates.is_polled)
    later = asyncio.create_task(client.post("getUpdates", json={"timeout": 50}))

    answer = await earlier
    assert answer.status_code == 409
    assert answer.json()["description"].startswith("Conflict: terminated by other getUpdates request")
    world.says(world.person("Anna"), "a")
    assert (await later).json()["result"]


async def test_a_poller_that_goes_away_takes_nothing_with_it(
    world: TelegramWorld, client: httpx.AsyncClient
) -> None:
    polling = asyncio.create_task(client.post("getUpdates", json={"timeout": 50}))
    await world.until(lambda: world.updates.is_polled)
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    await world.until(lambda: not world.updates.is_polled)

    number = world.says(world.person("Anna"), "a").update
    assert ids(await asked_for(client)) == [number]


async def test_malformed_updates_wait_among_good_ones(
    world: TelegramWorld, client: httpx.AsyncClient
) -> None:
    world.brings({"message": {"text": "no chat"}}, {"message": 5}, {})
    world.says(world.person("Anna"), "good")

    broken, five, empty, good = await asked_for(client)
    assert [broken["message"], five["message"], set(empty)] == [{"text": "no chat"}, 5, {"update_id"}]
    assert good["message"]["text"] == "good"


@pytest.mark.parametrize("wrong", [{"offset": "x"}, {"allowed_updates": "{"}, {"allowed_updates": {"a": 1}}])
async def test_wrong_parameters_are_refused(client: httpx.AsyncClient, wrong: Json) -> None:
    assert (await client.post("getUpdates", json=wrong)).status_code == 400
