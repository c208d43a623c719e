"""The walk: what an admin does, in order, and what members ask meanwhile."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.admin_walk import club
from tests.admin_walk.recording import Recorder
from tests.server.people import BotStanding, MemberStatus
from tests.server.processes import BotProcess
from tests.server.server import BotApiServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.admin_walk.recording import Turn
    from tests.server.people import Json, Person, Room

TOPIC = 7
TAUGHT = "22 March 2019, treasurer's book\nThe Kestrel cost 14,300 pounds in the end, 200 less than planned."
NOT_PUBLISHED, PUBLISHED = "Not published yet", "Published"


@dataclass(frozen=True, slots=True)
class MembersQuestion:
    """A question of a member, and what its answer holds; written down before it was tried."""

    where: str  # private | group | topic
    words: str
    wanted: str


QUESTIONS = (
    MembersQuestion("private", "when was the club founded?", "14 May 2011"),
    MembersQuestion("group", "/ask who was chosen as treasurer in 2019?", "Ines Vale"),
    MembersQuestion("topic", "/ask when was the first meetup with Tidewater?", "1 June 2019"),
    MembersQuestion("group", "@HistoryBot when did the Kestrel arrive?", "9 November 2019"),
    MembersQuestion("topic", "/ask who is the new coach?", "Bruno Salis"),
    MembersQuestion("private", "when did Lena join?", "7 April 2018"),
    MembersQuestion("group", "/ask why did they leave the ferry pier?", "was sold"),
    MembersQuestion("topic", "/ask where was the summer party in 2021?", "Gull Island"),
    MembersQuestion("private", "how much did the Heron cost?", "900 pounds"),
    MembersQuestion("group", "/ask when did we win the coast championship?", "20 August 2022"),
    MembersQuestion("private", "when was the boathouse closed because of the virus?", "17 March 2020"),
)
BY_ANOTHER_NAME = MembersQuestion("group", "/ask when did they decide to buy the Grey Lady?", "12 March 2019")


@dataclass
class Walk:
    """A server, a bot at work, an admin and the members of a group."""

    server: BotApiServer
    bot: BotProcess
    recorder: Recorder
    admin: Person
    group: Room
    forum: Room

    @property
    def turns(self) -> list[Turn]:
        return self.recorder.turns

    async def ask(self, asked: MembersQuestion) -> Json:
        """A member, a new one each time, asks."""
        world = self.server.world
        member = world.person("Mara")
        room = {"private": None, "group": self.group, "topic": self.forum}[asked.where]
        return await self.recorder.says(
            member, asked.words, room, topic=TOPIC if asked.where == "topic" else None
        )

    async def run(self) -> list[tuple[MembersQuestion, Json]]:
        """All of it; the questions of members with what they got."""
        await self.become_admin()
        await self.upload()
        answers = [(asked, await self.ask(asked)) for asked in QUESTIONS]
        await self.mend()
        await self.teach()
        await self.go_back()
        await self.look_back()
        return answers

    async def become_admin(self) -> None:
        await self.recorder.says(self.admin, "/start")
        await self.recorder.says(self.admin, "/status")
        self.bot.settings["ADMINS"] = str(self.admin.id)
        await self.bot.restart()
        await self.recorder.says(self.admin, "/status")

    async def upload(self) -> None:
        documents = {"our-story.html": club.page(), "minutes-2019.pdf": club.minutes()}
        for files in (documents, {"result.json": club.export()}):
            card = await self.recorder.sends(self.admin, files, NOT_PUBLISHED)
            await self.recorder.presses(self.admin, card, "Publish", PUBLISHED)
        for room in (self.group, self.forum):
            await self.recorder.adds_bot(self.admin, room)

    async def mend(self) -> None:
        say, admin = self.recorder.says, self.admin
        refusal = await self.ask(BY_ANOTHER_NAME)
        await say(admin, "/why", self.group, reply_to=refusal)
        card = await say(admin, "/alias Grey Lady = Kestrel", ends=NOT_PUBLISHED)
        await self.recorder.presses(admin, card, "Publish", PUBLISHED)
        answer = await self.ask(BY_ANOTHER_NAME)
        await say(admin, "/pin", self.group, reply_to=answer, ends="📌")
        await say(admin, "/gaps")

    async def teach(self) -> None:
        """A wrong answer is answered by a passage that the admin gives; who voted it down sees it next."""
        say, admin = self.recorder.says, self.admin
        wrong = await self.ask(MembersQuestion("group", "/ask how much did the Kestrel cost?", "14,500"))
        prompt = await say(admin, "/teach", self.group, reply_to=wrong)
        await say(admin, TAUGHT, self.group, reply_to=prompt, ends="Published")
        await self.ask(MembersQuestion("group", "/ask how much did the Kestrel cost?", "14,300"))

    async def go_back(self) -> None:
        say, admin = self.recorder.says, self.admin
        card = await say(admin, "/rollback")
        await self.recorder.presses(admin, card, "3", "answers again")
        await self.ask(BY_ANOTHER_NAME)
        await say(admin, "/status")
        await say(admin, "/reload check", ends=NOT_PUBLISHED)
        await say(admin, "/reload", ends="eloaded in")
        await self.ask(BY_ANOTHER_NAME)

    async def look_back(self) -> None:
        await self.recorder.says(self.admin, "/stats")
        await self.recorder.says(self.admin, "/export")
        await self.recorder.says(self.admin, "/status")


@contextlib.asynccontextmanager
async def walk_in(folder: Path) -> AsyncIterator[Walk]:
    """A bot with an empty folder of documents, and nobody in ADMINS yet."""
    (folder / "knowledge").mkdir()
    async with BotApiServer() as server:
        world = server.world
        admin = world.person("Ada")
        group, forum = world.supergroup(admin), world.supergroup(admin, topics=[TOPIC])
        for room in (group, forum):
            room.standing = BotStanding.LEFT
            room.members[world.bot.id] = (world.bot, MemberStatus.LEFT)
        recorder = Recorder(world)
        async with BotProcess(server, folder, LOG_LEVEL="INFO") as bot:
            yield Walk(server, bot, recorder, admin, group, forum)
