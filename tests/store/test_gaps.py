"""Questions without a good answer: which they are, what is decided on them, and who is to be told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.store import GapState, MessageId, Outcome, QuestionRecord, Store, StoreError, Vote, WishOutcome

if TYPE_CHECKING:
    from pathlib import Path

    from bot.store import Gap

NOW = datetime.now(UTC)
GROUP, ANNA, BORIS = -1001234567890, 987654321, 987654322
LONG_AGO = NOW - timedelta(days=80)


async def asked(
    store: Store, message: int, words: str, outcome: Outcome = Outcome.REFUSED, when: datetime = NOW
) -> None:
    await store.note(QuestionRecord(MessageId(GROUP, message), message + 1, outcome, words, when, ANNA))


async def open_gaps(store: Store, since: datetime = NOW - timedelta(days=90)) -> dict[str, Gap]:
    return {gap.words: gap for gap in await store.gaps.open_since(since)}


async def test_refused_questions_are_listed_the_newest_first(store: Store) -> None:
    await asked(store, 1, "old", when=LONG_AGO)
    await asked(store, 3, "new")
    await asked(store, 5, "answered", Outcome.ANSWERED)
    await asked(store, 7, "")  # too long to be read

    assert list(await open_gaps(store)) == ["new", "old"]
    assert list(await open_gaps(store, NOW - timedelta(days=7))) == ["new"]


async def test_what_a_question_went_on_from_is_kept_for_a_week(store: Store) -> None:
    for message, when in ((1, NOW), (3, NOW - timedelta(days=8))):
        place = MessageId(GROUP, message)
        words = f"and in 201{message}?"
        await store.note(
            QuestionRecord(place, message + 1, Outcome.REFUSED, words, when, ANNA, earlier="the move")
        )
    await store.forget_old()

    gaps = await open_gaps(store)
    assert [gap.whole for gap in gaps.values()] == ["the move → and in 2011?", "and in 2013?"]


async def test_answers_that_are_voted_down_are_listed_while_they_are(tmp_path: Path, store: Store) -> None:
    await asked(store, 1, "refused")
    await asked(store, 3, "bad", Outcome.ANSWERED)
    await store.database.write(("UPDATE questions SET words = 'bad' WHERE message = 3", ()))

    await store.vote(MessageId(GROUP, 4), BORIS, Vote.UP)
    assert list(await open_gaps(store)) == ["refused"]
    await store.vote(MessageId(GROUP, 4), BORIS, Vote.DOWN)
    gaps = await open_gaps(store)
    assert {words: gap.is_refused for words, gap in gaps.items()} == {"refused": True, "bad": False}


@pytest.mark.parametrize("state", [GapState.ANSWERED, GapState.PASSED_OVER])
async def test_what_is_decided_is_listed_no_more_until_it_is_edited(store: Store, state: GapState) -> None:
    await asked(store, 1, "ferry")
    await store.gaps.decide((await open_gaps(store)).values(), state)
    assert await open_gaps(store) == {}

    await asked(store, 1, "ferries")  # the question was edited
    assert list(await open_gaps(store)) == ["ferries"]


async def test_who_wishes_it_is_told_once_when_it_is_answered(store: Store) -> None:
    await asked(store, 1, "ferry")
    assert await store.gaps.wish(GROUP, 1, BORIS) is WishOutcome.NOT_THEIRS
    assert await store.gaps.wish(GROUP, 2, ANNA) is WishOutcome.TOO_LATE
    assert await store.gaps.wish(GROUP, 1, ANNA) is WishOutcome.NOTED
    assert (await store.gaps.due(), await store.gaps.wishes_of(ANNA)) == ((), 1)

    gaps = (await open_gaps(store)).values()
    assert [gap.is_wished for gap in gaps] == [True]
    await store.gaps.decide(gaps, GapState.ANSWERED)
    (news,) = await store.gaps.due()
    assert (news.chat_number, news.message, news.words) == (GROUP, 1, "ferry")
    await store.gaps.mark_told(news)
    assert (await store.gaps.due(), await store.gaps.wishes_of(ANNA)) == ((), 0)


async def test_who_wished_to_hear_of_what_is_passed_over_hears_nothing(store: Store) -> None:
    await asked(store, 1, "ferry")
    await store.gaps.wish(GROUP, 1, ANNA)
    await store.gaps.decide((await open_gaps(store)).values(), GapState.PASSED_OVER)

    assert (await store.gaps.due(), await store.gaps.wishes_of(ANNA)) == ((), 0)


async def test_the_number_of_a_chat_is_there_only_while_somebody_waits(tmp_path: Path, store: Store) -> None:
    async def numbers() -> list[tuple[object, ...]]:
        return await store.database.read("SELECT chat_number FROM gaps WHERE chat_number IS NOT NULL")

    await asked(store, 1, "ferry")
    await store.gaps.decide((await open_gaps(store)).values(), GapState.PASSED_OVER)
    assert await numbers() == []
    await store.gaps.wish(GROUP, 1, ANNA)
    assert await numbers() == [(GROUP,)]
    await store.forget(ANNA)
    assert await store.database.read("SELECT * FROM gaps") == []


async def test_what_is_decided_goes_with_its_question(store: Store) -> None:
    await asked(store, 1, "ferry")
    await asked(store, 3, "old", when=NOW - timedelta(days=91))
    for message in (1, 3):
        await store.gaps.wish(GROUP, message, ANNA)

    await store.forget_old()
    assert len(await store.database.read("SELECT * FROM gaps")) == 1
    await store.forget_question(MessageId(GROUP, 1))
    assert await store.database.read("SELECT * FROM gaps") == []


async def test_a_database_that_cannot_be_used_raises(store: Store) -> None:
    await store.close()

    with pytest.raises(StoreError):
        await store.gaps.open_since(NOW)
    with pytest.raises(StoreError):
        await store.gaps.wish(GROUP, 1, ANNA)
