"""A rowing club that never was: its web page, its minutes as a PDF, its chat as Telegram exports it."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from tests.sources.files import pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><title>Heron Rowing Club – Our story</title></head><body>
<nav><a href="/">Home</a> <a href="/join">Join us</a> <a href="/shop">Shop</a></nav>
<main>
<h1>Our story</h1>
<p>The Heron Rowing Club was founded on 14 May 2011 by Ines Vale and Tomas Berg, who met on the old ferry
pier.</p>
<p>In spring 2012 the club bought its first boat, the Heron, for 900 pounds.</p>
<h2>The storm</h2>
<p>In August 2014 a storm sank the pontoon. Nobody was hurt, but there was no rowing until April 2015.</p>
<h2>Mill Lane</h2>
<p>In 2016 the club moved into the brick boathouse on Mill Lane, because the ferry pier was sold.</p>
</main>
<footer>Cookies · Imprint · © Heron Rowing Club</footer>
</body></html>
"""
MINUTES = (
    "Minutes of the annual meeting, 12 March 2019",
    "",
    "Present: 41 members.",
    "",
    "Ines Vale was chosen as treasurer. Tomas Berg stays chairman.",
    "",
    "The meeting decided to buy a second eight, the Kestrel, for 14,500 pounds.",
    "",
    "The fee rises from 120 to 140 pounds a year from July 2019.",
)
MESSAGES = 10_000
CHAT, TITLE = 1_234_567_890, "Heron Rowers"
FIRST, LAST = datetime(2018, 1, 6, 8, tzinfo=UTC), datetime(2022, 12, 30, 20, tzinfo=UTC)
PEOPLE = ("Mara", "Jonas", "Ines Vale", "Tomas Berg", "Kofi", "Lena Okafor", "Pia", "Yusuf", "Old Sam")
CHATTER = (  # what people write on every other day
    "Who rows tomorrow at {hour}?", "I am in", "Not me, sorry", "Lane {lane} is choppy today",
    "Has anybody seen my gloves?", "Somebody left the boathouse door open again", "Great outing today!",
    "Can we start at {hour} instead?", "The Heron leaks at seat {lane}", "Coffee after?", "👍", "haha",
    "Happy birthday {name}!", "When is the next meetup with Tidewater?", "{name}, did you bring the oars?",
    "Water is at {lane} degrees", "Training is cancelled, too much wind", "Thanks {name}!",
    "Who has the key of the boathouse?", "I shall be late, {lane} minutes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """A message of the chat that tells something, or something that happened in it."""

    day: str
    sender: str
    text: str = ""
    more: tuple[tuple[str, Any], ...] = ()


STORY = (
    Moment("2018-04-07", "Lena Okafor", more=(("action", "join_group_by_link"), ("inviter", "Mara"))),
    Moment("2018-04-07", "Lena Okafor", "Hello! I am Lena, I joined the club today, I rowed at school."),
    Moment("2018-09-22", "Mara", "We came second at the river regatta today, behind Tidewater."),
    Moment("2019-06-02", "Jonas", "What a first meetup with Tidewater at Gull Island yesterday, 23 boats!"),
    Moment("2019-11-09", "Tomas Berg", "The Kestrel has arrived this morning. She is beautiful."),
    Moment("2020-03-17", "Ines Vale", "The boathouse is closed from today because of the virus."),
    Moment("2020-06-29", "Ines Vale", "The boathouse is open again, singles only."),
    Moment("2021-02-01", "Tomas Berg", "Bruno Salis is our new coach, he starts on Monday next week."),
    Moment("2021-05-12", "Mara", more=(
        ("poll", {"question": "Where shall we hold the summer party?", "closed": True, "total_voters": 19,
                  "answers": [{"text": "Gull Island", "voters": 12}, {"text": "Mill Lane", "voters": 7}]}),
    )),
    Moment("2021-07-17", "Kofi", "The summer party on Gull Island was the best so far, thank you all!"),
    Moment("2022-08-20", "Lena Okafor", "Gold! Our women's four won the coast championship today."),
)  # fmt: skip


def page() -> bytes:
    """The club's web page as a browser saves it."""
    return PAGE.encode()


def minutes() -> bytes:
    """The minutes as a PDF of a page."""
    return pdf(MINUTES, title="Minutes 2019")


def export() -> bytes:
    """The group's chat, 10,000 messages with a story in them."""
    chance = random.Random(5)
    step = (LAST - FIRST) / MESSAGES
    days = [FIRST + number * step for number in range(MESSAGES - len(STORY))]
    rows = sorted(
        [*((day, _chatter(chance)) for day in days), *((_noon(moment), moment) for moment in STORY)],
        key=lambda row: row[0],
    )
    messages = list(_messages(rows, chance))
    chat = {"name": TITLE, "type": "private_supergroup", "id": CHAT, "messages": messages}
    return json.dumps(chat, ensure_ascii=False, indent=1).encode()


def _noon(moment: Moment) -> datetime:
    return datetime.fromisoformat(moment.day).replace(tzinfo=UTC) + timedelta(hours=12)


def _chatter(chance: random.Random) -> Moment:
    text = chance.choice(CHATTER).format(
        hour=chance.randint(6, 9), lane=chance.randint(2, 8), name=chance.choice(PEOPLE)
    )
    return Moment("", chance.choice(PEOPLE), text)


def _messages(rows: list[tuple[datetime, Moment]], chance: random.Random) -> Iterator[dict[str, Any]]:
    """Messages as they stand in an export; some answer one before."""
    for number, (sent, moment) in enumerate(rows, 1):
        more = dict(moment.more)
        row: dict[str, Any] = {
            "id": number, "type": "service" if "action" in more else "message",
            "date": f"{sent:%Y-%m-%dT%H:%M:%S}", "date_unixtime": str(int(sent.timestamp())),
            "from": moment.sender, "from_id": f"user{PEOPLE.index(moment.sender) + 1}",
            "text": moment.text, "text_entities": [],
        } | more  # fmt: skip
        if not moment.day and number > 10 and chance.random() < 0.2:
            row["reply_to_message_id"] = number - chance.randint(1, 5)
        yield row
