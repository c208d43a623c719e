"""Messages of any chat: what runs together, what they answer, what is left out."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.sources.chat_messages import AT_ONCE, LONGEST_CONTEXT, LONGEST_RUN, RUN, Message, drafts

if TYPE_CHECKING:
    from bot.sources.draft import Part

NOON = datetime(2021, 3, 5, 12)  # noqa: DTZ001 - files of chats name no zone


MIDNIGHT = timedelta(hours=12)  # after noon


def parts(*messages: Message) -> list[Part]:
    return [part for draft in drafts(messages, "Rowing club", Counter(), "chat") for part in draft.parts]


def message(sender: str, text: str, after: timedelta = timedelta(), **facts: str) -> Message:
    return Message(sender, NOON + after, text, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("messages", "texts"),
    [
        # short ones of one person in a row are one
        ([message("Ann", "the boat"), message("Ann", "is new", RUN)], ["the boat\nis new"]),
        # not after a while, not of two people, not over midnight, not backwards, not across topics
        ([message("Ann", "the boat"), message("Ann", "is new", RUN * 1.01)], ["the boat", "is new"]),
        ([message("Ann", "the boat"), message("Bo", "is new")], ["the boat", "is new"]),
        (
            [message("Ann", "the boat", MIDNIGHT - RUN / 2), message("Ann", "is new", MIDNIGHT)],
            ["the boat", "is new"],
        ),
        ([message("Ann", "the boat", RUN), message("Ann", "is new")], ["the boat", "is new"]),
        ([message("Ann", "the boat", topic="Boats"), message("Ann", "is new")], ["the boat", "is new"]),
        # the time counts from the last one of the run, not from its first
        (
            [message("Ann", "a1"), message("Ann", "a2", RUN), message("Ann", "a3", RUN * 2)],
            ["a1\na2\na3"],
        ),
        # not when they would be long together
        (
            [message("Ann", "x" * (LONGEST_RUN - 2)), message("Ann", "yz")],
            ["x" * (LONGEST_RUN - 2) + "\nyz"],
        ),
        ([message("Ann", "x" * (LONGEST_RUN - 1)), message("Ann", "yz")], ["x" * (LONGEST_RUN - 1), "yz"]),
        # not when each answers something else
        (
            [message("Ann", "yes", answered="who rows?"), message("Ann", "no", answered="rain?")],
            ["yes", "no"],
        ),
        ([message("Ann", "👍")], []),
        # without a word, or spoken to a bot
        ([message("Ann", "/ask who?"), message("Ann", "!seen bo"), message("Bo", "us")], ["us"]),
        ([message("Ann", "see https://example.org/a for 2/3 of it")], ["see for 2/3 of it"]),
    ],
)  # fmt: skip
def test_what_is_a_passage(messages: list[Message], texts: list[str]) -> None:
    assert [part.text for part in parts(*messages)] == texts


@pytest.mark.parametrize(
    ("messages", "context"),
    [
        # what the chat says is answered
        ([message("Bo", "at nine", answered="when do we\nmeet?")], "when do we meet?"),
        # a question right before, of somebody else
        ([message("Ann", "when do we meet?"), message("Bo", "at nine")], "when do we meet?"),
        ([message("Ann", "何时?"), message("Bo", "九点", timedelta(minutes=10))], "何时?"),
        ([message("Ann", "when?"), message("Bo", "at nine", timedelta(minutes=11))], ""),
        ([message("Ann", "we meet"), message("Bo", "at nine")], ""),
        ([message("Ann", "when?"), message("Ann", "at nine " + "x" * LONGEST_RUN)], ""),
        ([message("Ann", "when?", topic="Boats"), message("Bo", "at nine")], ""),
        # the last words of the one who is addressed
        ([message("Ann", "my key?!"), message("Cy", "hm"), message("Bo", "ann: it is here")], "my key?!"),
        ([message("Ann", "my key?!"), message("Cy", "hm"), message("Bo", "note: it is here")], ""),
        ([message("Bo", "yes", answered="x" * 999)], "x" * LONGEST_CONTEXT),
    ],
)  # fmt: skip
def test_what_a_message_answers(messages: list[Message], context: str) -> None:
    sender, _, answered = parts(*messages)[-1].context.partition("\n")

    assert (sender.partition(",")[0], answered) == (messages[-1].sender, context)


def test_a_message_has_its_day_its_sender_its_topic_and_a_link() -> None:
    (part,) = parts(Message("Ann", NOON, "hello", 7, "Boats", "https://t.me/c/1/7"))

    assert str(part.stamp) == "2021-03-05"
    assert part.place is not None
    assert (part.line, part.place.label, part.place.url) == (7, "Ann, Boats", "https://t.me/c/1/7")


@pytest.mark.parametrize(
    ("many", "sizes"), [(0, []), (1, [1]), (AT_ONCE, [AT_ONCE]), (AT_ONCE + 1, [AT_ONCE, 1])]
)
def test_a_long_chat_comes_in_pieces(many: int, sizes: list[int]) -> None:
    chat = (message("Ann", f"word {number}", RUN * 2 * number) for number in range(many))

    assert [len(draft.parts) for draft in drafts(chat, "Club", Counter(), "chat")] == sizes
